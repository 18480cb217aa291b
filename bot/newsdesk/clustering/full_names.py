"""People by their full names: two capitalised words together, the second of them later alone.

"Vincent Jackson ... Jackson" is a person in any language that writes surnames so; "Mount Cook" and
"San Diego" are not, because nobody calls them Cook or Diego. No list of names is needed.
"""

from __future__ import annotations

import re
from collections import Counter

from bot.newsdesk.text.tokens import term

_CAPITAL = re.compile(r"[A-ZÀ-Ý][\w-]*[a-zà-ÿ](?:[’'][A-Za-zà-ÿ]+)?")
_INITIAL = re.compile(r" [A-Z]\. ")
_POSSESSIVE = re.compile(r"[’']s$")


def surnames(text: str) -> dict[str, int]:
    """Term of the surname of each person whom `text` names in full and again -> times named."""
    runs = _runs(text)
    alone = {run[0] for run in runs if len(run) == 1}
    # "The Saints" opens a sentence; its first word is no given name.
    full = {run[1] for run in runs if len(run) == 2 and run[1] in alone and term(run[0].lower())}
    times = Counter(run[-1] for run in runs)
    return {term(name.lower()): times[name] for name in full}


def _runs(text: str) -> list[list[str]]:
    """Capitalised words that follow each other, an initial between them or none."""
    runs: list[list[str]] = []
    end, open_ = 0, False
    for match in _CAPITAL.finditer(text):
        word = _POSSESSIVE.sub("", match[0])
        between = text[end : match.start()]
        if open_ and (between == " " or _INITIAL.fullmatch(between)):
            runs[-1].append(word)
        else:
            runs.append([word])
        end, open_ = match.end(), word == match[0]
    return runs
