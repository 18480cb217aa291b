"""A text as the rules of this stage look at it: its words, and what its capitals are worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.newsdesk.names.name_tree import Found, Word

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Setting:
    """A text with what is known of it as a whole, made once per text."""

    text: str
    words: Sequence[Word]
    headline: bool
    """Every longer word has a capital, so that a capital says nothing."""
    shouting: bool
    """Everything is in capitals."""

    def after(self, found: Found[Meaning], offset: int = 0) -> Word | None:
        """The word behind a found name, or one further on."""
        at = found.last + offset
        return self.words[at] if at < len(self.words) else None

    def before(self, found: Found[Meaning], offset: int = 0) -> Word | None:
        """The word in front of a found name, or one further back."""
        at = found.first - 1 - offset
        return self.words[at] if at >= 0 else None

    def between(self, left: Word, right: Word) -> str:
        """What stands between two words."""
        return self.text[left.end : right.start]


def setting(text: str, words: Sequence[Word]) -> Setting:
    """Look at the capitals of the whole text."""
    long = [word for word in words if len(word.text) > 3 and word.text.isalpha()]
    capital = sum([word.text[0].isupper() for word in long])
    upper = sum([word.text.isupper() for word in long]) if capital else 0
    return Setting(
        text,
        words,
        headline=len(long) > 2 and capital >= 0.75 * len(long),
        shouting=len(long) > 1 and upper >= 0.8 * len(long),
    )


def cue(words: str) -> re.Pattern[str]:
    """Whole words or phrases, divided by bars, in any case."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
