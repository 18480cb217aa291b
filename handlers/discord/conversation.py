"""One interaction from acknowledgement to answer: who asks, what comes back, who may see it.

Every interaction is acknowledged at once and privately; the answer follows when it is there.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final, Protocol, cast

import structlog

import discord
from bot.commands.buttons import CHANGES
from bot.commands.model import Caller, Reply
from bot.commands.service import CommandService
from bot.delivery.keeper import ChannelKeeper
from bot.domain.channel import Channel, Platform
from bot.domain.text import clean, shorten
from handlers.discord.controls import MENU, read_custom_id, view
from handlers.discord.format import Payload
from handlers.discord.markup import words
from handlers.discord.replies import reply_payloads

log = structlog.get_logger(__name__)
SORRY: Final = "Something went wrong on our side and was logged. Please try again in a minute."
NOT_A_SERVER: Final = "Tidings works in the channels of a server, not in direct messages."
OLD_BUTTON: Final = "This button is from another version; type the command instead."
SHARED: Final = "Shown to everyone in this channel."
Talk = discord.Interaction[discord.Client]
Work = Callable[[], Awaitable[Reply]]


class Host(Protocol):
    """What every client of ours has beside discord.py's own."""

    service: CommandService
    keeper: ChannelKeeper
    announce_changes: bool


def host_of(talk: Talk) -> Host:
    return cast("Host", talk.client)


def caller_of(talk: Talk, place: discord.abc.GuildChannel | discord.Thread | None = None) -> Caller:
    """Who asks, about which channel, and whether they may change it.

    The permission is Manage Channels in that very channel. Discord's own gate holds for a whole
    command with its reading verbs, and a server's admin may open it, so it is checked here.
    """
    asked: Any = place or talk.channel
    allowed = talk.permissions
    if place is not None and isinstance(talk.user, discord.Member):
        allowed = place.permissions_for(talk.user)
    return Caller(
        channel=Channel(
            platform=Platform.DISCORD,
            workspace=str(talk.guild_id),
            native_id=str(place.id if place else talk.channel_id),
            name=clean(getattr(asked, "name", None) or ""),
        ),
        user_id=str(talk.user.id),
        user_name=clean(talk.user.display_name),
        may_write=allowed.manage_channels,
    )


async def answer(talk: Talk, work: Work, *, share: bool = False, announce: str = "") -> None:
    """Acknowledge, do the work, show the reply. `announce` is a verb to mention in public."""
    if not await _acknowledged(talk):
        return
    try:
        reply = await work() if talk.guild_id else Reply(ok=False, lines=(NOT_A_SERVER,))
        await _show(talk, reply, share=share)
        if announce and reply.ok:
            await talk.followup.send(
                _announcement(talk, announce, reply),
                allowed_mentions=discord.AllowedMentions.none(),
            )
    except discord.NotFound as error:
        # The token lives for fifteen minutes; after that there is nobody left to answer.
        log.warning("discord.answer_too_late", code=error.code)
    except discord.HTTPException as error:
        log.exception("discord.answer_refused", code=error.code)
        await _apologize(talk)
    except Exception:
        # A job boundary: whatever fails here must not leave the person waiting.
        log.exception("discord.answer_failed")
        await _apologize(talk)


async def _acknowledged(talk: Talk) -> bool:
    """Whether Discord took the acknowledgement; it wants one within three seconds."""
    try:
        await talk.response.defer(ephemeral=True, thinking=True)
    except discord.HTTPException as error:
        late = discord.utils.utcnow() - talk.created_at
        log.warning("discord.too_late", code=error.code, seconds=round(late.total_seconds(), 2))
        return False
    return True


async def _show(talk: Talk, reply: Reply, *, share: bool) -> None:
    payloads = reply_payloads(reply)
    if reply.ok and (share or reply.share):
        await talk.edit_original_response(content=SHARED)
        for payload in payloads:
            await talk.followup.send(**_arguments(payload), ephemeral=False)
        return
    await talk.edit_original_response(**_arguments(payloads[0]))
    for payload in payloads[1:]:
        await talk.followup.send(**_arguments(payload), ephemeral=True)


def _arguments(payload: Payload) -> dict[str, Any]:
    arguments: dict[str, Any] = {"allowed_mentions": discord.AllowedMentions.none()}
    if payload.content:
        arguments["content"] = payload.content
    arguments["embeds"] = [discord.Embed.from_dict(embed) for embed in payload.embeds]
    controls = view(payload.controls)
    return arguments | ({"view": controls} if controls else {})


def _announcement(talk: Talk, verb: str, reply: Reply) -> str:
    what = shorten(reply.title or (reply.lines[0] if reply.lines else ""), 150)
    return f"-# {words(talk.user.display_name, 80)} · {verb} · {words(what, 300)}"


async def _apologize(talk: Talk) -> None:
    try:
        await talk.edit_original_response(content=SORRY, embeds=[], view=None)
    except (discord.HTTPException, OSError) as error:
        log.warning("discord.apology_failed", error=str(error))


async def pressed(talk: Talk) -> None:
    """A button or a menu under one of our messages, of this run or of an earlier one."""
    data: Any = talk.data or {}
    found = read_custom_id(str(data.get("custom_id", "")))
    if found is not None and found.action == MENU:
        found = read_custom_id(str((data.get("values") or [""])[0]))
    caller, host = caller_of(talk), host_of(talk)

    async def work() -> Reply:
        if found is None:
            return Reply(ok=False, lines=(OLD_BUTTON,))
        return await host.service.press(caller, found.action, found.value)

    changes = found is not None and found.action in CHANGES and host.announce_changes
    await answer(talk, work, announce=found.action if found and changes else "")
