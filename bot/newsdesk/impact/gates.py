"""What a story is, asked before anything is counted: leisure, commentary, one person's crime.

Each question is answered by the title, some by the lead too, and by the tables of `cues_gates`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.newsdesk.impact import cues_gates
from bot.newsdesk.text.cue_language import compiled

_EDGES = ":|–—-("
_SHORT_TITLE = 4
_FRONT = 2
"""The title and one sentence."""
_SURE, _SURE_OF_HINTS = 2, 3
"""How many different words of leisure tell, and how many that may mean other things too."""
_ASKS = re.compile(
    r"(?:is|are|was|will|would|can|could|should|do|does|did|has|have|why|what|how|who)\b.*\?\W*$",
    re.IGNORECASE,
)
_FIRED = re.compile(
    r"\b(?:fires?|fired|firing)\b(?=\s(?:[\w'’-]+\s){0,3}(?:coach|manager|trainer)\b)",
    re.IGNORECASE,
)
_COACH_ON_ROAD = re.compile(
    r"\bcoach\b(?=.*\b(?:road|ravine|motorway|highway|passengers|driver|crash\w*|overturn\w*|"
    r"plung\w+|river)\b)",
    re.IGNORECASE,
)


def is_leisure(sentences: Sequence[str], *, strong: bool) -> bool:
    """Whether this is sport, entertainment or celebrity news without a business event.

    `strong` says that something already binds or stops; then one leisure word is not enough.
    """
    told = [_FIRED.sub("sacked", _COACH_ON_ROAD.sub("bus", text)) for text in sentences]
    if compiled(cues_gates.BUSINESS_EVENT).search(told[0]):
        return False
    if compiled(cues_gates.LEISURE_PEOPLE).search(told[0]):
        return True
    table = compiled(cues_gates.LEISURE)
    words = {found.group().lower() for text in told for found in table.finditer(text)}
    if len(words) >= _SURE or (table.search(told[0]) and not strong):
        return True
    hints = compiled(cues_gates.LEISURE_HINTS)
    return len(words | {hit.group().lower() for text in told for hit in hints.finditer(text)}) >= (
        _SURE_OF_HINTS
    )


def is_personal_crime(sentences: Sequence[str]) -> bool:
    """Whether this is one person's crime or trial; its verdict binds nobody else."""
    if compiled(cues_gates.TERROR).search(sentences[0]):
        return False
    if compiled(cues_gates.PERSONAL_CRIME).search(sentences[0]):
        return True
    return any(compiled(cues_gates.PERSONAL_TRIAL).search(text) for text in sentences[:_FRONT])


def is_of_the_mighty(sentences: Sequence[str]) -> bool:
    """Whether somebody is tried for how he governed or managed, or many are; no violent crime."""
    if compiled(cues_gates.PERSONAL_CRIME).search(sentences[0]):
        return False
    return any(compiled(cues_gates.MIGHTY).search(text) for text in sentences[:_FRONT])


def is_municipal(sentences: Sequence[str]) -> bool:
    """Whether only a town or a county acts, which binds nobody beyond it."""
    front = sentences[:_FRONT]
    acts = any(compiled(cues_gates.MUNICIPAL).search(text) for text in front)
    return acts and not any(compiled(cues_gates.NATIONAL).search(text) for text in front)


def is_over(sentences: Sequence[str]) -> bool:
    """Whether the news is that harm has ended: an outbreak over, an evacuation lifted."""
    return any(compiled(cues_gates.HARM_OVER).search(text) for text in sentences[:_FRONT])


def is_hearing(title: str) -> bool:
    """Whether the title tells of a hearing or a testimony, which decides nothing yet."""
    return bool(compiled(cues_gates.HEARING).search(title))


def changes_nothing(sentences: Sequence[str]) -> bool:
    """Whether this is a study or a find, or the title marks a day of remembrance."""
    tables = (cues_gates.RESEARCH, cues_gates.REMEMBRANCE)
    if any(compiled(table).search(sentences[0]) for table in tables):
        return True
    return any(compiled(cues_gates.RESEARCH_LEAD).search(text) for text in sentences[:_FRONT])


def is_pact(sentences: Sequence[str]) -> bool:
    """Whether states or firms signed what has yet to be ratified or to take effect."""
    if not compiled(cues_gates.PACT).search(sentences[0]):
        return False
    return not any(compiled(cues_gates.IN_FORCE).search(text) for text in sentences)


def is_opinion(title: str) -> bool:
    """Whether the title announces commentary rather than an event.

    Words such as "analysis" or "review" announce it at the edge of a title ("Analysis: ...",
    "... - review"); inside, they belong to the event ("orders a review of the grid").
    """
    if compiled(cues_gates.OPINION_VOICE).search(title) or _ASKS.match(title):
        return True
    return any(_at_edge(title, found) for found in compiled(cues_gates.OPINION).finditer(title))


def _at_edge(title: str, found: re.Match[str]) -> bool:
    before, after = title[: found.start()].strip(), title[found.end() :].strip()
    opens = not before or before[-1] in _EDGES
    closes = not after or after[0] in _EDGES
    return opens or (closes and (bool(after) or len(before.split()) <= _SHORT_TITLE))
