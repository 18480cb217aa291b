"""Who says outright that another's statement is wrong: "contradicting the mediator".

Told only from the title or the first sentence, and only against an origin whose own title or first
sentences have that very speaker say something: a quarrel further down is background.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.newsdesk.text.tokens import terms

_READ = 2
"""Title and first sentence, in which who contradicts says so."""
_SPOKEN = 3
_CLAIM = (
    r"(?:claims?|statements?|accounts?|figures?|numbers?|counts?|tolls?|estimates?|version"
    r"|announcement)"
)
_THE = r"(?:the |its |his |her |their )?"
_OWNER = r"(?P<{}>(?:[\w-]+ ){{0,2}}[\w-]+)(?:[’']s|(?<=s)[’'])"
_CONTRADICTS = re.compile(
    rf"\bcontradict(?:s|ed|ing) {_THE}(?P<whom>[\w-]+)(?=[.,;:]|$)"
    r"|\b(?:contradict|reject|disput|den|dismiss|refut)(?:s|es|ed|ies|ied|ing|e|y|ying)? "
    rf"{_THE}{_OWNER.format('of')} (?:[\w-]+ )?{_CLAIM}\b"
    rf"|\bcall(?:s|ed|ing)? {_THE}{_OWNER.format('wrong')} {_CLAIM} (?:wrong|false|untrue"
    r"|incorrect|baseless|an? (?:lie|invention))\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says?|told|announced?|announces|puts?|stated?|states|confirm(?:s|ed))\b",
    re.IGNORECASE,
)
# "Contradicting reports" names nobody who could have said anything.
_NOBODY = frozenset(terms("reports claims rumours media press critics earlier previous own itself"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """The words that contradict, and the terms of whoever is contradicted."""

    words: str
    speaker: frozenset[str]

    def is_of(self, front: Sequence[str]) -> bool:
        """Whether a text has that speaker say something where it begins."""
        spoken = (text for text in front[:_SPOKEN] if _SAYS.search(text))
        return any(self.speaker <= frozenset(terms(text)) for text in spoken)


def contradictions(front: Sequence[str]) -> Iterator[Contradiction]:
    """Those in the title and the first sentence."""
    for text in front[:_READ]:
        for match in _CONTRADICTS.finditer(text):
            named = match["whom"] or match["of"] or match["wrong"]
            speaker = frozenset(terms(named))
            if speaker and not speaker & _NOBODY:
                yield Contradiction(words=match[0].strip(), speaker=speaker)
