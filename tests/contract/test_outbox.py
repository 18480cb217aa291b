"""The outbox on every database: nothing lost, nothing out of order, nothing twice."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.domain.alert import (
    Alert,
    AlertKind,
    Delivery,
    DeliveryStatus,
    MessageId,
    Outcome,
    delivery_key,
)
from bot.domain.channel import Channel, Platform
from bot.domain.story import Story
from bot.domain.subscription import SubscriptionId
from bot.store import SqlStores
from bot.testing import NOON, a_channel, a_story, an_alert, next_version

pytestmark = pytest.mark.usefixtures("no_blocking")
ONE, TWO = a_channel("C1"), a_channel("C2")
LEASE = timedelta(seconds=30)
MESSAGE = MessageId("1.1")


async def record(stores: SqlStores, story: Story, *alerts: Alert, now: datetime = NOON) -> int:
    for channel in (ONE, TWO):
        await stores.channels.upsert(channel, now=now)
    await stores.stories.add([story], source="desk", now=now)
    return await stores.outbox.record(story, alerts, rules_version=3, now=now)


async def claim(
    stores: SqlStores, now: datetime = NOON, limit: int = 50, worker: str = "w1"
) -> tuple[Delivery, ...]:
    return await stores.outbox.claim(
        worker=worker, platforms=[Platform.SLACK], limit=limit, now=now, lease=LEASE
    )


async def fill(stores: SqlStores, many: int, channel: Channel = ONE) -> list[Story]:
    stories = [a_story(f"{channel.native_id}-{number}") for number in range(many)]
    for story in stories:
        await record(stores, story, an_alert(story, channel=channel.id))
    return stories


async def test_recording_marks_the_story_matched_with_its_deliveries(stores: SqlStores) -> None:
    story = a_story()
    alert = an_alert(story, why=("s1 - impact 7",), reason="raised from 5 to 7")
    assert await record(stores, story, alert) == 1
    assert await stores.stories.unmatched(limit=5) == ()
    assert await stores.outbox.told(story.id) == (alert,)
    (delivery,) = await stores.outbox.log(None, limit=5)
    assert delivery.alerts == (alert,)
    assert delivery.key == delivery_key(ONE.id, story.id, 1, AlertKind.NEW)
    assert delivery.status is DeliveryStatus.PENDING


async def test_recording_again_writes_nothing(stores: SqlStores) -> None:
    story = a_story()
    await record(stores, story, an_alert(story))
    again = await record(stores, story, an_alert(story), an_alert(story, channel=TWO.id))
    assert again == 0
    assert len(await stores.outbox.log(None, limit=5)) == 1


async def test_recording_at_the_same_time_writes_once(stores: SqlStores) -> None:
    story = a_story()
    await record(stores, a_story("other"))
    await stores.stories.add([story], source="desk", now=NOON)
    written = await asyncio.gather(*(record(stores, story, an_alert(story)) for _ in range(4)))
    assert sorted(written) == [0, 0, 0, 1]


async def test_a_newer_version_settles_the_ones_before_it(stores: SqlStores) -> None:
    first = a_story()
    second = next_version(first)
    await stores.stories.add([first, second], source="desk", now=NOON)
    await record(stores, second, an_alert(second))
    assert await stores.stories.unmatched(limit=5) == ()


async def test_a_suppressed_alert_is_remembered_without_a_delivery(stores: SqlStores) -> None:
    story = a_story()
    alert = an_alert(story, outcome=Outcome.SUPPRESS, reason="s1 is paused")
    assert await record(stores, story, alert) == 0
    assert await stores.outbox.told(story.id) == (alert,)


async def test_only_the_oldest_of_each_channel_is_claimed(stores: SqlStores) -> None:
    mine = await fill(stores, 3)
    theirs = await fill(stores, 2, TWO)
    claimed = await claim(stores)
    assert [d.alerts[0].story for d in claimed] == [mine[0].id, theirs[0].id]
    assert [d.attempts for d in claimed] == [1, 1]
    assert await claim(stores) == ()


async def test_the_next_of_a_channel_follows_once_the_first_is_sent(stores: SqlStores) -> None:
    stories = await fill(stores, 3)
    told = []
    for _ in stories:
        (delivery,) = await claim(stores)
        told.append(delivery.alerts[0].story)
        await stores.outbox.sent(delivery, MESSAGE, now=NOON)
    assert told == [story.id for story in stories]
    assert await stores.outbox.counts() == {DeliveryStatus.SENT: 3}


async def test_two_workers_never_claim_the_same(stores: SqlStores) -> None:
    for number in range(12):
        await fill(stores, 1, a_channel(f"D{number}"))
    rounds = await asyncio.gather(*(claim(stores, limit=5, worker=f"w{n}") for n in range(6)))
    claimed = [delivery.id for some in rounds for delivery in some]
    rest = [delivery.id for delivery in await claim(stores)]
    assert len(set(claimed + rest)) == len(claimed + rest) == 12


async def test_one_account_gets_no_more_than_its_share(stores: SqlStores) -> None:
    for number in range(4):
        await fill(stores, 1, a_channel(f"D{number}"))
    other = a_channel("E1", workspace="T2")
    await fill(stores, 1, other)
    claimed = await stores.outbox.claim(
        worker="w1",
        platforms=[Platform.SLACK],
        limit=50,
        now=NOON,
        lease=LEASE,
        per_account=2,
    )
    assert [d.channel for d in claimed] == ["slack:T1/D0", "slack:T1/D1", other.id]


async def test_channels_and_accounts_can_be_passed_over(stores: SqlStores) -> None:
    await fill(stores, 1)
    await fill(stores, 1, TWO)
    await fill(stores, 1, a_channel("E1", workspace="T2"))
    claimed = await stores.outbox.claim(
        worker="w1",
        platforms=[Platform.SLACK],
        limit=50,
        now=NOON,
        lease=LEASE,
        passing_over=[ONE.id, a_channel("E1", workspace="T2").account],
    )
    assert [d.channel for d in claimed] == [TWO.id]


async def test_another_platforms_queue_is_left_alone(stores: SqlStores) -> None:
    await fill(stores, 1, a_channel("9", platform=Platform.DISCORD, workspace="8"))
    assert await claim(stores) == ()
    assert await stores.outbox.next_due(platforms=[Platform.SLACK]) is None


async def test_a_claim_whose_lease_ran_out_comes_back_ambiguous(stores: SqlStores) -> None:
    await fill(stores, 1)
    await claim(stores)
    assert await claim(stores, NOON + LEASE - timedelta(seconds=1)) == ()
    assert await stores.outbox.next_due(platforms=[Platform.SLACK]) == NOON + LEASE
    (again,) = await claim(stores, NOON + LEASE)
    assert (again.ambiguous, again.attempts, again.first_attempt_at) == (True, 2, NOON)


async def test_a_retry_waits_for_its_time_and_keeps_its_place(stores: SqlStores) -> None:
    await fill(stores, 2)
    (first,) = await claim(stores)
    later = NOON + timedelta(minutes=1)
    await stores.outbox.settle(
        first, DeliveryStatus.RETRYING, error="busy", now=NOON, next_at=later
    )
    assert await claim(stores) == ()
    assert await stores.outbox.next_due(platforms=[Platform.SLACK]) == later
    (again,) = await claim(stores, later)
    assert (again.id, again.attempts, again.ambiguous) == (first.id, 2, False)
    assert again.last_error == "busy"


async def test_a_rate_limit_is_no_attempt(stores: SqlStores) -> None:
    await fill(stores, 1)
    (first,) = await claim(stores)
    await stores.outbox.settle(
        first, DeliveryStatus.RETRYING, error="ratelimited", now=NOON, counts=False
    )
    (again,) = await claim(stores)
    assert again.attempts == 1


async def test_an_unanswered_attempt_is_remembered_with_its_time(stores: SqlStores) -> None:
    await fill(stores, 1)
    (first,) = await claim(stores)
    await stores.outbox.settle(
        first, DeliveryStatus.RETRYING, error="no answer", now=NOON, ambiguous=True
    )
    (again,) = await claim(stores, NOON + timedelta(minutes=5))
    assert (again.ambiguous, again.first_attempt_at) == (True, NOON)


async def test_a_late_settlement_does_not_touch_a_newer_claim(stores: SqlStores) -> None:
    await fill(stores, 1)
    (zombie,) = await claim(stores)
    (current,) = await claim(stores, NOON + LEASE, worker="w2")
    await stores.outbox.settle(zombie, DeliveryStatus.FAILED, error="late", now=NOON + LEASE)
    await stores.outbox.sent(current, MESSAGE, now=NOON + LEASE)
    await stores.outbox.settle(zombie, DeliveryStatus.FAILED, error="late", now=NOON + LEASE)
    assert await stores.outbox.counts() == {DeliveryStatus.SENT: 1}


async def test_a_failure_lets_the_next_one_pass(stores: SqlStores) -> None:
    stories = await fill(stores, 2)
    (first,) = await claim(stores)
    await stores.outbox.settle(first, DeliveryStatus.FAILED, error="refused", now=NOON)
    (second,) = await claim(stores)
    assert second.alerts[0].story == stories[1].id


async def test_a_receipt_stands_for_the_card_and_its_version(stores: SqlStores) -> None:
    story = a_story()
    await record(stores, story, an_alert(story))
    (delivery,) = await claim(stores)
    await stores.outbox.sent(delivery, MESSAGE, now=NOON)
    receipt = await stores.outbox.receipt(ONE.id, story.id)
    assert receipt is not None
    assert (receipt.message_id, receipt.version, receipt.posted_at) == (MESSAGE, 1, NOON)


async def test_an_edit_raises_the_version_the_receipt_shows(stores: SqlStores) -> None:
    story = a_story()
    await record(stores, story, an_alert(story))
    (first,) = await claim(stores)
    await stores.outbox.sent(first, MESSAGE, now=NOON)
    second = next_version(story, impact=9)
    await record(stores, second, an_alert(second, kind=AlertKind.UPDATE))
    (update,) = await claim(stores)
    await stores.outbox.sent(update, MessageId("reply"), now=NOON, shows=2)
    receipt = await stores.outbox.receipt(ONE.id, story.id)
    assert receipt is not None
    assert (receipt.message_id, receipt.version) == (MESSAGE, 2)
    await stores.outbox.forget_receipt(ONE.id, story.id)
    assert await stores.outbox.receipt(ONE.id, story.id) is None


async def test_a_dropped_delivery_leaves_a_suppressed_alert(stores: SqlStores) -> None:
    story = a_story()
    await record(stores, story, an_alert(story))
    (delivery,) = await claim(stores)
    await stores.outbox.settle(delivery, DeliveryStatus.DROPPED, error="withdrawn", now=NOON)
    (alert,) = await stores.outbox.told(story.id)
    assert (alert.outcome, alert.reason) == (Outcome.SUPPRESS, "withdrawn")
    assert await claim(stores) == ()


async def test_a_paused_channel_holds_its_deliveries_until_it_returns(stores: SqlStores) -> None:
    await fill(stores, 1)
    await stores.channels.pause(ONE.id, reason="archived", now=NOON)
    late = a_story("late")
    await record(stores, late, an_alert(late))
    assert await stores.outbox.counts() == {DeliveryStatus.HELD: 2}
    assert await claim(stores) == ()
    await stores.channels.resume(ONE.id, now=NOON)
    assert len(await claim(stores)) == 1


async def test_a_delivery_under_way_at_the_pause_is_held_afterwards(stores: SqlStores) -> None:
    await fill(stores, 1)
    (delivery,) = await claim(stores)
    await stores.channels.pause(ONE.id, reason="archived", now=NOON)
    await stores.outbox.settle(delivery, DeliveryStatus.HELD, error="archived", now=NOON)
    assert await stores.outbox.counts() == {DeliveryStatus.HELD: 1}


async def test_holding_for_a_channel_that_came_back_means_retrying(stores: SqlStores) -> None:
    await fill(stores, 1)
    (delivery,) = await claim(stores)
    await stores.outbox.settle(delivery, DeliveryStatus.HELD, error="archived", now=NOON)
    assert await stores.outbox.counts() == {DeliveryStatus.RETRYING: 1}


async def test_folded_alerts_leave_together_best_story_first(stores: SqlStores) -> None:
    for name, impact in (("small", 3), ("big", 9), ("middle", 5)):
        story = a_story(name, impact=impact)
        await record(stores, story, an_alert(story, outcome=Outcome.FOLD, reason="burst"))
    assert await stores.outbox.waiting_folds(now=NOON) == (ONE.id,)
    assert await stores.outbox.fold(ONE.id, now=NOON)
    assert not await stores.outbox.fold(ONE.id, now=NOON)
    (digest,) = await claim(stores)
    assert digest.kind is AlertKind.DIGEST
    assert [alert.story for alert in digest.alerts] == ["big", "middle", "small"]
    assert await stores.outbox.last_digest_at(ONE.id) == NOON


async def test_a_fold_waits_for_its_time(stores: SqlStores) -> None:
    story = a_story()
    due = NOON + timedelta(hours=1)
    await record(stores, story, an_alert(story, outcome=Outcome.FOLD, fold_at=due))
    assert await stores.outbox.waiting_folds(now=NOON) == ()
    assert not await stores.outbox.fold(ONE.id, now=NOON)
    assert await stores.outbox.fold(ONE.id, now=due)


async def test_a_paused_channel_has_no_waiting_folds(stores: SqlStores) -> None:
    story = a_story()
    await record(stores, story, an_alert(story, outcome=Outcome.FOLD))
    await stores.channels.pause(ONE.id, reason="archived", now=NOON)
    assert await stores.outbox.waiting_folds(now=NOON) == ()


async def test_what_waited_too_long_is_folded_unless_it_was_tried(stores: SqlStores) -> None:
    stories = await fill(stores, 3)
    (tried,) = await claim(stores)
    await stores.outbox.settle(
        tried, DeliveryStatus.RETRYING, error="no answer", now=NOON, ambiguous=True
    )
    later = NOON + timedelta(days=2)
    folded = await stores.outbox.fold_stale(
        created_before=NOON + timedelta(days=1), reason="waited over a day", now=later
    )
    assert folded == 2
    assert await stores.outbox.fold(ONE.id, now=later)
    log = await stores.outbox.log(ONE.id, limit=5)
    assert [len(delivery.alerts) for delivery in log] == [2, 1]
    assert {alert.story for alert in log[0].alerts} == {stories[1].id, stories[2].id}


async def test_the_cap_counts_cards_sent_and_on_their_way(stores: SqlStores) -> None:
    await fill(stores, 3)
    (delivery,) = await claim(stores)
    await stores.outbox.sent(delivery, MESSAGE, now=NOON)
    assert await stores.outbox.sent_since(ONE.id, NOON - timedelta(hours=1)) == 3
    assert await stores.outbox.sent_since(ONE.id, NOON + timedelta(hours=1)) == 2
    assert await stores.outbox.sent_since(TWO.id, NOON - timedelta(hours=1)) == 0


async def test_the_log_is_newest_first_and_per_channel(stores: SqlStores) -> None:
    mine = await fill(stores, 2)
    await fill(stores, 1, TWO)
    log = await stores.outbox.log(ONE.id, limit=1)
    assert [d.alerts[0].story for d in log] == [mine[1].id]
    assert len(await stores.outbox.log(None, limit=9)) == 3


async def test_pruning_keeps_the_identity_and_what_is_on_its_way(stores: SqlStores) -> None:
    done, waiting = a_story("done"), a_story("waiting")
    await record(stores, done, an_alert(done, subscriptions=(SubscriptionId("s1"),)))
    (delivery,) = await claim(stores)
    await stores.outbox.sent(delivery, MESSAGE, now=NOON)
    await record(stores, waiting, an_alert(waiting))
    later = NOON + timedelta(days=400)
    pruned = await stores.prune(now=later, keep=timedelta(days=90))
    assert (pruned.stories, pruned.deliveries) == (1, 1)
    assert await stores.stories.get(done.id) is None
    assert await stores.stories.get(waiting.id) == waiting
    assert await stores.stories.add([done], source="desk", now=later) == ()
    assert len(await claim(stores, later)) == 1
