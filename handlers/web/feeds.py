"""The stories in the store as a story feed (JSON Feed) and as RSS, newest change first.

Both are asked conditionally by their readers: an unchanged page answers 304 and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.domain.story import Story
from bot.domain.story_json import feed_document, timestamp
from handlers.web import limits
from handlers.web.links import safe_url, story_path
from handlers.web.refusals import RefusedRequest
from handlers.web.rss import rss_document
from handlers.web.site import Site

TITLE = "Tidings: verified stories"
ABOUT = "Every story that this Tidings knows, with its sources, newest change first."
_KNOWN_PAGES = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    stories: tuple[Story, ...]
    next_before: datetime | None
    """Where older stories begin; None on the last page."""


class Feeds:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._dates: dict[str, tuple[str, datetime]] = {}

    def routes(self) -> list[Route]:
        return [Route("/feed.json", self.json_feed), Route("/feed.xml", self.rss)]

    async def json_feed(self, request: Request) -> Response:
        base = self._site.base_url(request)
        page = await self._page(request)
        older = ""
        if page.next_before:
            older = f"{base}/feed.json?{urlencode({'before': timestamp(page.next_before)})}"
        document = feed_document(
            _with_pages(page.stories, base),
            title=TITLE,
            feed_url=f"{base}/feed.json",
            home_url=f"{base}/",
            next_url=older,
        )
        body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
        return self._conditional(request, body, "application/feed+json")

    async def rss(self, request: Request) -> Response:
        base = self._site.base_url(request)
        page = await self._page(request)
        body = rss_document(
            _with_pages(page.stories, base),
            title=TITLE,
            about=ABOUT,
            home_url=f"{base}/",
            feed_url=f"{base}/feed.xml",
        )
        return self._conditional(request, body, "application/rss+xml")

    async def _page(self, request: Request) -> FeedPage:
        """One page; stories changed at the same moment are never torn apart.

        `before` excludes its own moment, so a page that ended inside a moment would lose some.
        """
        before = _before(request)
        size = limits.FEED_PAGE
        while True:
            found = await self._site.stores.stories.changed(limit=size + 1, before=before)
            if len(found) <= size:
                return FeedPage(stories=found, next_before=None)
            cut = found[size].modified_at
            whole = tuple(story for story in found if story.modified_at > cut)
            if whole:
                return FeedPage(stories=whole, next_before=whole[-1].modified_at)
            size *= 2

    def _conditional(self, request: Request, body: bytes, media_type: str) -> Response:
        digest = hashlib.sha256(body).hexdigest()[:32]
        changed_at = self._changed_at(f"{request.url.path}?{request.url.query}", digest)
        headers = {
            # Weak: the same page may travel compressed or not.
            "ETag": f'W/"{digest}"',
            "Last-Modified": format_datetime(changed_at, usegmt=True),
            "Cache-Control": "no-cache",
        }
        if _unchanged(request, digest, changed_at):
            return Response(status_code=304, headers=headers)
        return Response(body, media_type=media_type, headers=headers)

    def _changed_at(self, page: str, digest: str) -> datetime:
        """Since when this page is what it is, in whole seconds, later with every change.

        A story's own date would not do: one that arrives late is older than what was served.
        """
        now = self._site.clock.now().astimezone(UTC).replace(microsecond=0)
        known = self._dates.get(page)
        if known is None or known[0] != digest:
            after = known[1] + timedelta(seconds=1) if known else now
            if len(self._dates) >= _KNOWN_PAGES:
                self._dates.clear()
            self._dates[page] = (digest, max(now, after))
        return self._dates[page][1]


def _with_pages(stories: Sequence[Story], base: str) -> list[Story]:
    """Stories without an address of their own get the one of our page."""
    return [
        story if safe_url(story.url) else replace(story, url=f"{base}{story_path(story.id)}")
        for story in stories
    ]


def _before(request: Request) -> datetime | None:
    text = request.query_params.get("before", "")
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise RefusedRequest(
            f"before={text[:60]!r} is no moment; write for example 2026-03-06T09:30:00Z."
        )
    return moment.astimezone(UTC)


def _unchanged(request: Request, digest: str, changed_at: datetime) -> bool:
    """Whether the reader has this very page; a tag says it better than a date."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        given = {tag.strip().removeprefix("W/").strip('"') for tag in tags.split(",")}
        return digest in given or "*" in given
    since = request.headers.get("if-modified-since", "")
    try:
        return bool(since) and parsedate_to_datetime(since) >= changed_at
    except (TypeError, ValueError):
        return False
