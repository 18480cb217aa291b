from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ParseError
from bot.ports.sources import ReportBatch
from bot.settings import FeedSettings
from bot.sources.fetch import Fetched
from bot.sources.raw_feed import plain_text, read_feed, report_id

NOW = datetime(2026, 3, 6, tzinfo=UTC)
FEED = FeedSettings(name="ecb", url="https://feeds.example/press", publisher="ECB", owner="ecb")
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "feeds" / "feed-rs"

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Press</title>
<link>https://feeds.example/</link><language>en-GB</language>
<item><title>Rate &amp;amp; outlook</title><link>/news/1?utm_source=x</link><guid>1</guid>
<pubDate>Fri, 06 Mar 2026 08:00:00 GMT</pubDate>
<description>&lt;p&gt;One &lt;b&gt;bold&lt;/b&gt; step.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;p&gt;Two.&lt;/p&gt;</description></item>
<item><guid>2</guid></item>
<item><title>Undated</title><guid>3</guid></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>a</id>
<entry><id>e1</id><title>Entry</title><link href="https://feeds.example/e1"/>
<updated>2026-03-05T10:00:00+02:00</updated><content type="html">&lt;p&gt;Hi&lt;/p&gt;</content></entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [
{"id": "1", "url": "https://feeds.example/j1", "title": "T", "content_html": "<p>Hi</p>",
 "date_published": "2026-03-05T10:00:00+02:00"}, {"id": "2"}]}"""


def read(body: str | bytes, feed: FeedSettings = FEED) -> ReportBatch:
    raw = body.encode() if isinstance(body, str) else body
    return read_feed(Fetched(url=feed.url, body=raw), feed, fetched_at=NOW)


def test_an_rss_item_becomes_a_report_of_plain_words() -> None:
    report = read(RSS).reports[0]
    assert report.title == "Rate & outlook"
    assert report.text == "One bold step.\n\nTwo."
    assert report.url == "https://feeds.example/news/1?utm_source=x"
    assert report.published_at == datetime(2026, 3, 6, 8, tzinfo=UTC)
    assert (report.publisher, report.owner, report.language) == ("ECB", "ecb", "en")


def test_an_item_that_says_nothing_is_named_and_the_rest_is_taken() -> None:
    batch = read(RSS)
    assert [report.title for report in batch.reports] == ["Rate & outlook", "Undated"]
    assert len(batch.problems) == 1
    assert batch.problems[0].endswith("/2: has neither title nor text; left out")


def test_an_undated_item_stays_undated() -> None:
    assert read(RSS).reports[1].published_at is None


@pytest.mark.parametrize("body", [ATOM, JSON], ids=["atom", "json"])
def test_atom_and_json_feeds_read_the_same_way(body: str) -> None:
    report = read(body).reports[0]
    assert report.text == "Hi"
    assert report.published_at == datetime(2026, 3, 5, 8, tzinfo=UTC)


def test_a_declared_charset_is_honoured() -> None:
    body = RSS.replace("Rate", "Énergie").replace('"1.0"', '"1.0" encoding="iso-8859-1"', 1)
    assert read(body.encode("iso-8859-1")).reports[0].title.startswith("Énergie")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<!doctype html><html><body>login</body></html>", "HTML page"),
        ("nothing of the kind", "not RSS, Atom or JSON Feed"),
        ("", "not RSS, Atom or JSON Feed"),
        ('{"a": 1}', "no items"),
        ("{", "not valid JSON"),
    ],
)
def test_what_is_no_feed_is_refused_in_words(body: str, words: str) -> None:
    with pytest.raises(ParseError, match=words):
        read(body)


def test_entities_that_expand_without_end_do_not() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{levels}]>' + RSS.partition("?>")[
        2
    ].replace("Undated", "&l8;")
    for report in read(bomb).reports:
        assert len(report.title) < 100_000


def test_the_same_item_has_the_same_id_at_every_poll_and_another_feed_another() -> None:
    assert [r.id for r in read(RSS).reports] == [r.id for r in read(RSS).reports]
    ids = [
        report_id(url="", guid="1", publisher=name, title="", published_at=None) for name in "ab"
    ]
    assert ids[0] != ids[1]


@given(st.text(alphabet="<>&;/ap\"'= \n", max_size=80))
def test_no_markup_however_broken_raises(markup: str) -> None:
    assert isinstance(plain_text(markup), str)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared feeds are not on this machine")
def test_every_real_feed_is_read_or_refused_with_a_reason() -> None:
    files = sorted(SHARED.iterdir())
    assert len(files) >= 60
    reasons = {}
    for file in files:
        feed = FeedSettings(name="real", url="https://feeds.example/x")
        try:
            batch = read(file.read_bytes(), feed)
        except ParseError as refused:
            reasons[file.name] = str(refused)
        else:
            assert batch.reports or batch.problems, file.name
    assert all(reasons.values())
    assert len(reasons) < 5
