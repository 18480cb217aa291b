"""How much one site or one person can weigh: little, unless it operates for others.

A fire in a house ends there; a fire in a port holds up those who ship. What kills or harms many
is never local, however small the place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.newsdesk.impact import cues_gates
from bot.newsdesk.impact.rubric import FEW_WORKERS, MANY_DEAD, MANY_HARMED, ONE_PLACE, ONE_PLANT
from bot.newsdesk.impact.scope import most_dead, most_harmed, most_workers
from bot.newsdesk.text.cue_language import compiled

_FRONT, _LEAD = 2, 3
"""The title with one sentence, and with two."""
_NEVER_LOCAL = (cues_gates.SERVES_OTHERS, cues_gates.WIDE_AREA)


_NO_PLACE = re.compile(
    r"\b(?:White House|House of \w+|(?:the |US |U\.S\. )?House (?:passe[sd]|vote[sd]|backs|panel|"
    r"committee|speaker)|(?:Wall|High|Downing|Main|Fleet) Street|[\w-]+ chains?)\b",
    re.IGNORECASE,
)
"""Bodies, markets and chains that are named after one building or street."""


def most_for_one_site(sentences: Sequence[str], *, unlimited: int) -> int:
    """The most operational points of an event that strikes one place; else `unlimited`."""
    lead = _NO_PLACE.sub(" ", " ".join(sentences[:_LEAD]))
    if _harms_many(sentences):
        return unlimited
    if compiled(cues_gates.ONE_PERSON).search(" ".join(sentences[:_FRONT])):
        return ONE_PLACE
    if any(compiled(table).search(lead) for table in _NEVER_LOCAL):
        return unlimited
    # A firm that closes its plant decides; what befalls one plant ends there.
    befell = compiled(cues_gates.HARM_HERE).search(lead)
    if befell and compiled(cues_gates.ONE_BUILDING).search(lead):
        return ONE_PLACE
    small = 0 < most_workers(sentences) < FEW_WORKERS
    return ONE_PLANT if small or (befell and _is_one_plant(lead)) else unlimited


def _is_one_plant(lead: str) -> bool:
    return compiled(cues_gates.ONE_PLANT).search(lead) is not None


def _harms_many(sentences: Sequence[str]) -> bool:
    return most_dead(sentences) >= MANY_DEAD or most_harmed(sentences) >= MANY_HARMED
