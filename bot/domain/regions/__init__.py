"""Places: countries, areas and blocs, how people write them, and which lies in which.

Countries are ISO 3166-1, areas UN M49, blocs the organisations' own lists; each table names its
source and its date. docs/regions.md explains the choices. Pure and in memory.
"""

from __future__ import annotations

from bot.domain.regions.catalogue import capitals_of, demonyms_of, names_of
from bot.domain.regions.lineage import ancestors, expand
from bot.domain.regions.lookup import all_regions, name, region, resolve
from bot.domain.regions.model import GLOBAL, Region, RegionCode, RegionKind, UnknownRegionError
from bot.domain.regions.suggestions import choices, nearest

__all__ = [
    "GLOBAL",
    "Region",
    "RegionCode",
    "RegionKind",
    "UnknownRegionError",
    "all_regions",
    "ancestors",
    "capitals_of",
    "choices",
    "demonyms_of",
    "expand",
    "name",
    "names_of",
    "nearest",
    "region",
    "resolve",
]
