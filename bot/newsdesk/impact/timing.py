"""When an event bites: in force now or within 30 days, or mostly long-term and hedged.

A weekday alone is no start ("said on Friday"); "from Friday" is one. Written dates count only
where the publication time is known.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from bot.domain.story import Factor
from bot.newsdesk.impact.rubric import SOON_DAYS, TIMING
from bot.newsdesk.text.cue_language import compiled

_MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_START = r"\b(?:from|effective|starting|starts?|begins?|beginning|by|until|on|applies|due)\s+"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|{'|'.join(name[:3] for name in _MONTHS)})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"{_START}(?:\w+\s)?{_DAY}\s+{_MONTH}\b", re.IGNORECASE),
    re.compile(rf"{_START}(?:\w+\s)?{_MONTH}\s+{_DAY}\b", re.IGNORECASE),
)
_YEAR = re.compile(
    r"\b(?:by|in|until|from|through)\s+(?:the\s+end\s+of\s+)?(20\d\d)\b", re.IGNORECASE
)
_FAR_YEARS = 2


def timing(sentences: Sequence[str], published_at: datetime | None) -> Factor:
    """The time factor: +1, -1, or 0 where nothing is said or both are."""
    soon, later = TIMING.levels
    now_words = _first(soon.cues, sentences) or _dated_soon(sentences, published_at)
    later_words = _first(later.cues, sentences) or _far_year(sentences, published_at)
    points = (soon.points if now_words else 0) + (later.points if later_words else 0)
    because = (now_words if points > 0 else later_words) if points else ""
    return Factor(name=TIMING.name, points=points, because=because)


def _first(cues: str, sentences: Sequence[str]) -> str:
    found = (compiled(cues).search(text) for text in sentences)
    return next((" ".join(match.group().split()) for match in found if match), "")


def _dated_soon(sentences: Sequence[str], published_at: datetime | None) -> str:
    if published_at is None:
        return ""
    for words, date in _dates(sentences, published_at):
        if timedelta(days=-1) <= date - published_at <= timedelta(days=SOON_DAYS):
            return words
    return ""


def _dates(sentences: Sequence[str], published_at: datetime) -> Iterator[tuple[str, datetime]]:
    """Dates without a year, read as the next such day."""
    for found in (match for text in sentences for date in _DATES for match in date.finditer(text)):
        month = next(
            number
            for number, name in enumerate(_MONTHS, start=1)
            if name.startswith(found["month"].lower()[:3])
        )
        for year in (published_at.year, published_at.year + 1):
            try:
                date = datetime(year, month, int(found["day"]), tzinfo=UTC)
            except ValueError:
                continue
            if date - published_at >= timedelta(days=-1):
                yield found.group(), date
                break


def _far_year(sentences: Sequence[str], published_at: datetime | None) -> str:
    if published_at is None:
        return ""
    for found in (match for text in sentences for match in _YEAR.finditer(text)):
        if int(found[1]) - published_at.year >= _FAR_YEARS:
            return found.group()
    return ""
