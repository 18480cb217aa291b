"""Key facts: at most six sentences with something to check, each with the origins that carry it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.story import KeyFact
from bot.newsdesk.verifying.crosscheck import Crosscheck
from bot.newsdesk.writing.checkable import Figure, all_known, checkable, figures_in
from bot.newsdesk.writing.lines import Ledger, Line
from bot.newsdesk.writing.standing_alone import is_quotation, stands_alone
from bot.newsdesk.writing.takeaways import weigh

MOST = 6
_FEW = 3
"""With fewer facts that can be checked, statements of somebody who is named fill up to this."""
_STATED = re.compile(
    r"\b(?:said|says|told|according to|testified|stated|wrote|warned|argued|claim(?:s|ed)|believes?"
    r"|estimates?d?)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rank:
    """What speaks for a line, compared in this order."""

    hard: bool
    fresh: bool
    """A decision, or a figure that the page does not show yet."""
    current: bool
    counted: bool
    origins: int
    weight: float

    @property
    def key(self) -> tuple[bool, bool, bool, bool, int, float]:
        return (self.hard, self.fresh, self.current, self.counted, self.origins, self.weight)

    @property
    def is_worth_more_space(self) -> bool:
        return self.hard and self.fresh and (self.current or self.origins > 1)


def key_facts(ledger: Ledger, checked: Crosscheck) -> tuple[KeyFact, ...]:
    """The best free lines that carry something to check, most corroborated first."""
    free = ledger.free()
    weights = weigh(free)
    lines = [line for line in free if _is_fact(line)]
    origins = {line: _origins(line, ledger, checked) for line in lines}
    chosen: list[KeyFact] = []
    while lines and len(chosen) < MOST:
        shown = figures_in(line.text for line in ledger.used)
        ranks = {line: _rank(line, shown, len(origins[line]), weights[line]) for line in lines}
        best = max(lines, key=lambda line: (ranks[line].key, line.text))
        if len(chosen) >= _FEW and not ranks[best].is_worth_more_space:
            break
        found = tuple(sorted(origins[best]))
        chosen.append(KeyFact(text=ledger.use(best), corroborated_by=len(found), publishers=found))
        lines = [line for line in lines if ledger.is_free(line)]
    return tuple(chosen)


def _is_fact(line: Line) -> bool:
    """Stands alone, and holds something to check or what somebody who is named states.

    What is merely quoted is no fact.
    """
    found = checkable(line.text)
    if not stands_alone(line.text):
        return False
    if is_quotation(line.text):
        return found.hard and found.named
    return found.hard or (found.named and _STATED.search(line.text) is not None)


def _rank(line: Line, shown: frozenset[Figure], origins: int, weight: float) -> _Rank:
    found = checkable(line.text)
    return _Rank(
        hard=found.hard,
        fresh=found.decision if not found.figures else not all_known(found.figures, shown),
        current=not found.background,
        counted=bool(found.figures),
        origins=origins,
        weight=weight,
    )


def _origins(line: Line, ledger: Ledger, checked: Crosscheck) -> set[str]:
    """Origins that say the sentence in their words or state its number."""
    found = {one.origin for one in ledger.carriers(line)}
    for agreement in checked.agreements:
        if any(fact.statement.text == line.text for fact in agreement.facts):
            found |= agreement.origins
    return found
