"""Channels come, go, come back and are renamed."""

from __future__ import annotations

import pytest

from bot.delivery.keeper import ChannelKeeper
from bot.domain.channel import Channel, ChannelState
from bot.store import SqlStores
from bot.testing import FakeClock, a_channel

CHANNEL = a_channel()


@pytest.fixture
def keeper(sqlite_stores: SqlStores, clock: FakeClock) -> ChannelKeeper:
    return ChannelKeeper(stores=sqlite_stores, clock=clock)


async def test_a_channel_that_speaks_is_known(
    keeper: ChannelKeeper, sqlite_stores: SqlStores
) -> None:
    assert await keeper.seen(CHANNEL) == CHANNEL
    assert await sqlite_stores.channels.all() == (CHANNEL,)


async def test_people_are_told_once_for_each_pause(keeper: ChannelKeeper) -> None:
    told: list[str] = []
    woken: list[bool] = []

    async def tell(channel: Channel, reason: str) -> None:
        told.append(f"{channel.name}: {reason}")

    keeper.when_paused(tell)
    keeper.when_resumed(lambda: woken.append(True))
    await keeper.seen(CHANNEL)
    assert [await keeper.gone(CHANNEL.id, "archived") for _ in range(2)] == [True, False]
    assert [await keeper.back(CHANNEL.id) for _ in range(2)] == [True, False]
    await keeper.gone(CHANNEL.id, "deleted")
    assert told == ["room-C1: archived", "room-C1: deleted"]
    assert woken == [True]


async def test_a_new_name_is_kept_for_known_channels_only(
    keeper: ChannelKeeper, sqlite_stores: SqlStores
) -> None:
    await keeper.seen(CHANNEL)
    await keeper.gone(CHANNEL.id, "archived")
    await keeper.renamed(CHANNEL.id, "new-name")
    await keeper.renamed(a_channel("C2").id, "unknown")
    (known,) = await sqlite_stores.channels.all()
    assert (known.name, known.state) == ("new-name", ChannelState.PAUSED)
