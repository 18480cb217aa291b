from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import jsonschema
import pytest

from bot.domain.story import StoryStatus
from bot.sources.story_feed import parse_feed
from bot.store import SqlStores
from bot.testing import LONG_AGO, FakeClock, a_story, next_version
from handlers.web import limits

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "story-feed.schema.json"


async def fill(stores: SqlStores, clock: FakeClock, count: int, *, apart: timedelta) -> None:
    stories = [
        a_story(f"s{number:03}", published_at=LONG_AGO + number * apart) for number in range(count)
    ]
    await stores.stories.add(stories, source="hand", now=clock.now())


async def all_ids(client: httpx.AsyncClient) -> list[str]:
    """Every id, following next_url as the bot's own source does."""
    found: list[str] = []
    url = "/feed.json"
    while url:
        page = (await client.get(url)).json()
        found += [item["id"] for item in page["items"]]
        url = page["next_url"]
    return found


async def test_the_feed_reads_back_as_the_stories_it_was_made_of(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    first = a_story(url="https://desk.example/gas-cap", entities=("TSMC",))
    later = next_version(first, impact=9, status=StoryStatus.CORRECTED)
    await sqlite_stores.stories.add([first, later, a_story("b")], source="x", now=clock.now())
    answer = await client.get("/feed.json")
    assert answer.headers["content-type"] == "application/feed+json"
    jsonschema.validate(answer.json(), json.loads(SCHEMA.read_text(encoding="utf-8")))
    page = parse_feed(answer.json(), where="own")
    assert page.problems == ()
    assert page.stories[0] == later
    assert page.stories[1].url == "http://127.0.0.1:8765/stories/b"


async def test_older_pages_follow_until_the_end(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await fill(sqlite_stores, clock, 2 * limits.FEED_PAGE + 5, apart=timedelta(seconds=1))
    found = await all_ids(client)
    assert found == sorted(found, reverse=True)
    assert len(found) == 2 * limits.FEED_PAGE + 5


@pytest.mark.parametrize("apart", [timedelta(0), timedelta(milliseconds=1)])
async def test_stories_of_one_moment_are_never_lost_between_pages(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock, apart: timedelta
) -> None:
    await fill(sqlite_stores, clock, limits.FEED_PAGE + 20, apart=apart)
    more = [a_story(f"tie{n}", published_at=LONG_AGO + 19 * apart) for n in range(10)]
    await sqlite_stores.stories.add(more, source="x", now=clock.now())
    found = await all_ids(client)
    assert len(found) == len(set(found)) == limits.FEED_PAGE + 30


@pytest.mark.parametrize("before", ["yesterday", "2026-03-06T09:30:00", "9" * 400])
async def test_a_page_that_cannot_be_is_refused_in_words(
    client: httpx.AsyncClient, before: str
) -> None:
    answer = await client.get("/feed.json", params={"before": before})
    assert answer.status_code == 400
    assert "2026-03-06T09:30:00Z" in answer.json()["text"]


@pytest.mark.parametrize("path", ["/feed.json", "/feed.xml"])
async def test_an_unchanged_feed_is_not_sent_again(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock, path: str
) -> None:
    await fill(sqlite_stores, clock, 1, apart=timedelta(0))
    first = await client.get(path)
    by_tag = {"if-none-match": first.headers["etag"]}
    by_date = {"if-modified-since": first.headers["last-modified"]}
    for headers in (by_tag, by_date, {"if-none-match": f'"x", {by_tag["if-none-match"]}'}):
        again = await client.get(path, headers=headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    # A story that arrives within the same second, and is older than what was served.
    old = a_story("older", published_at=LONG_AGO - timedelta(days=1))
    await sqlite_stores.stories.add([old], source="x", now=clock.now())
    for headers in (by_tag, by_date):
        assert (await client.get(path, headers=headers)).status_code == 200
    assert (await client.get(path, headers={"if-modified-since": "nonsense"})).status_code == 200


async def test_the_feed_is_compressed_for_who_can_read_that(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await fill(sqlite_stores, clock, 10, apart=timedelta(seconds=1))
    packed = await client.get("/feed.json", headers={"accept-encoding": "gzip"})
    plain = await client.get("/feed.json", headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.json() == plain.json()
    assert packed.headers["etag"].startswith("W/")


async def test_rss_is_readable_by_any_reader(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    hostile = a_story("x&y", headline="<b>Cap</b> & \u0000\u202e more ]]>", summary="<script>")
    await sqlite_stores.stories.add([hostile], source="x", now=clock.now())
    answer = await client.get("/feed.xml")
    assert answer.headers["content-type"] == "application/rss+xml"
    root = ET.fromstring(answer.content)  # noqa: S314 - our own answer
    assert root.findtext("channel/item/title") == "[7/10] <b>Cap</b> & more ]]>"
    assert root.findtext("channel/item/link") == "http://127.0.0.1:8765/stories/x%26y"
