"""The rules in force: the subscriptions by row number, and their index beside them.

Fed from `SubscriptionStore.changes`. Paused subscriptions are known but not in the index. Some of
the answers are checked against the predicate while running; a difference is reported, not hidden.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.subscription import Subscription
from bot.rules.index import RuleIndex
from bot.rules.predicate import matches
from bot.rules.terms import StoryFacts


class RuleBook:
    """One process's copy of the rules; `version` is the counter up to which it has read."""

    def __init__(self) -> None:
        self.version = 0
        self._by_row: dict[int, Subscription] = {}
        self._index = RuleIndex()

    def __len__(self) -> int:
        return len(self._by_row)

    def apply(self, version: int, changes: Iterable[tuple[int, Subscription | None]]) -> None:
        """Take over changed rows; None takes one out. Repeating it changes nothing."""
        for row, subscription in changes:
            self._forget(row)
            if subscription is not None:
                self._by_row[row] = subscription
                if not subscription.paused:
                    self._index.add(row, subscription.criteria)
        self.version = version

    def match(self, facts: StoryFacts) -> tuple[Subscription, ...]:
        """The subscriptions in force that the story meets, in order of their rows."""
        return tuple(self._by_row[row] for row in self._index.match(facts))

    def disagreements(self, facts: StoryFacts, *, limit: int) -> tuple[Subscription, ...]:
        """Up to `limit` subscriptions on which index and predicate differ: none, ever.

        It reads every rule, so ask it for a sample of the stories.
        """
        found = self._index.match(facts)
        wrong = (
            subscription
            for row, subscription in self._by_row.items()
            if (row in found) != (not subscription.paused and matches(subscription.criteria, facts))
        )
        return tuple(subscription for _, subscription in zip(range(limit), wrong, strict=False))

    def _forget(self, row: int) -> None:
        known = self._by_row.pop(row, None)
        if known is not None and not known.paused:
            self._index.remove(row, known.criteria)
