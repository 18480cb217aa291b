"""A subscription: a channel's named rule.

Inside one group any value is enough, every group must hit, and no excluded value may occur.
One key written twice makes two groups: `region:EU region:CN` is a story about both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.channel import ChannelId

SubscriptionId = NewType("SubscriptionId", str)
"""Short and unique in its channel: `s2`. Ids in files are kept as written."""

Group = frozenset[str]
IMPACT_RANGE = (1, 10)
SOURCES_RANGE = (1, 1_000)


class Mode(StrEnum):
    INSTANT = "instant"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Bounds:
    """An inclusive range of whole numbers; None leaves that side open."""

    low: int | None = None
    high: int | None = None

    def __contains__(self, number: int) -> bool:
        return (self.low is None or number >= self.low) and (
            self.high is None or number <= self.high
        )

    @property
    def open(self) -> bool:
        return self.low is None and self.high is None

    def __str__(self) -> str:
        """As it is written in files: `>=7`, `7..9`, `=7`, `<=4`; empty when open."""
        if self.open:
            return ""
        if self.low is None:
            return f"<={self.high}"
        if self.high is None:
            return f">={self.low}"
        return f"={self.low}" if self.low == self.high else f"{self.low}..{self.high}"

    @property
    def words(self) -> str:
        """As it is said: `7 or more`, `7 to 9`, `exactly 7`, `at most 4`."""
        if self.low is None:
            return f"at most {self.high}"
        if self.high is None:
            return f"{self.low} or more"
        return f"exactly {self.low}" if self.low == self.high else f"{self.low} to {self.high}"


ANY = Bounds()
_BOUND = re.compile(
    r"""\s*(?: (?P<low>\d+)\s*(?:\.\.|-|–)\s*(?P<high>\d+)   # 7..9
            | (?P<plus>\d+)\s*\+                             # 7+
            | (?P<op>>=|=>|≥|<=|=<|≤|==|=|>|<)?\s*(?P<number>\d+) )\s*""",
    re.VERBOSE,
)


def parse_bounds(text: str, *, within: tuple[int, int], what: str) -> Bounds:
    """Read `>=7`, `7..9`, `7+`, `=7`, `<4` or a bare `7`, which means 7 or more.

    Raises ValueError, naming the value and what would be valid, for anything else, for
    numbers outside `within` and for an empty range.
    """
    found = _BOUND.fullmatch(text)
    lowest, highest = within
    if not found:
        raise ValueError(
            f"{what} {text.strip()!r} is not a number; "
            f"write for example {what}>=7, {what}:7..9 or {what}=7"
        )
    bounds = _bounds_of(found)
    for number in (found["low"], found["high"], found["plus"], found["number"]):
        if number is not None and not lowest <= int(number) <= highest:
            raise ValueError(f"{what} {number} is out of range; it goes from {lowest} to {highest}")
    low = lowest if bounds.low is None else bounds.low
    high = highest if bounds.high is None else bounds.high
    if max(low, lowest) > min(high, highest):
        raise ValueError(f"{what} {text.strip()} can never be met; no number lies in that range")
    return bounds


def _bounds_of(found: re.Match[str]) -> Bounds:
    if found["low"]:
        return Bounds(int(found["low"]), int(found["high"]))
    if found["plus"]:
        return Bounds(int(found["plus"]), None)
    number = int(found["number"])
    if found["op"] in {"=", "=="}:
        return Bounds(number, number)
    if found["op"] in {"<", "<=", "=<", "≤"}:
        return Bounds(None, number - (found["op"] == "<"))
    return Bounds(number + (found["op"] == ">"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Values of which none may occur."""

    regions: Group = frozenset()
    entities: Group = frozenset()
    categories: Group = frozenset()
    sentiment: Group = frozenset()

    def __bool__(self) -> bool:
        return bool(self.regions or self.entities or self.categories or self.sentiment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What a story must be like. Without any group or bound, every story matches."""

    regions: tuple[Group, ...] = ()
    """Canonical region codes."""
    entities: tuple[Group, ...] = ()
    """Names, aliases or ids, as the person wrote them; compared folded."""
    categories: tuple[Group, ...] = ()
    """Lower-case words of an open list."""
    sentiment: tuple[Group, ...] = ()
    impact: Bounds = ANY
    sources: Bounds = ANY
    exclude: Exclusion = field(default_factory=Exclusion)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    id: SubscriptionId
    channel: ChannelId
    name: str = ""
    criteria: Criteria = field(default_factory=Criteria)
    mode: Mode = Mode.INSTANT
    paused: bool = False
    paused_reason: str = ""
    paused_until: datetime | None = None
    """When a pause ends by itself; None for one that somebody has to end."""
    created_by: str = ""
    """Platform user id of who asked for it."""
    created_at: datetime | None = None

    @property
    def label(self) -> str:
        """`s2 "EU energy"`, or `s2` where it has no name."""
        return f'{self.id} "{self.name}"' if self.name else self.id
