"""Bind an acronym to the name it follows: "Ministry of Commerce (MOFCOM)"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.regions.tables import codes
from bot.domain.story import EntityType
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.organisations import is_body, is_law
from bot.newsdesk.names.people import slug

_BRACKETED = re.compile(
    r"((?:[A-ZÀ-Ý][\w'’À-ÿ-]*|of|the|for|and|on|de|in|&)(?:\s(?:[A-ZÀ-Ý][\w'’À-ÿ-]*|of|the|for|and|on"
    r"|de|in|&)){1,9})\s\((?:the\s|or\s)?[\"“']?([A-Z][A-Za-z&-]{1,9})[\"”']?\)"
)
_SMALL = codes("of the for and on de in &")


def bind_acronyms(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Add the uses of acronyms that the text itself explains and no table knows."""
    if "(" not in text:
        return mentions
    bound = list(mentions)
    for acronym, name in bindings(text).items():
        full = next((one for one in mentions if one.text == name), None)
        for match in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", text):
            if any(one.start < match.end() and match.start() < one.end for one in bound):
                continue
            bound.append(_acronym(match, name, full))
    return tuple(sorted(bound, key=lambda mention: mention.start))


def _acronym(match: re.Match[str], name: str, full: Mention | None) -> Mention:
    if full is not None:
        return replace(full, start=match.start(), end=match.end(), text=match[0])
    prefix, kind = _kind(name)
    return Mention(
        start=match.start(),
        end=match.end(),
        text=match[0],
        id=f"{prefix}:{slug(name)}",
        name=name,
        type=kind,
        how=How.PATTERN,
    )


def _kind(name: str) -> tuple[str, EntityType]:
    """A rover or a law has an acronym too, and is no organisation."""
    if is_law(name):
        return "policy", EntityType.POLICY
    return ("org", EntityType.ORGANIZATION) if is_body(name) else ("name", EntityType.OTHER)


def bindings(text: str) -> dict[str, str]:
    """Acronym -> full name, for every acronym that its name spells."""
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        acronym = match[2]
        # "Intensive Care Units (ICUs)" is a sort of thing and no name.
        if sum(char.isupper() for char in acronym) >= 2 and not acronym.endswith("s"):
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
