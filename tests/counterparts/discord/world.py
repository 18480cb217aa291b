"""All state of the counterpart: plain dicts of Discord-shaped JSON, and the permission arithmetic.

Guilds hold `roles` and `members` by id; messages live per channel, oldest first. What a message
never shows on the wire (its allowed mentions, its nonce, who may see it) is in `facts`.
"""

from __future__ import annotations

from typing import Any

from tests.counterparts.discord import errors, limits
from tests.counterparts.discord.clock import CounterpartClock

Json = dict[str, Any]
EPOCH_MS = 1_420_070_400_000
TEXT, DM, PUBLIC_THREAD = 0, 1, 11


class World:
    """Guilds, channels, members, messages and commands of one small Discord."""

    def __init__(self, clock: CounterpartClock, token: str) -> None:
        self.clock = clock
        self.token = token
        self._sequence = 0
        self.users: dict[str, Json] = {}
        self.guilds: dict[str, Json] = {}
        self.channels: dict[str, Json] = {}
        self.messages: dict[str, dict[str, Json]] = {}
        self.facts: dict[str, Json] = {}
        self.nonces: dict[str, Json] = {}
        self.commands: dict[str, list[Json]] = {}
        self.command_creates: list[Any] = []
        self.interactions: dict[str, Json] = {}
        self.violations: list[str] = []
        self.bot = self.add_user("Tidings", bot=True)
        self.application_id = self.snowflake()

    def snowflake(self) -> str:
        self._sequence += 1
        millis = int(self.clock.now().timestamp() * 1000) - EPOCH_MS
        return str((millis << 22) + self._sequence)

    def violate(self, words: str) -> None:
        self.violations.append(words)

    # People and places.

    def add_user(self, name: str, *, bot: bool = False) -> Json:
        user: Json = {
            "id": self.snowflake(),
            "username": name.lower().replace(" ", "_"),
            "global_name": None if bot else name,
            "avatar": None,
            "discriminator": "0",
            "public_flags": 0,
            "flags": 0,
            "primary_guild": None,
            "bot": bot,
        }
        self.users[user["id"]] = user
        return user

    def add_guild(self, name: str, owner_name: str) -> Json:
        owner = self.add_user(owner_name)
        guild_id = self.snowflake()
        guild: Json = {
            "id": guild_id,
            "name": name,
            "owner_id": owner["id"],
            "roles": {},
            "members": {},
            "joined": True,
            "unavailable": False,
            "command_overrides": set(),
        }
        self.guilds[guild_id] = guild
        guild["roles"][guild_id] = self._role(guild_id, "@everyone", limits.EVERYONE_DEFAULT)
        self.add_member(guild_id, owner["id"])
        self.add_member(guild_id, self.bot["id"])
        return guild

    def _role(self, role_id: str, name: str, permissions: tuple[str, ...]) -> Json:
        return {
            "id": role_id,
            "name": name,
            "permissions": str(limits.bits(*permissions)),
            "position": 0,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": False,
            "mentionable": False,
            "flags": 0,
            "icon": None,
            "unicode_emoji": None,
        }

    def add_role(self, guild_id: str, name: str, permissions: tuple[str, ...]) -> Json:
        role = self._role(self.snowflake(), name, permissions)
        roles = self.guild(guild_id)["roles"]
        role["position"] = len(roles)
        roles[role["id"]] = role
        return role

    def add_member(self, guild_id: str, user_id: str, roles: tuple[str, ...] = ()) -> Json:
        member: Json = {
            "user": self.users[user_id],
            "roles": list(roles),
            "nick": None,
            "avatar": None,
            "banner": None,
            "joined_at": self.clock.iso(),
            "premium_since": None,
            "communication_disabled_until": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        }
        self.guilds[guild_id]["members"][user_id] = member
        return member

    def add_channel(self, guild_id: str, name: str) -> Json:
        siblings = [c for c in self.channels.values() if c.get("guild_id") == guild_id]
        channel: Json = {
            "id": self.snowflake(),
            "type": TEXT,
            "guild_id": guild_id,
            "name": name,
            "position": len(siblings),
            "permission_overwrites": [],
            "topic": None,
            "nsfw": False,
            "flags": 0,
            "rate_limit_per_user": 0,
            "parent_id": None,
            "last_message_id": None,
        }
        self.channels[channel["id"]] = channel
        self.messages[channel["id"]] = {}
        return channel

    def dm_channel(self, user_id: str) -> Json:
        for channel in self.channels.values():
            if channel["type"] == DM and channel["recipients"][0]["id"] == user_id:
                return channel
        channel = {
            "id": self.snowflake(),
            "type": DM,
            "flags": 0,
            "recipients": [self.users[user_id]],
            "last_message_id": None,
        }
        self.channels[channel["id"]] = channel
        self.messages[channel["id"]] = {}
        return channel

    def add_thread(self, parent: Json, message_id: str, name: str, minutes: int) -> Json:
        thread: Json = {
            "id": message_id,
            "type": PUBLIC_THREAD,
            "guild_id": parent["guild_id"],
            "parent_id": parent["id"],
            "owner_id": self.bot["id"],
            "name": name,
            "flags": 0,
            "rate_limit_per_user": 0,
            "message_count": 0,
            "member_count": 1,
            "total_message_sent": 0,
            "last_message_id": None,
            "thread_metadata": {
                "archived": False,
                "archive_timestamp": self.clock.iso(),
                "auto_archive_duration": minutes,
                "locked": False,
                "create_timestamp": self.clock.iso(),
            },
        }
        self.channels[thread["id"]] = thread
        self.messages[thread["id"]] = {}
        return thread

    # Look-ups that answer as the API does.

    def guild(self, guild_id: str) -> Json:
        guild = self.guilds.get(guild_id)
        if guild is None or not guild["joined"]:
            raise errors.ApiError(404, 10004, "Unknown Guild")
        return guild

    def channel(self, channel_id: str) -> Json:
        channel = self.channels.get(channel_id)
        if channel is None:
            raise errors.unknown_channel()
        return channel

    def message(self, channel_id: str, message_id: str) -> Json:
        message = self.messages[channel_id].get(message_id)
        if message is None or self.facts[message_id].get("ephemeral_for"):
            raise errors.unknown_message()
        return message

    # Permissions, in the order of docs: topics/permissions "Permission Overwrites".

    def permissions(self, user_id: str, channel: Json | None, guild_id: str | None = None) -> int:
        guild = self.guilds[guild_id or (channel or {})["guild_id"]]
        if guild["owner_id"] == user_id:
            return (1 << 53) - 1
        member = guild["members"].get(user_id)
        if member is None:
            return 0
        roles = guild["roles"]
        base = int(roles[guild["id"]]["permissions"])
        for role_id in member["roles"]:
            base |= int(roles[role_id]["permissions"])
        if base & limits.PERMISSIONS["ADMINISTRATOR"]:
            return (1 << 53) - 1
        return base if channel is None else self._overwritten(base, channel, member, guild["id"])

    def _overwritten(self, base: int, channel: Json, member: Json, guild_id: str) -> int:
        parent = (
            self.channels[channel["parent_id"]] if channel["type"] == PUBLIC_THREAD else channel
        )
        table = {entry["id"]: entry for entry in parent["permission_overwrites"]}
        layers = [[guild_id], member["roles"], [member["user"]["id"]]]
        for layer in layers:
            entries = [table[i] for i in layer if i in table]
            for entry in entries:
                base &= ~int(entry["deny"])
            for entry in entries:
                base |= int(entry["allow"])
        return base

    def require(self, channel: Json, *names: str) -> None:
        """Raise what Discord answers when the bot lacks one of these in the channel."""
        if channel["type"] == DM:
            return
        if channel["guild_id"] not in self.guilds or not self.guilds[channel["guild_id"]]["joined"]:
            raise errors.missing_access()
        mine = self.permissions(self.bot["id"], channel)
        if not mine & limits.PERMISSIONS["VIEW_CHANNEL"]:
            raise errors.missing_access()
        if mine & limits.bits(*names) != limits.bits(*names):
            raise errors.missing_permissions()

    def may(self, channel: Json, name: str) -> bool:
        if channel["type"] == DM:
            return True
        return bool(self.permissions(self.bot["id"], channel) & limits.PERMISSIONS[name])
