"""PostgreSQL through asyncpg: the way past one machine. Needs the extra `postgres`."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import URL, Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.errors import StoreError

T = TypeVar("T")
CONNECTIONS = 5
TRIES = 3
# serialization_failure, deadlock_detected: the server asks for the transaction to be repeated.
_REPEAT = frozenset({"40001", "40P01"})


def connect(url: URL) -> PostgresBackend:
    """The backend for `postgresql://...`. Raises StoreError where the driver is missing."""
    if importlib.util.find_spec("asyncpg") is None:
        raise StoreError(
            "PostgreSQL needs a driver that is not installed. Run "
            "`pip install 'tidings[postgres]'`, or use database.url sqlite:///tidings.db."
        )
    engine = create_async_engine(
        url.set(drivername="postgresql+asyncpg"),
        pool_size=CONNECTIONS,
        pool_pre_ping=True,
    )
    return PostgresBackend(engine)


class PostgresBackend:
    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def read(self, question: Callable[[Connection], T]) -> T:
        return await self.write(question)

    async def write(self, question: Callable[[Connection], T]) -> T:
        for _ in range(TRIES - 1):
            try:
                return await self._once(question)
            except DBAPIError as exc:
                if getattr(exc.orig, "sqlstate", None) not in _REPEAT:
                    raise
        return await self._once(question)

    async def _once(self, question: Callable[[Connection], T]) -> T:
        async with self._engine.begin() as connection:
            return await connection.run_sync(question)

    async def close(self) -> None:
        await self._engine.dispose()
