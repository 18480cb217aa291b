"""A story feed: JSON Feed 1.1 whose items carry a `_story` object (DESIGN.md 4.1).

Pages are followed by `next_url` until one holds only what is known. When a later page fails, the
pages before it are kept and the next poll follows the whole chain again, so nothing is lost.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin

from bot.domain.story import Story, StoryId
from bot.domain.story_json import story_from_item
from bot.domain.text import shorten
from bot.errors import ParseError, SourceError
from bot.ports.sources import SourceState, StoryBatch
from bot.sources.fetch import Fetched, Fetcher

MAX_PAGES = 100
Known = Callable[[StoryId, int], Awaitable[bool]]
"""Whether this version of a story has been stored before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """One page of a story feed, read."""

    stories: tuple[Story, ...]
    problems: tuple[str, ...]
    next_url: str = ""


def parse_feed(document: object, *, where: str, url: str = "") -> FeedPage:
    """Read a parsed JSON document. Raises ParseError when it is no feed at all."""
    if isinstance(document, list):
        document = {"items": document}
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(items, list):
        raise ParseError(
            f"{where} is JSON, but not a JSON Feed: it has no list of items.", source=where
        )
    stories: list[Story] = []
    problems: list[str] = []
    for index, item in enumerate(items):
        story, found = story_from_item(item, where=f"{where} item {_label(item, index)}")
        problems.extend(found)
        if story is not None:
            stories.append(story)
    return FeedPage(stories=tuple(stories), problems=tuple(problems), next_url=_next(document, url))


def load_json(body: bytes, *, where: str, content_type: str = "", charset: str = "") -> Any:
    """Decode and parse. Raises ParseError that says what the body looks like instead."""
    try:
        return json.loads(body)
    except UnicodeDecodeError:
        return _load_declared(body, where=where, charset=charset)
    except ValueError as exc:
        start = body[:200].lstrip().lower()
        if start.startswith(b"<") or ("html" in content_type and start[:1] not in (b"{", b"[")):
            raise ParseError(
                f"{where} answered with an HTML page, not a story feed. "
                "Check that the address is that of the feed itself.",
                source=where,
            ) from exc
        raise ParseError(f"{where} is not valid JSON: {exc}.", source=where) from exc
    except RecursionError as exc:
        raise ParseError(f"{where} is nested too deeply to be a feed.", source=where) from exc


def _load_declared(body: bytes, *, where: str, charset: str) -> Any:
    # JSON is UTF-8 by its standard; a declared older charset is still better than nothing.
    try:
        return json.loads(body.decode(charset or "utf-8"))
    except (ValueError, LookupError) as exc:
        raise ParseError(
            f"{where} is not in UTF-8, as JSON must be ({exc}).", source=where
        ) from exc


def _label(item: object, index: int) -> str:
    identity = item.get("id") if isinstance(item, dict) else None
    if isinstance(identity, str | int) and str(identity).strip():
        return repr(shorten(str(identity), 80))
    return str(index + 1)


def _next(document: dict[str, Any], url: str) -> str:
    target = document.get("next_url")
    return urljoin(url, target) if isinstance(target, str) and target else ""


class StoryFeed:
    """A story source over HTTP."""

    def __init__(
        self,
        *,
        name: str,
        url: str,
        every: timedelta,
        fetcher: Fetcher,
        known: Known,
        allow_private: bool = False,
    ) -> None:
        self.name = name
        self.every = every
        self._url = url
        self._fetcher = fetcher
        self._known = known
        self._allow_private = allow_private

    async def poll(self, state: SourceState) -> StoryBatch:
        fresh = state.unfinished
        first = await self._fetch(
            self._url,
            etag="" if fresh else state.etag,
            last_modified="" if fresh else state.last_modified,
        )
        if first.not_modified:
            return StoryBatch(not_modified=True, etag=state.etag, last_modified=state.last_modified)
        return await self._pages(first, whole_chain=fresh)

    async def _pages(self, first: Fetched, *, whole_chain: bool) -> StoryBatch:
        stories: list[Story] = []
        problems: list[str] = []
        seen = {self._url, first.url}
        answer, unfinished = first, False
        while True:
            try:
                page = self._parse(answer)
                stories.extend(page.stories)
                problems.extend(page.problems)
                if not page.next_url or not (whole_chain or await self._any_new(page)):
                    break
                if end := self._dead_end(page.next_url, seen):
                    problems.append(f"{self.name}: {end}")
                    break
                seen.add(page.next_url)
                answer = await self._fetch(page.next_url)
            except SourceError as exc:
                if answer is first and not stories:
                    raise
                problems.append(f"{self.name}: the older pages could not be read: {exc}")
                unfinished = True
                break
        return StoryBatch(
            stories=tuple(stories),
            problems=tuple(problems),
            etag=first.etag,
            last_modified=first.last_modified,
            unfinished=unfinished,
        )

    async def _any_new(self, page: FeedPage) -> bool:
        """Newest change first: a page with a known item is followed by known ones only."""
        known = [await self._known(story.id, story.version) for story in page.stories]
        return not any(known)

    def _dead_end(self, url: str, seen: set[str]) -> str:
        """Why the chain is not followed any further; asking for all of it again would not help."""
        if url in seen:
            return f"next_url leads in a circle, back to {url}"
        if len(seen) >= MAX_PAGES:
            return f"there are more than {MAX_PAGES} pages; the oldest are left out"
        return ""

    async def _fetch(self, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        return await self._fetcher.get(
            url, etag=etag, last_modified=last_modified, allow_private=self._allow_private
        )

    def _parse(self, answer: Fetched) -> FeedPage:
        document = load_json(
            answer.body,
            where=self.name,
            content_type=answer.content_type,
            charset=answer.charset,
        )
        return parse_feed(document, where=self.name, url=answer.url)
