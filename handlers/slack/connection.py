"""The Socket Mode connection: kept up for ever, given up only when the app's token is refused.

The SDK's client reconnects by itself but asks for a new address in a tight loop when that fails;
here it waits longer each time, and stops when Slack says that the token will never do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from time import time
from typing import Final

import structlog
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.ports.clock import Clock
from handlers.slack.failures import ACCOUNT, FAILED_CALLS, code_of, retry_after_of

log = structlog.get_logger(__name__)
FIRST_PAUSE: Final = timedelta(seconds=1)
LONGEST_PAUSE: Final = timedelta(minutes=1)
SHORT_LIVED: Final = timedelta(seconds=30)
SHORT_LIVES: Final = 3
"""As many short connections in a row are taken for chance."""
PING_SECONDS: Final = 10.0
DEAD: Final = frozenset({*ACCOUNT, "app_not_found", "forbidden_team"}) - {
    "accesslimited",
    "access_denied",
}


class Connection(SocketModeClient):
    """One socket; `refused` is set, with `refusal`, once Slack will have no more of us."""

    def __init__(
        self,
        *,
        app: AsyncApp,
        app_token: str,
        web_client: AsyncWebClient,
        clock: Clock,
        on_open: Callable[[], None],
        ping_seconds: float = PING_SECONDS,
    ) -> None:
        super().__init__(app_token=app_token, web_client=web_client, ping_interval=ping_seconds)
        self._app, self._clock, self._on_open = app, clock, on_open
        self._asked_at: datetime | None = None
        self._short_lives = 0
        self.refused = asyncio.Event()
        self.refusal = ""
        self.socket_mode_request_listeners.append(self._handle)

    async def issue_new_wss_url(self) -> str:
        """A new address, however long it takes. Called by the SDK before every connect."""
        await self._calm_down()
        pause = FIRST_PAUSE
        while True:
            try:
                answer = await self.web_client.apps_connections_open(app_token=self.app_token)
            except FAILED_CALLS as error:
                code = code_of(error)
                if code in DEAD:
                    self._give_up(code)
                    raise
                wait = retry_after_of(error) or pause
                log.warning("slack.no_socket_address", why=code, wait=wait.total_seconds())
                await self._clock.sleep(wait)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return str(answer["url"])

    async def _calm_down(self) -> None:
        """Wait when connections end as soon as they are made, as with too many of them."""
        now = self._clock.now()
        short_lived = self._asked_at is not None and now - self._asked_at < SHORT_LIVED
        self._short_lives = self._short_lives + 1 if short_lived else 0
        if self._short_lives > SHORT_LIVES:
            doubled: int = 2 ** min(self._short_lives - SHORT_LIVES, 6)
            await self._clock.sleep(min(FIRST_PAUSE * doubled, LONGEST_PAUSE))
        self._asked_at = self._clock.now()

    async def connect(self) -> None:
        await super().connect()  # type: ignore[no-untyped-call]
        if not self.closed:
            self._on_open()

    @property
    def is_open(self) -> bool:
        session = self.current_session
        return session is not None and not session.closed

    def _give_up(self, code: str) -> None:
        self.refusal = code
        self.closed = True
        self.refused.set()

    async def _handle(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        start = time()
        response = await run_async_bolt_app(self._app, request)
        await send_async_response(client, request, response, start)
