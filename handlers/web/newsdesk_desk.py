"""/desk and /desk.json: every candidate with its state and the reason, published or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from bot.domain.desk import DeskEntry
from bot.domain.report import Report
from bot.domain.story_json import timestamp
from bot.newsdesk.live.decisions import MERGED
from bot.newsdesk.methodology import STATE_WORDS
from bot.observability import mask
from bot.sources.feed_poller import FeedStatus
from handlers.web.refusals import RefusedRequest
from handlers.web.site import Site

ENTRIES: Final = 100
"""Candidates on the page, the latest decisions; /desk.json takes limit=."""
MOST_ENTRIES: Final = 1_000
REPORTS: Final = 12
"""Reports listed under one candidate."""
STATES: Final[Mapping[str, str]] = {
    **{state.value: word.capitalize() for state, word in STATE_WORDS.items()},
    MERGED: "Merged",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A candidate as the page shows it."""

    entry: DeskEntry
    word: str
    reports: tuple[Report, ...]
    more: int
    published: bool


class DeskPages:
    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[Route]:
        return [Route("/desk", self.show), Route("/desk.json", self.json)]

    async def show(self, request: Request) -> Response:
        state = _state(request)
        entries = await self._site.stores.desk.entries(state=state, limit=ENTRIES)
        counts = await self._site.stores.desk.counts()
        feeds = await self._site.feeds()
        page = self._site.renderer.page(
            "newsdesk_desk.html",
            state=state,
            tabs=[(key, word, counts.get(key, 0)) for key, word in STATES.items()],
            all=sum(counts.values()),
            candidates=await self._shown(entries),
            most=ENTRIES,
            feeds=feeds,
            failing=[feed for feed in feeds if feed.state.last_error],
        )
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    async def json(self, request: Request) -> Response:
        entries = await self._site.stores.desk.entries(state=_state(request), limit=_limit(request))
        document = {
            "counts": await self._site.stores.desk.counts(),
            "candidates": [_entry_json(entry) for entry in entries],
            "feeds": [feed_json(feed) for feed in await self._site.feeds()],
        }
        return JSONResponse(document, headers={"Cache-Control": "no-cache"})

    async def _shown(self, entries: Sequence[DeskEntry]) -> list[Shown]:
        wanted = [report for entry in entries for report in entry.reports[:REPORTS]]
        known = await self._site.stores.reports.get(wanted)
        stories = self._site.stores.stories
        return [
            Shown(
                entry=entry,
                word=STATES.get(entry.state, entry.state),
                reports=tuple(known[one] for one in entry.reports[:REPORTS] if one in known),
                more=max(0, len(entry.reports) - REPORTS),
                published=await stories.get(entry.story) is not None,
            )
            for entry in entries
        ]


def _state(request: Request) -> str:
    asked = request.query_params.get("state", "")
    if asked and asked not in STATES:
        raise RefusedRequest(f"state={asked[:40]!r} is none of {', '.join(STATES)}.")
    return asked


def _limit(request: Request) -> int:
    asked = request.query_params.get("limit", str(ENTRIES))
    if not (asked.isascii() and asked.isdigit() and 1 <= int(asked[:9]) <= MOST_ENTRIES):
        raise RefusedRequest(f"limit={asked[:40]!r} is no number from 1 to {MOST_ENTRIES}.")
    return int(asked)


def _entry_json(entry: DeskEntry) -> dict[str, Any]:
    return {**asdict(entry), "decided_at": timestamp(entry.decided_at)}


def feed_json(feed: FeedStatus) -> dict[str, Any]:
    """How a feed fares, for programs; /healthz shows the same."""
    last = feed.state.last_success_at
    return {
        "name": feed.name,
        "stale": feed.stale,
        "last_success_at": timestamp(last) if last else None,
        "failures": feed.state.failures,
        "last_error": mask(feed.state.last_error),
        "problems": list(feed.problems),
    }
