"""The counterpart's time: the machine's own, shifted, or standing still until a test moves it."""

from __future__ import annotations

import asyncio
import time


class Clock:
    """Seconds since 1970. `advance` moves it; `freeze` stops it so that only `advance` moves it."""

    def __init__(self) -> None:
        self._shift = 0.0
        self._frozen: float | None = None
        self._moved = asyncio.Event()

    def now(self) -> float:
        if self._frozen is not None:
            return self._frozen
        return time.time() + self._shift

    def freeze(self, at: float | None = None) -> None:
        self._frozen = self.now() if at is None else at
        self._wake()

    def run(self) -> None:
        """Let time pass again, from wherever it stands."""
        self._shift, self._frozen = self.now() - time.time(), None
        self._wake()

    def advance(self, seconds: float) -> None:
        if self._frozen is None:
            self._shift += seconds
        else:
            self._frozen += seconds
        self._wake()

    async def sleep(self, seconds: float) -> None:
        """Return once this clock has moved on by `seconds`, by itself or by a test's hand."""
        due = self.now() + seconds
        while (left := due - self.now()) > 0:
            moved = self._moved
            try:
                async with asyncio.timeout(None if self._frozen is not None else left):
                    await moved.wait()
            except TimeoutError:
                continue

    def _wake(self) -> None:
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
