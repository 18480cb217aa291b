"""What a person asks for, once every word of it has been understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.subscription import Criteria, Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The filters and settings of a line."""

    criteria: Criteria = field(default_factory=Criteria)
    name: str | None = None
    """None where the line does not say."""
    mode: Mode | None = None
    changed: frozenset[str] = frozenset()
    """Keys the line speaks about, `-region` for exclusions; the others stay in an edit."""
    warnings: tuple[str, ...] = ()
    """What was accepted although nothing known is called that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of time to look back over."""

    start: datetime
    end: datetime
    words: str
    """`today, Sat 21 Nov (Europe/Berlin)`, `the last 24 hours (since ...)`."""

    @property
    def within(self) -> str:
        """`today, ...`, `in the last 24 hours`."""
        return f"in {self.words}" if self.words.startswith("the ") else self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class TopRequest:
    window: Window
    count: int
    wish: Wish
