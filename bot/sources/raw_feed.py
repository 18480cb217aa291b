"""Raw feeds for the newsdesk: RSS, Atom and JSON Feed, as they are found in the wild.

Each item becomes a Report with plain text; the newsdesk's own stages clean it further. An item
without title and text is named and left out; an item without a date stays undated.
"""

from __future__ import annotations

import asyncio
import calendar
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree, html

from bot.domain.report import Report, ReportId
from bot.domain.story_reading import is_web_address, read_moment
from bot.domain.text import clean, clean_block
from bot.errors import ParseError
from bot.ports.clock import Clock
from bot.ports.sources import ReportBatch, SourceState
from bot.settings import FeedSettings
from bot.sources.fetch import Fetched, Fetcher
from bot.sources.story_feed import load_json

MAX_ITEMS = 2_000
MAX_TEXT = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """What every format says of an item, before it is a report."""

    guid: str = ""
    url: str = ""
    title: str = ""
    markup: str = ""
    """Description or content, HTML or plain."""
    published_at: datetime | None = None
    language: str = ""
    source: str = ""
    """The publisher an aggregator names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Channel:
    title: str = ""
    home: str = ""
    language: str = ""
    problem: str = ""
    """What the parser stumbled over; it matters only where no item could be read."""


class RawFeed:
    """A report source over one feed of `newsdesk.feeds`."""

    def __init__(self, settings: FeedSettings, *, fetcher: Fetcher, clock: Clock) -> None:
        self.name = settings.name
        self.every = timedelta(seconds=settings.poll_seconds)
        self._settings = settings
        self._fetcher = fetcher
        self._clock = clock

    async def poll(self, state: SourceState) -> ReportBatch:
        answer = await self._fetcher.get(
            self._settings.url,
            etag=state.etag,
            last_modified=state.last_modified,
            allow_private=self._settings.allow_private,
        )
        if answer.not_modified:
            return ReportBatch(
                not_modified=True, etag=state.etag, last_modified=state.last_modified
            )
        # A page of ten megabytes takes a while; the loop must not wait for it.
        batch = await asyncio.to_thread(
            read_feed, answer, self._settings, fetched_at=self._clock.now()
        )
        return replace(batch, etag=answer.etag, last_modified=answer.last_modified)


def read_feed(answer: Fetched, feed: FeedSettings, *, fetched_at: datetime) -> ReportBatch:
    """Every readable item of a feed. Raises ParseError when it is no feed at all."""
    start = answer.body[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"{", b"[")):
        channel, items = _json_feed(answer, feed.name)
    else:
        channel, items = _xml_feed(answer, feed.name)
    reports: dict[ReportId, Report] = {}
    problems = [f"{feed.name}: {channel.problem}"] if channel.problem and not items else []
    for index, item in enumerate(items):
        report = _report(item, channel, feed, fetched_at)
        if not report.title and not report.text:
            problems.append(
                f"{feed.name} item {item.guid or index + 1}: has neither title nor text; left out"
            )
        else:
            reports.setdefault(report.id, report)
    if len(items) > MAX_ITEMS:
        problems.append(f"{feed.name}: has {len(items):,} items; the first {MAX_ITEMS:,} are read")
    return ReportBatch(reports=tuple(reports.values())[:MAX_ITEMS], problems=tuple(problems))


def _report(item: _Item, channel: _Channel, feed: FeedSettings, fetched_at: datetime) -> Report:
    base = channel.home or feed.url
    address = clean(urljoin(base, item.url)) if item.url else ""
    url = address if is_web_address(address) else ""
    title = clean(plain_text(item.title))
    publisher = (
        feed.publisher or clean(item.source) or clean(channel.title) or urlsplit(feed.url).netloc
    )
    return Report(
        id=report_id(
            url=url,
            guid=item.guid,
            publisher=publisher,
            title=title,
            published_at=item.published_at,
        ),
        publisher=publisher,
        url=url,
        title=title,
        text=clean_block(plain_text(item.markup))[:MAX_TEXT],
        published_at=item.published_at,
        fetched_at=fetched_at,
        language=(feed.language or item.language or channel.language or "en")[:2].lower(),
        kind=feed.kind,
        owner=feed.owner,
        region=feed.region,
        feed=feed.name,
    )


def report_id(
    *, url: str, guid: str, publisher: str, title: str, published_at: datetime | None
) -> ReportId:
    """Stable over polls: by address, else by the feed's own id, else by publisher, title and day.

    The feed's id comes second because two feeds may use one id for different items.
    """
    day = published_at.date().isoformat() if published_at else ""
    identity = url or (f"{publisher}\n{guid}" if guid else f"{publisher}\n{title}\n{day}")
    return ReportId("r" + hashlib.sha256(identity.encode()).hexdigest()[:20])


def plain_text(markup: str) -> str:
    """HTML as paragraphs of plain text; text without tags is returned as it is."""
    if "<" not in markup and "&" not in markup:
        return markup
    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return markup
    for dropped in tree.xpath(".//script|.//style|.//iframe"):
        dropped.drop_tree()
    return "\n\n".join(_paragraphs(tree))


_BREAKS = frozenset(
    (
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "blockquote",
        "tr",
        "table",
        "figure",
        "figcaption",
        "hr",
    )
)


def _paragraphs(tree: Any) -> Iterator[str]:
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if isinstance(element.tag, str) and element.tag in _BREAKS:
            yield from _flush(parts)
        text = element.text if event == "start" else element.tail
        if isinstance(element.tag, str) or event == "end":
            parts.append(text or "")
    yield from _flush(parts)


def _flush(parts: list[str]) -> Iterator[str]:
    joined = " ".join("".join(parts).split())
    parts.clear()
    if joined:
        yield joined


def _xml_feed(answer: Fetched, name: str) -> tuple[_Channel, list[_Item]]:
    # Without a type feedparser warns of the header instead of what is wrong with the document.
    charset = f"; charset={answer.charset}" if answer.charset else ""
    headers = {"content-location": answer.url, "content-type": f"application/xml{charset}"}
    parsed = feedparser.parse(answer.body, response_headers=headers)
    if not parsed.get("version") and not parsed.entries:
        raise ParseError(_not_a_feed(answer, name, parsed), source=name)
    channel = parsed.feed
    return (
        _Channel(
            title=plain_text(channel.get("title", "")),
            home=channel.get("link", ""),
            language=channel.get("language", "") or "",
            problem=f"no item could be read ({parsed.get('bozo_exception')})"
            if parsed.bozo
            else "",
        ),
        [_xml_item(entry) for entry in parsed.entries],
    )


def _not_a_feed(answer: Fetched, name: str, parsed: Any) -> str:
    if b"<html" in answer.body[:2_000].lower():
        return (
            f"{name} answered with an HTML page, not a feed. Check that the address is that of "
            "the feed itself, and that it needs no login."
        )
    reason = parsed.get("bozo_exception")
    return f"{name} is not RSS, Atom or JSON Feed{f' ({reason})' if reason else ''}."


def _xml_item(entry: Mapping[str, Any]) -> _Item:
    bodies = [part.get("value", "") for part in entry.get("content", ())]
    return _Item(
        guid=str(entry.get("id", "")),
        url=str(entry.get("link", "") or _first_link(entry)),
        title=str(entry.get("title", "")),
        markup=max([*bodies, str(entry.get("summary", ""))], key=len),
        published_at=_moment(_date(entry)),
        language=str(entry.get("language", "") or ""),
        source=str((entry.get("source") or {}).get("title", "")),
    )


def _date(entry: Mapping[str, Any]) -> Any:
    # A plain copy: feedparser's own dictionary answers for a missing date with a deprecated one.
    plain = dict(entry)
    keys = ("published_parsed", "updated_parsed", "created_parsed")
    return next((plain[key] for key in keys if plain.get(key)), None)


def _first_link(entry: Mapping[str, Any]) -> str:
    return next((link.get("href", "") for link in entry.get("links", ())), "")


def _moment(parsed: Any) -> datetime | None:
    """Feedparser gives UTC as a struct_time; impossible dates are unknown, never "now"."""
    if parsed is None:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, TypeError, OSError):
        return None


def _json_feed(answer: Fetched, name: str) -> tuple[_Channel, list[_Item]]:
    document = load_json(answer.body, where=name, charset=answer.charset)
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(items, list):
        raise ParseError(f"{name} is JSON, but not a JSON Feed: it has no items.", source=name)
    return (
        _Channel(
            title=_text(document, "title"),
            home=_text(document, "home_page_url"),
            language=_text(document, "language"),
        ),
        [_json_item(item) for item in items if isinstance(item, dict)],
    )


def _json_item(item: Mapping[str, Any]) -> _Item:
    return _Item(
        guid=_text(item, "id"),
        url=_text(item, "url") or _text(item, "external_url"),
        title=_text(item, "title"),
        markup=_text(item, "content_html") or _text(item, "content_text") or _text(item, "summary"),
        published_at=read_moment(item.get("date_published") or item.get("date_modified")),
        language=_text(item, "language"),
    )


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
