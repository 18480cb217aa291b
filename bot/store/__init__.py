"""Everything Tidings remembers: all SQL and all migrations, on SQLite or PostgreSQL."""

from __future__ import annotations

from bot.store.stores import SqlStores, open_stores

__all__ = ["SqlStores", "open_stores"]
