"""A newsdesk over feeds that a test fills by hand, and a process that can die at any call."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.domain.report import Report, ReportId, SourceKind
from bot.domain.story import Story
from bot.errors import FetchError
from bot.newsdesk.live.desk import NewsDesk
from bot.newsdesk.live.judging import PipelineJudge
from bot.newsdesk.pipeline import Desk
from bot.ports.sources import ReportBatch, SourceState
from bot.sources.feed_poller import FeedPoller
from bot.sources.intake import Intake, Polled
from bot.store import SqlStores
from bot.testing import NOON, FakeClock
from tests.e2e import newsroom

PAPERS = {
    "norwire": SourceKind.WIRE,
    "courier": SourceKind.OUTLET,
    "boxship": SourceKind.TRADE,
    "mirror": SourceKind.OUTLET,
}
EVERY = timedelta(minutes=10)


def a_report(
    feed: str,
    words: tuple[str, str] = newsroom.AGENCY,
    *,
    number: int = 1,
    at: datetime | None = NOON,
) -> Report:
    """An item of a feed as it would be read from its page."""
    title, text = words
    return Report(
        id=ReportId(f"r-{feed}-{number}"),
        publisher=feed.capitalize(),
        url=f"https://{feed}.example/{number}",
        title=title,
        text=text,
        published_at=at,
        fetched_at=at,
        kind=PAPERS[feed],
        owner=feed,
        feed=feed,
    )


@dataclass
class HandFeed:
    """A report source whose page a test writes."""

    name: str
    clock: FakeClock
    page: list[Report] = field(default_factory=list)
    problems: tuple[str, ...] = ()
    error: Exception | None = None
    polls: int = 0
    every: timedelta = EVERY

    async def poll(self, state: SourceState) -> ReportBatch:
        self.polls += 1
        if self.error:
            raise self.error
        now = self.clock.now()
        reports = (replace(one, fetched_at=now) for one in self.page)
        return ReportBatch(reports=tuple(reports), problems=self.problems, etag=f"e{self.polls}")


@dataclass
class Room:
    """Feeds and stores that outlive the process, and the process."""

    stores: SqlStores
    clock: FakeClock
    feeds: dict[str, HandFeed]
    desk: NewsDesk
    intake: Intake

    @classmethod
    def over(cls, stores: SqlStores, clock: FakeClock) -> Room:
        feeds = {name: HandFeed(name=name, clock=clock) for name in PAPERS}
        return cls(stores, clock, feeds, *_process(stores, clock, feeds))

    def restart(self) -> None:
        """A new process over the same database; nothing was put down by the old one."""
        self.desk, self.intake = _process(self.stores, self.clock, self.feeds)

    def print(self, feed: str, words: tuple[str, str], *, number: int = 1) -> None:
        """An item appears on a feed's page now, or is reworded in place."""
        report = a_report(feed, words, number=number, at=self.clock.now())
        kept = [one for one in self.feeds[feed].page if one.id != report.id]
        self.feeds[feed].page = [report, *kept]

    async def poll(self) -> Polled:
        """The next tick at which every feed is due."""
        self.clock.advance(EVERY)
        polled = await self.intake.poll(self.desk)
        assert polled is not None
        return polled

    async def started(self) -> Room:
        """Past the first poll, whose stories are history."""
        await self.poll()
        return self

    async def told(self) -> list[tuple[str, int, str]]:
        """What readers are to be told: id, version, status of each version, in order."""
        found = await self.stores.stories.unmatched(limit=100)
        return [(story.id, story.version, story.status.value) for story in found]

    async def story(self) -> Story:
        found = await self.stores.stories.changed(limit=5)
        assert len(found) == 1, [story.headline for story in found]
        return found[0]


def _process(
    stores: SqlStores, clock: FakeClock, feeds: dict[str, HandFeed]
) -> tuple[NewsDesk, Intake]:
    desk = NewsDesk(
        feeds=FeedPoller(tuple(feeds.values()), sources=stores.sources, clock=clock),
        judge=PipelineJudge(Desk()),
        stores=stores,
        clock=clock,
        window=timedelta(days=7),
        story_url=lambda story: f"https://desk.example/stories/{story}",
    )
    return desk, Intake(stores=stores, clock=clock)


def no_answer(feed: str) -> FetchError:
    return FetchError(f"https://{feed}.example/rss answered 503 Service Unavailable.")
