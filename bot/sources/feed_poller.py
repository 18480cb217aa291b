"""Ask all raw feeds that are due, at the same time, and remember how each of them fares.

A feed that fails or hangs is asked again more slowly and never keeps another one waiting. What a
feed answered counts as read only with `keep`: after a crash before that it is read again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.domain.report import Report, ReportId
from bot.domain.text import plural
from bot.errors import FetchError, ParseError, SourceError
from bot.observability import POLLS
from bot.ports.clock import Clock
from bot.ports.handlers import Finding
from bot.ports.sources import ReportBatch, ReportSource, SourceState
from bot.ports.stores import SourceStore
from bot.sources.intake import backoff, stale

log = structlog.get_logger(__name__)

PATIENCE = timedelta(seconds=5)
"""A feed that answers later than this is taken with the next round."""
AT_ONCE = 16
EARLY = timedelta(seconds=5)
"""The tick a feed falls due on must not be missed by a hair; at most a tenth of its interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What one feed answered, or that it did not."""

    state: SourceState
    """As it is to be kept once the reports are safe."""
    page: tuple[Report, ...] | None = None
    """All its items; None where it failed or said that nothing changed."""
    fresh: tuple[Report, ...] = ()
    """Those that are new or worded differently than in its page before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedStatus:
    """How a feed fares: for the desk page and /healthz."""

    name: str
    state: SourceState
    stale: bool
    problems: tuple[str, ...]
    """Items that could not be used in its latest page."""


