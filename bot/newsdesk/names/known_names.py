"""The names that our tables hold, as the text around them lets them be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain import gazetteer, regions
from bot.domain.regions import RegionKind
from bot.domain.regions.tables import codes
from bot.domain.story import EntityType
from bot.newsdesk.names.given_names import GIVEN_AND_PLACE
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.name_entries import Sense, names
from bot.newsdesk.names.name_tree import Found, Word
from bot.newsdesk.names.place_context import (
    airline_start,
    follows_fort,
    is_another_firm,
    is_home_of_a_medium,
    is_person,
    is_sponsor,
    is_venue,
    meant,
)
from bot.newsdesk.names.place_or_person import COUNTRIES_FIRST, after_a_first_name
from bot.newsdesk.names.setting import Setting
from bot.newsdesk.text.tokens import STOPWORDS

PLACE_TYPES = frozenset((EntityType.COUNTRY, EntityType.REGION))
_LOWER_RISK = codes(
    """
    turkey china chad jordan georgia mali polish pole poles dane danes brit turk turks swede kiwi
    kiwis guinea finn thai lao jersey scot scots cuba buffalo orange man cork reading mobile nice
    """
)
"""Words in small letters that are no place even where a feed writes no capitals."""
_PLACE_BEFORE = codes("in from to across near into outside around inside throughout")
_SEATS = frozenset((How.CAPITAL, How.CITY))
_FIRMS = frozenset((EntityType.COMPANY, EntityType.COMMODITY))
_COINS = codes("brent bitcoin ether ethereum")
"""Commodities that are always written with a capital."""
_ONLY_A_TRAIT = re.compile(
    r"-(?:rich|free|based|like|colou?red|plated|coated|filled|brown|style)\b"
)
_COLOURED = re.compile(r" (?:[A-Z][a-z]|(?:19|20)\d\d |cars?|sedan|van|truck|suv|hair|dress|paint)")
_AMOUNT = re.compile(
    r"(?:\d|\b(?:hundred|thousand|million|billion|trillion|[mb]n))\s$", re.IGNORECASE
)


def known_in(words: list[Word], here: Setting, *, loose: bool) -> list[Mention]:
    """Mentions of known names, in order; `loose` where the text has no capitals at all."""
    read = list(names().find(here.text, words, loose=loose))
    found = [one for one in read if one.meaning.how and not _is_small_risk(one, words)]
    persons = _persons(read, found, here)
    men = _men_like_firms(found, here)
    return [
        mention
        for one in found
        if not _is_surname(one, here, persons) and not _is_a_man(one, here, men)
        for mention in _mentions(one, here)
    ]


def _persons(
    read: Sequence[Found[Sense]], found: Sequence[Found[Sense]], here: Setting
) -> set[str]:
    """Names of places that are somebody's here."""
    persons = {
        here.words[one.first].key
        for one in found
        if _is_place(one) and (after_a_first_name(one, here) or _is_bare_first_name(one, here))
    }
    # "Michael Jordan" stands in the tree as a phrase that is no place.
    phrases = (here.words[one.first : one.last] for one in read if one.meaning.how is None)
    return persons | {word.key for phrase in phrases for word in phrase} & GIVEN_AND_PLACE


def _is_bare_first_name(found: Found[Sense], here: Setting) -> bool:
    """Whether a first name may stand alone later; after Israel Katz "Israel" is the state."""
    often_a_place = here.words[found.first].key in COUNTRIES_FIRST
    return not often_a_place and is_person(found, here)


def _men_like_firms(found: Sequence[Found[Sense]], here: Setting) -> dict[str, int]:
    """Surname -> where its bearer is first named in full: "Phil Ford" is no car maker.

    Nobody's, where the firm stands in the text by its longer name.
    """
    long = {one.meaning.id for one in found if one.last - one.first > 1}
    men: dict[str, int] = {}
    for one in found:
        alone = one.last - one.first == 1 and one.meaning.id not in long
        if alone and one.meaning.type in _FIRMS and after_a_first_name(one, here):
            men.setdefault(here.words[one.first].key, one.first)
    return men


def _is_small_risk(found: Found[Sense], words: list[Word]) -> bool:
    word = words[found.first]
    return not word.capital and word.key in _LOWER_RISK


def _is_place(found: Found[Sense]) -> bool:
    return found.meaning.type in PLACE_TYPES


