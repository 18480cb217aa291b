"""The index and the predicate are two ways to say the same thing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain.channel import ChannelId
from bot.domain.story import Story
from bot.domain.subscription import Bounds, Criteria, Subscription, SubscriptionId
from bot.rules.book import RuleBook
from bot.rules.index import RuleIndex
from bot.rules.predicate import matches
from bot.rules.terms import facts_of
from tests.unit.rules import strategies as some


@given(st.lists(some.criteria, max_size=25), st.lists(some.stories, min_size=1, max_size=5))
@settings(max_examples=150, deadline=None)
def test_index_and_predicate_agree(rules: list[Criteria], stories: list[Story]) -> None:
    index = RuleIndex()
    for row, criteria in enumerate(rules):
        index.add(row, criteria)
    for story in stories:
        facts = facts_of(story)
        wanted = [row for row, criteria in enumerate(rules) if matches(criteria, facts)]
        assert list(index.match(facts)) == wanted


class Churn(RuleBasedStateMachine):
    """Rules come, change and go in any order; index and predicate agree after every step."""

    @initialize()
    def start(self) -> None:
        self.index = RuleIndex()
        self.known: dict[int, Criteria] = {}
        self.next_row = 0
        self.facts = facts_of(some.make_story(regions=("DE",), entities=some.named("TSMC")))

    @rule(criteria=some.criteria)
    def subscribe(self, criteria: Criteria) -> None:
        self.next_row += 7
        self.index.add(self.next_row, criteria)
        self.known[self.next_row] = criteria

    @rule(data=st.data())
    def unsubscribe(self, data: st.DataObject) -> None:
        if self.known:
            row = data.draw(st.sampled_from(sorted(self.known)))
            self.index.remove(row, self.known.pop(row))

    @rule(data=st.data(), criteria=some.criteria)
    def edit(self, data: st.DataObject, criteria: Criteria) -> None:
        if self.known:
            row = data.draw(st.sampled_from(sorted(self.known)))
            self.index.replace(row, self.known[row], criteria)
            self.known[row] = criteria

    @rule(story=some.stories)
    def another_story(self, story: Story) -> None:
        self.facts = facts_of(story)

    @invariant()
    def agree(self) -> None:
        wanted = [row for row, rule in sorted(self.known.items()) if matches(rule, self.facts)]
        assert list(self.index.match(self.facts)) == wanted
        assert len(self.index) == len(self.known)


TestChurn = Churn.TestCase
TestChurn.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


@given(some.criteria, some.stories, st.integers(1, 10))
@settings(max_examples=200, deadline=None)
def test_lowering_the_least_impact_never_loses_a_match(
    criteria: Criteria, story: Story, lower: int
) -> None:
    facts = facts_of(story)
    low = criteria.impact.low
    easier = replace(criteria, impact=Bounds(min(lower, low or lower), criteria.impact.high))
    if low is not None and matches(criteria, facts):
        assert matches(easier, facts)


@given(some.criteria, some.stories, st.sampled_from(some.REGIONS))
@settings(max_examples=200, deadline=None)
def test_adding_a_region_to_a_group_never_loses_a_match(
    criteria: Criteria, story: Story, region: str
) -> None:
    facts = facts_of(story)
    wider = replace(criteria, regions=tuple(group | {region} for group in criteria.regions))
    if matches(criteria, facts):
        assert matches(wider, facts)


def test_a_row_is_added_once() -> None:
    index = RuleIndex()
    index.add(3, Criteria())
    with pytest.raises(ValueError, match="row 3"):
        index.add(3, Criteria())


def test_removing_the_last_rule_leaves_no_key_behind() -> None:
    index = RuleIndex()
    criteria = Criteria(entities=(frozenset({"Gazprom"}),), regions=(frozenset({"EU"}),))
    index.add(1, criteria)
    index.remove(1, criteria)
    assert not index.match(facts_of(some.make_story(regions=("DE",))))
    assert len(index) == 0


def subscription(identity: str, *, paused: bool = False) -> Subscription:
    return Subscription(
        id=SubscriptionId(identity), channel=ChannelId("web:local/main"), paused=paused
    )


def test_a_paused_subscription_matches_nothing_until_it_is_resumed() -> None:
    book = RuleBook()
    facts = facts_of(some.make_story())
    book.apply(1, [(1, subscription("s1")), (2, subscription("s2", paused=True))])
    assert [one.id for one in book.match(facts)] == ["s1"]
    book.apply(2, [(2, subscription("s2"))])
    assert [one.id for one in book.match(facts)] == ["s1", "s2"]
    book.apply(3, [(1, None), (1, None)])
    assert [one.id for one in book.match(facts)] == ["s2"]
    assert book.version == 3
    assert not book.disagreements(facts, limit=5)
