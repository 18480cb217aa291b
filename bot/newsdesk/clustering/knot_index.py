"""All live knots behind an inverted index: finds what a report resembles, and ties it in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.report import Report
from bot.newsdesk.clustering.background import Background
from bot.newsdesk.clustering.knots import Knot, Member, Span
from bot.newsdesk.clustering.signature import Signature, signature
from bot.newsdesk.clustering.vectors import Vector, vector
from bot.newsdesk.clustering.veto import veto

KnotKey = int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report as the index sees it, with its summed score against every knot it resembles."""

    member: Member
    vector: Vector
    marks: Signature
    scores: Mapping[KnotKey, float]

    @property
    def span(self) -> Span:
        return Span(first=self.member.at, last=self.member.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Where a report went: a knot, its mean score there, and what kept it from a likelier one."""

    key: KnotKey
    joined: bool
    score: float
    veto: str


class KnotIndex:
    """Knots by key, and by term."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._knots: dict[KnotKey, Knot] = {}
        self._postings: dict[str, dict[KnotKey, float]] = defaultdict(dict)
        self._lengths: dict[KnotKey, float] = {}
        """Of each knot; beside the knots because every score is weighed against one."""
        self._next = 0

    def __getitem__(self, key: KnotKey) -> Knot:
        return self._knots[key]

    def __iter__(self) -> Iterator[KnotKey]:
        return iter(self._knots)

    def __len__(self) -> int:
        return len(self._knots)

    def knots(self, keys: Iterable[KnotKey]) -> list[Knot]:
        return [self._knots[key] for key in keys]

    def read(self, report: Report) -> Reading:
        """Compare `report` with every knot; nothing is kept."""
        seen = vector(report, self._background)
        scores: dict[KnotKey, float] = defaultdict(float)
        for word, weight in seen.terms.items():
            for key, theirs in self._postings.get(word, {}).items():
                scores[key] += weight * theirs
        return Reading(
            member=Member(report_id=report.id, at=report.published_at),
            vector=seen,
            marks=signature(report.title, report.text, seen.names),
            scores=scores,
        )

    def tie(self, reading: Reading, clock: datetime | None) -> Tie:
        """Put the report into the tightest knot, or into a new one of its own."""
        refused = ""
        for key in self._tight(reading):
            if not self._knots[key].open_at(clock):
                continue
            refused = veto(reading.marks, self._knots[key].marks)
            if not refused:
                score = reading.scores[key] / self._knots[key].size
                self._join(key, reading, clock)
                return Tie(key=key, joined=True, score=score, veto="")
        return Tie(key=self._new(reading, clock), joined=False, score=0.0, veto=refused)

    def remove(self, key: KnotKey) -> Knot:
        """Forget a knot."""
        knot = self._knots.pop(key)
        del self._lengths[key]
        for word in knot.terms:
            posting = self._postings[word]
            del posting[key]
            if not posting:
                del self._postings[word]
        return knot

    def restore(self, row: Mapping[str, Any]) -> KnotKey:
        """Take in a knot that `Knot.to_row` wrote."""
        key = self._claim(Knot.from_row(row))
        for word, weight in self._knots[key].terms.items():
            self._postings[word][key] = weight
        return key

    def _tight(self, reading: Reading) -> list[KnotKey]:
        """Knots that are alike enough to join, the closest first."""
        least = reading.vector.calibration.tight
        # |v| * root mean square length of the members makes a cosine of the scaled score.
        length = reading.vector.length
        least_score = least * length
        lengths = self._lengths
        close = [
            key for key, score in reading.scores.items() if score >= least_score * lengths[key]
        ]
        found = []
        for key in close:
            closeness = reading.scores[key] / (length * lengths[key])
            if closeness * self._knots[key].span.fade(reading.span) >= least:
                found.append((closeness, key))
        return [key for _, key in sorted(found, key=lambda pair: (-pair[0], pair[1]))]

    def _new(self, reading: Reading, clock: datetime | None) -> KnotKey:
        key = self._claim(Knot())
        self._join(key, reading, clock)
        return key

    def _claim(self, knot: Knot) -> KnotKey:
        key, self._next = self._next, self._next + 1
        self._knots[key] = knot
        self._lengths[key] = knot.length
        return key

    def _join(self, key: KnotKey, reading: Reading, clock: datetime | None) -> None:
        knot = self._knots[key]
        knot.add(reading.member, reading.vector, reading.marks, clock)
        self._lengths[key] = knot.length
        for word in reading.vector.terms:
            self._postings[word][key] = knot.terms[word]
