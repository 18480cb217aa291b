"""From what a person or a feed wrote to a region, and from a code to what a person reads."""

from __future__ import annotations

from functools import lru_cache

from bot.domain.regions.catalogue import catalogue, spellings
from bot.domain.regions.model import Region, RegionCode, UnknownRegionError
from bot.domain.regions.spelling import spelling_key

_SAYING_GROUP = frozenset(
    ("bloc", "countries", "economies", "member", "members", "nations", "region", "states")
)


def region(code: str) -> Region:
    """The region with exactly this canonical code.

    Raises UnknownRegionError (a KeyError) for anything else, names and aliases included.
    """
    try:
        return catalogue()[RegionCode(code)]
    except KeyError:
        raise UnknownRegionError(code) from None


# Feeds repeat the same few hundred values; the bound keeps a hostile one from filling memory.
@lru_cache(maxsize=4_096)
def resolve(text: str) -> RegionCode | None:
    """The region meant by a code, M49 number, name, alias or demonym; None if it is none of them.

    Case, accents, punctuation and a leading "the" do not matter. "us" and "it" are codes here: a
    command has no pronouns. Use `names_of` to search running text.
    """
    if text in catalogue():
        return RegionCode(text)
    known = spellings()
    key = spelling_key(text)
    return known.get(key) or known.get(spelling_key(_turned(text))) or known.get(_unsaid(key))


def _turned(text: str) -> str:
    """`Korea, South` -> `South Korea`: how indexes and many data sets write names."""
    head, _, tail = text.rpartition(",")
    return f"{tail} {head}"


def _unsaid(key: str) -> str:
    """`brics nations`, `eu member states` -> `brics`, `eu`: words that say only "group"."""
    words = key.split()
    while words and words[-1] in _SAYING_GROUP:
        words.pop()
    return " ".join(words)


def name(code: str) -> str:
    """The English short name ("South Korea", "European Union"); an unknown code as it stands."""
    found = catalogue().get(RegionCode(code))
    return found.name if found else code


def all_regions() -> tuple[Region, ...]:
    """GLOBAL, then areas, blocs and countries."""
    return tuple(catalogue().values())
