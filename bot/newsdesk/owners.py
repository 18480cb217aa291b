"""Who stands behind a publisher: two publishers of one owner are one origin."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.domain.report import Report, SourceKind
from bot.domain.text import fold
from bot.newsdesk.agencies import agency
from bot.newsdesk.outlets import AGGREGATORS, by_domain, by_name
from bot.newsdesk.urls import canonical_url, registrable_domain

_WEB_ENDINGS = (" com", " co uk", " org", " net")


def owner_of(report: Report) -> str:
    """The owner as the feed says, else as we know, else the domain, else the publisher."""
    if report.owner:
        return owner_named(report.owner)
    known = by_domain().get(_host(report)) or by_domain().get(registrable_domain(report.url))
    if known:
        return known.owner
    named = owner_named(report.publisher)
    return named if named != report.publisher else registrable_domain(report.url) or named


def owner_named(name: str) -> str:
    """The owner of the outlet called `name`; the name itself where we do not know one."""
    lowered = name.strip().lower()
    known = by_name().get(lowered) or by_name().get(lowered.removeprefix("the "))
    return known.owner if known else agency(name) or name.strip()


def owner_key(name: str) -> str:
    """What two spellings of one owner share."""
    key = fold(name).removeprefix("the ")
    for ending in _WEB_ENDINGS:
        key = key.removesuffix(ending)
    return key.replace(" ", "")


def agency_of(report: Report) -> str:
    """The agency that published the report itself, "" for any other publisher."""
    return agency(report.publisher) or agency(report.owner)


def is_aggregator(report: Report) -> bool:
    """Whether the publisher only repeats others."""
    if report.kind is SourceKind.AGGREGATOR:
        return True
    host = _host(report)
    return host in AGGREGATORS or registrable_domain(report.url) in AGGREGATORS


def _host(report: Report) -> str:
    return urlsplit(canonical_url(report.url)).hostname or "" if report.url else ""
