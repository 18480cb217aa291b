"""What people do in Slack, handed to the command service: typing, pressing, filling in, suggesting.

Everything is acknowledged first and worked on after that, because Slack waits three seconds; only
the modal is opened before anything else, because its trigger lasts no longer.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any, Final, Protocol

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.commands.buttons import CHANGES
from bot.commands.model import Caller, Choice, Line, Reply
from bot.commands.words import find_verb
from bot.domain.channel import Channel, Platform
from bot.domain.text import shorten
from bot.errors import DeliveryError
from bot.ports.stores import Stores
from handlers.slack import limits, modal
from handlers.slack.answers import Answers
from handlers.slack.blocks import ACTION_PREFIX, OPEN_ACTION, pressed_action
from handlers.slack.failures import FAILED_CALLS
from handlers.slack.lifecycle import Keeper
from handlers.slack.workspaces import Workspaces

log = structlog.get_logger(__name__)
JSON = dict[str, Any]
ANY_COMMAND: Final = re.compile(r"^/")
"""Slack only sends the commands of the app's manifest, so all of them are ours."""
PRESSED: Final = re.compile(rf"^{ACTION_PREFIX}:")
FORM_ERROR: Final = 250
WENT_WRONG: Final = Reply(
    ok=False,
    title="That did not work",
    lines=("Something went wrong inside Tidings; its log says what. Please try again.",),
)


class Commands(Protocol):
    """What of `bot.commands.service.CommandService` is needed here."""

    async def say(self, caller: Caller, text: str) -> Reply: ...

    async def run(self, caller: Caller, line: Line) -> Reply: ...

    async def press(self, caller: Caller, action: str, value: str) -> Reply: ...

    async def complete(
        self, caller: Caller, key: str, typed: str, limit: int = 25
    ) -> tuple[Choice, ...]: ...


