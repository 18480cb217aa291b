"""Charts as geometry: where each column, line and label of an inline SVG stands.

Nothing but numbers and words is made here; the template draws, and the style sheet colours, so a
chart needs neither script nor inline style and can be read aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.text import plural
from bot.newsdesk.trends import Point, Span, TrendLine

WIDTH, HEIGHT = 720, 220
LEFT, TOP, BOTTOM = 34, 14, 24
SPARK_WIDTH, SPARK_HEIGHT = 112, 26
LINE_WIDTH, LINE_HEIGHT = 220, 64
LABELS = 7
"""Dates written under the columns, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One period: `height` is 0 where nothing was published."""

    x: float
    y: float
    width: float
    height: float
    says: str
    running: bool
    """The period is not over yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A label on an axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The larger chart: stories in each period."""

    columns: tuple[Column, ...]
    heights: tuple[Mark, ...]
    dates: tuple[Mark, ...]
    says: str
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    floor: float = HEIGHT - BOTTOM


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """Stories over the periods, small enough to stand in a table."""

    columns: tuple[Column, ...]
    says: str
    width: float = SPARK_WIDTH
    height: float = SPARK_HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How one mean ran; parted where nothing was published."""

    name: str
    latest: str
    """The mean of the whole span, as it is read."""
    runs: tuple[str, ...]
    """The points of each line."""
    dots: tuple[tuple[float, float], ...]
    middle: float
    """Height of the neutral line; of the middle of the scale where there is none."""
    low: str
    high: str
    says: str
    width: float = LINE_WIDTH
    height: float = LINE_HEIGHT


def columns(line: TrendLine, span: Span) -> Columns:
    most = max((point.stories for point in line.points), default=0)
    top = _round_top(most)
    room = HEIGHT - TOP - BOTTOM
    return Columns(
        columns=_columns(line.points, span, left=LEFT, width=WIDTH - LEFT, floor=HEIGHT - BOTTOM,
                         room=room, top=top, gap=0.28),
        heights=tuple(
            Mark(at=round(HEIGHT - BOTTOM - room * value / top, 1), text=str(value))
            for value in sorted({0, top // 2 if top % 2 == 0 else top, top})
        ),
        dates=_dates(line.points),
        says=f"Stories each {span.value}. {_told(line.points, span)}",
    )  # fmt: skip


def spark(line: TrendLine, span: Span) -> Spark:
    top = max((point.stories for point in line.points), default=0) or 1
    return Spark(
        columns=_columns(line.points, span, left=0, width=SPARK_WIDTH, floor=SPARK_HEIGHT,
                         room=SPARK_HEIGHT - 2, top=top, gap=0.2),
        says=f"{line.name}: {_told(line.points, span)}",
    )  # fmt: skip


def courses(line: TrendLine, span: Span) -> tuple[Course, ...]:
    """Mean impact, sentiment and confidence."""
    total = line.total
    return (
        _course("Impact", line.points, span, [point.impact for point in line.points],
                scale=(1, 10), latest=_number(total.impact, ".1f")),
        _course("Sentiment", line.points, span, [point.sentiment for point in line.points],
                scale=(-1, 1), latest=_number(total.sentiment, "+.2f")),
        _course("Confidence", line.points, span, [point.confidence for point in line.points],
                scale=(0, 1), latest=_number(total.confidence, ".2f")),
    )  # fmt: skip


def _columns(
    points: Sequence[Point],
    span: Span,
    *,
    left: float,
    width: float,
    floor: float,
    room: float,
    top: int,
    gap: float,
) -> tuple[Column, ...]:
    step = width / max(1, len(points))
    found = []
    for number, point in enumerate(points):
        height = round(room * point.stories / top, 1)
        found.append(
            Column(
                x=round(left + step * (number + gap / 2), 1),
                y=round(floor - height, 1),
                width=round(step * (1 - gap), 1),
                height=height,
                says=_says(point, span),
                running=number == len(points) - 1,
            )
        )
    return tuple(found)


def _course(
    name: str,
    points: Sequence[Point],
    span: Span,
    values: Sequence[float | None],
    *,
    scale: tuple[float, float],
    latest: str,
) -> Course:
    low, high = scale
    step = LINE_WIDTH / max(1, len(values) - 1)
    runs: list[list[tuple[float, float]]] = [[]]
    for number, value in enumerate(values):
        if value is None:
            runs.append([])
            continue
        share = (value - low) / (high - low)
        runs[-1].append((round(step * number, 1), round(4 + (LINE_HEIGHT - 8) * (1 - share), 1)))
    told = (
        f"{value:g} on {_day(point.start)}"
        for point, value in zip(points, values, strict=True)
        if value is not None
    )
    return Course(
        name=name,
        latest=latest,
        runs=tuple(" ".join(f"{x},{y}" for x, y in run) for run in runs if len(run) > 1),
        dots=tuple(dot for run in runs for dot in run),
        middle=LINE_HEIGHT / 2,
        low=f"{low:g}",
        high=f"{high:g}",
        says=f"Mean {name.lower()} each {span.value}: {', '.join(told) or 'no stories'}.",
    )


def _round_top(most: int) -> int:
    """The least round number that no column exceeds."""
    for top in (2, 4, 6, 8, 10, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 400, 500, 600, 800):
        if most <= top:
            return top
    return -(-most // 1_000) * 1_000


def _dates(points: Sequence[Point]) -> tuple[Mark, ...]:
    step = (WIDTH - LEFT) / max(1, len(points))
    every = max(1, -(-len(points) // LABELS))
    return tuple(
        Mark(at=round(LEFT + step * (number + 0.5), 1), text=_day(point.start))
        for number, point in enumerate(points)
        if (len(points) - 1 - number) % every == 0
    )


def _told(points: Sequence[Point], span: Span) -> str:
    busy = [point for point in points if point.stories]
    if not busy:
        return "No stories."
    return "; ".join(_says(point, span) for point in busy) + "."


def _says(point: Point, span: Span) -> str:
    when = _day(point.start) if span is Span.DAY else f"week of {_day(point.start)}"
    count = plural(point.stories, "story", "stories")
    return f"{when}: {count}" + (f", mean impact {point.impact:.1f}" if point.impact else "")


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _number(value: float | None, form: str) -> str:
    return "–" if value is None else format(value, form)
