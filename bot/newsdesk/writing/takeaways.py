"""Choose the sentences that say most of a story: central, early, and each something new.

Weight is closeness to the middle of all lines, and a place near the top; maximal marginal relevance
keeps the second from repeating the first. Nothing is generated.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt

from bot.newsdesk.clustering.background import Background, shipped_background
from bot.newsdesk.writing.lines import Ledger, Line

MOST = 4
_POSITION = 0.35
"""What a place at the very top adds to closeness, which is at most 1."""
_NEWNESS = 0.5
"""What likeness to a chosen line costs."""
_WORTH = 0.35
"""Share of the best line's weight below which a third or fourth line is not worth its space."""
_HANGING = re.compile(
    r"^[\"“‘'(]*(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|so|however|also"
    r"|meanwhile|moreover|furthermore|in addition|still|yet|then|there|here|such|instead"
    r"|nevertheless"
    r"|for example|for instance|by contrast|according to him)\b",
    re.IGNORECASE,
)


def takeaways(ledger: Ledger, background: Background | None = None) -> tuple[str, ...]:
    """Two to four whole sentences where there are as many, the weightiest first."""
    lines = [line for line in ledger.free() if stands_alone(line)]
    weights = weigh(lines, background)
    chosen: list[Line] = []
    # A short report keeps some of its sentences for the facts.
    most = min(MOST, max(2, len(lines) // 3))
    while lines and len(chosen) < most:
        best = max(
            lines, key=lambda line: (_gain(line, weights, chosen), -line.position, line.text)
        )
        if len(chosen) >= 2 and weights[best] < _WORTH * weights[chosen[0]]:
            break
        chosen.append(best)
        lines = [line for line in lines if not line.says_the_same(best)]
    return tuple(ledger.use(line) for line in chosen)


def stands_alone(line: Line) -> bool:
    """Whether it can be read without the sentence before it, and is no question."""
    return not _HANGING.match(line.text) and not line.text.rstrip('"”').endswith("?")


def weigh(lines: Sequence[Line], background: Background | None = None) -> dict[Line, float]:
    """Closeness to the middle of all origins, each origin counted once, and place."""
    idf = background or shipped_background()
    vectors = {line: _vector(line, idf) for line in lines}
    middle: dict[str, float] = defaultdict(float)
    per_origin = Counter(line.origin for line in lines)
    for line, vector in vectors.items():
        for term, value in vector.items():
            middle[term] += value / per_origin[line.origin]
    length = sqrt(sum(value * value for value in middle.values())) or 1.0
    return {
        line: sum(value * middle[term] for term, value in vector.items()) / length
        + _POSITION / (1 + line.position)
        for line, vector in vectors.items()
    }


def _vector(line: Line, idf: Background) -> dict[str, float]:
    values = {term: idf.weight(term) for term in line.terms}
    length = sqrt(sum(value * value for value in values.values())) or 1.0
    return {term: value / length for term, value in values.items()}


def _gain(line: Line, weights: dict[Line, float], chosen: Sequence[Line]) -> float:
    alike = max((_likeness(line, other) for other in chosen), default=0.0)
    return weights[line] - _NEWNESS * alike


def _likeness(left: Line, right: Line) -> float:
    both = len(left.terms | right.terms)
    return len(left.terms & right.terms) / both if both else 0.0
