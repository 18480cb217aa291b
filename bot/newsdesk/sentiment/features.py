"""Turn a sentence into the features the sentiment weights know.

Pure and dictionary-based: the training script and the newsdesk call the same functions, so
a weight always meets the feature it was trained on. No text leaves this module and nothing
is learnt here. The words that carry a lean of their own stand in `lexicon`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from bot.newsdesk.sentiment.lexicon import NEGATIONS
from bot.newsdesk.sentiment.patterns import (
    clause_features,
    kind_features,
    name_features,
    skip_features,
)
from bot.newsdesk.sentiment.words import direction, lean, tokens, welcome

_GRAM_SIZES = (3, 4, 5)
_MOVE_REACH = 5
_NEGATION_REACH = 3


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


@lru_cache(maxsize=4_096)
def _letter_runs(word: str) -> tuple[str, ...]:
    marked = f" {word} "
    return tuple(
        "c:" + marked[start : start + size]
        for size in _GRAM_SIZES
        for start in range(len(marked) - size + 1)
    )


def letter_features(words: Iterable[str]) -> Iterator[str]:
    """Runs of three to five letters inside a word, its ends marked: endings and word families."""
    return chain.from_iterable(map(_letter_runs, words))


def scaled(names: Iterable[str], known: Mapping[str, object] | None = None) -> dict[str, float]:
    """Features of one family at length 1, so that a long lead does not outshout a title.

    With `known`, only features that have a weight count towards the length.
    """
    counts = Counter(names if known is None else filter(known.__contains__, names))
    if not counts:
        return {}
    if max(counts.values()) == 1:  # the usual case for a title, and much the fastest
        return dict.fromkeys(counts, 1 / math.sqrt(len(counts)))
    sub = {name: 1 + math.log(count) for name, count in counts.items()}
    length = math.sqrt(sum(value * value for value in sub.values()))
    return {name: value / length for name, value in sub.items()}


def features(text: str, known: Mapping[str, object] | None = None) -> dict[str, float]:
    """All features of a text; see `scaled` for `known`."""
    words = tokens(text)
    families = (
        word_features(words),
        letter_features(words),
        name_features(text),
        kind_features(words),
        clause_features(text),
        skip_features(words),
    )
    found = lexicon_scores(words)
    for family in families:
        found |= scaled(family, known)
    return found
