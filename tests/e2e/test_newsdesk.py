"""Raw feeds in, `tidings run` as a real process, verified stories in the web channel."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.e2e import newsroom
from tests.e2e.feeds import FeedServer, Publisher
from tests.e2e.running import Tidings, until

pytestmark = pytest.mark.timeout(180)
PATIENCE = 60.0


@dataclass
class Room:
    """The process and the desks it reads."""

    tidings: Tidings
    feeds: FeedServer
    agency: Publisher
    paper: Publisher
    trade: Publisher
    copier: Publisher

    async def text(self) -> str:
        return "\n---\n".join(message["text"] for message in await self.tidings.messages())

    async def reads(self, words: str) -> None:
        """Wait until a reader of the channel sees the words."""

        async def shown() -> bool:
            return words in await self.text()

        await until(shown, what=f"{words!r} in the channel", seconds=PATIENCE)

    async def desk(self, state: str = "") -> list[dict[str, Any]]:
        answer = await self.tidings.get(f"/desk.json?state={state}")
        found: list[dict[str, Any]] = answer.json()["candidates"]
        return found

    async def stories(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = (await self.tidings.get("/feed.json")).json()["items"]
        return items

    async def polled(self) -> None:
        """Wait until every feed has been read twice more: what was there has been decided."""
        before = {name: one.polls for name, one in self.feeds.publishers.items()}

        async def again() -> bool:
            polls = self.feeds.publishers.items()
            return all(one.polls >= before[name] + 2 for name, one in polls)

        await until(again, what="another poll", seconds=PATIENCE)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    publishers = newsroom.publishers()
    for one in publishers:
        one.print("Parking permits", "A notice from before the first start.", guid="old")
    async with FeedServer(*publishers) as feeds:
        database = {"url": f"sqlite:///{tmp_path / 'tidings.db'}"}
        config = {"newsdesk": feeds.settings(), "database": database}
        async with Tidings(tmp_path, config, {}) as tidings:
            room = Room(tidings, feeds, *publishers)
            await room.polled()
            assert (await tidings.say("subscribe impact>=1"))["ok"]
            yield room


async def test_three_feeds_that_report_one_event_make_one_verified_story(room: Room) -> None:
    room.agency.print(*newsroom.AGENCY)
    room.paper.print(*newsroom.PAPER)
    room.trade.print(*newsroom.TRADE)
    await room.reads("Verified by 3 sources")
    items = await room.stories()
    assert len(items) == 1
    assert items[0]["url"].startswith(f"http://127.0.0.1:{room.tidings.port}/stories/")
    reports = items[0]["_story"]["verification"]["reports"]
    assert {report["publisher"] for report in reports} == {
        "Norland News Agency",
        "The Harrow Courier",
        "Boxship Weekly",
    }
    page = await room.tidings.get(f"/stories/{items[0]['id']}")
    assert "Verified by 3 sources (3 outlets)" in page.text
    assert [entry["state"] for entry in await room.desk("verified")] == ["verified"]
    assert (await room.text()).count(f"/stories/{items[0]['id']}") == 1


async def test_a_copy_changes_no_count_and_tells_nobody(room: Room) -> None:
    room.agency.print(*newsroom.AGENCY)
    room.paper.print(*newsroom.PAPER)
    await room.reads("Verified by 2 sources")
    before = await room.text()
    title, text = newsroom.AGENCY
    room.copier.print(f"{title} - report", text)
    await room.polled()

    async def counted() -> bool:
        return any(len(entry["reports"]) == 3 for entry in await room.desk("verified"))

    await until(counted, what="the copy on the desk", seconds=PATIENCE)
    story = (await room.stories())[0]["_story"]
    assert story["verification"]["independent_sources"] == 2
    assert await room.text() == before


async def test_a_lone_rumour_is_held_and_the_desk_says_why(room: Room) -> None:
    room.paper.print(*newsroom.RUMOUR)

    async def held() -> list[dict[str, Any]]:
        return [one for one in await room.desk("hold") if "Velmar" in one["headline"]]

    entry = (await until(held, what="the rumour on the desk", seconds=PATIENCE))[0]
    assert "hedges" in entry["reason"]
    page = (await room.tidings.get("/desk?state=hold")).text
    assert "Velmar Bank" in page
    assert "One origin, and it hedges" in page
    assert "Velmar" not in await room.text()
    assert not any("Velmar" in item["title"] for item in await room.stories())


async def test_a_retraction_reaches_everybody_who_got_the_story(room: Room) -> None:
    guid = room.agency.print(*newsroom.AGENCY)
    await room.reads("Single source")
    title, _ = newsroom.AGENCY
    room.agency.print(
        f"RETRACTED: {title}",
        "The agency has retracted this story. No crane has collapsed at Harrow.",
        guid=guid,
    )
    await room.reads("RETRACTED")
    items = await room.stories()
    assert items[0]["_story"]["status"] == "withdrawn"
    assert items[0]["_story"]["version"] == 2


async def test_kill_nine_keeps_ids_and_posts_nothing_twice(room: Room) -> None:
    room.agency.print(*newsroom.AGENCY)
    room.paper.print(*newsroom.PAPER)
    await room.reads("Verified by 2 sources")
    before = (await room.stories())[0]["id"]
    await room.tidings.kill()
    room.trade.print(*newsroom.TRADE)
    await room.tidings.start()
    await room.polled()

    async def three() -> bool:
        story = (await room.stories())[0]["_story"]
        return bool(story["verification"]["independent_sources"] == 3)

    await until(three, what="the third source", seconds=PATIENCE)
    items = await room.stories()
    assert [item["id"] for item in items] == [before]
    messages = await room.tidings.messages()
    assert sum(message["kind"] == "new" for message in messages) == 1


async def test_a_broken_feed_is_named_and_stops_no_other(room: Room) -> None:
    room.trade.broken = True

    async def named() -> bool:
        health = (await room.tidings.get("/healthz")).json()
        return any("503" in feed["last_error"] for feed in health["feeds"])

    await until(named, what="the feed's error in /healthz", seconds=PATIENCE)
    assert "answered 503" in (await room.tidings.get("/desk")).text
    room.agency.print(*newsroom.AGENCY)
    room.paper.print(*newsroom.PAPER)
    await room.reads("Verified by 2 sources")
    room.trade.broken = False
    room.trade.print(*newsroom.TRADE)

    async def back() -> bool:
        story = (await room.stories())[0]["_story"]
        return bool(story["verification"]["independent_sources"] == 3)

    await until(back, what="the feed's return", seconds=PATIENCE)
