"""What sort of publisher a report comes from, also where its feed does not say."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.domain.report import Report, SourceKind
from bot.domain.text import fold
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
_COMPANY = re.compile(
    r",?\s+(?:plc|inc|ag|se|s\.?a|n\.?v|corp|corporation|ltd|limited|llc|gmbh|s\.?p\.?a|asa|ab|oyj"
    r"|company|co)\.?$",
    re.IGNORECASE,
)
_WEB_ENDING = re.compile(r"\.(?:com|org|net|co\.uk|io|de)$", re.IGNORECASE)
_ANNOUNCING = re.compile(
    r"^(?:\S+ ){0,4}?(?:announc|launch|introduc|appoint|acquir|agree|complet|publish|recall"
    r"|open|sign|receiv|present|unveil|post|declar|issu|nam)(?:s|es|ed|e)?\b",
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
        (announces_itself(report), SourceKind.PRIMARY),
    )
    return next((kind for told, kind in signs if told), SourceKind.UNKNOWN)


def announces_itself(report: Report) -> bool:
    """Whether a publisher announces something of its own: "Acme reports ...", by Acme plc."""
    brand = fold(_COMPANY.sub("", _WEB_ENDING.sub("", report.publisher.strip())))
    title = fold(report.title)
    if len(brand) < 3 or not title.startswith(f"{brand} "):
        return False
    said = title.removeprefix(brand).lstrip()
    # Papers report, too; of a company it is its results.
    is_company = bool(_COMPANY.search(report.publisher.strip()))
    return bool(_ANNOUNCING.match(said)) or (is_company and said.startswith("report"))
