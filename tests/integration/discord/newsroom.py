"""The whole Discord handler at work on a counterpart: real stores, real commands, real wire."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pydantic import SecretStr

from bot.commands.service import CommandService
from bot.delivery.keeper import ChannelKeeper
from bot.domain.channel import Channel, Platform
from bot.ports.stores import Stores
from bot.settings import DiscordSettings
from bot.store import open_stores
from handlers.discord import client
from handlers.discord.app import DiscordHandler
from handlers.discord.standalone import WallClock
from tests.counterparts.discord import DiscordCounterpart
from tests.counterparts.discord.pointing import discord_py_at
from tests.counterparts.discord.waiting import until


class LeapingClock(WallClock):
    """Real time, except that whoever waits is there at once, and Discord's clock with them."""

    def __init__(self, place: DiscordCounterpart) -> None:
        self._place = place
        self._leaped = timedelta(0)

    def now(self) -> datetime:
        return super().now() + self._leaped

    async def sleep(self, pause: timedelta) -> None:
        self.leap(pause)
        await asyncio.sleep(0)

    def leap(self, pause: timedelta) -> None:
        self._leaped += pause
        self._place.clock.advance(pause)


class Newsroom:
    """One guild with a channel, an owner (may write) and Ann (may not), and the bot in it."""

    def __init__(self, place: DiscordCounterpart, stores: Stores, **settings: Any) -> None:
        self.place, self.stores = place, stores
        self.clock = LeapingClock(place)
        guild = place.add_guild("Newsroom", owner="Olga")
        self.guild, self.owner = guild["id"], guild["owner_id"]
        self.channel_id = place.add_channel(self.guild, "alerts")["id"]
        self.ann = place.add_member(self.guild, "Ann")["id"]
        self.settings = DiscordSettings(
            api_url=place.api_url,
            gateway_url=place.gateway_url,
            token=SecretStr(place.token),
            **settings,
        )
        self.keeper = ChannelKeeper(stores=stores, clock=self.clock)
        self.commands = CommandService(stores=stores, clock=self.clock)
        self.handler = self.new_handler()
        self._task: asyncio.Task[None] | None = None

    def new_handler(self) -> DiscordHandler:
        handler = DiscordHandler(
            settings=self.settings,
            commands=self.commands,
            keeper=self.keeper,
            stores=self.stores,
            clock=self.clock,
        )
        self.commands.adapters = {Platform.DISCORD: handler.adapter}
        return handler

    @property
    def channel(self) -> Channel:
        return Channel(
            platform=Platform.DISCORD,
            workspace=self.guild,
            native_id=self.channel_id,
            name="alerts",
        )

    async def start(self) -> None:
        self._task = asyncio.create_task(self.handler.run())
        await until(lambda: self.handler.health().ok)

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def restart(self) -> None:
        """The process ends and another one begins."""
        await self.stop()
        self.handler = self.new_handler()
        await self.start()

    async def slash(self, verb: str, options: dict[str, Any] | None = None, *, by: str = "") -> Any:
        """Run `/news VERB` as the owner and return what came of it."""
        command = f"{self.settings.command} {verb}"
        return await self.place.people.slash(
            by or self.owner, self.channel_id, command, options or {}
        )

    def text_of(self, outcome: Any) -> str:
        return "\n".join(self.place.visible_text(message) for message in outcome["messages"])

    def shown(self) -> list[Any]:
        return self.place.messages(self.channel_id)


@asynccontextmanager
async def newsroom(folder: Path, **settings: Any) -> AsyncIterator[Newsroom]:
    """A newsroom that is not started yet; at the end it is stopped and without violations."""
    async with (
        DiscordCounterpart() as place,
        open_stores(f"sqlite:///{folder / 'tidings.db'}") as stores,
    ):
        place.gateway.identify_seconds = 0
        place.set_bucket("message-create", 1000, 1)
        # One server arrives at once; the library's pause for more would only slow the tests.
        patient = patch.object(client, "SERVERS_ARRIVE", 0.02)
        with patient, discord_py_at(place.api_url, place.gateway_url):
            room = Newsroom(place, stores, **settings)
            try:
                yield room
            finally:
                await room.stop()
        assert place.violations == []
