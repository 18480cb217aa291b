"""Analysis: the sentences that say why it happened or what it means; none where nobody says.

When something happened explains nothing. A sentence that leans on the one before it is taken along
with that one or left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.newsdesk.writing.lines import Ledger, Line
from bot.newsdesk.writing.standing_alone import outside_quotes, stands_alone
from bot.newsdesk.writing.takeaways import LEAST_WEIGHT, weigh

MOST = 6
_EXPLAINS = re.compile(
    r"\b(?:because|as a result of|therefore|which means|means (?:that|the|a|it)|meaning"
    r"|reflect(?:s|ed|ing)|suggest(?:s|ing)|signal(?:s|led|ling)|underlin(?:es|ed|ing)|underscor(?:es|ed|ing)"
    r"|due to|owing to|thanks to|driven by|caused by|prompted by|fuell?ed by|in response to"
    r"|in retaliation for|in an effort to|in a bid to|so that|in order to|aimed at|designed to"
    r"|paves? the way|rais(?:es?|ed|ing) (?:questions|concerns|fears|tensions|the prospect)"
    r"|concerns? (?:that|about|over)|fears? (?:that|of|over)|puts? pressure|under pressure|amid"
    r"|at risk|threatens? to|represents? an?|a key test|key to|implications?|consequences?"
    r"|(?:is|was|as|marks?|marked|deals?|dealt|be) (?:a|another|the) (?:\w+ )?(?:sign|blow|setback"
    r"|boost|turning point|shift|break|departure|first step)"
    r"|(?:latest|biggest|largest|worst|highest|lowest|first|sharpest|fastest|longest"
    r"|deadliest|strongest|weakest|steepest|heaviest) .{0,60}?"
    r"\b(?:since|in (?:years|decades|more than)|on record)"
    r"|would (?:allow|make|mean|help|push|hurt|give|force)"
    r"|could (?:hurt|help|cost|force|lead|mean|complicate|affect|threaten)|compared with)\b"
    r"|\b(?:analysts?|economists?|strategists?|experts)\b(?=.{0,80}\b(?:says?|said|expect|warn|warned"
    r"|believe|fear|see|sees|predict|predicted|noted|wrote|estimate|called|think|points? out)\b)"
    r"|\b(?:says?|said|according to|noted|wrote) .{0,60}\b(?:analysts?|economists?|strategists?)\b",
    re.IGNORECASE,
)
_TELLS_A_SCENE = re.compile(
    r"\b(?:testified|confessed|recalled|grabbed|shouted|screamed|knocked|walked|ran|fled|threw"
    r"|yards?|touchdown|quarterback|dunk|layup|inning|half-?time|timeouts?|(?:to|not) be named"
    r"|condition of anonymity)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(r"^(?:This|That|It|These|Those)\b")
"""On what was said; "he" and "she" lean on a person and go on with a tale."""


def analysis(ledger: Ledger) -> str:
    """What explains the event, one paragraph per origin, in the order of its report."""
    lines = ledger.free()
    weights = weigh(lines)
    least = LEAST_WEIGHT * max(weights.values(), default=0.0)
    best = sorted(
        (line for line in lines if weights[line] >= least and explains(line.text)),
        key=lambda line: (-weights[line], line.text),
    )
    before = {(line.origin, line.position + 1): line for line in lines}
    kept: list[Line] = []
    for line in best:
        more = _with_context(line, before.get((line.origin, line.position)))
        if len(kept) + len(more) <= MOST and not _is_told(more, kept):
            kept += [one for one in more if one not in kept]
    return "\n\n".join(_paragraphs(ledger, kept, lines))


def explains(text: str) -> bool:
    """Whether the report itself says why, or what follows from it."""
    spoken = outside_quotes(text)
    return bool(_EXPLAINS.search(spoken)) and not _TELLS_A_SCENE.search(spoken)


def _with_context(line: Line, previous: Line | None) -> tuple[Line, ...]:
    """The line, with the sentence it leans on; nothing where that one leans as well."""
    if stands_alone(line.text):
        return (line,)
    leans = _LEANS.match(line.text)
    return (previous, line) if leans and previous and stands_alone(previous.text) else ()


def _is_told(more: Sequence[Line], kept: Sequence[Line]) -> bool:
    """Whether the page says it already; a line that is kept may serve as context again."""
    if not more or more[-1] in kept:
        return True
    return any(_is_near(one, other) for one in more for other in kept if one is not other)


def _is_near(left: Line, right: Line) -> bool:
    """Two explanations in half the same words are one."""
    smaller = min(len(left.terms), len(right.terms))
    return left.says_the_same(right) or len(left.terms & right.terms) >= max(3, smaller / 2)


def _paragraphs(ledger: Ledger, kept: Sequence[Line], lines: Sequence[Line]) -> list[str]:
    order = list(dict.fromkeys(line.origin for line in lines))
    told = sorted(kept, key=lambda line: (order.index(line.origin), line.position))
    paragraphs = (
        " ".join(ledger.use(line) for line in told if line.origin == origin) for origin in order
    )
    return [text for text in paragraphs if text]
