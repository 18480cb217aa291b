"""Polls of a story source, over a real store: what is kept, what is news, how failures end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.story import AHEAD, Story
from bot.errors import FetchError, SourceError
from bot.ports.sources import SourceState, StoryBatch
from bot.sources.intake import SLOWEST, Intake, backoff, stale
from bot.store import SqlStores, open_stores
from bot.testing import NOON, FakeClock, a_story

MINUTE = timedelta(minutes=1)


@dataclass
class ScriptedSource:
    """Answers each poll with the next of what a test laid out."""

    answers: list[StoryBatch | SourceError]
    name: str = "desk"
    every: timedelta = MINUTE
    asked: list[SourceState] = field(default_factory=list)

    async def poll(self, state: SourceState) -> StoryBatch:
        self.asked.append(state)
        answer = self.answers.pop(0)
        if isinstance(answer, SourceError):
            raise answer
        return answer


@dataclass
class Desk:
    """An intake with everything behind it."""

    stores: SqlStores
    clock: FakeClock
    intake: Intake

    async def waiting(self) -> list[str]:
        """The stories that matching has yet to look at."""
        return sorted(story.id for story in await self.stores.stories.unmatched(limit=100))


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    clock = FakeClock()
    async with open_stores(f"sqlite:///{tmp_path / 'news.db'}") as stores:
        yield Desk(stores=stores, clock=clock, intake=Intake(stores=stores, clock=clock))


def page(*stories: Story, unfinished: bool = False, problems: tuple[str, ...] = ()) -> StoryBatch:
    return StoryBatch(stories=stories, unfinished=unfinished, problems=problems, etag="v1")


async def test_what_stood_there_before_the_first_start_is_kept_and_no_news(desk: Desk) -> None:
    source = ScriptedSource([page(a_story("old")), page(a_story("old"), a_story("new"))])
    await desk.intake.poll(source)
    assert await desk.waiting() == []
    assert await desk.stores.stories.get(a_story("old").id) is not None
    polled = await desk.intake.poll(source)
    assert polled is not None
    assert [story.id for story in polled.added] == ["new"]
    assert await desk.waiting() == ["new"]


async def test_older_pages_that_the_first_poll_could_not_read_are_no_news_either(
    desk: Desk,
) -> None:
    older = a_story("older", published_at=NOON - timedelta(hours=5))
    fresh = a_story("fresh", published_at=NOON + MINUTE)
    source = ScriptedSource([page(a_story("old"), unfinished=True), page(fresh, older)])
    await desk.intake.poll(source)
    desk.clock.advance(2 * MINUTE)
    await desk.intake.poll(source)
    assert source.asked[1].unfinished
    assert await desk.waiting() == ["fresh"]


async def test_a_failing_source_is_asked_less_often_and_comes_back(desk: Desk) -> None:
    failure = SourceError("desk answered 500.", source="desk")
    source = ScriptedSource([failure, failure, page(a_story())])
    polled = await desk.intake.poll(source)
    assert polled is not None
    assert polled.error == "desk answered 500."
    assert await desk.intake.poll(source) is None
    desk.clock.advance(MINUTE)
    await desk.intake.poll(source)
    assert (await desk.stores.sources.state("desk")).failures == 2
    desk.clock.advance(MINUTE)
    assert await desk.intake.poll(source) is None
    desk.clock.advance(MINUTE)
    await desk.intake.poll(source)
    state = await desk.stores.sources.state("desk")
    assert (state.failures, state.last_error, state.etag) == (0, "", "v1")


async def test_a_source_that_asks_for_peace_gets_it(desk: Desk) -> None:
    busy = FetchError("busy", source="desk", retry_after=timedelta(hours=1))
    source = ScriptedSource([busy, page()])
    await desk.intake.poll(source)
    desk.clock.advance(timedelta(minutes=59))
    assert await desk.intake.poll(source) is None
    desk.clock.advance(2 * MINUTE)
    assert await desk.intake.poll(source) is not None


async def test_a_story_from_the_future_is_dated_now(desk: Desk) -> None:
    far = a_story("far", published_at=NOON + timedelta(days=3))
    near = a_story("near", published_at=NOON + AHEAD)
    await desk.intake.poll(ScriptedSource([page(far, near)]))
    dates = [await desk.stores.stories.get(story.id) for story in (far, near)]
    assert [story.published_at for story in dates if story] == [NOON, NOON + AHEAD]


async def test_broken_items_of_the_latest_page_are_remembered(desk: Desk) -> None:
    source = ScriptedSource([page(problems=("desk item 'x': title is missing",)), page()])
    await desk.intake.poll(source)
    assert desk.intake.problems("desk") == ("desk item 'x': title is missing",)
    await desk.intake.poll(source)
    assert desk.intake.problems("desk") == ()


def test_pauses_double_up_to_a_quarter_of_an_hour() -> None:
    pauses = [backoff(MINUTE, failures) for failures in (1, 2, 3, 10, 1_000)]
    assert pauses == [0.9 * n * MINUTE for n in (1, 2, 4, 15, 15)]
    assert backoff(timedelta(hours=1), 5) == timedelta(minutes=54)
    assert timedelta(minutes=15) == SLOWEST


def test_a_source_is_stale_after_three_missed_polls() -> None:
    read = SourceState(name="desk", last_success_at=NOON)
    assert stale(SourceState(name="desk"), MINUTE, NOON)
    assert not stale(read, MINUTE, NOON + 3 * MINUTE)
    assert stale(read, MINUTE, NOON + 4 * MINUTE)
