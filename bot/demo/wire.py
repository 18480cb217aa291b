"""The demo wire: bundled sample stories and when each version of them becomes visible.

Reads `wire.json` and `stories/*.json` from the package and nothing else; when the demo started
and what time it is are arguments. What comes out is a story feed as any other (JSON Feed 1.1
with `_story`), so the demo runs through the same source, matching and delivery as a real feed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from bot.domain.story_json import timestamp

HOME_URL = "http://127.0.0.1:8765"
"""Where `tidings demo` serves its pages unless it is told another port."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireItem:
    """One version of one sample story, not yet dated."""

    release: timedelta
    """After the start of the demo; zero means it was there before and is never news."""
    age: timedelta
    """How long before its release the first version says it was published."""
    story: str
    version: int
    item: Mapping[str, Any]
    """A JSON Feed item without dates and address; its reports carry `minutes_before`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Released:
    """A version that is visible, with the dates it got."""

    wire: WireItem
    published: datetime
    modified: datetime


def load_wire() -> tuple[WireItem, ...]:
    """Every version of every bundled story, in the order of release."""
    found = [
        _wire_item(entry)
        for theme in _index()["stories"]
        for entry in _packaged(f"stories/{theme}.json")["items"]
    ]
    return tuple(sorted(found, key=lambda wire: (wire.release, wire.age, wire.story)))


def items_released(
    wire: Iterable[WireItem], *, started_at: datetime, now: datetime, home_url: str = HOME_URL
) -> list[Json]:
    """The feed items visible at `now`, newest change first; a later version replaces an earlier.

    `started_at` and `now` are aware. Dates never change between calls with the same start.
    """
    newest = sorted(
        _released(wire, started_at=started_at, now=now),
        key=lambda shown: (shown.modified, shown.wire.story),
        reverse=True,
    )
    return [_dated(shown, started_at=started_at, home_url=home_url) for shown in newest]


def feed_document(
    wire: Iterable[WireItem], *, started_at: datetime, now: datetime, home_url: str = HOME_URL
) -> Json:
    """The JSON Feed page that a story source would fetch at `now`."""
    index = _index()
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": index["title"],
        "description": index["about"],
        "home_page_url": f"{home_url}/",
        "feed_url": f"{home_url}/demo/feed.json",
        "next_url": None,
        "items": items_released(wire, started_at=started_at, now=now, home_url=home_url),
    }


def about_wire() -> str:
    """What the samples are, in words for the reader of the demo."""
    return str(_index()["about"])


def _index() -> Json:
    return _packaged("wire.json")


def _packaged(name: str) -> Json:
    document: Json = json.loads(files("bot.demo").joinpath(name).read_text(encoding="utf-8"))
    return document


def _wire_item(entry: Mapping[str, Any]) -> WireItem:
    item = dict(entry["item"])
    return WireItem(
        release=timedelta(seconds=entry["release_second"]),
        age=timedelta(minutes=item.pop("minutes_ago", 0)),
        story=item["id"],
        version=item["_story"]["version"],
        item=item,
    )


def _released(
    wire: Iterable[WireItem], *, started_at: datetime, now: datetime
) -> Iterable[_Released]:
    """The newest visible version of each story; it keeps the first one's publication date."""
    visible: dict[str, _Released] = {}
    for entry in sorted(wire, key=lambda entry: (entry.release, entry.version)):
        at = started_at + entry.release
        if at > now:
            break
        earlier = visible.get(entry.story)
        published = earlier.published if earlier else at - entry.age
        modified = at if earlier else published
        visible[entry.story] = _Released(wire=entry, published=published, modified=modified)
    return visible.values()


def _dated(shown: _Released, *, started_at: datetime, home_url: str) -> Json:
    item = shown.wire.item
    extension = item["_story"]
    verification = extension["verification"]
    reports = [_dated_report(report, started_at) for report in verification["reports"]]
    return {
        **item,
        "url": f"{home_url}/stories/{shown.wire.story}",
        "date_published": timestamp(shown.published),
        "date_modified": timestamp(shown.modified),
        "_story": {**extension, "verification": {**verification, "reports": reports}},
    }


def _dated_report(report: Mapping[str, Any], started_at: datetime) -> Json:
    dated = {key: value for key, value in report.items() if key != "minutes_before"}
    dated["published_at"] = timestamp(started_at - timedelta(minutes=report["minutes_before"]))
    return dated
