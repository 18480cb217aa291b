"""Turn a sentence into the features the sentiment weights know.

Pure and dictionary-based: the training script and the newsdesk call the same functions, so
a weight always meets the feature it was trained on. No text leaves this module and nothing
is learnt here. The words that carry a lean of their own stand in `sentiment_lexicon`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.newsdesk.sentiment_lexicon import (
    BAD,
    FALLING,
    GOOD,
    NEGATIONS,
    RISING,
    UNWELCOME_WHEN_IT_RISES,
    WELCOME_WHEN_IT_RISES,
)

_TOKEN = re.compile(r"[a-z]+(?:[&'-][a-z]+)*|\d[\d.,]*|[%?!:;$€£₹]")
_SUFFIXES = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"))
_ING = (("ing", ""), ("ing", "e"), ("d", ""), ("er", ""))
_GRAM_SIZES = (3, 4, 5)
_MOVE_REACH = 5
_NEGATION_REACH = 3


def tokens(text: str) -> list[str]:
    """Lower-case words, numbers folded to `0`, and the few signs that carry meaning."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'")
    return [_fold(token) for token in _TOKEN.findall(plain)]


def _fold(token: str) -> str:
    if token[0].isdigit():
        return "0"
    return token.removesuffix("'s")


@lru_cache(maxsize=8192)
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


@lru_cache(maxsize=8192)
def lean(word: str) -> int:
    """+1 for a word of good news, -1 for bad news, 0 for neither, both or unknown."""
    forms = base_forms(word)
    return bool(forms & GOOD) - bool(forms & BAD)


@lru_cache(maxsize=8192)
def direction(word: str) -> int:
    """+1 for a word of rising, -1 for falling, 0 otherwise."""
    forms = base_forms(word)
    return bool(forms & RISING) - bool(forms & FALLING)


@lru_cache(maxsize=8192)
def welcome(word: str) -> int:
    """+1 where a rise of the thing is good news, -1 where it is bad, 0 where nobody can say."""
    forms = base_forms(word)
    return bool(forms & WELCOME_WHEN_IT_RISES) - bool(forms & UNWELCOME_WHEN_IT_RISES)


def moves(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (position, sign) of each movement whose thing is known: "losses narrow" -> +1."""
    for position, word in enumerate(words):
        way = direction(word)
        if not way:
            continue
        thing = _nearest_thing(words, position)
        if thing:
            yield position, way * thing


def _nearest_thing(words: Sequence[str], position: int) -> int:
    for distance in range(1, _MOVE_REACH):
        for at in (position - distance, position + distance):
            if 0 <= at < len(words) and (sign := welcome(words[at])):
                return sign
    return 0


def negated(words: Sequence[str], position: int) -> bool:
    """Whether a negation stands in the three words before the position."""
    return any(word in NEGATIONS for word in words[max(0, position - _NEGATION_REACH) : position])


def lexicon_scores(words: Sequence[str]) -> dict[str, float]:
    """How many words lean each way, negation turned round, and how the movements add up."""
    good = bad = up = down = 0
    for position, word in enumerate(words):
        sign = lean(word) * (-1 if negated(words, position) else 1)
        good += sign > 0
        bad += sign < 0
        up += direction(word) > 0
        down += direction(word) < 0
    moved = [sign for _, sign in moves(words)]
    counts = {
        "good": good,
        "bad": bad,
        "up": up,
        "down": down,
        "better": sum(sign > 0 for sign in moved),
        "worse": sum(sign < 0 for sign in moved),
    }
    scores = {f"l:{name}": math.log1p(count) for name, count in counts.items() if count}
    net = counts["good"] - counts["bad"] + counts["better"] - counts["worse"]
    scores["l:net"] = math.tanh(net / 2)
    if not (good or bad or moved):
        scores["l:silent"] = 1.0
    return scores


def word_features(words: Sequence[str]) -> Iterator[str]:
    """Single words and neighbouring pairs."""
    padded = ["^", *words, "$"]
    yield from (f"w:{word}" for word in words)
    yield from (f"b:{left}_{right}" for left, right in pairwise(padded))


def letter_features(words: Iterable[str]) -> Iterator[str]:
    """Runs of three to five letters inside a word, its ends marked: endings and word families."""
    for word in words:
        marked = f" {word} "
        for size in _GRAM_SIZES:
            for start in range(len(marked) - size + 1):
                yield "c:" + marked[start : start + size]


def scaled(names: Iterable[str], known: Mapping[str, object] | None = None) -> dict[str, float]:
    """Features of one family at length 1, so that a long lead does not outshout a title.

    With `known`, only features that have a weight count towards the length.
    """
    counts: dict[str, int] = {}
    for name in names:
        if known is None or name in known:
            counts[name] = counts.get(name, 0) + 1
    sub = {name: 1 + math.log(count) for name, count in counts.items()}
    length = math.sqrt(sum(value * value for value in sub.values())) or 1.0
    return {name: value / length for name, value in sub.items()}


def features(text: str, known: Mapping[str, object] | None = None) -> dict[str, float]:
    """All features of a text; see `scaled` for `known`."""
    words = tokens(text)
    return {
        **scaled(word_features(words), known),
        **scaled(letter_features(words), known),
        **lexicon_scores(words),
    }
