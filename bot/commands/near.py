"""The nearest of the words that would have been right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from bot.domain.text import fold

_SLIPS = ((8, 2), (5, 1))
"""(length from which, slips of the finger that still make it the same word)"""
_SWAPPED = 4
"""In words this short (`Aldi`, `Audi`) only swapped letters count: `TMSC` is `TSMC`."""


def nearest(word: str, known: Mapping[str, str], n: int = 3) -> tuple[str, ...]:
    """The `n` values whose key is most like `word`, best first, each value once."""
    ranked = process.extract(
        fold(word), list(known), scorer=JaroWinkler.normalized_similarity, limit=n * 8
    )
    return tuple(dict.fromkeys(known[key] for key, _, _ in ranked))[:n]


def is_slip(word: str, known: Mapping[str, str]) -> bool:
    """Whether it is probably a misspelling of a known (folded) word: `Gazprm` of `gazprom`."""
    folded = fold(word)
    if len(folded) == _SWAPPED:
        swapped = (folded[:at] + folded[at + 1] + folded[at] + folded[at + 2 :] for at in range(3))
        return any(word in known for word in swapped)
    allowed = next((slips for length, slips in _SLIPS if len(folded) >= length), 0)
    found = process.extractOne(
        folded, list(known), scorer=DamerauLevenshtein.distance, score_cutoff=allowed
    )
    return found is not None


def quoted(words: Iterable[str]) -> tuple[str, ...]:
    """Each value as it is typed: in quotes where it needs them."""
    return tuple(as_value(word) for word in words)


def as_value(word: str) -> str:
    plain = word and not any(char.isspace() or char in ',"“”:' for char in word)
    return word if plain else '"' + word.replace('"', "'") + '"'
