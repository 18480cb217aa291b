"""The sample reports: sound, dated like today, and plainly nobody's."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.feeds import sample_feeds
from bot.demo.reports import SampleReport, feed_page, load_feeds, load_reports, released
from bot.domain.report import Report, SourceKind
from bot.newsdesk.live.decisions import BACKLOG
from bot.ports.sources import SourceState
from bot.sources.fetch import Fetched
from bot.sources.raw_feed import read_feed
from bot.testing import NOON, FakeClock

START = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FEEDS = load_feeds()
REPORTS = load_reports()
LAST = max(report.release for report in REPORTS)


def page(feed: str, after: timedelta) -> dict[str, Any]:
    settings = next(one for one in FEEDS if one.name == feed)
    printed = released(REPORTS, feed=feed, started_at=START, now=START + after)
    return feed_page(settings, printed, started_at=START)


def read(after: timedelta) -> list[Report]:
    """Everything that all feeds show, as the newsdesk would read it."""
    found: list[Report] = []
    for feed in FEEDS:
        body = json.dumps(page(feed.name, after)).encode()
        batch = read_feed(Fetched(url=feed.url, body=body), feed, fetched_at=START + after)
        assert batch.problems == ()
        found += batch.reports
    return found


def items(reports: tuple[SampleReport, ...]) -> set[tuple[str, str]]:
    return {(report.feed, report.path) for report in reports}


def test_some_thirty_reports_come_from_some_eight_feeds_of_every_sort() -> None:
    assert 8 <= len(FEEDS) <= 10
    assert 25 <= len(REPORTS) <= 35
    assert {report.feed for report in REPORTS} == {feed.name for feed in FEEDS}
    kinds = {feed.kind for feed in FEEDS}
    assert {
        SourceKind.PRIMARY,
        SourceKind.WIRE,
        SourceKind.OUTLET,
        SourceKind.TRADE,
        SourceKind.SOCIAL,
    } <= kinds


def test_two_papers_have_one_owner() -> None:
    assert max(Counter(feed.owner for feed in FEEDS).values()) == 2


def test_nothing_is_printed_before_the_start() -> None:
    assert read(timedelta(seconds=-1)) == []


def test_at_the_end_every_item_stands_once_and_can_be_read() -> None:
    assert len(read(LAST)) == len(items(REPORTS))


def test_addresses_are_nobodys() -> None:
    for report in read(LAST):
        assert re.fullmatch(r"https://[a-z-]+\.example/[a-z0-9/-]+", report.url)


def test_what_is_there_at_the_start_is_history_of_that_day_and_the_rest_is_news() -> None:
    for report in REPORTS:
        if report.release:
            assert not report.age
        else:
            assert BACKLOG < report.age < timedelta(hours=8)


def test_the_rumour_is_confirmed_and_all_is_told_within_a_minute_and_a_half() -> None:
    furnace = [one for one in REPORTS if one.feed == "ferrowald"]
    assert timedelta(seconds=15) <= furnace[0].release <= timedelta(seconds=40)
    assert LAST.total_seconds() <= 90


def test_an_item_that_is_reworded_keeps_its_address_and_date() -> None:
    twice = [
        item for item, count in Counter((r.feed, r.path) for r in REPORTS).items() if count > 1
    ]
    assert twice == [("lakeside-tribune", "local/tram-4")]
    first, last = (
        next(one for one in page("lakeside-tribune", after)["items"] if "tram" in one["url"])
        for after in (timedelta(0), LAST)
    )
    assert first["title"] != last["title"]
    assert (first["url"], first["date_published"]) == (last["url"], last["date_published"])


@given(st.floats(min_value=0, max_value=120), st.floats(min_value=0, max_value=120))
def test_time_only_adds_items_and_never_moves_a_date(one: float, other: float) -> None:
    early, late = (read(timedelta(seconds=at)) for at in sorted((one, other)))
    later = {report.url: report.published_at for report in late}
    assert all(later[report.url] == report.published_at for report in early)


def test_text_has_no_markup_and_no_loose_spaces() -> None:
    for report in REPORTS:
        for text in (report.title, report.text):
            assert text == text.strip()
            assert not re.search(r"[<>*_`@]|  ", text)
        assert report.text[-1] in ".!?"


def test_every_event_is_listed_small_and_says_what_it_shows() -> None:
    folder = files("bot.demo").joinpath("events")
    index = json.loads(files("bot.demo").joinpath("feeds.json").read_text(encoding="utf-8"))
    assert {file.name.removesuffix(".json") for file in folder.iterdir()} == set(index["events"])
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8")
        assert len(text) < 10_000
        assert json.loads(text)["shows"]
    assert "invented" in index["about"]
    assert "Licence: MIT" in index["about"]


async def test_time_starts_when_the_first_feed_is_asked() -> None:
    clock = FakeClock(NOON)
    first, second, *_ = sample_feeds(clock)
    clock.advance(timedelta(minutes=5))
    early = await first.poll(SourceState(name=first.name))
    clock.advance(LAST)
    late = await second.poll(SourceState(name=second.name))
    begun = NOON + timedelta(minutes=5)
    assert early.reports
    assert all(one.published_at and one.published_at < begun for one in early.reports)
    assert len(late.reports) == len(items(tuple(r for r in REPORTS if r.feed == second.name)))


async def test_a_feed_without_news_says_so() -> None:
    feed = sample_feeds(FakeClock(NOON))[0]
    first = await feed.poll(SourceState(name=feed.name))
    again = await feed.poll(SourceState(name=feed.name, etag=first.etag))
    assert not first.not_modified
    assert again.not_modified
    assert again.etag == first.etag
