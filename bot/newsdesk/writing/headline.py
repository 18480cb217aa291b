"""Choose the headline among the titles of the origins: the one that says what the others say.

What they say is in their titles and in the beginnings of their texts: a title about a side matter
may be as close to the other titles, but not to what all of them tell first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from math import sqrt

from bot.domain.report import SourceKind
from bot.newsdesk.reports.retractions import Notice
from bot.newsdesk.text.tokens import terms
from bot.newsdesk.verifying.corroborate import Told

LONG = 110
_PREFIX = re.compile(
    r"^(?:update ?\d*|breaking|exclusive|watch|live|video|just in|developing|corrected|refile"
    r"|factbox|wrapup ?\d*|urgent|alert|read|news|\d{1,2} ?[/.] ?\d{1,2} ?[/.] ?\d{2,4})"
    r"\s*(?:[:|–—]|-(?=\S)| - )\s*",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"^(?:why|how|what|is|are|should|can)\b|^\d+ (?:reasons|things|ways|facts)\b", re.IGNORECASE
)
_LOUD = re.compile(
    r"[?!]|\b(?:here[’']s|this is|you|your|to watch|shocking|amazing|must-see|horrific|dramatic"
    r"|what we know|caught on (?:tape|camera|video)|(?:last|key) moments|press release|day \w+ of"
    r"|why (?:you|it|this|the)|reviews?)\b|\.\.\.|…",
    re.IGNORECASE,
)
_CORE = 0.6
"""What a title gains that says just what most origins say first."""
_PREFERRED = {SourceKind.WIRE: 0.15, SourceKind.OUTLET: 0.1, SourceKind.TRADE: 0.05}


def headline(told: Sequence[Told], outdated: Collection[str] = ()) -> str:
    """The title closest to those of the other origins; loud, long and shouted ones come last.

    A title in `outdated` states a number that a later report has overtaken.
    """
    titles = [one for one in told if one.reading.notice.notice is not Notice.RETRACTION] or told
    words = [frozenset(terms(one.reading.report.title)) for one in titles]
    core = _core([_front(one) for one in titles])

    def rank(position: int) -> tuple[float, bool, float, str]:
        one, ours = titles[position], words[position]
        alike = [_overlap(ours, theirs) for at, theirs in enumerate(words) if at != position]
        middle = sum(alike) / len(alike) if alike else 0.0
        taste = _PREFERRED.get(one.origin.kind, 0.0) - _flaws(one.reading.report.title)
        taste -= one.reading.report.title in outdated
        return (-(middle + _CORE * _likeness(ours, core) + taste), *one.reading.order)

    best = titles[min(range(len(titles)), key=rank)]
    return plain_title(best.reading.report.title)


def plain_title(title: str) -> str:
    """A title without "UPDATE 2-", "BREAKING:" and the like; nothing else is touched."""
    bare = _PREFIX.sub("", title).strip()
    return bare if len(bare) > 10 else title.strip()


def _front(told: Told) -> frozenset[str]:
    """What the report tells first."""
    return frozenset(terms(" ".join((told.reading.report.title, *told.reading.lead))))


def _core(fronts: Sequence[frozenset[str]]) -> frozenset[str]:
    """Terms that most origins have in their title or lead."""
    counted = Counter(term for front in fronts for term in front)
    return frozenset(term for term, count in counted.items() if count > len(fronts) / 2)


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    both = len(left | right)
    return len(left & right) / both if both else 0.0


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    size = sqrt(len(left) * len(right))
    return len(left & right) / size if size else 0.0


def _flaws(title: str) -> float:
    letters = [char for char in title if char.isalpha()]
    shouted = bool(letters) and sum(char.isupper() for char in letters) > 0.6 * len(letters)
    thin = len(title.split()) < 4
    loud = bool(_LOUD.search(title)) or bool(_LISTED.search(title))
    return 0.4 * loud + 0.3 * (len(title) > LONG) + 0.4 * shouted + 0.3 * thin
