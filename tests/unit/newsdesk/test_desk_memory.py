"""The clusters that outlive a process, and the ids that readers know."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.replay_news import a_day, desks
from bot.domain.report import ReportId
from bot.domain.story import StoryId
from bot.newsdesk.live.identities import Identities
from bot.newsdesk.live.memory import Memory
from bot.testing import a_story

START = datetime(2026, 3, 2, tzinfo=UTC)
WEEK = timedelta(days=7)


def placed(batches: int, seed: int = 1) -> Memory:
    return carried_on(Memory(), 0, batches, seed)


def carried_on(memory: Memory, first: int, last: int, seed: int) -> Memory:
    reports = a_day(START, 60, publishers=desks(12), seed=seed)
    for number in range(first, last):
        batch = reports[number * 10 : number * 10 + 10]
        at = START + timedelta(hours=4 * (number + 1))
        memory.place(batch, up_to=(number + 1) * 10, at=at, window=WEEK)
    return memory


@settings(max_examples=12)
@given(cut=st.integers(0, 6), seed=st.integers(0, 3))
def test_a_memory_that_was_put_down_anywhere_goes_on_as_if_it_was_not(cut: int, seed: int) -> None:
    whole = placed(6, seed)
    resumed = carried_on(Memory.thaw(placed(cut, seed).freeze()), cut, 6, seed)
    assert resumed.clusterer.stories() == whole.clusterer.stories()
    assert resumed.read_up_to == whole.read_up_to == 60


def test_a_shorter_window_forgets_earlier() -> None:
    memory = placed(6)
    memory.place((), up_to=60, at=START + timedelta(days=4), window=WEEK)
    assert len(memory.clusterer) > 0
    memory.place((), up_to=60, at=START + timedelta(days=5), window=timedelta(days=2))
    assert len(memory.clusterer) == 0


def test_reports_that_left_the_window_still_count_for_their_story() -> None:
    memory = placed(1)
    story, members = next(iter(memory.clusterer.stories().items()))
    aged = ReportId("long ago")
    assert memory.members(story, (aged,)) == (aged, *members)
    other = next(one for one in memory.clusterer.stories() if one != story)
    moved = memory.clusterer.members(other)[0]
    assert memory.members(story, (moved,)) == members
    assert memory.members(StoryId("nobody"), (aged,)) == ()


@pytest.mark.parametrize("text", ["", "~", "not base 64 \x00", "c$}bC0{{Sq", "eJw="])
def test_a_broken_snapshot_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"snapshot"):
        Memory.thaw(text)


class Book:
    """A notebook, and the stories that readers know."""

    def __init__(self, *known: str) -> None:
        self.pages: dict[str, str] = {}
        self.known = known

    async def read(self, key: str) -> str | None:
        return self.pages.get(key)

    async def write(self, key: str, value: str) -> None:
        self.pages[key] = value

    async def get(self, story: StoryId, version: int | None = None) -> object:
        return a_story(story) if story in self.known else None


OLD, NEW = StoryId("old"), StoryId("new")


async def test_a_merged_event_goes_on_under_the_id_that_readers_know() -> None:
    book = Book("new")
    assert await Identities(book).merge(NEW, OLD, book) == "new"  # type: ignore[arg-type]
    again = Identities(book)
    assert await again.public(OLD) == "new"
    assert await again.public(NEW) == "new-2"
    assert await again.public(StoryId("other")) == "other"


@pytest.mark.parametrize("known", [(), ("old",), ("old", "new")])
async def test_otherwise_the_older_cluster_keeps_its_own_id(known: tuple[str, ...]) -> None:
    book = Book(*known)
    assert await Identities(book).merge(NEW, OLD, book) == "old"  # type: ignore[arg-type]
    assert book.pages == {}
