from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bench.general_headlines import HEADLINES
from bot.newsdesk.sentiment.features import features
from bot.newsdesk.sentiment.patterns import (
    clause_features,
    kind_features,
    skip_features,
    stem,
    without_names,
)
from bot.newsdesk.sentiment.words import tokens


def test_names_in_the_middle_are_folded_into_one() -> None:
    assert without_names("Shares of Acme Motors fall 3%") == [
        "shar", "of", "NAME", "fal", "0", "%",
    ]  # fmt: skip


def test_two_companies_make_the_same_pattern() -> None:
    assert without_names("Court fines Acme over a price cartel") == without_names(
        "Court fines Globex Corp over a price cartel"
    )


def test_title_case_hides_no_word() -> None:
    assert "NAME" not in without_names("Profits Fall As Sales Of Cars Shrink")


def test_forms_of_one_word_share_a_stem() -> None:
    assert stem("falls") == stem("falling") == stem("fall")
    assert stem("cut") == stem("cuts") == stem("cutting")


def test_order_of_what_leans_is_kept() -> None:
    assert "k:thing+_move-" in set(kind_features(tokens("Profits at the carmaker plunge")))


def test_first_and_last_clause_are_told_apart() -> None:
    found = set(clause_features("Rupee falls after oil jumps"))
    assert {"a:rup", "a:fal", "z:oil", "z:jump"} <= found
    assert not found & {"z:fal", "a:oil"}


def test_skipped_pairs_reach_over_three_words() -> None:
    found = set(skip_features(["profit", "of", "the", "firm", "falls"]))
    assert "s:profit_fal" in found
    assert "s:profit_of" not in found


@given(st.text(max_size=120))
def test_any_text_has_finite_features(text: str) -> None:
    assert all(abs(value) < 10 for value in features(text).values())


def test_general_set_is_balanced_and_without_repeats() -> None:
    labels = [label for _, label in HEADLINES]
    assert [labels.count(label) for label in ("negative", "neutral", "positive")] == [20, 20, 20]
    assert len({title for title, _ in HEADLINES}) == 60
