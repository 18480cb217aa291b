"""Press releases: whose they are, when a wire or an outlet prints them as they came."""

from __future__ import annotations

import re

from bot.domain.report import Report, SourceKind
from bot.newsdesk.publishers.agencies import RELEASE_WIRES

_HEAD = 400
_WIRE_MARK = re.compile(
    r"/\s*PR\s?Newswire\s*/"
    r"|\(\s*(?:BUSINESS WIRE|GLOBE NEWSWIRE|NEWSFILE CORP|ACCESSWIRE|PRWEB)\b[^)]*\)"
    r"|\bEQS-News\b|FOR IMMEDIATE RELEASE|\A\s*(?:press|news|media) release\b",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\bthis (?:press )?release (?:was|has been) (?:issued|distributed|provided)"
    r"|\bpress release\b.{0,40}\bprovided by\b|\(press release\)"
    r"|\b(?:media|press) contacts?:",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:^|\n)\s*About (?P<issuer>[A-Z][\w&.,’' -]{1,60}?)\s*(?:\n|:|$)")
_ISSUER = re.compile(
    r"(?:--?|[–—]|:)\s*(?P<issuer>(?:[A-Z][\w&’'.-]*)"
    r"(?:\s+(?:of|and|&|the|for|de)?\s*[A-Z][\w&’'.-]*){0,5})"
)
_LEGAL_FORM = re.compile(r",?\s+(?:Inc|Ltd|LLC|PLC|Plc|AG|SE|SA|NV|Corp|Co)\.?$")


def is_primary(report: Report) -> bool:
    """Whether the issuer itself speaks: its own site, or a wire that prints what it is sent."""
    return report.kind is SourceKind.PRIMARY or is_release(report)


def is_release(report: Report) -> bool:
    """Whether the text is a press release, whoever printed it."""
    printed_by_wire = report.publisher.strip().lower() in {wire.lower() for wire in RELEASE_WIRES}
    marked = _WIRE_MARK.search(report.text[:_HEAD]) or _PRINTED.search(
        f"{report.title}\n{report.publisher}\n{report.text}"
    )
    return printed_by_wire or bool(marked)


def issuer_of(report: Report) -> str:
    """The issuer of a primary document: its own publisher, or whom the release names."""
    if report.kind is SourceKind.PRIMARY and not is_release(report):
        return report.publisher
    about = _ABOUT.search(report.text)
    named = about or _ISSUER.search(report.text[:_HEAD])
    issuer = named["issuer"].strip(" .,") if named else report.publisher
    return _LEGAL_FORM.sub("", issuer)
