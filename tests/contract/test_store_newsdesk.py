"""The newsdesk's memory, on every database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.desk import DeskEntry
from bot.domain.report import Report, ReportId, SourceKind
from bot.domain.story import StoryId
from bot.store import SqlStores
from bot.testing import NOON

pytestmark = pytest.mark.usefixtures("no_blocking")


def a_report(number: int) -> Report:
    return Report(
        id=ReportId(f"r{number}"),
        publisher="Reuters",
        url=f"https://wire.example/{number}",
        title=f"Title {number}",
        text="Words é \x00",
        published_at=NOON if number % 2 else None,
        fetched_at=NOON,
        kind=SourceKind.WIRE,
    )


def an_entry(state: str = "hold") -> DeskEntry:
    return DeskEntry(
        story=StoryId("s1"),
        state=state,
        reason="one origin, hedged",
        headline="H",
        sources=1,
        reports=(ReportId("r1"), ReportId("r2")),
        decided_at=NOON,
    )


async def test_a_report_is_kept_once_and_comes_back_in_order(stores: SqlStores) -> None:
    first = await stores.reports.add([a_report(1), a_report(2)], now=NOON)
    assert [report.id for report in first] == ["r1", "r2"]
    assert await stores.reports.add([a_report(2), a_report(3)], now=NOON) == (a_report(3),)
    kept = await stores.reports.after(0, limit=10)
    assert [arrived.report for arrived in kept] == [a_report(1), a_report(2), a_report(3)]
    assert {arrived.at for arrived in kept} == {NOON}
    later = await stores.reports.after(kept[1].number, limit=10)
    assert [arrived.report.id for arrived in later] == ["r3"]
    assert await stores.reports.add([], now=NOON) == ()


async def test_a_reworded_report_is_read_anew_but_arrived_as_it_was(stores: SqlStores) -> None:
    await stores.reports.add([a_report(1), a_report(2)], now=NOON)
    for title in ("Second title", "RETRACTED: Title 1"):
        await stores.reports.reword([replace(a_report(1), title=title, url="https://x.example/")])
    await stores.reports.reword([a_report(9)])
    found = await stores.reports.get([ReportId("r1"), ReportId("r2"), ReportId("r9")])
    assert found[ReportId("r1")] == replace(a_report(1), title="RETRACTED: Title 1")
    assert found[ReportId("r2")] == a_report(2)
    assert len(found) == 2
    assert (await stores.reports.after(0, limit=1))[0].report == a_report(1)


async def test_old_reports_are_forgotten(stores: SqlStores) -> None:
    await stores.reports.add([a_report(1)], now=NOON)
    await stores.reports.add([a_report(2)], now=NOON + timedelta(days=8))
    assert await stores.reports.prune(before=NOON + timedelta(days=1)) == 1
    kept = await stores.reports.after(0, limit=5)
    assert [arrived.report.id for arrived in kept] == ["r2"]


async def test_a_candidate_has_one_decision_the_latest(stores: SqlStores) -> None:
    await stores.desk.put([an_entry()])
    later = replace(an_entry("verified"), decided_at=NOON + timedelta(hours=1), sources=2)
    await stores.desk.put([later])
    assert await stores.desk.entries() == (later,)
    assert await stores.desk.entries(state="hold") == ()
    assert await stores.desk.get([StoryId("s1"), StoryId("s2")]) == {"s1": later}
    assert await stores.desk.counts() == {"verified": 1}
    assert await stores.desk.prune(before=NOON + timedelta(days=1)) == 1
