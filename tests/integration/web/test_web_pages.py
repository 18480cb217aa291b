from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from blockbuster import BlockBuster

from bot.domain.brief import RollUp, brief_of
from bot.domain.report import SourceKind
from bot.domain.story import (
    Affected,
    Change,
    Confidence,
    ConfidenceLabel,
    Conflict,
    ConflictValue,
    Entity,
    EntityType,
    Factor,
    Impact,
    KeyFact,
    Polarity,
    ReportLink,
    Story,
    StoryStatus,
    Trace,
    Verification,
)
from bot.store import SqlStores
from bot.testing import LONG_AGO, FakeClock, a_story, an_alert, next_version
from handlers.web.app import WebHandler
from handlers.web.site import HOME
from tests.integration.web.wire import MAIN, an_update, key

FULL = a_story(
    impact=9,
    regions=("DE", "PL", "FR"),
    takeaways=("The cap starts in December.", "Poland is exempt.", "Storage is not."),
    summary="A cap on gas.",
    analysis="First paragraph.\n\nSecond paragraph.",
    what_to_watch="The vote on Monday.",
    key_facts=(KeyFact(text="The cap is 180 euros.", corroborated_by=2, publishers=("Wire A",)),),
    affected=(
        Affected(
            name="Smelters",
            type=EntityType.COMPANY,
            polarity=Polarity.POSITIVE,
            because="Power becomes cheaper.",
        ),
        Affected(name="Traders", polarity=Polarity.UNKNOWN),
    ),
    history=(Change(version=1, at=LONG_AGO, what=("first published",)),),
    traces=(Trace(text="The cap is 180 euros.", urls=("https://wire-a.example/1",)),),
    sample=True,
)
FULL = replace(
    FULL,
    impact=Impact(
        score=9, factors=(Factor(name="regulatory", points=3.5, because="a law binds everyone"),)
    ),
    entities=(
        Entity(id="org:x", name="Ministry X", type=EntityType.ORGANIZATION, aliases=("MX",)),
    ),
    verification=Verification(
        independent_sources=2,
        confidence=Confidence(
            label=ConfidenceLabel.HIGH,
            value=0.87,
            parts=(Factor(name="independence", points=0.4, because="two owners"),),
        ),
        conflicts=(
            Conflict(
                about="the size of the cap",
                values=(
                    ConflictValue(value="180 euros", publishers=("Wire A",)),
                    ConflictValue(value="200 euros", publishers=("Paper B",)),
                ),
            ),
        ),
        reports=(
            ReportLink(
                publisher="Wire A",
                url="https://wire-a.example/1",
                published_at=LONG_AGO,
                kind=SourceKind.WIRE,
                title="Cap agreed",
                origin="Wire A",
            ),
            ReportLink(publisher="Paper B", url="https://paper-b.example/2", origin="Wire A"),
            ReportLink(publisher="Paper C", url="https://paper-c.example/3"),
        ),
    ),
)


async def store(stores: SqlStores, clock: FakeClock, *stories: Story) -> None:
    await stores.stories.add(stories, source="hand", now=clock.now())


