"""A veto: two groups of reports that name different instances of one thing are not one event.

Another quarter, ordinal, number of a series or magnitude always parts them; another date, place,
name or an opposite act only where the titles share their pattern ("Trump wins Ohio" / "Trump wins
Iowa"); other protagonists where neither side knows the other's. A veto never adds to a score: what
is not explicit says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.newsdesk.clustering.acts import ACT, ACT_TERMS
from bot.newsdesk.clustering.measured import MAGNITUDE, MEASURES, far_apart
from bot.newsdesk.clustering.signature import Signature

_ALWAYS = ("quarter", "series", "ordinal", MAGNITUDE)
PATTERN_OVERLAP = 0.6
"""Jaccard of the title terms, places and numbers apart, from which titles share a pattern."""
GROUP = 3
"""Of fewer reports none may name the other side's person at all."""
RECALLED = 0.2
"""Later reports of a kind recall the earlier event further down; so many may open with it."""


def veto(left: Signature, right: Signature) -> str:
    """Why the two cannot be one event, in words; empty if nothing speaks against it."""
    return _other_mark(left, right) or _other_name(left, right) or _other_people(left, right)


def _other_mark(left: Signature, right: Signature) -> str:
    if not left.marks or not right.marks:
        return ""
    kinds = {name for name, _ in left.marks} & {name for name, _ in right.marks}
    for kind in sorted(kinds):
        ours, theirs = left.values(kind), right.values(kind)
        if not ours or not theirs or ours & theirs:
            continue
        if kind in MEASURES and not far_apart(kind, sorted(ours), sorted(theirs)):
            continue
        # "Fires" and "hires" are what differs; the rest of the titles must be alike.
        aside = ACT_TERMS if kind.startswith(ACT) else frozenset[str]()
        if kind.startswith(_ALWAYS) or _same_pattern(
            left.established() - aside, right.established() - aside
        ):
            return f"other {kind}: {_listed(ours)} / {_listed(theirs)}"
    return ""


def _other_name(left: Signature, right: Signature) -> str:
    """Titles that are alike but for a name, which the other side's texts never mention."""
    if not left.names or not right.names:
        return ""
    ours, theirs = left.established(), right.established()
    our_names = frozenset(w for w in ours - theirs if left.names[w] and not right.names[w])
    their_names = frozenset(w for w in theirs - ours if right.names[w] and not left.names[w])
    if our_names and their_names and _same_pattern(ours - our_names, theirs - their_names):
        return f"other name: {_listed(our_names)} / {_listed(their_names)}"
    return ""


def _other_people(left: Signature, right: Signature) -> str:
    """Each side about its own person, whom the other does not open with."""
    if not left.people or not right.people:
        return ""
    ours, theirs = left.protagonists(), right.protagonists()
    our_own = _unknown(ours - theirs, right)
    their_own = _unknown(theirs - ours, left)
    if ours & theirs:
        our_own &= left.established()
        their_own &= right.established()
    if our_own and their_own:
        return f"other people: {_listed(our_own)} / {_listed(their_own)}"
    return ""


def _unknown(people: frozenset[str], other: Signature) -> frozenset[str]:
    """Those of `people` that a large group hardly opens with, and a small one never names."""
    named, most = other.leading, RECALLED * other.titles
    if other.titles < GROUP:
        named, most = other.names, 0
    return frozenset(one for one in people if max(named[one], other.pattern[one]) <= most)


def _same_pattern(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    shared = len(ours & theirs)
    return shared >= 2 and shared >= PATTERN_OVERLAP * len(ours | theirs)


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))
