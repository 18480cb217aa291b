"""Trends, desk and methodology, as a browser or a program gets them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from lxml import html

from bot.domain.desk import DeskEntry
from bot.domain.report import Report, ReportId, SourceKind
from bot.domain.story import StoryId
from bot.newsdesk.verifying import gate
from bot.store import SqlStores
from bot.testing import NOON, FakeClock, a_story

STATES = ("hold", "reject", "single-source", "conflicted", "verified", "withdrawn", "merged")


async def publish(stores: SqlStores, clock: FakeClock) -> None:
    found = [
        a_story(
            f"s{number}",
            headline=f"Story {number}",
            impact=4 + number % 5,
            regions=("US",) if number % 3 else ("EU",),
            category="energy" if number % 2 else "trade",
            entities=("Gazprom <b>",),
        )
        for number in range(12)
    ]
    dated = [
        replace(story, published_at=at, modified_at=at)
        for number, story in enumerate(found)
        for at in (clock.now() - timedelta(hours=20 * number, minutes=1),)
    ]
    await stores.stories.add(dated, source="newsdesk", now=clock.now())


async def decide(stores: SqlStores) -> None:
    report = Report(
        id=ReportId("r1"),
        publisher="The Courier <i>",
        url="https://courier.example/1",
        title="Velmar Bank is reportedly for sale",
        kind=SourceKind.OUTLET,
    )
    await stores.reports.add(
        [report, replace(report, id=ReportId("r2"), url="javascript:x()")], now=NOON
    )
    entries = [
        DeskEntry(
            story=StoryId(f"s{number}"),
            state=state,
            reason=f"Because of {state} & more",
            headline=f"Headline {state}",
            sources=1,
            reports=(ReportId("r1"), ReportId("r2"), ReportId("gone")),
            decided_at=NOON - timedelta(minutes=number),
        )
        for number, state in enumerate(STATES)
    ]
    await stores.desk.put(entries)


async def test_trends_draw_what_was_published(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await publish(sqlite_stores, clock)
    for span in ("day", "week"):
        page = await client.get(f"/trends?span={span}")
        assert page.status_code == 200
        tree = html.fromstring(page.text)
        charts = tree.xpath("//svg[@role='img']")
        assert len(charts) > 4
        assert all(chart.get("aria-label") for chart in charts)
        assert f"Stories each {span}" in page.text
        assert tree.xpath("//nav[@aria-label='Span']/a[@aria-current]")[0].text == f"by {span}"
        assert "United States" in page.text
        assert "Gazprom &lt;b&gt;" in page.text
        assert "style=" not in page.text


async def test_the_charts_hold_as_many_columns_as_periods_with_stories(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await publish(sqlite_stores, clock)
    page = await client.get("/trends")
    chart = html.fromstring(page.text).xpath("//svg[@class='chart']")[0]
    points = (await client.get("/trends.json")).json()["overall"]["points"]
    busy = [point for point in points if point["stories"]]
    columns = chart.xpath(".//rect")
    assert len(columns) == len(busy)
    floors = {round(float(one.get("y", 0)) + float(one.get("height", 0))) for one in columns}
    assert len(floors) == 1


async def test_a_rise_from_nothing_is_called_new(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    days = {("US", "energy"): (0, 1, 2), ("EU", "trade"): (0, 1, 2, 12)}
    for (region, category), ages in days.items():
        for age in ages:
            at = clock.now() - timedelta(days=age, minutes=1)
            story = a_story(f"{region}{age}", regions=(region,), category=category)
            story = replace(story, published_at=at, modified_at=at)
            await sqlite_stores.stories.add([story], source="newsdesk", now=clock.now())
    rows = html.fromstring((await client.get("/trends")).text).xpath("//table//tr[td]")
    change = {row.xpath("./th")[0].text: row.xpath("./td")[-1].text for row in rows}
    assert change["United States"] == change["Energy"] == "↑ new"
    assert change["European Union"] == change["Trade"] == "↑ × 2.0"


async def test_what_began_in_the_later_half_rises_and_falls_nowhere(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    now = clock.now() - timedelta(minutes=1)
    first = replace(a_story("s1", regions=("US",)), published_at=now, modified_at=now)
    await sqlite_stores.stories.add([first], source="newsdesk", now=clock.now())
    page = (await client.get("/trends")).text
    assert "nothing can rise or fall yet" in page
    assert "Rising" not in page
    assert "×" not in page


async def test_trends_say_when_there_is_nothing_to_show(client: httpx.AsyncClient) -> None:
    page = await client.get("/trends")
    assert "No story was published in this span" in page.text


async def test_trends_as_json_carry_every_line(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await publish(sqlite_stores, clock)
    found = (await client.get("/trends.json?span=week")).json()
    assert found["span"] == "week"
    assert len(found["periods"]) == 12
    assert {line["key"] for line in found["by_region"]} == {"US", "EU"}
    assert found["overall"]["total"]["stories"] == 12


async def test_an_unknown_span_state_or_limit_is_refused_in_words(
    client: httpx.AsyncClient,
) -> None:
    for path, words in (
        ("/trends?span=year", "neither day nor week"),
        ("/desk?state=lost", "none of hold, reject"),
        ("/desk.json?limit=0", "no number from 1 to"),
        ("/desk.json?limit=²", "no number from 1 to"),
    ):
        answer = await client.get(path)
        assert answer.status_code == 400
        assert words in answer.json()["text"]


async def test_the_desk_shows_each_candidate_with_its_state_and_reason(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await decide(sqlite_stores)
    await sqlite_stores.stories.add([a_story("s4")], source="newsdesk", now=NOON)
    page = (await client.get("/desk")).text
    for state in STATES:
        assert f"Because of {state} &amp; more" in page
    assert "The Courier &lt;i&gt;" in page
    assert 'href="https://courier.example/1"' in page
    assert "javascript:" not in page
    assert 'href="/stories/s4"' in page
    assert 'href="/stories/s0"' not in page


async def test_the_desk_can_be_narrowed_to_one_state(
    client: httpx.AsyncClient, sqlite_stores: SqlStores
) -> None:
    await decide(sqlite_stores)
    page = (await client.get("/desk?state=hold")).text
    assert "Headline hold" in page
    assert "Headline verified" not in page
    found = (await client.get("/desk.json?state=hold&limit=5")).json()
    assert [one["story"] for one in found["candidates"]] == ["s0"]
    assert found["counts"] == dict.fromkeys(STATES, 1)
    assert found["candidates"][0]["reports"] == ["r1", "r2", "gone"]


async def test_an_empty_desk_says_how_to_fill_it(client: httpx.AsyncClient) -> None:
    assert "newsdesk.enabled: true" in (await client.get("/desk")).text


async def test_methodology_prints_the_gate_as_the_code_has_it(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (await client.get("/methodology")).text
    tree = html.fromstring(page)
    rows = tree.xpath("//section[@id='gate']//tbody/tr/td[1]/text()")
    assert rows == [rule.rule for rule in gate.GATE]
    changed = replace(gate.GATE[0], rule="Nobody <wants> it.")
    monkeypatch.setattr(gate, "GATE", (changed, *gate.GATE[1:]))
    assert "Nobody &lt;wants&gt; it." in (await client.get("/methodology")).text


async def test_every_page_links_to_the_others(client: httpx.AsyncClient) -> None:
    for path in ("/", "/trends", "/desk", "/methodology", "/glossary"):
        page = (await client.get(path)).text
        for target in ("/trends", "/desk", "/methodology", "/glossary"):
            assert f'<a href="{target}"' in page, (path, target)
