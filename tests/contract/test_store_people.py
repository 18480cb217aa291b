"""Channels and subscriptions, on every database."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.domain.channel import ChannelId, ChannelState
from bot.domain.subscription import Bounds, Criteria, Exclusion, Mode, SubscriptionId
from bot.store import SqlStores
from bot.testing import NOON, a_channel

pytestmark = pytest.mark.usefixtures("no_blocking")
CHANNEL = a_channel()
RICH = Criteria(
    regions=(frozenset({"EU", "GB"}), frozenset({"CN"})),
    entities=(frozenset({"Gazprom, PJSC"}),),
    categories=(frozenset({"energy"}),),
    sentiment=(frozenset({"negative"}),),
    impact=Bounds(7, 9),
    sources=Bounds(None, 4),
    exclude=Exclusion(regions=frozenset({"RU"}), categories=frozenset({"sports"})),
)


async def test_a_known_channel_keeps_its_zone_and_takes_a_new_name(stores: SqlStores) -> None:
    await stores.channels.upsert(CHANNEL, now=NOON)
    await stores.channels.set_time_zone(CHANNEL.id, "Europe/Berlin", now=NOON)
    known = await stores.channels.upsert(replace(CHANNEL, name="renamed"), now=NOON)
    assert known == replace(CHANNEL, name="renamed", time_zone="Europe/Berlin")
    assert await stores.channels.upsert(replace(CHANNEL, name=""), now=NOON) == known
    assert await stores.channels.all() == (known,)


async def test_a_pause_is_told_once_and_ends_with_a_resume(stores: SqlStores) -> None:
    await stores.channels.upsert(CHANNEL, now=NOON)
    assert await stores.channels.pause(CHANNEL.id, reason="archived", now=NOON)
    assert not await stores.channels.pause(CHANNEL.id, reason="gone", now=NOON)
    paused = await stores.channels.get(CHANNEL.id)
    assert paused is not None
    assert (paused.state, paused.paused_reason) == (ChannelState.PAUSED, "archived")
    assert await stores.channels.resume(CHANNEL.id, now=NOON)
    assert not await stores.channels.resume(CHANNEL.id, now=NOON)
    assert await stores.channels.get(CHANNEL.id) == CHANNEL


async def test_an_unknown_channel_is_none(stores: SqlStores) -> None:
    assert await stores.channels.get(CHANNEL.id) is None
    assert not await stores.channels.pause(CHANNEL.id, reason="gone", now=NOON)


async def test_a_subscription_comes_back_as_it_was_made(stores: SqlStores) -> None:
    made = await stores.subscriptions.add(
        CHANNEL.id, RICH, name="EU energy", mode=Mode.DIGEST, actor="U1", now=NOON
    )
    assert (made.id, made.criteria, made.created_by, made.created_at) == ("s1", RICH, "U1", NOON)
    assert await stores.subscriptions.get(CHANNEL.id, made.id) == made
    assert await stores.subscriptions.all() == (made,)


async def test_an_id_once_used_is_never_given_again(stores: SqlStores) -> None:
    for _ in range(2):
        await stores.subscriptions.add(CHANNEL.id, Criteria(), actor="U1", now=NOON)
    await stores.subscriptions.remove(CHANNEL.id, SubscriptionId("s2"), actor="U1", now=NOON)
    third = await stores.subscriptions.add(CHANNEL.id, Criteria(), actor="U1", now=NOON)
    elsewhere = await stores.subscriptions.add(
        ChannelId("slack:T1/C2"), Criteria(), actor="U1", now=NOON
    )
    assert (third.id, elsewhere.id) == ("s3", "s1")
    left = await stores.subscriptions.of_channel(CHANNEL.id)
    assert [found.id for found in left] == ["s1", "s3"]


async def test_two_people_at_once_get_two_ids(stores: SqlStores) -> None:
    made = await asyncio.gather(
        *(
            stores.subscriptions.add(CHANNEL.id, Criteria(), actor=f"U{number}", now=NOON)
            for number in range(8)
        )
    )
    assert {found.id for found in made} == {f"s{number}" for number in range(1, 9)}


async def test_a_removed_subscription_can_be_restored(stores: SqlStores) -> None:
    made = await stores.subscriptions.add(CHANNEL.id, RICH, actor="U1", now=NOON)
    assert await stores.subscriptions.remove(CHANNEL.id, made.id, actor="U2", now=NOON) == made
    assert await stores.subscriptions.get(CHANNEL.id, made.id) is None
    assert await stores.subscriptions.remove(CHANNEL.id, made.id, actor="U2", now=NOON) is None
    assert await stores.subscriptions.restore(CHANNEL.id, made.id, actor="U2", now=NOON) == made
    assert await stores.subscriptions.restore(CHANNEL.id, made.id, actor="U2", now=NOON) is None


async def test_changes_tell_a_watcher_what_is_in_force(stores: SqlStores) -> None:
    one = await stores.subscriptions.add(CHANNEL.id, RICH, actor="U1", now=NOON)
    two = await stores.subscriptions.add(CHANNEL.id, Criteria(), actor="U1", now=NOON)
    seen, first = await stores.subscriptions.changes(0)
    assert [found for _, found in first] == [one, two]
    assert await stores.subscriptions.changes(seen) == (seen, ())
    changed = replace(two, name="everything", paused=True, paused_reason="holiday")
    await stores.subscriptions.replace(changed, actor="U1", now=NOON)
    await stores.subscriptions.remove(CHANNEL.id, one.id, actor="U1", now=NOON)
    later, second = await stores.subscriptions.changes(seen)
    assert later > seen
    assert dict(second) == {first[0][0]: None, first[1][0]: changed}


async def test_the_audit_says_who_changed_what(stores: SqlStores) -> None:
    made = await stores.subscriptions.add(CHANNEL.id, RICH, actor="U1", now=NOON)
    await stores.subscriptions.replace(replace(made, paused=True), actor="U2", now=NOON)
    await stores.subscriptions.replace(replace(made, paused=True, name="new"), actor="U3", now=NOON)
    await stores.subscriptions.remove(CHANNEL.id, made.id, actor="U4", now=NOON)
    entries = await stores.subscriptions.audit(CHANNEL.id, limit=3)
    assert [(entry.actor, entry.action) for entry in entries] == [
        ("U4", "unsubscribe"),
        ("U3", "edit"),
        ("U2", "pause"),
    ]
    assert "new" not in entries[1].before
    assert "new" in entries[1].after


async def test_writing_the_same_form_again_is_no_change(stores: SqlStores) -> None:
    made = await stores.subscriptions.add(CHANNEL.id, RICH, actor="U1", now=NOON)
    seen, _ = await stores.subscriptions.changes(0)
    await stores.subscriptions.replace(made, actor="U2", now=NOON)
    assert await stores.subscriptions.changes(seen) == (seen, ())
