"""What a report measures and dates: the magnitude of a quake, days with their year.

Only what is written out counts: a weekday, a day without its year, a rounded magnitude say nothing.
All that is read is taken, the background too: two reports that share one value are not parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.newsdesk.clustering.title_marks import MONTHS, Mark

MAGNITUDE = "magnitude"
DAY = "day"
MEASURES = frozenset({MAGNITUDE, DAY})
REVISED = 0.5
"""First estimates of a quake's magnitude are seldom further from the last one."""
FAR = timedelta(days=7)
"""Dates nearer than this may be the day of an event and the day it was reported."""

# In a report of a quake every number of this form is taken for a magnitude, even of another one.
_MAGNITUDE = re.compile(r"(?<![\d.,$€£])([3-9]\.\d)(?![\d.]|\s?(?:%|per|mil|bil|k?m\b))")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEFORE_YEAR = re.compile(
    r"(?<!\w)(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\s(?P<m>[A-Za-z]{3,9})\.?,?"
    r"|(?P<m2>[A-Za-z]{3,9})\.?\s(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s?,?)\s$"
)
_AFTER_YEAR = re.compile(r"-(\d\d)-(\d\d)(?!\d)")
_LONGEST = len("30th September, ")


def measured(text: str) -> list[Mark]:
    """Magnitudes and full dates in `text`."""
    marks = [(DAY, day.isoformat()) for day in _days(text)]
    if "agnitude" in text:
        marks += [(MAGNITUDE, value) for value in _MAGNITUDE.findall(text)]
    return marks


def far_apart(kind: str, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether no value of one side comes near one of the other."""
    if kind == MAGNITUDE:
        return all(abs(float(one) - float(two)) > REVISED for one in ours for two in theirs)
    days = [(date.fromisoformat(one), date.fromisoformat(two)) for one in ours for two in theirs]
    return all(abs(one - two) > FAR for one, two in days)


def _days(text: str) -> Iterator[date]:
    for year in _YEAR.finditer(text):
        month, day = _month_and_day(text, year.start(), year.end())
        try:
            yield date(int(year[0]), month, day)
        except ValueError:
            continue


def _month_and_day(text: str, start: int, end: int) -> tuple[int, int]:
    """What stands around a year; zeros where it is no date."""
    iso = _AFTER_YEAR.match(text, end)
    if iso:
        return int(iso[1]), int(iso[2])
    before = _BEFORE_YEAR.search(text[max(0, start - _LONGEST) : start])
    if not before:
        return 0, 0
    return MONTHS.get((before["m"] or before["m2"]).lower(), 0), int(before["d"] or before["d2"])
