"""What every Web API method gets to work with, and how it says no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.counterparts.slack.state import JSON, State, Workspace


class ApiError(Exception):
    """An `ok: false` answer with HTTP 200, the way Slack reports nearly everything."""

    def __init__(self, code: str, **extra: Any) -> None:
        super().__init__(code)
        self.code, self.extra = code, extra


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One call after token, scope and arguments were checked."""

    state: State
    team: Workspace
    method: str
    arguments: JSON

    def text(self, name: str) -> str:
        value = self.arguments.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        return str(self.arguments.get(name, "")).lower() in ("1", "true")

    def number(self, name: str, default: int) -> int:
        try:
            return int(self.arguments.get(name, default))
        except (TypeError, ValueError):
            raise ApiError("invalid_arguments") from None

    def refuse(self, rule: str, code: str, detail: str, **extra: Any) -> ApiError:
        """An error that only a mistake of the bot's own leads to: answered and recorded."""
        self.state.violate(rule, f"{self.team.id} {self.method}", detail)
        return ApiError(code, **extra)

    def need(self, *scopes: str) -> None:
        """Refuse unless the token has one of them."""
        if not self.team.scopes & set(scopes):
            provided = ",".join(sorted(self.team.scopes))
            raise ApiError("missing_scope", needed=scopes[0], provided=provided)


def conversation(request: Request, family: str | None = None) -> JSON:
    """The channel of a call if this bot may know of it; `family` is the scope: read or history."""
    channel = request.team.channels.get(request.text("channel"))
    if channel is None or channel["_deleted"]:
        raise ApiError("channel_not_found")
    if family:
        request.need(f"{scope_prefix(channel)}:{family}")
    if channel["is_private"] and not channel["is_member"]:
        raise ApiError("channel_not_found")
    return channel


def scope_prefix(channel: JSON) -> str:
    if channel.get("is_im"):
        return "im"
    return "groups" if channel["is_private"] else "channels"
