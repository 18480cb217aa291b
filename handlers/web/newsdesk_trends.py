"""/trends and /trends.json: what was published, by region, entity and category, over time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from bot.domain.story import Story
from bot.newsdesk.trends import Span, Subject, TrendLine, Trends, period_starts, trends, trends_json
from handlers.web import newsdesk_charts as charts
from handlers.web.refusals import RefusedRequest
from handlers.web.site import Site

ROWS: Final = 12
MOST_STORIES: Final = 20_000
FRESH_FOR: Final = timedelta(seconds=30)
"""How long one count is shown; twelve weeks of stories take a moment to read."""
HEADINGS: Final = {
    Subject.REGION: ("Regions", "Region"),
    Subject.CATEGORY: ("Categories", "Category"),
    Subject.ENTITY: ("Names", "Name"),
}
"""Of a table, and of its first column."""
STEADY: Final = 0.15
"""A change this near to 1 is shown as steady."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table, as it is read."""

    name: str
    line: TrendLine
    spark: charts.Spark
    arrow: str
    change: str


class TrendPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._counted: dict[Span, tuple[datetime, Trends]] = {}

    def routes(self) -> list[Route]:
        return [Route("/trends", self.show), Route("/trends.json", self.json)]

    async def show(self, request: Request) -> Response:
        found = await self._trends(_span(request))
        page = self._site.renderer.page("newsdesk_trends.html", **_view(found))
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    async def json(self, request: Request) -> Response:
        found = await self._trends(_span(request))
        return JSONResponse(trends_json(found), headers={"Cache-Control": "no-cache"})

    async def _trends(self, span: Span) -> Trends:
        now = self._site.clock.now()
        counted = self._counted.get(span)
        if counted and now - counted[0] < FRESH_FOR:
            return counted[1]
        first = datetime.combine(period_starts(now, span)[0], time(), UTC)
        stories: tuple[Story, ...] = await self._site.stores.stories.between(
            first, now + timedelta(minutes=1), limit=MOST_STORIES
        )
        found = await asyncio.to_thread(trends, stories, now=now, span=span)
        self._counted[span] = (now, found)
        return found


def _span(request: Request) -> Span:
    asked = request.query_params.get("span", Span.DAY.value)
    try:
        return Span(asked)
    except ValueError as exc:
        raise RefusedRequest(f"span={asked[:40]!r} is neither day nor week.") from exc


def _view(found: Trends) -> dict[str, Any]:
    """What the template shows."""
    span = found.span
    lines = {subject: _shown(found, subject) for subject in HEADINGS}
    return {
        "span": span.value,
        "spans": [one.value for one in Span],
        "total": found.overall.total,
        "periods": len(found.starts),
        "chart": charts.columns(found.overall, span),
        "courses": charts.courses(found.overall, span),
        "comparable": not found.overall.new,
        "movers": [
            ("Rising", [_row(*one, span) for one in _moved(found, rising=True)]),
            ("Falling", [_row(*one, span) for one in _moved(found, rising=False)]),
        ],
        "tables": [
            (
                *HEADINGS[subject],
                [_row(subject, line, span) for line in lines[subject][:ROWS]],
                max(0, len(lines[subject]) - ROWS),
            )
            for subject in HEADINGS
        ],
    }


def _shown(found: Trends, subject: Subject) -> list[TrendLine]:
    """The lines of a table; a country that is a region already is no further name."""
    if subject is not Subject.ENTITY:
        return list(found.lines[subject])
    places = {line.name for line in found.lines[Subject.REGION]}
    return [line for line in found.lines[subject] if line.name not in places]


def _moved(found: Trends, *, rising: bool) -> list[tuple[Subject, TrendLine]]:
    """The strongest movers of all subjects together, five at most, each name once."""
    moved = {
        line.name: (subject, line)
        for subject in reversed(HEADINGS)
        for line in (found.risers(subject) if rising else found.fallers(subject))
        if abs(line.change - 1) > STEADY
    }
    return sorted(moved.values(), key=lambda one: one[1].change, reverse=rising)[:5]


def _row(subject: Subject, line: TrendLine, span: Span) -> Row:
    if line.new:
        arrow, change = "↑", "new"
    elif abs(line.change - 1) <= STEADY:
        arrow, change = "→", "steady"
    else:
        arrow, change = ("↑" if line.change > 1 else "↓"), f"× {line.change:.1f}"
    name = line.name.capitalize() if subject is Subject.CATEGORY else line.name
    return Row(name=name, line=line, spark=charts.spark(line, span), arrow=arrow, change=change)