class FeedPoller:
    """One for all feeds of the newsdesk."""

    def __init__(
        self,
        feeds: Sequence[ReportSource],
        *,
        sources: SourceStore,
        clock: Clock,
        patience: timedelta = PATIENCE,
    ) -> None:
        self.feeds = tuple(feeds)
        self._sources = sources
        self._clock = clock
        self._patience = patience
        self._due: dict[str, datetime] = {}
        self._known: dict[str, SourceState] = {}
        self._answers: list[_Answer] = []
        self._running: dict[str, asyncio.Task[_Answer]] = {}
        self._pages: dict[str, dict[ReportId, int]] = {}
        self._problems: dict[str, tuple[str, ...]] = {}
        self._errors: dict[str, str] = {}
        self._room = asyncio.Semaphore(AT_ONCE)

    @property
    def every(self) -> timedelta:
        """The shortest interval of any feed."""
        return min((feed.every for feed in self.feeds), default=timedelta(minutes=10))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(feed.name for feed in self.feeds)

    @property
    def silent(self) -> bool:
        """Whether not one feed answered when it was last asked."""
        return bool(self.feeds) and len(self._errors) == len(self.feeds)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong now: feeds that do not answer, and items that could not be used."""
        failing = (f"feed {name}: {error}" for name, error in sorted(self._errors.items()))
        items = (line for name in sorted(self._problems) for line in self._problems[name])
        return (*failing, *items)

    async def collect(self) -> tuple[Report, ...]:
        """Ask the feeds that are due; what is new in all answers that are not kept yet."""
        if not self._known:
            self._known = {state.name: state for state in await self._sources.all()}
        started = [self._start(feed) for feed in self.feeds if self._is_due(feed)]
        if started:
            await asyncio.wait(started, timeout=self._patience.total_seconds())
        for feed in self.feeds:
            if feed.name in self._running and self._running[feed.name].done():
                self._answers.append(self._running.pop(feed.name).result())
        return tuple(report for answer in self._answers for report in answer.fresh)

    async def keep(self) -> None:
        """All that was collected is safe: remember where each feed stands."""
        answers = tuple(self._answers)
        if not answers:
            return
        await self._sources.save(*(answer.state for answer in answers))
        for answer in answers:
            name = answer.state.name
            self._known[name] = answer.state
            if answer.page is not None:
                self._pages[name] = {report.id: _wording(report) for report in answer.page}
        del self._answers[: len(answers)]

    async def statuses(self) -> tuple[FeedStatus, ...]:
        """Every feed as it was at its latest poll, in the order of the settings."""
        now = self._clock.now()
        known = self._known or {state.name: state for state in await self._sources.all()}
        found = []
        for feed in self.feeds:
            state = known.get(feed.name, SourceState(name=feed.name))
            waiting = state.last_attempt_at is None
            found.append(
                FeedStatus(
                    name=feed.name,
                    state=state,
                    stale=not waiting and stale(state, feed.every, now),
                    problems=self._problems.get(feed.name, ()),
                )
            )
        return tuple(found)

    async def findings(self) -> AsyncIterator[Finding]:
        """Ask every feed once, several at a time, and keep nothing: for `tidings check`."""
        asked = [asyncio.create_task(self._finding(feed)) for feed in self.feeds]
        try:
            for task in asked:
                yield await task
        finally:
            await _ended(asked)

    async def close(self) -> None:
        """Leave alone what has not answered."""
        await _ended(tuple(self._running.values()))
        self._running.clear()

    def _is_due(self, feed: ReportSource) -> bool:
        now = self._clock.now()
        return feed.name not in self._running and now >= self._due.get(feed.name, now)

    def _start(self, feed: ReportSource) -> asyncio.Task[_Answer]:
        task = asyncio.create_task(self._ask(feed))
        self._running[feed.name] = task
        return task

    async def _ask(self, feed: ReportSource) -> _Answer:
        known = self._known.get(feed.name, SourceState(name=feed.name))
        state = replace(known, last_attempt_at=self._clock.now())
        try:
            async with self._room:
                batch = await feed.poll(state)
        except SourceError as error:
            return self._failed(feed, state, error)
        except Exception as exc:
            # A job boundary: whatever one feed's page does to a parser, the others go on.
            log.exception("feed.crashed", feed=feed.name)
            words = f"{feed.name} cannot be read: {type(exc).__name__}: {exc}"
            return self._failed(feed, state, ParseError(words))
        return self._answered(feed, state, batch)

    def _failed(self, feed: ReportSource, state: SourceState, error: SourceError) -> _Answer:
        failed = replace(state, failures=state.failures + 1, last_error=str(error))
        wait = error.retry_after if isinstance(error, FetchError) else None
        pause = max(wait or timedelta(0), backoff(feed.every, failed.failures))
        self._due[feed.name] = self._clock.now() + pause
        self._errors[feed.name] = str(error)
        POLLS.labels(source=feed.name, outcome="error").inc()
        return _Answer(state=failed)

    def _answered(self, feed: ReportSource, state: SourceState, batch: ReportBatch) -> _Answer:
        now = self._clock.now()
        self._due[feed.name] = now + feed.every - min(EARLY, feed.every / 10)
        if self._errors.pop(feed.name, ""):
            log.info("feed.recovered", feed=feed.name)
        POLLS.labels(source=feed.name, outcome="unchanged" if batch.not_modified else "ok").inc()
        answered = replace(
            state,
            etag=batch.etag,
            last_modified=batch.last_modified,
            last_success_at=now,
            failures=0,
            last_error="",
            baseline_at=state.baseline_at or now,
        )
        if batch.not_modified:
            return _Answer(state=answered)
        self._problems[feed.name] = batch.problems
        before = self._pages.get(feed.name, {})
        fresh = tuple(r for r in batch.reports if before.get(r.id) != _wording(r))
        return _Answer(state=answered, page=batch.reports, fresh=fresh)

    async def _finding(self, feed: ReportSource) -> Finding:
        where = f"feed {feed.name}"
        try:
            async with self._room:
                batch = await feed.poll(SourceState(name=feed.name))
        except SourceError as error:
            fix = "correct its address under newsdesk.feeds, or remove it"
            return Finding(where=where, ok=False, what=str(error), fix=fix)
        if batch.problems and not batch.reports:
            return Finding(where=where, ok=False, what=batch.problems[0])
        what = f"answers with {plural(len(batch.reports), 'item')}"
        if batch.problems:
            what += f"; {len(batch.problems)} left out, the first: {batch.problems[0]}"
        return Finding(where=where, ok=True, what=what)


def _wording(report: Report) -> int:
    return hash((report.title, report.text))


async def _ended(tasks: Sequence[asyncio.Task[object]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
