"""The clock as the core reads it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """The only reader of the wall clock; tests hand in one that they turn by hand."""

    def now(self) -> datetime: ...

    async def sleep(self, pause: timedelta) -> None: ...
