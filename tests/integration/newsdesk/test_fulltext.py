"""Pages behind feed items, asked from a server on loopback."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.domain.report import Report
from bot.errors import ConfigError
from bot.schedule import SystemClock
from bot.sources.fetch import Fetcher
from bot.sources.fulltext import FullText, extractor
from tests.integration.newsdesk.stage import a_report

WORDS = "The port stays closed until inspectors have finished, the authority said. " * 12
PAGE = f"<html><body><nav>Menu</nav><article><h1>Port</h1><p>{WORDS}</p></article></body></html>"


@dataclass
class Site:
    """A publisher's site."""

    robots: str | int = 404
    asked: list[str] = field(default_factory=list)
    url: str = ""
    media_type: str = "text/html"

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        if request.path == "/robots.txt":
            if isinstance(self.robots, int):
                return web.Response(status=self.robots)
            return web.Response(text=self.robots)
        if request.path == "/gone":
            return web.Response(status=410)
        return web.Response(text=PAGE, content_type=self.media_type)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    found = Site()
    app = web.Application()
    app.router.add_get("/{tail:.*}", found.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield found
    await runner.cleanup()


@pytest.fixture
async def full_text() -> AsyncIterator[FullText]:
    async with Fetcher(SystemClock(), host_pause=timedelta(0)) as fetcher:
        yield FullText(
            fetcher,
            clock=SystemClock(),
            private_feeds=("norwire", "courier"),
            extract=lambda page: WORDS if "inspectors" in page else "",
        )


def item(site: Site, path: str = "/news/1", **changes: Any) -> Report:
    report = a_report("norwire", ("Port shut", "A crane fell."))
    return replace(report, url=site.url + path, **changes)


async def test_a_short_item_gets_the_words_of_its_page(site: Site, full_text: FullText) -> None:
    filled = await full_text.fill([item(site), item(site, id="r2", text="word " * 200)])
    assert filled[0].text == WORDS
    assert filled[1].text == "word " * 200
    assert site.asked == ["/robots.txt", "/news/1"]


@pytest.mark.parametrize(
    "robots",
    [
        "User-agent: *\nDisallow: /news/",
        "User-agent: Tidings\nDisallow: /",
        "User-agent: *\nCrawl-delay: 60",
        503,
    ],
)
async def test_what_robots_txt_forbids_is_not_asked(
    site: Site, full_text: FullText, robots: str | int
) -> None:
    site.robots = robots
    assert (await full_text.fill([item(site)]))[0].text == "A crane fell."
    assert site.asked == ["/robots.txt"]


async def test_robots_txt_is_read_once_for_many_pages(site: Site, full_text: FullText) -> None:
    site.robots = "User-agent: *\nDisallow: /private/"
    reports = [item(site, f"/news/{number}", id=f"r{number}") for number in range(5)]
    assert all(report.text == WORDS for report in await full_text.fill(reports))
    assert site.asked.count("/robots.txt") == 1


async def test_a_page_that_is_gone_or_no_page_leaves_the_item_as_it_was(
    site: Site, full_text: FullText
) -> None:
    site.media_type = "application/pdf"
    filled = await full_text.fill([item(site, "/gone", id="r1"), item(site, "/report", id="r2")])
    assert [report.text for report in filled] == ["A crane fell."] * 2


async def test_a_private_address_is_not_asked_unless_the_feed_may(
    site: Site, full_text: FullText
) -> None:
    filled = await full_text.fill([item(site, feed="mirror")])
    assert filled[0].text == "A crane fell."
    assert site.asked == []


def test_without_the_extra_the_setting_is_refused_with_the_fix(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ConfigError, match=r"pip install 'tidings\[fulltext\]'"):
        extractor()


@pytest.mark.skipif(
    importlib.util.find_spec("trafilatura") is None, reason="the extra `fulltext` is not installed"
)
def test_the_extra_finds_the_article_and_not_the_menu() -> None:
    words = extractor()(PAGE)
    assert "inspectors have finished" in words
    assert "Menu" not in words
