"""`POST /_control/{verb}` with a JSON object of keywords: the object's verbs for another process.

`{"args": [...], ...keywords}` calls the method of the same name; the answer is `{"ok": true,
"result": ...}`. Violations are read with GET or POST `/_control/violations`.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
from typing import TYPE_CHECKING, Any, Final

from aiohttp import web

from tests.counterparts.slack.reading import Reading
from tests.counterparts.slack.state import CounterpartError

if TYPE_CHECKING:
    from tests.counterparts.slack.server import SlackCounterpart

VERBS: Final = frozenset(
    [
        "add_workspace",
        "add_user",
        "add_channel",
        "set_scopes",
        "inject",
        "storm",
        "clear_faults",
        "freeze_clock",
        "advance_clock",
        "run_clock",
        "disconnect",
        "drop_sockets",
        "send_command",
        "click",
        "click_view",
        "suggest",
        "submit_view",
        "send_event",
        "wait_ack",
        "wait_answers",
        "wait_messages",
        "wait_view",
        "wait_connected",
        "archive_channel",
        "unarchive_channel",
        "delete_channel",
        "rename_channel",
        "remove_bot",
        "invite_bot",
        "uninstall",
        "open_home",
        "violations",
        "messages",
        "ephemerals",
        "direct_messages",
        "seen",
        "calls",
        "exchange",
        "views",
        "forget_violations",
    ]
)


class Control:
    def __init__(self, counterpart: SlackCounterpart) -> None:
        self._counterpart = counterpart

    async def handle(self, http: web.Request) -> web.StreamResponse:
        verb = http.match_info["verb"]
        if verb not in VERBS:
            return _refused(f"no verb {verb}; there are {', '.join(sorted(VERBS))}", status=404)
        body = json.loads(await http.text()) if http.can_read_body else {}
        positional = body.pop("args", [])
        try:
            result = getattr(self._counterpart, verb)
            if callable(result):
                result = result(*positional, **body)
            if inspect.isawaitable(result):
                result = await result
        except (CounterpartError, TypeError, KeyError) as error:
            return _refused(str(error), status=400)
        return web.json_response({"ok": True, "result": _plain(result)})


def _refused(error: str, *, status: int) -> web.Response:
    return web.json_response({"ok": False, "error": error}, status=status)


def _plain(value: Any) -> Any:
    """Anything the verbs return as JSON."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.asdict(value)
        if isinstance(value, Reading):
            fields |= {"text": value.text, "lying_links": value.lying_links}
        return _plain(fields)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return value
