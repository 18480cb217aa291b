"""Which of many rules a story meets, without looking at each: inverted lists of roaring bitmaps.

Per kind and layer there is one bitmap of the rows that ask nothing there and one per key; a
row's second `region:` group lives in layer 1, and so on. A match is the intersection over all
layers of "asks nothing | asks for one of the story's keys", less the exclusions. Rows are numbers
below 2**32, the database's own. `predicate.matches` says what each result must be.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyroaring import BitMap

from bot.domain.subscription import IMPACT_RANGE, Bounds, Criteria
from bot.rules.terms import Kind, StoryFacts, exclusions_of, group_keys, groups_of

_STEPS = IMPACT_RANGE[1]


class RuleIndex:
    """Rules by row number. Whoever removes or replaces a row hands in the rule it was added with.

    Adding and removing cost a few microseconds, matching grows with the result, not the rules.
    """

    def __init__(self) -> None:
        self._rows = BitMap()
        self._layers: dict[Kind, list[_Layer]] = {kind: [] for kind in Kind}
        self._excluded: dict[Kind, _Postings] = {kind: _Postings() for kind in Kind}
        self._impact = _Range()
        self._sources = _Range()

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, row: int) -> bool:
        return row in self._rows

    def add(self, row: int, criteria: Criteria) -> None:
        """Raises ValueError for a row that is there already: replace it with its old rule."""
        if row in self._rows:
            raise ValueError(f"row {row} is in the index already")
        layers = self._grouped(criteria)
        for kind, groups in layers.items():
            self._grow(kind, len(groups))
            for layer, keys in zip(self._layers[kind], groups, strict=False):
                layer.postings.add(row, keys)
            for layer in self._layers[kind][len(groups) :]:
                layer.anything.add(row)
        for kind, group in exclusions_of(criteria):
            self._excluded[kind].add(row, group_keys(kind, group))
        self._impact.add(row, criteria.impact)
        self._sources.add(row, criteria.sources)
        self._rows.add(row)

    def remove(self, row: int, criteria: Criteria) -> None:
        """Take a row out; raises KeyError when it is not there."""
        self._rows.remove(row)
        for kind, groups in self._grouped(criteria).items():
            for layer, keys in zip(self._layers[kind], groups, strict=False):
                layer.postings.discard(row, keys)
            for layer in self._layers[kind][len(groups) :]:
                layer.anything.discard(row)
        for kind, group in exclusions_of(criteria):
            self._excluded[kind].discard(row, group_keys(kind, group))
        self._impact.discard(row, criteria.impact)
        self._sources.discard(row, criteria.sources)

    def replace(self, row: int, old: Criteria, new: Criteria) -> None:
        self.remove(row, old)
        self.add(row, new)

    def match(self, facts: StoryFacts) -> BitMap:
        """The rows whose rule the story meets."""
        found: BitMap = self._impact.above_floor(facts.impact) & self._sources.above_floor(
            facts.sources
        )
        for kind in _BY_SELECTIVITY:
            for layer in self._layers[kind]:
                found &= layer.open_to(facts.keys[kind])
        for kind, postings in self._excluded.items():
            _subtract(found, postings.of(facts.keys[kind]))
        _subtract(found, self._impact.above_ceiling(facts.impact))
        _subtract(found, self._sources.above_ceiling(facts.sources))
        return found

    def _grouped(self, criteria: Criteria) -> dict[Kind, list[frozenset[str]]]:
        grouped: dict[Kind, list[frozenset[str]]] = {kind: [] for kind in Kind}
        for kind, group in groups_of(criteria):
            grouped[kind].append(group_keys(kind, group))
        return grouped

    def _grow(self, kind: Kind, depth: int) -> None:
        while len(self._layers[kind]) < depth:
            self._layers[kind].append(_Layer(anything=self._rows.copy()))


# The entity is what most narrows a rule; an early small result makes the rest cheap.
_BY_SELECTIVITY = (Kind.ENTITY, Kind.REGION, Kind.CATEGORY, Kind.SENTIMENT)


def _subtract(found: BitMap, others: Iterable[BitMap]) -> None:
    for other in others:
        found -= other


class _Postings:
    """Key -> the rows that name it."""

    __slots__ = ("_rows",)

    def __init__(self) -> None:
        self._rows: dict[str, BitMap] = {}

    def add(self, row: int, keys: frozenset[str]) -> None:
        for key in keys:
            rows = self._rows.get(key)
            if rows is None:
                rows = self._rows[key] = BitMap()
            rows.add(row)

    def discard(self, row: int, keys: frozenset[str]) -> None:
        for key in keys:
            rows = self._rows[key]
            rows.discard(row)
            if not rows:
                del self._rows[key]

    def of(self, keys: frozenset[str]) -> list[BitMap]:
        return [self._rows[key] for key in keys if key in self._rows]


class _Layer:
    """The n-th group of one kind: who asks nothing there, and who asks for which key."""

    __slots__ = ("anything", "postings")

    def __init__(self, anything: BitMap) -> None:
        self.anything = anything
        self.postings = _Postings()

    def open_to(self, keys: frozenset[str]) -> BitMap:
        asked = self.postings.of(keys)
        return BitMap.union(*asked) | self.anything if asked else self.anything


class _Range:
    """Bounds on one number.

    Floors are cumulative up to ten, where nearly all of them lie: one bitmap answers at ten bits
    a rule. Ceilings are few, so the rows that fail one are subtracted.
    """

    __slots__ = ("_ceilings", "_floors", "_high_floors")

    def __init__(self) -> None:
        self._floors = [BitMap() for _ in range(_STEPS + 1)]
        self._high_floors: dict[int, BitMap] = {}
        self._ceilings: dict[int, BitMap] = {}

    def add(self, row: int, bounds: Bounds) -> None:
        for rows in self._holders(bounds):
            rows.add(row)

    def discard(self, row: int, bounds: Bounds) -> None:
        for rows in self._holders(bounds):
            rows.discard(row)

    def above_floor(self, number: int) -> BitMap:
        """Rows whose floor the number reaches; to be read, not changed."""
        if number <= _STEPS:
            return self._floors[max(number, 0)]
        reached = (rows for low, rows in self._high_floors.items() if low <= number)
        return BitMap.union(self._floors[_STEPS], *reached)

    def above_ceiling(self, number: int) -> list[BitMap]:
        """Rows whose ceiling the number exceeds."""
        return [rows for high, rows in self._ceilings.items() if high < number]

    def _holders(self, bounds: Bounds) -> list[BitMap]:
        """The bitmaps in which a rule with these bounds stands."""
        low = bounds.low or 0
        holders = self._floors[max(low, 0) :]
        if low > _STEPS:
            holders = [self._high_floors.setdefault(low, BitMap())]
        if bounds.high is not None:
            holders.append(self._ceilings.setdefault(bounds.high, BitMap()))
        return holders
