"""One database: questions are plain functions of a connection, run off the event loop.

The same statements run on SQLite and PostgreSQL. Whatever the driver raises arrives as a
StoreError that says what to do.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.errors import StoreError
from bot.store import postgres, sqlite
from bot.store.failures import explain

T = TypeVar("T")
Question = Callable[[Connection], T]
# A file that is no database fails while the connection is prepared, before SQLAlchemy wraps errors.
_DRIVER_ERRORS = (SQLAlchemyError, sqlite3.Error, OSError)


class Backend(Protocol):
    """How one kind of database is reached."""

    async def read(self, question: Question[T]) -> T: ...

    async def write(self, question: Question[T]) -> T: ...

    async def close(self) -> None: ...


class Database:
    """An open database."""

    def __init__(self, backend: Backend, *, shown: str) -> None:
        self._backend = backend
        self._shown = shown

    @classmethod
    async def open(cls, url: str) -> Database:
        """Open `sqlite:///path` or `postgresql://user@host/name`.

        Raises StoreError when it cannot be reached, is not a database or has another scheme.
        """
        try:
            parsed = make_url(url)
        except ArgumentError as exc:
            raise StoreError(_how_to_write(url)) from exc
        shown = parsed.render_as_string(hide_password=True)
        match parsed.get_backend_name():
            case "sqlite":
                backend: Backend = await asyncio.to_thread(sqlite.connect, parsed)
            case "postgresql":
                backend = await asyncio.to_thread(postgres.connect, parsed)
            case _:
                raise StoreError(_how_to_write(shown))
        database = cls(backend, shown=shown)
        try:
            await database.read(lambda connection: connection.exec_driver_sql("SELECT 1").scalar())
        except StoreError:
            await database.close()
            raise
        return database

    async def read(self, question: Question[T]) -> T:
        """Answer a question in a transaction that writes nothing."""
        try:
            return await self._backend.read(question)
        except _DRIVER_ERRORS as exc:
            raise explain(exc, self._shown) from exc

    async def write(self, question: Question[T]) -> T:
        """Run `question` in one transaction: all of it is kept, or none."""
        try:
            return await self._backend.write(question)
        except _DRIVER_ERRORS as exc:
            raise explain(exc, self._shown) from exc

    async def close(self) -> None:
        """Finish what was begun and let go of the database."""
        await self._backend.close()


def _how_to_write(url: str) -> str:
    return (
        f"database.url {url!r} is not an address Tidings can use. Write sqlite:///tidings.db "
        "for a file, or postgresql://user:password@host/name."
    )
