"""What `tidings check` asks of Discord: the token, the servers, and each channel's permissions.

Connects with a client of its own that answers nothing, so a running bot is not disturbed.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Final

import discord
from bot.domain.channel import Channel, Platform
from bot.domain.text import plural
from bot.ports.handlers import Finding
from bot.ports.stores import Stores
from bot.settings import DiscordSettings
from handlers.discord.client import DEFAULTS, point_discord_py
from handlers.discord.failures import FAILED_CALLS, OTHER_LOGIN
from handlers.discord.preflight import invite_link, obstacles

CONNECT_WITHIN: Final = 20.0
"""Seconds until the servers must have arrived."""


async def findings(settings: DiscordSettings, stores: Stores) -> tuple[Finding, ...]:
    """One line per thing looked at, each problem with its exact fix."""
    token = settings.token.get_secret_value() if settings.token else ""
    point_discord_py(settings)
    client = discord.AutoShardedClient(
        intents=discord.Intents(guilds=True),
        shard_count=1 if settings.gateway_url != DEFAULTS.gateway_url else None,
        guild_ready_timeout=1.0,
    )
    try:
        await client.login(token)
        return await _connected(client, stores)
    except discord.LoginFailure:
        return (_bad("Discord refuses the token", OTHER_LOGIN),)
    except FAILED_CALLS as error:
        return (_bad(f"Discord cannot be reached: {error}", "check network and discord.api_url"),)
    finally:
        await client.close()


async def _connected(client: discord.Client, stores: Stores) -> tuple[Finding, ...]:
    serving = asyncio.create_task(client.connect(reconnect=False))
    ready = asyncio.create_task(client.wait_until_ready())
    try:
        done, _ = await asyncio.wait(
            {serving, ready}, timeout=CONNECT_WITHIN, return_when=asyncio.FIRST_COMPLETED
        )
        if ready not in done:
            return (_bad("the token is good but the gateway does not answer", "try again later"),)
        return await _servers(client, stores)
    finally:
        serving.cancel()
        ready.cancel()
        with suppress(asyncio.CancelledError, *FAILED_CALLS):
            await serving


async def _servers(client: discord.Client, stores: Stores) -> tuple[Finding, ...]:
    link = invite_link(client.application_id or 0)
    if not client.guilds:
        return (_bad(f"logged in as {client.user}, but in no server", f"invite it: {link}"),)
    count = plural(len(client.guilds), "server")
    what = f"logged in as {client.user}, in {count}; to invite it elsewhere: {link}"
    found = [Finding(where="discord", ok=True, what=what)]
    known = [c for c in await stores.channels.all() if c.platform is Platform.DISCORD]
    return (*found, *(_place(client, channel) for channel in known))


def _place(client: discord.Client, channel: Channel) -> Finding:
    where = f"discord #{channel.name or channel.native_id}"
    problems = obstacles(client, channel)
    if not problems:
        return Finding(where=where, ok=True, what="the bot can post there")
    what, _, fix = problems[0].partition(" To mend it: ")
    return Finding(where=where, ok=False, what=what, fix=fix)


def _bad(what: str, fix: str) -> Finding:
    return Finding(where="discord", ok=False, what=what, fix=fix)
