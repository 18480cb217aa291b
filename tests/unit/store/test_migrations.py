"""Every past schema upgrades to the one that the code uses, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.store import SqlStores
from bot.store.database import Database
from bot.store.migrate import SCRIPTS, alembic_config, migrate, revision
from bot.store.schema import HEAD, metadata
from bot.testing import NOON
from tests.postgres import PostgresServer

_SCRIPTS = ScriptDirectory(str(SCRIPTS))
_REVISIONS = [script.revision for script in _SCRIPTS.walk_revisions()]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.db"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = f"empty_{uuid4().hex}"
    yield server.create(name)
    server.drop(name)


def test_the_newest_revision_is_the_one_the_code_knows() -> None:
    assert _SCRIPTS.get_current_head() == HEAD


@pytest.mark.parametrize("start", [None, *_REVISIONS])
async def test_every_past_schema_becomes_the_present_one(empty_url: str, start: str | None) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    database = await Database.open(empty_url)
    try:
        if start is not None:
            await migrate(database, to=start)
        await migrate(database)
        assert await database.read(revision) == HEAD
        assert await database.read(differences) == []
    finally:
        await database.close()


async def test_a_subscription_of_before_the_timed_pauses_is_kept(empty_url: str) -> None:
    database = await Database.open(empty_url)
    try:
        await migrate(database, to="0002")
        await database.write(write_as_of_0002)
        await migrate(database)
        stores = SqlStores(database)
        await stores.subscriptions.end_pauses(now=NOON)
        (kept,) = await stores.subscriptions.all()
        assert (kept.id, kept.paused, kept.paused_until) == ("s1", True, None)
        assert await stores.mutes.of_channel(kept.channel, now=NOON) == ()
    finally:
        await database.close()


def write_as_of_0002(connection: Connection) -> None:
    connection.exec_driver_sql(
        "INSERT INTO channels (id, platform, workspace, native_id, name, time_zone, state,"
        " paused_reason, numbered, created_at, updated_at) VALUES ('slack:T1/C1', 'slack', 'T1',"
        " 'C1', 'news', 'UTC', 'active', '', 1, '2026-03-06 12:00:00', '2026-03-06 12:00:00')"
    )
    connection.exec_driver_sql(
        "INSERT INTO subscriptions (channel, id, name, criteria, mode, paused, paused_reason,"
        " created_by, created_at, version) VALUES ('slack:T1/C1', 's1', 'EU', '{}', 'instant',"
        " TRUE, 'holiday', 'U1', '2026-03-06 12:00:00', 1)"
    )


async def test_a_failed_migration_leaves_nothing_behind(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(connection: Connection) -> object:
        alembic_config(connection)
        raise RuntimeError("power cut")

    database = await Database.open(empty_url)
    try:
        monkeypatch.setattr("bot.store.migrate.alembic_config", break_off)
        with pytest.raises(RuntimeError, match="power cut"):
            await migrate(database)
        monkeypatch.undo()
        assert await database.read(revision) is None
        assert await migrate(database)
    finally:
        await database.close()
