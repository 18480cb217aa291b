"""Compare what origins state: facts they agree on, and facts on which they differ.

A fact is a number with its head noun in a sentence about its subject. Agreement is told when the
sentences speak of the same and the numbers fit. A conflict is told only when everything but the
number is the same; a later, larger toll is an update, never a conflict. We show, and never decide.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.newsdesk.text.numbers import Kind, Number, compatible
from bot.newsdesk.verifying.disputes import (
    Pair,
    contested,
    disowned,
    still_stands,
    unharmed,
)
from bot.newsdesk.verifying.facts import Fact, Statement, alike, facts_in, is_toll

__all__ = ["Agreement", "Clash", "Crosscheck", "Fact", "Statement", "Update", "crosscheck"]

ALIKE = 0.5
"""Share of the smaller sentence's terms that two sentences share before their numbers may clash."""
ABOUT_THE_SAME = 0.3
"""The same for agreement, where the equal number is evidence itself."""
TOLLS_ALIKE = 0.2
"""The same for the dead of one event: the cluster already says that it is one."""
MOST_APART = 50
"""Times that one number may be the other before they speak of different things."""
LEAST_BACKING = 0.25
"""Share of the origins on both sides that the weaker one needs before the claim is disputed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Facts of at least two origins that say the same."""

    facts: tuple[Fact, ...]

    @property
    def origins(self) -> frozenset[str]:
        return frozenset(fact.statement.origin for fact in self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two facts that cannot both be right; `core` where neither side is a lone voice."""

    left: Fact
    right: Fact
    core: bool

    @property
    def about(self) -> str:
        """What they differ on, in words: `people killed`, `percent`."""
        fact = self.left
        noun = {Kind.MONEY: "amount", Kind.PERCENT: "percentage", Kind.SCORE: "result"}
        base = noun.get(fact.number.kind) or fact.shown.split()[-1]
        return f"{base} {fact.aspect}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A later, larger toll."""

    earlier: Fact
    later: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosscheck:
    """What comparing the origins of one candidate found."""

    facts: tuple[Fact, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    clashes: tuple[Clash, ...] = ()
    updates: tuple[Update, ...] = ()

    @property
    def disputed_share(self) -> float:
        """Core clashes among everything that two origins speak of, 0..1."""
        disputed = sum(clash.core for clash in self.clashes)
        return disputed / (disputed + len(self.agreements)) if disputed else 0.0


def crosscheck(statements: Iterable[Statement]) -> Crosscheck:
    """Compare every number of every origin with those of the others."""
    said = tuple(statements)
    facts = tuple(fact for statement in said for fact in facts_in(statement))
    rejected = [fact for statement in said for fact in disowned(statement)]
    stated = [fact for fact in facts if fact not in rejected]
    outright = [*contested(stated, rejected), *unharmed(said, stated, TOLLS_ALIKE)]
    clashes = [_disputed(pair, stated) for pair in outright]
    agreements, updates = list[Agreement](), list[Update]()
    for group in _groups(stated):
        agreements += _agreements(group)
        for left, right in combinations(group, 2):
            update = _update(left, right)
            if update is None or not _same_matter(left, right, TOLLS_ALIKE):
                if _clash(left, right, group):
                    core = _is_core(left, right, group)
                    clashes.append(Clash(left=left, right=right, core=core))
            elif still_stands(update.earlier, update.later, group, said):
                clashes.append(_disputed((update.earlier, update.later), stated))
            elif not _is_contested(update, clashes):
                updates.append(update)
    return Crosscheck(
        facts=facts,
        agreements=tuple(agreements),
        clashes=tuple(_one_per_matter(clashes)),
        updates=tuple(updates),
    )


def _groups(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts that may be compared: of one kind and one head noun."""
    groups: dict[tuple[Kind, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.number.kind, fact.number.unit].append(fact)
    return list(groups.values())


def _disputed(pair: Pair, stated: Sequence[Fact]) -> Clash:
    left, right = pair
    return Clash(left=left, right=right, core=_is_core(left, right, (*stated, left, right)))


def _is_contested(update: Update, clashes: Sequence[Clash]) -> bool:
    """Whether somebody says that the smaller or the larger toll is wrong."""
    values = {update.earlier.number.value, update.later.number.value}
    return any({c.left.number.value, c.right.number.value} == values for c in clashes)


def _agreements(group: Sequence[Fact]) -> list[Agreement]:
    """Runs of facts that fit each other, from at least two origins, each fact in one run."""
    runs: list[list[Fact]] = []
    for fact in group:
        home = next((run for run in runs if all(_agree(fact, other) for other in run)), None)
        if home is None:
            runs.append([fact])
        else:
            home.append(fact)
    found = (Agreement(facts=tuple(run)) for run in runs)
    return [agreement for agreement in found if len(agreement.origins) > 1]


def _agree(left: Fact, right: Fact) -> bool:
    if left.aspect != right.aspect and left.aspect and right.aspect:
        return False
    return compatible(left.number, right.number) and alike(left, right) >= ABOUT_THE_SAME


def _clash(left: Fact, right: Fact, group: Sequence[Fact]) -> bool:
    if left.number.kind is Kind.DATE or not _same_matter(left, right):
        return False
    if compatible(left.number, right.number) or _measures(left) != _measures(right):
        return False
    if not _of_one_scale(left.number, right.number):
        return False
    # One value a side: an origin that gives two such numbers speaks of two things.
    return _is_only(left, group) and _is_only(right, group)


def _of_one_scale(left: Number, right: Number) -> bool:
    """A cut title ("$250 ...") and $100m are not two answers to one question."""
    smaller, larger = sorted((abs(left.value), abs(right.value)))
    return left.kind is Kind.SCORE or larger <= MOST_APART * smaller


def _same_matter(left: Fact, right: Fact, least: float = ALIKE) -> bool:
    """Whether two origins state a number of the same thing in title or lead."""
    if left.statement.origin == right.statement.origin or left.aspect != right.aspect:
        return False
    fronts = left.statement.front and right.statement.front
    return fronts and alike(left, right) >= least


_MEASURES = re.compile(
    r"\b(?:profits?|net income|loss|losses|sales|revenues?|earnings|shares?|stocks?|forecasts?"
    r"|outlook"
    r"|exports?|imports?|output|prices?|rates?|deposits?|lending|yields?|growth|inflation|margins?"
    r"|dividends?|quarter(?:ly)?|annual(?:ly)?|monthly|year-on-year|month|q[1-4]|first|second|third"
    r"|fourth|january|february|march|april|june|july|august|september|october|november|december"
    r"|comparable|same-store|global|worldwide|u\.?s\.?|adjusted|forecast|target|earlier|previous"
    r"|initial|record|average|total)\b",
    re.IGNORECASE,
)


def _measures(fact: Fact) -> frozenset[str]:
    """What a number measures and of which time: sales or profit, this quarter or the last."""
    words = _MEASURES.findall(fact.statement.text)
    return frozenset(word.lower().removesuffix("s") for word in words)


def _is_only(fact: Fact, group: Sequence[Fact]) -> bool:
    own = (
        other
        for other in group
        if other.statement.origin == fact.statement.origin
        and other.statement.front
        and other.aspect == fact.aspect
    )
    return all(compatible(fact.number, other.number) for other in own)


def _is_core(left: Fact, right: Fact, group: Sequence[Fact]) -> bool:
    """Whether neither side is a lone voice against many."""
    ours, theirs = _backing(left, group), _backing(right, group)
    return min(ours, theirs) >= LEAST_BACKING * (ours + theirs)


def _backing(fact: Fact, group: Sequence[Fact]) -> int:
    """How many origins give this number in their title or lead."""
    same = (other for other in group if other.statement.front and other.aspect == fact.aspect)
    return len({o.statement.origin for o in same if compatible(o.number, fact.number)})


def _update(left: Fact, right: Fact) -> Update | None:
    """A toll that has grown; also where nobody says which report came first."""
    if not is_toll(left):
        return None
    earlier, later = sorted((left, right), key=lambda fact: fact.number.value)
    if later.number.value <= 1.02 * earlier.number.value:
        return None
    before, after = earlier.statement.at, later.statement.at
    if before and after and after < before:
        return None
    return Update(earlier=earlier, later=later)


def _one_per_matter(clashes: Sequence[Clash]) -> list[Clash]:
    """The first clash for each pair of origins and matter; the title's before the lead's."""
    kept: dict[tuple[str, frozenset[str]], Clash] = {}
    for clash in clashes:
        pair = frozenset((clash.left.statement.origin, clash.right.statement.origin))
        kept.setdefault((clash.about, pair), clash)
    return list(kept.values())
