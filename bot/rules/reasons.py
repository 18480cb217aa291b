"""Why a story meets a rule or does not: one clause per condition, with the values on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain import regions as geography
from bot.domain.regions import GLOBAL, RegionCode
from bot.domain.subscription import Bounds, Criteria, Group, Subscription
from bot.domain.text import listed
from bot.rules.terms import (
    Kind,
    StoryFacts,
    exclusions_of,
    group_keys,
    groups_of,
    value_keys,
)

_SHOWN = 3
"""Values of the story named in one clause before "and 5 more"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One condition of a rule held against one story."""

    key: str
    """`region`, `entity`, `category`, `sentiment`, `impact` or `sources`."""
    wanted: str
    """As a person says it: `EU or United Kingdom`, `not Russia`, `>= 7`."""
    found: str
    """What the story has there: `Germany`, `no entity`, `9`."""
    passed: bool
    hit: str = ""
    """The wanted value that the story has; empty where none has to be or none was found."""

    @property
    def line(self) -> str:
        """`region EU or UK: Germany`; `impact 5, needs >= 7`."""
        if self.key in {"impact", "sources"}:
            if self.passed:
                return f"{self.key} {self.found} {self.wanted}"
            return f"{self.key} {self.found}, needs {self.wanted.removeprefix('in ')}"
        return f"{self.key} {self.wanted}: the story has {self.found}"


def explain(criteria: Criteria, facts: StoryFacts) -> tuple[Clause, ...]:
    """Every condition in the order people write them; all have passed exactly when it matches."""
    return tuple(_clauses(criteria, facts))


def why_line(criteria: Criteria, facts: StoryFacts) -> str:
    """Why a story matched, as the card shows it: `region EU, entity Gazprom, impact 9 >= 7`."""
    told = [_told(clause) for clause in explain(criteria, facts) if clause.hit]
    if told:
        return ", ".join(told)
    return "nothing that it excludes" if criteria.exclude else "it asks for every story"


def why_subscription(subscription: Subscription, facts: StoryFacts) -> str:
    """`s2 "EU energy" - region EU, impact 9 >= 7`."""
    return f"{subscription.label} - {why_line(subscription.criteria, facts)}"


def _told(clause: Clause) -> str:
    if clause.key in {"impact", "sources"}:
        return f"{clause.key} {clause.found} {clause.wanted}"
    return f"{clause.key} {clause.hit}"


def _clauses(criteria: Criteria, facts: StoryFacts) -> Iterator[Clause]:
    for kind, group in groups_of(criteria):
        hit = _hit(kind, group, facts)
        yield Clause(
            key=kind,
            wanted=listed(_shown_values(kind, group), "or"),
            found=_found(kind, facts, group),
            passed=bool(hit),
            hit=hit,
        )
    for kind, group in exclusions_of(criteria):
        hit = _hit(kind, group, facts)
        yield Clause(
            key=kind,
            wanted=f"not {listed(_shown_values(kind, group), 'or')}",
            found=_found(kind, facts, group),
            passed=not hit,
        )
    yield from _number("impact", criteria.impact, facts.impact)
    yield from _number("sources", criteria.sources, facts.sources)


def _number(key: str, bounds: Bounds, value: int) -> Iterator[Clause]:
    if not bounds.open:
        wanted = _comparison(bounds)
        passed = value in bounds
        yield Clause(
            key=key, wanted=wanted, found=str(value), passed=passed, hit=str(value) * passed
        )


def _comparison(bounds: Bounds) -> str:
    """`>= 7`, `<= 4`, `= 7`, `in 7..9`."""
    written = str(bounds)
    if ".." in written:
        return f"in {written}"
    sign = written.rstrip("0123456789")
    return f"{sign} {written[len(sign) :]}"


def _hit(kind: Kind, group: Group, facts: StoryFacts) -> str:
    """The values of a group that the story has, as a person reads them; empty for none."""
    keys = facts.keys[kind]
    met = frozenset(value for value in group if value_keys(kind, value) & keys)
    return listed(_shown_values(kind, met))


def _found(kind: Kind, facts: StoryFacts, group: Group) -> str:
    # What was asked for comes first, so that "and 5 more" never hides it.
    match kind:
        case Kind.REGION:
            ordered = sorted(facts.regions, key=lambda code: not geography.expand([code]) & group)
            return listed(_few(region_words(code) for code in ordered)) or "no region"
        case Kind.ENTITY:
            return _found_entities(facts, group_keys(kind, group))
        case _:
            return listed(sorted(facts.keys[kind]))


def _found_entities(facts: StoryFacts, wanted: frozenset[str]) -> str:
    ordered = sorted(facts.entities, key=lambda pair: not pair[1] & wanted)
    return listed(_few(name for name, _ in ordered)) or "no entity"


def _few(names: Iterator[str]) -> list[str]:
    every = list(names)
    more = len(every) - _SHOWN
    return [*every[:_SHOWN], f"{more} more"] if more > 1 else every


def _shown_values(kind: Kind, group: Group) -> list[str]:
    if kind is Kind.REGION:
        return sorted(region_words(code) for code in group)
    return sorted(group, key=str.casefold)


def region_words(code: str) -> str:
    """`Germany` for DE; a bloc by its short code, EU or ASEAN; GLOBAL in words."""
    if code == GLOBAL:
        return "no particular region"
    name = geography.name(RegionCode(code))
    return code if code.isupper() and 2 <= len(code) <= 6 and _is_bloc(code) else name


def _is_bloc(code: str) -> bool:
    try:
        return geography.region(code).kind is geography.RegionKind.BLOC
    except geography.UnknownRegionError:
        return False
