"""Addresses: which of other people's may be linked, and how ours are written."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

LONGEST = 2_000


def safe_url(url: str) -> str:
    """The address where a browser may be sent to it (http or https, with a host), else nothing."""
    if len(url) > LONGEST or any(char.isspace() or not char.isprintable() for char in url):
        return ""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    # A name before the host (https://bank.example@evil.example) only serves to deceive.
    return url if usable and "@" not in parts.netloc else ""


def host_of(url: str) -> str:
    """The host of an address that `safe_url` let through, without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if safe_url(url) else ""


def story_path(story: str) -> str:
    """Our page of a story. Its id may hold anything, a whole address included."""
    return f"/stories/{quote(story, safe='')}"


def channel_path(channel: str) -> str:
    """Where a channel's part of the interface begins."""
    return f"/api/channels/{quote(channel, safe='')}"
