"""How long something lasts, as people say it: `12h`, `3d`, `2w`, or the day it ends on.

A day means its first moment in the channel's own time zone. The latest end is a year away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from bot.commands.times import local_time, zone_of
from bot.errors import RequestRefused

OFFERED = ("12h", "1d", "3d", "7d", "30d")
"""Those to choose from where typing can be spared; any other is taken too."""
_LONGEST = timedelta(days=365)
_SPAN = re.compile(r"(?P<number>\d{1,4})(?P<unit>[hdw])", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_LEAD_IN = ("for", "until", "till")


def split_end(words: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """What comes before the end, and the end: `gas cap for 3d` is (`gas`, `cap`) and `3d`.

    The first word is never an end, so that a story may be called `7d`.
    """
    if len(words) < 2 or not _is_end(words[-1]):
        return tuple(words), ""
    before = tuple(words[:-1])
    if len(before) > 1 and before[-1].casefold() in _LEAD_IN:
        before = before[:-1]
    return before, words[-1]


def end_of(word: str, *, now: datetime, zone: str) -> datetime:
    """When that is, in UTC. Raises RequestRefused for what is over or too far away."""
    span = _SPAN.fullmatch(word)
    end = now + int(span["number"]) * _UNITS[span["unit"].lower()] if span else _morning(word, zone)
    if not now < end <= now + _LONGEST:
        raise RequestRefused(
            f"{word} is not between now and a year from now; "
            f"write for example 12h, 3d or {now + timedelta(days=7):%Y-%m-%d}."
        )
    return end


def end_words(end: datetime, zone: str) -> str:
    """`Sat 28 Nov 14:05 (Europe/Berlin)`."""
    return f"{local_time(end, zone)} ({zone})"


def _is_end(word: str) -> bool:
    return _SPAN.fullmatch(word) is not None or _DAY.fullmatch(word) is not None


def _morning(word: str, zone: str) -> datetime:
    try:
        day = date.fromisoformat(word)
    except ValueError as exc:
        raise RequestRefused(f"There is no day {word} in the calendar.") from exc
    return datetime(day.year, day.month, day.day, tzinfo=zone_of(zone)).astimezone(UTC)
