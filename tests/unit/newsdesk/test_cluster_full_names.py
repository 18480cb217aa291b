from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsdesk.clustering.full_names import surnames


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danny Hollis was held. Hollis is 27.", {"hollis": 2}),
        ("Danny J. Hollis was held. Police let Hollis's friends go; Hollis is 27.", {"hollis": 3}),
        ("He fell on Mount Cook in New Zealand, and Mount Cook is steep.", {}),
        ("The Saints lost. Fans of Saints wept.", {}),
        ("Leeds United drew. Danny Hollis scored.", {}),
        ("danny hollis was held. hollis is 27.", {}),
    ],
)
def test_a_person_is_named_in_full_and_again_by_surname(
    text: str, expected: dict[str, int]
) -> None:
    assert surnames(text) == expected


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert all(times >= 2 for times in surnames(text).values())
