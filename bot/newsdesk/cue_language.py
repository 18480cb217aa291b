"""A small language for tables of phrases, so that a rubric can be read and printed.

One cue a line: words in order; `a|b` either; `*` any ending; `_` joins words inside an
alternative; `..` up to six words between. `impos* .. tariff*|dut*` finds "imposes new steel
tariffs". A line that ends in `|`
goes on in the next. Compiled to one regular expression per table; case does not matter.
"""

from __future__ import annotations

import re
from functools import cache

_BETWEEN = r"[^\w;]{1,4}"
_GAP = rf"(?:{_BETWEEN}[\w'’.%-]+){{0,6}}?{_BETWEEN}"


def lines(table: str) -> tuple[str, ...]:
    """The cues of a table, empty lines left out."""
    whole = table.replace("|\n", "|")
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
    return re.escape(word).replace(r"\*", r"[\w'’-]*").replace("_", r"[\s-]+")


@cache
def compiled(table: str) -> re.Pattern[str]:
    """All cues of a table as one expression that matches whole words."""
    joined = "|".join(expression(cue) for cue in lines(table))
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
