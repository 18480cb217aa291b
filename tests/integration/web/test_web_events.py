from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import httpx
import pytest

from bot.domain.alert import AlertKind
from bot.domain.brief import brief_of
from bot.store import SqlStores
from bot.testing import FakeClock, a_story, next_version
from handlers.web import limits
from handlers.web.app import WebHandler
from handlers.web.format import payload_of
from handlers.web.site import HOME
from tests.integration.web.wire import MAIN, Event, an_update, events, key, next_message, start

STORY = a_story()


@asynccontextmanager
async def listening(served: str, *, after: str = "") -> AsyncIterator[AsyncIterator[Event]]:
    """An open stream whose first event, hello, has arrived."""
    headers = {"last-event-id": after} if after else {}
    async with (
        httpx.AsyncClient(base_url=served, timeout=20) as client,
        client.stream("GET", f"{MAIN}/events", headers=headers) as response,
    ):
        assert response.headers["content-type"].startswith("text/event-stream")
        stream = events(response)
        assert (await anext(stream)).name == "hello"
        yield stream


async def test_a_new_alert_arrives_by_itself(web: WebHandler, served: str) -> None:
    async with listening(served) as stream:
        assert (await anext(stream)).name == "panel"
        posted = await web.adapter.post(HOME, brief_of(STORY), key=key(1))
        event = await next_message(stream)
    assert (event.name, event.data["id"], event.data["kind"]) == ("post", posted, "new")
    assert "Ministers agree" in event.data["html"]
    assert event.data["reply_to"] is None


async def test_an_edit_and_a_reply_arrive_too(
    web: WebHandler, served: str, clock: FakeClock
) -> None:
    posted = await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    async with listening(served) as stream:
        clock.advance(timedelta(seconds=5))
        changed = next_version(STORY, impact=9)
        await web.adapter.edit(HOME, posted, brief_of(changed), key=key(2))
        edit = await next_message(stream)
        await web.adapter.post(HOME, an_update(broadcast=True), key=key(3), reply_to=posted)
        reply = await next_message(stream)
    assert (edit.name, edit.data["version"]) == ("edit", 2)
    assert (reply.name, reply.data["reply_to"]) == ("post", posted)
    assert f'href="#m{posted}"' in reply.data["pointer"]


async def test_who_comes_back_gets_what_was_missed_and_nothing_twice(
    web: WebHandler, served: str, clock: FakeClock
) -> None:
    first = await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    async with listening(served) as stream:
        await web.adapter.post(HOME, brief_of(a_story("second")), key=key(2))
        seen = (await next_message(stream)).id
    clock.advance(timedelta(seconds=5))
    await web.adapter.post(HOME, brief_of(a_story("third")), key=key(3))
    await web.adapter.edit(HOME, first, brief_of(next_version(STORY)), key=key(4))
    async with listening(served, after=seen) as stream:
        missed = [await next_message(stream), await next_message(stream)]
        await web.adapter.post(HOME, brief_of(a_story("fourth")), key=key(5))
        last = await next_message(stream)
    assert [(e.name, e.data["story"]) for e in missed] == [("edit", "gas-cap"), ("post", "third")]
    assert last.data["story"] == "fourth"


async def test_a_stream_begins_where_the_page_ended(web: WebHandler, served: str) -> None:
    await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    async with httpx.AsyncClient(base_url=served) as client:
        page = (await client.get("/")).text
        place = page.partition('data-place="')[2].partition('"')[0]
        await web.adapter.post(HOME, brief_of(a_story("between")), key=key(2))
        async with client.stream("GET", f"{MAIN}/events", params={"after": place}) as response:
            event = await next_message(events(response))
    assert event.data["story"] == "between"


async def test_a_reader_of_another_database_begins_again(web: WebHandler, served: str) -> None:
    await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    async with (
        httpx.AsyncClient(base_url=served, timeout=20) as client,
        client.stream("GET", f"{MAIN}/events", headers={"last-event-id": "99-0"}) as response,
    ):
        told = [event async for event in events(response)]
    assert [(event.name, event.id) for event in told] == [("reload", "0-0")]
    async with listening(served, after="0-0") as stream:
        assert (await next_message(stream)).data["story"] == "gas-cap"


async def test_a_command_refreshes_the_panel_of_everybody(served: str) -> None:
    async with listening(served) as stream, httpx.AsyncClient(base_url=served) as client:
        assert (await anext(stream)).name == "panel"
        await client.post(f"{MAIN}/commands", json={"text": "/news subscribe region:EU impact>=7"})
        event = await anext(stream)
    assert event.name == "panel"
    assert "Stories about the EU" in event.data["html"]


async def test_silence_is_filled_and_another_process_is_noticed(
    served: str, sqlite_stores: SqlStores, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "KEEP_ALIVE", timedelta(milliseconds=20))
    async with (
        httpx.AsyncClient(base_url=served, timeout=20) as client,
        client.stream("GET", f"{MAIN}/events") as response,
    ):
        lines = response.aiter_lines()
        async for line in lines:
            if line == ": still here":
                break
        # Another process posts: only the table knows.
        await sqlite_stores.web_messages.post(
            HOME.id,
            payload_of(brief_of(STORY)),
            key=key(1),
            story=STORY.id,
            version=1,
            kind=AlertKind.NEW,
            now=clock.now(),
        )
        async for line in lines:
            if line.startswith("data: ") and "Ministers agree" in line:
                break


async def test_too_many_streams_are_refused_in_words(
    served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "STREAMS", 1)
    async with listening(served), httpx.AsyncClient(base_url=served) as client:
        answer = await client.get(f"{MAIN}/events")
    assert answer.status_code == 503
    assert "close one" in answer.json()["text"]


async def test_a_stop_does_not_wait_for_open_streams(web: WebHandler) -> None:
    running = await start(web)
    served = f"http://127.0.0.1:{web.port}"
    async with listening(served) as one, listening(served) as two:
        began = time.monotonic()
        running.cancel()
        for stream in (one, two):
            assert [event.name async for event in stream if event.name != "panel"] == []
        await asyncio.gather(running, return_exceptions=True)
        # Two seconds is what uvicorn would wait for streams that do not end by themselves.
        assert time.monotonic() - began < 2 * limits.SHUTDOWN.total_seconds()
    assert not web.health().ok


async def test_a_reader_who_left_is_not_kept(web: WebHandler, served: str) -> None:
    async with listening(served) as stream:
        assert (await anext(stream)).name == "panel"
        assert web.readers == 1
    async with asyncio.timeout(10):
        await web.adapter.post(HOME, brief_of(STORY), key=key(1))
        await until_left(web)
    assert web.readers == 0


async def until_left(web: WebHandler) -> None:
    """Give the server's tasks their turns until nobody reads any more."""
    for _ in range(10_000):
        if web.readers == 0:
            return
        await asyncio.sleep(0)
