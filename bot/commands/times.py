"""Windows and ages as people say them, in the channel's own time zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.commands.requests import Window
from bot.domain.story import AHEAD
from bot.domain.text import plural
from bot.errors import RequestRefused

LONGEST = timedelta(days=31)
WINDOWS = ("today", "24h", "7d")
_SPAN = re.compile(r"(\d{1,4})\s*(h|d|w)", re.IGNORECASE)
_SPOKEN = {"day": "24h", "week": "7d", "month": "31d"}
_HOURS = {"h": 1, "d": 24, "w": 168}


def is_window(word: str) -> bool:
    bare = word.casefold()
    return bare in {"today", "yesterday", *_SPOKEN} or _SPAN.fullmatch(bare) is not None


def window_of(word: str, *, now: datetime, zone: str) -> Window:
    """`today`, `yesterday`, `24h`, `7d`, up to now. Raises RequestRefused for anything else."""
    bare = word.casefold()
    if bare in {"today", "yesterday"}:
        return _local_day(bare, now, zone)
    found = _SPAN.fullmatch(_SPOKEN.get(bare, bare))
    if not found:
        raise RequestRefused(f"“{word}” is not a time I know; write today, 24h or 7d.")
    hours = int(found[1]) * _HOURS[found[2].lower()]
    if not 1 <= hours <= LONGEST / timedelta(hours=1):
        raise RequestRefused(f"I look back from 1h to {LONGEST.days}d, not {word}.")
    days = hours // 24
    span = f"{hours} hours" if hours % 24 or days < 2 else f"{days} days"
    span = "hour" if hours == 1 else span
    start = now - timedelta(hours=hours)
    since = f"since {local_time(start, zone)}, {zone}"
    return Window(start=start, end=now + AHEAD, words=f"the last {span} ({since})")


def _local_day(word: str, now: datetime, zone: str) -> Window:
    here = zone_of(zone)
    local = now.astimezone(here)
    midnight = datetime(local.year, local.month, local.day, tzinfo=here)
    end = now + AHEAD
    if word == "yesterday":
        # Midnight to midnight by the calendar: 23 or 25 hours when the clocks change.
        before = (midnight.replace(tzinfo=None) - timedelta(days=1)).replace(tzinfo=here)
        midnight, end = before, midnight.astimezone(UTC)
    shown = f"{midnight:%a} {midnight.day} {midnight:%b}"
    return Window(start=midnight.astimezone(UTC), end=end, words=f"{word}, {shown} ({zone})")


@cache
def known_zones() -> tuple[str, ...]:
    """Every IANA zone, in order. Reads the zone files the first time: off the event loop."""
    return tuple(sorted(available_timezones()))


@cache
def zone_of(name: str) -> ZoneInfo:
    """The zone of that IANA name; UTC for one this machine does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def ago(then: datetime, now: datetime) -> str:
    """`just now`, `5 min ago`, `2 h ago`, `3 days ago`."""
    minutes = int((now - then) / timedelta(minutes=1))
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    hours = minutes // 60
    return f"{hours} h ago" if hours < 48 else f"{plural(hours // 24, 'day')} ago"


def local_time(moment: datetime, zone: str) -> str:
    """`Sat 21 Nov 14:05`."""
    local = moment.astimezone(zone_of(zone))
    return f"{local:%a} {local.day} {local:%b} {local:%H:%M}"
