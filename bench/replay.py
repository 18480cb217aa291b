"""A day's 5,000 reports from their appearance to the post in the local web channel, one process.

    .venv/bin/python -m bench.replay [--reports 5000] [--days 1] [--every 120] [--window 7]

Time is an argument: the clock of the run is set forward from poll to poll, nothing waits. What is
measured is the work of each poll on the wall clock: store the reports, cluster, judge, store the
stories, match and post; a post's lag is that of its whole poll. Memory grows until the window and
the bounded caches are full: `--reports 300 --days 10 --window 2 --every 1800` shows that. `MB` is
what the process holds, `k live` how many thousand Python objects are alive. Beside it stands a desk
that keeps no state and clusters everything anew at every poll, timed on the same reports.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.replay_news import DAY, a_day, desks
from bench.start import resident
from bot.app import App, build
from bot.commands.model import Caller
from bot.domain.report import Report
from bot.newsdesk.clustering.closed_set import cluster_all
from bot.newsdesk.live.desk import NewsDesk
from bot.newsdesk.live.judging import PipelineJudge
from bot.newsdesk.pipeline import Desk as Rules
from bot.observability import configure_logging
from bot.ports.sources import ReportBatch, SourceState
from bot.settings import (
    DatabaseSettings,
    DiscordSettings,
    NewsdeskSettings,
    Settings,
    SlackSettings,
    WebSettings,
)
from bot.sources.feed_poller import FeedPoller
from bot.store import SqlStores
from handlers.web.site import HOME

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
FEEDS = 40
SHOWN = 30
"""Items on a feed's page."""


class ReplayClock:
    """Stands where the replay is; whoever sleeps moves it on."""

    def __init__(self) -> None:
        self.at = BEGIN

    def now(self) -> datetime:
        return self.at

    async def sleep(self, pause: timedelta) -> None:
        self.at += max(pause, timedelta(0))
        await asyncio.sleep(0)


@dataclass(slots=True)
class ReplayFeed:
    """A feed's page at the time of the clock: the latest items that have appeared."""

    name: str
    clock: ReplayClock
    items: list[Report] = field(default_factory=list)
    every: timedelta = timedelta(seconds=1)

    async def poll(self, state: SourceState) -> ReportBatch:
        del state
        return ReportBatch(reports=tuple(self.items[-SHOWN:]))


@dataclass(frozen=True, slots=True)
class Poll:
    """One poll on the wall clock."""

    seconds: float
    reports: int
    posts: int
    at: datetime


def a_desk(app: App, feeds: dict[str, ReplayFeed], clock: ReplayClock) -> NewsDesk:
    assert isinstance(app.stores, SqlStores)
    return NewsDesk(
        feeds=FeedPoller(tuple(feeds.values()), sources=app.stores.sources, clock=clock),
        judge=PipelineJudge(Rules()),
        stores=app.stores,
        clock=clock,
        window=app.settings.newsdesk.window,
        story_url=lambda story: f"http://127.0.0.1/stories/{story}",
    )


