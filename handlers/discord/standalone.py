"""A desk for a client that runs by itself: its own database, commands and keeper.

The process that `tidings run` starts shares one desk between all platforms; this is for a program
that wants the Discord client alone.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

import discord
from bot.commands.buttons import card_buttons
from bot.commands.service import CommandService
from bot.delivery.keeper import ChannelKeeper
from bot.domain.channel import Platform
from bot.ports.clock import Clock
from bot.settings import Settings
from bot.store import open_stores
from handlers.discord.adapter import DiscordAdapter
from handlers.discord.client import Desk, OpenDesk


class WallClock:
    """The time of the machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, pause: timedelta) -> None:
        await asyncio.sleep(max(0.0, pause.total_seconds()))


def own_desk(settings: Settings, clock: Clock) -> OpenDesk:
    """Opens the database of the settings when the client logs in, closes it with the client."""

    async def open_desk(opened: AsyncExitStack, client: discord.Client) -> Desk:
        stores = await opened.enter_async_context(open_stores(settings.database.url))
        adapter = DiscordAdapter(lambda: client, buttons=card_buttons, clock=clock)
        commands = CommandService(
            stores=stores,
            clock=clock,
            adapters={Platform.DISCORD: adapter},
            command_name=settings.discord.command,
        )
        keeper = ChannelKeeper(stores=stores, clock=clock)
        return Desk(commands=commands, keeper=keeper, stores=stores)

    return open_desk
