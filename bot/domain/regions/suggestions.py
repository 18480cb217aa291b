"""Regions somebody may have meant: for a value that is none, and while a value is being typed."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache, lru_cache
from heapq import nlargest, nsmallest
from itertools import pairwise
from typing import NamedTuple

from bot.domain.regions.capitals import CAPITALS
from bot.domain.regions.catalogue import catalogue, demonyms_of, names_of, spellings
from bot.domain.regions.lookup import all_regions
from bot.domain.regions.model import Region, RegionCode, RegionKind
from bot.domain.regions.spelling import spelling_key
from bot.domain.text import fold

_BEGINNING = 0.8
"""How alike a name is to its own beginning ("Switz"): a small typo is still nearer."""
_SLIP = 0.9
"""How alike two spellings one slip apart are at least; plain likeness fails four-letter names,
because "Oran" has more in common with "Jordan" than with "Oman"."""
_COMPARED = 60
"""Spellings compared letter by letter for each suggestion wanted; the rest share too few pairs."""
_LONGEST = 80
"""Characters looked at, more than any name has: a pasted article must not cost seconds."""
_SHORT_CODE = 5
"""Up to this length a bloc is better known by its code: EU, GCC, OECD, but not MERCOSUR."""


@lru_cache(maxsize=1024)
def nearest(text: str, n: int = 3) -> tuple[str, ...]:
    """The `n` regions most like `text`, best first, as a person would type them.

    Always `n` (or all there are), however unlike. A capital finds its country.
    """
    wanted = spelling_key(text[:_LONGEST])
    best = {seat: 1.0} if (seat := _seats().get(wanted)) else {}
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for known in _alike(_pairs(wanted), _COMPARED * n):
        matcher.set_seq1(known.spelling)
        likeness = _likeness(matcher, known.spelling, wanted)
        best[known.code] = max(best.get(known.code, 0.0), likeness)
    order = {code: place for place, code in enumerate(catalogue())}
    ranked = nsmallest(n, best, key=lambda code: (-best[code], order[code]))
    return tuple(_typed(catalogue()[code]) for code in ranked)


def _likeness(matcher: SequenceMatcher[str], spelling: str, wanted: str) -> float:
    alike = matcher.ratio()
    if _one_slip_apart(spelling, wanted):
        return _SLIP + (1 - _SLIP) * alike
    if len(wanted) > 2 and spelling.startswith(wanted):
        return max(alike, _BEGINNING)
    return alike


def _one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter too many, too few, changed, or swapped with the next explains it."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    same = next(
        (at for at, pair in enumerate(zip(shorter, longer, strict=False)) if len({*pair}) > 1),
        len(shorter),
    )
    rest, more = shorter[same:], longer[same:]
    if len(shorter) < len(longer):
        return rest == more[1:]
    return rest[1:] == more[1:] or (rest[1::-1] == more[:2] and rest[2:] == more[2:])


class _Known(NamedTuple):
    spelling: str
    code: RegionCode
    pairs: frozenset[str]


@cache
def _suggested() -> tuple[_Known, ...]:
    """Every name and demonym; codes and numbers are too short to be recognised in a typo."""
    spoken = {
        spelling_key(word): code
        for code in catalogue()
        for word in (*names_of(code), *demonyms_of(code))
    }
    return tuple(_Known(spelling, code, _pairs(spelling)) for spelling, code in spoken.items())


def _alike(pairs: frozenset[str], count: int) -> list[_Known]:
    """The spellings that share most letter pairs: a cheap look before the careful one."""

    def shared(known: _Known) -> float:
        return len(known.pairs & pairs) / (len(known.pairs) + len(pairs))

    return nlargest(count, _suggested(), key=shared)


def _pairs(spelling: str) -> frozenset[str]:
    padded = f" {spelling} "
    return frozenset(map("".join, pairwise(padded)))


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
    typed = tuple({spelling_key(prefix), fold(prefix)} - {""})
    if not typed:
        return all_regions()[:limit]
    exact = spellings().get(spelling_key(prefix))
    ranked = ((_rank(region, typed, exact), region) for region in all_regions())
    fitting = [(rank, region) for rank, region in ranked if rank is not None]
    return tuple(region for _, region in nsmallest(limit, fitting, key=lambda pair: pair[0]))


def _rank(
    region: Region, typed: tuple[str, ...], exact: RegionCode | None
) -> tuple[int, int] | None:
    """How well a region fits what was typed, smaller is better; None where it does not fit."""
    if region.code == exact:
        return (0, 0)
    shown, others = _keys(region.name), [_keys(other) for other in names_of(region.code)]
    if any(key.startswith(typed) for key in shown):
        return (1, len(region.name))
    if any(key.startswith(typed) for keys in others for key in keys):
        return (2, len(region.name))
    words = tuple(f" {word}" for word in typed)
    if any(word in key for keys in others for key in keys for word in words):
        return (3, len(region.name))
    return None


@cache
def _keys(name: str) -> tuple[str, str]:
    """A name as it is compared and as it is typed: half an "and" is not yet left out."""
    return spelling_key(name), fold(name)
