"""Sample reports: what invented feeds print while the demo runs, for the newsdesk to work on.

Reads `feeds.json` and `events/*.json` from the package and nothing else; when the demo started and
what time it is are arguments. What comes out is a JSON Feed page as any publisher could serve it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from bot.domain.story_json import timestamp
from bot.settings import FeedSettings

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleReport:
    """One item of one feed as it reads from `release` on, not yet dated."""

    feed: str
    path: str
    """Its address at the feed; a later item with the same one is the same, reworded."""
    release: timedelta
    """After the start of the demo; zero means it was there before."""
    age: timedelta
    """How long before the start it says it was published; zero for what comes later."""
    title: str
    text: str


def load_feeds() -> tuple[FeedSettings, ...]:
    """The sample feeds, described as `newsdesk.feeds` in config.yaml describes real ones."""
    return tuple(FeedSettings(url=home_of(feed["name"]), **feed) for feed in _index()["feeds"])


def load_reports() -> tuple[SampleReport, ...]:
    """Every bundled report, in the order of release."""
    found = [
        _report(entry)
        for event in _index()["events"]
        for entry in _packaged(f"events/{event}.json")["reports"]
    ]
    return tuple(sorted(found, key=lambda report: report.release))


def released(
    reports: Iterable[SampleReport], *, feed: str, started_at: datetime, now: datetime
) -> tuple[SampleReport, ...]:
    """What one feed has printed by `now`, oldest first. Both times are aware."""
    return tuple(
        report for report in reports if report.feed == feed and started_at + report.release <= now
    )


def feed_page(feed: FeedSettings, printed: Iterable[SampleReport], *, started_at: datetime) -> Json:
    """The page with what `feed` has printed; an item keeps its date when it is reworded."""
    items: dict[str, Json] = {}
    for report in printed:
        published = timestamp(started_at + report.release - report.age)
        address = f"{home_of(feed.name)}{report.path}"
        items[address] = {
            "id": address,
            "url": address,
            "title": report.title,
            "content_text": report.text,
            "date_published": items.get(address, {}).get("date_published", published),
        }
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.publisher,
        "home_page_url": home_of(feed.name),
        "language": "en",
        "items": list(items.values()),
    }


def home_of(feed: str) -> str:
    """An address under `.example`, which is nobody's and never will be (RFC 2606)."""
    return f"https://{feed}.example/"


def _index() -> Json:
    return _packaged("feeds.json")


def _packaged(name: str) -> Json:
    document: Json = json.loads(files("bot.demo").joinpath(name).read_text(encoding="utf-8"))
    return document


def _report(entry: Mapping[str, Any]) -> SampleReport:
    return SampleReport(
        feed=entry["feed"],
        path=entry["path"],
        release=timedelta(seconds=entry["release_second"]),
        age=timedelta(minutes=entry.get("minutes_ago", 0)),
        title=entry["title"],
        text=" ".join(entry["text"]),
    )
