"""Telling Discord our commands: only when they changed, never at every start.

Discord allows 200 new commands a day, and a bulk overwrite replaces everything. So a hash of the
payload is kept, and a refusal is logged and left for the next start.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import structlog

import discord
from bot.ports.stores import Notebook
from discord import app_commands

log = structlog.get_logger(__name__)


def payload_hash(tree: app_commands.CommandTree[Any]) -> str:
    """The same commands give the same words on every machine."""
    payload = [command.to_dict(tree) for command in tree.get_commands()]
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


async def sync_commands(
    tree: app_commands.CommandTree[Any], *, application_id: int, notebook: Notebook
) -> bool:
    """Whether Discord was told. Raises nothing: old commands are better than no bot."""
    key = f"discord.commands.{application_id}"
    wanted = payload_hash(tree)
    if await notebook.read(key) == wanted:
        return False
    try:
        await tree.sync()
    except (discord.HTTPException, app_commands.AppCommandError, OSError) as error:
        log.warning("discord.sync_refused", error=str(error), fix="it is tried at the next start")
        return False
    await notebook.write(key, wanted)
    log.info("discord.commands_synced")
    return True
