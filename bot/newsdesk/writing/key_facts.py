"""Key facts: at most six sentences with something to check, each with the origins that carry it."""

from __future__ import annotations

import re

from bot.domain.story import KeyFact
from bot.newsdesk.text.numbers import Kind, numbers
from bot.newsdesk.verifying.crosscheck import Crosscheck
from bot.newsdesk.writing.lines import Ledger, Line
from bot.newsdesk.writing.takeaways import stands_alone, weigh

MOST = 6
_FEW = 3
"""With fewer facts that can be checked, other sentences about the event fill up to this."""
_NAMED = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+")
_QUOTED = re.compile(r"[“\"][^“”\"]{8,}[”\"]")


def key_facts(ledger: Ledger, checked: Crosscheck) -> tuple[KeyFact, ...]:
    """The best free lines that carry something to check, most corroborated first."""
    lines = [line for line in ledger.free() if stands_alone(line)]
    weights = weigh(lines)
    rank = {
        line: (_elements(line) > 0, len(_origins(line, ledger, checked)), weights[line])
        for line in lines
    }
    chosen: list[KeyFact] = []
    for line in sorted(lines, key=lambda line: (*(-part for part in rank[line]), line.text)):
        if len(chosen) == MOST or (len(chosen) >= _FEW and not rank[line][0]):
            break
        if ledger.is_free(line):
            chosen.append(_fact(line, ledger, checked))
    return tuple(chosen)


def _fact(line: Line, ledger: Ledger, checked: Crosscheck) -> KeyFact:
    origins = _origins(line, ledger, checked)
    return KeyFact(
        text=ledger.use(line), corroborated_by=len(origins), publishers=tuple(sorted(origins))
    )


def _origins(line: Line, ledger: Ledger, checked: Crosscheck) -> set[str]:
    """Origins that say the sentence in their words or state its number."""
    found = {one.origin for one in ledger.carriers(line)}
    for agreement in checked.agreements:
        if any(fact.statement.text == line.text for fact in agreement.facts):
            found |= agreement.origins
    return found


def _elements(line: Line) -> int:
    """How many things in it could be checked."""
    counted = [
        number for number in numbers(line.text) if number.kind is not Kind.UNIT or number.value > 1
    ]
    return len(counted) + len(_NAMED.findall(line.text)) // 2 + bool(_QUOTED.search(line.text))
