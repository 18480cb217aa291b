"""Who stands behind a publisher: two publishers of one owner are one origin."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.domain.report import Report, SourceKind
from bot.domain.text import fold
from bot.newsdesk.publishers.agencies import agency, agency_publishing
from bot.newsdesk.publishers.outlets import AGGREGATORS, by_domain, by_name
from bot.newsdesk.text.urls import canonical_url, registrable_domain

_WEB_ENDINGS = (" com", " co uk", " org", " net")
# Many publishers share these domains, so the domain says nothing about who owns them.
_SHARED_DOMAINS = frozenset(
    """
    blogspot.com bsky.app example.com example.net example.org facebook.com feedburner.com ghost.io
    github.io google.com instagram.com linkedin.com medium.com substack.com t.co telegra.ph t.me
    tumblr.com twitter.com vk.com weebly.com wixsite.com wordpress.com x.com youtube.com
    """.split()  # noqa: SIM905 - a list of names reads best as one
)


def owner_of(report: Report) -> str:
    """The owner as the feed says, else as we know, else the domain, else the publisher."""
    if report.owner:
        return owner_named(report.owner)
    domain = registrable_domain(report.url)
    known = by_domain().get(_host(report)) or by_domain().get(domain)
    if known:
        return known.owner
    if by_agency := agency_of(report):
        return by_agency
    named = owner_named(report.publisher)
    if named != report.publisher or domain in _SHARED_DOMAINS | AGGREGATORS:
        return named or domain
    return domain or named


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
    named = agency_publishing(report.publisher, registrable_domain(report.url))
    return named or agency(report.owner)


def is_aggregator(report: Report) -> bool:
    """Whether the publisher only repeats others.

    An outlet named by a link through an aggregator is the outlet, not the aggregator.
    """
    if report.kind is SourceKind.AGGREGATOR:
        return True
    domain = next(
        (d for d in (_host(report), registrable_domain(report.url)) if d in AGGREGATORS), ""
    )
    brand = domain.removesuffix(".com").rpartition(".")[2]
    return bool(domain) and (not report.publisher or brand in owner_key(report.publisher))


def _host(report: Report) -> str:
    return urlsplit(canonical_url(report.url)).hostname or "" if report.url else ""
