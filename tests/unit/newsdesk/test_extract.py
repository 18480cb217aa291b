"""What a text names, with the traps that place names set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.domain.report import Report, ReportId
from bot.domain.story import EntityType
from bot.newsdesk.names.extract import countries_in, extract, mentions_in, regions_in

SENTENCES = Path(__file__).resolve().parents[2] / "data/regions/sentences.jsonl"


def ids(text: str) -> list[str]:
    return [mention.id for mention in mentions_in(text)]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Georgia passed a law on foreign agents in Tbilisi", {"GE"}),
        ("Georgia Governor Brian Kemp signed the bill", {"US"}),
        ("Michael Jordan sold his stake, and Jordan stays on as an adviser", set()),
        ("King Abdullah of Jordan dissolved parliament", {"JO"}),
        ("Turkey raised its key rate", {"TR"}),
        ("Turkey prices rise before Thanksgiving", set()),
        ("He told us that the US would wait", {"US"}),
        ("JOIN US FOR OUR RETAIL CONFERENCE", set()),
        ("Grandmother's fine china broke", set()),
        ("Paris Hilton flew to Paris", {"FR"}),
        ("A tornado hit Paris, Texas", {"US"}),
        ("Lebanon, Pa., closed its schools", {"US"}),
        ("The loan of US$400m was repaid", set()),
        ("Guinea pigs were sold in Guinea-Bissau", {"GW"}),
        ("Prague and Bratislava signed the pact", {"CZ", "SK"}),
        ("The film was shot in French and in Danish studios", {"DK"}),
        ("", set()),
    ],
)
def test_a_place_name_means_what_its_context_says(text: str, countries: set[str]) -> None:
    assert countries_in(text) == countries


def test_blocs_and_areas_are_regions_and_not_their_members() -> None:
    assert regions_in("ASEAN and the Global South want a say in Africa") == {
        "ASEAN",
        "GLOBAL-SOUTH",
        "Africa",
    }


def test_brussels_is_the_union_unless_it_is_the_city() -> None:
    assert regions_in("Brussels proposed new duties") == {"EU"}
    assert regions_in("Belgian police searched flats in Brussels") == {"BE"}


def test_an_institution_names_its_country() -> None:
    (bank,) = mentions_in("the Bank of Japan left rates alone")
    assert (bank.id, bank.region) == ("org:boj", "JP")


def test_a_company_names_no_country() -> None:
    assert regions_in("Bank of America and Samsung reported") == frozenset()


def test_a_bracketed_acronym_is_bound_to_its_name() -> None:
    report = Report(
        id=ReportId("r"),
        publisher="P",
        url="",
        title="New mining code",
        text="The National Minerals Directorate (NMD) wrote the code. Miners sued the NMD.",
    )
    named = [mention for mention in extract(report).mentions if "NMD" in mention.text]
    assert len(named) == 2
    assert {mention.name for mention in named} == {"National Minerals Directorate"}


def test_a_ministry_is_known_by_the_country_around_it() -> None:
    assert "org:mofcom" in ids("China's Ministry of Commerce (MOFCOM) answered")


def test_people_are_found_by_title_and_by_speech() -> None:
    found = mentions_in("Prime Minister Anwar Ibrahim met chief executive Tim Cook.")
    assert [m.name for m in found if m.type is EntityType.PERSON] == ["Anwar Ibrahim", "Tim Cook"]


def test_a_commodity_is_an_ordinary_word_and_a_surname_is_not() -> None:
    assert "commodity:copper" in ids("The price of copper rose")
    assert "commodity:rice" not in ids("The adviser Susan Rice resigned")


def test_mentions_count_characters_of_the_report() -> None:
    report = Report(
        id=ReportId("r"), publisher="P", url="", title="Peru votes", text="Lima is calm."
    )
    read = extract(report)
    assert [read.text[m.start : m.end] for m in read.mentions] == ["Peru", "Lima"]
    assert all(read.in_front(mention) for mention in read.mentions)


def test_the_labelled_sentences_reach_the_bar() -> None:
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    assert len(rows) >= 300
    right = missed = wrong = 0
    for row in rows:
        gold, found = set(row["countries"]), countries_in(row["text"])
        right, missed, wrong = (
            right + len(gold & found),
            missed + len(gold - found),
            wrong + len(found - gold),
        )
    assert right / (right + missed) >= 0.97
    assert right / (right + wrong) >= 0.97
