"""What the clustering of a stream says and keeps: assignments, changes, and the live stories."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.story import StoryId
from bot.newsdesk.clustering.bands import Band, needed
from bot.newsdesk.clustering.knot_index import KnotKey, Reading
from bot.newsdesk.clustering.knots import Knot, Member, Span
from bot.newsdesk.clustering.signature import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Where a report went, and on what grounds."""

    story: StoryId
    band: Band
    """The length band whose threshold was used."""
    score: float
    """1.0 is just alike enough; 0 where the report opened a story of its own."""
    founded: bool
    merged: StoryId | None = None
    """The story that this report brought into `story`; its id is retired."""
    veto: str = ""
    """Why the likeliest story was refused."""


class ChangeKind(StrEnum):
    MERGED = "merged"
    SPLIT = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`other` went into `story` (merged) or came out of it (split)."""

    kind: ChangeKind
    story: StoryId
    other: StoryId


@dataclass(slots=True, kw_only=True)
class StoryState:
    """Knots taken as one event, and sums over them."""

    founder: Member
    knots: list[KnotKey] = field(default_factory=list)
    size: int = 0
    alone: float = 0.0
    span: Span = field(default_factory=Span)
    marks: Signature = field(default_factory=Signature)

    def take(self, key: KnotKey, knot: Knot) -> None:
        self.knots.append(key)
        self.size += knot.size
        self.alone += knot.alone
        self.span.include(knot.span.first, knot.span.last)
        self.marks.add(knot.marks)

    def needs(self, reading: Reading) -> float:
        """The mean score at which this report may be one of the story."""
        alone = (self.alone + reading.vector.calibration.alone) / (self.size + 1)
        return needed(alone, self.size)

    def grow(self, reading: Reading) -> None:
        self.size += 1
        self.alone += reading.vector.calibration.alone
        self.span.include(reading.member.at, reading.member.at)
        self.marks.add(reading.marks)
