"""Tell a person from a place or a firm of the same name: Michael Jordan, Phil Ford."""

from __future__ import annotations

import re

from bot.domain import regions
from bot.domain.regions.tables import codes
from bot.newsdesk.names.given_names import (
    COMMON_SURNAMES,
    GIVEN_AND_PLACE,
    GIVEN_NAMES,
    HONORIFICS,
)
from bot.newsdesk.names.name_entries import Sense
from bot.newsdesk.names.name_tree import Found, Word
from bot.newsdesk.names.people import is_title
from bot.newsdesk.names.place_phrases import HEAD_WORDS
from bot.newsdesk.names.setting import Setting

_ONLY_PEOPLE = re.compile(
    r",? (?:who|aged?|said|says|told|tells|joins?|joined|resign\w*|retire[sd]|marrie[sd]"
    r"|died|was born|testifie[sd]|apologi[sz]e[sd]|smile[sd]|recalled|\d{1,2},)\b",
    re.IGNORECASE,
)
"""What follows a name and is done by people alone, or is an age."""
_IS_SOMEBODY = re.compile(
    r", (?![^,.;]*\b(?:said|says|told)\b)(?:[a-z'’-]+ ){0,5}?([a-z-]+)"
    r"(?:[,.;]| (?:of|at|in|with|from|for|who|whose|and|turned)\b)"
)
"""An apposition in small letters, which may say what somebody is: "a former prosecutor".

Not who is quoted: ", an analyst at the bank said".
"""
_SCORED = re.compile(
    r" (?:(?:[Ss]cores?|[Nn]ets|[Dd]rops|[Hh]its|[Pp]ours? [Ii]n|[Aa]dds) \d{2}\b(?! [Gg]oals?)"
    r"|[Dd]unks|[Hh]omers|[Pp]itches|[Rr]ushes|[Rr]ebounds)"
)
"""What a player does in a headline; a national side scores goals."""


def names_a_person(found: Found[Sense], here: Setting) -> bool:
    """Whether the words around a name of one word make it a person's."""
    return after_a_first_name(found, here) or _before_a_surname(found, here) or _plays(found, here)


def after_a_first_name(found: Found[Sense], here: Setting) -> bool:
    """Whether a first name or an honorific stands right before it."""
    before, name = here.before(found), here.words[found.first]
    if before is None or not before.capital:
        return False
    gap = here.between(before, name)
    if before.key in HONORIFICS:
        return gap in {" ", ". "}
    return before.key in GIVEN_NAMES and gap == " "


def _before_a_surname(found: Found[Sense], here: Setting) -> bool:
    name, after = here.words[found.first], here.after(found)
    if after is None or name.key not in GIVEN_AND_PLACE or not after.capital:
        return False
    if here.between(name, after) != " ":
        return False
    if after.key in COMMON_SURNAMES:
        return True
    if here.shouting or not _may_be_a_surname(after):
        return False
    does = _ONLY_PEOPLE.match(here.text, after.end) is not None
    if does or here.headline:
        return does
    return name.key not in COUNTRIES_FIRST or _is_introduced(found, here, after)


def _is_introduced(found: Found[Sense], here: Setting, surname: Word) -> bool:
    """Whether an office stands before or behind the two words: "lawyer Kenya Poe"."""
    before = here.before(found)
    adjoins = before is not None and here.between(before, here.words[found.first]) == " "
    if adjoins and before is not None and is_title(before.text):
        return True
    behind = _IS_SOMEBODY.match(here.text, surname.end)
    return behind is not None and is_title(behind[1])


def _may_be_a_surname(word: Word) -> bool:
    written = len(word.text) > 2 and not word.text.isupper()
    return written and word.key not in HEAD_WORDS and not _is_known_place(word)


def _plays(found: Found[Sense], here: Setting) -> bool:
    """A player's surname by what he does: "Jordan scores 40"."""
    name = here.words[found.first]
    return name.key in GIVEN_AND_PLACE and _SCORED.match(here.text, name.end) is not None


COUNTRIES_FIRST = codes(
    "china israel india kenya asia ireland london paris milan vienna houston dallas boston sydney"
)
"""So often a place that an unknown capital after it proves nothing, and alone it is the place."""


def _is_known_place(word: Word) -> bool:
    return regions.resolve(word.text) is not None
