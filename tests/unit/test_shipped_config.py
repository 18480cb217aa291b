"""The config.yaml that is shipped is one that Tidings takes."""

from __future__ import annotations

from pathlib import Path

from bot.domain import regions
from bot.domain.report import SourceKind
from bot.settings import load_settings

FILE = Path(__file__).resolve().parents[2] / "config.yaml"


def test_the_shipped_file_is_valid() -> None:
    feeds = load_settings(FILE, {}).newsdesk.feeds
    assert len(feeds) >= 25
    assert len({feed.name for feed in feeds}) == len(feeds)
    assert len({feed.url for feed in feeds}) == len(feeds)


def test_every_shipped_feed_says_who_owns_it_and_what_it_is() -> None:
    for feed in load_settings(FILE, {}).newsdesk.feeds:
        assert feed.owner, feed.name
        assert feed.publisher, feed.name
        assert feed.kind is not SourceKind.UNKNOWN, feed.name
        assert not feed.region or regions.resolve(feed.region) == feed.region, feed.name