class SlackCommands:
    """Listeners for one Bolt app."""

    def __init__(
        self,
        *,
        commands: Commands,
        keeper: Keeper,
        workspaces: Workspaces,
        stores: Stores,
        announce_changes: bool = False,
    ) -> None:
        self._commands = commands
        self._keeper = keeper
        self._workspaces = workspaces
        self._stores = stores
        self._announce = announce_changes
        self._answers = Answers(workspaces)
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def register(self, app: AsyncApp) -> None:
        app.command(ANY_COMMAND)(self.typed)
        app.action(PRESSED)(self.pressed)
        app.options(re.compile(rf"^{modal.PICK_PREFIX}"))(self.suggested)
        app.view(modal.CALLBACK)(self.submitted)

    async def finish(self, seconds: float) -> None:
        """Wait for what people asked before, so long at most."""
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            log.warning("slack.commands_cut_off", count=self._under_way)

    async def typed(self, ack: AsyncAck, body: JSON, client: AsyncWebClient) -> None:
        """A line after the slash command."""
        async with self._working():
            await ack()
            channel = _channel(body["team_id"], body["channel_id"], body.get("channel_name", ""))
            line = body.get("text", "")
            if _asks_for_form(line):
                if await self._opened(client, body, channel):
                    return
                line = "help subscribe"
            caller = Caller(
                channel=channel, user_id=body["user_id"], user_name=body.get("user_name", "")
            )
            reply = await self._reply(caller, lambda known: self._commands.say(known, line))
            await self._tell(reply, caller, body["response_url"], changes=_changes(line))

    async def pressed(self, ack: AsyncAck, body: JSON, action: JSON) -> None:
        """A button under a card or a reply."""
        async with self._working():
            await ack()
            name, value = pressed_action(action["action_id"]), action.get("value", "")
            if name == OPEN_ACTION:
                return
            place = body.get("channel") or {"id": body["container"]["channel_id"]}
            channel = _channel(_team(body), place["id"], place.get("name", ""))
            caller = _caller(channel, body["user"])
            reply = await self._reply(
                caller, lambda known: self._commands.press(known, name, value)
            )
            await self._tell(reply, caller, body["response_url"], changes=name in CHANGES)

    async def suggested(self, ack: AsyncAck, body: JSON, payload: JSON) -> None:
        """Typing in one of the form's selects; a slow look-up offers nothing rather than late."""
        async with self._working():
            origin, typed = modal.origin_of(body["view"]), payload.get("value", "")
            key = modal.picked_key(payload["action_id"])
            caller = _caller(origin.channel, body["user"])
            choices: tuple[Choice, ...] = ()
            try:
                async with asyncio.timeout(limits.SUGGEST_WITHIN.total_seconds()):
                    choices = await self._commands.complete(caller, key, typed, limits.OPTIONS)
            except TimeoutError:
                log.warning("slack.suggestions_slow", key=key)
            except Exception:
                # A job boundary: whoever types gets no suggestions, the log the reason.
                log.exception("slack.suggestions_failed", key=key)
            await ack(options=modal.options_of(key, typed, choices))

    async def submitted(self, ack: AsyncAck, body: JSON, view: JSON) -> None:
        """The form: refused inside the form while Slack still waits, answered in the channel."""
        async with self._working():
            origin, line = modal.origin_of(view), modal.line_of(view)
            caller = _caller(origin.channel, body["user"])
            work = asyncio.ensure_future(
                self._reply(caller, lambda known: self._commands.run(known, line))
            )
            done, _ = await asyncio.wait({work}, timeout=limits.SUBMIT_WITHIN.total_seconds())
            if done and not (reply := work.result()).ok:
                words = shorten(" ".join(reply.text.split()), FORM_ERROR)
                await ack(response_action="errors", errors={modal.FIRST_BLOCK: words})
                return
            await ack()
            await self._tell(await work, caller, origin.response_url, changes=True)

    async def _tell(self, reply: Reply, caller: Caller, url: str, *, changes: bool) -> None:
        """The answer to its asker; of a change one line to everybody, where that is wanted."""
        await self._answers.send(reply, caller, url)
        if self._announce and changes and reply.ok:
            line = f"{caller.user_name or 'Somebody'}: {reply.title}"
            await self._answers.send(Reply(lines=(line,), share=True), caller, url)

    async def _opened(self, client: AsyncWebClient, body: JSON, channel: Channel) -> bool:
        """Whether the form stands on the person's screen."""
        origin = modal.Origin(channel=channel, response_url=body["response_url"])
        try:
            await client.views_open(
                trigger_id=body["trigger_id"], view=modal.subscribe_view(origin)
            )
        except FAILED_CALLS as error:
            log.warning("slack.form_not_opened", channel=channel.id, why=str(error))
            return False
        return True

    async def _reply(self, caller: Caller, ask: Callable[[Caller], Awaitable[Reply]]) -> Reply:
        """The service's answer; the channel is made known first."""
        try:
            return await ask(replace(caller, channel=await self._made_known(caller)))
        except Exception:
            # A job boundary: the person is told, the log has the rest.
            log.exception("slack.command_failed", channel=caller.channel.id)
            return WENT_WRONG

    async def _made_known(self, caller: Caller) -> Channel:
        """The channel as stored; a new one takes the time zone of who speaks there first."""
        channel = caller.channel
        if await self._stores.channels.get(channel.id) is None:
            channel = replace(channel, time_zone=await self._zone(caller))
        return await self._keeper.seen(channel)

    async def _zone(self, caller: Caller) -> str:
        try:
            client = await self._workspaces.client(caller.channel.workspace)
            answer = await client.users_info(user=caller.user_id)
        except (*FAILED_CALLS, DeliveryError) as error:
            log.info("slack.time_zone_unknown", user=caller.user_id, why=str(error))
            return "UTC"
        return str(answer["user"].get("tz") or "UTC")

    @asynccontextmanager
    async def _working(self) -> AsyncIterator[None]:
        self._under_way += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()


def _asks_for_form(line: str) -> bool:
    words = line.split()
    verb = find_verb(words[0]) if len(words) == 1 else None
    return verb is not None and verb.name == "subscribe"


def _changes(line: str) -> bool:
    """Whether a typed line asks for a change; `settings` alone only looks."""
    words = line.split()
    verb = find_verb(words[0]) if len(words) > 1 else None
    return verb is not None and verb.writes


def _caller(channel: Channel, user: Mapping[str, Any]) -> Caller:
    return Caller(channel=channel, user_id=user["id"], user_name=user.get("username", ""))


def _channel(team: str, channel: str, name: str) -> Channel:
    # Slack calls every direct conversation by one of these instead of a name.
    shown = "" if name in ("directmessage", "privategroup") else name
    return Channel(platform=Platform.SLACK, workspace=team, native_id=channel, name=shown)


def _team(body: Mapping[str, Any]) -> str:
    return str((body.get("team") or {}).get("id") or body["user"]["team_id"])
