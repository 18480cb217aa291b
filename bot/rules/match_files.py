"""Pure matching of stories against subscriptions, behind `tidings match`.

A paused subscription matches nothing, as in the running bot. Of several versions of one story the
latest counts. Everything else that decides about a post (mutes, caps, age) is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.story import Story
from bot.domain.subscription import Subscription
from bot.rules.book import RuleBook
from bot.rules.reasons import Clause, explain
from bot.rules.terms import facts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One story held against one subscription."""

    subscription: Subscription
    matched: bool
    clauses: tuple[Clause, ...]


def match_stories(
    stories: Iterable[Story], subscriptions: Sequence[Subscription]
) -> dict[str, list[str]]:
    """Story id -> ids of the subscriptions it meets, in the order of the file; [] for none."""
    book = RuleBook()
    book.apply(1, enumerate(subscriptions))
    return {
        story.id: [str(subscription.id) for subscription in book.match(facts_of(story))]
        for story in latest_versions(stories)
    }


def verdicts(story: Story, subscriptions: Sequence[Subscription]) -> tuple[Verdict, ...]:
    """Every subscription with each clause's pass or fail, in the order of the file."""
    facts = facts_of(story)
    found = []
    for subscription in subscriptions:
        clauses = explain(subscription.criteria, facts)
        matched = not subscription.paused and all(clause.passed for clause in clauses)
        found.append(Verdict(subscription=subscription, matched=matched, clauses=clauses))
    return tuple(found)


def verdict_lines(verdict: Verdict) -> tuple[str, ...]:
    """`s1 "EU energy": match`, then one line per clause: `  pass  impact 9 >= 7`."""
    outcome = "match" if verdict.matched else "no match"
    if verdict.subscription.paused:
        outcome = "no match (paused)"
    return (
        f"{verdict.subscription.label}: {outcome}",
        *(f"  {'pass' if clause.passed else 'FAIL'}  {clause.line}" for clause in verdict.clauses),
    )


def latest_versions(stories: Iterable[Story]) -> tuple[Story, ...]:
    """One version of each story, the highest, in order of first appearance."""
    latest: dict[str, Story] = {}
    for story in stories:
        known = latest.get(story.id)
        if known is None or story.version > known.version:
            latest[story.id] = story
    return tuple(latest.values())
