from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.subscription import ANY, Bounds, parse_bounds


def read(text: str) -> Bounds:
    return parse_bounds(text, within=(1, 10), what="impact")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("7", 7, None),
        (">=7", 7, None),
        ("7+", 7, None),
        (">6", 7, None),
        ("=7", 7, 7),
        ("7..9", 7, 9),
        ("7-9", 7, 9),
        ("<4", None, 3),
        ("<= 4", None, 4),
        ("≥7", 7, None),
    ],
)
def test_a_comparison_reads_as_people_mean_it(text: str, low: int | None, high: int | None) -> None:
    assert read(text) == Bounds(low, high)


@pytest.mark.parametrize("text", ["11", "0", "high", "", "9..7", ">=", "7..", ">10", "<1", "-3"])
def test_a_comparison_that_cannot_be_met_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="impact"):
        read(text)


@given(st.integers(1, 10), st.integers(1, 10))
def test_what_is_written_reads_back(one: int, other: int) -> None:
    for bounds in (Bounds(one, None), Bounds(None, one), Bounds(min(one, other), max(one, other))):
        assert read(str(bounds)) == bounds


def test_no_bounds_hold_every_number() -> None:
    assert 1 in ANY
    assert 10 in ANY
    assert str(ANY) == ""
