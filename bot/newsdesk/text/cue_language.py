"""A small language for tables of phrases, so that a rubric can be read and printed.

One cue a line: words in order; `a|b` either; `*` any ending; `~` any regular form of a verb
(`ban~` finds bans, banned, banning); `#` a number; `_` joins words inside an alternative; `..` up
to six words between. `impos* .. tariff*|dut*` finds "imposes new steel tariffs". A line that ends
in `|` or `..` goes on in the next. Compiled to one expression per table; case does not matter.
"""

from __future__ import annotations

import re
from functools import cache

_BETWEEN = r"[^\w;]{1,4}"
_NUMBER = r"\d[\d.,]*"
_GAP = rf"(?:{_BETWEEN}[\w'’.%-]+){{0,6}}?{_BETWEEN}"


def lines(table: str) -> tuple[str, ...]:
    """The cues of a table, empty lines left out."""
    whole = re.sub(r"(?<=\|)\s+", "", re.sub(r"\.\.\s+", ".. ", table))
    return tuple(line.strip() for line in whole.splitlines() if line.strip())


def expression(cue: str) -> str:
    """One cue as the source of a regular expression."""
    parts: list[str] = []
    joint = ""
    for step in cue.split():
        if step == "..":
            joint = _GAP
            continue
        parts.append(f"{joint}(?:{'|'.join(_word(word) for word in step.split('|'))})")
        joint = _BETWEEN
    return "".join(parts)


def _word(word: str) -> str:
    stem, verb, rest = word.partition("~")
    if verb:
        return _inflected(stem) + _word(rest) if rest else _inflected(stem)
    return (
        re.escape(word).replace(r"\*", r"[\w'’-]*").replace("_", r"[\s-]+").replace(r"\#", _NUMBER)
    )


def _inflected(verb: str) -> str:
    """The regular forms of an English verb; irregular ones are listed by the tables."""
    stem = re.escape(verb)
    if verb.endswith("e"):
        return rf"{re.escape(verb[:-1])}(?:e[sd]?|ing)"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return rf"{re.escape(verb[:-1])}(?:y|ies|ied|ying)"
    doubled = rf"|{verb[-1]}ed|{verb[-1]}ing" if verb[-1] not in "aeiouwxy" else ""
    return rf"{stem}(?:e?s|ed|ing{doubled})?"


def _by_initial(table: str) -> dict[str, list[str]]:
    """The cues of a table under the first letter they can start with."""
    found: dict[str, list[str]] = {}
    for cue in lines(table):
        first, space, rest = cue.partition(" ")
        starts: dict[str, list[str]] = {}
        for word in first.split("|"):
            starts.setdefault(word[0].lower(), []).append(word)
        for initial, words in starts.items():
            found.setdefault(initial, []).append(expression(f"{'|'.join(words)}{space}{rest}"))
    return found


@cache
def compiled(table: str) -> re.Pattern[str]:
    """All cues of a table as one expression that matches whole words.

    Grouped by initial: at each word a few cues are tried instead of hundreds.
    """
    groups = (
        rf"(?={_NUMBER if initial == '#' else re.escape(initial)})(?:{'|'.join(cues)})"
        for initial, cues in sorted(_by_initial(table).items())
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)
