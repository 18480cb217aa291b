from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.report import Report, ReportId
from bot.newsdesk.clustering.background import parse_background, shipped_background
from bot.newsdesk.clustering.bands import CALIBRATION, Band, band_of, needed
from bot.newsdesk.clustering.vectors import HEAVIEST_TERMS, dot, vector
from bot.newsdesk.text.tokens import STOPWORDS, term, term_uses, terms


def report(title: str, text: str = "") -> Report:
    return Report(id=ReportId("r"), publisher="", url="", title=title, text=text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("tariffs", "tariff"),
        ("companies", "company"),
        ("halted", "halting"),
        ("merged", "merge"),
        ("planning", "planned"),
        ("minister's", "ministers"),
        ("crashes", "crashed"),
    ],
)
def test_forms_of_a_word_are_one_term(left: str, right: str) -> None:
    assert term(left) == term(right)


@pytest.mark.parametrize("word", ["news", "gas", "bus", "crisis", "virus", "press"])
def test_a_final_s_that_is_no_plural_stays_or_is_dropped_alike(word: str) -> None:
    assert term(word) in (word, "")


def test_function_words_are_no_terms() -> None:
    assert terms("The ministers said on Monday that it was not so") == ["minister"]
    assert "monday" in STOPWORDS


def test_a_capital_inside_a_sentence_makes_a_name() -> None:
    uses = term_uses("Officials in Quito met. Talks with Holm went on; talks were long.", limit=99)

    assert uses["quito"].is_name
    assert uses["holm"].is_name
    assert not uses["official"].is_name
    assert not uses["talk"].is_name


@pytest.mark.parametrize(
    "mark", [". ", ": ", " — ", "“", ' "', "''", "!" + '"' * 50_000, "." + " " * 50_000]
)
def test_a_capital_that_opens_a_sentence_or_a_quotation_makes_no_name(mark: str) -> None:
    assert not term_uses(f"they met{mark}Quito", limit=99)["quito"].is_name
    assert term_uses(f"they met{mark}the Quito", limit=99)["quito"].is_name


def test_only_the_opening_words_are_read() -> None:
    assert "quito" not in term_uses("word " * 10 + "Quito", limit=10)


def test_the_shipped_background_names_its_sources_and_is_small() -> None:
    text = (
        files("bot.newsdesk.clustering").joinpath("background_idf.tsv").read_text(encoding="utf-8")
    )

    assert len(text.encode()) < 1_000_000
    assert "CC BY 4.0" in text
    assert "CC BY 3.0" in text
    assert "MIT" in text


def test_rare_terms_weigh_more() -> None:
    background, quake = shipped_background(), term("earthquake")

    assert background.weight("zzzyx") > background.weight(quake) > background.weight("new")
    assert background.tells(quake)


def test_a_given_name_links_bare_titles_less_than_a_surname() -> None:
    seen = vector(report("Neil Zandvoort sings"), parse_background("documents\t100\nsing\t2\n"))

    assert seen.terms["neil"] < seen.terms["zandvoort"]


def test_a_given_name_in_a_text_is_a_name_like_another() -> None:
    text = "In Oslo Neil Zandvoort sang. " + "The hall was full and the people were happy. " * 3
    seen = vector(report("A singer in town", text), parse_background("documents\t100\n"))

    assert seen.terms["neil"] == seen.terms["zandvoort"]


def test_a_background_reads_what_the_script_writes() -> None:
    background = parse_background("# a comment\ndocuments\t100\nbank\t50\n")

    assert background.documents == 100
    assert background.weight("bank") < 1 < background.weight("quake")
    assert not background.tells("bank")


@pytest.mark.parametrize(("words", "band"), [(9, Band.TITLE), (40, Band.SHORT), (300, Band.FULL)])
def test_the_band_follows_the_length(words: int, band: Band) -> None:
    assert band_of(words) is band


def test_a_large_group_needs_less_than_two_strangers() -> None:
    assert needed(8.0, 1) == 8.0
    assert needed(8.0, 100) < 1.1


@given(st.text(max_size=80), st.text(max_size=2_000))
def test_a_vector_is_never_longer_than_its_band_allows(title: str, text: str) -> None:
    seen = vector(report(title, text), shipped_background())

    assert len(seen.terms) <= HEAVIEST_TERMS
    assert dot(seen.terms, seen.terms) <= CALIBRATION[seen.band].scale ** 2 + 1e-6
