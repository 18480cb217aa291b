"""Which regions a region lies in, and so which subscriptions a story about it can match.

Only upwards: a story about China is one about Asia, a story about Asia is not one about China, and
a story about a bloc is not one about each member. No region lies in GLOBAL (default closed).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType

from bot.domain.regions.catalogue import GROUPS, catalogue
from bot.domain.regions.lookup import resolve
from bot.domain.regions.model import GLOBAL, Group, RegionCode, RegionKind


def ancestors(code: RegionCode) -> frozenset[RegionCode]:
    """The region itself and every area and bloc it lies in; `{code}` for an unknown code.

    A group lies in another when all its members do, or where its table says so (the EU in Europe,
    although M49 has Cyprus in Asia); what lies in the EU then lies in Europe too. A seat of its own
    (the EU in the G20) counts for the group alone, not for its members.
    """
    known = _lineages().get(code)
    return frozenset({code}) if known is None else known


def expand(codes: Iterable[str]) -> frozenset[RegionCode]:
    """Every region that a story labelled with `codes` is about; `{GLOBAL}` for no codes at all.

    Values may be in any accepted spelling. One that is none stays as it was written, so that a
    story with an unknown region is never taken for one without.
    """
    found = frozenset().union(*(_expanded(code) for code in codes))
    return found or frozenset({GLOBAL})


def _expanded(value: str) -> frozenset[RegionCode]:
    # Most stories carry canonical codes; those skip the spelling lookup.
    lineage = _lineages().get(RegionCode(value))
    return ancestors(resolve(value) or RegionCode(value)) if lineage is None else lineage


@cache
def _lineages() -> MappingProxyType[RegionCode, frozenset[RegionCode]]:
    """Code -> the region and all it lies in."""
    parents = {code: _parents(code) for code in catalogue()}
    return MappingProxyType({code: _closed(code, parents) | _seats(code) for code in parents})


def _parents(code: RegionCode) -> frozenset[RegionCode]:
    region = catalogue()[code]
    members = frozenset({code}) if region.kind is RegionKind.COUNTRY else region.members
    if not members:
        return frozenset()
    around = {other for other, group in GROUPS.items() if members <= group.members}
    return frozenset(around) | _stated(GROUPS.get(code))


def _stated(group: Group | None) -> frozenset[RegionCode]:
    return frozenset(RegionCode(code) for code in group.within) if group else frozenset()


def _seats(code: RegionCode) -> frozenset[RegionCode]:
    group = GROUPS.get(code)
    return frozenset(RegionCode(seat) for seat in group.seats) if group else frozenset()


def _closed(
    code: RegionCode, parents: dict[RegionCode, frozenset[RegionCode]]
) -> frozenset[RegionCode]:
    """`code` and everything reached by going up, however many steps."""
    found: set[RegionCode] = set()
    waiting = [code]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(parents[current])
    return frozenset(found)
