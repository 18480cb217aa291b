"""The forms in which a name is compared: whole, without accents, case or punctuation.

The legal form of a company ("Inc.", "AG") and a leading "the" may be there or not. Nothing else is
left out, so that "Apple" is never "Apple Hospitality".
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.regions.tables import codes
from bot.domain.text import fold

_INITIALS = re.compile(r"\b(?:\w\.\s?){2,}(?!\w)|\b(?:\w\.){2,}")
_AND = re.compile(r"\s&\s|\bA/S\b")
_CLEAR_FORMS = codes(
    "inc incorporated corp corporation company co ltd limited llc llp plc gmbh kgaa asa oyj sarl "
    "srl pjsc ojsc jsc ooo pao oao zao kk bhd berhad tbk pty pte spa"
)
# These are also syllables and surnames ("Mário Sá"), so they count only as companies write them.
_SHORT_FORMS = codes("AG SE SA AB NV BV AS KG Oy OY LP SpA SAS")


@lru_cache(maxsize=4_096)
def name_forms(name: str) -> frozenset[str]:
    """Folded spellings under which `name` is found; empty for a name without a letter or digit."""
    words = _words(name)
    shorter = _without_legal_form(words)
    spellings = {tuple(words), tuple(shorter)}
    spellings |= {form[1:] for form in spellings if len(form) > 1 and form[0].casefold() == "the"}
    return frozenset(filter(None, (fold(" ".join(form)) for form in spellings)))


def _words(name: str) -> list[str]:
    joined = _INITIALS.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", name)
    plain = _AND.sub(lambda found: "AS" if found[0] == "A/S" else " and ", joined)
    return [word for word in re.split(r"[\s,]+", plain) if fold(word)]


def _without_legal_form(words: list[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and (_is_legal_form(kept[-1]) or kept[-1] == "and"):
        kept.pop()
    # "The Company" and "The Limited" are names; what is left must still say something.
    return words if [word.casefold() for word in kept] == ["the"] else kept


def _is_legal_form(word: str) -> bool:
    bare = word.strip(".()")
    return bare.casefold() in _CLEAR_FORMS or bare in _SHORT_FORMS
