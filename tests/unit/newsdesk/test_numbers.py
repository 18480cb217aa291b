"""Numbers as a text states them, and when two may both be true."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsdesk.text.numbers import Kind, Number, compatible, numbers


def read(text: str) -> list[tuple[str, float, str]]:
    return [(number.kind.value, number.value, number.unit) for number in numbers(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the deal is worth $1.2 billion", [("money", 1.2e9, "USD")]),
        ("US$400m, £40m and 3bn euros", [
            ("money", 4e8, "USD"), ("money", 4e7, "GBP"), ("money", 3e9, "EUR")]),
        ("Rs 500 crore", [("money", 5e9, "INR")]),
        ("inflation of 4.8 per cent", [("percent", 4.8, "%")]),
        ("a cut of 25 basis points", [("percent", 0.25, "pp")]),
        ("up 2 percentage points", [("percent", 2, "pp")]),
        ("187,000 jobs were added", [("unit", 187_000, "job")]),
        ("12 people died, fourteen injured", [("unit", 12, "people"), ("unit", 14, "people")]),
        ("it passed 52-48", [("score", 52_048, "score")]),
        ("on 6 March 2026", [("date", 306, "")]),
        ("from March 6", [("date", 306, "")]),
        ("2026-03-06", [("date", 306, "")]),
        ("in 2026, as in 1999", []),
        ("he may 5 times", [("unit", 5, "time")]),
        ("no numbers here", []),
    ],
)  # fmt: skip
def test_a_number_says_what_it_is(text: str, found: list[tuple[str, float, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        ("$1.2 billion", "$1.23bn", True),
        ("$1.2 billion", "$1.9bn", False),
        ("10,000 homes", "10,400 homes", True),
        ("10 people", "14 people", False),
        ("at least 10 people", "14 people", True),
        ("up to 10 people", "14 people", False),
        ("about 50 people", "52 people", True),
        ("5%", "5 people", False),
        ("$5m", "£5m", False),
        ("2.0%", "2.25%", False),
    ],
)
def test_numbers_fit_when_one_is_the_other_rounded(left: str, right: str, both: bool) -> None:
    (one,), (other,) = numbers(left), numbers(right)
    assert compatible(one, other) is both
    assert compatible(other, one) is both


@given(st.text(max_size=200))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found: tuple[Number, ...] = numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.integers(2, 9_999).filter(lambda year: not 1600 <= year < 2100))
def test_a_counted_thing_keeps_its_value(count: int) -> None:
    (number,) = numbers(f"{count:,} ships were lost")
    assert (number.kind, number.value, number.unit) == (Kind.UNIT, count, "ship")