def _is_surname(found: Found[Sense], here: Setting, persons: set[str]) -> bool:
    """A bare "Jordan" after "Michael Jordan" is the man, unless a preposition places it."""
    if here.words[found.first].key not in persons or found.last - found.first > 1:
        return False
    before = here.before(found)
    return before is None or before.key not in _PLACE_BEFORE


def _is_a_man(found: Found[Sense], here: Setting, men: dict[str, int]) -> bool:
    """A firm's name that is a man's: behind his first name, and from there on."""
    word = here.words[found.first]
    if found.meaning.type not in _FIRMS or not word.capital or found.last - found.first > 1:
        return False
    known = men.get(word.key)
    return (known is not None and found.first >= known) or after_a_first_name(found, here)


def _mentions(found: Found[Sense], here: Setting) -> Iterator[Mention]:
    if (start := airline_start(found, here)) is not None and _is_place(found):
        yield _airline(start.start, here.words[found.last - 1].end, here)
        return
    mention = _mention(found, here)
    if mention is not None:
        yield mention
        if found.meaning.also:
            yield _moved_to(mention, found.meaning.also)


def _mention(found: Found[Sense], here: Setting) -> Mention | None:
    sense, start = found.meaning, here.words[found.first].start
    end = here.words[found.last - 1].end + 2 * sense.possessive
    region = _region(found, here)
    if region is None or (sense.possessive and here.text[end - 1 : end] not in {"s", "S"}):
        return None
    mention = Mention(
        start=start,
        end=end,
        text=here.text[start:end],
        id=sense.id,
        name=sense.name,
        type=sense.type,
        how=sense.how or How.NAME,
        region=region,
        venue=_is_place(found) and sense.how in _SEATS and is_venue(found, here),
        aside=is_home_of_a_medium(found, here),
    )
    return mention if not region or region == sense.region else _moved_to(mention, region)


def _region(found: Found[Sense], here: Setting) -> str | None:
    """The region that the name speaks of, empty for none; None where it is no name at all."""
    sense = found.meaning
    if sense.type is EntityType.CURRENCY:
        start = here.words[found.first].start
        return "" if _AMOUNT.search(here.text[max(0, start - 12) : start]) else sense.region
    if _is_place(found) or (sense.region and sense.how is not How.INSTITUTION):
        return meant(found, here) or None
    return None if _is_another_word(found, here) else sense.region


def _is_another_word(found: Found[Sense], here: Setting) -> bool:
    """Whether what looks like a firm or a commodity is an ordinary word or part of a name."""
    sense, word = found.meaning, here.words[found.first]
    if sense.risky and (word.opens or here.headline):
        return True
    if sense.type is EntityType.COMMODITY:
        return follows_fort(found, here) or _is_cased(found, here) or _is_a_trait(found, here)
    alone = found.last - found.first == 1
    if alone and here.shouting and word.key in STOPWORDS:
        return True
    if sense.type is not EntityType.COMPANY:
        return False
    return is_sponsor(found, here) or is_another_firm(found, here)


def _is_cased(found: Found[Sense], here: Setting) -> bool:
    """Whether a commodity has a capital inside a sentence: "Susan Rice" is no cereal."""
    word = here.words[found.first]
    return (
        found.last - found.first == 1
        and word.capital
        and not (word.opens or here.headline or word.text.isupper())
        and word.key not in _COINS
    )


def _is_a_trait(found: Found[Sense], here: Setting) -> bool:
    """Whether nothing is said of the commodity: "non-oil trade", "oil-rich", "a silver Camry"."""
    start, end = here.words[found.first].start, here.words[found.last - 1].end
    if here.words[found.first].key in {"gold", "silver"} and _COLOURED.match(here.text, end):
        return True
    return (
        here.text[max(0, start - 4) : start].lower() == "non-"
        or _ONLY_A_TRAIT.match(here.text, end) is not None
    )


def _airline(start: int, end: int, here: Setting) -> Mention:
    name = here.text[start:end]
    known = gazetteer.canonical(name)
    entity = gazetteer.entity(known) if known else None
    return Mention(
        start=start,
        end=end,
        text=name,
        id=entity.id if entity else f"company:{name.lower().replace(' ', '-')}",
        name=entity.name if entity else name,
        type=EntityType.COMPANY,
        how=How.NAME if entity else How.PATTERN,
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
