"""Text as people meet it: compared without accents, cleaned of control characters, cut at words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^\w&+]+|_+")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`\u00b4]")
# Letters that NFKD leaves alone although people type them without the stroke.
_STROKES = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
)
# Bidirectional controls and zero-width characters can make a line read as something it is not.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
    "|[\U000e0000-\U000e0fff]"
)
ELLIPSIS = "…"


@lru_cache(maxsize=8_192)
def fold(text: str) -> str:
    """`text` as it is compared: no accents, case, apostrophes or punctuation, single spaces.

    `&` and `+` stay, because "AT&T" and "OPEC+" are names of their own.
    """
    flat = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    bare = "".join(char for char in flat if not unicodedata.combining(char))
    return " ".join(_NOT_WORD.sub(" ", bare.casefold().translate(_STROKES)).split())


def clean(text: str) -> str:
    """One line without control, invisible or direction-changing characters."""
    return " ".join(clean_block(text).split())


def clean_block(text: str) -> str:
    """Like `clean`, keeping paragraph breaks (as one empty line)."""
    shown = text if text.isascii() else _INVISIBLE.sub("", text)
    lines = shown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(map(_clean_line, lines))).strip()


def _clean_line(line: str) -> str:
    # Nearly every line is printable; looking at each character takes thirty times as long.
    shown = line if line.isprintable() else "".join(c if _visible(c) else " " for c in line)
    return " ".join(shown.split())


def _visible(char: str) -> bool:
    # Cc control, Cf format, Cs surrogate, Co private use, Cn unassigned; Zl/Zp line separators.
    category = unicodedata.category(char)
    return category[0] != "C" and category not in {"Zl", "Zp"}


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word and closed with an ellipsis where it was cut.

    A single word longer than the limit is cut inside, because nothing else fits.
    """
    if len(text) <= limit:
        return text
    if limit <= 1:
        return ELLIPSIS[:limit]
    head = text[: limit - 1]
    if not text[limit - 1].isspace():
        at_word = head.rsplit(None, 1)
        # A cut that keeps less than half would say too little; then the long word is cut.
        if len(at_word) == 2 and len(at_word[0]) >= limit // 2:
            head = at_word[0]
    return head.rstrip(" ,;:-–—([\n") + ELLIPSIS


def plural(count: int, noun: str, many: str | None = None) -> str:
    """`1 source`, `2 sources`; `many` where an s does not make the plural."""
    return f"{count} {noun if count == 1 else many or noun + 's'}"


def sentence(words: str) -> str:
    """`words` with a full stop, unless they end in one (`Tesla, Inc.`)."""
    return words if words.endswith(".") else f"{words}."


def listed(words: tuple[str, ...] | list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
