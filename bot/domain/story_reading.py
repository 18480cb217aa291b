"""Read a story from an item of a story feed: tolerant of what is optional, exact in what it says.

An item without id, title, impact or a readable date is refused. Anything else that is wrong is
replaced by its empty value and named in a line of its own, so that nothing vanishes silently.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any, TypeGuard, TypeVar
from urllib.parse import urlsplit

from bot.domain.report import SourceKind
from bot.domain.story import (
    Affected,
    Change,
    Confidence,
    ConfidenceLabel,
    Conflict,
    ConflictValue,
    Entity,
    EntityType,
    Factor,
    Finding,
    Impact,
    KeyFact,
    Polarity,
    ReportLink,
    Sentiment,
    SentimentLabel,
    Story,
    StoryId,
    StoryStatus,
    Trace,
    Verification,
)
from bot.domain.text import clean, clean_block, shorten

MAX_TITLE = 1_000
MAX_ID = 2_000
MAX_TEXT = 100_000
MAX_LIST = 1_000
MAX_COUNT = 2**31 - 1
"""What every database holds in a whole number."""
WORDS_A_MINUTE = 230

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class _RefusedError(Exception):
    """The item cannot be a story at all."""


@dataclass(slots=True)
class _Fields:
    """A JSON object being read; remembers what was wrong and where."""

    values: Mapping[str, Any]
    path: str
    problems: list[str] = field(default_factory=list)

    def wrong(self, key: str, what: str) -> None:
        self.problems.append(f"{self.path}{key}: {what}")

    def text(self, key: str, *, limit: int = MAX_TEXT, block: bool = False) -> str:
        value = self.values.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.wrong(key, f"should be text, not {_shown(value)}; left empty")
            return ""
        text = clean_block(value) if block else clean(value)
        if len(text) > limit:
            self.wrong(key, f"has {len(text):,} characters; cut to {limit:,}")
            text = shorten(text, limit)
        return text

    def number(self, key: str, default: float, low: float, high: float) -> float:
        value = self.values.get(key)
        if value is None:
            return default
        if not _is_number(value) or not low <= value <= high:
            self.wrong(
                key,
                f"should be a number from {low:g} to {high:g}, not {_shown(value)}; "
                f"taken as {default:g}",
            )
            return default
        return float(value)

    def count(self, key: str, default: int, low: int) -> int:
        value = self.values.get(key)
        if value is None:
            return default
        if not _is_number(value) or int(value) != value or not low <= value <= MAX_COUNT:
            self.wrong(
                key,
                f"should be a whole number from {low} to {MAX_COUNT:,}, not {_shown(value)}; "
                f"taken as {default}",
            )
            return default
        return int(value)

    def one_of(self, key: str, kind: type[E], default: E) -> E:
        value = self.values.get(key)
        if value is None or value == "":
            return default
        if isinstance(value, str) and value.strip().lower() in set(kind):
            return kind(value.strip().lower())
        known = ", ".join(member.value for member in kind)
        self.wrong(key, f"{_shown(value)} is not one of {known}; taken as {default.value}")
        return default

    def moment(self, key: str) -> datetime | None:
        value = self.values.get(key)
        if value is None or value == "":
            return None
        moment = read_moment(value)
        if moment is None:
            self.wrong(
                key, f"{_shown(value)} is not a date; write for example 2026-03-06T08:00:00Z"
            )
        return moment

    def address(self, key: str) -> str:
        value = self.text(key)
        if value and not is_web_address(value):
            self.wrong(key, f"{_shown(value)} is not an http or https address; left out")
            return ""
        return value

    def inside(self, key: str) -> _Fields:
        value = self.values.get(key)
        if value is not None and not isinstance(value, Mapping):
            self.wrong(key, f"should be an object, not {_shown(value)}; taken as empty")
            value = None
        return _Fields(value or {}, f"{self.path}{key}.", self.problems)

    def listing(self, key: str) -> list[Any]:
        value = self.values.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(key, f"should be a list, not {_shown(value)}; taken as empty")
            return []
        if len(value) > MAX_LIST:
            self.wrong(key, f"has {len(value):,} entries; the first {MAX_LIST:,} are used")
        return value[:MAX_LIST]

    def words(self, key: str) -> tuple[str, ...]:
        found = []
        lone = self.values.get(key)
        if isinstance(lone, str):
            # Left empty, a story about one region would pass every rule that excludes it.
            self.wrong(key, f"should be a list, not {_shown(lone)}; taken as a list of one")
        listed = [lone] if isinstance(lone, str) else self.listing(key)
        for index, value in enumerate(listed):
            if isinstance(value, str):
                found.append(clean(value))
            else:
                self.wrong(f"{key}[{index}]", f"should be text, not {_shown(value)}; left out")
        return tuple(word for word in found if word)

    def each(self, key: str, read: Callable[[_Fields], T | None]) -> tuple[T, ...]:
        found = []
        for index, value in enumerate(self.listing(key)):
            path = f"{self.path}{key}[{index}]"
            if isinstance(value, Mapping):
                result = read(_Fields(value, f"{path}.", self.problems))
                if result is not None:
                    found.append(result)
            else:
                self.problems.append(f"{path}: should be an object, not {_shown(value)}; left out")
        return tuple(found)


def story_from_item(item: object, *, where: str) -> tuple[Story | None, tuple[str, ...]]:
    """The story of a feed item, and one line for each thing that is wrong with it.

    `where` names feed and item, and starts every line. None: the item was refused, and the last
    line says why.
    """
    if not isinstance(item, Mapping):
        return None, (f"{where}: the item should be an object, not {_shown(item)}; refused",)
    fields = _Fields(item, "")
    try:
        story = _story(fields)
    except _RefusedError as exc:
        fields.problems.append(f"{exc}; the item is refused")
        story = None
    return story, tuple(f"{where}: {problem}" for problem in fields.problems)


def read_moment(value: object) -> datetime | None:
    """An aware UTC time from RFC 3339, ISO 8601 or RFC 2822; without a zone it is UTC."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
            aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return aware.astimezone(UTC)
        except (ValueError, TypeError, OverflowError):
            continue
    return None


