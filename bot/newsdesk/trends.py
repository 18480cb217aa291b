"""The longitudinal view: how much, how weighty, how good and how sure, by region, entity, category.

Pure over stories: the latest version of each counts once, on the day it was first published (UTC).
Withdrawn stories do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from statistics import fmean
from typing import Any

from bot.domain import regions
from bot.domain.story import Story

TOP = 12
"""Lines per table; the JSON carries them all."""
SMOOTHING = 1.0
"""Added on both sides of the comparison, so that 0 -> 1 is not an infinite rise."""
ENOUGH = 3
"""Stories a line needs before it can rise or fall."""


class Span(StrEnum):
    DAY = "day"
    WEEK = "week"


class Subject(StrEnum):
    REGION = "region"
    ENTITY = "entity"
    CATEGORY = "category"


PERIODS = {Span.DAY: 14, Span.WEEK: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One period of one line. The means are None where nothing was published."""

    start: date
    stories: int = 0
    impact: float | None = None
    """Mean, 1..10."""
    sentiment: float | None = None
    """Mean, -1..1."""
    confidence: float | None = None
    """Mean, 0..1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLine:
    """One region, entity or category over the periods, oldest first."""

    key: str
    name: str
    total: Point
    points: tuple[Point, ...]
    change: float
    """Stories a period in the later half against the earlier one; 1 is steady, 2 is doubled."""

    @property
    def new(self) -> bool:
        """Whether all its stories came in the later half, so that no ratio means anything."""
        earlier, later = _halves(self.points)
        return not earlier and later > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends:
    span: Span
    starts: tuple[date, ...]
    overall: TrendLine
    lines: dict[Subject, tuple[TrendLine, ...]]
    """Most stories first."""

    def risers(self, subject: Subject, count: int = 5) -> tuple[TrendLine, ...]:
        return self._moved(subject, count, rising=True)

    def fallers(self, subject: Subject, count: int = 5) -> tuple[TrendLine, ...]:
        return self._moved(subject, count, rising=False)

    def _moved(self, subject: Subject, count: int, *, rising: bool) -> tuple[TrendLine, ...]:
        enough = [line for line in self.lines[subject] if line.total.stories >= ENOUGH]
        moved = [line for line in enough if (line.change > 1 if rising else line.change < 1)]
        return tuple(sorted(moved, key=lambda line: line.change, reverse=rising)[:count])


def trends(stories: Iterable[Story], *, now: datetime, span: Span) -> Trends:
    """What was published in the last 14 days, or 12 weeks beginning on Mondays, up to `now`."""
    starts = period_starts(now, span)
    counted = [
        story
        for story in stories
        if story.stands and starts[0] <= _day(story) <= now.astimezone(UTC).date()
    ]
    groups: dict[Subject, dict[str, list[Story]]] = {subject: {} for subject in Subject}
    names: dict[str, str] = {}
    for story in counted:
        for subject, key, name in _keys(story):
            groups[subject].setdefault(key, []).append(story)
            names.setdefault(key, name)
    return Trends(
        span=span,
        starts=starts,
        overall=_line("all", "All stories", counted, starts, span),
        lines={
            subject: _ranked(
                _line(key, names[key], found, starts, span) for key, found in grouped.items()
            )
            for subject, grouped in groups.items()
        },
    )


def period_starts(now: datetime, span: Span) -> tuple[date, ...]:
    """First days of the periods shown, oldest first; the last one is still running."""
    today = now.astimezone(UTC).date()
    count = PERIODS[span]
    if span is Span.DAY:
        return tuple(today - timedelta(days=back) for back in reversed(range(count)))
    monday = today - timedelta(days=today.weekday())
    return tuple(monday - timedelta(weeks=back) for back in reversed(range(count)))


def trends_json(found: Trends) -> dict[str, Any]:
    """Everything the page shows, for programs."""
    return {
        "span": found.span.value,
        "periods": [start.isoformat() for start in found.starts],
        "overall": _line_json(found.overall),
        **{
            f"by_{subject.value}": [_line_json(line) for line in lines]
            for subject, lines in found.lines.items()
        },
        "rising": {s.value: [line.key for line in found.risers(s)] for s in Subject},
        "falling": {s.value: [line.key for line in found.fallers(s)] for s in Subject},
    }


def _keys(story: Story) -> Iterable[tuple[Subject, str, str]]:
    for code in dict.fromkeys(story.regions):
        yield Subject.REGION, code, regions.name(regions.RegionCode(code))
    for entity in {entity.id or entity.name: entity for entity in story.entities}.values():
        yield Subject.ENTITY, entity.id or entity.name, entity.name
    yield Subject.CATEGORY, story.category, story.category


def _ranked(lines: Iterable[TrendLine]) -> tuple[TrendLine, ...]:
    return tuple(sorted(lines, key=lambda line: (-line.total.stories, line.name)))


def _line(
    key: str, name: str, stories: Sequence[Story], starts: Sequence[date], span: Span
) -> TrendLine:
    periods: dict[date, list[Story]] = defaultdict(list)
    for story in stories:
        periods[_start_of(_day(story), span)].append(story)
    points = tuple(_point(start, periods[start]) for start in starts)
    return TrendLine(
        key=key,
        name=name,
        total=_point(starts[0], stories),
        points=points,
        change=_change(points),
    )


def _point(start: date, stories: Sequence[Story]) -> Point:
    if not stories:
        return Point(start=start)
    return Point(
        start=start,
        stories=len(stories),
        impact=round(fmean(story.impact.score for story in stories), 2),
        sentiment=round(fmean(story.sentiment.value for story in stories), 3),
        confidence=round(fmean(s.verification.confidence.value for s in stories), 3),
    )


def _change(points: Sequence[Point]) -> float:
    earlier, later = _halves(points)
    return round((later + SMOOTHING) / (earlier + SMOOTHING), 2)


def _halves(points: Sequence[Point]) -> tuple[int, int]:
    """Stories in the earlier and in the later half of the periods."""
    half = len(points) // 2
    return sum(one.stories for one in points[:half]), sum(one.stories for one in points[half:])


def _day(story: Story) -> date:
    return story.published_at.astimezone(UTC).date()


def _start_of(day: date, span: Span) -> date:
    return day if span is Span.DAY else day - timedelta(days=day.weekday())


def _line_json(line: TrendLine) -> dict[str, Any]:
    return {
        "key": line.key,
        "name": line.name,
        "change": line.change,
        "new": line.new,
        "total": _point_json(line.total),
        "points": [_point_json(point) for point in line.points],
    }


def _point_json(point: Point) -> dict[str, Any]:
    return {
        "start": point.start.isoformat(),
        "stories": point.stories,
        "impact": point.impact,
        "sentiment": point.sentiment,
        "confidence": point.confidence,
    }
