"""Statements that every table needs and that SQLite and PostgreSQL spell alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.schema import counters

T = TypeVar("T")
CHUNK = 500
"""Rows a statement: below SQLite's 32,766 bound values for the widest table."""


def insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that knows ON CONFLICT and RETURNING."""
    return insert_for(connection.dialect.name, table)


def insert_for(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Like `insert`, for a statement that is kept."""
    if dialect == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def chunks(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """`rows` in pieces that fit one statement."""
    for start in range(0, len(rows), CHUNK):
        yield rows[start : start + CHUNK]


def counted(connection: Connection, name: str) -> int:
    """Where a counter stands."""
    query = select(counters.c.value).where(counters.c.name == name)
    return connection.execute(query).scalar() or 0


def count_up(connection: Connection, name: str) -> int:
    """Raise a counter and return its value.

    The row stays locked until the transaction ends, so that values are committed in order and a
    reader that has seen one has seen all before it.
    """
    statement: Any = insert(connection, counters).values(name=name, value=1)
    statement = statement.on_conflict_do_update(
        index_elements=[counters.c.name], set_={"value": counters.c.value + 1}
    ).returning(counters.c.value)
    return int(connection.execute(statement).scalar_one())
