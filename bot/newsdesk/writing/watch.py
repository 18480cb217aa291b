"""What to watch: at most three sentences about what is to come, those with a set day first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.story import Entity
from bot.newsdesk.writing.checkable import Figure, all_known, checkable, figures_in
from bot.newsdesk.writing.future import is_ahead, is_firm
from bot.newsdesk.writing.lines import Ledger, Line
from bot.newsdesk.writing.takeaways import LEAST_WEIGHT, weigh

MOST_TO_WATCH = 3
_LEAST_WITH_A_DAY = 0.15
"""As `LEAST_WEIGHT`: what comes next stands at the end of a report, in words of its own."""


def what_to_watch(ledger: Ledger, entities: Sequence[Entity]) -> str:
    """Sentences of the lines that are free; "" where nothing lies ahead."""
    names = [name for one in entities for name in (one.name, *one.aliases)]
    free = ledger.free()
    weights = weigh(free)
    most = max(weights.values(), default=0.0)
    told = figures_in(line.text for line in ledger.used)
    lines = [
        line
        for line in free
        if is_ahead(line.text, names)
        and weights[line] >= most * (_LEAST_WITH_A_DAY if is_firm(line.text) else LEAST_WEIGHT)
        and _is_new(line.text, told)
    ]
    lines.sort(key=lambda line: (not is_firm(line.text), -weights[line], line.text))
    return " ".join(_taken(ledger, lines, MOST_TO_WATCH))


def _is_new(text: str, told: frozenset[Figure]) -> bool:
    """Not the decision itself once more: "the EU will charge 25 per cent"."""
    figures = checkable(text).figures
    return not figures or not all_known(figures, told)


def _taken(ledger: Ledger, lines: Sequence[Line], most: int) -> list[str]:
    taken: list[str] = []
    for line in lines:
        if len(taken) < most and ledger.is_free(line):
            taken.append(ledger.use(line))
    return taken
