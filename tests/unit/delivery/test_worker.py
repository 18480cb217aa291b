"""What becomes of a message when the platform says no, nothing, or something else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.outcomes import FIRST_PAUSE, LONGEST_PAUSE, backoff
from bot.delivery.worker import LEASE, DeliveryWorker
from bot.domain.alert import DeliveryStatus
from bot.domain.brief import Brief
from bot.domain.channel import Channel, ChannelState, Platform
from bot.domain.story import StoryStatus
from bot.errors import (
    AccountUnavailable,
    AmbiguousDelivery,
    ChannelUnavailable,
    ContentRefused,
    MessageGone,
    PermanentDeliveryError,
    TransientDeliveryError,
)
from bot.ports.channels import Pace
from bot.store import SqlStores
from bot.testing import FakeClock, Fault, a_channel, a_story, next_version
from tests.unit.delivery.newsroom import DISCORD, SLACK, Newsroom

pytestmark = pytest.mark.usefixtures("no_blocking")
STORY = a_story(impact=8, sources=3)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def room(sqlite_stores: SqlStores, clock: FakeClock) -> Newsroom:
    room = Newsroom(sqlite_stores, clock)
    await room.subscribe(SLACK)
    return room


async def status(room: Newsroom) -> DeliveryStatus:
    (latest, *_) = await room.stores.outbox.log(None, limit=1)
    return latest.status


async def test_a_confirmed_message_is_sent_with_its_id(room: Newsroom) -> None:
    await room.publish(STORY)
    (delivery,) = await room.stores.outbox.log(None, limit=1)
    assert (delivery.status, delivery.message_id) == (DeliveryStatus.SENT, "m1")


async def test_a_wait_that_the_platform_asked_for_is_kept_to_the_second(room: Newsroom) -> None:
    limited = TransientDeliveryError(
        "slow down", code="ratelimited", retry_after=timedelta(seconds=30), counts=False
    )
    room.slack.fail_next("post", limited)
    await room.publish(STORY)
    await room.settle(timedelta(seconds=29))
    assert room.cards() == []
    await room.settle(timedelta(seconds=1))
    assert len(room.cards()) == 1


async def test_a_wait_for_the_whole_account_holds_its_other_channels_only(room: Newsroom) -> None:
    other = a_channel("C2")
    elsewhere = a_channel("C3", workspace="T2")
    for channel in (other, elsewhere):
        await room.subscribe(channel)
    limited = TransientDeliveryError("slow", retry_after=MINUTE, whole_account=True)
    room.slack.fail_next("post", limited, channel=SLACK.id)
    await room.publish(STORY)
    late = a_story("late", impact=9)
    await room.publish(late)
    assert "late" not in [card.story for card in room.cards(other)]
    assert [card.story for card in room.cards(elsewhere)] == [STORY.id, late.id]
    await room.settle(MINUTE)
    await room.settle(MINUTE)
    assert [card.story for card in room.cards(other)] == [STORY.id, late.id]


async def test_a_message_that_was_posted_without_an_answer_is_found(room: Newsroom) -> None:
    room.slack.fail_next("post", AmbiguousDelivery("reset"), applied=True)
    await room.publish(STORY)
    await room.settle(MINUTE)
    assert len(room.cards()) == 1
    assert [call for call, _ in room.slack.calls] == ["post", "find"]
    assert await status(room) is DeliveryStatus.SENT


async def test_a_message_that_was_lost_without_an_answer_is_posted_again(room: Newsroom) -> None:
    room.slack.fail_next("post", AmbiguousDelivery("reset"))
    await room.publish(STORY)
    await room.settle(MINUTE)
    assert len(room.cards()) == 1
    assert [call for call, _ in room.slack.calls] == ["post", "find", "post"]


async def test_where_looking_is_not_allowed_it_stays_uncertain(room: Newsroom) -> None:
    room.slack.fail_next("post", AmbiguousDelivery("reset"), applied=True)
    room.slack.fail_next("find", PermanentDeliveryError("needs channels:history"))
    await room.publish(STORY)
    await room.settle(MINUTE)
    await room.settle(timedelta(days=2))
    assert await status(room) is DeliveryStatus.UNCERTAIN
    assert len(room.cards()) == 1


async def test_a_failed_look_is_repeated_before_anything_is_posted(room: Newsroom) -> None:
    room.slack.fail_next("post", AmbiguousDelivery("reset"), applied=True)
    room.slack.fail_next("find", TransientDeliveryError("busy"))
    room.slack.fail_next("find", AmbiguousDelivery("no answer"))
    await room.publish(STORY)
    for _ in range(3):
        await room.settle(MINUTE)
    assert [call for call, _ in room.slack.calls] == ["post", "find", "find", "find"]
    assert len(room.cards()) == 1


async def test_inside_the_nonce_window_an_unanswered_message_is_repeated(room: Newsroom) -> None:
    await room.subscribe(DISCORD)
    room.discord.fail_next("post", AmbiguousDelivery("reset"), applied=True)
    await room.publish(STORY)
    await room.settle(MINUTE)
    assert len(room.cards(DISCORD)) == 1
    assert [call for call, _ in room.discord.calls] == ["post", "post"]


async def test_after_the_nonce_window_it_is_looked_for(room: Newsroom) -> None:
    await room.subscribe(DISCORD)
    room.discord.fail_next("post", AmbiguousDelivery("reset"), applied=True)
    await room.publish(STORY)
    await room.settle(timedelta(minutes=10))
    assert len(room.cards(DISCORD)) == 1
    assert [call for call, _ in room.discord.calls] == ["post", "find"]


async def test_a_repeated_nonce_leaves_the_update_to_edit_the_card(room: Newsroom) -> None:
    await room.subscribe(DISCORD)
    room.discord.fail_next("post", AmbiguousDelivery("reset"), applied=True)
    await room.publish(STORY)
    await room.publish(next_version(STORY, impact=10))
    await room.settle(MINUTE)
    assert [card.impact for card in room.cards(DISCORD)] == [10]


async def test_a_story_withdrawn_after_an_unanswered_post_is_struck(room: Newsroom) -> None:
    await room.subscribe(DISCORD)
    room.discord.fail_next("post", AmbiguousDelivery("reset"), applied=True)
    await room.publish(STORY)
    await room.publish(next_version(STORY, status=StoryStatus.WITHDRAWN))
    await room.settle(MINUTE)
    assert [card.mark for card in room.cards(DISCORD)] == ["RETRACTED"]


async def test_refused_content_is_sent_plain_once(room: Newsroom) -> None:
    room.slack.fail_next("post", ContentRefused("bad blocks", code="invalid_blocks"))
    await room.publish(STORY)
    assert [message.plain for message in room.slack.messages] == [True]
    assert await status(room) is DeliveryStatus.SENT


async def test_content_refused_twice_fails_visibly_and_lets_the_next_pass(room: Newsroom) -> None:
    for _ in range(2):
        room.slack.fail_next("post", ContentRefused("bad blocks", code="invalid_blocks"))
    await room.publish(STORY)
    (failed,) = await room.stores.outbox.log(None, limit=1)
    assert (failed.status, failed.last_error) == (
        DeliveryStatus.FAILED,
        "bad blocks (invalid_blocks)",
    )
    await room.publish(a_story("next", impact=9))
    assert [card.story for card in room.cards()] == ["next"]


async def test_a_filtered_message_is_not_tried_again(room: Newsroom) -> None:
    room.slack.fail_next("post", PermanentDeliveryError("blocked by AutoMod"))
    await room.publish(STORY)
    await room.settle(timedelta(days=2))
    assert [call for call, _ in room.slack.calls] == ["post"]
    assert await status(room) is DeliveryStatus.FAILED


async def test_a_forbidden_channel_is_paused_told_once_and_comes_back(room: Newsroom) -> None:
    told: list[tuple[str, str]] = []

    async def tell(channel: Channel, reason: str) -> None:
        told.append((channel.id, reason))

    room.keeper.when_paused(tell)
    gone = ChannelUnavailable("Tidings is not in the channel.", fix="Type /invite @Tidings.")
    room.slack.fail_next("post", gone)
    await room.publish(STORY, a_story("second", impact=9))
    await room.settle(timedelta(hours=5))
    assert len(room.slack.calls) == 1
    assert told == [(SLACK.id, "Tidings is not in the channel. Type /invite @Tidings.")]
    channel = await room.stores.channels.get(SLACK.id)
    assert channel is not None
    assert channel.state is ChannelState.PAUSED
    assert len(await room.stores.subscriptions.of_channel(SLACK.id)) == 1
    assert await room.keeper.back(SLACK.id)
    await room.settle()
    assert [card.story for card in room.cards()] == ["second", STORY.id]


async def test_who_cannot_be_told_stops_nothing(room: Newsroom) -> None:
    async def unreachable(channel: Channel, reason: str) -> None:
        raise ConnectionError("nobody there")

    room.keeper.when_paused(unreachable)
    room.slack.fail_next("post", ChannelUnavailable("Tidings is not in the channel."))
    await room.publish(STORY)
    assert await status(room) is DeliveryStatus.HELD


async def test_a_dead_token_stops_its_account_for_an_hour(room: Newsroom) -> None:
    room.slack.fail_next("post", AccountUnavailable("The token was revoked."))
    await room.publish(STORY)
    await room.publish(a_story("second"))
    await room.settle(timedelta(minutes=59))
    assert len(room.slack.calls) == 1
    assert room.worker.stopped_accounts == {SLACK.account: "The token was revoked."}
    await room.settle(MINUTE)
    assert len(room.cards()) == 2
    assert room.worker.stopped_accounts == {}


async def test_a_dead_token_does_not_touch_another_platform(room: Newsroom) -> None:
    await room.subscribe(DISCORD)
    room.slack.fail_next("post", AccountUnavailable("The token was revoked."))
    await room.publish(STORY)
    assert (len(room.cards()), len(room.cards(DISCORD))) == (0, 1)


async def test_a_deleted_alert_is_never_posted_again(room: Newsroom) -> None:
    await room.publish(STORY)
    room.slack.messages[0].deleted = True
    await room.publish(next_version(STORY, headline="Another title"))
    assert room.messages() == []
    assert await status(room) is DeliveryStatus.DROPPED


async def test_after_a_deletion_what_matters_goes_to_the_channel(room: Newsroom) -> None:
    await room.publish(STORY)
    room.slack.messages[0].deleted = True
    await room.publish(next_version(STORY, status=StoryStatus.CORRECTED))
    (note,) = room.notes()
    assert note.title == "CORRECTED"
    assert room.slack.messages[-1].reply_to is None


async def test_a_reply_refused_by_the_thread_goes_to_the_channel(room: Newsroom) -> None:
    await room.publish(STORY)
    room.slack.fail_next("post", MessageGone("The thread is locked."))
    await room.publish(next_version(STORY, impact=10))
    assert [card.impact for card in room.cards()] == [10]
    assert len(room.notes()) == 1
    assert room.slack.messages[-1].reply_to is None


async def test_an_edited_card_is_not_taken_for_its_lost_reply(room: Newsroom) -> None:
    await room.publish(STORY)
    room.slack.fail_next("post", AmbiguousDelivery("reset"))
    await room.publish(next_version(STORY, impact=10))
    await room.settle(MINUTE)
    assert len(room.notes()) == 1


async def test_a_message_deleted_before_its_answer_came_is_dropped(room: Newsroom) -> None:
    room.slack.fail_next("post", MessageGone("Unknown message"))
    await room.publish(STORY)
    assert await status(room) is DeliveryStatus.DROPPED


async def test_an_unforeseen_error_counts_as_no_answer(room: Newsroom) -> None:
    room.slack.planner = _once(Fault(KeyError("ts"), applied=True))
    await room.publish(STORY)
    await room.settle(MINUTE)
    assert len(room.cards()) == 1
    assert await status(room) is DeliveryStatus.SENT


async def test_a_crash_between_post_and_record_is_looked_into(room: Newsroom) -> None:
    room.slack.planner = _once(Fault(asyncio.CancelledError(), applied=True))
    with pytest.raises(asyncio.CancelledError):
        await room.publish(STORY)
    room.restart()
    await room.settle(LEASE)
    assert len(room.cards()) == 1
    assert await status(room) is DeliveryStatus.SENT


async def test_news_that_fails_for_a_day_is_given_up_visibly(room: Newsroom) -> None:
    room.slack.planner = lambda call, channel: Fault(TransientDeliveryError("busy"))
    await room.publish(STORY)
    for _ in range(60):
        await room.settle(timedelta(hours=1))
    (failed,) = await room.stores.outbox.log(None, limit=1)
    assert failed.status is DeliveryStatus.FAILED
    assert failed.last_error.startswith("given up after")


async def test_a_slow_channel_does_not_delay_another(room: Newsroom) -> None:
    other = a_channel("C2")
    await room.subscribe(other)
    await room.stores.stories.add(
        [a_story("one", impact=9), STORY], source="desk", now=room.clock.now()
    )
    await room.alerting.run()
    answered = asyncio.Event()
    room.slack.post = _slow(room.slack.post, SLACK, answered)  # type: ignore[method-assign]
    running = asyncio.create_task(room.worker.run())
    await _until(lambda: len(room.cards(other)) == 2)
    assert room.cards() == []
    answered.set()
    await room.worker.stop(within=timedelta(seconds=5))
    await running
    assert len(room.cards()) == 1


async def test_the_worker_waits_for_the_pace_of_a_channel(room: Newsroom) -> None:
    room.slack.channel_pace = Pace(messages=1, per=timedelta(seconds=1))
    room.restart()
    await room.publish(STORY, a_story("second"), a_story("third"))
    times = [message.at for message in room.slack.messages]
    assert len(times) == 1
    for _ in range(2):
        await room.settle(timedelta(seconds=1))
    times = [message.at for message in room.slack.messages]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert gaps == [timedelta(seconds=1)] * 2


async def test_a_restart_wins_no_new_window(room: Newsroom) -> None:
    room.slack.account_pace = Pace(messages=1, per=timedelta(seconds=60))
    room.restart()
    await room.publish(STORY)
    await room.subscribe(a_channel("C2"), impact=None)
    room.restart()
    await room.worker._remember()
    await room.publish(a_story("second"))
    assert len(room.slack.messages) == 1
    for _ in range(2):
        await room.settle(MINUTE)
    assert len(room.slack.messages) == 3


async def test_a_limit_on_looking_does_not_hold_posts(room: Newsroom) -> None:
    await room.subscribe(a_channel("C2"))
    room.slack.fail_next("post", AmbiguousDelivery("reset"), applied=True, channel=SLACK.id)
    limited = TransientDeliveryError("slow", retry_after=MINUTE, whole_account=True, counts=False)
    room.slack.fail_next("find", limited)
    await room.publish(STORY)
    await room.settle(timedelta(seconds=2))
    await room.publish(a_story("second"))
    assert [card.story for card in room.cards(a_channel("C2"))] == [STORY.id, "second"]
    await room.settle(MINUTE)
    assert [card.story for card in room.cards()] == [STORY.id, "second"]


async def test_stopping_finishes_what_is_under_way(room: Newsroom) -> None:
    await room.stores.stories.add([STORY], source="desk", now=room.clock.now())
    await room.alerting.run()
    answered = asyncio.Event()
    room.slack.post = _slow(room.slack.post, SLACK, answered)  # type: ignore[method-assign]
    running = asyncio.create_task(room.worker.run())
    await _until(lambda: bool(room.worker._under_way))
    stopping = asyncio.create_task(room.worker.stop(within=timedelta(seconds=5)))
    answered.set()
    await stopping
    await running
    assert await status(room) is DeliveryStatus.SENT


async def test_two_workers_post_each_story_once(room: Newsroom) -> None:
    others = [a_channel(f"D{number}") for number in range(6)]
    for channel in others:
        await room.subscribe(channel)
    await room.stores.stories.add([STORY], source="desk", now=room.clock.now())
    await room.alerting.run()
    second = DeliveryWorker(
        stores=room.stores,
        clock=room.clock,
        adapters={Platform.SLACK: room.slack},
        keeper=room.keeper,
        settings=room.settings,
    )
    await asyncio.gather(room.worker.run_once(), second.run_once())
    assert [len(room.cards(channel)) for channel in others] == [1] * 6


@given(attempts=st.integers(0, 1_000), seed=st.integers())
def test_backoff_grows_with_chance_and_has_an_end(attempts: int, seed: int) -> None:
    pause = backoff(attempts, Random(seed))
    assert FIRST_PAUSE / 2 <= pause <= LONGEST_PAUSE


async def test_a_card_is_rendered_from_the_latest_version(room: Newsroom) -> None:
    room.slack.fail_next("post", TransientDeliveryError("busy", retry_after=MINUTE))
    await room.publish(STORY)
    await room.stores.stories.add(
        [next_version(STORY, headline="Newer")], source="desk", now=room.clock.now()
    )
    await room.settle(MINUTE)
    (shown,) = room.messages()
    assert isinstance(shown, Brief)
    assert shown.headline == "Newer"


async def _until(reached: Callable[[], bool]) -> None:
    while not reached():  # noqa: ASYNC110 - what is waited for has no event to wait on
        await asyncio.sleep(0)


def _once(fault: Fault):  # type: ignore[no-untyped-def]
    faults = [fault]
    return lambda call, channel: faults.pop() if faults and call == "post" else None


def _slow(post, slow: Channel, answered: asyncio.Event):  # type: ignore[no-untyped-def]
    async def wait_first(channel, message, **more):  # type: ignore[no-untyped-def]
        if channel.id == slow.id:
            await answered.wait()
        return await post(channel, message, **more)

    return wait_first
