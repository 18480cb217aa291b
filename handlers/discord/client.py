"""The client: discord.py's with our command tree, our buttons, and the life of channels.

Asks for the GUILDS intent only: commands, buttons and the coming and going of channels need no
more, and it can read no message of anybody.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import structlog
import yarl

import discord
from bot.commands.service import CommandService
from bot.delivery.keeper import ChannelKeeper
from bot.ports.clock import Clock
from bot.ports.stores import Stores
from bot.settings import DiscordSettings
from discord.gateway import DiscordWebSocket
from discord.http import Route
from handlers.discord.commands import NewsGroup, NewsTree
from handlers.discord.conversation import Talk, pressed
from handlers.discord.lifecycle import Lifecycle
from handlers.discord.syncing import sync_commands

log = structlog.get_logger(__name__)
LONGEST_WAIT: Final = 30.0
"""Seconds discord.py may wait for a rate limit; beyond, the queue waits and others go on."""
SERVERS_ARRIVE: Final = 2.0
"""Seconds without another server after which all are taken to have arrived."""
CLOSE_WITHIN: Final = 3.0
DEFAULTS: Final = DiscordSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the client works with: commands, stores, and the keeper of channels."""

    commands: CommandService
    keeper: ChannelKeeper
    stores: Stores


OpenDesk = Callable[[AsyncExitStack, discord.Client], Awaitable[Desk]]
"""Makes or hands over the desk; what it opens goes on the stack and is closed with the client."""


def point_discord_py(settings: DiscordSettings) -> None:
    """Send discord.py to other addresses than Discord's own, where the settings name some.

    It keeps both addresses in class attributes, so they hold for the whole process.
    """
    if settings.api_url != DEFAULTS.api_url:
        Route.BASE = settings.api_url.rstrip("/")
    if settings.gateway_url != DEFAULTS.gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)


class NewsClient(discord.AutoShardedClient):
    """One connection to Discord, from login to close; every attempt has a new one."""

    service: CommandService
    keeper: ChannelKeeper
    lifecycle: Lifecycle

    def __init__(self, settings: DiscordSettings, *, open_desk: OpenDesk, clock: Clock) -> None:
        point_discord_py(settings)
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_WAIT,
            shard_count=1,
            guild_ready_timeout=SERVERS_ARRIVE,
        )
        self._own_gateway = settings.gateway_url != DEFAULTS.gateway_url
        self.announce_changes = settings.announce_changes
        self.tree = NewsTree(self)
        self.tree.add_command(NewsGroup(name=settings.command))
        self.connected_at: datetime | None = None
        self.was_ready = False
        self._clock = clock
        self._open_desk = open_desk
        self._opened = AsyncExitStack()

    async def setup_hook(self) -> None:
        """Once, after the token was accepted and before the gateway is opened."""
        desk = await self._open_desk(self._opened, self)
        self.service, self.keeper = desk.commands, desk.keeper
        self.lifecycle = Lifecycle(self, channels=desk.stores.channels, keeper=desk.keeper)
        await sync_commands(
            self.tree, application_id=self.application_id or 0, notebook=desk.stores.notebook
        )

    async def connect(self, *, reconnect: bool = True) -> None:
        if not self._own_gateway:
            # Without a number discord.py asks Discord how many shards, and where to connect.
            self.shard_count = None  # type: ignore[assignment]  # its own word for "not known"
        await super().connect(reconnect=reconnect)

    async def close(self) -> None:
        # A gateway that does not say goodbye must not hold up the end of the process.
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_WITHIN):
                await super().close()
        await self._opened.aclose()

    async def on_error(self, event: str, /, *_: Any, **__: Any) -> None:
        # A job boundary of discord.py's: one failed event must not stop the others.
        log.error("discord.event_failed", happening=event, exc_info=sys.exc_info())

    # The connection.

    async def on_ready(self) -> None:
        self.connected_at = self._clock.now()
        self.was_ready = True
        log.info("discord.ready", servers=len(self.guilds))
        await self.lifecycle.compare()

    async def on_resumed(self) -> None:
        self.connected_at = self._clock.now()

    async def on_disconnect(self) -> None:
        self.connected_at = None

    # People.

    async def on_interaction(self, talk: Talk) -> None:
        if talk.type is discord.InteractionType.component:
            await pressed(talk)

    # Servers and channels.

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self.lifecycle.guild_changed(guild)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        await self.lifecycle.guild_changed(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self.lifecycle.guild_left(guild)

    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        if before.permissions != after.permissions:
            await self.lifecycle.guild_changed(after.guild)

    async def on_guild_role_delete(self, role: discord.Role) -> None:
        await self.lifecycle.guild_changed(role.guild)

    async def on_member_update(self, _before: discord.Member, after: discord.Member) -> None:
        if self.user is not None and after.id == self.user.id:
            await self.lifecycle.guild_changed(after.guild)

    async def on_guild_channel_update(
        self, _before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        await self.lifecycle.place_changed(after)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self.lifecycle.place_deleted(channel)

    async def on_thread_update(self, _before: discord.Thread, after: discord.Thread) -> None:
        await self.lifecycle.place_changed(after)

    async def on_raw_thread_delete(self, thread: discord.RawThreadDeleteEvent) -> None:
        await self.lifecycle.thread_deleted(thread)