async def replay(
    app: App,
    desk: NewsDesk,
    days: int,
    options: argparse.Namespace,
    feeds: dict[str, ReplayFeed],
    clock: ReplayClock,
) -> list[Poll]:
    polls: list[Poll] = []
    publishers = desks(FEEDS)
    for day in range(days):
        start = BEGIN + (day + 1) * DAY
        waiting = a_day(start, options.reports, publishers=publishers, seed=options.seed)
        waiting.reverse()
        for step in range(1, int(DAY.total_seconds() // options.every) + 1):
            clock.at = max(clock.at, start + timedelta(seconds=step * options.every))
            polls.append(await one_poll(app, desk, waiting, feeds, clock))
        gc.collect()
        print(row(day + 1, polls[-step:]))
    return polls


async def one_poll(
    app: App,
    desk: NewsDesk,
    waiting: list[Report],
    feeds: dict[str, ReplayFeed],
    clock: ReplayClock,
) -> Poll:
    appeared = 0
    while waiting and waiting[-1].published_at and waiting[-1].published_at <= clock.at:
        report = waiting.pop()
        feeds[report.feed].items.append(report)
        appeared += 1
    for feed in feeds.values():
        del feed.items[:-SHOWN]
    began = time.perf_counter()
    await app.intake.poll(desk)
    await app.match()
    posts = 0
    while sent := await app.worker.run_once():
        posts += sent
    return Poll(time.perf_counter() - began, appeared, posts, clock.at)


def heading(options: argparse.Namespace) -> str:
    columns = (
        "reports",
        "posts",
        "busy s",
        "reports/s",
        "p50 ms",
        "p95 ms",
        "max ms",
        "MB",
        "k live",
    )
    widths = (8, 7, 8, 10, 8, 8, 8, 8, 8)
    return (
        f"{options.reports:,} reports a day from {FEEDS} feeds, a poll every {options.every} s.\n"
        f"A report waits {options.every / 2:g} s on average for its poll; that is not counted.\n"
        " day " + " ".join(f"{c:>{w}}" for c, w in zip(columns, widths, strict=True))
    )


def row(day: int, polls: Sequence[Poll]) -> str:
    reports, posts = sum(p.reports for p in polls), sum(p.posts for p in polls)
    busy = sum(p.seconds for p in polls)
    lags = sorted(p.seconds for p in polls for _ in range(p.posts)) or [0.0]
    return (
        f"{day:>4} {reports:>8,} {posts:>7,} {busy:>8.1f} {reports / busy:>10.0f}"
        f" {statistics.median(lags) * 1_000:>8.0f} {lags[int(len(lags) * 0.95)] * 1_000:>8.0f}"
        f" {max(lags) * 1_000:>8.0f} {resident(os.getpid()):>8.0f}"
        f" {sys.getallocatedblocks() / 1_000:>8.0f}"
    )


def naive(options: argparse.Namespace) -> None:
    """What one poll costs a desk without state, by how many reports it holds."""
    reports = a_day(BEGIN + DAY, options.reports, publishers=desks(FEEDS), seed=options.seed)
    print("\nWithout state: everything clustered anew at each poll")
    print(f"{'reports held':>13} {'seconds a poll':>15}")
    for count in (options.reports // 10, options.reports // 2, options.reports):
        began = time.perf_counter()
        cluster_all(reports[:count])
        print(f"{count:>13,} {time.perf_counter() - began:>15.2f}")


async def main(options: argparse.Namespace) -> None:
    configure_logging(level="error", style="console")
    clock = ReplayClock()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            slack=SlackSettings(enabled=False),
            discord=DiscordSettings(enabled=False),
            newsdesk=NewsdeskSettings(window=timedelta(days=options.window)),
            web=WebSettings(port=0),
            database=DatabaseSettings(url=f"sqlite:///{Path(folder) / 'replay.db'}"),
        )
        async with build(settings, clock=clock) as app:
            assert isinstance(app.stores, SqlStores)
            await app.keeper.seen(HOME)
            caller = Caller(channel=HOME, user_id="bench", may_write=True)
            await app.commands.say(caller, "subscribe impact>=1")
            feeds = {desk.name: ReplayFeed(desk.name, clock) for desk in desks(FEEDS)}
            newsdesk = a_desk(app, feeds, clock)
            await app.intake.poll(newsdesk)
            print(heading(options))
            began = time.perf_counter()
            await replay(app, newsdesk, options.days, options, feeds, clock)
            await newsdesk.close()
            size = len(await app.stores.notebook.read("newsdesk.clusters") or "")
            restored = time.perf_counter()
            again = a_desk(app, feeds, clock)
            batch = await again.poll(await app.stores.sources.state(again.name))
            seconds = time.perf_counter() - restored
            print(f"\nWhole run {restored - began:.0f} s. Snapshot {size / 1e6:.1f} MB;")
            print(f"a restart takes {seconds:.1f} s and publishes {len(batch.stories)} stories.")
    naive(options)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=5_000, help="a day")
    parser.add_argument("--days", type=int, default=1)
    parser.add_argument("--every", type=int, default=120, help="seconds between polls")
    parser.add_argument("--window", type=int, default=7, help="days a story takes in reports")
    parser.add_argument("--seed", type=int, default=7)
    asyncio.run(main(parser.parse_args()))
