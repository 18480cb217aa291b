"""What every test gets: no network beyond this machine, repeatable properties, open stores."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from blockbuster import BlockBuster, blockbuster_ctx
from hypothesis import HealthCheck, settings
from pytest_socket import socket_allow_hosts

from bot.store import SqlStores, open_stores
from bot.testing import FakeClock
from tests.postgres import PostgresServer, postgres_programs, postgres_server

settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The gate must not depend on luck: what it finds, everybody can repeat.
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_runtest_setup() -> None:
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def no_blocking() -> Iterator[BlockBuster]:
    """A blocking call of ours inside the event loop fails the test."""
    with blockbuster_ctx(["bot", "handlers"]) as guard:
        # asyncpg looks for a password file and for certificates whenever it connects.
        for call in guard.functions.values():
            call.can_block_in("asyncpg/connect_utils.py", "_connect")
            # The console shows the source lines of a traceback.
            call.can_block_in("structlog/dev.py", "__call__")
            # A time zone is one small file, read once.
            call.can_block_in("bot/rules/policy.py", "next_digest_at")
            # A migration happens before anything else runs.
            call.can_block_in("bot/store/migrate.py", "_upgrade")
        yield guard


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy from."""
    path = tmp_path_factory.mktemp("store") / "template.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A running PostgreSQL with a migrated database called `migrated`."""
    programs = postgres_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server on this machine; install Debian's `postgresql`")
    with postgres_server(programs) as server:
        asyncio.run(_migrate(server.create("migrated")))
        yield server


async def _migrate(url: str) -> None:
    async with open_stores(url):
        pass


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    path = tmp_path / "tidings.db"
    shutil.copyfile(migrated_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    yield postgres.create(name, template="migrated")
    postgres.drop(name)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty, migrated database of each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def stores(database_url: str) -> AsyncIterator[SqlStores]:
    """Every store over an empty database, on SQLite and on PostgreSQL."""
    async with open_stores(database_url) as opened:
        yield opened


@pytest.fixture
async def sqlite_stores(sqlite_url: str) -> AsyncIterator[SqlStores]:
    """Every store over an empty SQLite file, for tests that are not about the database."""
    async with open_stores(sqlite_url) as opened:
        yield opened
