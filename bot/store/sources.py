"""What is remembered of each source between polls."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Connection, Row, select

from bot.ports.sources import SourceState
from bot.store.database import Database
from bot.store.schema import sources
from bot.store.writing import insert


class SqlSources:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def state(self, source: str) -> SourceState:
        """What is known of a source; a blank state for one never polled."""
        query = select(sources).where(sources.c.name == source)
        row = await self._database.read(lambda connection: connection.execute(query).first())
        return _state(row) if row else SourceState(name=source)

    async def save(self, *states: SourceState) -> None:
        def keep(connection: Connection) -> None:
            for state in states:
                values = asdict(state)
                statement = insert(connection, sources).values(**values)
                connection.execute(
                    statement.on_conflict_do_update(index_elements=[sources.c.name], set_=values)
                )

        await self._database.write(keep)

    async def all(self) -> tuple[SourceState, ...]:
        query = select(sources).order_by(sources.c.name)
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return tuple(_state(row) for row in rows)


def _state(row: Row[tuple[object, ...]]) -> SourceState:
    return SourceState(**row._asdict())
