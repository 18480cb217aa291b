"""Regions somebody may have meant: for a value that is none, and while a value is being typed."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache, lru_cache
from heapq import nsmallest

from bot.domain.regions.capitals import CAPITALS
from bot.domain.regions.catalogue import catalogue, demonyms_of, names_of, spellings
from bot.domain.regions.lookup import all_regions
from bot.domain.regions.model import Region, RegionCode, RegionKind
from bot.domain.regions.spelling import spelling_key

_BEGINNING = 0.8
"""How alike a name is to its own beginning ("Switz"): a small typo is still nearer."""
_SHORT_CODE = 5
"""Up to this length a bloc is better known by its code: EU, GCC, OECD, but not MERCOSUR."""


@lru_cache(maxsize=1024)
def nearest(text: str, n: int = 3) -> tuple[str, ...]:
    """The `n` regions most like `text`, best first, as a person would type them.

    Always `n` (or all there are), however unlike. A capital finds its country.
    """
    wanted = spelling_key(text)
    best: dict[RegionCode, float] = {}
    if seat := _seats().get(wanted):
        best[seat] = 1.0
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for spelling, code in _suggested():
        matcher.set_seq1(spelling)
        best[code] = max(best.get(code, 0.0), _likeness(matcher, spelling, wanted))
    order = {code: place for place, code in enumerate(catalogue())}
    ranked = nsmallest(n, best, key=lambda code: (-best[code], order[code]))
    return tuple(_typed(catalogue()[code]) for code in ranked)


def _likeness(matcher: SequenceMatcher[str], spelling: str, wanted: str) -> float:
    alike = matcher.ratio()
    if len(wanted) > 2 and spelling.startswith(wanted):
        return max(alike, _BEGINNING)
    return alike


@cache
def _suggested() -> tuple[tuple[str, RegionCode], ...]:
    """Every name and demonym; codes and numbers are too short to be recognised in a typo."""
    spoken = (
        (spelling_key(word), code)
        for code in catalogue()
        for word in (*names_of(code), *demonyms_of(code))
    )
    return tuple(dict.fromkeys(spoken))


@cache
def _seats() -> dict[str, RegionCode]:
    return {
        spelling_key(seat): RegionCode(code) for code, seats in CAPITALS.items() for seat in seats
    }


def _typed(region: Region) -> str:
    short = region.kind is RegionKind.BLOC and len(region.code) <= _SHORT_CODE
    return region.code if short and region.name.upper() != region.code else region.name


def choices(prefix: str, limit: int = 25) -> tuple[Region, ...]:
    """Regions for an autocomplete list, best first, at most `limit`; for no prefix the first ones.

    Exact spellings come first, then names that begin with `prefix`, then other spellings that do,
    then words inside a name that do.
    """
    typed = spelling_key(prefix)
    if not typed:
        return all_regions()[:limit]
    exact = spellings().get(typed)
    ranked = ((_rank(region, typed, exact), region) for region in all_regions())
    fitting = [(rank, region) for rank, region in ranked if rank is not None]
    return tuple(region for _, region in nsmallest(limit, fitting, key=lambda pair: pair[0]))


def _rank(region: Region, typed: str, exact: RegionCode | None) -> tuple[int, int] | None:
    """How well a region fits what was typed, smaller is better; None where it does not fit."""
    if region.code == exact:
        return (0, 0)
    shown, *others = _keys(region.code)
    if shown.startswith(typed):
        return (1, len(shown))
    if any(other.startswith(typed) for other in others):
        return (2, len(shown))
    if any(f" {typed}" in key for key in (shown, *others)):
        return (3, len(shown))
    return None


@cache
def _keys(code: RegionCode) -> tuple[str, ...]:
    return tuple(spelling_key(name) for name in names_of(code))
