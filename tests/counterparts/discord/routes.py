"""The REST routes this counterpart serves: one row each, one short handler each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.counterparts.discord import errors, interactions, limits, posting, validate, wire
from tests.counterparts.discord.gateway import Gateway
from tests.counterparts.discord.rest import Answer, Call, Route
from tests.counterparts.discord.world import PUBLIC_THREAD, Json, World


def _dict(call: Call) -> Json:
    if not isinstance(call.body, dict):
        raise errors.ApiError(400, 50109, "The request body contains invalid JSON.")
    return call.body


def _shaped(call: Call, shape: str) -> Json:
    body = _dict(call)
    found = validate.check(shape, body)
    posting.known_fields(call.world, shape, found)
    found.refuse()
    return body


class Routes:
    """Handlers that need to tell the gateway what changed."""

    def __init__(self, gateway: Gateway, world: World, address: dict[str, str]) -> None:
        self._gateway, self._world, self._address = gateway, world, address

    # The bot itself.

    def me(self, call: Call) -> Answer:
        return 200, wire.private_user(call.world.bot)

    def application(self, call: Call) -> Answer:
        return 200, wire.application(call.world)

    def my_guilds(self, call: Call) -> Answer:
        bot = call.world.bot["id"]
        rows = [
            {
                "id": guild["id"],
                "name": guild["name"],
                "icon": None,
                "banner": None,
                "owner": False,
                "permissions": str(call.world.permissions(bot, None, guild["id"])),
                "features": [],
            }
            for guild in call.world.guilds.values()
            if guild["joined"]
        ]
        return 200, rows

    def gateway_bot(self, call: Call) -> Answer:
        start = {
            "total": limits.IDENTIFIES_PER_DAY,
            "remaining": max(0, limits.IDENTIFIES_PER_DAY - self._gateway.identifies),
            "reset_after": 86_400_000,
            "max_concurrency": 1,
        }
        return 200, {"url": self._address["gateway"], "shards": 1, "session_start_limit": start}

    def open_dm(self, call: Call) -> Answer:
        body = _shaped(call, "dm")
        if str(body["recipient_id"]) not in call.world.users:
            raise errors.ApiError(404, 10013, "Unknown User")
        return 200, call.world.dm_channel(str(body["recipient_id"]))

    # Channels and messages.

    def channel(self, call: Call) -> Answer:
        channel = call.world.channel(call.ids["channel_id"])
        call.world.require(channel)
        return 200, channel

    def create_message(self, call: Call) -> Answer:
        channel = call.world.channel(call.ids["channel_id"])
        message, is_new = posting.create(call.world, channel, _dict(call))
        if is_new:
            self._gateway.dispatch("MESSAGE_CREATE", message, channel.get("guild_id"))
        return 200, message

    def list_messages(self, call: Call) -> Answer:
        channel = call.world.channel(call.ids["channel_id"])
        return 200, posting.listing(call.world, channel, call.query)

    def get_message(self, call: Call) -> Answer:
        channel = call.world.channel(call.ids["channel_id"])
        call.world.require(channel, "READ_MESSAGE_HISTORY")
        return 200, call.world.message(channel["id"], call.ids["message_id"])

    def edit_message(self, call: Call) -> Answer:
        channel = call.world.channel(call.ids["channel_id"])
        call.world.require(channel)
        message = call.world.message(channel["id"], call.ids["message_id"])
        if message["author"]["id"] != call.world.bot["id"]:
            raise errors.ApiError(403, 50005, "Cannot edit a message authored by another user")
        if channel["type"] == PUBLIC_THREAD and channel["thread_metadata"]["archived"]:
            raise errors.ApiError(400, 50083, "Thread is archived")
        edited = posting.edit(call.world, message, _dict(call), "message_edit")
        self._gateway.dispatch("MESSAGE_UPDATE", edited, channel.get("guild_id"))
        return 200, edited

    def delete_message(self, call: Call) -> Answer:
        channel = call.world.channel(call.ids["channel_id"])
        message = call.world.message(channel["id"], call.ids["message_id"])
        mine = message["author"]["id"] == call.world.bot["id"]
        call.world.require(channel, *(() if mine else ("MANAGE_MESSAGES",)))
        posting.delete(call.world, channel["id"], message["id"])
        return 204, None

    def start_thread(self, call: Call) -> Answer:
        body = _shaped(call, "thread")
        channel = call.world.channel(call.ids["channel_id"])
        call.world.require(channel, "CREATE_PUBLIC_THREADS")
        message = call.world.message(channel["id"], call.ids["message_id"])
        if message["id"] in call.world.channels:
            raise errors.ApiError(400, 160004, "A thread has already been created for this message")
        minutes = body.get("auto_archive_duration") or 4320
        thread = call.world.add_thread(channel, message["id"], body["name"], minutes)
        self._gateway.dispatch(
            "THREAD_CREATE", thread | {"newly_created": True}, thread["guild_id"]
        )
        return 201, thread

    # Application commands.

    def get_commands(self, call: Call) -> Answer:
        return 200, call.world.commands.get(self._scope(call), [])

    def put_commands(self, call: Call) -> Answer:
        scope = self._scope(call)
        found = validate.check_commands(call.body)
        posting.known_fields(call.world, "commands", found)
        found.refuse()
        old = {command["name"]: command for command in call.world.commands.get(scope, [])}
        new = [self._registered(call.world, scope, old, command) for command in call.body]
        call.world.commands[scope] = new
        return 200, new

    def _scope(self, call: Call) -> str:
        if call.ids["application_id"] != call.world.application_id:
            raise errors.ApiError(404, 10002, "Unknown Application")
        guild_id = call.ids.get("guild_id", "")
        if guild_id:
            call.world.guild(guild_id)
        return guild_id

    def _registered(self, world: World, scope: str, old: dict[str, Json], command: Json) -> Json:
        known = old.get(command["name"])
        if known is None:
            self._count_create(world)
        permissions = command.get("default_member_permissions")
        stored: Json = {
            "description": "",
            "contexts": None,
            "integration_types": [0],
            "nsfw": False,
        } | {key: value for key, value in command.items() if value is not None}
        return (
            stored
            | {
                "id": known["id"] if known else world.snowflake(),
                "application_id": world.application_id,
                "version": world.snowflake(),
                "type": command.get("type") or 1,
                "default_member_permissions": None if permissions is None else str(permissions),
            }
            | ({"guild_id": scope} if scope else {})
        )

    def _count_create(self, world: World) -> None:
        day = timedelta(days=1)
        world.command_creates = [t for t in world.command_creates if world.clock.now() - t < day]
        if len(world.command_creates) >= limits.COMMAND_CREATES_PER_DAY:
            words = "Max number of daily application command creates has been reached (200)"
            raise errors.ApiError(400, 30034, words)
        world.command_creates.append(world.clock.now())

    # Interactions.

    def callback(self, call: Call) -> Answer:
        ids = call.ids
        answer = interactions.callback(call.world, ids["interaction_id"], ids["token"], _dict(call))
        wants_body = call.query.get("with_response") in {"1", "true", "True"}
        return (200, answer) if wants_body else (204, None)

    def follow_up(self, call: Call) -> Answer:
        return 200, interactions.follow_up(call.world, self._interaction(call), _dict(call))

    def get_own(self, call: Call) -> Answer:
        return 200, interactions.own_message(
            call.world, self._interaction(call), call.ids["message_id"]
        )

    def edit_own(self, call: Call) -> Answer:
        record = self._interaction(call)
        return 200, interactions.edit_own(call.world, record, call.ids["message_id"], _dict(call))

    def delete_own(self, call: Call) -> Answer:
        interactions.delete_own(call.world, self._interaction(call), call.ids["message_id"])
        return 204, None

    def _interaction(self, call: Call) -> Json:
        return interactions.by_token(call.world, call.ids["webhook_id"], call.ids["token"])

    def table(self) -> tuple[Route, ...]:
        message = "/channels/{channel_id}/messages/{message_id}"
        own = "/webhooks/{webhook_id}/{token}/messages/{message_id}"
        return (
            _row("GET", "/users/@me", "other", self.me),
            _row(
                "GET",
                "/users/@me/guilds",
                "other",
                self.my_guilds,
                "before",
                "after",
                "limit",
                "with_counts",
            ),
            _row("POST", "/users/@me/channels", "other", self.open_dm),
            _row("GET", "/applications/@me", "other", self.application),
            _row("GET", "/oauth2/applications/@me", "other", self.application),
            _row("GET", "/gateway/bot", "other", self.gateway_bot),
            _row("GET", "/channels/{channel_id}", "other", self.channel),
            _row("POST", "/channels/{channel_id}/messages", "message-create", self.create_message),
            _row(
                "GET",
                "/channels/{channel_id}/messages",
                "message-read",
                self.list_messages,
                "around",
                "before",
                "after",
                "limit",
            ),
            _row("GET", message, "message-read", self.get_message),
            _row("PATCH", message, "message-edit", self.edit_message),
            _row("DELETE", message, "message-delete", self.delete_message),
            _row("POST", f"{message}/threads", "thread-create", self.start_thread),
            _row(
                "GET",
                "/applications/{application_id}/commands",
                "commands",
                self.get_commands,
                "with_localizations",
            ),
            _row("PUT", "/applications/{application_id}/commands", "commands", self.put_commands),
            _row(
                "GET",
                "/applications/{application_id}/guilds/{guild_id}/commands",
                "commands",
                self.get_commands,
                "with_localizations",
            ),
            _row(
                "PUT",
                "/applications/{application_id}/guilds/{guild_id}/commands",
                "commands",
                self.put_commands,
            ),
            _free(
                "POST",
                "/interactions/{interaction_id}/{token}/callback",
                "",
                self.callback,
                "with_response",
            ),
            _free(
                "POST",
                "/webhooks/{webhook_id}/{token}",
                "webhook",
                self.follow_up,
                "wait",
                "thread_id",
                "with_components",
            ),
            _free("GET", own, "webhook", self.get_own, "thread_id"),
            _free("PATCH", own, "webhook", self.edit_own, "thread_id", "with_components"),
            _free("DELETE", own, "webhook", self.delete_own, "thread_id"),
        )


def _row(method: str, template: str, bucket: str, handler: Any, *query: str) -> Route:
    return Route(method=method, template=template, bucket=bucket, handler=handler, query=query)


def _free(method: str, template: str, bucket: str, handler: Any, *query: str) -> Route:
    """A route whose token is in its path; interaction endpoints are outside the global limit."""
    return Route(
        method=method,
        template=template,
        bucket=bucket,
        handler=handler,
        query=query,
        needs_token=False,
        counts_globally=False,
    )
