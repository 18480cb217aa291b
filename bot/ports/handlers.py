"""A platform as the process runs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.domain.channel import Platform
from bot.ports.channels import ChannelAdapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of `tidings check` and of the health pages."""

    where: str
    ok: bool
    what: str
    fix: str = ""
    """The exact thing to do; empty when it is well."""


class Handler(Protocol):
    """One platform, supervised by itself: it may fail and return without stopping the rest."""

    @property
    def platform(self) -> Platform: ...

    @property
    def adapter(self) -> ChannelAdapter: ...

    async def run(self) -> None:
        """Serve until cancelled; reconnect for ever. Returns only when the token is refused."""
        ...

    def health(self) -> Finding:
        """Connected or not, and since when."""
        ...

    async def check(self) -> tuple[Finding, ...]:
        """Token, scopes, permissions, as far as the platform tells, without serving."""
        ...