def words(page: httpx.Response) -> str:
    """What stands on a page, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.text))


async def test_an_empty_wire_says_what_to_type(client: httpx.AsyncClient) -> None:
    page = await client.get("/")
    assert page.status_code == 200
    assert "The wire is quiet" in page.text
    assert "/news subscribe region:EU impact&gt;=7" in page.text


async def test_the_first_page_shows_the_conversation_without_any_script(
    web: WebHandler, client: httpx.AsyncClient, no_blocking: BlockBuster
) -> None:
    parent = await web.adapter.post(HOME, brief_of(FULL, why=("s1 - impact 9",)), key=key(1))
    await web.adapter.post(HOME, an_update(broadcast=True), key=key(2), reply_to=parent)
    await web.adapter.post(HOME, RollUp(title="While away", briefs=(brief_of(FULL),)), key=key(3))
    await web.adapter.post(HOME, an_update(3), key=key(4), reply_to=parent)
    page = await client.get("/")
    for shown in (
        "Ministers agree",
        "While away",
        "impact 7 -&gt; 9",
        "s1 - impact 9",
        "2 sources",
    ):
        assert shown in page.text
    card = page.text.index('id="m1"')
    # Replies stand under their card; the broadcast one also points to it in its own place.
    assert card < page.text.index('id="m2"') < page.text.index('id="m4"')
    assert page.text.index('id="m4"') < page.text.index('id="p2"') < page.text.index('id="m3"')


async def test_the_panel_shows_rules_sources_and_deliveries(client: httpx.AsyncClient) -> None:
    await client.post(f"{MAIN}/commands", json={"text": "/news subscribe region:EU impact>=7"})
    shown = words(await client.get("/"))
    assert "s1 Stories about the EU, with impact 7 or more" in shown
    assert "hand waiting" in shown
    assert "Nothing has been posted here yet." in shown


async def test_the_panel_names_what_is_on_its_way(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    story = a_story()
    await store(sqlite_stores, clock, story)
    alert = an_alert(story, channel=HOME.id)
    await sqlite_stores.outbox.record(story, [alert], rules_version=1, now=clock.now())
    shown = words(await client.get("/"))
    assert "○ Ministers agree on a gas price cap pending just now" in shown


async def test_another_channel_is_offered_and_an_unknown_one_refused(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await sqlite_stores.channels.upsert(
        replace(HOME, native_id="desk", name="desk"), now=clock.now()
    )
    page = await client.get("/", params={"channel": "web:local/desk"})
    assert 'data-channel="/api/channels/web%3Alocal%2Fdesk"' in page.text
    assert 'href="/?channel=web%3Alocal/main"' in page.text
    assert (await client.get("/", params={"channel": "slack:T/C"})).status_code == 404


EVERYTHING = (
    "Verified by 2 sources (3 outlets)",
    "9 /10",
    "critical",
    "Germany, Poland, France",
    "Storage is not.",
    "The cap is 180 euros. 2 sources: Wire A",
    "the size of the cap 180 euros Wire A 200 euros Paper B",
    "First paragraph. Second paragraph.",
    "The vote on Monday.",
    "▲ Smelters positive company Power becomes cheaper.",
    "– Traders not said how",
    "regulatory +3.5 a law binds everyone",
    "High , 87 of 100.",
    "independence +0.4 two owners",
    "organization Ministry X MX",
    "Wire A wire",
    "counts under Wire A",
    "first published",
    "written for the Tidings demo",
    "Story id gas-cap",
)


async def test_a_story_page_has_everything_of_the_story(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await store(sqlite_stores, clock, FULL)
    page = words(await client.get("/stories/gas-cap"))
    assert [shown for shown in EVERYTHING if shown not in page] == []


async def test_a_story_page_links_every_report_and_describes_itself_to_machines(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await store(sqlite_stores, clock, FULL)
    page = (await client.get("/stories/gas-cap")).text
    for report in FULL.verification.reports:
        assert f'href="{report.url}" rel="noopener nofollow"' in page
    article = json.loads(
        page.partition('<script type="application/ld+json">')[2].partition("</s")[0]
    )
    assert article["@type"] == "NewsArticle"
    assert article["url"] == "http://127.0.0.1:8765/stories/gas-cap"


async def test_every_version_stays_readable_and_points_to_the_present_one(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    first = a_story()
    await store(
        sqlite_stores,
        clock,
        first,
        next_version(first, headline="Later", status=StoryStatus.CORRECTED),
    )
    latest = await client.get("/stories/gas-cap")
    assert "CORRECTED" in latest.text
    assert "/stories/gas-cap?version=1" in latest.text
    old = words(await client.get("/stories/gas-cap?version=1"))
    assert "This is version 1. Read the present version 2" in old
    for version in ("3", "x", "-1", "9" * 30):
        assert (await client.get(f"/stories/gas-cap?version={version}")).status_code == 404


async def test_a_story_that_is_part_of_another_leads_there(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    whole, part = a_story("whole", headline="The whole"), a_story("part", merged_into="whole")
    await store(sqlite_stores, clock, whole, part)
    page = await client.get("/stories/part")
    assert "one event with The whole" in words(page)
    assert '<a href="/stories/whole"' in page.text


@pytest.mark.parametrize(
    "story_id",
    [
        "https://desk.example/2026/a?b=c&d#e",
        "a b/c",
        "100%",
        "ü-東京",
        "x" * 200,
        "a/../b",
        '"><b>',
    ],
)
async def test_a_page_is_found_whatever_the_id_holds(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock, story_id: str
) -> None:
    await store(sqlite_stores, clock, a_story(story_id))
    answer = await client.get("/feed.json")
    page = await client.get(answer.json()["items"][0]["url"])
    assert page.status_code == 200
    assert "Ministers agree" in page.text


async def test_a_missing_story_leads_to_the_nearest(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    assert "No story has arrived yet" in (await client.get("/stories/gas-capp")).text
    await store(sqlite_stores, clock, a_story())
    page = await client.get("/stories/the-gas-price-cap")
    assert page.status_code == 404
    assert "These are nearest" in page.text
    assert 'href="/stories/gas-cap"' in page.text
    assert "These are the latest" in (await client.get("/stories/qqqqqq")).text


HOSTILE = "</script><script>alert(1)</script><svg onload=alert(1)>\u202e\u0000{{7*7}}"


async def test_hostile_stories_change_nothing(
    web: WebHandler, client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    report = ReportLink(publisher=HOSTILE, url="javascript:alert(1)", title=HOSTILE, origin=HOSTILE)
    story = replace(
        FULL,
        headline=HOSTILE,
        summary=HOSTILE * 500,
        url="javascript:alert(1)",
        category=HOSTILE,
        analysis=HOSTILE * 2_000,
        takeaways=(HOSTILE,) * 5,
        key_facts=(KeyFact(text=HOSTILE, publishers=(HOSTILE,)),),
        entities=(Entity(id=HOSTILE, name=HOSTILE, aliases=(HOSTILE,)),),
        affected=(Affected(name=HOSTILE, because=HOSTILE),),
        verification=replace(FULL.verification, reports=(report,)),
    )
    await store(sqlite_stores, clock, story)
    await web.adapter.post(HOME, brief_of(story, why=(HOSTILE,)), key=key(1))
    for path in ("/", "/stories/gas-cap", "/stories/none"):
        page = (await client.get(path)).text
        scripts = re.findall(r"<script[^>]*>", page)
        assert all(" src=" in tag or "ld+json" in tag for tag in scripts), path
        assert "<svg onload" not in page
        assert "javascript:" not in page
        assert "\u202e" not in page


async def test_huge_stories_make_pages_of_a_bounded_size(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    reports = tuple(
        ReportLink(publisher=f"Paper {number}", url=f"https://p{number}.example/")
        for number in range(1_000)
    )
    story = replace(
        FULL,
        analysis="word " * 20_000,
        verification=replace(FULL.verification, reports=reports),
    )
    await store(sqlite_stores, clock, story)
    page = await client.get("/stories/gas-cap")
    assert "and 800 more reports" in page.text
    assert len(page.text) < 300_000


async def test_the_glossary_explains_and_is_in_the_navigation(client: httpx.AsyncClient) -> None:
    assert 'href="/glossary"' in (await client.get("/")).text
    assert "Verified by 3 sources" in (await client.get("/glossary")).text


async def test_files_are_kept_for_ever_under_their_hash_only(client: httpx.AsyncClient) -> None:
    page = (await client.get("/")).text
    for path in set(re.findall(r'"(/static/[^"]+)"', page)):
        answer = await client.get(path)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    old = await client.get("/static/0123/style.css")
    assert old.headers["cache-control"] == "no-cache"
    assert (await client.get("/static/0123/../app.py")).status_code == 404
    assert (await client.get("/static/0123/none.js")).status_code == 404


async def test_ages_are_those_of_the_story(
    web: WebHandler, client: httpx.AsyncClient, clock: FakeClock
) -> None:
    await web.adapter.post(HOME, brief_of(a_story()), key=key(1))
    clock.advance(timedelta(hours=1))
    assert "3 h ago" in (await client.get("/")).text
