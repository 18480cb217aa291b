"""Staying connected, and the life of servers and channels."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.channel import Channel, ChannelState
from handlers.discord.preflight import NEEDED, invite_link, permissions
from tests.counterparts.discord.limits import PERMISSIONS
from tests.counterparts.discord.waiting import until
from tests.integration.discord.newsroom import Newsroom, newsroom


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with newsroom(tmp_path) as made:
        yield made


async def known(room: Newsroom) -> None:
    await room.keeper.seen(room.channel)


async def state(room: Newsroom, wanted: ChannelState, place: Channel | None = None) -> str:
    """Wait for a channel's state; returns the reason beside it."""
    async with asyncio.timeout(10):
        while True:
            channel = await room.stores.channels.get((place or room.channel).id)
            if channel is not None and channel.state is wanted:
                return channel.paused_reason
            await asyncio.sleep(0.01)


async def test_commands_are_sent_once_and_again_only_when_they_changed(room: Newsroom) -> None:
    await room.start()
    await room.restart()
    assert puts(room) == 1
    await room.stop()
    room.settings = room.settings.model_copy(update={"command": "tidings"})
    await room.restart()
    assert puts(room) == 2
    assert [command["name"] for command in room.place.world.commands[""]] == ["tidings"]


def puts(room: Newsroom) -> int:
    return sum(request["method"] == "PUT" for request in room.place.requests)


async def test_a_refused_sync_does_not_keep_the_bot_away(room: Newsroom) -> None:
    room.place.fault("error", method="PUT", status=400, code=30034)
    await room.start()
    assert room.handler.health().ok
    await room.restart()
    assert "" in room.place.world.commands


async def test_the_command_is_offered_in_servers_only_and_hidden_from_nobody(
    room: Newsroom,
) -> None:
    await room.start()
    (command,) = room.place.world.commands[""]
    assert command["contexts"] == [0]
    assert command["integration_types"] == [0]
    assert command["default_member_permissions"] is None


async def test_only_the_guilds_intent_is_asked_for(room: Newsroom) -> None:
    await room.start()
    (session,) = room.place.gateway.sessions.values()
    assert session.intents == 1


