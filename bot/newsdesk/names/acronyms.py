"""Bind an acronym to the name it follows: "Ministry of Commerce (MOFCOM)"."""

from __future__ import annotations

import re

from bot.domain.regions.tables import codes

_BRACKETED = re.compile(
    r"((?:[A-ZÀ-Ý][\w'’À-ÿ-]*|of|the|for|and|on|de|in|&)(?:\s(?:[A-ZÀ-Ý][\w'’À-ÿ-]*|of|the|for|and|on"
    r"|de|in|&)){1,9})\s\((?:the\s|or\s)?[\"“']?([A-Z][A-Za-z&-]{1,9})[\"”']?\)"
)
_SMALL = codes("of the for and on de in &")


def bindings(text: str) -> dict[str, str]:
    """Acronym -> full name, for every acronym that its name spells."""
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        acronym = match[2]
        if sum(char.isupper() for char in acronym) >= 2:
            name = _spelled(match[1].split(), acronym)
            if name:
                found.setdefault(acronym, name)
    return found


def _spelled(words: list[str], acronym: str) -> str:
    """The shortest run of words up to the bracket that spells the acronym; empty if none does."""
    for first in range(len(words) - 2, -1, -1):
        run = words[first:]
        if run[0] in _SMALL or run[0][0].lower() != acronym[0].lower():
            continue
        if _initials(run) == acronym.lower() or _subsequence(acronym.lower(), "".join(run).lower()):
            return " ".join(run)
    return ""


def _initials(words: list[str]) -> str:
    parts = [part for word in words for part in word.split("-")]
    return "".join(part[0] for part in parts if part and part not in _SMALL).lower()


def _subsequence(acronym: str, letters: str) -> bool:
    rest = iter(letters)
    return all(char in rest for char in acronym.replace("-", ""))
