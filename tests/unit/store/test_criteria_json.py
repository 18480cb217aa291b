"""A rule reads back from its column as it was."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.subscription import Bounds, Criteria, Exclusion
from bot.store.criteria_json import criteria_from_json, criteria_to_json

words = st.frozensets(st.text(min_size=1, max_size=8), max_size=4)
groups = st.lists(words.filter(bool), max_size=3).map(tuple)
numbers = st.none() | st.integers(1, 1_000)
rules = st.builds(
    Criteria,
    regions=groups,
    entities=groups,
    categories=groups,
    sentiment=groups,
    impact=st.builds(Bounds, numbers, numbers),
    sources=st.builds(Bounds, numbers, numbers),
    exclude=st.builds(Exclusion, regions=words, entities=words, categories=words, sentiment=words),
)


@given(rules)
def test_a_rule_survives_its_column(rule: Criteria) -> None:
    assert criteria_from_json(json.loads(json.dumps(criteria_to_json(rule)))) == rule


def test_a_rule_for_everything_is_an_empty_object() -> None:
    assert criteria_to_json(Criteria()) == {}
