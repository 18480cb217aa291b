"""What sort of publisher a report comes from, also where its feed does not say."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.domain.report import Report, SourceKind
from bot.newsdesk.publishers.agencies import RELEASE_WIRES, agency
from bot.newsdesk.publishers.outlets import by_domain, by_name
from bot.newsdesk.publishers.owners import is_aggregator
from bot.newsdesk.text.urls import registrable_domain

_PUBLIC_HOST = re.compile(
    r"(?:^|\.)(?:gov|gouv|gob|govt|gc|mil|parliament|europa)\.[a-z]{2,3}(?:\.[a-z]{2})?$"
    r"|\.(?:gov|mil|int)$"
    r"|(?:^|\.)(?:europa\.eu|un\.org|imf\.org|worldbank\.org|wto\.org|oecd\.org|opec\.org|bis\.org"
    r"|bankofengland\.co\.uk|federalreserve\.gov|bundesbank\.de|ecb\.int|boj\.or\.jp|snb\.ch"
    r"|rba\.gov\.au"
    r"|iea\.org|who\.int|nato\.int|admin\.ch|go\.jp|go\.kr|gov\.cn)$"
)
_ISSUER = re.compile(
    r"\b(?:ministry of|department of|central bank|reserve bank|federal reserve"
    r"|bank of (?:england|japan|canada"
    r"|korea|russia|italy|france|spain|mexico|israel)|securities and exchange commission"
    r"|european commission"
    r"|european central bank|statistic(?:s|al) office|bureau of (?:statistics|labor)|eurostat"
    r"|office for national"
    r"|press office|investor relations|supreme court|white house|treasury|regulator"
    # "Android Authority" is an outlet.
    r"|(?:aviation|banking|canal|competition|conduct|customs|energy|fiscal|food|health|insurance"
    r"|maritime|markets?|monetary|ports?|regulatory|safety|securities|standards|tax|transport"
    r"|water) authority)\b",
    re.IGNORECASE,
)
_SOCIAL_HOSTS = frozenset(
    ("twitter.com", "x.com", "facebook.com", "reddit.com", "t.me", "tiktok.com", "youtube.com",
     "instagram.com", "weibo.com", "threads.net", "bsky.app", "truthsocial.com", "telegram.org")
)  # fmt: skip


def kind_of(report: Report) -> SourceKind:
    """The kind its feed gives; else by what we know of the publisher; else unknown."""
    if report.kind is not SourceKind.UNKNOWN:
        return report.kind
    domain = registrable_domain(report.url) if report.url else ""
    host = urlsplit(report.url).hostname or "" if report.url else ""
    publisher = report.publisher
    known = publisher.lower() in by_name() or domain in by_domain() or host in by_domain()
    issuer = _PUBLIC_HOST.search(host) or _ISSUER.search(publisher) or publisher in RELEASE_WIRES
    signs = (
        (bool(agency(publisher)), SourceKind.WIRE),
        (domain in _SOCIAL_HOSTS or "twitter" in publisher.lower(), SourceKind.SOCIAL),
        (known, SourceKind.OUTLET),
        (bool(issuer), SourceKind.PRIMARY),
        (is_aggregator(report), SourceKind.AGGREGATOR),
    )
    return next((kind for told, kind in signs if told), SourceKind.UNKNOWN)
