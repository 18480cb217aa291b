"""Organisations and laws that no table knows, by their form: "Ministry of Mines", "Acme Holdings".

A form gives the core of a name; the name is then followed to the left, over capitals and over "and"
("Fish and Wildlife Service"), and dropped where it runs on to the right ("Party Girl").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.domain import gazetteer
from bot.domain.regions.tables import codes
from bot.domain.story import EntityType
from bot.newsdesk.names.given_names import GIVEN_NAMES
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.people import slug

_CAP = r"(?:[A-ZÀ-Ý][\w'’À-ÿ&-]*|(?:[A-Z]\.){2,})"
_OFFICE = re.compile(
    rf"\b((?:Ministry|Department|Bureau|Office|Board|Bank|Commission|Court|House|University|Council"
    rf"|Institute|Chamber|Confederation|Federation|Association) (?:of|for) (?:the )?{_CAP}"
    rf"(?:(?:,? and| of| for|,) {_CAP}| {_CAP}){{0,4}})"
)
_PUBLIC = (
    "Ministry|Department|University|Institute|Association|Federation|Union|Commission|Authority"
    "|Agency|Council|Court|Committee|Party|Foundation|Organi[sz]ation|Service|Administration"
    "|Board|Bureau|Central Bank|Parliament|Congress|Senate|Treasury|Stock Exchange|Society"
    "|Directorate|Cent(?:er|re)|Clinic|Hospital|Network|Conference|League|Museum|Alliance|Coalition"
    "|College|Church|Academy|Patrol|Observatory|Laborator(?:y|ies)|Forces?|Army|Guard|Corps|Movement"
    "|Front"
)
_FIRM = (
    r"Inc|Corp|Corporation|Ltd|Limited|PLC|Plc|plc|AG|SE|SA|NV|LLC|Group|Holdings|Bank|Airlines|Airways"
    "|Motors?|Energy|Pharmaceuticals|Pharma|Technologies|Systems|Partners|Capital|Industries"
    "|Petroleum|Steel|Semiconductor|Electronics|Insurance|Logistics|Shipping|Railways?|Mining"
)
_NAMED = re.compile(rf"(?<![\w.])((?:{_CAP} ){{1,4}})({_PUBLIC}|{_FIRM})\b")
_LAW = re.compile(
    rf"(?<![\w.])((?:{_CAP} (?:(?:and|of|for) )?){{1,5}})(Act|Treaty|Directive|Accord|Amendment)\b"
)
_LEADING = re.compile(
    r"^(?:The|A|An|In|On|At|But|And|For|Its|His|Their|This|That|When|As|While|After|Before|By|From"
    r"|If|Under|Since|Of|To|Both|Other|Our|My|Her|Your|Two|Three|Former|Last|Next|Meanwhile"
    r"|Some|Many|Most|Officials|Spokes(?:man|woman|person)|Director|Chairman"
    r"|President|Professor|Dr|According|Earlier|Also|While|With|Yesterday|Today|Then|Now) "
    r"(?=[A-ZÀ-Ý])"
)
_BODY_WORD = re.compile(rf"\b(?:{_PUBLIC}|{_FIRM})$")
_OFFICE_WORD = re.compile(
    r"\b(?:Ministry|Department|Bureau|Office|Board|Commission|Court|University|Council|Institute"
    r"|Chamber|Confederation|Federation|Association|Bank) (?:of|for) "
)
_LAW_WORD = re.compile(r" (?:Act|Treaty|Directive|Accord|Amendment)$")
_FIRM_WORD = re.compile(rf"(?:{_FIRM})$")
_PUBLIC_WORD = re.compile(rf"(?:{_PUBLIC})$")
_LEFT = re.compile(rf"(?<![\w.'’-]){_CAP} $")
_LEFT_AND = re.compile(rf"(?<![\w.'’-]){_CAP} (?:and|&) $")
_RUNS_ON = re.compile(r" (?:[A-ZÀ-Ý][a-zà-ÿ'’-]+)")
_MAY_FOLLOW = codes(
    """
    leader secretary chairman chairwoman chair chief president director spokesman spokeswoman
    minister
    justice officer commissioner head member members officials official monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september
    october november december building headquarters judge chancellor dean professor coach inspector
    agent deputy mr mrs ms dr governor general
    """
)
"""Capitalised words that may stand behind a name without belonging to it."""
_CENTRAL_BANK = re.compile(r"(?:['’]s?)? (?:[Cc]entral [Bb]ank)\b(?! of)")


def organisations_in(
    text: str, taken: Iterable[tuple[int, int]], places: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Organisations and laws outside the spans in `taken`; `places` are those the text names."""
    spans = list(taken)
    regions = {place.region for place in places}
    found: list[Mention] = []
    for pattern in (_LAW, _OFFICE, _NAMED):
        for match in pattern.finditer(text):
            core = match.start()
            start = _start(text, core, match, spans, places)
            name = text[start : match.end()]
            if " " not in name or _overlaps(start, match.end(), spans) or _runs_on(text, match):
                continue
            spans.append((start, match.end()))
            found.append(_organisation(name, text[core : match.end()], start, regions))
    return tuple(sorted(found, key=lambda mention: mention.start))


