"""Posting, editing and finding messages in Discord. Sends and translates errors; decides nothing.

Every post carries its delivery's key as a nonce that Discord enforces: repeated within the window
it returns the first message. After the window `find` looks for the key among recent messages.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

import discord
from bot.domain.alert import DeliveryKey, MessageId
from bot.domain.brief import Message, UpdateNote
from bot.domain.channel import Channel, Platform
from bot.errors import ChannelUnavailable, PermanentDeliveryError
from bot.ports.channels import Pace
from bot.ports.clock import Clock
from handlers.discord import limits
from handlers.discord.controls import read_custom_id, view
from handlers.discord.failures import (
    FAILED_CALLS,
    UNREADABLE,
    banned,
    failure,
    is_ban,
    not_connected,
)
from handlers.discord.format import Buttons, Payload, payload_of, plain_payload, text_payload
from handlers.discord.preflight import blocked, lacking, obstacles, place_of

CALL: Final = timedelta(seconds=90)
"""Longest wait for one call; discord.py itself may wait 30 s for a rate limit."""
CLOCK_SKEW: Final = timedelta(minutes=2)
"""How far our clock may be ahead of Discord's before `find` looks too late."""
PAGES: Final = 10
Link = Callable[[], discord.Client | None]
Result = TypeVar("Result")


class DiscordAdapter:
    """One of the implementations of `bot.ports.channels.ChannelAdapter`.

    `link` gives the client that is logged in now, or None: a restart makes a new one.
    """

    platform: Final = Platform.DISCORD
    channel_pace: Final = Pace(messages=limits.CHANNEL_MESSAGES, per=limits.CHANNEL_WINDOW)
    account_pace: Final = Pace(messages=limits.ACCOUNT_MESSAGES, per=limits.ACCOUNT_WINDOW)
    safe_repeat: Final = limits.NONCE_WINDOW

    def __init__(self, link: Link, *, buttons: Buttons, clock: Clock) -> None:
        self._link = link
        self._buttons = buttons
        self._clock = clock
        self._banned_until: datetime | None = None

    async def post(
        self,
        channel: Channel,
        message: Message,
        *,
        key: DeliveryKey,
        reply_to: MessageId | None = None,
        plain: bool = False,
    ) -> MessageId:
        client = self._client()
        self._refuse_blocked(client, channel)
        payload = plain_payload(message, key) if plain else self._payload(client, channel, message)
        arguments = _arguments(payload, key) | {"nonce": key, "silent": _is_quiet(message)}
        if reply_to and _may(client, channel, "read_message_history"):
            arguments["reference"] = _reference(channel, reply_to)
        target = _target(client, channel)
        posted: discord.Message = await self._call(channel, lambda: target.send(**arguments))
        return MessageId(str(posted.id))

    async def edit(
        self, channel: Channel, message_id: MessageId, message: Message, *, key: DeliveryKey
    ) -> None:
        client = self._client()
        self._refuse_blocked(client, channel)
        payload = self._payload(client, channel, message)
        arguments = _arguments(payload, key)
        arguments.pop("suppress_embeds", None)
        arguments = {"content": None, "embeds": [], "view": None} | arguments
        target = _target(client, channel).get_partial_message(int(message_id))
        await self._call(channel, lambda: target.edit(**arguments))

    async def find(
        self,
        channel: Channel,
        *,
        key: DeliveryKey,
        since: datetime,
        reply_to: MessageId | None = None,
    ) -> MessageId | None:
        del reply_to  # A reply stands in the channel, like what it answers.
        client = self._client()
        self._refuse_blocked(client, channel)
        # Without this permission Discord lists nothing, which would look like "not there".
        if not _may(client, channel, "read_message_history"):
            words = "To see whether it was posted, the bot needs Read Message History"
            raise PermanentDeliveryError(f"{words} in {channel.native_id}", code="50013")
        return await self._call(channel, lambda: self._look(client, channel, key, since))

    async def preflight(self, channel: Channel) -> tuple[str, ...]:
        return obstacles(self._client(), channel)

    async def _look(
        self, client: discord.Client, channel: Channel, key: DeliveryKey, since: datetime
    ) -> MessageId | None:
        after = discord.Object(discord.utils.time_snowflake(since - CLOCK_SKEW))
        target = _target(client, channel)
        seen = 0
        # From the time in question onwards, so that a busy channel cannot push it out of view.
        async for found in target.history(
            limit=PAGES * limits.LISTING, after=after, oldest_first=True
        ):
            seen += 1
            if client.user and found.author.id == client.user.id and _carries(found, key):
                return MessageId(str(found.id))
        if seen == PAGES * limits.LISTING:
            words = f"More than {seen} messages since then; whether it was posted stays open"
            raise PermanentDeliveryError(f"{words} in {channel.native_id}", code="too_many")
        return None

    def _client(self) -> discord.Client:
        now = self._clock.now()
        if self._banned_until is not None and now < self._banned_until:
            raise banned(self._banned_until - now)
        client = self._link()
        if client is None:
            raise not_connected()
        return client

    def _refuse_blocked(self, client: discord.Client, channel: Channel) -> None:
        found = blocked(client, channel)
        if found is not None:
            code, what, fix = found
            place = f"#{channel.name}" if channel.name else channel.native_id
            words = f"Discord cannot post in {place}: {what}"
            raise ChannelUnavailable(words, code=str(code), fix=fix)

    def _payload(self, client: discord.Client, channel: Channel, message: Message) -> Payload:
        make = payload_of if _may(client, channel, "embed_links") else text_payload
        return make(message, self._buttons)

    async def _call(self, channel: Channel, call: Callable[[], Awaitable[Result]]) -> Result:
        try:
            async with asyncio.timeout(CALL.total_seconds()):
                return await call()
        except (*FAILED_CALLS, *UNREADABLE) as error:
            if is_ban(error):
                self._banned_until = self._clock.now() + limits.BANNED_FOR
            raise failure(error, channel) from error


