"""How entities are compared: by whole names, aliases and ids, never by a part of a name.

A key is a folded name ("tsmc"), an id as it is written in lower case ("company:tsmc") or a place
("place:CN"). Two entities are one when they share a key.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain import gazetteer
from bot.domain import regions as geography
from bot.domain.story import Entity, EntityType

_ID = re.compile(r"[a-z][a-z_-]*:\S+", re.IGNORECASE)
_PLACES = frozenset({EntityType.COUNTRY, EntityType.REGION})
_BODIES = frozenset({EntityType.COMPANY, EntityType.ORGANIZATION})


@lru_cache(maxsize=4_096)
def entity_keys(value: str) -> frozenset[str]:
    """The keys of what a rule names: a name, an alias or an id. Empty for no letter or digit."""
    keys = gazetteer.name_forms(value) | _id_keys(value)
    known = gazetteer.canonical(value)
    place = geography.resolve(_place_name(value))
    return keys | _some(known and known.casefold()) | _some(place and f"place:{place}")


def story_entity_keys(entity: Entity, regions: frozenset[str]) -> frozenset[str]:
    """Every key under which a story's entity is found; `regions` are the story's, expanded."""
    names = (entity.name, *entity.aliases)
    keys = _id_keys(entity.id).union(*(gazetteer.name_forms(name) for name in names))
    if entity.type in _PLACES:
        return keys | _place_keys((entity.name, _place_name(entity.id)))
    return keys | _known_keys((entity.id, *names), entity.type, regions)


def _place_keys(names: tuple[str, ...]) -> frozenset[str]:
    found = (geography.resolve(name) for name in names if name)
    return frozenset(f"place:{code}" for code in found if code)


def _known_keys(
    names: tuple[str, ...], kind: EntityType, regions: frozenset[str]
) -> frozenset[str]:
    found = (gazetteer.canonical(name, regions) for name in names if name)
    return frozenset(known.casefold() for known in found if known and _may_be(known, kind))


def _may_be(identity: str, kind: EntityType) -> bool:
    """A person called Ford is not the company; feeds disagree on company and organization."""
    known = gazetteer.entity(identity)
    if known is None or kind in {EntityType.OTHER, known.type}:
        return known is not None
    return kind in _BODIES and known.type in _BODIES


def _id_keys(value: str) -> frozenset[str]:
    bare = value.strip()
    return frozenset({bare.casefold()}) if _ID.fullmatch(bare) else frozenset()


def _place_name(value: str) -> str:
    """`country:CN` names the place CN; anything else is taken as it stands."""
    kind, colon, rest = value.partition(":")
    return rest if colon and kind.casefold() in {"country", "region", "place"} else value


def _some(key: str | None) -> frozenset[str]:
    return frozenset({key}) if key else frozenset()
