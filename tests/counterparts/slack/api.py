"""`/api/{method}` and response_url: read the call, check it, let faults happen, answer as Slack would.

A route or argument Slack does not have is recorded as a violation; an unknown route is a 404.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qsl

from aiohttp import web

from tests.counterparts.slack import chat, conversations, people, views
from tests.counterparts.slack.calling import ApiError, Request
from tests.counterparts.slack.faults import Fault
from tests.counterparts.slack.rates import Rates
from tests.counterparts.slack.spec import METHODS, SENT_BY_BOLT, Method
from tests.counterparts.slack.state import JSON, Call, State, Workspace

HANDLERS: Final[dict[str, Callable[[Request], JSON]]] = {
    "auth.test": people.auth_test,
    "chat.postMessage": chat.post_message,
    "chat.update": chat.update,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.delete": chat.delete,
    "chat.getPermalink": chat.get_permalink,
    "conversations.history": conversations.history,
    "conversations.replies": conversations.replies,
    "conversations.info": conversations.info,
    "conversations.join": conversations.join,
    "conversations.list": conversations.list_channels,
    "conversations.members": conversations.members,
    "conversations.open": conversations.open_direct,
    "users.conversations": conversations.list_channels,
    "users.info": people.user_info,
    "bots.info": people.bot_info,
    "team.info": people.team_info,
    "views.open": views.open_view,
    "views.push": views.open_view,
    "views.update": views.update,
    "views.publish": views.publish,
}
# Several of these are checked by the channel's kind instead, once it is known.
SCOPES_BY_CHANNEL: Final = ("conversations.", "users.conversations")


class WebApi:
    """The HTTP side. `open_socket` is the one method that hands out an address, so it comes in."""

    def __init__(self, state: State, open_socket: Callable[[], str]) -> None:
        self._state, self._open_socket = state, open_socket
        self.rates = Rates(state)

    async def handle(self, http: web.Request) -> web.StreamResponse:
        name = http.match_info["method"]
        arguments, as_json = await _arguments(http)
        method = METHODS.get(name)
        if method is None:
            self._state.violate("route", name, "not a method this counterpart knows")
            return web.json_response({"ok": False, "error": "unknown_method"}, status=404)
        try:
            team = self._workspace(http, method, arguments)
        except ApiError as error:
            return self._answer_error("", name, arguments, error)
        return await self._call(http, name, method, team, arguments, as_json=as_json)

    async def _call(
        self,
        http: web.Request,
        name: str,
        method: Method,
        team: Workspace | None,
        arguments: JSON,
        *,
        as_json: bool,
    ) -> web.StreamResponse:
        team_id, channel = team.id if team else "", str(arguments.get("channel", ""))
        commercial = bool(team and team.commercial)
        wait = self.rates.wait_for(team_id, name, method.tier, channel, commercial=commercial)
        if wait is not None:
            return self._too_many(team_id, name, arguments, wait)
        fault = self._state.faults.take(name, team_id, channel)
        if fault and (early := await self._before(http, fault, name, team_id, arguments)):
            return early
        try:
            answer = self._work(name, method, team, arguments, as_json=as_json)
        except ApiError as error:
            return self._answer_error(team_id, name, arguments, error)
        outcome = fault.kind if fault else "ok"
        self._record(team_id, name, arguments, outcome)
        if fault and fault.kind == "apply_then_drop":
            return _dropped(http)
        if fault and fault.kind == "status_after":
            return web.Response(status=fault.status, text="upstream error")
        return web.json_response({"ok": True, **answer}, headers=_headers(team))

    def _work(
        self, name: str, method: Method, team: Workspace | None, arguments: JSON, *, as_json: bool
    ) -> JSON:
        where = f"{team.id if team else 'app'} {name}"
        if as_json and not method.takes_json:
            self._state.violate("argument", where, "this method does not read JSON")
            arguments = {}
        for unknown in sorted(set(arguments) - method.arguments - SENT_BY_BOLT):
            self._state.violate("argument", where, f"no such argument: {unknown}")
        if missing := [key for key in method.required if arguments.get(key) in (None, "")]:
            messages = [f"[ERROR] missing required field: {key}" for key in missing]
            self._state.violate("argument", where, messages[0])
            raise ApiError("invalid_arguments", response_metadata={"messages": messages})
        if team is None:
            return {"url": self._open_socket()}
        request = Request(state=self._state, team=team, method=name, arguments=arguments)
        if method.any_scope and not name.startswith(SCOPES_BY_CHANNEL):
            request.need(*method.any_scope)
        if name == "conversations.join":
            request.need("channels:join")
        return HANDLERS[name](request)

    async def _before(
        self, http: web.Request, fault: Fault, name: str, team: str, arguments: JSON
    ) -> web.StreamResponse | None:
        """What a fault does before the work; None lets the call go on."""
        if fault.kind == "delay":
            await self._state.clock.sleep(fault.seconds)
        if fault.kind in ("delay", "apply_then_drop", "status_after"):
            return None
        self._record(team, name, arguments, fault.error if fault.kind == "error" else fault.kind)
        if fault.kind == "ratelimited":
            wait = self.rates.hold(team, name, fault.channel or "", fault.retry_after)
            return _rate_limited(wait)
        if fault.kind == "drop":
            return _dropped(http)
        if fault.kind == "error":
            return web.json_response({"ok": False, "error": fault.error, **fault.extra})
        if fault.kind == "html":
            page = "<html><body>Bad gateway</body></html>"
            return web.Response(status=fault.status, text=page, content_type="text/html")
        return web.Response(status=fault.status, text="upstream error")

    def _workspace(self, http: web.Request, method: Method, arguments: JSON) -> Workspace | None:
        """Whose token this is; None for the app's own."""
        header = http.headers.get("Authorization", "")
        token = header.removeprefix("Bearer ").strip() or str(arguments.get("token", ""))
        arguments.pop("token", None)
        if not token:
            raise ApiError("not_authed")
        if token == self._state.app_token:
            if not method.app_token:
                raise ApiError("not_allowed_token_type")
            return None
        team = next(
            (item for item in self._state.workspaces.values() if item.bot_token == token), None
        )
        if team is None:
            raise ApiError("invalid_auth")
        if team.token_error:
            raise ApiError(team.token_error)
        if method.app_token:
            raise ApiError("not_allowed_token_type")
        return team

    def _too_many(self, team: str, name: str, arguments: JSON, wait: int) -> web.Response:
        self._record(team, name, arguments, "ratelimited")
        return _rate_limited(wait)

    def _answer_error(self, team: str, name: str, arguments: JSON, error: ApiError) -> web.Response:
        self._record(team, name, arguments, error.code)
        return web.json_response({"ok": False, "error": error.code, **error.extra})

    def _record(self, team: str, name: str, arguments: JSON, outcome: str) -> None:
        call = Call(
            at=self._state.clock.now(), team=team, method=name, arguments=arguments, outcome=outcome
        )
        self._state.calls.append(call)
        self._state.touch()


def _rate_limited(wait: int) -> web.Response:
    body = {"ok": False, "error": "ratelimited"}
    return web.json_response(body, status=429, headers={"Retry-After": str(wait)})


def _headers(team: Workspace | None) -> dict[str, str]:
    return {"X-OAuth-Scopes": ",".join(sorted(team.scopes))} if team else {}


def _dropped(http: web.Request) -> web.Response:
    if http.transport is not None:
        http.transport.abort()
    return web.Response(status=500)


async def _arguments(http: web.Request) -> tuple[JSON, bool]:
    """All arguments of a call, and whether they came as JSON."""
    arguments: JSON = dict(http.query)
    if not http.can_read_body:
        return arguments, False
    body = await http.text()
    if http.content_type == "application/json":
        try:
            read = json.loads(body)
        except ValueError:
            read = {}
        return {**arguments, **(read if isinstance(read, dict) else {})}, True
    return {**arguments, **dict(parse_qsl(body, keep_blank_values=True))}, False
