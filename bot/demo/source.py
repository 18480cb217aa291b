"""The demo wire as a story source: what has been released so far, read like any other feed.

Its time starts with the first poll, so that a slow start of the process swallows nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.demo.wire import feed_document, load_wire
from bot.ports.clock import Clock
from bot.ports.sources import SourceState, StoryBatch
from bot.sources.story_feed import parse_feed


class DemoWire:
    name = "sample wire"
    every = timedelta(milliseconds=500)

    def __init__(self, *, clock: Clock, home_url: str) -> None:
        self._clock = clock
        self._home_url = home_url
        self._wire = load_wire()
        self._started_at: datetime | None = None

    async def poll(self, state: SourceState) -> StoryBatch:
        now = self._clock.now()
        start = self._started_at = self._started_at or now
        released = sum(start + entry.release <= now for entry in self._wire)
        if state.etag == str(released):
            return StoryBatch(not_modified=True, etag=state.etag)
        document = feed_document(self._wire, started_at=start, now=now, home_url=self._home_url)
        page = parse_feed(document, where=self.name)
        return StoryBatch(stories=page.stories, problems=page.problems, etag=str(released))
