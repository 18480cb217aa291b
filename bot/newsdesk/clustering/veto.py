"""A veto: two titles that name different instances of one thing are not one event.

Another quarter, ordinal or number of a series always parts them; another date or place only where
the titles share their pattern ("Trump wins Ohio" / "Trump wins Iowa"). A veto never adds to a
score: what is not explicit says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.newsdesk.clustering.places import places_in
from bot.newsdesk.text.tokens import term, words

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_ORDINAL_WORDS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6",
    "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
}  # fmt: skip
_QUARTER = re.compile(r"\bq([1-4])\b|\b(first|second|third|fourth)[- ]quarter", re.IGNORECASE)
_SERIES = re.compile(
    r"\b(chapter|episode|game|heat|leg|lot|match|part|phase|race|round|season|series|stage|"
    r"tranche|vol|volume|week)\s+(\d{1,3}|one|two|three|four|five|six|seven)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\s+([^\W\d_]{3,})", re.IGNORECASE)
_ISO_DAY = re.compile(r"\b\d{4}-(\d{2})-(\d{2})\b")
_MONTH_DAY = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?![.,]?\d|%)")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\b")
# "May" and "March" are verbs too: a month stands alone only after one of these words.
_MONTH_ALONE = re.compile(r"\b(?:in|for|of|during|since|'s)\s+([A-Za-z]{3,9})\b")
# "10th century" is background, and the 4th death is an update of the 3rd: no other instance.
_UNCOUNTED = frozenset(
    {"century", "half", "year", "time", "floor", "place", "day", "month", "week", "person",
     "people", "case", "death", "victim", "body", "suspect", "man", "woman", "child", "arrest",
     "patient", "soldier", "worker", "straight", "consecutive"}
)  # fmt: skip

# Most titles carry none of these, and then need no closer look.
_WORTH_READING = re.compile(
    r"\d|quarter|\b(?:in|for|of|during|since|'s)\s+(?:"
    + "|".join(_MONTHS)
    + r")\b|\b(?:one|two|three|four|five|six|seven)\b",
    re.IGNORECASE,
)

_ALWAYS = ("quarter", "series", "ordinal")
PATTERN_OVERLAP = 0.6
"""Jaccard of the title terms, places and numbers apart, from which titles share a pattern."""
ESTABLISHED = 0.5
"""Share of a group's titles that must carry a mark before it speaks for the group."""

Mark = tuple[str, str]


@dataclass(slots=True)
class Signature:
    """What the titles of one or more reports say about which instance they mean."""

    titles: int = 0
    marks: Counter[Mark] = field(default_factory=Counter)
    pattern: Counter[str] = field(default_factory=Counter)

    def add(self, other: Signature) -> None:
        self.titles += other.titles
        self.marks.update(other.marks)
        self.pattern.update(other.pattern)

    def values(self, kind: str) -> frozenset[str]:
        """The values of marks of this kind, if enough titles carry one."""
        carried = {value: n for (name, value), n in self.marks.items() if name == kind}
        enough = sum(carried.values()) >= ESTABLISHED * self.titles
        return frozenset(carried) if enough else frozenset()

    def established(self) -> frozenset[str]:
        least = ESTABLISHED * self.titles
        return frozenset(word for word, count in self.pattern.items() if count >= least)


def signature(title: str) -> Signature:
    """The marks and the pattern of one title."""
    lower = words(title)
    places = places_in(lower)
    marks: list[Mark] = [("place", place) for place in places]
    marks += _marks(title)
    named = {part for name in places.values() for part in name.split()}
    rest = {term(word) for word in lower if word not in named and not word[0].isdigit()}
    return Signature(titles=1, marks=Counter(set(marks)), pattern=Counter(rest - {""}))


def veto(left: Signature, right: Signature) -> str:
    """Why the two cannot be one event, in words; empty if nothing speaks against it."""
    if not left.marks or not right.marks:
        return ""
    kinds = {name for name, _ in left.marks} & {name for name, _ in right.marks}
    for kind in sorted(kinds):
        ours, theirs = left.values(kind), right.values(kind)
        if not ours or not theirs or ours & theirs:
            continue
        if kind.startswith(_ALWAYS) or _same_pattern(left, right):
            return f"other {kind}: {_listed(ours)} / {_listed(theirs)}"
    return ""


def _same_pattern(left: Signature, right: Signature) -> bool:
    ours, theirs = left.established(), right.established()
    shared = len(ours & theirs)
    return shared >= 2 and shared >= PATTERN_OVERLAP * len(ours | theirs)


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))


def _marks(title: str) -> list[Mark]:
    marks: list[Mark] = []
    if not _WORTH_READING.search(title):
        return marks
    for digit, word in _QUARTER.findall(title):
        marks.append(("quarter", digit or _ORDINAL_WORDS[word.lower()]))
    for name, number in _SERIES.findall(title):
        marks.append((f"series {name.lower()}", number.lower()))
    for number, noun in _ORDINAL.findall(title):
        if noun.lower() not in _UNCOUNTED | _MONTHS.keys():
            marks.append((f"ordinal {term(noun.lower())}", number))
    return marks + _dates(title)


def _dates(title: str) -> list[Mark]:
    days = {(int(month), int(day)) for month, day in _ISO_DAY.findall(title)}
    pairs = [(name, day) for name, day in _MONTH_DAY.findall(title)]
    pairs += [(name, day) for day, name in _DAY_MONTH.findall(title)]
    days |= {
        (_MONTHS[name.lower()], int(day))
        for name, day in pairs
        if name.lower() in _MONTHS and 1 <= int(day) <= 31
    }
    alone = {
        _MONTHS[name.lower()]
        for name in _MONTH_ALONE.findall(title)
        if name[0].isupper() and name.lower() in _MONTHS
    }
    months = {month for month, _ in days} | alone
    return [("date", f"{month:02d}-{day:02d}") for month, day in days] + [
        ("month", f"{month:02d}") for month in months
    ]
