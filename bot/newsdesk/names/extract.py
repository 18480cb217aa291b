"""Who and what a text names: places first, then known entities, people and organisations.

One pass over a tree of names, longest match first, then patterns for what no table holds. What the
mentions of several reports amount to for a story is decided in `story_entities.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain import regions
from bot.domain.regions import RegionKind
from bot.domain.regions.tables import codes
from bot.domain.report import Report
from bot.domain.story import EntityType
from bot.newsdesk.names.acronyms import bindings
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.name_entries import Sense, names
from bot.newsdesk.names.name_tree import Found, Word, words_of
from bot.newsdesk.names.organisations import organisations_in
from bot.newsdesk.names.people import people_in, slug
from bot.newsdesk.names.place_context import (
    NOWHERE,
    Setting,
    is_person,
    is_venue,
    meant,
    setting,
)
from bot.newsdesk.names.place_tables import GIVEN_AND_PLACE

Recognizer = Callable[[str], tuple[Mention, ...]]
"""Finds names by what it learned instead of by tables: the optional extra `ner`."""
LONGEST = 6_000
"""Characters of a report that are read for names; what comes later is background."""
_LOWER_RISK = codes(
    """
    turkey china chad jordan georgia mali polish pole poles dane danes brit turk turks swede kiwi
    kiwis guinea finn thai lao jersey scot scots cuba buffalo orange man cork reading mobile nice
    """
)
"""Words in small letters that are no place even where a feed writes no capitals."""
_PLACE_BEFORE = codes("in from to across near into outside around inside throughout")
_PLACE_TYPES = frozenset((EntityType.COUNTRY, EntityType.REGION))


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one report names."""

    text: str
    """Title and text as they were read; mentions count characters of this."""
    title_end: int
    lead_end: int
    """Where the title and where the lead (the first two sentences of the text) end."""
    mentions: tuple[Mention, ...]

    def in_front(self, mention: Mention) -> bool:
        """Whether it stands in the title or the lead."""
        return mention.start < self.lead_end


_SENTENCE_END = re.compile(r"[.!?][\"”')\]]*\s+(?=[\"“'(\[]?[A-Z0-9])|\n{2,}")


def extract(report: Report, recognize: Recognizer | None = None) -> Extraction:
    """The names in a report's title and the beginning of its text.

    What `recognize` finds besides is taken where no table or pattern of ours found anything.
    """
    text = f"{report.title}\n\n{report.text}"[:LONGEST]
    title_end = min(len(report.title), len(text))
    ends = [match.end() for match in _SENTENCE_END.finditer(text, title_end + 2, title_end + 900)]
    lead_end = ends[1] if len(ends) > 1 else min(len(text), title_end + 900)
    mentions = (
        *mentions_in(report.title),
        *(_moved(mention, title_end + 2) for mention in mentions_in(text[title_end + 2 :])),
    )
    if recognize is not None:
        mentions = _with_more(mentions, recognize(text))
    bound = _bind_acronyms(text, mentions)
    return Extraction(text=text, title_end=title_end, lead_end=lead_end, mentions=bound)


def _with_more(mentions: tuple[Mention, ...], more: tuple[Mention, ...]) -> tuple[Mention, ...]:
    taken = [(mention.start, mention.end) for mention in mentions]
    free = [
        mention
        for mention in more
        if all(mention.end <= start or mention.start >= end for start, end in taken)
    ]
    return tuple(sorted((*mentions, *free), key=lambda mention: mention.start))


def mentions_in(text: str) -> tuple[Mention, ...]:
    """Everything a text names, in order, without overlaps."""
    words = words_of(text)
    here = setting(text, words)
    loose = len(words) > 3 and not any(word.capital for word in words)
    known = _known(text, words, here, loose=loose)
    spans = [(mention.start, mention.end) for mention in known]
    people = people_in(text, _blocked(known), headline=here.headline)
    spans += [(mention.start, mention.end) for mention in people]
    said = {mention.region for mention in known if mention.region}
    bodies = () if here.headline else organisations_in(text, _blocked(known), said)
    kept = [one for one in (*known, *people) if not _covered(one, bodies)]
    return tuple(sorted((*kept, *bodies), key=lambda mention: mention.start))


def regions_in(text: str) -> frozenset[str]:
    """Countries, areas and blocs that a text names."""
    return frozenset(mention.region for mention in mentions_in(text) if mention.region)


def countries_in(text: str) -> frozenset[str]:
    """Countries that a text names, by whatever word."""
    return frozenset(code for code in regions_in(text) if _is_country(code))


def _is_country(code: str) -> bool:
    found = regions.resolve(code)
    return found is not None and regions.region(found).kind is RegionKind.COUNTRY


