"""`DiscordCounterpart`: REST, gateway and control API on one loopback port, state in memory.

Tests in the same process use the object; others use `/_control/VERB` with the same verbs.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self

from aiohttp import web

from tests.counterparts.discord import limits, mentions, posting, rendering, wire
from tests.counterparts.discord.clock import CounterpartClock
from tests.counterparts.discord.faults import Fault, FaultPlan
from tests.counterparts.discord.gateway import Gateway
from tests.counterparts.discord.people import People
from tests.counterparts.discord.rest import Rest
from tests.counterparts.discord.routes import Routes
from tests.counterparts.discord.traffic import Traffic
from tests.counterparts.discord.world import DM, Json, World

TOKEN = "counterpart.discord.token"


class DiscordCounterpart:
    """One small Discord. Enter it to listen; `api_url` and `gateway_url` are what a bot needs.

    `violations` lists what a client did that Discord does not define; a test asserts it is empty.
    """

    def __init__(self, *, token: str = TOKEN, start: datetime | None = None, port: int = 0) -> None:
        self.clock = CounterpartClock(start)
        self.world = World(self.clock, token)
        self.token = token
        self.faults = FaultPlan()
        self.traffic = Traffic(self.clock)
        self._address: dict[str, str] = {}
        self.gateway = Gateway(self.world, self._address)
        self.people = People(self.world, self.gateway)
        routes = Routes(self.gateway, self.world, self._address).table()
        self.rest = Rest(self.world, routes, self.traffic, self.faults)
        self._port = port
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        from tests.counterparts.discord.control import add_control  # noqa: PLC0415  # it needs us

        app = web.Application(client_max_size=25 * 1024 * 1024)
        app.router.add_get("/gw", self.gateway.serve)
        app.router.add_get("/gw/", self.gateway.serve)
        add_control(app, self)
        app.router.add_route("*", "/api/v10/{tail:.*}", self.rest.serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        port = self._runner.addresses[0][1]
        self._address |= {
            "base": f"http://127.0.0.1:{port}",
            "api": f"http://127.0.0.1:{port}/api/v10",
            "gateway": f"ws://127.0.0.1:{port}/gw",
        }
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner is not None:
            self.gateway.close(1001)
            await self._runner.cleanup()

    @property
    def base_url(self) -> str:
        return self._address["base"]

    @property
    def api_url(self) -> str:
        return self._address["api"]

    @property
    def gateway_url(self) -> str:
        return self._address["gateway"]

    @property
    def violations(self) -> list[str]:
        return self.world.violations

    @property
    def requests(self) -> list[Json]:
        """Every REST exchange so far: method, route, path, body, status, answer, fault."""
        return self.rest.log

    # The set-up of a small world. Each change reaches a connected bot as Discord would tell it.

    def add_guild(self, name: str = "Newsroom", *, owner: str = "Olga") -> Json:
        guild = self.world.add_guild(name, owner)
        self._tell("GUILD_CREATE", wire.guild_create(self.world, guild["id"]), guild["id"])
        return {"id": guild["id"], "name": name, "owner_id": guild["owner_id"]}

    def add_role(
        self,
        guild_id: str,
        name: str,
        permissions: list[str] | None = None,
        *,
        mentionable: bool = False,
    ) -> Json:
        role = self.world.add_role(guild_id, name, tuple(permissions or ()))
        role["mentionable"] = mentionable
        self._tell("GUILD_ROLE_CREATE", {"role": role}, guild_id)
        return role

    def add_channel(self, guild_id: str, name: str) -> Json:
        channel = self.world.add_channel(guild_id, name)
        self._tell("CHANNEL_CREATE", channel, guild_id)
        return channel

    def add_member(self, guild_id: str, name: str, roles: list[str] | None = None) -> Json:
        user = self.world.add_user(name)
        self.world.add_member(guild_id, user["id"], tuple(roles or ()))
        return user

    def set_overwrite(
        self,
        channel_id: str,
        target_id: str,
        *,
        allow: list[str] | None = None,
        deny: list[str] | None = None,
    ) -> None:
        """Set a channel's permission overwrite for a role or member (kind 0 or 1)."""
        channel = self.world.channel(channel_id)
        entry = {
            "id": target_id,
            "type": int(target_id in self.world.users),
            "allow": str(limits.bits(*(allow or ()))),
            "deny": str(limits.bits(*(deny or ()))),
        }
        others = [e for e in channel["permission_overwrites"] if e["id"] != target_id]
        channel["permission_overwrites"] = [*others, entry]
        self._tell("CHANNEL_UPDATE", channel, channel["guild_id"])

    def forbid(self, channel_id: str, *permissions: str) -> None:
        """Take permissions from the bot in one channel; without any named, it cannot see it."""
        self.set_overwrite(
            channel_id, self.world.bot["id"], deny=list(permissions) or ["VIEW_CHANNEL"]
        )

    def allow(self, channel_id: str) -> None:
        self.set_overwrite(channel_id, self.world.bot["id"])

    def delete_channel(self, channel_id: str) -> None:
        channel = self.world.channels.pop(channel_id)
        self.world.messages.pop(channel_id)
        self._tell("CHANNEL_DELETE", channel, channel["guild_id"])

    def rename_channel(self, channel_id: str, name: str) -> None:
        channel = self.world.channel(channel_id)
        channel["name"] = name
        self._tell("CHANNEL_UPDATE", channel, channel["guild_id"])

    def set_thread(self, thread_id: str, *, archived: bool = False, locked: bool = False) -> None:
        thread = self.world.channel(thread_id)
        thread["thread_metadata"] |= {"archived": archived, "locked": locked}
        self._tell("THREAD_UPDATE", thread, thread["guild_id"])

    def kick(self, guild_id: str, *, silently: bool = False) -> None:
        """Remove the bot. `silently` = it was not connected and gets no GUILD_DELETE."""
        self.world.guilds[guild_id]["joined"] = False
        if not silently:
            self._tell("GUILD_DELETE", {"id": guild_id}, guild_id)

    def invite(self, guild_id: str) -> None:
        self.world.guilds[guild_id]["joined"] = True
        self._tell("GUILD_CREATE", wire.guild_create(self.world, guild_id), guild_id)

    def outage(self, guild_id: str, *, over: bool = False) -> None:
        """Make a guild unavailable, as in an outage of Discord's; `over` brings it back."""
        self.world.guilds[guild_id]["unavailable"] = not over
        if over:
            self._tell("GUILD_CREATE", wire.guild_create(self.world, guild_id), guild_id)
        else:
            self._tell("GUILD_DELETE", {"id": guild_id, "unavailable": True}, guild_id)

    def close_dms(self, user_id: str, *, closed: bool = True) -> None:
        self.world.dm_channel(user_id)["closed"] = closed

    def say(self, user_id: str, channel_id: str, content: str) -> Json:
        """A person writes a message."""
        channel = self.world.channel(channel_id)
        message = posting.build(self.world, channel, {"content": content}, flags=0)
        message["author"] = self.world.users[user_id]
        posting.store(self.world, message, origin="person", allowed_mentions=None)
        self._tell("MESSAGE_CREATE", message, channel.get("guild_id"))
        return message

    def delete_message(self, channel_id: str, message_id: str) -> None:
        posting.delete(self.world, channel_id, message_id)
        channel = self.world.channel(channel_id)
        gone = {"id": message_id, "channel_id": channel_id}
        self._tell("MESSAGE_DELETE", gone, channel.get("guild_id"))

    def _tell(self, event: str, data: Json, guild_id: str | None) -> None:
        guild = self.world.guilds.get(guild_id or "")
        if guild is None or guild["joined"] or event == "GUILD_DELETE":
            self.gateway.dispatch(event, data, guild_id)

    # What a reader sees.

    def messages(self, channel_id: str, *, reader: str | None = None) -> list[Json]:
        """A channel's messages, oldest first; ephemeral ones only for the person they are for."""
        held = self.world.messages.get(channel_id, {})
        return [
            message
            for message in held.values()
            if self.world.facts[message["id"]].get("ephemeral_for") in {None, reader}
        ]

    def direct_messages(self, user_id: str) -> list[Json]:
        found = [
            c
            for c in self.world.channels.values()
            if c["type"] == DM and c["recipients"][0]["id"] == user_id
        ]
        return [m for channel in found for m in self.messages(channel["id"])]

    def pings(self, message: Json) -> list[str]:
        return mentions.pings(self.world, message)

    def visible_text(self, message: Json) -> str:
        return rendering.visible_text(message)

    # Trouble.

    def fault(self, kind: str, **details: Any) -> Fault:
        return self.faults.add(Fault(kind=kind, **details))

    def advance(self, **step: float) -> None:
        """Advance the clock, e.g. `advance(minutes=6)`."""
        self.clock.advance(timedelta(**step))

    def set_bucket(self, name: str, requests: int, seconds: float) -> None:
        if name not in self.traffic.sizes:
            raise ValueError(f"no bucket {name!r}; there are {', '.join(self.traffic.sizes)}")
        self.traffic.sizes[name] = (requests, seconds)
