"""What the names that extraction looks for mean: one tree of places, institutions and companies.

Filled once from `bot.domain.regions`, `bot.domain.gazetteer` and `place_tables`. What stands first
for a spelling stays: phrases that are no place, then places, then entities.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from bot.domain import gazetteer, regions
from bot.domain.gazetteer import KnownEntity
from bot.domain.regions import Region, RegionKind
from bot.domain.regions.tables import codes
from bot.domain.story import EntityType
from bot.newsdesk.names.mentions import How
from bot.newsdesk.names.name_tree import Case, NameTree
from bot.newsdesk.names.place_phrases import NOT_COMMODITIES, NOT_PLACES, US_PHRASES
from bot.newsdesk.names.place_tables import CITIES
from bot.newsdesk.names.policies import POLICIES

_UNUSED = codes(
    """
    CAR RSA FSM EZ LAC V4 P5 P-5 BIOT ROC OTS CoE SADR TAAF BiH CEE Saba Nevis Saban Sabans
    Lucian Lucians Cook Balt Balts Reunion Mena Victoria Hamilton Plymouth Jamestown Saint-Denis
    Kingston Douglas Nassau Sucre Praia Georgetown Vaticans Easterns Scot Bharat Nippon
    """
) | {
    *("George Town", "The Valley", "West Island", "Saint John's", "St. John's", "Saint-Pierre"),
    *("San Juan", "No 10", "Number 10", "the Beehive", "Road Town", "Saint Vincent", "St Vincent"),
    *("Saint Martin", "Saint Helena", "St Helena", "Ascension Island", "Virgin Islands"),
    *("developing countries", "developing world"),
}
"""Spellings that a command takes and that mean too much else in running text."""
_UPPER_LIMIT = 5
# British style writes Nato and Opec, but a short acronym in small letters is a word.
_SPOKEN = codes("NATO OPEC BRICS ASEAN APEC NAFTA AUKUS ECOWAS SAARC CARICOM UNICEF")
_RISKY = codes("Total Visa Shell Apple Target Orange Vale Meta Oracle Ford Lead Rand Sterling Gap")
"""Company and other names that open too many sentences as ordinary words."""
_WORLDWIDE = codes("org:nasdaq org:nyse org:moodys org:sp-global org:fitch org:bis")
"""Institutions whose seat says nothing about where the news is."""
_MORE_NAMES = {"WHO": "org:who", "Emirates": "company:emirates"}
"""Short names that are too much of a word for a command, and plain in running text."""
_PAIRS = {
    "two Koreas": ("KR", "KP"),
    "both Koreas": ("KR", "KP"),
    "the Koreas": ("KR", "KP"),
    "two Sudans": ("SD", "SS"),
    "both Sudans": ("SD", "SS"),
}
"""One phrase for two countries."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a spelling means; `how` is None for a phrase that is no place at all."""

    how: How | None
    id: str = ""
    name: str = ""
    type: EntityType = EntityType.OTHER
    region: str = ""
    risky: bool = False
    """Opens too many sentences as an ordinary word."""
    possessive: bool = False
    """Written with 's, which is part of the name: "McDonald's"."""
    also: str = ""
    """The second of two countries in one phrase: "the two Koreas"."""


Row = tuple[str, Case, Sense]
"""A spelling, how it must be written, what it means."""


@cache
def names() -> NameTree[Sense]:
    """The tree; about ten thousand spellings."""
    tree: NameTree[Sense] = NameTree()
    for spelling, case, sense in (*_policies(), *_fixed_phrases(), *_places(), *_entities()):
        tree.add(spelling, case, sense)
    return tree


def _policies() -> Iterator[Row]:
    for policy in POLICIES:
        for name in (policy.name, *policy.aliases):
            yield name, _policy_case(name), _entity(policy)


def _fixed_phrases() -> Iterator[Row]:
    for phrase in _phrases(NOT_PLACES):
        yield phrase, Case.TITLE, Sense(None)
        # Otherwise "the Gulf" would win over "Gulf of Mexico" by beginning a word earlier.
        yield f"the {phrase}", Case.TITLE, Sense(None)
    for phrase in _phrases(NOT_COMMODITIES):
        yield phrase, Case.ANY, Sense(None)
    for phrase, (one, other) in _PAIRS.items():
        yield phrase, Case.TITLE, replace(_place(regions.region(one), How.NAME), also=other)
    united_states = _place(regions.region("US"), How.CITY)
    yield from ((phrase, Case.TITLE, united_states) for phrase in _phrases(US_PHRASES))


