from __future__ import annotations

import pytest

from bot.store import SqlStores
from bot.testing import FakeClock
from tests.integration.newsdesk.stage import Room


@pytest.fixture
def room(sqlite_stores: SqlStores, clock: FakeClock) -> Room:
    return Room.over(sqlite_stores, clock)
