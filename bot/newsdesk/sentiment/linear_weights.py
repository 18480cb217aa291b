"""Read the weights we ship and apply them: a linear model in plain Python.

A file holds, per feature, one whole number per label; `bench/train_sentiment.py` wrote it and
`docs/weights.md` says from what. Nothing is learnt at run time.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LABELS = ("negative", "neutral", "positive")
SCALE = 1000
"""Weights are stored as thousandths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearWeights:
    """One trained model; every row has a number per label, in the order of `LABELS`."""

    intercept: tuple[int, ...]
    features: Mapping[str, tuple[int, ...]]

    def scores(self, found: Mapping[str, float]) -> tuple[float, ...]:
        """The raw score of each label for these features; unknown features count nothing."""
        first, second, third = map(float, self.intercept)
        rows = self.features
        for name, value in found.items():
            if name in rows:  # three sums by name, not a loop: this is most of a headline's time
                row = rows[name]
                first += row[0] * value
                second += row[1] * value
                third += row[2] * value
        return first / SCALE, second / SCALE, third / SCALE


def probabilities(scores: Sequence[float]) -> tuple[float, ...]:
    """Scores as shares that add up to 1."""
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    return tuple(part / sum(parts) for part in parts)


@cache
def shipped(name: str) -> LinearWeights:
    """The weights file of that name (`headline`, `entity`), read once per process."""
    packed = files("bot.newsdesk.sentiment").joinpath("weights", f"{name}.json.gz").read_bytes()
    content = json.loads(gzip.decompress(packed))
    return LinearWeights(
        intercept=tuple(content["intercept"]),
        features={key: tuple(row) for key, row in content["features"].items()},
    )
