"""All stores over one database, opened and brought up to date together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.store import prune
from bot.store.channels import SqlChannels
from bot.store.database import Database
from bot.store.migrate import migrate
from bot.store.mutes import SqlMutes
from bot.store.newsdesk import SqlDesk, SqlReports
from bot.store.notebook import SqlNotebook
from bot.store.outbox import SqlOutbox
from bot.store.sources import SqlSources
from bot.store.stories import SqlStories
from bot.store.subscriptions import SqlSubscriptions
from bot.store.web_messages import WebMessages


class SqlStores:
    """`bot.ports.stores.Stores` over SQL, with the web channel's messages and the desk's memory."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.stories = SqlStories(database)
        self.channels = SqlChannels(database)
        self.subscriptions = SqlSubscriptions(database)
        self.mutes = SqlMutes(database)
        self.outbox = SqlOutbox(database)
        self.sources = SqlSources(database)
        self.notebook = SqlNotebook(database)
        self.web_messages = WebMessages(database)
        self.reports = SqlReports(database)
        self.desk = SqlDesk(database)

    async def prune(self, *, now: datetime, keep: timedelta = prune.KEEP) -> prune.Pruned:
        """Forget what is older than `keep` and can no longer matter; see `bot.store.prune`."""
        return await self.database.write(lambda connection: prune.prune(connection, now - keep))


@asynccontextmanager
async def open_stores(url: str) -> AsyncIterator[SqlStores]:
    """Open the database at `url`, migrate it, and close it at the end.

    Raises StoreError when it cannot be opened or was written by a newer Tidings.
    """
    database = await Database.open(url)
    try:
        await migrate(database)
        yield SqlStores(database)
    finally:
        await database.close()
