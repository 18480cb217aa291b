"""Organisations that no table knows, by their form: "Ministry of Mines", "Acme Holdings"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from bot.domain import gazetteer
from bot.domain.story import EntityType
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.people import slug

_CAP = r"[A-ZÀ-Ý][\w'’À-ÿ&-]*"
_OFFICE = re.compile(
    rf"\b((?:Ministry|Department|Bureau|Office|Board|Bank|Commission|Court|House|University|Council"
    rf"|Institute|Chamber|Confederation|Federation|Association) (?:of|for) (?:the )?{_CAP}"
    rf"(?:(?:,? and| of| for|,) {_CAP}| {_CAP}){{0,4}})"
)
_PUBLIC = (
    "Ministry|Department|University|Institute|Association|Federation|Union|Commission|Authority"
    "|Agency|Council|Court|Committee|Party|Foundation|Organi[sz]ation|Service|Administration"
    "|Board|Bureau|Central Bank|Parliament|Congress|Senate|Treasury|Stock Exchange|Society"
)
_FIRM = (
    r"Inc|Corp|Corporation|Ltd|Limited|PLC|Plc|plc|AG|SE|SA|NV|LLC|Group|Holdings|Bank|Airlines|Airways"
    "|Motors?|Energy|Pharmaceuticals|Pharma|Technologies|Systems|Partners|Capital|Industries"
    "|Petroleum|Steel|Semiconductor|Electronics|Insurance|Logistics|Shipping|Railways?|Mining"
)
_NAMED = re.compile(rf"\b((?:{_CAP} ){{1,4}})({_PUBLIC}|{_FIRM})\b")
_LEADING = re.compile(r"^(?:The|A|An|In|On|At|But|And|For|Its|His|Their|This|That|When|As|While) ")
_FIRM_WORD = re.compile(rf"(?:{_FIRM})$")


def organisations_in(
    text: str, taken: Iterable[tuple[int, int]], regions: Collection[str]
) -> tuple[Mention, ...]:
    """Organisations outside the spans in `taken`; `regions` are those the text speaks of."""
    spans = list(taken)
    found: list[Mention] = []
    for pattern in (_OFFICE, _NAMED):
        for match in pattern.finditer(text):
            name, start = _without_article(match[0], match.start())
            end = start + len(name)
            if " " not in name or any(start < b and a < end for a, b in spans):
                continue
            spans.append((start, end))
            found.append(_organisation(name, start, regions))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _without_article(name: str, start: int) -> tuple[str, int]:
    article = _LEADING.match(name)
    return (name[article.end() :], start + article.end()) if article else (name, start)


def _organisation(name: str, start: int, regions: Collection[str]) -> Mention:
    known = gazetteer.canonical(name, regions)
    entity = gazetteer.entity(known) if known else None
    firm = _FIRM_WORD.search(name) is not None
    kind = EntityType.COMPANY if firm else EntityType.ORGANIZATION
    return Mention(
        start=start,
        end=start + len(name),
        text=name,
        id=entity.id if entity else f"{'company' if firm else 'org'}:{slug(name)}",
        name=entity.name if entity else name,
        type=entity.type if entity else kind,
        how=How.INSTITUTION if entity else How.PATTERN,
        region=entity.region if entity and entity.id.startswith("org:") else "",
    )
