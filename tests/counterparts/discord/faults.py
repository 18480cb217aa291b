"""Faults on demand or from a seed: what goes wrong with which request, and how often.

A fault names a method, a route template and a channel (each may be empty = any). Kinds: `error`,
`ratelimit` (with Via), `cloudflare` (HTML, no Via), `apply_then_drop`, `drop_before_apply`,
`delay`, `fail_before` and `fail_after` (a 5xx before or after the request took effect).
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

KINDS = (
    "error",
    "ratelimit",
    "cloudflare",
    "apply_then_drop",
    "drop_before_apply",
    "delay",
    "fail_before",
    "fail_after",
)


@dataclass(slots=True, kw_only=True)
class Fault:
    """One planned failure; `skip` requests pass first, then it strikes `times` times."""

    kind: str
    method: str = ""
    route: str = ""
    channel: str = ""
    times: int = 1
    skip: int = 0
    status: int = 500
    code: int = 0
    message: str = "Injected"
    retry_after: float = 1.0
    is_global: bool = False
    scope: str = "user"
    seconds: float = 0.0
    struck: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault {self.kind!r}; there are {', '.join(KINDS)}")

    def fits(self, method: str, route: str, channel: str) -> bool:
        asked = ((self.method, method), (self.route, route), (self.channel, channel))
        return all(not wanted or wanted == got for wanted, got in asked)


@dataclass(slots=True)
class FaultPlan:
    """The scripted faults in order, then the seeded ones."""

    scripted: list[Fault] = field(default_factory=list)
    _dice: random.Random | None = None
    _rate: float = 0.0
    _kinds: tuple[str, ...] = ()
    _route: str = ""

    def add(self, fault: Fault) -> Fault:
        self.scripted.append(fault)
        return fault

    def seed(self, number: int, *, rate: float, kinds: tuple[str, ...], route: str = "") -> None:
        """From now on strike a share `rate` of the requests to `route`, repeatably."""
        self._dice, self._rate, self._kinds, self._route = random.Random(number), rate, kinds, route

    def clear(self) -> None:
        self.scripted.clear()
        self._dice = None

    def next(self, method: str, route: str, channel: str) -> Fault | None:
        for fault in self.scripted:
            if fault.times and fault.fits(method, route, channel):
                if fault.skip:
                    fault.skip -= 1
                    continue
                fault.times -= 1
                fault.struck += 1
                return fault
        if self._dice is None or (self._route and self._route != route):
            return None
        if self._dice.random() >= self._rate:
            return None
        return Fault(kind=self._dice.choice(self._kinds), status=503, retry_after=0.01, struck=1)
