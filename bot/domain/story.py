"""A verified story, as published: what the newsdesk writes and the bot posts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.report import SourceKind

StoryId = NewType("StoryId", str)

AHEAD = timedelta(minutes=10)
"""How far in the future a story may be dated: clocks differ. Later ones count as of now."""


class StoryStatus(StrEnum):
    """How sure the desk is of a story now."""

    VERIFIED = "verified"
    SINGLE_SOURCE = "single-source"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class SentimentLabel(StrEnum):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Polarity(StrEnum):
    """How a story touches somebody; unknown where nothing in it says so."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class ConfidenceLabel(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class EntityType(StrEnum):
    COUNTRY = "country"
    REGION = "region"
    ORGANIZATION = "organization"
    COMPANY = "company"
    PERSON = "person"
    COMMODITY = "commodity"
    CURRENCY = "currency"
    POLICY = "policy"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentiment:
    label: SentimentLabel = SentimentLabel.NEUTRAL
    value: float = 0.0
    """-1 (bad news) .. 1 (good news)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One step of the impact score and the words that earned it."""

    name: str
    points: float
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    score: int
    """1..10: consequence for those who operate, never how many outlets ran it."""
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    label: ConfidenceLabel = ConfidenceLabel.LOW
    value: float = 0.0
    """0..1."""
    parts: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLink:
    """One report a story stands on."""

    publisher: str
    url: str
    published_at: datetime | None = None
    kind: SourceKind = SourceKind.UNKNOWN
    title: str = ""
    origin: str = ""
    """The independent origin it counts under; reports of one origin are one voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    value: str
    publishers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A fact on which sources differ; shown side by side, never decided by us."""

    about: str
    values: tuple[ConflictValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    independent_sources: int = 1
    confidence: Confidence = field(default_factory=Confidence)
    conflicts: tuple[Conflict, ...] = ()
    reports: tuple[ReportLink, ...] = ()

    @property
    def outlets(self) -> int:
        """How many publishers ran it: reach, shown beside the sources and never scored."""
        return len({link.publisher for link in self.reports})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFact:
    text: str
    corroborated_by: int = 1
    """Independent origins that carry it."""
    publishers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    id: str
    """Canonical, e.g. `country:CN`, `org:mofcom`; empty ids are never made up."""
    name: str
    type: EntityType = EntityType.OTHER
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """Somebody a story helps or hurts."""

    name: str
    type: EntityType = EntityType.OTHER
    polarity: Polarity = Polarity.UNKNOWN
    because: str = ""
    """The sentence that says so; empty where the source gave none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A sentence of the story and the addresses of the reports that carry it."""

    text: str
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What an analyzer of somebody's own noticed; it never decides."""

    analyzer: str
    text: str
    because: str = ""
    """The words of the reports that show it."""
    urls: tuple[str, ...] = ()
    """Addresses of those reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of a story's history."""

    version: int
    at: datetime
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One version of one story. Identity is `id`; `version` only grows."""

    id: StoryId
    version: int = 1
    status: StoryStatus = StoryStatus.VERIFIED
    url: str = ""
    headline: str
    summary: str = ""
    category: str = "general"
    language: str = "en"
    published_at: datetime
    """First publication; aware, UTC."""
    modified_at: datetime
    """This version; aware, UTC; never before `published_at`."""
    sentiment: Sentiment = field(default_factory=Sentiment)
    impact: Impact
    verification: Verification = field(default_factory=Verification)
    takeaways: tuple[str, ...] = ()
    key_facts: tuple[KeyFact, ...] = ()
    entities: tuple[Entity, ...] = ()
    regions: tuple[str, ...] = ()
    """Canonical region codes, see `bot.domain.regions`; an unknown one stays as it was written."""
    affected: tuple[Affected, ...] = ()
    analysis: str = ""
    what_to_watch: str = ""
    reading_minutes: int = 1
    sample: bool = False
    """Written for the demo; every card says so."""
    traces: tuple[Trace, ...] = ()
    findings: tuple[Finding, ...] = ()
    history: tuple[Change, ...] = ()
    """Earlier and present versions, oldest first, where the desk publishes them."""
    merged_into: StoryId | None = None
    """The story that tells of this event now, once two turned out to be one."""

    @property
    def sources(self) -> int:
        return self.verification.independent_sources

    @property
    def withdrawn(self) -> bool:
        return self.status is StoryStatus.WITHDRAWN

    @property
    def disputed(self) -> bool:
        """Whether its sources differ on the core claim, so that several do not verify it."""
        several = self.status is StoryStatus.SINGLE_SOURCE and self.sources >= 2
        return several and bool(self.verification.conflicts)

    @property
    def stands(self) -> bool:
        """Whether it is a story of its own: neither withdrawn nor part of another."""
        return not self.withdrawn and self.merged_into is None


def source_line(story: Story) -> str:
    """The trust note that stands on every card: `Verified by 3 sources`.

    Sources that differ on the core claim verify nothing: `2 sources, not verified`.
    """
    if story.status is StoryStatus.WITHDRAWN:
        return "Withdrawn"
    if story.disputed:
        return f"{story.sources} sources, not verified"
    if story.sources >= 2:
        return f"Verified by {story.sources} sources"
    return "Single source"


REF_LENGTH = 60
"""A button of Discord carries 100 characters; a feed's story id may be a whole address."""


def story_ref(story: StoryId) -> str:
    """A short stand-in for a story id: itself where it is short, else a stable digest."""
    if len(story) <= REF_LENGTH:
        return story
    return "#" + hashlib.sha256(story.encode()).hexdigest()[:24]