def _arguments(payload: Payload, key: DeliveryKey) -> dict[str, Any]:
    arguments: dict[str, Any] = {"allowed_mentions": discord.AllowedMentions.none()}
    if payload.content:
        # The embeds that Discord makes of addresses in a text are not ours to show.
        arguments |= {"content": payload.content, "suppress_embeds": not payload.embeds}
    if payload.embeds:
        arguments["embeds"] = [discord.Embed.from_dict(embed) for embed in payload.embeds]
    controls = view(payload.controls, key)
    return arguments | ({"view": controls} if controls else {})


def _is_quiet(message: Message) -> bool:
    """An update that need not ring: the card above it has been changed already."""
    return isinstance(message, UpdateNote) and not message.broadcast


def _reference(channel: Channel, message_id: MessageId) -> discord.MessageReference:
    return discord.MessageReference(
        message_id=int(message_id),
        channel_id=int(channel.native_id),
        guild_id=int(channel.workspace),
        # Where the card was deleted, the queue decides how the follow-up stands by itself.
        fail_if_not_exists=True,
    )


def _target(client: discord.Client, channel: Channel) -> discord.PartialMessageable:
    return client.get_partial_messageable(int(channel.native_id), guild_id=int(channel.workspace))


def _may(client: discord.Client, channel: Channel, permission: str) -> bool:
    """Whether the bot has a permission there; taken for granted while the cache is unsure."""
    place = place_of(client, channel)
    return place is None or permission not in lacking(place)


def _carries(message: discord.Message, key: DeliveryKey) -> bool:
    for row in message.components:
        for control in getattr(row, "children", ()):
            pressed = read_custom_id(getattr(control, "custom_id", None) or "")
            if pressed is not None and pressed.key == key:
                return True
    return message.content.endswith(f"-# {key}")
