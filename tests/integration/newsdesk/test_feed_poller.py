"""Many feeds at once: pace, patience, errors, and what counts as read."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.errors import FetchError
from bot.ports.sources import ReportBatch, SourceState
from bot.sources.feed_poller import FeedPoller
from bot.store import SqlStores
from bot.testing import FakeClock
from tests.integration.newsdesk.stage import EVERY, HandFeed, a_report, no_answer

pytestmark = pytest.mark.usefixtures("no_blocking")


class Rig:
    def __init__(self, stores: SqlStores, clock: FakeClock) -> None:
        self.clock = clock
        self.sources = stores.sources
        self.feeds = [HandFeed(name=name, clock=clock) for name in ("norwire", "courier")]
        self.feeds[0].page = [a_report("norwire")]
        self.poller = self.again()

    def again(self) -> FeedPoller:
        return FeedPoller(
            self.feeds,
            sources=self.sources,
            clock=self.clock,
            patience=timedelta(seconds=0.05),
        )


@pytest.fixture
def rig(sqlite_stores: SqlStores, clock: FakeClock) -> Rig:
    return Rig(sqlite_stores, clock)


async def test_a_feed_is_asked_no_sooner_than_its_interval_says(rig: Rig) -> None:
    for _ in range(3):
        await rig.poller.collect()
        await rig.poller.keep()
    assert rig.feeds[0].polls == 1
    rig.clock.advance(EVERY)
    await rig.poller.collect()
    assert rig.feeds[0].polls == 2


async def test_what_was_collected_comes_again_until_it_is_kept(rig: Rig) -> None:
    assert [report.id for report in await rig.poller.collect()] == ["r-norwire-1"]
    assert [report.id for report in await rig.poller.collect()] == ["r-norwire-1"]
    assert (await rig.sources.state("norwire")).last_success_at is None
    await rig.poller.keep()
    assert await rig.poller.collect() == ()
    assert (await rig.sources.state("norwire")).etag == "e1"
    rig.clock.advance(EVERY)
    assert await rig.poller.collect() == ()


async def test_a_feed_that_hangs_keeps_no_other_waiting(rig: Rig) -> None:
    answered = asyncio.Event()

    async def hang(state: SourceState) -> ReportBatch:
        await answered.wait()
        return ReportBatch(reports=(a_report("courier"),))

    rig.feeds[1].poll = hang  # type: ignore[method-assign]
    assert [report.feed for report in await rig.poller.collect()] == ["norwire"]
    await rig.poller.keep()
    answered.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert [report.feed for report in await rig.poller.collect()] == ["courier"]
    await rig.poller.close()


async def test_a_failing_feed_is_asked_more_slowly_and_as_late_as_it_wants(rig: Rig) -> None:
    error = FetchError("https://x answered 429.", retry_after=timedelta(hours=2))
    rig.feeds[0].error = error
    await rig.poller.collect()
    await rig.poller.keep()
    rig.clock.advance(timedelta(hours=1))
    await rig.poller.collect()
    assert rig.feeds[0].polls == 1
    rig.clock.advance(timedelta(hours=1))
    await rig.poller.collect()
    assert rig.feeds[0].polls == 2


async def test_errors_are_counted_kept_and_forgotten_with_the_first_answer(rig: Rig) -> None:
    rig.feeds[0].error = no_answer("norwire")
    for _ in range(2):
        await rig.poller.collect()
        await rig.poller.keep()
        rig.clock.advance(timedelta(hours=1))
    state = (await rig.again().statuses())[0].state
    assert (state.failures, state.last_error) == (2, str(no_answer("norwire")))
    assert rig.poller.problems == (f"feed norwire: {no_answer('norwire')}",)
    assert not rig.poller.silent
    rig.feeds[0].error = None
    await rig.poller.collect()
    await rig.poller.keep()
    assert (await rig.poller.statuses())[0].state.last_error == ""
    assert not rig.poller.problems


async def test_item_problems_stand_until_the_page_has_none(rig: Rig) -> None:
    rig.feeds[1].problems = ("courier item 3: has neither title nor text; left out",)
    await rig.poller.collect()
    await rig.poller.keep()
    assert (await rig.poller.statuses())[1].problems == rig.feeds[1].problems
    rig.feeds[1].problems = ()
    rig.clock.advance(EVERY)
    await rig.poller.collect()
    assert rig.poller.problems == ()


async def test_a_check_asks_every_feed_and_keeps_nothing(rig: Rig) -> None:
    rig.feeds[1].error = no_answer("courier")
    found = [finding async for finding in rig.poller.findings()]
    assert [(one.where, one.ok) for one in found] == [
        ("feed norwire", True),
        ("feed courier", False),
    ]
    assert found[0].what == "answers with 1 item"
    assert "newsdesk.feeds" in found[1].fix
    assert await rig.sources.all() == ()
