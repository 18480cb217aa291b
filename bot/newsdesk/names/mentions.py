"""A mention: a stretch of text that names somebody or something we can identify."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.story import EntityType


class How(StrEnum):
    """By what kind of word a place or entity was named."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    """A seat of government, also where it only stands for the state."""
    CITY = "city"
    """A city, state or province inside the country."""
    INSTITUTION = "institution"
    """A ministry, central bank or regulator; it names its country too."""
    PERSON = "person"
    PATTERN = "pattern"
    """Found by its form: "Ministry of ...", "... Corp"; in no table of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming; `start` and `end` count characters of the text it was found in."""

    start: int
    end: int
    text: str
    id: str
    """`country:CN`, `org:mofcom`; for an area or bloc `region:` and its code."""
    name: str
    """What the mentioned is called by itself: "China" where the text says "Chinese"."""
    type: EntityType
    how: How
    region: str = ""
    """The region the mention speaks of: a country, area or bloc; empty for a company."""
    venue: bool = False
    """Only where others met ("talks in Geneva") or a club is at home ("Real Madrid")."""
    aside: bool = False
    """It says nothing about where the event is: "the Taiwanese publication"."""
