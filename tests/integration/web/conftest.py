"""A web handler over an empty database: asked in memory, or served on a port of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.commands.service import CommandService
from bot.delivery.keeper import ChannelKeeper
from bot.domain.channel import Platform
from bot.settings import WebSettings
from bot.sources.intake import Intake
from bot.store import SqlStores
from bot.testing import FakeClock
from handlers.web.app import WebHandler
from handlers.web.site import HOME
from tests.integration.web.wire import HandSource, start


@pytest.fixture
def settings() -> WebSettings:
    return WebSettings(port=0)


@pytest.fixture
def source() -> HandSource:
    return HandSource()


@pytest.fixture
def intake(sqlite_stores: SqlStores, clock: FakeClock) -> Intake:
    return Intake(stores=sqlite_stores, clock=clock)


@pytest.fixture
async def web(
    sqlite_stores: SqlStores,
    clock: FakeClock,
    settings: WebSettings,
    source: HandSource,
    intake: Intake,
) -> WebHandler:
    commands = CommandService(stores=sqlite_stores, clock=clock)
    handler = WebHandler(
        settings=settings,
        commands=commands,
        keeper=ChannelKeeper(stores=sqlite_stores, clock=clock),
        stores=sqlite_stores,
        clock=clock,
        intake=intake,
        sources=(source,),
    )
    commands.adapters = {Platform.WEB: handler.adapter}
    await sqlite_stores.channels.upsert(HOME, now=clock.now())
    return handler


@pytest.fixture
async def client(web: WebHandler) -> AsyncIterator[httpx.AsyncClient]:
    """Asks the pages without a socket in between."""
    transport = httpx.ASGITransport(app=web.asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as opened:
        yield opened


@pytest.fixture
async def served(web: WebHandler) -> AsyncIterator[str]:
    """The handler running on a free port; its address."""
    running = await start(web)
    yield f"http://127.0.0.1:{web.port}"
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
