"""Small values that must survive a restart, by name."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bot.store.database import Database
from bot.store.schema import notebook
from bot.store.writing import insert


class SqlNotebook:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self, key: str) -> str | None:
        query = select(notebook.c.value).where(notebook.c.key == key)
        return await self._database.read(lambda connection: connection.execute(query).scalar())

    async def write(self, key: str, value: str) -> None:
        def keep(connection: Connection) -> None:
            statement = insert(connection, notebook).values(key=key, value=value)
            connection.execute(
                statement.on_conflict_do_update(
                    index_elements=[notebook.c.key], set_={"value": value}
                )
            )

        await self._database.write(keep)
