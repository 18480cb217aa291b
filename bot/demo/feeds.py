"""The sample feeds as report sources, so that the real newsdesk polls them like any others.

A page goes through the reader of real feeds; only its bytes come from the package instead of the
network. Time starts with the first poll of any feed, so that a slow start swallows nothing.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.demo.reports import SampleReport, feed_page, load_feeds, load_reports, released
from bot.ports.clock import Clock
from bot.ports.sources import ReportBatch, SourceState
from bot.settings import FeedSettings
from bot.sources.fetch import Fetched
from bot.sources.raw_feed import read_feed

EVERY = timedelta(seconds=2)


def sample_feeds(clock: Clock) -> tuple[SampleFeed, ...]:
    """All of them, with one start and one clock."""
    start, reports = _Start(clock), load_reports()
    return tuple(SampleFeed(settings, reports, start) for settings in load_feeds())


class SampleFeed:
    """A `bot.ports.sources.ReportSource`."""

    every = EVERY

    def __init__(
        self, settings: FeedSettings, reports: Sequence[SampleReport], start: _Start
    ) -> None:
        self.name = settings.name
        self._settings = settings
        self._reports = reports
        self._start = start

    async def poll(self, state: SourceState) -> ReportBatch:
        start, now = self._start.asked(), self._start.clock.now()
        printed = released(self._reports, feed=self.name, started_at=start, now=now)
        etag = str(len(printed))
        if state.etag == etag:
            return ReportBatch(not_modified=True, etag=etag)
        page = json.dumps(feed_page(self._settings, printed, started_at=start)).encode()
        answer = Fetched(url=self._settings.url, body=page)
        batch = await asyncio.to_thread(read_feed, answer, self._settings, fetched_at=now)
        return replace(batch, etag=etag)


@dataclass(slots=True)
class _Start:
    clock: Clock
    at: datetime | None = None

    def asked(self) -> datetime:
        """The start of the demo, which is when this is first asked."""
        self.at = self.at or self.clock.now()
        return self.at
