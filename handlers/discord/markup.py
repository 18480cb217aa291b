"""Foreign words inside Discord's markdown: every power escaped, lengths kept.

`escape` is for places that read markdown (content, embed titles and descriptions). Footers,
button labels and menus read none, so words go there as they are.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from bot.domain.text import ELLIPSIS, clean, shorten
from handlers.discord import limits

# A backslash before any punctuation shows that punctuation. These can begin or end something:
# emphasis, code, spoilers, quotes, lists, headings, links, mentions, emoji, times, addresses.
POWERS: Final = frozenset("\\*_~`|<>[]()#@:-+=/")
_LIST_NUMBER: Final = re.compile(r"^(\d+)([.)])")
_HOST: Final = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_BAD_URL: Final = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]")


def escape(text: str) -> str:
    """`text` so that Discord shows exactly its characters."""
    escaped = "".join(f"\\{char}" if char in POWERS else char for char in text)
    return _LIST_NUMBER.sub(r"\1\\\2", escaped)


def tidy(text: str, limit: int) -> str:
    """One clean line, of which at least the first `limit` characters are as in `text`.

    Only the beginning is looked at: a text may be very long, and the event loop waits meanwhile.
    """
    looked_at = text[: limit * 4]
    line = clean(looked_at)
    return line if len(looked_at) == len(text) else f"{line}{ELLIPSIS}"


def words(text: str, limit: int) -> str:
    """One line of foreign text, escaped, cut at a word so that the result is within `limit`."""
    line = tidy(text, limit)
    if len(line) * 2 <= limit:
        return escape(line)
    fits = _fitting(line, limit - 2)
    return escape(line if fits == len(line) else shorten(line, fits + 1))


def _fitting(line: str, limit: int) -> int:
    """How many characters of `line` stay within `limit` once escaped."""
    spent = 0
    for count, char in enumerate(line):
        spent += 2 if char in POWERS else 1
        if spent > limit:
            return count - 1
    return len(line)


def plain(text: str, limit: int) -> str:
    """One line of foreign text for a place that reads no markdown."""
    return shorten(tidy(text, limit), limit)


def code(text: str) -> str:
    """Something to be typed, shown in the fixed font."""
    return f"`{clean(text).replace('`', '')}`"


def ago(moment: datetime) -> str:
    """A time each reader sees in their own words and zone: "2 hours ago"."""
    return f"<t:{int(moment.timestamp())}:R>"


def usable_url(url: str, limit: int = limits.EMBED_URL) -> str:
    """`url` where Discord would take it as a link, else nothing."""
    if len(url) > limit or _BAD_URL.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.hostname else ""


def link(label: str, url: str) -> str:
    """Our own words, linked; just the words where the address cannot be one."""
    address = usable_url(url)
    if not address:
        return label
    return f"[{label}]({address.replace('(', '%28').replace(')', '%29')})"


def is_honest(label: str, url: str) -> bool:
    """Whether no word of a link's label looks like another site than the link leads to."""
    target = (urlsplit(url).hostname or "").casefold()
    shown = unicodedata.normalize("NFKC", label.replace("\\", "")).casefold()
    hosts = (found.group() for found in _HOST.finditer(shown))
    return all(target == host or target.endswith(f".{host}") for host in hosts)
