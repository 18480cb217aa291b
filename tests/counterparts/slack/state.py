"""What the counterpart remembers: workspaces, channels, messages, exchanges with the bot, violations.

Channels, messages, users and views are plain dicts in the shape Slack sends; keys that start with an
underscore are ours and never leave through the Web API.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tests.counterparts.slack.clock import Clock
from tests.counterparts.slack.faults import FaultPlan
from tests.counterparts.slack.limits import ACK_SECONDS

JSON = dict[str, Any]
T = TypeVar("T")


class CounterpartError(Exception):
    """A test asked for something no Slack user could do, or waited for what never came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A rule of Slack's that the bot broke, whether or not Slack would have answered an error."""

    rule: str
    where: str
    detail: str


@dataclass(slots=True, kw_only=True)
class Call:
    """One Web API call as it was answered; `outcome` is ok, an error code, or the fault's kind."""

    at: float
    team: str
    method: str
    arguments: JSON
    outcome: str


@dataclass(slots=True, kw_only=True)
class Workspace:
    """One installation of the app. `token_error` is what every call answers once the app is gone."""

    id: str
    name: str
    bot_token: str
    bot_user: str
    bot_id: str
    scopes: set[str]
    token_error: str | None = None
    home_tab: bool = True
    commercial: bool = False
    users: dict[str, JSON] = field(default_factory=dict)
    channels: dict[str, JSON] = field(default_factory=dict)
    views: dict[str, JSON] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Exchange:
    """One envelope sent to the bot, its acknowledgement, and what it posted to the response_url."""

    id: str
    kind: str
    team: str
    payload: JSON
    accepts_payload: bool
    sent_at: float
    acked_at: float | None = None
    ack: JSON | None = None
    answers: list[JSON] = field(default_factory=list)
    response_uses: int = 0
    lost: bool = False
    attempts: int = 0

    @property
    def seconds_to_ack(self) -> float | None:
        return None if self.acked_at is None else self.acked_at - self.sent_at


@dataclass(slots=True, kw_only=True)
class Trigger:
    team: str
    user: str
    issued_at: float
    used: bool = False


class State:
    """Everything behind one counterpart, and the way to wait until it changes."""

    def __init__(self, *, app_token: str, app_id: str) -> None:
        self.app_token, self.app_id = app_token, app_id
        self.clock = Clock()
        self.faults = FaultPlan()
        self.workspaces: dict[str, Workspace] = {}
        self.exchanges: dict[str, Exchange] = {}
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, Exchange] = {}
        self.calls: list[Call] = []
        self.broken_rules: list[Violation] = []
        self.base_url = ""
        self._numbers = itertools.count(1)
        self._last_ts = 0
        self._changed = asyncio.Event()

    def number(self) -> int:
        return next(self._numbers)

    def next_ts(self) -> str:
        """A message id: the clock's time, never one that was given out before."""
        micros = max(int(self.clock.now() * 1_000_000), self._last_ts + 1)
        self._last_ts = micros
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def violate(self, rule: str, where: str, detail: str) -> None:
        self.broken_rules.append(Violation(rule=rule, where=where, detail=detail))

    def violations(self) -> list[Violation]:
        """All that was broken, envelopes that were never acknowledged in time included."""
        now = self.clock.now()
        silent = [
            Violation(rule="ack", where=item.kind, detail=f"{item.id} was never acknowledged")
            for item in self.exchanges.values()
            if item.acked_at is None and not item.lost and now - item.sent_at > ACK_SECONDS
        ]
        return [*self.broken_rules, *silent]

    def workspace(self, team: str) -> Workspace:
        try:
            return self.workspaces[team]
        except KeyError:
            raise CounterpartError(
                f"no workspace {team}; there are {list(self.workspaces)}"
            ) from None

    def channel(self, team: str, channel: str) -> JSON:
        try:
            return self.workspace(team).channels[channel]
        except KeyError:
            raise CounterpartError(f"no channel {channel} in {team}") from None

    def touch(self) -> None:
        """Tell everybody who waits that something changed."""
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def until(
        self, probe: Callable[[], T | None], *, what: str = "it", seconds: float = 10.0
    ) -> T:
        """The probe's first value that is neither None nor False; `seconds` are real ones."""
        try:
            async with asyncio.timeout(seconds):
                while not (value := probe()):
                    await self._changed.wait()
                return value
        except TimeoutError:
            raise CounterpartError(f"waited {seconds:g} s for {what}") from None


def public(item: Mapping[str, Any]) -> JSON:
    """A copy without the keys that are ours alone."""
    return {key: value for key, value in item.items() if not key.startswith("_")}
