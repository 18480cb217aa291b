"""What happens to servers and channels, told to the channel keeper.

A channel is judged by whether the bot can post in it now; a server that is only unavailable (an
outage of Discord's) changes nothing. A kick while we were away is seen by comparing the list of
servers that READY brings with the channels we know.
"""

from __future__ import annotations

from typing import Final

import structlog

import discord
from bot.delivery.keeper import ChannelKeeper
from bot.domain.channel import Channel, Platform
from bot.domain.text import clean
from bot.ports.stores import ChannelStore
from handlers.discord.preflight import Place, blocked

log = structlog.get_logger(__name__)
REMOVED: Final = "Tidings was removed from the server; invite it again to go on"
DELETED: Final = "the channel was deleted"


class Lifecycle:
    """Events of one client, for the channels that have subscriptions or had some."""

    def __init__(
        self, client: discord.Client, *, channels: ChannelStore, keeper: ChannelKeeper
    ) -> None:
        self._client = client
        self._channels = channels
        self._keeper = keeper

    async def compare(self) -> None:
        """After READY: judge every known channel."""
        for channel in await self._known():
            await self._judge(channel)

    async def guild_changed(self, guild: discord.Guild) -> None:
        """It joined, came back, or its roles or our membership changed."""
        for channel in await self._known(str(guild.id)):
            await self._judge(channel)

    async def guild_left(self, guild: discord.Guild) -> None:
        for channel in await self._known(str(guild.id)):
            await self._keeper.gone(channel.id, REMOVED)

    async def place_changed(self, place: Place) -> None:
        for channel in await self._at(place):
            if channel.name != clean(place.name):
                await self._keeper.renamed(channel.id, clean(place.name))
            await self._judge(channel)

    async def place_deleted(self, place: Place) -> None:
        for channel in await self._at(place):
            await self._keeper.gone(channel.id, DELETED)

    async def thread_deleted(self, thread: discord.RawThreadDeleteEvent) -> None:
        for channel in await self._known(str(thread.guild_id)):
            if channel.native_id == str(thread.thread_id):
                await self._keeper.gone(channel.id, DELETED)

    async def _judge(self, channel: Channel) -> None:
        guild = self._client.get_guild(int(channel.workspace))
        if guild is None:
            await self._keeper.gone(channel.id, REMOVED)
            return
        if guild.unavailable:
            return
        place = guild.get_channel_or_thread(int(channel.native_id))
        found = blocked(self._client, channel)
        if found is not None:
            _, what, fix = found
            await self._keeper.gone(channel.id, f"{what}; to mend it: {fix}")
        elif place is None and not await self._exists(channel):
            await self._keeper.gone(channel.id, DELETED)
        else:
            await self._keeper.back(channel.id)

    async def _exists(self, channel: Channel) -> bool:
        """Ask about what the cache does not hold: an archived thread, or nothing at all."""
        try:
            await self._client.fetch_channel(int(channel.native_id))
        except (discord.NotFound, discord.Forbidden, discord.InvalidData):
            return False
        except (discord.HTTPException, OSError) as error:
            log.warning("discord.channel_unknown", channel=channel.id, error=str(error))
        return True

    async def _known(self, workspace: str = "") -> list[Channel]:
        return [
            channel
            for channel in await self._channels.all()
            if channel.platform is Platform.DISCORD and workspace in {"", channel.workspace}
        ]

    async def _at(self, place: Place) -> list[Channel]:
        """The place itself, and the threads whose permissions hang on it."""
        inside = {place.id}
        if isinstance(place, discord.TextChannel | discord.ForumChannel):
            inside |= {thread.id for thread in place.threads}
        known = await self._known(str(place.guild.id))
        return [channel for channel in known if int(channel.native_id) in inside]
