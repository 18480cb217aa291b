"""Who and what a story is about: the mentions of its origins brought together.

The forms of one name are brought together (`same_names.py`), and names that only recur are added
(`recurring.py`). An entity stays if two origins name it or one does in its title or lead. Regions
are those the event is about: where others only met is left out while anything else is named, and
what a single origin says in passing counts only where it is the only origin.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot.domain import gazetteer, regions
from bot.domain.regions import RegionKind
from bot.domain.story import Entity, EntityType
from bot.domain.text import fold
from bot.newsdesk.names.extract import Extraction
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.people import slug
from bot.newsdesk.names.place_senses import georgia_in
from bot.newsdesk.names.recurring import recurring_names
from bot.newsdesk.names.same_names import full_names, together

MOST_ENTITIES = 12
MOST_REGIONS = 8
_TITLE, _LEAD, _BODY = 4.0, 2.0, 0.5
_ENOUGH = 0.25
"""Share of the strongest region's weight that another needs to be what the story is about."""
_REGION_SUPPORT, _ENTITY_SUPPORT = 0.15, 0.08
"""Share of the origins that must name it: what one of sixty says is an aside."""
_OFTEN = 3
"""Times that the only origin must name a place in its text to make up for its title and lead."""
_BY_PATTERN = 0.5
"""A name found by its form weighs less than one from a table."""


def story_entities(read: Sequence[Extraction]) -> tuple[Entity, ...]:
    """The entities of a story, the weightiest first; `read` has one extraction per origin."""
    bound = _bound(read)
    weight: dict[str, float] = defaultdict(float)
    origins: dict[str, set[int]] = defaultdict(set)
    front: set[str] = set()
    shown: dict[str, list[Mention]] = defaultdict(list)
    for number, (extraction, mentions) in enumerate(zip(read, bound, strict=True)):
        for mention in mentions:
            if mention.aside:
                continue
            weight[mention.id] += _weight(extraction, mention)
            origins[mention.id].add(number)
            shown[mention.id].append(mention)
            if extraction.in_front(mention):
                front.add(mention.id)
    least = max(1.0, _ENTITY_SUPPORT * len(read))
    kept = [
        key
        for key in weight
        if (key in front or len(origins[key]) >= _needed(key, len(read)))
        and len(origins[key]) >= least
    ]
    # Ties go by id, so that the order of arrival cannot show.
    kept.sort(key=lambda key: (-weight[key], key))
    return tuple(_entity(shown[key]) for key in kept[:MOST_ENTITIES])


def _needed(key: str, read: int) -> float:
    """Origins that must name it in their texts; petroleum stands in many by the way."""
    return max(2, read / 2) if key.startswith("commodity:") else 2


def story_regions(read: Sequence[Extraction]) -> tuple[str, ...]:
    """Codes of the countries, areas and blocs that the event is about, the weightiest first."""
    weight: dict[str, float] = defaultdict(float)
    support: Counter[str] = Counter()
    said: Counter[str] = Counter()
    front: set[str] = set()
    for extraction, mentions in zip(read, _one_sense(read), strict=True):
        named = [mention for mention in mentions if mention.region and not mention.aside]
        of_event = [mention for mention in named if not mention.venue] or named
        front |= {mention.region for mention in of_event if extraction.in_front(mention)}
        said.update(mention.region for mention in of_event)
        for code, share in _shares(extraction, of_event).items():
            weight[code] += share
            support[code] += 1
    least = _ENOUGH * max(weight.values(), default=0.0)
    kept = [
        code
        for code in weight
        if weight[code] >= least
        and support[code] >= _REGION_SUPPORT * len(read)
        and (code in front or support[code] >= _needed_behind(len(read), front, said[code]))
    ]
    kept.sort(key=lambda code: (-weight[code], code))
    return tuple(kept[:MOST_REGIONS])


def _needed_behind(read: int, front: Collection[str], times: int) -> float:
    """Origins that must name a place in their texts which no title or lead names.

    Where other places stand in front, one origin's word is an aside. Where none does, a third is
    enough, so that the places of a story do not change with its third report; an only origin must
    say it more than once or twice.
    """
    if read == 1:
        return 1 if times >= _OFTEN else 2
    return max(2, read / 3) if front else read / 3


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


def _bound(read: Sequence[Extraction]) -> list[list[Mention]]:
    """The mentions of every origin as the story as a whole lets them be understood."""
    every = [
        [*mentions, *more]
        for mentions, more in zip(_one_sense(read), recurring_names(read), strict=True)
    ]
    return _men_not_firms(together(every))


def _one_sense(read: Sequence[Extraction]) -> list[list[Mention]]:
    """One Georgia a story: where one origin leaves it open, another tells."""
    meant = ""
    if any(_is_georgia(mention) for one in read for mention in one.mentions):
        meant = georgia_in(" ".join(one.text[: one.lead_end] for one in read))
    return [
        [_in_georgia(m, meant) if meant and _is_georgia(m) else m for m in one.mentions]
        for one in read
    ]


def _is_georgia(mention: Mention) -> bool:
    return mention.text == "Georgia" and mention.region in {"US", "GE"}


def _in_georgia(mention: Mention, code: str) -> Mention:
    place = regions.region(code)
    return replace(mention, region=code, id=f"country:{code}", name=place.name)


def _men_not_firms(by_origin: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """A firm's bare name is a man's where half of the origins name him, none the firm in full."""
    people = [{m.name for m in mentions if _is_person(m)} for mentions in by_origin]
    often = [name for name in set().union(*people) if _named_by_half(name, people)]
    men = full_names(often)
    long = {m.id for mentions in by_origin for m in mentions if " " in m.text and not _is_person(m)}
    return [[_man(m, men, long) for m in mentions] for mentions in by_origin]


def _named_by_half(name: str, people: Sequence[set[str]]) -> bool:
    return 2 * sum(name in named for named in people) >= len(people)


def _man(mention: Mention, men: dict[str, str], long: set[str]) -> Mention:
    name = men.get(fold(mention.text))
    if name is None or mention.type is not EntityType.COMPANY or mention.id in long:
        return mention
    return replace(mention, name=name, id=f"person:{slug(name)}", type=EntityType.PERSON)


def _is_person(mention: Mention) -> bool:
    return mention.type is EntityType.PERSON


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
