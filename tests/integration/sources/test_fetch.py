"""The fetcher against a real HTTP server on loopback that misbehaves in every way we know."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import web

from bot.errors import FetchError
from bot.schedule import SystemClock
from bot.sources.addresses import is_public
from bot.sources.fetch import Fetcher

BODY = b'{"items": []}'


async def conditional(request: web.Request) -> web.Response:
    if request.headers.get("If-None-Match") == '"v1"':
        return web.Response(status=304, headers={"ETag": '"v1"'})
    return web.Response(
        body=BODY,
        content_type="application/feed+json",
        headers={"ETag": '"v1"', "Last-Modified": "Fri, 06 Mar 2026 08:00:00 GMT"},
    )


async def packed(_request: web.Request) -> web.Response:
    return web.Response(body=gzip.compress(BODY), headers={"Content-Encoding": "gzip"})


async def bomb(_request: web.Request) -> web.Response:
    return web.Response(body=gzip.compress(b"0" * 3_000_000), headers={"Content-Encoding": "gzip"})


async def broken_gzip(_request: web.Request) -> web.Response:
    return web.Response(body=b"not gzip", headers={"Content-Encoding": "gzip"})


async def endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(10_000):
        await response.write(b"x" * 10_000)
    return response


async def announced(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "2000000000"})
    await response.prepare(request)
    await asyncio.sleep(60)
    return response


async def silent(_request: web.Request) -> web.Response:
    await asyncio.sleep(60)
    return web.Response()


async def circle(request: web.Request) -> web.Response:
    raise web.HTTPFound("/circle-b" if request.path == "/circle" else "/circle")


async def chain(request: web.Request) -> web.Response:
    number = int(request.match_info["n"])
    if number == 0:
        return web.Response(body=BODY)
    raise web.HTTPMovedPermanently(f"/chain/{number - 1}")


async def elsewhere(_request: web.Request) -> web.Response:
    raise web.HTTPFound("file:///etc/passwd")


async def busy(_request: web.Request) -> web.Response:
    return web.Response(status=503, headers={"Retry-After": "120"})


async def failing(_request: web.Request) -> web.Response:
    return web.Response(status=500)


@pytest.fixture
async def server() -> AsyncIterator[str]:
    app = web.Application()
    for path, handler in {
        "/feed": conditional,
        "/packed": packed,
        "/bomb": bomb,
        "/broken-gzip": broken_gzip,
        "/endless": endless,
        "/announced": announced,
        "/silent": silent,
        "/circle": circle,
        "/circle-b": circle,
        "/chain/{n}": chain,
        "/elsewhere": elsewhere,
        "/busy": busy,
        "/500": failing,
    }.items():
        app.router.add_get(path, handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(
        SystemClock(),
        max_bytes=1_000_000,
        total=timedelta(seconds=1),
        host_pause=timedelta(0),
    ) as made:
        yield made


async def test_an_answer_brings_its_validators_and_they_spare_the_next_transfer(
    server: str, fetcher: Fetcher
) -> None:
    first = await fetcher.get(f"{server}/feed", allow_private=True)
    assert (first.body, first.etag, first.content_type) == (BODY, '"v1"', "application/feed+json")
    again = await fetcher.get(f"{server}/feed", etag=first.etag, allow_private=True)
    assert again.not_modified
    assert again.body == b""


async def test_gzip_is_unpacked(server: str, fetcher: Fetcher) -> None:
    assert (await fetcher.get(f"{server}/packed", allow_private=True)).body == BODY


async def test_redirects_are_followed_to_a_limit(server: str, fetcher: Fetcher) -> None:
    found = await fetcher.get(f"{server}/chain/5", allow_private=True)
    assert found.url.endswith("/chain/0")
    with pytest.raises(FetchError, match="more than 5 times"):
        await fetcher.get(f"{server}/chain/6", allow_private=True)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/bomb", "larger than 1 MB"),
        ("/endless", "larger than 1 MB"),
        ("/announced", "larger than 1 MB"),
        ("/silent", "did not finish within 1 s"),
        ("/circle", "redirects in a circle"),
        ("/elsewhere", "must begin with http"),
        ("/500", "answered 500 Internal Server Error"),
        ("/broken-gzip", "cannot be reached"),
    ],
)
async def test_every_broken_answer_is_told_in_words(
    server: str, fetcher: Fetcher, path: str, words: str
) -> None:
    with pytest.raises(FetchError, match=words):
        await fetcher.get(f"{server}{path}", allow_private=True)


async def test_a_busy_server_names_the_wait(server: str, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError) as caught:
        await fetcher.get(f"{server}/busy", allow_private=True)
    assert caught.value.retry_after == timedelta(seconds=120)


async def test_a_private_address_is_refused_unless_allowed(server: str, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="allow_private: true"):
        await fetcher.get(f"{server}/feed")
    named = server.replace("127.0.0.1", "localhost")
    with pytest.raises(FetchError, match="allow_private: true"):
        await fetcher.get(f"{named}/feed")


@pytest.mark.parametrize(
    "url", ["", "desk.example/feed", "ftp://desk.example", "http://", "http://[::"]
)
async def test_what_is_no_address_is_refused(fetcher: Fetcher, url: str) -> None:
    with pytest.raises(FetchError, match="is not an address"):
        await fetcher.get(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1",
        "fc00::1",
        "0.0.0.0",
        "::ffff:10.0.0.1",
        "224.0.0.1",
        "100.64.0.1",
    ],
)
def test_addresses_of_private_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_addresses_of_the_internet_are_public() -> None:
    assert is_public("1.1.1.1")
    assert is_public("2606:4700:4700::1111")
