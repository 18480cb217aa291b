"""The live desk over a real store: what is told, what is held, and what a crash leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.channel import ChannelId
from bot.domain.mute import Mute
from bot.domain.report import Report
from bot.domain.story import StoryStatus
from bot.errors import StoreError
from bot.newsdesk.live.decisions import Decisions
from bot.newsdesk.live.desk import SNAPSHOT, NewsDesk
from bot.newsdesk.live.judging import PipelineJudge
from bot.newsdesk.live.memory import Memory, Moved
from bot.newsdesk.names.extract import Recognizer
from bot.newsdesk.pipeline import Desk
from bot.newsdesk.reports.normalize import normalized
from bot.newsdesk.reports.reading import Reading, read
from tests.e2e.newsroom import AGENCY, PAPER, RUMOUR, TRADE
from tests.integration.newsdesk.stage import Room, no_answer

DEAL = (
    "Velmar Bank sells insurance arm to Ostrava Group for $3 billion",
    (
        "Velmar Bank has agreed to sell its insurance arm to Ostrava Group for $3 billion, the bank "
        "said in a statement in Vienna. Chief executive Lena Marsh announced the deal, which closes "
        "on Friday."
    ),
)

pytestmark = pytest.mark.usefixtures("no_blocking")


async def test_reports_of_one_event_become_one_verified_story(room: Room) -> None:
    await room.started()
    room.print("norwire", AGENCY)
    room.print("courier", PAPER)
    await room.poll()
    story = await room.story()
    assert (story.status, story.sources, story.version) == (StoryStatus.VERIFIED, 2, 1)
    assert story.url == f"https://desk.example/stories/{story.id}"
    assert await room.told() == [(story.id, 1, "verified")]
    entry = (await room.stores.desk.entries())[0]
    assert (entry.story, entry.state, entry.sources) == (story.id, "verified", 2)


async def test_what_the_feeds_held_at_the_start_is_history(room: Room) -> None:
    room.print("norwire", AGENCY)
    await room.started()
    assert (await room.story()).status is StoryStatus.SINGLE_SOURCE
    assert await room.told() == []


async def test_what_a_feed_held_when_it_was_added_later_is_history(room: Room) -> None:
    room.feeds["norwire"].error = no_answer("norwire")
    room.print("norwire", AGENCY)
    await room.started()
    room.clock.advance(timedelta(hours=2))
    room.feeds["norwire"].error = None
    await room.poll()
    assert (await room.story()).sources == 1
    assert await room.told() == []
    room.print("courier", PAPER)
    await room.poll()
    assert [version for _, version, _ in await room.told()] == [2]


async def test_a_single_hedged_report_is_held_until_another_origin_tells(room: Room) -> None:
    await room.started()
    room.print("courier", RUMOUR)
    await room.poll()
    assert await room.told() == []
    entry = (await room.stores.desk.entries(state="hold"))[0]
    assert 'hedges: "reportedly"' in entry.reason
    room.print(
        "norwire",
        DEAL,
    )
    await room.poll()
    assert [state for _, _, state in await room.told()] != []
    assert await room.stores.desk.entries(state="hold") == ()


async def test_a_story_that_turns_out_to_be_part_of_another_points_there_once(room: Room) -> None:
    await room.started()
    room.print("norwire", AGENCY)
    room.print("boxship", DEAL)
    await room.poll()
    kept, gone = sorted(await room.stores.stories.changed(limit=5), key=lambda one: one.headline)
    decisions = Decisions(
        judge=PipelineJudge(Desk()), stores=room.stores, source="newsdesk", story_url=str
    )
    moved = Moved(merged=((gone.id, kept.id),))
    until = room.clock.now() + timedelta(days=7)
    muted = Mute(channel=ChannelId("web:demo/main"), story=gone.id, until=until)
    await room.stores.mutes.add(muted, actor="reader", now=room.clock.now())
    later = await decisions.make(Memory(), moved, now=room.clock.now(), baseline=False)
    assert [(one.id, one.version, one.merged_into) for one in later] == [(gone.id, 2, kept.id)]
    assert not later[0].stands
    assert replace(muted, story=kept.id) in await room.stores.mutes.of_stories(
        [kept.id], now=room.clock.now()
    )
    await room.stores.stories.add(later, source="newsdesk", now=room.clock.now())
    again = Decisions(
        judge=PipelineJudge(Desk()), stores=room.stores, source="newsdesk", story_url=str
    )
    assert await again.make(Memory(), moved, now=room.clock.now(), baseline=False) == []


async def test_a_copy_changes_nothing_but_the_list_of_reports(room: Room) -> None:
    await room.started()
    room.print("norwire", AGENCY)
    room.print("courier", PAPER)
    await room.poll()
    before = await room.story()
    told = await room.told()
    room.print("mirror", AGENCY)
    await room.poll()
    after = await room.story()
    assert await room.told() == told
    assert (after.version, after.sources, after.impact) == (1, before.sources, before.impact)
    assert len(after.verification.reports) == len(before.verification.reports) + 1


async def test_a_reworded_item_takes_its_story_back(room: Room) -> None:
    await room.started()
    room.print("norwire", AGENCY)
    await room.poll()
    room.print("norwire", (f"RETRACTED: {AGENCY[0]}", "The agency has retracted this story."))
    await room.poll()
    story = await room.story()
    assert (story.status, story.version) == (StoryStatus.WITHDRAWN, 2)
    assert (await room.told())[-1] == (story.id, 2, "withdrawn")


async def test_an_unchanged_page_is_not_looked_at_again(room: Room) -> None:
    await room.started()
    room.print("norwire", AGENCY)
    await room.poll()
    decided = (await room.stores.desk.entries())[0].decided_at
    await room.poll()
    assert (await room.stores.desk.entries())[0].decided_at == decided


async def test_one_broken_feed_stops_no_other_and_is_named(room: Room) -> None:
    await room.started()
    room.feeds["boxship"].error = no_answer("boxship")
    room.feeds["mirror"].error = RuntimeError("parser fell over")
    room.print("norwire", AGENCY)
    room.print("courier", PAPER)
    polled = await room.poll()
    assert (await room.story()).sources == 2
    assert "answered 503" in " ".join(polled.problems)
    assert "mirror cannot be read: RuntimeError" in " ".join(polled.problems)
    room.feeds["boxship"].error = None
    room.print("boxship", TRADE)
    room.clock.advance(timedelta(hours=1))
    await room.poll()
    assert (await room.story()).sources == 3


async def test_when_no_feed_answers_the_source_fails_as_a_whole(room: Room) -> None:
    await room.started()
    for name, feed in room.feeds.items():
        feed.error = no_answer(name)
    polled = await room.poll()
    assert polled.error.startswith("None of 4 feeds answers: feed boxship:")
    room.feeds["norwire"].error = None
    room.print("norwire", AGENCY)
    room.clock.advance(timedelta(hours=1))
    assert (await room.poll()).error == ""
    assert await room.told() != []


async def test_a_restart_without_a_snapshot_changes_nothing(room: Room) -> None:
    await room.started()
    room.print("norwire", AGENCY)
    room.print("courier", PAPER)
    await room.poll()
    told = await room.told()
    room.restart()
    await room.poll()
    assert await room.told() == told
    room.print("boxship", TRADE)
    await room.poll()
    assert (await room.story()).sources == 3


async def test_a_stop_puts_down_where_it_stands_and_a_start_goes_on_there(room: Room) -> None:
    await room.started()
    room.print("norwire", AGENCY)
    room.print("courier", PAPER)
    await room.poll()
    before = await room.story()
    await room.desk.close()
    written = await room.stores.notebook.read(SNAPSHOT)
    assert written
    assert Memory.thaw(written).read_up_to == 2
    room.restart()
    room.print("boxship", TRADE)
    await room.poll()
    after = await room.story()
    assert (after.id, after.sources) == (before.id, 3)


async def test_an_unreadable_snapshot_costs_time_and_nothing_else(room: Room) -> None:
    await room.started()
    room.print("norwire", AGENCY)
    await room.poll()
    told = await room.told()
    await room.stores.notebook.write(SNAPSHOT, "not a snapshot")
    room.restart()
    room.print("courier", PAPER)
    await room.poll()
    assert (await room.story()).id == told[0][0]


async def test_a_candidate_that_trips_the_pipeline_holds_up_no_other(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trips(report: Report, recognize: Recognizer | None) -> Reading:
        if "Velmar" in report.title:
            raise ZeroDivisionError("no such number")
        return read(report, recognize)

    monkeypatch.setattr("bot.newsdesk.live.judging.read", trips)
    await room.started()
    room.print("courier", RUMOUR)
    room.print("norwire", AGENCY)
    await room.poll()
    assert len(await room.told()) == 1
    assert [entry.state for entry in await room.stores.desk.entries()] == ["single-source"]


async def test_an_item_that_trips_the_cleaning_holds_up_no_other(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trips(report: Report, now: datetime) -> Report:
        if "Velmar" in report.title:
            raise ZeroDivisionError("no such number")
        return normalized(report, now)

    monkeypatch.setattr("bot.newsdesk.live.reports_in.normalized", trips)
    await room.started()
    room.print("courier", RUMOUR)
    room.print("norwire", AGENCY)
    await room.poll()
    assert len(await room.told()) == 1


STEPS = (
    ("reports", "add", False),
    ("reports", "add", True),
    ("sources", "save", False),
    ("sources", "save", True),
    ("reports", "after", False),
    ("desk", "put", False),
    ("desk", "put", True),
    ("stories", "add", False),
    ("stories", "add", True),
)


@pytest.mark.parametrize(("store", "call", "done"), STEPS)
@pytest.mark.parametrize("restarted", [True, False], ids=["restart", "same process"])
async def test_whatever_fails_nothing_is_lost_or_told_twice(
    room: Room,
    monkeypatch: pytest.MonkeyPatch,
    *,
    store: str,
    call: str,
    done: bool,
    restarted: bool,
) -> None:
    """`done`: the database did it, and the process never heard."""
    await room.started()
    room.print("norwire", AGENCY)
    room.print("courier", PAPER)
    target = getattr(room.stores, store)
    original = getattr(target, call)

    async def dies(*args: object, **kwargs: object) -> object:
        if done:
            await original(*args, **kwargs)
        raise StoreError("the database is gone")

    with monkeypatch.context() as patch:
        patch.setattr(target, call, dies)
        with pytest.raises(StoreError):
            await room.poll()
    if restarted:
        room.restart()
    await room.poll()
    await room.poll()
    story = await room.story()
    assert story.sources == 2
    assert await room.told() == [(story.id, 1, "verified")]


async def test_a_crash_after_a_rewording_still_takes_the_story_back(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.started()
    room.print("norwire", AGENCY)
    await room.poll()
    await room.desk.close()
    room.print("norwire", (f"RETRACTED: {AGENCY[0]}", "The agency has retracted this story."))
    original = room.stores.reports.reword

    async def dies(reports: object) -> None:
        await original(reports)  # type: ignore[arg-type]
        raise StoreError("the database is gone")

    with monkeypatch.context() as patch:
        patch.setattr(room.stores.reports, "reword", dies)
        with pytest.raises(StoreError):
            await room.poll()
    room.restart()
    await room.poll()
    assert (await room.story()).status is StoryStatus.WITHDRAWN


async def test_old_reports_and_decisions_are_forgotten(room: Room) -> None:
    await room.started()
    room.print("boxship", TRADE)
    await room.poll()
    room.print("norwire", AGENCY)
    await room.poll()
    for feed in room.feeds.values():
        feed.page.clear()
    room.clock.advance(timedelta(days=40))
    await room.poll()
    room.print("courier", PAPER)
    await room.poll()
    kept = [one.report.feed for one in await room.stores.reports.after(0, limit=10)]
    # The latest of those that are too old stays, so that no number is given twice.
    assert kept == ["norwire", "courier"]
    assert len(await room.stores.desk.entries()) == 1


def test_the_source_is_called_newsdesk() -> None:
    assert NewsDesk.name == "newsdesk"
