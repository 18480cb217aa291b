"""Places named in a title, only to tell two instances of one thing apart.

Countries with their demonyms and capitals come from `bot.domain.regions`; the states of the US and
the cities here are the places that headlines count off ("wins Ohio", "wins Iowa"). What a story is
about is decided elsewhere.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from bot.domain.regions.catalogue import capitals_of, catalogue, demonyms_of, names_of
from bot.domain.regions.model import RegionKind
from bot.newsdesk.text.tokens import words

_US_STATES = """
alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii,
idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts,
michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey,
new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania,
rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia,
west virginia, wisconsin, wyoming
"""
_CITIES = """
atlanta, baltimore, boston, charlotte, chicago, cleveland, dallas, denver, detroit, houston,
las vegas, los angeles, memphis, miami, milwaukee, minneapolis, new orleans, oakland, philadelphia,
phoenix, pittsburgh, portland, sacramento, san antonio, san diego, san francisco, seattle, st louis,
tampa, calgary, montreal, toronto, vancouver, birmingham, edinburgh, glasgow, liverpool, manchester,
barcelona, frankfurt, geneva, hamburg, istanbul, marseille, milan, munich, naples, zurich, karachi,
lagos, lahore, mumbai, shanghai, hong kong, shenzhen, guangzhou, osaka, melbourne, sydney, brisbane,
perth, auckland, johannesburg, cape town, rio de janeiro, sao paulo, dubai, kharkiv, odesa, lviv
"""
_LONGEST = 3


@cache
def _places() -> MappingProxyType[str, str]:
    """Lower-case name -> one name for the place."""
    found: dict[str, str] = {}
    for region in catalogue().values():
        if region.kind is RegionKind.COUNTRY:
            code = str(region.code)
            for name in (*names_of(code), *demonyms_of(code), *capitals_of(code)):
                found[" ".join(words(name))] = code
    for name in (*_US_STATES.split(","), *_CITIES.split(",")):
        found[name.strip()] = name.strip()
    return MappingProxyType({name: place for name, place in found.items() if len(name) > 3})


@cache
def _openings() -> frozenset[str]:
    """The first words of all names: most words of a title are none, and need no closer look."""
    return frozenset(name.split()[0] for name in _places())


def places_in(title_words: list[str]) -> dict[str, str]:
    """Place -> the words that name it, the longest name first; words are lower case."""
    known, openings = _places(), _openings()
    found, at = dict[str, str](), 0
    while at < len(title_words):
        if title_words[at] not in openings:
            at += 1
            continue
        for length in range(_LONGEST, 0, -1):
            name = " ".join(title_words[at : at + length])
            if name in known:
                found[known[name]] = name
                break
        else:
            length = 1
        at += length
    return found
