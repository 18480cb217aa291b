"""Tell the people of a server, once and not in the channel concerned, that a channel is paused."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final

import structlog

import discord
from bot.domain.channel import Channel
from handlers.discord.failures import FAILED_CALLS
from handlers.discord.markup import words

log = structlog.get_logger(__name__)
REASON: Final = 800


async def tell_paused(client: discord.Client, channel: Channel, reason: str) -> bool:
    """Whether somebody was told: the owner in private, else another channel of the server."""
    guild = client.get_guild(int(channel.workspace))
    if guild is None:
        log.warning("discord.nobody_to_tell", channel=channel.id, why="not in that server")
        return False
    name = f"#{words(channel.name, 200)}" if channel.name else "a channel"
    text = (
        f"Tidings cannot post in {name} of {words(guild.name, 200)} any more: "
        f"{words(reason, REASON)}.\n"
        "Its subscriptions are kept, and it goes on by itself once that is mended."
    )
    async for target in _targets(client, guild, channel):
        try:
            await target.send(
                text, allowed_mentions=discord.AllowedMentions.none(), suppress_embeds=True
            )
        except FAILED_CALLS as error:
            log.info("discord.not_told", channel=channel.id, error=str(error))
        else:
            return True
    log.warning("discord.nobody_to_tell", channel=channel.id, why="no way to write was open")
    return False


async def _targets(
    client: discord.Client, guild: discord.Guild, channel: Channel
) -> AsyncIterator[discord.abc.Messageable]:
    if guild.owner_id:
        try:
            yield await client.create_dm(discord.Object(guild.owner_id))
        except FAILED_CALLS as error:
            log.info("discord.no_direct_message", server=guild.id, error=str(error))
    for place in (guild.public_updates_channel, guild.system_channel):
        if place is None or str(place.id) == channel.native_id:
            continue
        if place.permissions_for(guild.me).send_messages:
            yield place
