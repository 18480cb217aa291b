"""The loader: what is visible when, with dates that look like today and never move."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.wire import about_wire, feed_document, items_released, load_wire
from bot.sources.story_feed import parse_feed

START = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
WIRE = load_wire()
LAST = max(wire.release for wire in WIRE)

seconds = st.floats(min_value=0, max_value=LAST.total_seconds() + 30)


def visible(after: timedelta) -> list[dict[str, Any]]:
    return items_released(WIRE, started_at=START, now=START + after)


def by_id(after: timedelta) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in visible(after)}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_nothing_is_visible_before_the_start() -> None:
    assert visible(timedelta(seconds=-1)) == []


def test_at_the_start_there_are_only_older_stories_of_the_last_six_days() -> None:
    ages = [START - moment(item["date_published"]) for item in visible(timedelta(0))]
    assert len(ages) >= 18
    assert min(ages) >= timedelta(minutes=30)
    assert max(ages) <= timedelta(days=6)


def test_some_older_stories_are_of_the_last_day_so_that_top_has_an_answer() -> None:
    ages = [START - moment(item["date_published"]) for item in visible(timedelta(0))]
    assert sum(age < timedelta(days=1) for age in ages) >= 3


def test_a_live_story_is_published_at_its_release() -> None:
    item = by_id(timedelta(seconds=3))["us-chip-export-controls"]
    assert moment(item["date_published"]) == START + timedelta(seconds=3)
    assert item["date_modified"] == item["date_published"]


def test_a_story_shows_only_its_newest_version_and_keeps_its_first_date() -> None:
    before = by_id(timedelta(seconds=36))["nord-stream-leaks"]
    after = by_id(timedelta(seconds=37))["nord-stream-leaks"]
    assert (before["_story"]["version"], after["_story"]["version"]) == (1, 2)
    assert after["date_published"] == before["date_published"]
    assert moment(after["date_modified"]) == START + timedelta(seconds=37)


def test_at_the_end_every_story_stands_once_in_its_last_version() -> None:
    shown = {(item["id"], item["_story"]["version"]) for item in visible(LAST)}
    last = {wire.story: wire.version for wire in WIRE}
    assert shown == set(last.items())


def test_reports_are_dated_before_the_story_and_carry_no_relative_minutes() -> None:
    for item in visible(LAST):
        for report in item["_story"]["verification"]["reports"]:
            assert "minutes_before" not in report
            assert moment(report["published_at"]) < moment(item["date_modified"])
    assert "minutes_ago" not in json.dumps(visible(LAST))


def test_the_bundled_items_stay_as_they_are_when_they_are_dated() -> None:
    before = load_wire()
    visible(LAST)
    assert before == WIRE


def test_story_addresses_lead_to_the_pages_of_the_running_demo() -> None:
    items = items_released(WIRE, started_at=START, now=START, home_url="http://127.0.0.1:9000")
    assert {item["url"] for item in items} == {
        f"http://127.0.0.1:9000/stories/{item['id']}" for item in items
    }


def test_the_document_is_a_story_feed_that_the_bot_reads_in_full() -> None:
    document = feed_document(WIRE, started_at=START, now=START + LAST)
    page = parse_feed(json.loads(json.dumps(document)), where="demo")
    assert page.problems == ()
    assert page.next_url == ""
    assert len(page.stories) == len({wire.story for wire in WIRE})
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["description"] == about_wire()


@given(seconds)
def test_the_newest_change_comes_first_and_no_story_stands_twice(after: float) -> None:
    items = visible(timedelta(seconds=after))
    changed = [moment(item["date_modified"]) for item in items]
    assert changed == sorted(changed, reverse=True)
    assert len({item["id"] for item in items}) == len(items)
    assert all(moment(i["date_published"]) <= moment(i["date_modified"]) for i in items)
    assert all(change <= START + timedelta(seconds=after) for change in changed)


@given(seconds, seconds)
def test_time_only_adds_stories_and_versions(one: float, other: float) -> None:
    early, late = sorted((one, other))
    earlier, later = by_id(timedelta(seconds=early)), by_id(timedelta(seconds=late))
    for story, item in earlier.items():
        assert later[story]["_story"]["version"] >= item["_story"]["version"]
        if later[story]["_story"]["version"] == item["_story"]["version"]:
            assert later[story] == item
