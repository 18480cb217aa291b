"""What a title counts off: quarters, parts of a series, ordinals and dates.

Two titles with other values of one of these name two instances of a thing; `veto.py` says when that
parts them.
"""

from __future__ import annotations

import re

from bot.newsdesk.text.tokens import term

Mark = tuple[str, str]
"""Kind and value."""

MONTHS = {
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
    + "|".join(MONTHS)
    + r")\b|\b(?:one|two|three|four|five|six|seven)\b",
    re.IGNORECASE,
)


def title_marks(title: str) -> list[Mark]:
    """Everything that `title` counts off."""
    marks: list[Mark] = []
    if not _WORTH_READING.search(title):
        return marks
    for digit, word in _QUARTER.findall(title):
        marks.append(("quarter", digit or _ORDINAL_WORDS[word.lower()]))
    for name, number in _SERIES.findall(title):
        marks.append((f"series {name.lower()}", number.lower()))
    for number, noun in _ORDINAL.findall(title):
        if noun.lower() not in _UNCOUNTED | MONTHS.keys():
            marks.append((f"ordinal {term(noun.lower())}", number))
    return marks + _dates(title)


def _dates(title: str) -> list[Mark]:
    days = {(int(month), int(day)) for month, day in _ISO_DAY.findall(title)}
    pairs = [(name, day) for name, day in _MONTH_DAY.findall(title)]
    pairs += [(name, day) for day, name in _DAY_MONTH.findall(title)]
    days |= {
        (MONTHS[name.lower()], int(day))
        for name, day in pairs
        if name.lower() in MONTHS and 1 <= int(day) <= 31
    }
    alone = {
        MONTHS[name.lower()]
        for name in _MONTH_ALONE.findall(title)
        if name[0].isupper() and name.lower() in MONTHS
    }
    months = {month for month, _ in days} | alone
    return [("date", f"{month:02d}-{day:02d}") for month, day in days] + [
        ("month", f"{month:02d}") for month in months
    ]
