"""The stage for every test of the Slack handler."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from blockbuster import BlockBuster

from bot.store import SqlStores
from tests.integration.slack.stage import Stage, on_stage


@pytest.fixture
async def stage(sqlite_stores: SqlStores, no_blocking: BlockBuster) -> AsyncIterator[Stage]:
    async with on_stage(sqlite_stores) as built:
        yield built
