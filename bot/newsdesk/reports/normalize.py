"""The first stage: a report as every later stage may rely on it.

One canonical address, plain text, no outlet name behind the title, agency credits moved out of the
text into `credit`, times in UTC and never in the future. What an item does not say stays unknown;
nothing is taken from the clock but the limit that a date cannot lie beyond it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any

from bot.domain.report import Report, ReportId, SourceKind
from bot.domain.story_reading import read_moment
from bot.domain.text import clean, shorten
from bot.newsdesk.publishers.credits import split_credits
from bot.newsdesk.text.boilerplate import plain_block, plain_line, without_tail
from bot.newsdesk.text.urls import canonical_url, registrable_domain, url_key

CLOCK_SKEW = timedelta(minutes=10)
"""A date this little ahead is another machine's clock, not a mistake."""
TITLE_LIMIT = 160
"""Characters of a title made from the text of an item that has none."""

_LAYERS = 8

_SENTENCE = re.compile(r".+?[.!?](?=\s|$)|.+", re.DOTALL)
_ADDRESS_AS_TITLE = re.compile(r"^\s*https?\s*:\s*/\s*/", re.IGNORECASE)


def normalized(report: Report, now: datetime) -> Report:
    """`report` cleaned; cleaning it again changes nothing. `now` is aware."""
    url = canonical_url(report.url)
    publisher = clean(report.publisher)
    text, credits_found = _body(report.text)
    credit = "\n".join(dict.fromkeys((*report.credit.splitlines(), *credits_found)))
    published_at, note = _settled(report.published_at, report.fetched_at, now)
    title = _title(report.title, text, (publisher, _site_name(url)))
    day = published_at
    return replace(
        report,
        id=report.id or report_id(url=url, publisher=publisher, title=title, published_at=day),
        publisher=publisher or registrable_domain(url),
        url=url,
        title=title,
        text=text,
        published_at=published_at,
        language=_language(report.language),
        owner=clean(report.owner),
        clock_note=note or report.clock_note,
        credit=credit,
    )


def report_from_fields(fields: Mapping[str, Any], now: datetime) -> Report:
    """A normalised report from raw fields, as a line of JSON has them.

    `publisher`, `url`, `title`, `text`, `published_at` (a date as text or a datetime), `language`,
    `kind`, `owner`, `id`; each may be missing. An unreadable date and an unknown kind are unknown.
    """
    published = fields.get("published_at")
    raw = Report(
        id=ReportId(clean(_text(fields, "id"))),
        publisher=_text(fields, "publisher"),
        url=_text(fields, "url"),
        title=_text(fields, "title"),
        text=_text(fields, "text"),
        published_at=published if isinstance(published, datetime) else read_moment(published),
        language=_text(fields, "language") or "en",
        kind=_kind(_text(fields, "kind")),
        owner=_text(fields, "owner"),
    )
    return normalized(raw, now)


def report_id(*, url: str, publisher: str, title: str, published_at: datetime | None) -> ReportId:
    """From the address, else from publisher, title and day: the same on every poll."""
    day = published_at.date().isoformat() if published_at else ""
    identity = url_key(url) or f"{publisher}\n{title}\n{day}"
    return ReportId("r" + blake2b(identity.encode(), digest_size=8).hexdigest())


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else "" if value is None else str(value)


def _kind(word: str) -> SourceKind:
    lowered = word.strip().lower()
    return SourceKind(lowered) if lowered in set(SourceKind) else SourceKind.UNKNOWN


def _settled(
    published: datetime | None, fetched: datetime | None, now: datetime
) -> tuple[datetime | None, str]:
    """The time in UTC, clamped to when it was fetched; and a note where it was clamped."""
    if published is None:
        return None, ""
    aware = published if published.tzinfo else published.replace(tzinfo=UTC)
    aware = aware.astimezone(UTC)
    latest = min(now, fetched or now).astimezone(UTC)
    if aware <= latest:
        return aware, ""
    if aware <= latest + CLOCK_SKEW:
        return latest, ""
    return (
        latest,
        f"said {aware:%Y-%m-%dT%H:%M:%SZ}, which had not come; taken as the time of fetch",
    )


def _body(markup: str) -> tuple[str, list[str]]:
    """Text and credits; a notice may come to light only when the one behind it has gone."""
    text, words = markup, list[str]()
    for _ in range(_LAYERS):
        clean_text, found = split_credits(plain_block(text))
        words += [credit.words for credit in found]
        if clean_text == text:
            break
        text = clean_text
    return text, words


def _title(markup: str, text: str, names: tuple[str, ...]) -> str:
    title = without_tail(plain_line(markup), names)
    if title and not _ADDRESS_AS_TITLE.match(title):
        return title
    first = _SENTENCE.match(text)
    return without_tail(shorten(clean(first[0]), TITLE_LIMIT), names) if first else title


def _site_name(url: str) -> str:
    return registrable_domain(url).partition(".")[0] if url else ""


def _language(code: str) -> str:
    return re.split(r"[-_]", code.strip().lower(), maxsplit=1)[0][:3] or "en"
