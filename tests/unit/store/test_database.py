"""What a person reads when the database cannot be used."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import StoreError
from bot.store import open_stores
from bot.store.columns import UtcDateTime
from bot.store.database import Database
from bot.store.migrate import migrate
from bot.testing import NOON


async def _opening(url: str) -> str:
    with pytest.raises(StoreError) as found:
        async with open_stores(url):
            pass
    return str(found.value)


async def test_an_unknown_scheme_is_refused_with_the_two_that_work() -> None:
    message = await _opening("mysql://localhost/news")
    assert "sqlite:///tidings.db" in message
    assert "postgresql://" in message


async def test_words_that_are_no_address_are_refused() -> None:
    assert "is not an address" in await _opening("tidings.db")


async def test_a_database_in_memory_is_refused() -> None:
    assert "names no file" in await _opening("sqlite://")


async def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "nowhere") in await _opening(f"sqlite:///{tmp_path}/nowhere/x.db")


async def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Buy milk. " * 300)
    assert "not a SQLite file" in await _opening(f"sqlite:///{path}")
    assert path.read_text().startswith("Buy milk.")


async def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()
    message = await _opening(f"sqlite:///{path}")
    assert "9999" in message
    assert "Upgrade Tidings" in message


async def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    message = await _opening("postgresql://me:secret@127.0.0.1:9/news")
    assert "no server answers there" in message
    assert "secret" not in message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
async def test_a_file_that_cannot_be_written_says_so(sqlite_url: str) -> None:
    os.chmod(sqlite_url.removeprefix("sqlite:///"), 0o400)  # noqa: PTH101
    assert "write access" in await _opening(sqlite_url)


async def test_a_half_done_write_is_undone(sqlite_url: str) -> None:
    database = await Database.open(sqlite_url)
    insert = text("INSERT INTO notebook (key, value) VALUES ('a', 'b')")

    def fail(connection: object) -> None:
        connection.execute(insert)  # type: ignore[attr-defined]
        raise KeyError("stop")

    with pytest.raises(KeyError):
        await database.write(fail)
    count = text("SELECT count(*) FROM notebook")
    assert await database.read(lambda connection: connection.execute(count).scalar()) == 0
    await database.close()


async def test_every_commit_reaches_the_disk(sqlite_url: str) -> None:
    database = await Database.open(sqlite_url)

    def pragmas(connection: object) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        run = connection.exec_driver_sql  # type: ignore[attr-defined]
        return [run(f"PRAGMA {name}").scalar() for name in names]

    full = 2
    assert await database.read(pragmas) == ["wal", full, 1]
    assert await database.write(pragmas) == ["wal", full, 1]
    await database.close()


async def test_an_up_to_date_database_needs_no_migration(sqlite_url: str) -> None:
    database = await Database.open(sqlite_url)
    assert not await migrate(database)
    await database.close()


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        UtcDateTime().process_bind_param(NOON.replace(tzinfo=None), None)  # type: ignore[arg-type]
