"""Cut text into words and say what our lexicon knows of each: its lean, its movement, its worth.

The lowest step under sentiment and polarity; pure. The word lists stand in `lexicon`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.newsdesk.sentiment.lexicon import (
    BAD,
    FALLING,
    GOOD,
    NEGATIONS,
    RISING,
    UNWELCOME_WHEN_IT_RISES,
    WELCOME_WHEN_IT_RISES,
)

TOKEN = re.compile(r"[A-Za-z]+(?:[&'-][A-Za-z]+)*|\d[\d.,]*|[%?!:;$€£₹]")
_SUFFIXES = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"))
_ING = (("ing", ""), ("ing", "e"), ("d", ""), ("er", ""))
_FUNCTION_WORDS = frozenset(
    ("on", "by", "from", "to", "of", "against", "as", "after", "for", "with", "in", "says", "sees")
)
_SIGN = {1: "+", -1: "-", 0: ""}
NOTHING = "·"
"""The kind of a word that the lexicon knows nothing of."""


def plain(text: str) -> str:
    """The text with its letters in one form and its apostrophes straight; case kept."""
    return unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")


def tokens(text: str) -> list[str]:
    """Lower-case words, numbers folded to `0`, and the few signs that carry meaning."""
    return [_fold(token) for token in TOKEN.findall(plain(text).lower())]


def _fold(token: str) -> str:
    if token[0].isdigit():
        return "0"
    return token.removesuffix("'s")


@lru_cache(maxsize=4_096)
def base_forms(word: str) -> frozenset[str]:
    """The word and what it may be an inflection of: `falling` -> `fall`, `cuts` -> `cut`."""
    forms = {word}
    for suffix, instead in (*_SUFFIXES, *_ING):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            stem = word[: -len(suffix)] + instead
            forms.add(stem)
            if len(stem) > 3 and stem[-1] == stem[-2]:
                forms.add(stem[:-1])
    return frozenset(forms)


@lru_cache(maxsize=4_096)
def lean(word: str) -> int:
    """+1 for a word of good news, -1 for bad news, 0 for neither, both or unknown."""
    forms = base_forms(word)
    return bool(forms & GOOD) - bool(forms & BAD)


@lru_cache(maxsize=4_096)
def direction(word: str) -> int:
    """+1 for a word of rising, -1 for falling, 0 otherwise."""
    forms = base_forms(word)
    return bool(forms & RISING) - bool(forms & FALLING)


@lru_cache(maxsize=4_096)
def welcome(word: str) -> int:
    """+1 where a rise of the thing is good news, -1 where it is bad, 0 where nobody can say."""
    forms = base_forms(word)
    return bool(forms & WELCOME_WHEN_IT_RISES) - bool(forms & UNWELCOME_WHEN_IT_RISES)


@lru_cache(maxsize=4_096)
def kind_of(word: str) -> str:
    """What the lexicon says of a word, as a short tag; the word itself for function words."""
    if word in NEGATIONS:
        return "not"
    if word in _FUNCTION_WORDS:
        return word
    signs = (("move", direction(word)), ("tone", lean(word)), ("thing", welcome(word)))
    return "".join(name + _SIGN[sign] for name, sign in signs if sign) or NOTHING