def is_body(name: str) -> bool:
    """Whether a name has the form of an organisation's."""
    return _BODY_WORD.search(name) is not None or _OFFICE_WORD.search(name) is not None


def is_law(name: str) -> bool:
    """Whether a name has the form of a law's or a treaty's."""
    return _LAW_WORD.search(name) is not None


def central_banks_in(text: str, places: Sequence[Mention]) -> Iterator[Mention]:
    """A "central bank" behind a country, by its own name or else by its country's."""
    for place in places:
        match = _CENTRAL_BANK.match(text, place.end)
        if match is None or not place.id.startswith("country:"):
            continue
        known = gazetteer.canonical("central bank", {place.region})
        entity = gazetteer.entity(known) if known else None
        start = match.end() - len("central bank")
        yield Mention(
            start=start,
            end=match.end(),
            text=text[start : match.end()],
            id=entity.id if entity else f"org:central-bank-{place.region.lower()}",
            name=entity.name if entity else f"Central Bank of {place.name}",
            type=EntityType.ORGANIZATION,
            how=How.INSTITUTION,
            region=place.region,
        )


def _start(
    text: str,
    core: int,
    match: re.Match[str],
    taken: Sequence[tuple[int, int]],
    places: Sequence[Mention],
) -> int:
    """Where the name begins: left of its core, and without what only opens the sentence."""
    start = core
    for _ in range(6):
        before = _LEFT.search(text, max(0, start - 40), start)
        if before is None and match.re is not _OFFICE and not _FIRM_WORD.search(match[0]):
            before = _LEFT_AND.search(text, max(0, start - 40), start)
            if before and (_is_known(before.start(), taken, places) or _ends_a_body(before[0])):
                before = None
        if before is None or _overlaps(before.start(), start, taken):
            break
        start = before.start()
    return _without_opening(text, start, match.end(), places)


def _is_known(at: int, taken: Sequence[tuple[int, int]], places: Sequence[Mention]) -> bool:
    return any(a <= at < b for a, b in taken) or any(one.start <= at < one.end for one in places)


def _ends_a_body(word: str) -> bool:
    return _PUBLIC_WORD.search(word.partition(" ")[0]) is not None


def _without_opening(text: str, start: int, end: int, places: Sequence[Mention]) -> int:
    """The start without an article, a title or a possessor that is a place."""
    while (opening := _LEADING.match(text[start:end])) is not None:
        start += opening.end()
    for place in places:
        owner = place.start == start and text[place.end : place.end + 3] in {"'s ", "’s "}
        if owner and place.end + 3 < end:
            return place.end + 3
    return start


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in spans)


def _runs_on(text: str, match: re.Match[str]) -> bool:
    """Whether another capital follows: "the Party Girl" is no party."""
    if match.re is _OFFICE or not _PUBLIC_WORD.search(match[0]):
        return False
    after = _RUNS_ON.match(text, match.end())
    if after is None:
        return False
    word = after[0].strip().lower()
    return word not in _MAY_FOLLOW and word not in GIVEN_NAMES


def _organisation(name: str, core: str, start: int, regions: set[str]) -> Mention:
    known = gazetteer.canonical(name, regions) or gazetteer.canonical(core, regions)
    entity = gazetteer.entity(known) if known else None
    prefix, kind = _kind(name)
    return Mention(
        start=start,
        end=start + len(name),
        text=name,
        id=entity.id if entity else f"{prefix}:{slug(name)}",
        name=entity.name if entity else name,
        type=entity.type if entity else kind,
        how=How.INSTITUTION if entity else How.PATTERN,
        region=entity.region if entity and entity.id.startswith("org:") else "",
    )


def _kind(name: str) -> tuple[str, EntityType]:
    if is_law(name):
        return "policy", EntityType.POLICY
    firm = _FIRM_WORD.search(name) is not None
    return ("company", EntityType.COMPANY) if firm else ("org", EntityType.ORGANIZATION)