def _known(text: str, words: list[Word], here: Setting, *, loose: bool) -> list[Mention]:
    read = list(names().find(text, words, loose=loose))
    found = [one for one in read if one.meaning.how and not _is_small_risk(one, words)]
    persons = {words[one.first].key for one in found if _is_place(one) and is_person(one, here)}
    # "Michael Jordan" stands in the tree as a phrase that is no place.
    phrases = (words[one.first : one.last] for one in read if one.meaning.how is None)
    persons |= {word.key for phrase in phrases for word in phrase if word.key in GIVEN_AND_PLACE}
    mentions = []
    for one in found:
        if _is_surname(one, here, persons):
            continue
        mention = _mention(one, here)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _is_small_risk(found: Found[Sense], words: list[Word]) -> bool:
    word = words[found.first]
    return not word.capital and word.key in _LOWER_RISK


def _is_place(found: Found[Sense]) -> bool:
    return found.meaning.type in _PLACE_TYPES


def _is_surname(found: Found[Sense], here: Setting, persons: set[str]) -> bool:
    """A bare "Jordan" after "Michael Jordan" is the man, unless a preposition places it."""
    if here.words[found.first].key not in persons or found.last - found.first > 1:
        return False
    before = here.words[found.first - 1] if found.first else None
    return before is None or before.key not in _PLACE_BEFORE


def _mention(found: Found[Sense], here: Setting) -> Mention | None:
    sense, first, last = found.meaning, here.words[found.first], here.words[found.last - 1]
    region = sense.region
    if _is_place(found) or (sense.region and sense.how is not How.INSTITUTION):
        region = meant(found, here)
        if region == NOWHERE:
            return None
    elif (sense.risky and (first.opens or here.headline)) or _is_cased_commodity(found, here):
        return None
    mention = Mention(
        start=first.start,
        end=last.end,
        text=here.text[first.start : last.end],
        id=sense.id,
        name=sense.name,
        type=sense.type,
        how=sense.how or How.NAME,
        region=region,
        venue=_is_place(found) and sense.how in _SEATS and is_venue(found, here),
    )
    return mention if region == sense.region else _moved_to(mention, region)


_SEATS = frozenset((How.CAPITAL, How.CITY))


def _is_cased_commodity(found: Found[Sense], here: Setting) -> bool:
    """Whether a commodity has a capital inside a sentence: "Susan Rice" is no cereal."""
    word = here.words[found.first]
    return (
        found.meaning.type is EntityType.COMMODITY
        and found.last - found.first == 1
        and word.capital
        and not (word.opens or here.headline or word.text.isupper())
        and word.key not in {"brent", "bitcoin", "ether", "ethereum"}
    )


def _moved_to(mention: Mention, region: str) -> Mention:
    """The same words, meaning another region than the table says."""
    place = regions.region(region)
    if place.kind is RegionKind.COUNTRY:
        return replace(
            mention,
            region=region,
            id=f"country:{region}",
            name=place.name,
            type=EntityType.COUNTRY,
        )
    return replace(
        mention,
        region=region,
        id="org:european-union" if region == "EU" else f"region:{region.lower()}",
        name=place.name,
        type=EntityType.ORGANIZATION if region == "EU" else EntityType.REGION,
    )


def _blocked(known: list[Mention]) -> list[tuple[int, int]]:
    """Spans a pattern may not touch; places may stand inside an organisation's name."""
    return [(one.start, one.end) for one in known if one.type not in _PLACE_TYPES]


def _covered(mention: Mention, bodies: tuple[Mention, ...]) -> bool:
    """A person inside an organisation's name is none; a place inside it still is one."""
    return mention.type is EntityType.PERSON and any(
        body.start <= mention.start < body.end for body in bodies
    )


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


def _bind_acronyms(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Add the uses of acronyms that the text itself explains and no table knows."""
    bound = list(mentions)
    for acronym, name in bindings(text).items():
        full = next((one for one in mentions if one.text == name), None)
        for match in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", text):
            if any(one.start < match.end() and match.start() < one.end for one in bound):
                continue
            bound.append(_acronym(match, name, full))
    return tuple(sorted(bound, key=lambda mention: mention.start))


def _acronym(match: re.Match[str], name: str, full: Mention | None) -> Mention:
    if full is not None:
        return replace(full, start=match.start(), end=match.end(), text=match[0])
    return Mention(
        start=match.start(),
        end=match.end(),
        text=match[0],
        id=f"org:{slug(name)}",
        name=name,
        type=EntityType.ORGANIZATION,
        how=How.PATTERN,
    )
