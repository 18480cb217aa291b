"""The meaning of a rule, in as few words as possible. `index.py` must always agree with it."""

from __future__ import annotations

from bot.domain.subscription import Criteria
from bot.rules.terms import StoryFacts, exclusions_of, group_keys, groups_of


def matches(criteria: Criteria, facts: StoryFacts) -> bool:
    """Every group hit, no excluded value present, both numbers in their range."""
    return (
        all(facts.keys[kind] & group_keys(kind, group) for kind, group in groups_of(criteria))
        and not any(facts.keys[kind] & group_keys(kind, g) for kind, g in exclusions_of(criteria))
        and facts.impact in criteria.impact
        and facts.sources in criteria.sources
    )
