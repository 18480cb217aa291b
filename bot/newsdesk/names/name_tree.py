"""Find the longest known name at every word of a text, in one pass and with an eye to case.

A name is a row of folded words with a rule of case: "us" is no country, "COPPER" is copper. What
a found name means in its place is decided by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from bot.domain.text import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[^\W_]+(?:['’][^\W_]+)*|[&+%$€£]")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_GAP = re.compile(r"[\s\u00a0]*[.\-–]?[\s\u00a0]*|['’]s? ?")
_PLAIN_GAPS = frozenset((" ", "-", ", ", ""))
_OPENING = re.compile(r"(?:[.!?:;|•\n]|[\"“”'‘(\[–—])\s*$")

Meaning = TypeVar("Meaning")


class Case(Enum):
    """How a name must be written to be that name."""

    EXACT = "exact"
    """As in the table, capitals and all: US, WHO."""
    TITLE = "title"
    """Its words begin with a capital where the table's do."""
    ANY = "any"
    """An ordinary word: copper, yen."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: as written, as compared, and where it stands."""

    text: str
    key: str
    start: int
    end: int
    opens: bool
    """First in a sentence, a quotation or a clause, where a capital says nothing."""

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A name at words `first` up to, not including, `last`."""

    first: int
    last: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Meaning]):
    keys: tuple[str, ...]
    written: tuple[str, ...]
    case: Case
    meaning: Meaning


@lru_cache(maxsize=8_192)
def _key(text: str) -> str:
    return text if text in "&+%$€£" else fold(text.replace(".", ""))


def words_of(text: str) -> list[Word]:
    """The words of `text` with the possessive off; `U.S.` is one word with the key `us`."""
    found: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        surface = match[0]
        bare = _POSSESSIVE.sub("", surface) if surface[-1] in "sS'’" else surface
        gap = text[before : match.start()]
        # Most words stand behind a single space; the expression is for the others.
        opens = not found or (gap not in _PLAIN_GAPS and _OPENING.search(gap) is not None)
        found.append(Word(bare, _key(bare), match.start(), match.start() + len(bare), opens))
        before = match.start() + len(bare)
    return found


class NameTree(Generic[Meaning]):
    """Names by their first two words. Filled once, then only read."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], list[_Entry[Meaning]]] = {}
        self._firsts: set[str] = set()

    def add(self, name: str, case: Case, meaning: Meaning) -> None:
        """A name with its meaning; the first meaning added for a spelling stays."""
        words = words_of(name)
        keys = tuple(word.key for word in words)
        if not keys or not all(keys):
            return
        row = self._rows.setdefault((keys[0], keys[1] if len(keys) > 1 else ""), [])
        self._firsts.add(keys[0])
        written = tuple(word.text.replace(".", "") for word in words)
        if any(entry.keys == keys and entry.written == written for entry in row):
            return
        row.append(_Entry(keys, written, case, meaning))
        row.sort(key=lambda entry: -len(entry.keys))

    def find(
        self, text: str, words: Sequence[Word], *, loose: bool = False
    ) -> Iterator[Found[Meaning]]:
        """Names that do not overlap, the longest first at each word.

        `loose` lets names without capitals pass, for feeds that write headlines in lower case.
        """
        at = 0
        while at < len(words):
            found = self._at(text, words, at, loose=loose)
            if found is not None:
                yield found
            at = found.last if found else at + 1

    def _at(
        self, text: str, words: Sequence[Word], at: int, *, loose: bool
    ) -> Found[Meaning] | None:
        if words[at].key not in self._firsts:
            return None
        for entry in self._likely(words, at):
            last = at + len(entry.keys)
            span = words[at:last]
            if tuple(word.key for word in span) != entry.keys:
                continue
            if _joined(text, span) and (_fits(entry, span) or (loose and entry.case is Case.TITLE)):
                return Found(at, last, entry.meaning)
        return None

    def _likely(self, words: Sequence[Word], at: int) -> Iterator[_Entry[Meaning]]:
        """Entries that begin like the words here, the longest first."""
        first = words[at].key
        if at + 1 < len(words):
            yield from self._rows.get((first, words[at + 1].key), ())
        yield from self._rows.get((first, ""), ())


def _joined(text: str, span: Sequence[Word]) -> bool:
    """Whether nothing but spaces, a hyphen or an abbreviation's dot stands between the words."""
    return all(
        _GAP.fullmatch(text, left.end, right.start) is not None for left, right in pairwise(span)
    )


def _fits(entry: _Entry[Meaning], span: Sequence[Word]) -> bool:
    if entry.case is Case.ANY:
        return True
    surfaces = [word.text.replace(".", "") for word in span]
    if entry.case is Case.EXACT:
        return tuple(surfaces) == entry.written
    return all(
        surface[0].isupper() or not written[0].isupper()
        for surface, written in zip(surfaces, entry.written, strict=True)
    )
