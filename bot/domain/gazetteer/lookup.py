"""From a name, alias or id to the well-known entity it means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType

from bot.domain.gazetteer.companies import COMPANIES
from bot.domain.gazetteer.forms import name_forms
from bot.domain.gazetteer.institutions import INSTITUTIONS
from bot.domain.gazetteer.markets import COMMODITIES, CURRENCIES
from bot.domain.gazetteer.tables import KnownEntity, read_table


def canonical(name: str, regions: Iterable[str] = ()) -> str | None:
    """The id that a name, alias or id stands for; None where it is not known.

    `regions` are those the text around it is about: "Ministry of Commerce" is MOFCOM in a story
    about China and unknown elsewhere.
    """
    known = _ids().get(name.casefold())
    if known is not None:
        return known
    forms = name_forms(name)
    for form in sorted(forms):
        if form in _names():
            return _names()[form]
    places = frozenset(regions)
    local = (found for form in sorted(forms) for found in _local_names().get(form, ()))
    return next((found.id for found in local if found.region in places), None)


def entity(identity: str) -> KnownEntity | None:
    """The entity with this id, in any case."""
    known = _ids().get(identity.casefold())
    return None if known is None else _entities()[known]


def names() -> tuple[str, ...]:
    """Every name and alias that is unambiguous, for comparing what a person typed."""
    return tuple(name for found in all_entities() for name in (found.name, *found.aliases))


def all_entities() -> tuple[KnownEntity, ...]:
    return tuple(_entities().values())


@cache
def _entities() -> MappingProxyType[str, KnownEntity]:
    tables = (COMPANIES, INSTITUTIONS, COMMODITIES, CURRENCIES)
    rows = [row for table in tables for row in read_table(table)]
    found = {row.id: row for row in rows}
    if len(found) != len(rows):
        raise ValueError("gazetteer: an id is listed twice")
    return MappingProxyType(found)


@cache
def _ids() -> MappingProxyType[str, str]:
    return MappingProxyType({identity.casefold(): identity for identity in _entities()})


@cache
def _names() -> MappingProxyType[str, str]:
    found: dict[str, str] = {}
    for row in all_entities():
        for form in {form for name in (row.name, *row.aliases) for form in name_forms(name)}:
            if found.setdefault(form, row.id) != row.id:
                raise ValueError(f"gazetteer: {form!r} is both {found[form]} and {row.id}")
    return MappingProxyType(found)


@cache
def _local_names() -> MappingProxyType[str, tuple[KnownEntity, ...]]:
    found: dict[str, tuple[KnownEntity, ...]] = {}
    for row in all_entities():
        for form in {form for name in row.local_names for form in name_forms(name)}:
            found[form] = (*found.get(form, ()), row)
    return MappingProxyType(found)
