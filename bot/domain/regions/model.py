"""The values of the region tables: a code, its kind, and a region with its member countries."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

RegionCode = NewType("RegionCode", str)

GLOBAL = RegionCode("global")
"""The pseudo region of a story about no place in particular; no country lies in it."""


class RegionKind(StrEnum):
    """What a region is; the order is the one in which equal suggestions are shown."""

    COUNTRY = "country"
    """An ISO 3166-1 country or territory, or Kosovo (XK, user-assigned)."""
    AREA = "area"
    """A geographical area of the UN M49 standard."""
    BLOC = "bloc"
    """An organisation with members, or a customary group of countries."""
    GLOBAL = "global"
    """The one region `GLOBAL`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A place that a story can be about and a subscription can ask for."""

    code: RegionCode
    """ISO alpha-2 ("CN"), the M49 name of an area ("Western Europe"), a bloc's code ("ASEAN")."""
    name: str
    """The English short name a reader knows: "South Korea", "European Union"."""
    kind: RegionKind
    members: frozenset[RegionCode] = frozenset()
    """Country codes; empty for a country and for GLOBAL."""
    source: str = ""
    """Where the membership comes from, and as of when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One row of a group table, as it is written down: an area or a bloc before it is indexed."""

    code: str
    name: str
    members: frozenset[str]
    source: str
    aliases: tuple[str, ...] = ()
    within: tuple[str, ...] = field(default=())
    """Groups it lies in by statement, although not every member does: the EU in Europe."""
    seats: tuple[str, ...] = field(default=())
    """Groups in which it has a seat of its own, its members not: the EU in the G20."""


class UnknownRegionError(KeyError):
    """No region has this code. `resolve` first what a person typed; `nearest` has suggestions."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        return f"no region has the code {self.code!r}; resolve() accepts names and aliases"
