from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import clean, clean_block, fold, listed, plural, sentence, shorten


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d'Ivoire", "cote divoire"),
        ("Türkiye", "TURKIYE"),
        ("Tesla, Inc.", "tesla inc"),
        ("Who’s Affected", "whos affected"),
        ("Ørsted", "orsted"),
        ("  São   Tomé ", "sao tome"),
    ],
)
def test_names_are_compared_without_accents_case_and_punctuation(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_signs_that_make_another_name_are_kept() -> None:
    assert fold("OPEC+") != fold("OPEC")
    assert fold("AT&T") == "at&t"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_clean_text_has_no_control_or_direction_character(text: str) -> None:
    for char in clean(text):
        assert unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_block(clean_block(text)) == clean_block(text)


def test_a_direction_override_cannot_reverse_a_line() -> None:
    assert clean("pay \u202edrawkcab\u202c now") == "pay drawkcab now"


def test_paragraphs_survive_cleaning() -> None:
    assert clean_block("one\r\n\r\n\r\n\r\ntwo\x00 three") == "one\n\ntwo three"


@given(st.text(), st.integers(min_value=0, max_value=300))
def test_shortened_text_is_never_longer_than_the_limit(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


@given(st.text(alphabet="abc ", max_size=60), st.integers(min_value=2, max_value=40))
def test_a_cut_is_marked_and_text_that_fits_is_left_alone(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert (short == text) if len(text) <= limit else short.endswith("…")


def test_a_cut_falls_between_words() -> None:
    assert shorten("the quick brown fox", 12) == "the quick…"


def test_a_sentence_ends_in_one_full_stop() -> None:
    assert sentence("Stories that name Tesla, Inc.") == "Stories that name Tesla, Inc."
    assert sentence("Stories about Norway") == "Stories about Norway."


def test_counts_and_lists_read_as_english() -> None:
    assert plural(1, "story", "stories") == "1 story"
    assert plural(0, "source") == "0 sources"
    assert listed(["a", "b", "c"], "or") == "a, b or c"
