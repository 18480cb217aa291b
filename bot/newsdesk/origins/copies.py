"""Which reports carry one text: verbatim, trimmed, under another headline, in another outlet.

Every report points to at most one other, the longer or earlier text that holds most of it. Trees
instead of mutual links keep a short extract from joining two independent reports that it happens
to share a sentence with, so a further copy never changes how many texts there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import log

from bot.domain.report import Report
from bot.newsdesk.origins.shingles import Wording, contained, jaccard, wording

COPIED = 0.45
"""Share of a report's own 4-word runs that stand in another: measured best at 0.40 to 0.45."""
SHORT_WORDS = 60
SHORT_COPIED = 0.8
"""A text this short must be nearly all there, or carry nearly the same title soon after."""
SHORT_RUNS = 12
VERBATIM = 0.95
VERBATIM_RUNS = 5
SAME_TITLE = 0.8
SAME_TITLE_WITHIN = timedelta(hours=48)
AS_LONG = 1.5
"""Texts within this factor are as long as each other; then the earlier is the original."""
RELEASED = 0.40
"""For a document of the issuer quotations count: whoever prints its statement repeats it."""
SHORT_RELEASED = 0.6
"""The same of a text shorter than SHORT_WORDS, in which a sentence weighs more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """`position` repeats the report at `of`, and how we know."""

    position: int
    of: int
    because: str


def copies(reports: Sequence[Report], primary: frozenset[int] = frozenset()) -> tuple[Copy, ...]:
    """For every report that repeats another, the one it repeats; positions in `reports`.

    `primary` are documents of the issuer itself. The order of `reports` breaks ties: pass them
    earliest first.
    """
    texts = [wording(report) for report in reports]
    found = []
    for position, neighbours in enumerate(_neighbours(texts)):
        best: tuple[float, int] | None = None
        for other in sorted(neighbours):
            if _may_repeat(texts, position, other, primary):
                share = _share(reports, texts, position, other, primary)
                if share and (best is None or share > best[0]):
                    best = (share, other)
        if best:
            because = _because(best[0], texts[position])
            found.append(Copy(position=position, of=best[1], because=because))
    return tuple(found)


def _neighbours(texts: Sequence[Wording]) -> list[set[int]]:
    """For every text the others that share a run or most words of the title."""
    neighbours: list[set[int]] = [set() for _ in texts]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        for run in text.whole:
            holders[run].append(position)
    for holding in holders.values():
        for position in holding if len(holding) > 1 else ():
            neighbours[position].update(holding)
    for position, text in enumerate(texts):
        neighbours[position].discard(position)
        for other in range(position):
            if jaccard(text.title, texts[other].title) >= SAME_TITLE:
                neighbours[position].add(other)
                neighbours[other].add(position)
    return neighbours


def _may_repeat(
    texts: Sequence[Wording], position: int, other: int, primary: frozenset[int]
) -> bool:
    """Only towards the issuer, then the longer, then the earlier text: so there are no circles."""
    return _rank(texts, other, primary) < _rank(texts, position, primary)


def _rank(
    texts: Sequence[Wording], position: int, primary: frozenset[int]
) -> tuple[bool, int, int]:
    size = len(texts[position].whole)
    return (position not in primary, -round(log(size + 1) / log(AS_LONG)), position)


def _share(
    reports: Sequence[Report],
    texts: Sequence[Wording],
    position: int,
    other: int,
    primary: frozenset[int],
) -> float:
    """How much of `position` stands in `other`, 0 where that makes no copy."""
    ours, theirs = texts[position], texts[other]
    whole = contained(ours.whole, theirs.whole)
    if whole >= VERBATIM and len(ours.whole) >= VERBATIM_RUNS:
        return whole
    if other in primary and whole >= (SHORT_RELEASED if _is_short(ours) else RELEASED):
        return whole if len(ours.whole) >= SHORT_RUNS else 0.0
    own = contained(ours.own, theirs.own)
    if _is_short(ours):
        if own >= SHORT_COPIED and len(ours.own) >= SHORT_RUNS:
            return own
        alike = jaccard(ours.title, theirs.title)
        return alike if alike >= SAME_TITLE and _close(reports[position], reports[other]) else 0.0
    return own if own >= COPIED else 0.0


def _is_short(text: Wording) -> bool:
    return text.words < SHORT_WORDS or len(text.own) < SHORT_RUNS


def _close(left: Report, right: Report) -> bool:
    if left.published_at is None or right.published_at is None:
        return True
    return abs(left.published_at - right.published_at) <= SAME_TITLE_WITHIN


def _because(share: float, text: Wording) -> str:
    what = "title's words" if text.words < VERBATIM_RUNS else "4-word shingles"
    return f"copy: {share:.0%} of its {what}".replace("%", " %")
