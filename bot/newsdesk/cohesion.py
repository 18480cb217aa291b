"""How well the reports of one candidate hang together: a factor of its confidence."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.report import Report
from bot.newsdesk.background import Background, shipped_background
from bot.newsdesk.vectors import Terms, dot, vector


def cohesion(reports: Sequence[Report], background: Background | None = None) -> float:
    """0..1: the mean over reports of how alike each is to the others, 1 = alike enough to join.

    A lone report is wholly coherent. Copies add nothing a rewrite would not: each report's part
    is capped at 1.
    """
    if len(reports) < 2:
        return 1.0
    weights = background or shipped_background()
    vectors = [vector(report, weights).terms for report in reports]
    whole: Terms = {}
    for terms in vectors:
        for word, weight in terms.items():
            whole[word] = whole.get(word, 0.0) + weight
    others = len(reports) - 1
    scores = [(dot(terms, whole) - dot(terms, terms)) / others for terms in vectors]
    return sum(min(1.0, max(0.0, score)) for score in scores) / len(scores)
