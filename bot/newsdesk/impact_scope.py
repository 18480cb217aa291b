"""Which countries a text names, for the scope of its impact; codes are ISO 3166-1 alpha-2.

A coarse reading by names and demonyms. The desk's own extraction is finer and is passed in
beside it; scope only asks whether there are one, or three.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.domain.regions import RegionKind, all_regions, demonyms_of, names_of

_ALSO = {"US": ("US", "U.S.", "USA", "America", "Washington"), "GB": ("UK", "Britain", "London")}
_AMBIGUOUS = frozenset(
    ("Georgia", "Jordan", "Chad", "Turkey", "Mali", "Guinea", "Jersey", "Polish")
)
_LEAST = 4


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for region in all_regions():
        if region.kind is not RegionKind.COUNTRY:
            continue
        code = str(region.code)
        spelled = (*names_of(code), *demonyms_of(code), *_ALSO.get(code, ()))
        for name in spelled:
            if (len(name) >= _LEAST or name in _ALSO.get(code, ())) and name not in _AMBIGUOUS:
                found[name] = code
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def nations_in(sentences: Sequence[str]) -> frozenset[str]:
    """Codes of the countries the sentences name."""
    table = _names()
    return frozenset(
        table[found.group()] for text in sentences for found in _pattern().finditer(text)
    )
