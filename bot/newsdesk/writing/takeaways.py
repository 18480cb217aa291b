"""Choose the sentences that say most of a story: central, early, and each something new.

Weight is closeness to the middle of all lines, a place near the top, and what is news in itself: a
figure, a decision, somebody named. Maximal marginal relevance keeps the second from repeating the
first. Nothing is generated.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from math import sqrt

from bot.newsdesk.clustering.background import Background, shipped_background
from bot.newsdesk.text.cue_language import compiled
from bot.newsdesk.verifying.crosscheck import Crosscheck
from bot.newsdesk.writing.checkable import Figure, all_known, checkable, figures_in
from bot.newsdesk.writing.future import is_ahead, is_firm
from bot.newsdesk.writing.lines import Ledger, Line
from bot.newsdesk.writing.standing_alone import is_quotation, stands_alone

MOST = 4
_POSITION = 0.35
"""What a place at the very top adds to closeness, which is at most 1."""
_NEWNESS = 0.5
"""What likeness to a chosen line costs."""
_WORTH = 0.35
"""Share of the best line's weight below which a third or fourth line is not worth its space."""
LEAST_WEIGHT = 0.3
"""Share of the best line's weight below which a line is about something else."""
_FIGURE = 0.15
_AGREED = 0.12
"""What a figure adds, and again where origins agree on it: the decisive number."""
_DECIDED = 0.12
_STALE = 0.3
"""What a line costs whose figures the page has told already."""
_QUOTATION = 0.25
_BACKGROUND = 0.15
_HEARSAY = """
reportedly|rumour*|rumor*|unconfirmed
people|sources|persons .. familiar|briefed|close with|to|on
sources say|said|told
told this|the paper|newspaper|magazine
"""
"""How a rumour is told; once the event is confirmed, other lines say it better."""
_AHEAD = 0.3
"""What a line costs that is left for what to watch."""


def takeaways(ledger: Ledger, checked: Crosscheck | None = None) -> tuple[str, ...]:
    """Two to four whole sentences where there are as many, the weightiest first."""
    lines = telling(ledger.free())
    agreed = agreed_texts(checked)
    close = weigh(lines)
    weights = {line: close[line] + news(line, agreed) for line in lines}
    chosen: list[Line] = []
    # A short report keeps some of its sentences for the facts.
    most = min(MOST, max(2, len(lines) // 3))
    while lines and len(chosen) < most:
        page = (*ledger.used, *chosen)
        told = figures_in(line.text for line in page)
        gain = {line: _gain(line, weights, page, told) for line in lines}
        best = max(lines, key=lambda line: (gain[line], -line.position, line.text))
        if len(chosen) >= 2 and weights[best] < _WORTH * weights[chosen[0]]:
            break
        chosen.append(best)
        lines = [line for line in lines if not line.says_the_same(best)]
    return tuple(ledger.use(line) for line in chosen)


def telling(lines: Sequence[Line]) -> list[Line]:
    """Those that stand alone; of them no rumours, and what names, counts or decides, if any."""
    alone = [line for line in lines if stands_alone(line.text)]
    alone = [line for line in alone if not compiled(_HEARSAY).search(line.text)] or alone
    return [line for line in alone if not checkable(line.text).empty] or alone


def agreed_texts(checked: Crosscheck | None) -> frozenset[str]:
    """Sentences with a number that two origins agree on."""
    agreements = checked.agreements if checked else ()
    return frozenset(fact.statement.text for one in agreements for fact in one.facts)


def news(line: Line, agreed: Collection[str] = ()) -> float:
    """What a line is worth beyond its closeness: who did what, and the decisive number."""
    found = checkable(line.text)
    worth = _FIGURE * bool(found.figures) + _DECIDED * found.decision
    worth += _AGREED * (line.text in agreed)
    worth -= _BACKGROUND * found.background
    worth -= _AHEAD * (is_ahead(line.text) and is_firm(line.text))
    return worth - _QUOTATION * is_quotation(line.text)


def weigh(lines: Sequence[Line]) -> dict[Line, float]:
    """Closeness to the middle of all origins, each origin counted once, and place."""
    idf = shipped_background()
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


def _gain(
    line: Line, weights: dict[Line, float], page: Sequence[Line], told: frozenset[Figure]
) -> float:
    alike = max((_likeness(line, other) for other in page), default=0.0)
    figures = checkable(line.text).figures
    stale = bool(figures) and all_known(figures, told)
    return weights[line] - _NEWNESS * alike - _STALE * stale


def _likeness(left: Line, right: Line) -> float:
    both = len(left.terms | right.terms)
    return len(left.terms & right.terms) / both if both else 0.0
