"""Bring a database to the newest schema.

An up-to-date database is recognised by one small read; alembic is imported only when there is
something to do, which keeps every later start quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.errors import StoreError
from bot.store.database import Database
from bot.store.schema import HEAD

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(__file__).parent / "migrations"
# Any number does, as long as every Tidings takes the same one.
_ADVISORY_LOCK = 7_168_413


async def migrate(database: Database, *, to: str = HEAD) -> bool:
    """Upgrade to revision `to` in one transaction; False when there was nothing to do.

    Raises StoreError when the database was written by a newer Tidings.
    """
    if await database.read(revision) == to:
        return False

    def upgrade(connection: Connection) -> bool:
        if connection.dialect.name == "postgresql":
            # Two processes may start at once; the second then finds the work done.
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        return revision(connection) != to and _upgrade(connection, to)

    return await database.write(upgrade)


def revision(connection: Connection) -> str | None:
    """The revision a database stands at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, to: str) -> bool:
    from alembic import command  # noqa: PLC0415 - half a second that most starts do not need
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = alembic_config(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    found = revision(connection)
    if found is not None and found not in known:
        raise StoreError(
            f"The database is at schema {found}, which this Tidings does not know (it knows up "
            f"to {HEAD}): a newer version wrote it. Upgrade Tidings, or restore the backup "
            "from before that upgrade."
        )
    command.upgrade(config, to)
    return True


def alembic_config(connection: Connection) -> Config:
    """What alembic needs to work on an open connection; there is no alembic.ini."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