def is_web_address(text: str) -> bool:
    """Only http and https addresses with a host are ever linked."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in text


def reading_minutes(texts: Iterable[str]) -> int:
    """Whole minutes at 230 words a minute, at least one (NEWSDESK.md, write)."""
    words = sum(len(text.split()) for text in texts)
    return max(1, round(words / WORDS_A_MINUTE))


def _story(fields: _Fields) -> Story:
    extension = fields.inside("_story")
    story_id = _identity(fields)
    headline = fields.text("title", limit=MAX_TITLE)
    if not headline:
        raise _RefusedError("title: is missing or empty")
    impact = _impact(extension)
    published, modified = _dates(fields)
    verification = _verification(extension.inside("verification"))
    analysis = extension.text("analysis", block=True)
    watch = extension.text("what_to_watch", block=True)
    takeaways = extension.words("takeaways")
    return Story(
        id=story_id,
        version=extension.count("version", 1, 1),
        status=_status(extension, verification),
        url=fields.address("url"),
        headline=headline,
        summary=fields.text("summary", block=True),
        category=_category(fields, extension),
        language=extension.text("language", limit=35) or "en",
        published_at=published,
        modified_at=modified,
        sentiment=_sentiment(extension.inside("sentiment")),
        impact=impact,
        verification=verification,
        takeaways=takeaways,
        key_facts=extension.each("key_facts", _key_fact),
        entities=extension.each("entities", _entity),
        regions=tuple(dict.fromkeys(extension.words("regions"))),
        affected=extension.each("affected", _affected),
        analysis=analysis,
        what_to_watch=watch,
        reading_minutes=extension.count(
            "reading_minutes", reading_minutes((analysis, watch, *takeaways)), 1
        ),
        sample=extension.values.get("sample") is True,
        traces=extension.each("traces", _trace),
        findings=extension.each("findings", _finding),
        history=extension.each("history", _change),
        merged_into=StoryId(extension.text("merged_into")) or None,
    )


def _identity(fields: _Fields) -> StoryId:
    value = fields.values.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not clean(value):
        raise _RefusedError(f"id: should be text, not {_shown(value)}")
    if len(value) > MAX_ID:
        raise _RefusedError(f"id: has {len(value):,} characters; at most {MAX_ID:,} are allowed")
    return StoryId(clean(value))


def _impact(extension: _Fields) -> Impact:
    impact = extension.inside("impact")
    score = impact.values.get("score")
    if not _is_number(score) or int(score) != score or not 1 <= score <= 10:
        raise _RefusedError(
            f"_story.impact.score: should be a whole number from 1 to 10, not {_shown(score)}"
        )
    return Impact(score=int(score), factors=impact.each("factors", _factor))


def _dates(fields: _Fields) -> tuple[datetime, datetime]:
    published, modified = fields.moment("date_published"), fields.moment("date_modified")
    first = published or modified
    if first is None:
        raise _RefusedError("date_published: is missing or cannot be read")
    return first, max(first, modified or first)


def _status(extension: _Fields, verification: Verification) -> StoryStatus:
    several = verification.independent_sources >= 2
    default = StoryStatus.VERIFIED if several else StoryStatus.SINGLE_SOURCE
    return extension.one_of("status", StoryStatus, default)


def _category(fields: _Fields, extension: _Fields) -> str:
    given = extension.text("category", limit=100).lower()
    tags = fields.words("tags")
    return given or (tags[0].lower()[:100] if tags else "general")


def _sentiment(fields: _Fields) -> Sentiment:
    value = fields.number("value", 0.0, -1.0, 1.0)
    return Sentiment(
        label=fields.one_of("label", SentimentLabel, SentimentLabel.NEUTRAL), value=value
    )


def _factor(fields: _Fields) -> Factor | None:
    name = fields.text("name", limit=200)
    points = fields.number("points", 0.0, -100.0, 100.0)
    return Factor(name=name, points=points, because=fields.text("because", block=True))


def _verification(fields: _Fields) -> Verification:
    confidence = fields.inside("confidence")
    return Verification(
        independent_sources=fields.count("independent_sources", 1, 0),
        confidence=Confidence(
            label=confidence.one_of("label", ConfidenceLabel, ConfidenceLabel.LOW),
            value=confidence.number("value", 0.0, 0.0, 1.0),
            parts=confidence.each("parts", _factor),
        ),
        conflicts=fields.each("conflicts", _conflict),
        reports=fields.each("reports", _report),
    )


def _conflict(fields: _Fields) -> Conflict | None:
    return Conflict(about=fields.text("about"), values=fields.each("values", _conflict_value))


def _conflict_value(fields: _Fields) -> ConflictValue | None:
    return ConflictValue(value=fields.text("value"), publishers=fields.words("publishers"))


def _report(fields: _Fields) -> ReportLink | None:
    return ReportLink(
        publisher=fields.text("publisher", limit=200),
        url=fields.address("url"),
        published_at=fields.moment("published_at"),
        kind=fields.one_of("kind", SourceKind, SourceKind.UNKNOWN),
        title=fields.text("title", limit=MAX_TITLE),
        origin=fields.text("origin", limit=200),
    )


def _key_fact(fields: _Fields) -> KeyFact | None:
    text = fields.text("text")
    if not text:
        fields.wrong("text", "is missing; the fact is left out")
        return None
    return KeyFact(
        text=text,
        corroborated_by=fields.count("corroborated_by", 1, 0),
        publishers=fields.words("publishers"),
    )


def _entity(fields: _Fields) -> Entity | None:
    name = fields.text("name", limit=300) or fields.text("id", limit=300)
    if not name:
        fields.wrong("name", "is missing; the entity is left out")
        return None
    return Entity(
        id=fields.text("id", limit=300),
        name=name,
        type=fields.one_of("type", EntityType, EntityType.OTHER),
        aliases=fields.words("aliases"),
    )


def _affected(fields: _Fields) -> Affected | None:
    name = fields.text("name", limit=300)
    if not name:
        fields.wrong("name", "is missing; left out")
        return None
    return Affected(
        name=name,
        type=fields.one_of("type", EntityType, EntityType.OTHER),
        polarity=fields.one_of("polarity", Polarity, Polarity.UNKNOWN),
        because=fields.text("because"),
    )


def _trace(fields: _Fields) -> Trace | None:
    return Trace(text=fields.text("text"), urls=fields.words("urls"))


def _finding(fields: _Fields) -> Finding | None:
    return Finding(
        analyzer=fields.text("analyzer"),
        text=fields.text("text"),
        because=fields.text("because"),
        urls=fields.words("urls"),
    )


def _change(fields: _Fields) -> Change | None:
    at = fields.moment("at")
    if at is None:
        return None
    return Change(version=fields.count("version", 1, 1), at=at, what=fields.words("what"))


def _is_number(value: object) -> TypeGuard[int | float]:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def _shown(value: object) -> str:
    return "nothing" if value is None else shorten(repr(value), 60)
