"""A small language for tables of phrases, so that a rubric can be read and printed.

One cue a line: words in order; `a|b` either; `*` any ending; `~` any regular form of a verb
(`ban~` finds bans, banned, banning); `#` a number; `_` joins words inside an alternative; `..` up
to six words between, `.` up to three. `impos* .. tariff*|dut*` finds "imposes new steel tariffs".
A line that ends in `|` or `..` goes on in the next. Case does not matter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

_BETWEEN = r"[^\w;]{1,4}"
_NUMBER = r"\d[\d.,]*"
_GAP = rf"(?:{_BETWEEN}[\w'’.%-]+){{0,6}}?{_BETWEEN}"
_NEAR = rf"(?:{_BETWEEN}[\w'’.%-]+){{0,3}}?{_BETWEEN}"
_JOINTS = {"..": _GAP, ".": _NEAR}
_NUMERIC = "#"


def lines(table: str) -> tuple[str, ...]:
    """The cues of a table, empty lines left out."""
    whole = re.sub(r"(?<=\|)\s+", "", re.sub(r"\.\.\s+", ".. ", table))
    return tuple(line.strip() for line in whole.splitlines() if line.strip())


def expression(cue: str) -> str:
    """One cue as the source of a regular expression."""
    parts: list[str] = []
    joint = ""
    for step in cue.split():
        if step in _JOINTS:
            joint = _JOINTS[step]
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


class Cues:
    """A table of cues, ready to be found in texts.

    One small expression finds the words with which a cue may begin; only there are the cues that
    begin so tried. One expression for all of a table took seconds to compile.
    """

    def __init__(self, table: str) -> None:
        cues = lines(table)
        openings = {word for cue in cues for word in cue.split()[0].split("|")}
        self._opening = re.compile(_any_of(openings), re.IGNORECASE)
        self._cues = [re.compile(rf"(?:{expression(cue)})(?!\w)", re.IGNORECASE) for cue in cues]
        self._under: dict[str, list[int]] = defaultdict(list)
        for number, cue in enumerate(cues):
            for key in sorted({_key(word) for word in cue.split()[0].split("|")}):
                self._under[key].append(number)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where a cue stands as whole words, from left to right, none overlapping."""
        at = 0
        while opening := self._opening.search(text, at):
            found = self._found(text, opening.start())
            at = found.end() if found else opening.start() + 1
            if found:
                yield found

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where a cue stands; of several that begin there the table's first."""
        return next(self.finditer(text), None)

    def _found(self, text: str, at: int) -> re.Match[str] | None:
        for number in self._under[_key_at(text, at)]:
            if found := self._cues[number].match(text, at):
                return found
        return None


def _any_of(words: Iterable[str]) -> str:
    """Any of the words as a whole, grouped by initial: few are tried at each word of a text."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        groups[word[0].lower()].append(_word(word))
    tried = (
        rf"(?={_NUMBER if initial == '#' else initial})(?:{'|'.join(group)})"
        for initial, group in groups.items()
    )
    return rf"(?<!\w)(?:{'|'.join(tried)})(?!\w)"


@cache
def compiled(table: str) -> Cues:
    """The cues of a table; the same table is read once."""
    return Cues(table)


def _key(word: str) -> str:
    return _NUMERIC if word[0] in f"{_NUMERIC}0123456789" else word[0].lower()


def _key_at(text: str, at: int) -> str:
    return _NUMERIC if text[at].isdigit() else text[at].lower()
