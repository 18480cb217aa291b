"""All regions in one table, and every accepted spelling of each.

Built once, on first use, from the tables of this package; pure, so it may happen anywhere. No two
regions claim one spelling: a name that could mean two places stands in the table of one of them
("Congo" at CG, "Dominican" at DO), and a test finds a second claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from bot.domain.regions import iso, m49
from bot.domain.regions.blocs_politics import POLITICAL_BLOCS
from bot.domain.regions.blocs_trade import TRADE_BLOCS
from bot.domain.regions.capitals import CAPITALS
from bot.domain.regions.customary import CUSTOMARY_GROUPS
from bot.domain.regions.demonyms import DEMONYMS, GROUP_DEMONYMS, plurals
from bot.domain.regions.model import GLOBAL, Group, Region, RegionCode, RegionKind
from bot.domain.regions.names import NAMES
from bot.domain.regions.spelling import spelling_key

BLOCS = (*TRADE_BLOCS, *POLITICAL_BLOCS, *CUSTOMARY_GROUPS)
GROUPS = MappingProxyType({RegionCode(group.code): group for group in (*m49.AREAS, *BLOCS)})

_GLOBAL_NAMES = ("global", "world", "worldwide", "international", "globe")


@cache
def catalogue() -> MappingProxyType[RegionCode, Region]:
    """Code -> region, in the order GLOBAL, areas, blocs, countries by name."""
    world = Region(code=GLOBAL, name="Global", kind=RegionKind.GLOBAL, source="stories of no place")
    groups = (
        *(_grouped(area, RegionKind.AREA) for area in m49.AREAS),
        *(_grouped(bloc, RegionKind.BLOC) for bloc in BLOCS),
    )
    countries = sorted((_country(code) for code in iso.COUNTRIES), key=lambda country: country.name)
    return MappingProxyType({region.code: region for region in (world, *groups, *countries)})


def _grouped(group: Group, kind: RegionKind) -> Region:
    members = frozenset(RegionCode(code) for code in group.members)
    return Region(
        code=RegionCode(group.code),
        name=group.name,
        kind=kind,
        members=members,
        source=group.source,
    )


def _country(code: RegionCode) -> Region:
    shown = (*NAMES.get(code, ()), *iso.COUNTRIES[code].names)[0]
    return Region(code=code, name=shown, kind=RegionKind.COUNTRY, source=iso.SOURCE)


def names_of(code: str) -> tuple[str, ...]:
    """Every name of a region, the short one first: official, former, foreign, acronyms.

    Bare codes ("IT", "142") and demonyms are accepted by `resolve` but are not names: in running
    text "it" is not Italy. Empty for an unknown code.
    """
    found = catalogue().get(RegionCode(code))
    if found is None:
        return ()
    if found.kind is RegionKind.COUNTRY:
        more = (*NAMES.get(code, ()), *iso.COUNTRIES[found.code].names)
    elif found.kind is RegionKind.GLOBAL:
        more = _GLOBAL_NAMES
    else:
        more = (found.code, *GROUPS[found.code].aliases)
    spoken = (name for name in (found.name, *more) if not name.isdigit())
    return tuple(dict.fromkeys(spoken))


def demonyms_of(code: str) -> tuple[str, ...]:
    """Adjective, nouns and their plurals for a country's people; for a few groups as well."""
    words = (*DEMONYMS.get(code, ()), *GROUP_DEMONYMS.get(code, ()))
    return (*words, *plurals(words))


def capitals_of(code: str) -> tuple[str, ...]:
    """Capital, other seats of government and the buildings that stand for it; may be empty."""
    return CAPITALS.get(code, ())


@cache
def spellings() -> MappingProxyType[str, RegionCode]:
    """Spelling key -> region."""
    return MappingProxyType({spelling_key(spelling): code for spelling, code in claims()})


def claims() -> Iterator[tuple[str, RegionCode]]:
    """Every spelling with the region it stands for, the same spelling more than once."""
    for code in catalogue():
        yield code, code
        yield from ((word, code) for word in (*names_of(code), *demonyms_of(code)))
    for country in iso.COUNTRIES.values():
        yield country.alpha3, country.code
        if country.numeric:
            yield country.numeric, country.code
    for area, (number, *_) in m49.SPELLINGS.items():
        yield number, RegionCode(area)
    yield m49.WORLD_NUMBER, GLOBAL
