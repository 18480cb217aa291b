"""The counterpart itself: one aiohttp server on a loopback port, and everything a test asks of it."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.counterparts.slack.answering import ResponseUrls
from tests.counterparts.slack.api import WebApi
from tests.counterparts.slack.control import Control
from tests.counterparts.slack.lifecycle import Lifecycle
from tests.counterparts.slack.link import Link
from tests.counterparts.slack.reading import Reading, read_message
from tests.counterparts.slack.setup import SettingTheStage
from tests.counterparts.slack.state import JSON, Call, Exchange, State, Violation

LOOPBACK = "127.0.0.1"


class SlackCounterpart(SettingTheStage, Lifecycle):
    """`async with SlackCounterpart() as slack:` and point the bot at `slack.api_url`."""

    def __init__(self, *, app_id: str = "A1", port: int = 0) -> None:
        self.state = State(app_token=f"xapp-{app_id}", app_id=app_id)
        self.link = Link(self.state)
        self.response_urls = ResponseUrls(self.state)
        self.link.on_answer = self.response_urls.show
        self._port = port
        self._runner: web.AppRunner | None = None

    @property
    def app_token(self) -> str:
        return self.state.app_token

    @property
    def api_url(self) -> str:
        """What `slack.api_url` and `AsyncWebClient(base_url=...)` take, slash included."""
        return f"{self.state.base_url}/api/"

    @property
    def control_url(self) -> str:
        return f"{self.state.base_url}/_control/"

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=8 * 1024 * 1024)
        api = WebApi(self.state, self.link.open_socket)
        app.router.add_route("*", "/api/{method}", api.handle)
        app.router.add_get("/link", self.link.handle)
        app.router.add_post("/response/{team}/{exchange}", self.response_urls.handle)
        app.router.add_route("*", "/_control/{verb}", Control(self).handle)
        app.router.add_route("*", "/{anything:.*}", self._unknown)
        self._runner = web.AppRunner(app, shutdown_timeout=0.5, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, self._port)
        await site.start()
        port = self._runner.addresses[0][1]
        self.state.base_url = f"http://{LOOPBACK}:{port}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.link.drop(accepting=False)
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def violations(self) -> list[Violation]:
        """Every rule of Slack's that was broken; a test ends with `assert not slack.violations`."""
        return self.state.violations()

    def messages(self, team: str, channel: str) -> list[JSON]:
        """Everything posted in a channel, thread replies included, oldest first."""
        found: list[JSON] = self.state.channel(team, channel)["_messages"]
        return found

    def ephemerals(self, team: str, channel: str) -> list[JSON]:
        """What only one person sees there; `_for` is who."""
        found: list[JSON] = self.state.channel(team, channel)["_ephemeral"]
        return found

    def direct_messages(self, team: str, user: str) -> list[JSON]:
        """What the bot wrote to a person."""
        for channel in self.state.workspace(team).channels.values():
            if channel.get("user") == user:
                found: list[JSON] = channel["_messages"]
                return found
        return []

    def seen(self, team: str, channel: str) -> list[Reading]:
        """The channel as a reader sees it."""
        return [read_message(message) for message in self.messages(team, channel)]

    def calls(self, method: str | None = None) -> list[Call]:
        return [call for call in self.state.calls if method in (None, call.method)]

    def exchange(self, exchange_id: str) -> Exchange:
        return self.state.exchanges[exchange_id]

    def views(self, team: str) -> list[JSON]:
        return list(self.state.workspace(team).views.values())

    def forget_violations(self) -> list[Violation]:
        """Take the list away after a test that broke rules on purpose."""
        found = self.violations
        self.state.broken_rules.clear()
        return found

    async def _unknown(self, http: web.Request) -> web.StreamResponse:
        self.state.violate("route", http.path, f"{http.method} is not a route of Slack's")
        answer: dict[str, Any] = {"ok": False, "error": "unknown_route"}
        return web.json_response(answer, status=404)
