"""What to watch and what it means: sentences about the future, and sentences that explain.

A sentence to watch names an actor and something that is still to come. Analysis is what explains
among the sentences that nothing else on the page has used, in the order of their report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.story import Entity
from bot.newsdesk.writing.lines import Ledger, Line
from bot.newsdesk.writing.takeaways import stands_alone, weigh

MOST_TO_WATCH = 3
MOST_ANALYSIS = 6
_FUTURE = re.compile(
    r"\b(?:will|is (?:expected|due|set|scheduled|likely|poised) to|are (?:expected|due|set"
    r"|scheduled"
    r"|likely|poised) to|plans? to|aims? to|intends? to|is planning|next (?:week|month|year"
    r"|quarter|step"
    r"|meeting|round)|coming (?:days|weeks|months|year)|later this (?:week|month|year)"
    r"|by (?:20\d\d|the end"
    r" of|next|mid-)|deadline|from (?:January|February|March|April|May|June|July|August"
    r"|September|October"
    r"|November|December|\d)|should watch|to watch|looking ahead|takes? effect"
    r"|comes? into force|vote on"
    r"|could|may)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:will|due|scheduled|deadline|next|takes? effect|comes? into force|watch|by (?:20\d\d"
    r"|the end))\b",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"\b(?:because|as a result|therefore|which means|means that|meaning|analysts?|economists?"
    r"|experts?"
    r"|according to|due to|amid|reflects?|suggests?|signals?|underlines?|comes? (?:as|after|at)"
    r"|following"
    r"|since|after|while|although|despite|would|likely|impact|effect|pressure|risk|concern\w*"
    r"|expect\w*"
    r"|compared with|in response|followed|so that|in order to|aims?|shift|strategy)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")


def what_to_watch(ledger: Ledger, entities: Sequence[Entity]) -> str:
    """At most three sentences about what an actor will do, firm ones first."""
    names = [name for one in entities for name in (one.name, *one.aliases)]
    lines = [
        line
        for line in ledger.free()
        if _FUTURE.search(line.text) and _has_actor(line, names) and stands_alone(line)
    ]
    weights = weigh(lines)
    lines.sort(key=lambda line: (not _FIRM.search(line.text), -weights[line], line.text))
    return " ".join(_taken(ledger, lines, MOST_TO_WATCH))


def analysis(ledger: Ledger) -> str:
    """What explains the event, one paragraph per origin."""
    lines = ledger.free()
    weights = weigh(lines)
    telling = [line for line in lines if _EXPLAINS.search(line.text)]
    best = sorted(telling, key=lambda line: (-weights[line], line.text))
    kept: list[Line] = []
    for line in best:
        if len(kept) < MOST_ANALYSIS and not any(line.says_the_same(other) for other in kept):
            kept.append(line)
    order = list(dict.fromkeys(line.origin for line in lines))
    kept.sort(key=lambda line: (order.index(line.origin), line.position))
    paragraphs = (
        " ".join(ledger.use(line) for line in kept if line.origin == origin) for origin in order
    )
    return "\n\n".join(filter(None, paragraphs))


def _taken(ledger: Ledger, lines: Sequence[Line], most: int) -> list[str]:
    taken: list[str] = []
    for line in lines:
        if len(taken) < most and ledger.is_free(line):
            taken.append(ledger.use(line))
    return taken


def _has_actor(line: Line, names: Sequence[str]) -> bool:
    return any(name in line.text for name in names) or bool(_CAPITAL.search(line.text))
