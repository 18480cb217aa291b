"""Discord as one platform of the running process: connect, stay connected, say how it is.

A new client is made for every attempt, because discord.py's cannot be started twice, and because
its failures at the first connect must never end the process: the other platforms go on.
"""

from __future__ import annotations

import asyncio
import random
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Final

import aiohttp
import structlog

import discord
from bot.commands.buttons import card_buttons
from bot.commands.service import CommandService
from bot.delivery.keeper import ChannelKeeper
from bot.domain.channel import Channel, Platform
from bot.ports.clock import Clock
from bot.ports.handlers import Finding
from bot.ports.stores import Stores
from bot.settings import DiscordSettings, Settings
from handlers.discord import limits
from handlers.discord.adapter import DiscordAdapter
from handlers.discord.checking import findings
from handlers.discord.client import Desk, NewsClient
from handlers.discord.failures import OTHER_LOGIN, is_ban
from handlers.discord.standalone import WallClock, own_desk
from handlers.discord.telling import tell_paused

log = structlog.get_logger(__name__)
RETRY: Final = (timedelta(seconds=1), timedelta(minutes=5))
"""First and longest pause between attempts to connect."""
BAD_TOKEN: Final = 4004
END_WITHIN: Final = 2.0
"""Seconds for a closed client to return."""
# discord.py 2.7 raises these two when its very first connect to the gateway fails.
FIRST_CONNECT: Final = (AttributeError, RuntimeError)
FAILED_STARTS: Final = (
    discord.DiscordException,
    aiohttp.ClientError,
    OSError,
    TimeoutError,
    *FIRST_CONNECT,
)


def create_discord_client(settings: Settings, *, clock: Clock | None = None) -> NewsClient:
    """A client with its command tree, usable alone: it opens the database when it logs in."""
    clock = clock or WallClock()
    return NewsClient(settings.discord, open_desk=own_desk(settings, clock), clock=clock)


class DiscordHandler:
    """One of the implementations of `bot.ports.handlers.Handler`."""

    platform: Final = Platform.DISCORD

    def __init__(
        self,
        *,
        settings: DiscordSettings,
        commands: CommandService,
        keeper: ChannelKeeper,
        stores: Stores,
        clock: Clock,
    ) -> None:
        self._settings = settings
        self._desk = Desk(commands=commands, keeper=keeper, stores=stores)
        self._clock = clock
        self._client: NewsClient | None = None
        self._refused = ""
        self._last_error = ""
        self.adapter: Final = DiscordAdapter(self._link, buttons=card_buttons, clock=clock)
        keeper.when_paused(self._tell)

    async def run(self) -> None:
        """Serve until cancelled; reconnect for ever. Returns only when the token is refused."""
        pause = RETRY[0]
        while not self._refused:
            client = NewsClient(self._settings, open_desk=self._open_desk, clock=self._clock)
            self._client = client
            try:
                failed = await self._attempt(client)
            finally:
                self._client = None
            if self._refused:
                log.error("discord.refused", what=self._refused, fix=OTHER_LOGIN)
                return
            pause = RETRY[0] if client.was_ready else min(pause * 2, RETRY[1])
            if failed is not None and is_ban(failed):
                pause = limits.BANNED_FOR
            log.warning("discord.reconnecting", error=self._last_error, seconds=pause.seconds)
            await self._clock.sleep(pause * random.uniform(0.8, 1.2))

    async def _attempt(self, client: NewsClient) -> BaseException | None:
        """One client from login to its end; what ended it."""
        token = self._settings.token.get_secret_value() if self._settings.token else ""
        # A task of its own: discord.py swallows a cancellation that meets it while it identifies
        # anew, and would then wait for ever. So it is closed first and cancelled after.
        serving = asyncio.create_task(client.start(token))
        try:
            await asyncio.wait({serving})
        finally:
            await client.close()
            serving.cancel()
            ended, _ = await asyncio.wait({serving}, timeout=END_WITHIN)
            error = next((task.exception() for task in ended if not task.cancelled()), None)
        return None if error is None else self._noted(error)

    def _noted(self, error: BaseException) -> BaseException:
        if not isinstance(error, FAILED_STARTS):
            raise error
        self._last_error = f"{type(error).__name__}: {error}"
        if isinstance(error, FIRST_CONNECT):
            log.error("discord.start_failed", exc_info=error)
        if isinstance(error, discord.LoginFailure):
            self._refused = "Discord refuses the bot's token"
        if isinstance(error, discord.ConnectionClosed) and error.code == BAD_TOKEN:
            self._refused = "Discord no longer takes the bot's token"
        return error

    def health(self) -> Finding:
        if self._refused:
            return Finding(where="discord", ok=False, what=self._refused, fix=OTHER_LOGIN)
        client = self._client
        if client is not None and client.connected_at is not None:
            since = f"{client.connected_at:%Y-%m-%d %H:%M} UTC"
            return Finding(where="discord", ok=True, what=f"connected since {since}")
        why = f": {self._last_error}" if self._last_error else ""
        return Finding(
            where="discord",
            ok=False,
            what=f"not connected{why}",
            fix="it connects again by itself; look at the network if this lasts",
        )

    async def check(self) -> tuple[Finding, ...]:
        return await findings(self._settings, self._desk.stores)

    async def _open_desk(self, _opened: AsyncExitStack, _client: discord.Client) -> Desk:
        return self._desk

    def _link(self) -> discord.Client | None:
        """The client while it is logged in: REST needs no open gateway."""
        client = self._client
        return None if client is None or client.user is None or client.is_closed() else client

    async def _tell(self, channel: Channel, reason: str) -> None:
        client = self._link()
        if channel.platform is Platform.DISCORD and client is not None:
            await tell_paused(client, channel, reason)
