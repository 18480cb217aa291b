"""Average linkage over knots: the closest two groups join first, until none are alike enough.

Two groups join from a mean score of 1.0, faded by the silence between them (`bands.py` says why
1.0, and how much more small groups need), unless a title's mark forbids it or both are far more
alike within than to each other: so look template twins, and round-ups that bridge two events. The
result depends on the order of the knots only through exact ties.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence
from math import sqrt

from bot.newsdesk.clustering.bands import needed
from bot.newsdesk.clustering.knots import Knot, Span
from bot.newsdesk.clustering.signature import copied
from bot.newsdesk.clustering.veto import veto

JOIN = 1.0
"""The least that any two groups need."""
FAINT = 0.2
"""Pairs of knots less alike than this are taken as not alike at all; no score here moves by it."""
CONTRAST_FROM = 4
"""A group of fewer reports is too small to say how alike it is within."""

_Entry = tuple[float, int, int, int, int]


def grouped(knots: Sequence[Knot]) -> list[list[int]]:
    """The positions of `knots`, one list per event, in order of their first knot."""
    merging = _Merging(knots)
    merging.run()
    groups: dict[int, list[int]] = defaultdict(list)
    for position in range(len(knots)):
        groups[merging.root(position)].append(position)
    return sorted(groups.values())


def contrasted(mean: float, contrast: float, within: tuple[float, float]) -> bool:
    """Whether a mean score between two groups holds against the mean scores within them."""
    return mean >= contrast * sqrt(max(0.0, within[0]) * max(0.0, within[1]))


class _Merging:
    """One run of the merging, on sums that stay exact as groups grow."""

    def __init__(self, knots: Sequence[Knot]) -> None:
        self._sizes = [knot.size for knot in knots]
        self._within = [knot.within for knot in knots]
        self._alone = [knot.alone for knot in knots]
        self._contrast = [knot.contrast for knot in knots]
        self._spans = [Span(first=knot.span.first, last=knot.span.last) for knot in knots]
        self._marks = [knot.marks for knot in knots]
        self._merged: set[int] = set()
        self._links = _links(knots)
        self._parents = list(range(len(knots)))
        self._versions = [0] * len(knots)
        self._heap: list[_Entry] = []

    def run(self) -> None:
        for later, links in enumerate(self._links):
            for earlier in links:
                if earlier < later:
                    self._offer(earlier, later)
        while self._heap:
            _, left, right, left_version, right_version = heapq.heappop(self._heap)
            if (self._versions[left], self._versions[right]) != (left_version, right_version):
                continue
            if self._one_event(left, right):
                self._merge(left, right)

    def root(self, position: int) -> int:
        while self._parents[position] != position:
            position = self._parents[position]
        return position

    def _mean(self, left: int, right: int) -> float:
        return self._links[left][right] / (self._sizes[left] * self._sizes[right])

    def _offer(self, left: int, right: int) -> None:
        score = self._mean(left, right)
        if score < JOIN:
            return
        score *= self._spans[left].fade(self._spans[right])
        sizes = self._sizes[left], self._sizes[right]
        alone = (self._alone[left] + self._alone[right]) / sum(sizes)
        if score >= needed(alone, max(sizes)):
            low, high = (left, right) if left < right else (right, left)
            entry = (-score, low, high, self._versions[low], self._versions[high])
            heapq.heappush(self._heap, entry)

    def _one_event(self, left: int, right: int) -> bool:
        sizes = self._sizes[left], self._sizes[right]
        if min(sizes) >= CONTRAST_FROM:
            contrast = sqrt((self._contrast[left] + self._contrast[right]) / sum(sizes))
            within = self._mean_within(left), self._mean_within(right)
            if not contrasted(self._mean(left, right), contrast, within):
                return False
        return not veto(self._marks[left], self._marks[right])

    def _mean_within(self, group: int) -> float:
        size = self._sizes[group]
        return self._within[group] / (size * (size - 1) / 2)

    def _merge(self, kept: int, gone: int) -> None:
        """`gone` into `kept`, always the one with fewer links into the other."""
        if len(self._links[kept]) < len(self._links[gone]):
            kept, gone = gone, kept
        self._within[kept] += self._within[gone] + self._links[kept].pop(gone)
        self._sizes[kept] += self._sizes[gone]
        self._alone[kept] += self._alone[gone]
        self._contrast[kept] += self._contrast[gone]
        self._spans[kept].include(self._spans[gone].first, self._spans[gone].last)
        self._add_marks(kept, gone)
        self._parents[gone] = kept
        self._versions[kept] += 1
        self._versions[gone] = -1
        self._relink(kept, gone)

    def _add_marks(self, kept: int, gone: int) -> None:
        # The knots' own marks are never written to; most knots stay alone and need no copy.
        if kept not in self._merged:
            self._merged.add(kept)
            self._marks[kept] = copied(self._marks[kept])
        self._marks[kept].add(self._marks[gone])

    def _relink(self, kept: int, gone: int) -> None:
        ours = self._links[kept]
        for other, score in self._links[gone].items():
            if other == kept:
                continue
            theirs = self._links[other]
            del theirs[gone]
            ours[other] = theirs[kept] = ours.get(other, 0.0) + score
        self._links[gone] = {}
        size = self._sizes[kept]
        for other, score in ours.items():
            # The same test as in `_offer`; made here it saves a call for nearly every link.
            if score >= JOIN * size * self._sizes[other]:
                self._offer(kept, other)


def _links(knots: Sequence[Knot]) -> list[dict[int, float]]:
    """For every knot the others that share a term, with the summed score of their pairs."""
    links: list[dict[int, float]] = [{} for _ in knots]
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for position, knot in enumerate(knots):
        scores: dict[int, float] = defaultdict(float)
        for word, weight in knot.terms.items():
            posted = postings[word]
            for other, theirs in posted:
                scores[other] += weight * theirs
            posted.append((position, weight))
        size = knot.size
        for other, score in scores.items():
            if score >= FAINT * size * knots[other].size:
                links[position][other] = links[other][position] = score
    return links
