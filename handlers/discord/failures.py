"""What each of Discord's refusals means for a delivery: one table, one translation.

https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

import aiohttp

import discord
from bot.domain.channel import Channel
from bot.errors import (
    AccountUnavailable,
    AmbiguousDelivery,
    ChannelUnavailable,
    ContentRefused,
    DeliveryError,
    MessageGone,
    PermanentDeliveryError,
    TransientDeliveryError,
)
from handlers.discord import limits

BACK_OFF: Final = timedelta(seconds=60)
RECONNECTING: Final = timedelta(seconds=5)
OTHER_LOGIN: Final = "set DISCORD_TOKEN to the bot's token from the Developer Portal and restart"
INVITE_AGAIN: Final = "invite the bot again with the link that `tidings check` prints"
ALLOW: Final = (
    "in the channel's settings under Permissions, allow the bot View Channel, Send Messages, "
    "Embed Links and Read Message History"
)
OTHER_CHANNEL: Final = "subscribe in a text channel of the server"
# code -> (what is wrong, what a person does about it)
CHANNEL: Final[Mapping[int, tuple[str, str]]] = {
    10003: ("it was deleted", OTHER_CHANNEL),
    10004: ("its server is gone, or the bot is not in it", INVITE_AGAIN),
    50001: ("the bot cannot see it", ALLOW),
    50007: ("this person takes no direct messages", OTHER_CHANNEL),
    50008: ("it is not a text channel", OTHER_CHANNEL),
    50013: ("the bot lacks a permission there", ALLOW),
    50083: ("the thread is archived", "open the thread again"),
    50278: ("this person takes no direct messages", OTHER_CHANNEL),
    160005: ("the thread is locked", "unlock the thread"),
}
CONTENT: Final = frozenset({50006, 50035})
REFERENCE: Final = "message_reference"
"""A reply to a deleted message is refused as a wrong form that names this field."""
MESSAGE_GONE: Final = frozenset({10008, 30046})
"""30046: too many edits of a message older than an hour; a follow-up says it instead."""
SLOW_DOWN: Final = frozenset({20016, 20022, 20028, 20029})
FILTERED: Final = frozenset({200000, 240000})
AMBIGUOUS: Final = frozenset({130000})
CLOUDFLARE: Final = 40333
FAILED_CALLS: Final = (discord.DiscordException, aiohttp.ClientError, TimeoutError, OSError)
"""What a call of discord.py raises when it fails."""
UNREADABLE: Final = (KeyError, TypeError, ValueError, AttributeError)
"""What it raises over an answer that is not what it expects, e.g. a proxy's page: after sending."""


def failure(error: Exception, channel: Channel) -> DeliveryError:
    """The delivery error that a failed call to post, edit or read in `channel` stands for."""
    place = f"#{channel.name}" if channel.name else channel.native_id
    if isinstance(error, discord.RateLimited):
        return TransientDeliveryError(
            f"Discord asks to post less in {place}",
            code="429",
            retry_after=timedelta(seconds=error.retry_after),
            counts=False,
        )
    if isinstance(error, discord.HTTPException):
        return _refused(error, place)
    if isinstance(error, discord.DiscordException):
        return PermanentDeliveryError(f"discord.py refuses a message for {place}: {error}")
    return _no_answer(error, place)


def is_ban(error: BaseException) -> bool:
    """Whether Cloudflare, not Discord, refuses this machine: a 429 that discord.py gave up on.

    discord.py waits out every 429 of Discord's own (they have a Via header) or raises
    RateLimited, so a 429 that arrives as HTTPException is the other kind.
    """
    return isinstance(error, discord.HTTPException) and (
        error.status == 429 or error.code == CLOUDFLARE
    )


def banned(left: timedelta) -> TransientDeliveryError:
    return TransientDeliveryError(
        "Discord's edge refuses this machine for sending too many wrong requests; "
        "every call stops for ten minutes",
        code="429",
        retry_after=left,
        whole_account=True,
        counts=False,
    )


def not_connected() -> TransientDeliveryError:
    return TransientDeliveryError(
        "Discord is not connected at the moment",
        code="not_connected",
        retry_after=RECONNECTING,
        whole_account=True,
        counts=False,
    )


def _refused(error: discord.HTTPException, place: str) -> DeliveryError:
    if is_ban(error):
        return banned(limits.BANNED_FOR)
    code, words = str(error.code or error.status), f"{error.code or error.status} {error.text}"
    if error.status >= 500 or error.code in AMBIGUOUS:
        return AmbiguousDelivery(f"Discord answered {words} about {place}", code=code)
    if error.status == 401 or error.code == 40001:
        return AccountUnavailable(f"Discord refuses the bot's token; {OTHER_LOGIN}", code=code)
    if error.code in CHANNEL or (error.status == 403 and error.code not in FILTERED):
        what, fix = CHANNEL.get(error.code, (f"Discord answered {words}", ALLOW))
        return ChannelUnavailable(f"Discord cannot post in {place}: {what}", code=code, fix=fix)
    return _by_code(error.code, words, place)


def _by_code(number: int, words: str, place: str) -> DeliveryError:
    code = str(number)
    if number in MESSAGE_GONE:
        return MessageGone(f"Discord cannot change that message in {place}: {words}", code=code)
    if number in SLOW_DOWN:
        return TransientDeliveryError(
            f"Discord limits writing in {place}: {words}",
            code=code,
            retry_after=BACK_OFF,
            counts=False,
        )
    if number in CONTENT and REFERENCE in words:
        return MessageGone(f"The message to answer in {place} no longer exists", code=code)
    if number in CONTENT:
        return ContentRefused(f"Discord refuses the form of a message: {words}", code=code)
    return PermanentDeliveryError(f"Discord refuses a message for {place}: {words}", code=code)


def _no_answer(error: Exception, place: str) -> DeliveryError:
    if isinstance(error, aiohttp.ClientConnectorError):
        # Refused or not found before a byte was sent: nothing can have been posted.
        return TransientDeliveryError(
            f"Discord cannot be reached to post in {place}: {error}", code="no_connection"
        )
    words = f"No answer from Discord about {place}: {type(error).__name__} {error}".strip()
    return AmbiguousDelivery(words, code="no_answer")
