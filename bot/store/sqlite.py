"""SQLite: one writer thread, a few readers, every commit on the disk before it counts.

A synchronous engine behind threads is faster than an asynchronous one here, and with a single
writer nobody in this process ever waits for a lock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import StoreError

T = TypeVar("T")
READERS = 2
BUSY_SECONDS = 10
"""How long a writer waits for another process before it gives up."""


def connect(url: URL) -> SqliteBackend:
    """The backend for `sqlite:///path`. Raises StoreError where no path is given."""
    if not url.database or url.database == ":memory:":
        raise StoreError(
            "database.url names no file. Write sqlite:///tidings.db for a file beside "
            "config.yaml, or sqlite:////var/lib/tidings/tidings.db for a fixed place."
        )
    path = Path(url.database).expanduser()
    if not path.parent.is_dir():
        raise StoreError(
            f"The folder {path.parent} of the database file does not exist. Create it, "
            "or change database.url."
        )
    return SqliteBackend(url.set(drivername="sqlite+pysqlite", database=str(path)))


class SqliteBackend:
    def __init__(self, url: URL) -> None:
        self._writer = _engine(url, begin="BEGIN IMMEDIATE", connections=1)
        self._reader = _engine(url, begin="BEGIN", connections=READERS)
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="store-write")
        self._reading = ThreadPoolExecutor(READERS, thread_name_prefix="store-read")

    async def read(self, question: Callable[[Connection], T]) -> T:
        return await _run(self._reading, self._reader, question)

    async def write(self, question: Callable[[Connection], T]) -> T:
        return await _run(self._writing, self._writer, question)

    async def close(self) -> None:
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        # Readers first: the last connection to close folds the write-ahead log into the file.
        for executor, engine in ((self._reading, self._reader), (self._writing, self._writer)):
            executor.shutdown(wait=True)
            engine.dispose()


async def _run(
    executor: ThreadPoolExecutor, engine: Engine, question: Callable[[Connection], T]
) -> T:
    def answer() -> T:
        with engine.begin() as connection:
            return question(connection)

    return await asyncio.get_running_loop().run_in_executor(executor, answer)


def _engine(url: URL, *, begin: str, connections: int) -> Engine:
    engine = create_engine(url, pool_size=connections, max_overflow=0)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: ConnectionPoolEntry) -> None:
        # The driver would begin transactions by itself, late and never IMMEDIATE.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout = {BUSY_SECONDS * 1000}",
            "journal_mode = WAL",
            # NORMAL may lose the last commits at a power cut; then a message could go out twice.
            "synchronous = FULL",
            "foreign_keys = ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
