"""What can be made to go wrong with one Web API call, scripted one by one or drawn from a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

FaultKind = Literal[
    "error", "ratelimited", "apply_then_drop", "drop", "delay", "status", "status_after", "html"
]
"""error: HTTP 200 ok:false with `error`. ratelimited: 429 with Retry-After. drop: closed before
anything happens. apply_then_drop: done, then closed without an answer. delay: answered late.
status / status_after: HTTP `status` before / after the work is done. html: a proxy's page."""


@dataclass(slots=True, kw_only=True)
class Fault:
    """A fault waiting for calls that fit; None in `method`, `team` or `channel` fits every call."""

    kind: FaultKind
    method: str | None = None
    team: str | None = None
    channel: str | None = None
    times: int | None = 1
    error: str = "internal_error"
    extra: dict[str, object] = field(default_factory=dict)
    retry_after: int = 30
    seconds: float = 5.0
    status: int = 503

    def fits(self, method: str, team: str, channel: str) -> bool:
        return (
            self.times != 0
            and self.method in (None, method)
            and self.team in (None, team)
            and self.channel in (None, channel)
        )


class FaultStorm:
    """Faults at a given rate, the same ones for the same seed and the same order of calls."""

    def __init__(
        self,
        seed: int,
        *,
        rate: float,
        kinds: Sequence[FaultKind],
        methods: Sequence[str] = ("chat.postMessage",),
        retry_after: int = 1,
    ) -> None:
        self._random = random.Random(seed)
        self._rate, self._kinds, self._methods = rate, tuple(kinds), frozenset(methods)
        self._retry_after = retry_after

    def draw(self, method: str) -> Fault | None:
        if method not in self._methods or self._random.random() >= self._rate:
            return None
        return Fault(kind=self._random.choice(self._kinds), retry_after=self._retry_after)


class FaultPlan:
    """The faults still to come; the first that fits a call is used up by it."""

    def __init__(self) -> None:
        self.scripted: list[Fault] = []
        self.storm: FaultStorm | None = None

    def take(self, method: str, team: str, channel: str) -> Fault | None:
        for fault in self.scripted:
            if fault.fits(method, team, channel):
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return self.storm.draw(method) if self.storm else None

    def clear(self) -> None:
        self.scripted.clear()
        self.storm = None
