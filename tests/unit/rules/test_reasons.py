"""Reasons agree with the match, and read as people speak."""

from __future__ import annotations

from hypothesis import given, settings
from inline_snapshot import snapshot

from bot.domain.channel import ChannelId
from bot.domain.story import Story
from bot.domain.subscription import Bounds, Criteria, Exclusion, Subscription, SubscriptionId
from bot.rules.predicate import matches
from bot.rules.reasons import explain, why_line, why_subscription
from bot.rules.terms import facts_of
from bot.rules.wording import describe
from tests.unit.rules import strategies as some
from tests.unit.rules.strategies import make_story, named

RULE = Criteria(
    regions=(frozenset({"EU", "GB"}),),
    entities=(frozenset({"Gazprom", "TSMC"}),),
    impact=Bounds(7, None),
    sources=Bounds(2, 5),
    exclude=Exclusion(categories=frozenset({"sports"}), regions=frozenset({"RU"})),
)


@given(some.criteria, some.stories)
@settings(max_examples=200, deadline=None)
def test_all_clauses_pass_exactly_when_the_rule_matches(criteria: Criteria, story: Story) -> None:
    facts = facts_of(story)
    passed = all(clause.passed for clause in explain(criteria, facts))
    assert passed is matches(criteria, facts)


@given(some.criteria, some.stories)
@settings(max_examples=50, deadline=None)
def test_every_rule_can_be_worded(criteria: Criteria, story: Story) -> None:
    assert describe(criteria)
    assert why_line(criteria, facts_of(story))


def test_why_line_of_a_card() -> None:
    story = make_story(regions=("DE",), entities=named("Gazprom", "Naftogaz"), impact=9)
    eu_energy = Subscription(
        id=SubscriptionId("s2"),
        channel=ChannelId("slack:T1/C1"),
        name="EU energy",
        criteria=RULE,
    )
    assert why_subscription(eu_energy, facts_of(story)) == snapshot(
        's2 "EU energy" - region EU, entity Gazprom, impact 9 >= 7, sources 2 in 2..5'
    )


def test_clauses_of_a_miss() -> None:
    story = make_story(
        regions=("RU", "CN", "IN", "BR", "ZA"), entities=named("Rosneft"), impact=5, sources=9
    )
    lines = [
        f"{'pass' if clause.passed else 'FAIL'} {clause.line}"
        for clause in explain(RULE, facts_of(story))
    ]
    assert lines == snapshot(
        [
            "FAIL region EU or United Kingdom: the story has Russia, China, India and 2 more",
            "FAIL entity Gazprom or TSMC: the story has Rosneft",
            "FAIL region not Russia: the story has Russia, China, India and 2 more",
            "pass category not sports: the story has energy",
            "FAIL impact 5, needs >= 7",
            "FAIL sources 9, needs 2..5",
        ]
    )


def test_clauses_of_an_empty_story() -> None:
    assert [clause.line for clause in explain(RULE, facts_of(make_story()))] == snapshot(
        [
            "region EU or United Kingdom: the story has no region",
            "entity Gazprom or TSMC: the story has no entity",
            "region not Russia: the story has no region",
            "category not sports: the story has energy",
            "impact 5, needs >= 7",
            "sources 2 in 2..5",
        ]
    )


def test_rules_in_plain_english() -> None:
    rules = (
        Criteria(),
        RULE,
        Criteria(exclude=Exclusion(sentiment=frozenset({"positive"}))),
        Criteria(regions=(frozenset({"EU"}), frozenset({"CN"})), impact=Bounds(7, 9)),
        Criteria(regions=(frozenset({"global"}),), sources=Bounds(3, 3)),
        Criteria(regions=(frozenset({"US", "NL", "ASEAN", "G7"}),), impact=Bounds(None, 4)),
        Criteria(sentiment=(frozenset({"negative"}),), categories=(frozenset({"energy"}),)),
    )
    assert [describe(rule) for rule in rules] == snapshot(
        [
            "Every story",
            "Stories about the EU or the United Kingdom, that name Gazprom or TSMC, with impact 7 or more, with 2 to 5 independent sources, but not about Russia or in sports",
            "Every story, but not with positive sentiment",
            "Stories about the EU, and also about China, with impact 7 to 9",
            "Stories about no particular region, with exactly 3 independent sources",
            "Stories about ASEAN, the G7, the Netherlands or the United States, with impact at most 4",
            "Stories in energy, with negative sentiment",
        ]
    )
