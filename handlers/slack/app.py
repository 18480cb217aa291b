"""The Slack handler: Bolt over Socket Mode, started, supervised and stopped as one thing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot.commands.buttons import card_buttons
from bot.domain.channel import Platform
from bot.errors import AccountUnavailable, TransientDeliveryError
from bot.ports.channels import ChannelAdapter
from bot.ports.clock import Clock
from bot.ports.handlers import Finding
from bot.ports.stores import Stores
from bot.settings import SlackSettings
from handlers.slack import checkup
from handlers.slack.adapter import SlackAdapter
from handlers.slack.calls import Calls
from handlers.slack.commands import Commands, SlackCommands
from handlers.slack.connection import PING_SECONDS, Connection
from handlers.slack.failures import REINSTALL
from handlers.slack.format import Buttons
from handlers.slack.lifecycle import REMOVED, ChannelEvents, Keeper
from handlers.slack.notices import Notices
from handlers.slack.workspaces import Identity, Workspaces

log = structlog.get_logger(__name__)
RECHECK_EVERY: Final = timedelta(minutes=15)
FIRST_PAUSE: Final = timedelta(seconds=2)
LONGEST_PAUSE: Final = timedelta(minutes=5)
FINISH_SECONDS: Final = 1.5
"""For commands under way; the whole process has ten seconds to stop."""
CLOSE_SECONDS: Final = 0.5


class SlackHandler:
    """One of the implementations of `bot.ports.handlers.Handler`."""

    platform: Final = Platform.SLACK

    def __init__(
        self,
        *,
        settings: SlackSettings,
        commands: Commands,
        keeper: Keeper,
        stores: Stores,
        clock: Clock,
        buttons: Buttons = card_buttons,
        ping_seconds: float = PING_SECONDS,
    ) -> None:
        self._settings, self._stores, self._clock = settings, stores, clock
        self._ping_seconds = ping_seconds
        self._workspaces = Workspaces(settings)
        calls = Calls(self._workspaces, clock)
        self._adapter = SlackAdapter(self._workspaces, calls, buttons=buttons)
        self._commands = SlackCommands(
            commands=commands,
            keeper=keeper,
            workspaces=self._workspaces,
            stores=stores,
            announce_changes=settings.announce_changes,
        )
        self._events = ChannelEvents(
            keeper=keeper,
            stores=stores,
            adapter=self._adapter,
            workspaces=self._workspaces,
            clock=clock,
        )
        self._notices = Notices(stores=stores, calls=calls, clock=clock)
        keeper.when_paused(self._notices.paused)
        self._opened = asyncio.Event()
        self._connection: Connection | None = None
        self._connected_at: datetime | None = None
        self._refused = ""

    @property
    def adapter(self) -> ChannelAdapter:
        return self._adapter

    async def run(self) -> None:
        """Serve until cancelled; return only when Slack refuses a token for good."""
        try:
            await self._identified()
        except AccountUnavailable as error:
            self._refused = str(error)
            return
        connection = self._connection = self._new_connection()
        try:
            async with asyncio.TaskGroup() as group:
                work = [
                    group.create_task(connection.connect()),
                    group.create_task(self._recheck_paused()),
                    group.create_task(self._notices.run()),
                ]
                await connection.refused.wait()
                self._refused = f"Slack refuses SLACK_APP_TOKEN: {connection.refusal}"
                for task in work:
                    task.cancel()
        finally:
            await self._commands.finish(FINISH_SECONDS)
            self._connection = None
            await _closed(connection)

    def health(self) -> Finding:
        if self._workspaces.removed:
            return Finding(where="slack", ok=False, what=REMOVED, fix=REINSTALL)
        if self._refused:
            fix = "correct the token and restart; see docs/slack.md"
            return Finding(where="slack", ok=False, what=self._refused, fix=fix)
        open_now = self._connection is not None and self._connection.is_open
        if not open_now or self._connected_at is None:
            return Finding(where="slack", ok=False, what="not connected; it keeps trying")
        what = f"connected since {self._connected_at:%Y-%m-%d %H:%M} UTC"
        return Finding(where="slack", ok=True, what=what)

    async def check(self) -> tuple[Finding, ...]:
        found = checkup.findings(
            settings=self._settings,
            workspaces=self._workspaces,
            adapter=self._adapter,
            stores=self._stores,
        )
        return tuple([finding async for finding in found])

    async def _identified(self) -> Identity:
        """Who we are, asked until Slack answers. Raises AccountUnavailable."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._workspaces.identify()
            except TransientDeliveryError as error:
                log.warning("slack.not_reached", why=str(error))
                await self._clock.sleep(error.retry_after or pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    def _new_connection(self) -> Connection:
        logging.getLogger("slack_bolt.AsyncApp").addFilter(_not_about_its_token)
        app = AsyncApp(
            # Without a name Bolt reads source files to find one, which blocks.
            name="tidings",
            client=self._workspaces.new_client(),
            authorize=_authorize(self._workspaces),
            request_verification_enabled=False,
        )
        self._commands.register(app)
        self._events.register(app)
        token = self._settings.app_token
        return Connection(
            app=app,
            app_token=token.get_secret_value() if token else "",
            web_client=self._workspaces.new_client(),
            clock=self._clock,
            on_open=self._on_open,
            ping_seconds=self._ping_seconds,
        )

    def _on_open(self) -> None:
        self._connected_at = self._clock.now()
        known = self._workspaces.known
        log.info("slack.connected", workspace=known.team if known else "")
        self._opened.set()

    async def _recheck_paused(self) -> None:
        """After every connect, and now and then: events were missed while we were away."""
        while True:
            await self._opened.wait()
            self._opened.clear()
            await self._events.recheck()
            try:
                async with asyncio.timeout(RECHECK_EVERY.total_seconds()):
                    await self._opened.wait()
            except TimeoutError:
                self._opened.set()


def _not_about_its_token(record: logging.LogRecord) -> bool:
    """Bolt reads SLACK_BOT_TOKEN itself and warns that it is unused; our client has it already."""
    return "`token` will be unused" not in record.getMessage()


async def _closed(connection: Connection) -> None:
    """Hang up; a server that does not answer the farewell is not waited for."""
    try:
        async with asyncio.timeout(CLOSE_SECONDS):
            await connection.close()  # type: ignore[no-untyped-call]
    except TimeoutError:
        log.info("slack.closed_without_answer")


def _authorize(workspaces: Workspaces) -> Callable[..., Awaitable[AuthorizeResult]]:
    """Whose token answers a request. Asking Slack each time would cost part of three seconds."""

    # A function of its own: Bolt cannot call a bound method here.
    async def authorize(team_id: str | None, enterprise_id: str | None) -> AuthorizeResult:
        identity = await workspaces.identify()
        if team_id not in (None, identity.team):
            raise AccountUnavailable(f"There is no token for the Slack workspace {team_id}")
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=identity.team,
            bot_user_id=identity.bot_user,
            bot_id=identity.bot_id,
            bot_token=workspaces.token,
        )

    return authorize
