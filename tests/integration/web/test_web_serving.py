from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator

import httpx
import pytest

from bot.commands.service import CommandService
from bot.delivery.keeper import ChannelKeeper
from bot.errors import ConfigError
from bot.settings import WebSettings
from bot.sources.intake import Intake
from bot.store import SqlStores
from bot.testing import FakeClock
from handlers.web.app import WebHandler
from handlers.web.sheets import Bar, Page, Section, Sheet, Table
from tests.integration.web.wire import start


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def handler(
    stores: SqlStores, clock: FakeClock, settings: WebSettings, *, pages: tuple[Page, ...] = ()
) -> WebHandler:
    return WebHandler(
        settings=settings,
        commands=CommandService(stores=stores, clock=clock),
        keeper=ChannelKeeper(stores=stores, clock=clock),
        stores=stores,
        clock=clock,
        intake=Intake(stores=stores, clock=clock),
        sources=(),
        pages=pages,
    )


async def test_the_local_channel_exists_once_it_serves(served: str) -> None:
    async with httpx.AsyncClient(base_url=served) as client:
        assert (await client.get("/api/channels")).json()[0]["id"] == "web:local/main"


async def test_a_taken_port_is_said_with_the_setting_to_change(
    sqlite_stores: SqlStores, clock: FakeClock, taken_port: int
) -> None:
    web = handler(sqlite_stores, clock, WebSettings(port=taken_port))
    with pytest.raises(ConfigError, match=rf"Port {taken_port} is in use.*web\.port"):
        await web.run()
    (finding,) = await web.check()
    assert not finding.ok
    assert "web.port" in finding.fix


@pytest.mark.parametrize("bind", ["203.0.113.9", "no-such-host.invalid"])
async def test_an_address_of_another_machine_is_said(
    sqlite_stores: SqlStores, clock: FakeClock, bind: str
) -> None:
    settings = WebSettings.model_validate({"bind": bind, "port": 0, "password": "x"})
    with pytest.raises(ConfigError, match=r"web\.bind is .*127\.0\.0\.1"):
        await handler(sqlite_stores, clock, settings).run()


async def test_the_network_is_refused_without_a_password(
    sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    with pytest.raises(ConfigError, match="TIDINGS_WEB_PASSWORD"):
        handler(sqlite_stores, clock, WebSettings(bind="0.0.0.0"))


async def test_check_says_where_it_will_serve(web: WebHandler, served: str) -> None:
    (finding,) = await web.check()
    assert finding.ok
    assert str(web.port) in finding.what


async def test_check_tries_the_address_without_serving(web: WebHandler) -> None:
    (finding,) = await web.check()
    assert finding.ok
    assert "for this machine only" in finding.what
    assert not web.health().ok


async def test_a_handler_can_be_started_again(web: WebHandler) -> None:
    for _ in range(2):
        running = await start(web)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{web.port}") as client:
            assert (await client.get("/healthz")).status_code == 200
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def test_pages_are_added_with_their_data(sqlite_stores: SqlStores, clock: FakeClock) -> None:
    async def sample() -> Sheet:
        return Sheet(
            lead="What the wire was about.",
            sections=(
                Section(
                    heading="By category",
                    bars=(Bar(label="<energy>", value=4, shown="4 stories"),),
                    table=Table(columns=("Day",), rows=(("Monday",),)),
                ),
            ),
        )

    page = Page(path="/sample", title="Sample", label="Sample", sheet=sample)
    web = handler(sqlite_stores, clock, WebSettings(), pages=(page,))
    transport = httpx.ASGITransport(app=web.asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        shown = (await client.get("/sample")).text
        assert "&lt;energy&gt;" in shown
        assert "4 stories" in shown
        assert "Monday" in shown
        assert 'href="/sample"' in (await client.get("/glossary")).text
        assert (await client.get("/no-such-page")).status_code == 404
