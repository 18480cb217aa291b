"""A report as a sparse vector of weighted terms, scaled by its length band.

Title and opening words only: further down an article is background that belongs to other events.
Names weigh double, because they tell two events of one kind apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from math import log, sqrt

from bot.domain.report import Report
from bot.newsdesk.clustering.background import Background
from bot.newsdesk.clustering.bands import CALIBRATION, Band, Calibration, band_of
from bot.newsdesk.names.given_names import GIVEN_NAMES
from bot.newsdesk.text.tokens import term, term_uses, terms

TITLE_WEIGHT = 2
BODY_WORDS = 200
NAME_WEIGHT = 2.0
HEAVIEST_TERMS = 80
"""Only these are kept: the rest costs time and moves no score."""
GIVEN_WEIGHT = 0.7
"""In a bare title a given name links strangers: half of what another word weighs."""

_GIVEN = frozenset(map(term, GIVEN_NAMES))

Terms = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """The weighted terms of one report; the dot product of two is their score."""

    terms: Terms
    band: Band
    names: frozenset[str] = frozenset()
    """The terms that the text uses as names."""

    @property
    def calibration(self) -> Calibration:
        return CALIBRATION[self.band]

    @property
    def length(self) -> float:
        return sqrt(sum(weight * weight for weight in self.terms.values()))


def vector(report: Report, background: Background) -> Vector:
    """`report` in terms, of length 1 / sqrt(threshold of its band)."""
    uses = term_uses(report.text, limit=BODY_WORDS)
    band = band_of(report.title.count(" ") + report.text.count(" ") + 2)
    counts = {name: use.count for name, use in uses.items()}
    for word in terms(report.title):
        counts[word] = counts.get(word, 0) + TITLE_WEIGHT
    weights = {word: (1 + log(count)) * background.weight(word) for word, count in counts.items()}
    names = frozenset(name for name, use in uses.items() if use.is_name)
    for name in names:
        weights[name] *= NAME_WEIGHT
    if band is Band.TITLE:
        for name in weights.keys() & _GIVEN:
            weights[name] *= GIVEN_WEIGHT
    scaled = _scaled(weights, CALIBRATION[band].scale)
    # Common words still lengthen the vector, so that they dilute what the others share.
    telling = {word: value for word, value in scaled.items() if background.tells(word)}
    return Vector(terms=telling or scaled, band=band, names=names)


def _scaled(weights: Terms, length: float) -> Terms:
    """The heaviest terms, together of the length given."""
    if len(weights) > HEAVIEST_TERMS:
        # Ties are broken by the term itself, so that a vector never depends on word order.
        heaviest = nlargest(HEAVIEST_TERMS, weights.items(), key=lambda pair: (pair[1], pair[0]))
        weights = dict(heaviest)
    norm = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight * length / norm for word, weight in weights.items()} if norm else {}


def dot(left: Terms, right: Terms) -> float:
    """Sum over the shared terms."""
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right[word] for word, weight in left.items() if word in right)
