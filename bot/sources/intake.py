"""Poll the story sources and store what is new.

One broken source never stops another: its error is kept on the source, shown by `check`, the page
and /healthz, logged once when it begins and once when it ends, and it is asked again more slowly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.domain.story import AHEAD, Story
from bot.errors import FetchError, SourceError
from bot.observability import POLLS, REJECTED, STORIES
from bot.ports.clock import Clock
from bot.ports.sources import SourceState, StoryBatch, StorySource
from bot.ports.stores import Stores

log = structlog.get_logger(__name__)

SLOWEST = timedelta(minutes=15)
"""A failing source is asked at least this often, so that it comes back by itself."""
STALE_POLLS = 3
"""Missed polls in a row after which a source counts as stale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What one poll brought: for the log, the tests and the page."""

    source: str
    added: tuple[Story, ...] = ()
    problems: tuple[str, ...] = ()
    error: str = ""


class Intake:
    """Polls sources that are due; all state is in the store."""

    def __init__(self, *, stores: Stores, clock: Clock) -> None:
        self._stores = stores
        self._clock = clock
        self._problems: dict[str, tuple[str, ...]] = {}
        self._not_before: dict[str, datetime] = {}

    def problems(self, source: str) -> tuple[str, ...]:
        """Lines about broken items in the latest page of a source that had any."""
        return self._problems.get(source, ())

    async def poll(self, source: StorySource) -> Polled | None:
        """Poll once; None when the source asked to be left alone for longer."""
        now = self._clock.now()
        if now < self._not_before.get(source.name, now):
            return None
        state = replace(await self._stores.sources.state(source.name), last_attempt_at=now)
        try:
            batch = await source.poll(state)
        except SourceError as exc:
            return await self._failed(source, state, exc)
        return await self._succeeded(source, state, batch)

    async def _failed(self, source: StorySource, state: SourceState, error: SourceError) -> Polled:
        failed = replace(state, failures=state.failures + 1, last_error=str(error))
        wait = error.retry_after if isinstance(error, FetchError) else None
        self._not_before[source.name] = self._clock.now() + max(
            wait or timedelta(0), backoff(source.every, failed.failures)
        )
        if state.last_error != failed.last_error:
            log.warning("source.failed", source=source.name, error=str(error))
        POLLS.labels(source=source.name, outcome="error").inc()
        await self._stores.sources.save(failed)
        return Polled(source=source.name, error=str(error))

    async def _succeeded(
        self, source: StorySource, state: SourceState, batch: StoryBatch
    ) -> Polled:
        now = self._clock.now()
        first = state.baseline_at is None
        stories = tuple(_not_ahead(story, now) for story in batch.stories)
        old = tuple(story for story in stories if _was_there(story, state))
        new = tuple(story for story in stories if not _was_there(story, state))
        keep = self._stores.stories.add
        added = (
            *await keep(old, source=source.name, now=now, history=True),
            *await keep(new, source=source.name, now=now),
        )
        await self._stores.sources.save(
            replace(
                state,
                etag=batch.etag,
                last_modified=batch.last_modified,
                last_success_at=now,
                failures=0,
                last_error="",
                unfinished=batch.unfinished,
                baseline_at=state.baseline_at or now,
            )
        )
        self._not_before.pop(source.name, None)
        if state.last_error:
            log.info("source.recovered", source=source.name)
        self._report(source.name, batch, added, first=first)
        return Polled(source=source.name, added=added, problems=batch.problems)

    def _report(self, name: str, batch: StoryBatch, added: Sequence[Story], *, first: bool) -> None:
        POLLS.labels(source=name, outcome="unchanged" if batch.not_modified else "ok").inc()
        if batch.not_modified:
            return
        for problem in batch.problems:
            if problem not in self._problems.get(name, ()):
                REJECTED.labels(source=name).inc()
                log.warning("source.item", source=name, problem=problem)
        self._problems[name] = batch.problems
        STORIES.labels(source=name).inc(len(added))
        if added:
            log.info("source.stories", source=name, new=len(added), history=first)


def backoff(every: timedelta, failures: int) -> timedelta:
    """How long to leave a failing source alone: doubling, up to a quarter of an hour."""
    doubled: int = 2 ** min(failures - 1, 10)
    # A little less than the interval, so that the tick it falls on is not missed.
    return min(every * doubled, max(every, SLOWEST)) * 0.9


def stale(state: SourceState, every: timedelta, now: datetime) -> bool:
    """Whether a source has brought nothing readable for several polls."""
    last = state.last_success_at
    return last is None or now - last > STALE_POLLS * every + timedelta(seconds=30)


def _was_there(story: Story, state: SourceState) -> bool:
    """Whether it stood in the feed before the first start, of which nothing is posted.

    After a poll that broke off, the older pages bring what the first poll could not read.
    """
    first = state.baseline_at
    return first is None or (state.unfinished and story.modified_at <= first)


def _not_ahead(story: Story, now: datetime) -> Story:
    if story.modified_at <= now + AHEAD:
        return story
    return replace(story, modified_at=now, published_at=min(story.published_at, now))
