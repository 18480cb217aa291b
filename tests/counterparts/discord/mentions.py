"""Which mentions of a message would really notify somebody.

Follows docs: resources/message "Allowed Mentions Object": only `content` pings, an embed never
does; a bot's post pings everything by default, an interaction answer only users. Text inside code
does not ping. A backslash is not counted as protection.
"""

from __future__ import annotations

import re
from typing import Any

from tests.counterparts.discord.world import Json, World

CODE = re.compile(r"```.*?```|``.*?``|`[^`\n]*`", re.DOTALL)
PATTERNS = {
    "everyone": re.compile(r"@(everyone|here)"),
    "users": re.compile(r"<@!?(\d+)>"),
    "roles": re.compile(r"<@&(\d+)>"),
}


def pings(world: World, message: Json) -> list[str]:
    """Who is notified, as `@everyone`, `@here`, `user:ID` or `role:ID`, without repetition."""
    facts = world.facts[message["id"]]
    allowed = facts.get("allowed_mentions")
    text = CODE.sub("", message["content"])
    found: list[str] = []
    if _parses(facts, allowed, "everyone") and _may(world, message):
        found += [f"@{name}" for name in PATTERNS["everyone"].findall(text)]
    for user_id in PATTERNS["users"].findall(text):
        if _names(facts, allowed, "users", user_id) and user_id in world.users:
            found.append(f"user:{user_id}")
    for role_id in PATTERNS["roles"].findall(text):
        if _names(facts, allowed, "roles", role_id) and _role_pings(world, message, role_id):
            found.append(f"role:{role_id}")
    found += _replied(world, message, allowed)
    return list(dict.fromkeys(found))


def _parses(facts: Json, allowed: Any, kind: str) -> bool:
    if allowed is None:
        return facts["origin"] == "bot" or kind == "users"
    return kind in (allowed.get("parse") or [])


def _names(facts: Json, allowed: Any, kind: str, wanted: str) -> bool:
    listed = {str(item) for item in (allowed or {}).get(kind) or []}
    return _parses(facts, allowed, kind) or wanted in listed


def _may(world: World, message: Json) -> bool:
    channel = world.channels.get(message["channel_id"])
    return channel is not None and "guild_id" in channel and world.may(channel, "MENTION_EVERYONE")


def _role_pings(world: World, message: Json, role_id: str) -> bool:
    channel = world.channels.get(message["channel_id"], {})
    role = world.guilds.get(channel.get("guild_id", ""), {}).get("roles", {}).get(role_id)
    return bool(role and (role["mentionable"] or _may(world, message)))


def _replied(world: World, message: Json, allowed: Any) -> list[str]:
    """A reply notifies the author of what it answers, unless told not to; a bot hears nothing."""
    reference = message.get("message_reference")
    if not reference or (allowed is not None and not allowed.get("replied_user", False)):
        return []
    target = world.messages[message["channel_id"]].get(reference["message_id"])
    if target is None or target["author"]["id"] == world.bot["id"]:
        return []
    return [f"user:{target['author']['id']}"]
