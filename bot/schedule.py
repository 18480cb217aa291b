"""The clock behind everything periodic. The only importer of apscheduler, and no state in it.

What is due and what was done stands in the store; a job that is missed simply runs next time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger(__name__)

Job = Callable[[], Awaitable[object]]


class SystemClock:
    """The wall clock; everything else is told the time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, pause: timedelta) -> None:
        await asyncio.sleep(max(0.0, pause.total_seconds()))


class Schedule:
    """Runs jobs at intervals on the event loop, never two runs of one job at once."""

    def __init__(self) -> None:
        # grace None: a late run still runs. Without it APScheduler drops jobs 1 s late.
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def every(self, interval: timedelta, job: Job, *, name: str) -> None:
        """Run `job` now and then every `interval`."""
        self._scheduler.add_job(
            _guarded(job, name),
            "interval",
            seconds=interval.total_seconds(),
            id=name,
            name=name,
            replace_existing=True,
            next_run_time=datetime.now(UTC),
        )

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)


def _guarded(job: Job, name: str) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await job()
        except asyncio.CancelledError:
            # The process ends and this was the whole task; APScheduler would print a traceback.
            log.debug("job.cancelled", job=name)
        except Exception:
            # A job boundary: one failed run is logged and the next one comes as planned.
            log.exception("job.failed", job=name)

    return run
