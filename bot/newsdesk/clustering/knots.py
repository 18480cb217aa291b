"""A knot: reports so alike that they are never parted again, kept as one sum of vectors.

Clusters are made of knots, so merging, splitting and remembering cost the number of knots, not of
reports. A knot is plain data: `to_row` and `from_row` carry it through a restart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import exp, sqrt
from typing import Any

from bot.domain.report import ReportId
from bot.newsdesk.clustering.signature import Signature
from bot.newsdesk.clustering.vectors import Terms, Vector

FADE = timedelta(hours=72)
"""A silence of this long between two groups leaves exp(-1) of their score."""
WINDOW = timedelta(days=7)
"""A group that has been silent for longer takes no further report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A report inside a knot; `at` is None where the report is undated."""

    report_id: ReportId
    at: datetime | None

    @property
    def order(self) -> tuple[bool, float, str]:
        """Earliest first, undated last."""
        return (self.at is None, self.at.timestamp() if self.at else 0.0, self.report_id)


@dataclass(slots=True, kw_only=True)
class Span:
    """First and last known time of a group."""

    first: datetime | None = None
    last: datetime | None = None

    def include(self, first: datetime | None, last: datetime | None) -> None:
        if first and last:
            self.first = min(self.first or first, first)
            self.last = max(self.last or last, last)

    def fade(self, other: Span) -> float:
        """1 for groups that overlap in time, less with the silence between, 0 past the window."""
        if not (self.first and self.last and other.first and other.last):
            return 1.0
        gap = max(self.first - other.last, other.first - self.last)
        if gap <= timedelta(0):
            return 1.0
        return 0.0 if gap > WINDOW else exp(-(gap / FADE))


@dataclass(slots=True, kw_only=True)
class Knot:
    """Reports taken as one: a sum of vectors, who is in it, when, and what titles mark."""

    members: list[Member] = field(default_factory=list)
    terms: Terms = field(default_factory=dict)
    squares: float = 0.0
    """Sum of the members' own squared lengths: what `terms` squared holds beside the pairs."""
    contrast: float = 0.0
    """Sum of the members' squared contrasts: one body among titles must still count."""
    span: Span = field(default_factory=Span)
    marks: Signature = field(default_factory=Signature)
    alone: float = 0.0
    """Sum of the members' `Calibration.alone`."""
    length: float = 0.0
    """Root mean square length of the members, times their number."""
    opened: datetime | None = None
    """The stream's clock at the first report; past the window a knot takes no more."""
    touched: datetime | None = None
    """The stream's clock when the last report came in; eviction goes by it."""

    @property
    def size(self) -> int:
        return len(self.members)

    @property
    def founder(self) -> Member:
        return min(self.members, key=lambda member: member.order)

    @property
    def within(self) -> float:
        """Sum of the scores of all pairs of members."""
        return (sum(weight * weight for weight in self.terms.values()) - self.squares) / 2

    def open_at(self, clock: datetime | None) -> bool:
        """Whether it may take a report now; without this a saga would be one endless knot."""
        return not (clock and self.opened) or clock - self.opened <= WINDOW

    def add(self, member: Member, vector: Vector, marks: Signature, clock: datetime | None) -> None:
        self.opened = self.opened or clock
        self.touched = clock or self.touched
        self.members.append(member)
        for word, weight in vector.terms.items():
            self.terms[word] = self.terms.get(word, 0.0) + weight
        self.squares += sum(weight * weight for weight in vector.terms.values())
        self.length = sqrt(self.squares * self.size)
        self.alone += vector.calibration.alone
        self.contrast += vector.calibration.contrast**2
        self.span.include(member.at, member.at)
        self.marks.add(marks)

    def to_row(self) -> dict[str, Any]:
        """Plain values for a store."""
        return {
            "members": [[member.report_id, _written(member.at)] for member in self.members],
            "terms": dict(self.terms),
            "squares": self.squares,
            "contrast": self.contrast,
            "alone": self.alone,
            "titles": self.marks.titles,
            "marks": [[kind, value, count] for (kind, value), count in self.marks.marks.items()],
            "pattern": dict(self.marks.pattern),
            "names": dict(self.marks.names),
            "leading": dict(self.marks.leading),
            "people": dict(self.marks.people),
            "opened": _written(self.opened),
            "touched": _written(self.touched),
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Knot:
        """The knot that `to_row` wrote."""
        members = [
            Member(report_id=ReportId(report_id), at=_read(at)) for report_id, at in row["members"]
        ]
        marks = Signature(
            titles=row["titles"],
            marks=Counter({(kind, value): count for kind, value, count in row["marks"]}),
            pattern=Counter(row["pattern"]),
            names=Counter(row["names"]),
            leading=Counter(row["leading"]),
            people=Counter(row["people"]),
        )
        span = Span()
        for member in members:
            span.include(member.at, member.at)
        return cls(
            members=members,
            terms=dict(row["terms"]),
            squares=row["squares"],
            length=sqrt(row["squares"] * len(members)),
            contrast=row["contrast"],
            alone=row["alone"],
            span=span,
            marks=marks,
            opened=_read(row["opened"]),
            touched=_read(row["touched"]),
        )


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _read(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
