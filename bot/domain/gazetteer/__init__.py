"""Well-known companies, institutions, commodities and currencies, with their aliases.

It gives an unknown name something to be compared with before any story has arrived, and joins
"Taiwan Semiconductor" with "TSMC". Countries and blocs stand in `bot.domain.regions`.
"""

from __future__ import annotations

from bot.domain.gazetteer.forms import name_forms
from bot.domain.gazetteer.lookup import all_entities, canonical, entity, names
from bot.domain.gazetteer.tables import KnownEntity

__all__ = ["KnownEntity", "all_entities", "canonical", "entity", "name_forms", "names"]
