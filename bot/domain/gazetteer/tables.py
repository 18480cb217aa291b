"""Read the lists of this package: one entity a line, so that a diff shows one entity.

`company:tsmc TW: TSMC | Taiwan Semiconductor | ~local name`: the id, whose prefix is the type, the
region it belongs to where it has one, the name shown, its aliases, and after `~` the names that
mean it only in stories about that region. A line that begins with a space continues the one above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.story import EntityType

_TYPES = {
    "company": EntityType.COMPANY,
    "org": EntityType.ORGANIZATION,
    "commodity": EntityType.COMMODITY,
    "currency": EntityType.CURRENCY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntity:
    """An entity that needs no story to be known."""

    id: str
    """Canonical: `company:tsmc`, `org:ecb`, `currency:EUR`."""
    name: str
    type: EntityType
    region: str = ""
    """Region code of its home; empty for what belongs to no one country."""
    aliases: tuple[str, ...] = ()
    local_names: tuple[str, ...] = ()
    """Names that others bear too ("Ministry of Commerce"): it is meant where its region is."""


def read_table(text: str) -> tuple[KnownEntity, ...]:
    """Every entity of a table, in its order. Raises ValueError at a line of another form."""
    lines = re.sub(r"\n +", " ", text.strip()).splitlines()
    return tuple(_entity(line) for line in lines)


def _entity(line: str) -> KnownEntity:
    head, colon, tail = line.partition(": ")
    identity, _, region = head.partition(" ")
    names = [name.strip() for name in tail.split("|")]
    kind = _TYPES.get(identity.partition(":")[0])
    if not colon or kind is None or not all(names):
        raise ValueError(f"gazetteer: {line!r} is not `type:id REGION: Name | alias | ~local name`")
    return KnownEntity(
        id=identity,
        name=names[0],
        type=kind,
        region=region,
        aliases=tuple(name for name in names[1:] if not name.startswith("~")),
        local_names=tuple(name[1:] for name in names[1:] if name.startswith("~")),
    )
