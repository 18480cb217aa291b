"""The real newsdesk over the sample reports: each of them shows what it is there to show.

States and counts of sources only; how a page is worded and scored is for other tests.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.demo.feeds import sample_feeds
from bot.domain.desk import DeskEntry
from bot.domain.story import Story, StoryId, StoryStatus
from bot.newsdesk.live.desk import NewsDesk
from bot.newsdesk.live.judging import PipelineJudge
from bot.newsdesk.pipeline import Desk
from bot.sources.feed_poller import FeedPoller
from bot.sources.intake import Intake
from bot.store import SqlStores
from bot.testing import FakeClock

BANK_RATE = "northline.example/bank-rate"
FINE = "northline.example/music-fine"
FURNACE = "meridian-post.example/business/ferrowald-furnace"
HONEY = "food-office.example/notices/honey-labels"
FIRE = "northline.example/norhaven-fire"
TRAINS = "lakeside-tribune.example/travel/night-trains"
BRIDGE = "town-square.example/posts/88120"
TRAM = "lakeside-tribune.example/local/tram-4"
SALE = "city-ledger.example/deals/brightcell"
OPINION = "meridian-post.example/opinion/slow-ferries"
ROUND_UP = "harbour-gazette.example/briefing/morning"
ADVERTISEMENT = "lakeside-tribune.example/partners/wool"


class Demo:
    """The demo's newsdesk without the rest of the demo, and time that obeys."""

    def __init__(self, stores: SqlStores, clock: FakeClock) -> None:
        self.stores = stores
        self.clock = clock
        self.intake = Intake(stores=stores, clock=clock)
        self.desk = NewsDesk(
            feeds=FeedPoller(sample_feeds(clock), sources=stores.sources, clock=clock),
            judge=PipelineJudge(Desk(sample=True)),
            stores=stores,
            clock=clock,
            window=timedelta(days=7),
            story_url=lambda story: f"http://127.0.0.1/stories/{story}",
        )

    async def at(self, second: int) -> Demo:
        """Past the poll that many seconds after the start; the first call is the start."""
        self.clock.advance(timedelta(seconds=second) - (self.clock.now() - self.begun))
        assert await self.intake.poll(self.desk)
        return self

    async def started(self) -> Demo:
        self.begun = self.clock.now()
        return await self.at(0)

    async def entry(self, address: str) -> DeskEntry:
        """The one entry of the desk that counts the report at this address."""
        found = []
        for entry in await self.stores.desk.entries():
            reports = await self.stores.reports.get(entry.reports)
            if any(report.url == f"https://{address}" for report in reports.values()):
                found.append(entry)
        assert len(found) == 1
        return found[0]

    async def says(self, address: str) -> tuple[str, int, int]:
        """State, sources and reports."""
        entry = await self.entry(address)
        return entry.state, entry.sources, len(entry.reports)

    async def story(self, address: str) -> Story | None:
        return await self.stores.stories.get((await self.entry(address)).story)

    async def told(self) -> set[StoryId]:
        """Stories that channels are to hear of."""
        return {story.id for story in await self.stores.stories.unmatched(limit=100)}


@pytest.fixture
async def demo(sqlite_stores: SqlStores, clock: FakeClock) -> Demo:
    return await Demo(sqlite_stores, clock).started()


async def test_the_first_page_shows_every_sort_of_decision(demo: Demo) -> None:
    assert await demo.says(BANK_RATE) == ("verified", 3, 6)
    assert await demo.says(FINE) == ("verified", 2, 3)
    assert await demo.says(HONEY) == ("single-source", 1, 1)
    assert await demo.says(TRAM) == ("single-source", 1, 1)
    assert await demo.says(FIRE) == ("conflicted", 2, 3)
    assert await demo.says(FURNACE) == ("hold", 1, 1)
    assert await demo.says(BRIDGE) == ("hold", 1, 1)
    assert await demo.says(SALE) == ("hold", 1, 1)
    for address in (OPINION, ROUND_UP, ADVERTISEMENT):
        assert (await demo.entry(address)).state == "reject"


async def test_what_was_there_at_the_start_is_told_to_nobody(demo: Demo) -> None:
    assert await demo.told() == set()


async def test_a_conflict_is_shown_with_both_values(demo: Demo) -> None:
    story = await demo.story(FIRE)
    assert story
    values = [side.value for side in story.verification.conflicts[0].values]
    assert sorted(value[:2] for value in values) == ["40", "65"]


async def test_the_rumour_becomes_a_verified_story_and_news(demo: Demo) -> None:
    assert await demo.story(FURNACE) is None
    await demo.at(30)
    assert await demo.says(FURNACE) == ("verified", 3, 3)
    assert (await demo.entry(FURNACE)).story in await demo.told()
    await demo.at(45)
    assert await demo.says(FURNACE) == ("verified", 3, 4)


async def test_all_is_as_it_should_be_at_the_end(demo: Demo) -> None:
    for second in range(0, 90, 10):
        await demo.at(second)
    assert await demo.says(FINE) == ("verified", 3, 4)
    assert await demo.says(TRAINS) == ("verified", 2, 3)
    assert (await demo.entry(FURNACE)).sources == 4
    assert await demo.says(BRIDGE) == ("hold", 1, 2)
    assert (await demo.entry(TRAM)).state == "withdrawn"
    tram = await demo.story(TRAM)
    assert tram
    assert tram.status is StoryStatus.WITHDRAWN


async def test_every_story_of_it_says_that_it_is_a_sample(demo: Demo) -> None:
    for second in range(0, 90, 10):
        await demo.at(second)
    stories = await demo.stores.stories.changed(limit=100)
    assert len(stories) >= 6
    assert all(story.sample for story in stories)