def _entities() -> Iterator[Row]:
    for known in gazetteer.all_entities():
        for name in (known.name, *known.aliases):
            yield name, _entity_case(known, name), _named(known, name)
            if name.startswith("US "):
                yield f"United States {name[3:]}", Case.TITLE, _named(known, name)
            if known.type is EntityType.CURRENCY and " " in name:
                yield f"{name}s", _entity_case(known, name), _named(known, name)
    for name, identity in _MORE_NAMES.items():
        if (meant := gazetteer.entity(identity)) is not None:
            yield name, _case(name), _named(meant, name)


def _phrases(table: str) -> Iterator[str]:
    return (phrase.strip() for phrase in table.replace("\n", " ").split("|"))


def _places() -> Iterator[Row]:
    for region in regions.all_regions():
        if region.kind is RegionKind.GLOBAL:
            continue
        for spelling, how in _spellings(region):
            if spelling not in _UNUSED and "," not in spelling and not _is_a_pair(spelling):
                yield spelling, _case(spelling), _place(region, how)
    for code, cities in CITIES.items():
        for city in cities:
            yield city, _case(city), _place(regions.region(code), How.CITY)


def _is_a_pair(spelling: str) -> bool:
    """Whether an area is called by its countries, and a sentence that names them means those."""
    parts = [regions.resolve(part) for part in spelling.split(" and ")]
    found = {part for part in parts if part is not None}
    return len(found) == len(parts) > 1 and all(
        regions.region(part).kind is RegionKind.COUNTRY for part in found
    )


def _spellings(region: Region) -> Iterator[tuple[str, How]]:
    for name in regions.names_of(region.code):
        # A code like MIDDLE-EAST is ours; nobody writes it in a sentence.
        if not (name == region.code and name.isupper() and "-" in name):
            yield name, How.NAME
            if name.startswith("Sub-"):
                yield f"sub{name[3:]}", How.NAME
            if name.startswith("Saint "):
                yield f"St {name[6:]}", How.NAME
    yield from ((word, How.DEMONYM) for word in regions.demonyms_of(region.code))
    yield from ((seat, How.CAPITAL) for seat in regions.capitals_of(region.code))


def _place(region: Region, how: How) -> Sense:
    is_country = region.kind is RegionKind.COUNTRY
    kind = EntityType.COUNTRY if is_country else EntityType.REGION
    prefix = "country" if is_country else "region"
    known = None if is_country else gazetteer.canonical(region.name)
    if known is not None and known.startswith("org:"):
        return Sense(how, known, region.name, EntityType.ORGANIZATION, region.code)
    code = region.code if is_country else region.code.lower().replace(" ", "-")
    return Sense(how, f"{prefix}:{code}", region.name, kind, region.code)


def _named(known: KnownEntity, name: str) -> Sense:
    """What one name of a known entity means: a name may say more than the entity does."""
    sense = replace(_entity(known), risky=name in _RISKY, possessive=name.endswith(("'s", "’s")))
    if known.type is EntityType.CURRENCY and regions.resolve(name.rpartition(" ")[0]):
        # "Turkish lira" names Turkey; "the lira" does not.
        return replace(sense, region=known.region)
    return sense


def _entity(known: KnownEntity) -> Sense:
    speaks = known.id.startswith(("org:", "policy:")) and known.id not in _WORLDWIDE
    return Sense(
        How.INSTITUTION if known.id.startswith("org:") else How.NAME,
        known.id,
        known.name,
        known.type,
        known.region if speaks else "",
    )


def _entity_case(known: KnownEntity, name: str) -> Case:
    if known.type in {EntityType.COMMODITY, EntityType.CURRENCY} and name not in _RISKY:
        return Case.EXACT if name.isupper() else Case.ANY
    return _case(name)


def _policy_case(name: str) -> Case:
    words = name.split()
    return Case.ANY if len(words) > 1 and words[-1].islower() else _case(name)


def _case(name: str) -> Case:
    letters = [char for char in name if char.isalpha()]
    acronym = len(letters) <= _UPPER_LIMIT and sum(char.isupper() for char in letters) > 1
    if acronym and " " not in name and name not in _SPOKEN and not name[1:].islower():
        return Case.EXACT
    return Case.TITLE
