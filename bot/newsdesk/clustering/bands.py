"""Length bands: how alike two reports must be depends on how much of them we have.

A title shares few words with another title of the same event; whole articles of two different
events share many. Each band has its own calibrated threshold, and a vector is scaled by it, so that
everywhere else a score of 1.0 means "just alike enough", for any mix of bands.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

TITLE_WORDS = 18
"""A report of fewer words, title and text together, is a bare headline."""
FULL_WORDS = 80
"""From here on a report is a whole article to us."""


class Band(StrEnum):
    """How much text a report brings."""

    TITLE = "title"
    SHORT = "short"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What was measured for one band by `bench/clustering.py --calibrate`."""

    threshold: float
    """Mean cosine between two groups of reports at which they are one event."""
    contrast: float
    """Two groups join only if they are alike to this share of how alike each is within itself.

    Template twins (two verdicts, two quakes) fail here: alike, but each far more alike within.
    Titles say too little for it.
    """
    tight: float
    """Cosine from which a report and a knot are never parted again: copies and near rewrites."""
    alone: float
    """How many times the threshold two single reports need; a group of n needs 1 / n of the excess.

    Two strangers easily share a word or a name; a stranger and ten reports of an event do not.
    """

    @property
    def scale(self) -> float:
        return 1 / sqrt(self.threshold)


CALIBRATION = {
    Band.TITLE: Calibration(threshold=0.06, contrast=0.0, tight=0.4, alone=8.0),
    Band.SHORT: Calibration(threshold=0.13, contrast=0.7, tight=0.5, alone=2.0),
    Band.FULL: Calibration(threshold=0.17, contrast=0.7, tight=0.55, alone=2.0),
}


def band_of(words: int) -> Band:
    """The band of a report of so many words, title and text together."""
    if words < TITLE_WORDS:
        return Band.TITLE
    return Band.SHORT if words < FULL_WORDS else Band.FULL


def needed(alone: float, size: int) -> float:
    """The score at which two groups may be one event; `size` is that of the larger group."""
    return 1.0 + (alone - 1.0) / size
