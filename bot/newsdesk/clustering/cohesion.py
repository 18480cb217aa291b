"""How well the reports of one candidate hang together: a factor of its confidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from bot.domain.report import Report
from bot.newsdesk.clustering.background import Background, shipped_background
from bot.newsdesk.clustering.closed_set import in_order
from bot.newsdesk.clustering.vectors import dot, vector

MOST_REPORTS = 60
"""Pairs grow with the square; the earliest reports of a bigger candidate speak for it."""


def cohesion(reports: Sequence[Report], background: Background | None = None) -> float:
    """0..1: the mean over pairs of reports of how alike they are, 1 = alike enough to join.

    A lone report is wholly coherent. A pair of copies counts no more than one of rewrites.
    """
    weights = background or shipped_background()
    vectors = [vector(report, weights).terms for report in in_order(reports)[:MOST_REPORTS]]
    scores = [min(1.0, dot(left, right)) for left, right in combinations(vectors, 2)]
    return sum(scores) / len(scores) if scores else 1.0
