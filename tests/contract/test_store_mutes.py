"""Muted stories and pauses with an end, on every database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.alert import Alert, DeliveryStatus, Outcome
from bot.domain.mute import Mute
from bot.domain.story import StoryId
from bot.domain.subscription import Criteria
from bot.store import SqlStores
from bot.testing import NOON, a_channel, a_story, an_alert
from tests.contract.test_outbox import ONE, TWO, claim, record

pytestmark = pytest.mark.usefixtures("no_blocking")
CHANNEL = a_channel()
HOUR = timedelta(hours=1)


def a_mute(story: str = "gas-cap", lasts: timedelta = HOUR) -> Mute:
    return Mute(channel=CHANNEL.id, story=StoryId(story), until=NOON + lasts)


async def keep(stores: SqlStores, *made: Mute) -> None:
    for mute in made:
        await stores.mutes.add(mute, actor="U1", now=NOON)


async def test_a_mute_counts_until_its_end_and_not_at_it(stores: SqlStores) -> None:
    await keep(stores, a_mute())
    for passed, found in (
        (timedelta(0), (a_mute(),)),
        (HOUR - timedelta(seconds=1), (a_mute(),)),
        (HOUR, ()),
    ):
        now = NOON + passed
        assert await stores.mutes.of_channel(CHANNEL.id, now=now) == found
        assert await stores.mutes.of_stories({StoryId("gas-cap")}, now=now) == found


async def test_the_first_to_end_comes_first(stores: SqlStores) -> None:
    late, early = a_mute("late", 2 * HOUR), a_mute("early")
    await keep(stores, late, early)
    assert await stores.mutes.of_channel(CHANNEL.id, now=NOON) == (early, late)


async def test_muting_again_replaces_the_end(stores: SqlStores) -> None:
    await keep(stores, a_mute(lasts=9 * HOUR), a_mute())
    assert await stores.mutes.of_channel(CHANNEL.id, now=NOON) == (a_mute(),)


async def test_each_channel_and_story_has_its_own(stores: SqlStores) -> None:
    elsewhere = replace(a_mute(), channel=TWO.id)
    await keep(stores, a_mute(), elsewhere, a_mute("other"))
    found = await stores.mutes.of_stories([StoryId("gas-cap"), StoryId("none")], now=NOON)
    assert set(found) == {a_mute(), elsewhere}
    await stores.mutes.remove(elsewhere, actor="U1", now=NOON)
    assert await stores.mutes.of_stories([StoryId("gas-cap")], now=NOON) == (a_mute(),)
    assert await stores.mutes.of_stories([], now=NOON) == ()


async def test_the_audit_says_who_muted_what(stores: SqlStores) -> None:
    await keep(stores, a_mute())
    for _ in range(2):
        await stores.mutes.remove(a_mute(), actor="U2", now=NOON)
    unmuted, muted = await stores.subscriptions.audit(CHANNEL.id, limit=9)
    assert (muted.actor, muted.action, unmuted.actor, unmuted.action) == (
        "U1",
        "mute",
        "U2",
        "unmute",
    )
    assert "gas-cap" in muted.after
    assert "gas-cap" in unmuted.before


async def test_an_ended_mute_is_pruned_and_one_in_force_is_not(stores: SqlStores) -> None:
    await keep(stores, a_mute(), a_mute("long", 24 * HOUR))
    await stores.prune(now=NOON + 3 * HOUR, keep=HOUR)
    every = await stores.mutes.of_channel(CHANNEL.id, now=NOON)
    assert [mute.story for mute in every] == ["long"]


async def test_a_pause_with_an_end_comes_back_as_it_was_made(stores: SqlStores) -> None:
    made = await stores.subscriptions.add(CHANNEL.id, Criteria(), actor="U1", now=NOON)
    paused = replace(made, paused=True, paused_reason="holiday", paused_until=NOON + HOUR)
    await stores.subscriptions.replace(paused, actor="U1", now=NOON)
    assert await stores.subscriptions.get(CHANNEL.id, made.id) == paused


async def test_pauses_that_are_over_end_and_others_stay(stores: SqlStores) -> None:
    over, later, open_end, removed = [
        await stores.subscriptions.add(CHANNEL.id, Criteria(), actor="U1", now=NOON)
        for _ in range(4)
    ]
    ends = ((over, NOON + HOUR), (later, NOON + 2 * HOUR), (open_end, None), (removed, NOON))
    for one, end in ends:
        paused = replace(one, paused=True, paused_reason="holiday", paused_until=end)
        await stores.subscriptions.replace(paused, actor="U1", now=NOON)
    await stores.subscriptions.remove(CHANNEL.id, removed.id, actor="U1", now=NOON)
    seen, _ = await stores.subscriptions.changes(0)
    assert await stores.subscriptions.end_pauses(now=NOON + HOUR - timedelta(seconds=1)) == 0
    assert await stores.subscriptions.end_pauses(now=NOON + HOUR) == 1
    assert await stores.subscriptions.end_pauses(now=NOON + HOUR) == 0
    assert [one.paused for one in await stores.subscriptions.of_channel(CHANNEL.id)] == [
        False,
        True,
        True,
    ]
    _, ((_, changed),) = await stores.subscriptions.changes(seen)
    assert changed == over
    (entry, *_) = await stores.subscriptions.audit(CHANNEL.id, limit=1)
    assert (entry.action, entry.actor) == ("resume", "")


async def test_a_story_left_out_of_a_digest_is_suppressed_for_the_reason(
    stores: SqlStores,
) -> None:
    stories = [a_story("kept"), a_story("muted")]
    for story in stories:
        await record(stores, story, folded(an_alert(story, channel=ONE.id)))
    assert await stores.outbox.fold(ONE.id, now=NOON)
    (digest,) = await claim(stores)
    await stores.outbox.leave_out(digest, StoryId("muted"), reason="muted until tomorrow")
    (carried,) = await stores.outbox.log(None, limit=1)
    assert [alert.story for alert in carried.alerts] == ["kept"]
    assert carried.status is DeliveryStatus.CLAIMED
    (told,) = await stores.outbox.told(StoryId("muted"))
    assert (told.outcome, told.reason) == (Outcome.SUPPRESS, "muted until tomorrow")
    assert not await stores.outbox.fold(ONE.id, now=NOON)


def folded(alert: Alert) -> Alert:
    return replace(alert, outcome=Outcome.FOLD, fold_at=NOON)
