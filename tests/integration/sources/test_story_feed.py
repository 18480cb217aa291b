"""The story feed source over a real server: paging, conditions, broken pages."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.domain.story import StoryId
from bot.errors import ParseError, SourceError
from bot.ports.sources import SourceState
from bot.schedule import SystemClock
from bot.sources.fetch import Fetcher
from bot.sources.story_feed import StoryFeed


def item(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "id": f"s{number}",
        "title": f"Story {number}",
        "date_published": "2026-03-06T08:00:00Z",
        "_story": {"impact": {"score": 5}},
        **changes,
    }


@dataclass
class Desk:
    """A desk whose pages a test sets by hand."""

    url: str = ""
    pages: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    etag: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        page = self.pages.get(request.path)
        if self.etag and request.headers.get("If-None-Match") == self.etag:
            return web.Response(status=304)
        if page is None:
            return web.Response(status=500)
        if isinstance(page, bytes):
            return web.Response(body=page, content_type="text/html")
        return web.Response(body=json.dumps(page).encode(), headers={"ETag": self.etag})


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    app = web.Application()
    app.router.add_get("/{tail:.*}", desk.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    desk.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield desk
    await runner.cleanup()


@pytest.fixture
async def known() -> set[tuple[str, int]]:
    return set()


@pytest.fixture
async def source(desk: Desk, known: set[tuple[str, int]]) -> AsyncIterator[StoryFeed]:
    async def knows(story: StoryId, version: int) -> bool:
        return (story, version) in known

    async with Fetcher(SystemClock(), host_pause=timedelta(0)) as fetcher:
        yield StoryFeed(
            name="desk",
            url=f"{desk.url}/feed.json",
            every=timedelta(seconds=60),
            fetcher=fetcher,
            known=knows,
            allow_private=True,
        )


STATE = SourceState(name="desk")


async def test_pages_are_followed_until_something_is_known(
    desk: Desk, source: StoryFeed, known: set[tuple[str, int]]
) -> None:
    desk.pages = {
        "/feed.json": {"items": [item(4), item(3)], "next_url": "/2"},
        "/2": {"items": [item(2), item(1)], "next_url": "/3"},
        "/3": {"items": [item(0)]},
    }
    known.add(("s1", 1))
    batch = await source.poll(STATE)
    assert [story.id for story in batch.stories] == ["s4", "s3", "s2", "s1"]
    assert desk.asked == ["/feed.json", "/2"]


async def test_a_broken_older_page_loses_nothing(
    desk: Desk, source: StoryFeed, known: set[tuple[str, int]]
) -> None:
    desk.pages = {"/feed.json": {"items": [item(4)], "next_url": "/2"}}
    batch = await source.poll(STATE)
    assert [story.id for story in batch.stories] == ["s4"]
    assert batch.unfinished
    assert "older pages" in batch.problems[0]
    known.add(("s4", 1))
    desk.pages["/2"] = {"items": [item(3)]}
    batch = await source.poll(SourceState(name="desk", unfinished=True, etag=desk.etag))
    assert [story.id for story in batch.stories] == ["s4", "s3"]
    assert not batch.unfinished


async def test_pages_in_a_circle_end(desk: Desk, source: StoryFeed) -> None:
    desk.pages = {"/feed.json": {"items": [item(1)], "next_url": "/feed.json"}}
    batch = await source.poll(STATE)
    assert len(batch.stories) == 1
    assert "in a circle" in batch.problems[0]
    assert not batch.unfinished


async def test_a_chain_without_end_is_followed_once_and_only_so_far(
    desk: Desk, source: StoryFeed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sources.story_feed.MAX_PAGES", 3)
    desk.pages = {
        "/feed.json": {"items": [item(0)], "next_url": "/1"},
        **{f"/{n}": {"items": [item(n)], "next_url": f"/{n + 1}"} for n in range(1, 9)},
    }
    batch = await source.poll(STATE)
    assert len(batch.stories) == 3
    assert "more than 3 pages" in batch.problems[0]
    assert not batch.unfinished


async def test_an_unchanged_feed_is_not_read_again(desk: Desk, source: StoryFeed) -> None:
    desk.etag = '"7"'
    desk.pages = {"/feed.json": {"items": [item(1)]}}
    first = await source.poll(STATE)
    batch = await source.poll(SourceState(name="desk", etag=first.etag))
    assert batch.not_modified


async def test_a_broken_item_is_named_and_the_rest_is_taken(desk: Desk, source: StoryFeed) -> None:
    desk.pages = {"/feed.json": {"items": [item(1), item(2, title=""), 7, item(3)]}}
    batch = await source.poll(STATE)
    assert [story.id for story in batch.stories] == ["s1", "s3"]
    assert any("desk item 's2': title" in line for line in batch.problems)
    assert any("desk item 3" in line for line in batch.problems)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<!doctype html><title>Hi</title>", "HTML page"),
        (b'{"items": [', "not valid JSON"),
        ('{"items": "é"}'.encode("latin-1"), "not in UTF-8"),
        (b'{"entries": []}', "not a JSON Feed"),
        (b"[" * 100_000, "nested too deeply|not valid JSON"),
        (b"", "HTML page|not valid JSON"),
    ],
)
async def test_what_is_no_feed_is_refused_in_words(
    desk: Desk, source: StoryFeed, body: bytes, words: str
) -> None:
    desk.pages = {"/feed.json": body}
    with pytest.raises(ParseError, match=words):
        await source.poll(STATE)


async def test_a_failing_server_is_a_source_error(desk: Desk, source: StoryFeed) -> None:
    with pytest.raises(SourceError, match="answered 500"):
        await source.poll(STATE)