async def test_a_failed_first_connect_is_tried_again_with_a_new_client(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(_: timedelta) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr(room.clock, "sleep", at_once)
    room.place.fault("error", route="/users/@me", status=503, times=2)
    await room.start()
    assert room.handler.health().ok


async def test_a_gateway_that_refuses_at_first_is_tried_again(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    pause = asyncio.sleep

    async def short(_: float) -> None:
        await pause(0)

    monkeypatch.setattr(asyncio, "sleep", short)
    room.place.gateway.refuse_connects = 2
    await room.start()
    assert room.place.gateway.refuse_connects == 0


async def test_it_stops_at_once_while_discord_makes_it_wait(room: Newsroom) -> None:
    room.place.gateway.identify_seconds = 5
    await room.start()
    await room.stop()
    room.handler = room.new_handler()
    task = asyncio.create_task(room.handler.run())
    await until(lambda: room.place.gateway.refused_identifies == 1)
    task.cancel()
    await asyncio.wait({task}, timeout=5)
    assert task.cancelled()


async def test_a_refused_token_ends_discord_and_says_what_to_do(room: Newsroom) -> None:
    room.place.world.token = "another"
    await asyncio.wait_for(room.handler.run(), 10)
    finding = room.handler.health()
    assert not finding.ok
    assert "DISCORD_TOKEN" in finding.fix


async def test_a_token_that_dies_later_ends_discord_too(room: Newsroom) -> None:
    await room.start()
    room.place.gateway.close(4004)
    await until(lambda: "token" in room.handler.health().what)


async def test_a_lost_line_is_healthy_again_after_it_resumed(room: Newsroom) -> None:
    await room.start()
    room.place.gateway.drop()
    await until(lambda: room.place.gateway.resumes == 1)
    await until(lambda: room.handler.health().ok)


async def test_a_channel_that_is_forbidden_is_paused_and_comes_back(room: Newsroom) -> None:
    await known(room)
    await room.start()
    room.place.forbid(room.channel_id, "SEND_MESSAGES")
    reason = await state(room, ChannelState.PAUSED)
    assert "Send Messages" in reason
    await until(lambda: len(room.place.direct_messages(room.owner)) == 1)
    told = room.place.visible_text(room.place.direct_messages(room.owner)[0])
    assert "#alerts of Newsroom" in told
    assert room.shown() == []
    room.place.allow(room.channel_id)
    await state(room, ChannelState.ACTIVE)


async def test_somebody_is_told_once_only(room: Newsroom) -> None:
    await known(room)
    await room.start()
    for missing in ("SEND_MESSAGES", "VIEW_CHANNEL"):
        room.place.forbid(room.channel_id, missing)
    await state(room, ChannelState.PAUSED)
    await until(lambda: len(room.place.direct_messages(room.owner)) == 1)


async def test_closed_direct_messages_are_no_error(room: Newsroom) -> None:
    await known(room)
    await room.start()
    room.place.close_dms(room.owner)
    room.place.forbid(room.channel_id)
    await state(room, ChannelState.PAUSED)
    assert room.handler.health().ok


async def test_a_deleted_channel_is_paused_with_the_reason(room: Newsroom) -> None:
    await known(room)
    await room.start()
    room.place.delete_channel(room.channel_id)
    assert "deleted" in await state(room, ChannelState.PAUSED)


async def test_a_locked_thread_is_paused_and_comes_back_unlocked(room: Newsroom) -> None:
    card = room.place.say(room.ann, room.channel_id, "Let us talk about gas")["id"]
    parent = room.place.world.channel(room.channel_id)
    room.place.world.add_thread(parent, card, "gas", 1440)
    thread = replace(room.channel, native_id=card, name="gas")
    await room.keeper.seen(thread)
    await room.start()
    room.place.set_thread(card, locked=True)
    reason = await state(room, ChannelState.PAUSED, thread)
    assert "unlock the thread" in reason
    room.place.set_thread(card)
    await state(room, ChannelState.ACTIVE, thread)


async def test_a_kick_pauses_and_a_new_invitation_resumes(room: Newsroom) -> None:
    await known(room)
    await room.start()
    room.place.kick(room.guild)
    assert "removed from the server" in await state(room, ChannelState.PAUSED)
    room.place.invite(room.guild)
    await state(room, ChannelState.ACTIVE)


async def test_a_kick_while_away_is_noticed_at_the_next_start(room: Newsroom) -> None:
    await known(room)
    room.place.kick(room.guild, silently=True)
    await room.start()
    assert "removed from the server" in await state(room, ChannelState.PAUSED)


async def test_a_channel_deleted_while_away_is_noticed_at_the_next_start(room: Newsroom) -> None:
    await known(room)
    room.place.delete_channel(room.channel_id)
    await room.start()
    assert "deleted" in await state(room, ChannelState.PAUSED)


async def test_an_outage_of_discord_pauses_nothing(room: Newsroom) -> None:
    await known(room)
    await room.start()
    client = room.handler._link()
    assert client is not None
    gone = asyncio.create_task(client.wait_for("guild_unavailable", timeout=5))
    await asyncio.sleep(0)
    room.place.outage(room.guild)
    await gone
    await state(room, ChannelState.ACTIVE)
    room.place.outage(room.guild, over=True)
    await state(room, ChannelState.ACTIVE)


async def test_a_new_name_is_kept_for_display(room: Newsroom) -> None:
    await known(room)
    await room.start()
    room.place.rename_channel(room.channel_id, "energy-desk")
    async with asyncio.timeout(10):
        while True:
            channel = await room.stores.channels.get(room.channel.id)
            assert channel is not None
            if channel.name == "energy-desk":
                return
            await asyncio.sleep(0.01)


async def test_check_names_the_servers_and_each_channels_problems(room: Newsroom) -> None:
    await known(room)
    first, place = await room.handler.check()
    assert first.ok
    assert "in 1 server" in first.what
    assert place.ok
    room.place.forbid(room.channel_id, "EMBED_LINKS")
    _, place = await room.handler.check()
    assert not place.ok
    assert "Embed Links" in place.fix
    assert puts(room) == 0


async def test_check_of_a_bot_in_no_server_gives_the_invitation(room: Newsroom) -> None:
    room.place.kick(room.guild)
    (finding,) = await room.handler.check()
    assert not finding.ok
    assert f"permissions={permissions().value}" in finding.fix


async def test_check_of_a_wrong_token_says_so(room: Newsroom) -> None:
    room.place.world.token = "another"
    (finding,) = await room.handler.check()
    assert not finding.ok
    assert "DISCORD_TOKEN" in finding.fix


def test_the_invitation_asks_for_exactly_what_is_used() -> None:
    bits = sum(PERMISSIONS[name.upper()] for name in NEEDED)
    assert f"permissions={bits}" in invite_link(7)
    assert "scope=bot+applications.commands" in invite_link(7)
