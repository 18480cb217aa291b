"""Who and what a story is about: the mentions of its origins brought together.

A surname is bound to the one full name that ends in it. An entity stays if two origins name it or
one does in its title or lead. Regions are those the event is about: where others only met is left
out while anything else is named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain import gazetteer, regions
from bot.domain.regions import RegionKind
from bot.domain.story import Entity, EntityType
from bot.domain.text import fold
from bot.newsdesk.names.extract import Extraction
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.people import full_names, slug

MOST_ENTITIES = 12
MOST_REGIONS = 8
_TITLE, _LEAD, _BODY = 4.0, 2.0, 0.5
_ENOUGH = 0.25
"""Share of the strongest region's weight that another needs to be what the story is about."""
_REGION_SUPPORT, _ENTITY_SUPPORT = 0.15, 0.08
"""Share of the origins that must name it: what one of sixty says is an aside."""
_BY_PATTERN = 0.5
"""A name found by its form weighs less than one from a table."""


def story_entities(read: Sequence[Extraction]) -> tuple[Entity, ...]:
    """The entities of a story, the weightiest first; `read` has one extraction per origin."""
    bound = [_bind_surnames(extraction, read) for extraction in read]
    weight: dict[str, float] = defaultdict(float)
    origins: dict[str, set[int]] = defaultdict(set)
    front: set[str] = set()
    shown: dict[str, list[Mention]] = defaultdict(list)
    for number, (extraction, mentions) in enumerate(zip(read, bound, strict=True)):
        for mention in mentions:
            weight[mention.id] += _weight(extraction, mention)
            origins[mention.id].add(number)
            shown[mention.id].append(mention)
            if extraction.in_front(mention):
                front.add(mention.id)
    least = max(1.0, _ENTITY_SUPPORT * len(read))
    kept = [
        key
        for key in weight
        if (key in front or len(origins[key]) > 1) and len(origins[key]) >= least
    ]
    # Ties go by id, so that the order of arrival cannot show.
    kept.sort(key=lambda key: (-weight[key], key))
    return tuple(_entity(shown[key]) for key in kept[:MOST_ENTITIES])


def story_regions(read: Sequence[Extraction]) -> tuple[str, ...]:
    """Codes of the countries, areas and blocs that the event is about, the weightiest first."""
    weight: dict[str, float] = defaultdict(float)
    support: Counter[str] = Counter()
    for extraction in read:
        named = [mention for mention in extraction.mentions if mention.region]
        of_event = [mention for mention in named if not mention.venue] or named
        for code, share in _shares(extraction, of_event).items():
            weight[code] += share
            support[code] += 1
    least = _ENOUGH * max(weight.values(), default=0.0)
    kept = [
        code
        for code in weight
        if weight[code] >= least and support[code] >= _REGION_SUPPORT * len(read)
    ]
    kept.sort(key=lambda code: (-weight[code], code))
    return tuple(kept[:MOST_REGIONS])


def _shares(extraction: Extraction, mentions: Iterable[Mention]) -> dict[str, float]:
    """How much one origin speaks of each region; repeating a name adds less each time."""
    best: dict[str, float] = defaultdict(float)
    count: Counter[str] = Counter()
    for mention in mentions:
        best[mention.region] = max(best[mention.region], _weight(extraction, mention))
        count[mention.region] += 1
    return {code: best[code] + 0.25 * min(count[code] - 1, 4) for code in best}


def _weight(extraction: Extraction, mention: Mention) -> float:
    if mention.start < extraction.title_end:
        where = _TITLE
    else:
        where = _LEAD if extraction.in_front(mention) else _BODY
    return where * (_BY_PATTERN if mention.how is How.PATTERN else 1.0)


def _bind_surnames(extraction: Extraction, read: Sequence[Extraction]) -> list[Mention]:
    """The mentions of one origin with surnames bound to full names of any origin."""
    known = full_names({m.name for one in read for m in one.mentions if _is_person(m)})
    return [
        _renamed(mention, known[key])
        if _is_person(mention) and (key := fold(mention.name)) in known
        else mention
        for mention in extraction.mentions
    ]


def _is_person(mention: Mention) -> bool:
    return mention.type is EntityType.PERSON


def _renamed(mention: Mention, name: str) -> Mention:
    return replace(mention, name=name, id=f"person:{slug(name)}")


def _entity(mentions: Sequence[Mention]) -> Entity:
    first = mentions[0]
    known = gazetteer.entity(first.id)
    if known is not None:
        short = tuple(alias for alias in known.aliases if len(alias) <= 24)[:4]
        return Entity(id=known.id, name=known.name, type=known.type, aliases=short)
    aliases = _written(mentions, first.name) if first.type is not EntityType.COUNTRY else ()
    return Entity(id=first.id, name=first.name, type=first.type, aliases=aliases)


def _written(mentions: Sequence[Mention], name: str) -> tuple[str, ...]:
    return tuple(sorted({mention.text for mention in mentions} - {name}))[:4]


def country_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Those of the regions that are countries."""
    return tuple(code for code in codes if _kind(code) is RegionKind.COUNTRY)


def _kind(code: str) -> RegionKind | None:
    found = regions.resolve(code)
    return regions.region(found).kind if found else None
