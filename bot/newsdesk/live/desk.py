"""The live newsdesk as a story source: feeds in, decisions on the desk, verified stories out.

Everything that matters is in the store before it counts: reports before their feed is called read,
and a story's version is new only against the version kept there. So a crash at any point neither
loses a story nor makes one twice. Feeds and judgement are handed in; this file keeps the order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final, Protocol

import structlog

from bot.domain.report import Report
from bot.domain.story import Story, StoryId
from bot.domain.text import plural
from bot.errors import FetchError
from bot.newsdesk.live.decisions import Decisions, Judge
from bot.newsdesk.live.memory import Memory, Moved
from bot.newsdesk.live.reports_in import FullText, ReportsIn
from bot.ports.clock import Clock
from bot.ports.sources import SourceState, StoryBatch
from bot.store.newsdesk import Arrived
from bot.store.stores import SqlStores

log = structlog.get_logger(__name__)

NAME: Final = "newsdesk"
SNAPSHOT: Final = "newsdesk.clusters"
TICK = timedelta(seconds=15)
"""How often it looks which feeds are due and which slow ones have answered by now."""
SNAPSHOT_AFTER = 200
"""Reports that a restart may have to place and judge again: some seconds."""
SNAPSHOT_EVERY = timedelta(minutes=10)
SMALL = 3_000
"""Up to so many clusters are put down at a stop, which has to be over within seconds."""
KEEP_REPORTS = timedelta(days=35)
"""Longer than the longest saga, so that a live story never loses the reports it stands on."""
PRUNE_EVERY = timedelta(hours=6)
PAGE = 500
SLICE = 100
"""Reports placed in one go of the worker thread: a stop waits for no longer than that."""


class Feeds(Protocol):
    """All feeds together; `bot.sources.feed_poller` is one."""

    @property
    def every(self) -> timedelta: ...
    @property
    def silent(self) -> bool: ...
    @property
    def problems(self) -> tuple[str, ...]: ...
    @property
    def names(self) -> tuple[str, ...]: ...

    async def collect(self) -> tuple[Report, ...]: ...

    async def keep(self) -> None: ...

    async def close(self) -> None: ...


class NewsDesk:
    """A `bot.ports.sources.StorySource`. One poll at a time."""

    name = NAME

    def __init__(
        self,
        *,
        feeds: Feeds,
        judge: Judge,
        stores: SqlStores,
        clock: Clock,
        window: timedelta,
        story_url: Callable[[StoryId], str],
        full_text: FullText | None = None,
    ) -> None:
        self.every = min(feeds.every, TICK)
        self._feeds = feeds
        self._stores = stores
        self._clock = clock
        self._window = window
        self._incoming = ReportsIn(stores.reports, stores.notebook, full_text)
        self._decisions = Decisions(judge=judge, stores=stores, source=NAME, story_url=story_url)
        self._moved = Moved()
        self._complete = False
        """The last poll ran to its end: all that it placed and reworded is decided."""
        self._memory: Memory | None = None
        self._handed_over: tuple[Story, ...] = ()
        self._snapshot = (0, clock.now())
        self._pruned_at: datetime | None = None

    async def poll(self, state: SourceState) -> StoryBatch:
        """Ask the feeds that are due; stories that are new or changed in substance.

        Raises FetchError when not one feed answers.
        """
        memory = self._memory = self._memory or await self._restored()
        lost = await self._not_stored()
        if self._complete and not lost:
            await self._save(memory)
        self._complete = False
        arrived = await self._feeds.collect()
        if arrived:
            await self._incoming.take(arrived, now=self._clock.now())
        await self._feeds.keep()
        await self._place(memory)
        stories = await self._decisions.make(
            memory, self._moved, now=self._clock.now(), baseline=state.baseline_at is None
        )
        self._handed_over = tuple({story.id: story for story in (*lost, *stories)}.values())
        self._moved, self._complete = Moved(), True
        if self._feeds.silent and not self._handed_over:
            raise FetchError(_silence(self._feeds), source=NAME)
        return StoryBatch(stories=self._handed_over, problems=self._feeds.problems)

    async def close(self) -> None:
        """Stop asking, and remember where it stands so that the next start is quick."""
        await self._feeds.close()
        memory = self._memory
        if memory and self._complete and not await self._not_stored():
            await self._save(memory, anyway=len(memory.clusterer) <= SMALL)

    async def _restored(self) -> Memory:
        written = await self._stores.notebook.read(SNAPSHOT)
        try:
            memory = await asyncio.to_thread(Memory.thaw, written) if written else None
        except ValueError as exc:
            log.warning("newsdesk.snapshot", problem=str(exc), then="all reports are placed again")
            memory = None
        if memory is None:
            # Its word statistics come from a file, and the loop does not wait for files.
            return await asyncio.to_thread(Memory)
        self._snapshot = (memory.read_up_to, self._clock.now())
        return memory

    async def _not_stored(self) -> tuple[Story, ...]:
        """Stories of the last poll that never reached the store, because it failed then."""
        known = self._stores.stories.knows
        return tuple([one for one in self._handed_over if not await known(one.id, one.version)])

    async def _save(self, memory: Memory, *, anyway: bool = False) -> None:
        """Everything placed is decided and stored: a restart may begin from here."""
        now = self._clock.now()
        placed, saved_at = memory.read_up_to - self._snapshot[0], now - self._snapshot[1]
        due = placed >= SNAPSHOT_AFTER or saved_at >= SNAPSHOT_EVERY or anyway
        if placed and due:
            await self._stores.notebook.write(SNAPSHOT, await asyncio.to_thread(memory.freeze))
            self._snapshot = (memory.read_up_to, now)
        await self._incoming.settled()
        await self._prune(now)

    async def _prune(self, now: datetime) -> None:
        if self._pruned_at and now - self._pruned_at < PRUNE_EVERY:
            return
        self._pruned_at = now
        await self._stores.reports.prune(before=now - KEEP_REPORTS)
        await self._stores.desk.prune(before=now - KEEP_REPORTS)

    async def _place(self, memory: Memory) -> None:
        """Place what has arrived since; after a restart in the very batches it came in.

        What moved stays noted until it is decided, whatever fails in between.
        """
        for at, batch in groupby(await self._unread(memory), key=lambda one: one.at):
            together = [(one.number, one.report) for one in batch]
            for start in range(0, len(together), SLICE):
                some = [report for _, report in together[start : start + SLICE]]
                self._moved += await asyncio.to_thread(memory.add, some)
            self._moved += await asyncio.to_thread(
                memory.settle, up_to=together[-1][0], at=at, window=self._window
            )
        for report in await self._incoming.reworded():
            story = memory.clusterer.story_of(report)
            self._moved += Moved(touched=frozenset({story} if story else ()))

    async def _unread(self, memory: Memory) -> list[Arrived]:
        found: list[Arrived] = []
        while True:
            after = found[-1].number if found else memory.read_up_to
            page = await self._stores.reports.after(after, limit=PAGE)
            found += page
            if len(page) < PAGE:
                return found


def _silence(feeds: Feeds) -> str:
    reasons = "; ".join(feeds.problems[:3])
    return f"None of {plural(len(feeds.names), 'feed')} answers: {reasons}"
