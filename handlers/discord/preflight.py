"""Permissions: what the bot needs, what it lacks in a channel, and the link that invites it.

Reads discord.py's cache, which the GUILDS intent keeps current, so asking costs no request: a
channel that would refuse is not tried (10,000 refusals in ten minutes ban the machine).
"""

from __future__ import annotations

from typing import Final

import discord
from bot.domain.channel import Channel
from handlers.discord.failures import CHANNEL

# discord.py's name -> as Discord's settings show it -> what for. Nothing more is asked for.
NEEDED: Final = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
}
SCOPES: Final = ("bot", "applications.commands")
Place = discord.abc.GuildChannel | discord.Thread


def permissions() -> discord.Permissions:
    """Exactly what the bot needs: to see, post, embed, and look whether it has posted."""
    return discord.Permissions(**dict.fromkeys(NEEDED, True))


def invite_link(application_id: int) -> str:
    """The address that invites the bot with exactly these permissions."""
    return discord.utils.oauth_url(application_id, permissions=permissions(), scopes=SCOPES)


def place_of(client: discord.Client, channel: Channel) -> Place | None:
    """The channel or thread as the cache has it; None when it is gone or hidden."""
    guild = client.get_guild(int(channel.workspace))
    return guild.get_channel_or_thread(int(channel.native_id)) if guild else None


def lacking(place: Place) -> tuple[str, ...]:
    """discord.py's names of the needed permissions that the bot does not have there."""
    mine = place.permissions_for(place.guild.me)
    wanted = set(NEEDED)
    # A thread asks for its own permission to write, a channel for the other.
    wanted.discard(
        "send_messages" if isinstance(place, discord.Thread) else "send_messages_in_threads"
    )
    return tuple(name for name in NEEDED if name in wanted and not getattr(mine, name))


Blocked = tuple[int, str, str]
"""Discord's code, what is wrong, and what mends it."""


def blocked(client: discord.Client, channel: Channel) -> Blocked | None:
    """Why posting there is certain to fail; None otherwise, and while we cannot know."""
    guild = client.get_guild(int(channel.workspace))
    if guild is None:
        # While connecting, an unknown server may just not have arrived yet.
        return (10004, *CHANNEL[10004]) if client.is_ready() else None
    place = place_of(client, channel)
    # An archived thread leaves the cache but takes posts, which open it again.
    return None if guild.unavailable or place is None else _blocked_at(place)


def _blocked_at(place: Place) -> Blocked | None:
    missing = lacking(place)
    if "view_channel" in missing:
        return (50001, *CHANNEL[50001])
    if "send_messages" in missing or "send_messages_in_threads" in missing:
        return (50013, f"the bot lacks {names(missing)}", fix(missing))
    if isinstance(place, discord.Thread) and place.locked:
        may_unlock = place.permissions_for(place.guild.me).manage_threads
        return None if may_unlock else (160005, *CHANNEL[160005])
    return None


def names(missing: tuple[str, ...]) -> str:
    return ", ".join(NEEDED[name] for name in missing)


def fix(missing: tuple[str, ...]) -> str:
    return f"in the channel's settings under Permissions, allow the bot {names(missing)}"


def obstacles(client: discord.Client, channel: Channel) -> tuple[str, ...]:
    """What would keep us from posting properly, each with its fix; asked before promising."""
    found = blocked(client, channel)
    if found is not None:
        _, what, mend = found
        return (f"Tidings cannot post here: {what}. To mend it: {mend}.",)
    place = place_of(client, channel)
    if place is None:
        return ()
    missing = lacking(place)
    if not missing:
        return ()
    return (f"Here the bot lacks {names(missing)}. To mend it: {fix(missing)}.",)
