"""The gateway's rules, met by a client that breaks them; and the counterpart as a process."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.counterparts.discord import DiscordCounterpart


@pytest.fixture
async def place() -> AsyncIterator[DiscordCounterpart]:
    async with DiscordCounterpart() as running:
        yield running


class Socket:
    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def send(self, op: int, data: Any = None) -> None:
        await self.socket.send_str(json.dumps({"op": op, "d": data}))

    async def next(self) -> Any:
        frame = await self.socket.receive(timeout=5)
        return json.loads(frame.data) if frame.type is aiohttp.WSMsgType.TEXT else frame.data

    async def identify(self, place: DiscordCounterpart, **changes: Any) -> Any:
        data = {"token": place.token, "intents": 1, "properties": {}} | changes
        await self.send(2, data)
        return await self.next()


@pytest.fixture
async def socket(place: DiscordCounterpart) -> AsyncIterator[Socket]:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{place.gateway_url}?v=10&encoding=json") as opened,
    ):
        found = Socket(opened)
        assert (await found.next())["op"] == 10
        yield found


async def test_a_heartbeat_is_acknowledged_before_identify(socket: Socket) -> None:
    await socket.send(1)
    assert (await socket.next())["op"] == 11


async def test_identify_gives_ready_then_guilds(place: DiscordCounterpart, socket: Socket) -> None:
    guild = place.add_guild()["id"]
    ready = await socket.identify(place)
    assert ready["t"] == "READY"
    assert ready["d"]["guilds"] == [{"id": guild, "unavailable": True}]
    assert ready["d"]["resume_gateway_url"] == place.gateway_url
    assert (await socket.next())["t"] == "GUILD_CREATE"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"token": "wrong"}, 4004),
        ({"shard": [2, 2]}, 4010),
        ({"intents": 1 << 40}, 4013),
        ({"intents": 1 << 15}, 4014),
    ],
)
async def test_a_wrong_identify_is_closed(
    place: DiscordCounterpart, socket: Socket, changes: dict[str, Any], code: int
) -> None:
    assert await socket.identify(place, **changes) == code


async def test_breaking_the_protocol_is_closed(place: DiscordCounterpart, socket: Socket) -> None:
    await socket.send(3, {})
    assert await socket.next() == 4003


async def test_what_is_not_json_is_closed(socket: Socket) -> None:
    await socket.socket.send_str("{")
    assert await socket.next() == 4002


async def test_more_than_120_messages_a_minute_are_closed(socket: Socket) -> None:
    for _ in range(121):
        await socket.send(1)
    answers = [await socket.next() for _ in range(121)]
    assert answers[-1] == 4008


async def test_a_second_identify_within_five_seconds_is_invalid(
    place: DiscordCounterpart, socket: Socket
) -> None:
    await socket.identify(place)
    async with aiohttp.ClientSession() as session, session.ws_connect(place.gateway_url) as more:
        second = Socket(more)
        await second.next()
        assert (await second.identify(place))["op"] == 9
        place.advance(seconds=6)
        assert (await second.identify(place))["t"] == "READY"


async def test_a_session_of_another_shard_hears_nothing(
    place: DiscordCounterpart, socket: Socket
) -> None:
    guild = place.add_guild()["id"]
    mine = (int(guild) >> 22) % 2
    ready = await socket.identify(place, shard=[1 - mine, 2])
    assert ready["d"]["guilds"] == []
    place.add_channel(guild, "unheard")
    await socket.send(1)
    assert (await socket.next())["op"] == 11


async def test_the_first_connects_can_be_refused(place: DiscordCounterpart) -> None:
    place.gateway.refuse_connects = 1
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(place.gateway_url)
        socket = await session.ws_connect(place.gateway_url)
        await socket.close()


@pytest.fixture
async def process() -> AsyncIterator[asyncio.subprocess.Process]:
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.counterparts.discord", stdout=asyncio.subprocess.PIPE
    )
    yield started
    if started.returncode is None:
        started.kill()
        await started.wait()


async def test_it_runs_as_a_process_and_is_driven_over_http(
    process: asyncio.subprocess.Process,
) -> None:
    assert process.stdout is not None
    addresses = json.loads(await asyncio.wait_for(process.stdout.readline(), 30))

    async with aiohttp.ClientSession() as session:

        async def verb(name: str, /, **arguments: Any) -> Any:
            async with session.post(f"{addresses['control']}/{name}", json=arguments) as response:
                return (await response.json()).get("result", response.status)

        guild = await verb("add_guild", name="Newsroom")
        channel = await verb("add_channel", guild_id=guild["id"], name="alerts")
        user = await verb("add_member", guild_id=guild["id"], name="Ann")
        await verb("say", user_id=user["id"], channel_id=channel["id"], content="**hi**")
        messages = await verb("messages", channel_id=channel["id"])
        assert [m["_text"] for m in messages] == ["hi"]
        assert (await verb("state"))["violations"] == []
        assert await verb("fault", kind="error", status=500) == 1
        assert await verb("advance", minutes=5) is None
        assert await verb("slash", user_id=user["id"], channel_id=channel["id"], command="x") == 400
        assert await verb("nothing") == 404
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 10) == 0
