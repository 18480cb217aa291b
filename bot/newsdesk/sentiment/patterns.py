"""Features of how a sentence is built: names folded away, what leans in which order, its clauses.

They let the weights learn "NAME falls after ..." once instead of once per company. Pure, and
shared with the training script like `features`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.newsdesk.sentiment.words import NOTHING, TOKEN, kind_of, plain, tokens

NAME = "NAME"
_CLAUSE_END = re.compile(
    r"\s*(?:[;:,–—]|\s-\s"
    r"|\b(?:but|while|whereas|although|though|despite|after|as|amid|even|on)\b)\s*",
    re.IGNORECASE,
)
_SUFFIXES = ("ies", "ing", "ed", "es", "s", "er", "ly")
_SKIP = 3
_FIRST_KINDS = 5
_TITLE_CASE = 0.6
"""Above this share of capitalised words a capital no longer marks a name."""


@lru_cache(maxsize=4_096)
def stem(word: str) -> str:
    """A crude stem that only has to be the same for the forms of one word."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.rstrip("e") if len(word) > 3 else word


def without_names(text: str) -> list[str]:
    """Stems with each run of capitalised words folded into one `NAME`."""
    raw = TOKEN.findall(plain(text))
    words = [token for token in raw if token[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    marked = capitals <= _TITLE_CASE * max(1, len(words))
    found: list[str] = []
    for position, token in enumerate(raw):
        shape = _shape(token, named=marked and position > 0)
        if shape != NAME or found[-1:] != [NAME]:
            found.append(shape)
    return found


def _shape(token: str, *, named: bool) -> str:
    if (named and token[0].isupper()) or (len(token) > 1 and token.isupper()):
        return NAME
    return "0" if token[0].isdigit() else stem(token.lower().removesuffix("'s"))


def _runs(words: Sequence[str], size: int, mark: str) -> Iterator[str]:
    padded = ("^", *words, "$")
    for start in range(len(padded) - size + 1):
        yield mark + "_".join(padded[start : start + size])


def name_features(text: str) -> Iterator[str]:
    """Pairs and triples of neighbouring stems, names folded."""
    shape = without_names(text)
    yield from _runs(shape, 2, "m:")
    yield from _runs(shape, 3, "m:")


def kind_features(words: Sequence[str]) -> Iterator[str]:
    """The order of what leans, moves or matters, everything between left out."""
    kinds = [kind for kind in map(kind_of, words) if kind != NOTHING]
    yield from (f"k:{kind}" for kind in kinds)
    yield from _runs(kinds, 2, "k:")
    yield from _runs(kinds, 3, "k:")
    yield "k:|" + "|".join(kinds[:_FIRST_KINDS])


def clause_features(text: str) -> Iterator[str]:
    """Stems of the first clause and of the last: what happened, and what it is put down to."""
    clauses = [part for part in _CLAUSE_END.split(text) if part.strip()]
    for mark, part in (("a:", clauses[:1]), ("z:", clauses[1:][-1:])):
        yield from (mark + stem(word) for clause in part for word in tokens(clause))


def skip_features(words: Sequence[str]) -> Iterator[str]:
    """Pairs of stems with one to three words between: "profit .. falls"."""
    stems = [stem(word) for word in words]
    for left in range(len(stems)):
        for right in range(left + 2, min(len(stems), left + 2 + _SKIP)):
            yield f"s:{stems[left]}_{stems[right]}"
