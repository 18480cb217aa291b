"""Story pages over HTTP: one address, one story."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.errors import ParseError
from bot.ports.clock import Clock
from bot.ports.sources import SourceState, StoryBatch
from bot.sources.fetch import Fetched, Fetcher
from bot.sources.local_files import read_story_file
from bot.sources.story_feed import load_json, parse_feed
from bot.sources.story_html import parse_story_text


class StoryPage:
    """A story source that is a single page, as text, HTML or JSON."""

    def __init__(
        self,
        *,
        name: str,
        url: str,
        every: timedelta,
        fetcher: Fetcher,
        clock: Clock,
        allow_private: bool = False,
    ) -> None:
        self.name = name
        self.every = every
        self._url = url
        self._fetcher = fetcher
        self._clock = clock
        self._allow_private = allow_private

    async def poll(self, state: SourceState) -> StoryBatch:
        answer = await self._fetcher.get(
            self._url,
            etag=state.etag,
            last_modified=state.last_modified,
            allow_private=self._allow_private,
        )
        if answer.not_modified:
            return StoryBatch(not_modified=True, etag=state.etag, last_modified=state.last_modified)
        return read_answer(answer, self._clock, where=self.name)


def read_answer(answer: Fetched, clock: Clock, *, where: str) -> StoryBatch:
    """The story or stories behind an address, whatever their form."""
    bare = StoryBatch(etag=answer.etag, last_modified=answer.last_modified)
    if "json" in answer.content_type:
        page = parse_feed(load_json(answer.body, where=where), where=where, url=answer.url)
        return replace(bare, stories=page.stories, problems=page.problems)
    story = parse_story_text(
        decode(answer, where=where),
        where=where,
        fallback=clock.now().replace(microsecond=0),
        url=answer.url,
    )
    return replace(bare, stories=(story,))


def decode(answer: Fetched, *, where: str) -> str:
    """The body as text, by its declared charset or else as UTF-8."""
    try:
        return answer.body.decode(answer.charset or "utf-8-sig")
    except (UnicodeDecodeError, LookupError):
        if b"\x00" in answer.body[:1_000]:
            raise ParseError(f"{where} is not text.", source=where) from None
        return answer.body.decode("utf-8", errors="replace")


async def read_story(
    file_or_url: str, fetcher: Fetcher, clock: Clock, *, allow_private: bool = False
) -> StoryBatch:
    """The story of one page, from a file or an address. Raises SourceError in words."""
    if file_or_url.startswith(("http://", "https://")):
        answer = await fetcher.get(file_or_url, allow_private=allow_private)
        return read_answer(answer, clock, where=file_or_url)
    now = clock.now().replace(microsecond=0)
    stories, problems = await asyncio.to_thread(
        read_story_file, Path(file_or_url), where=file_or_url, undated=now
    )
    undated = tuple(
        f"{file_or_url} does not say when it was published; dated now"
        for story in stories
        if story.published_at == now
    )
    return StoryBatch(stories=stories, problems=(*problems, *undated))
