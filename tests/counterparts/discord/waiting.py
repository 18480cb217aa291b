"""Wait for a fact about another task, without guessing how long that takes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


async def until(claim: Callable[[], bool], *, seconds: float = 10) -> None:
    """Return once `claim()` holds; TimeoutError after `seconds` of real time."""
    async with asyncio.timeout(seconds):
        while not claim():  # noqa: ASYNC110 - the fact lives in plain dicts, no event marks it
            await asyncio.sleep(0.005)
