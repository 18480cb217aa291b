"""What stands behind the comma moves a place: "Paris, Texas", "London, Ontario".

A list of places looks alike ("talks with Geneva, Russia and Iran"), so a country behind the comma
counts only where the apposition is closed again and no list goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain import regions
from bot.domain.regions import RegionKind
from bot.domain.regions.tables import codes
from bot.newsdesk.names.mentions import How
from bot.newsdesk.names.name_entries import Sense, names
from bot.newsdesk.names.name_tree import Found, Word
from bot.newsdesk.names.place_senses import IN_GEORGIA, STATES
from bot.newsdesk.names.place_tables import STATE_ENDS, UNITS
from bot.newsdesk.names.setting import Setting

_CLOSED = re.compile(r"\s*(?:[,.;:!?)\]–—]|[-]\s|$)")
_LIST_GOES_ON = re.compile(r"\s*,?\s*(?:and|or|&)\b|\s*,\s*[^\W\d_a-zà-ÿ]")
_ITS_TOWN = re.compile(
    r"['’]s? (?:[a-z-]+ ){0,3}(?:city|town|port|capital|village|hub|metropolis)"
    r"(?: (?:of|on|in) [^,.;]{1,40})?[,.;)–—](?! [A-ZÀ-Ý])"
)
"""Says of the place before the comma what it is to the country behind it."""
# Countries that are also the name of a town in another; other countries only stand in lists.
_ALSO_TOWNS = codes("liberia lebanon panama peru cuba mexico poland granada georgia norway jordan")
_TOWNS = frozenset((How.CITY, How.CAPITAL))
_UNIT_OF = {unit.lower(): code for code, units in UNITS.items() for unit in units}


@dataclass(frozen=True, slots=True)
class _Behind:
    """What stands behind the comma: where it ends, and its country."""

    end: int
    region: str


def moved_by_what_follows(found: Found[Sense], here: Setting) -> str:
    """The country that the words behind the comma put this place into; empty where none does."""
    after = here.after(found)
    name = here.words[found.last - 1]
    if after is None or here.between(name, after).strip() not in {",", ".,"}:
        return ""
    if _in_a_state(found, here, after):
        return "US"
    behind = _behind(found, here)
    if behind is None or behind.region == found.meaning.region:
        return ""
    if _ITS_TOWN.match(here.text, behind.end):
        return behind.region if found.meaning.how in _TOWNS else ""
    rest = here.text[behind.end : behind.end + 40]
    if not _CLOSED.match(rest) or _LIST_GOES_ON.match(rest):
        return ""
    town = found.meaning.how in _TOWNS or name.key in _ALSO_TOWNS
    return behind.region if town else ""


def _in_a_state(found: Found[Sense], here: Setting, after: Word) -> bool:
    two = here.after(found, 1)
    if after.key == "georgia":
        return here.words[found.last - 1].key in IN_GEORGIA
    dotted = here.text[after.end : after.end + 1] == "." or after.text.isupper()
    short = after.key in STATE_ENDS and after.capital and (len(after.key) > 2 or dotted)
    if short or (two is not None and f"{after.key} {two.key}" in STATES):
        return True
    # "Back from Paris, Texas Governor Greg Abbott said" begins another clause.
    goes_on = two is not None and two.capital and here.between(after, two) == " "
    return after.key in STATES and not (goes_on and not here.headline)


def _behind(found: Found[Sense], here: Setting) -> _Behind | None:
    words = here.words[found.last : found.last + 4]
    for length in range(min(4, len(words)), 0, -1):
        key = " ".join(word.key for word in words[:length])
        if key in _UNIT_OF:
            return _Behind(words[length - 1].end, _UNIT_OF[key])
    one = next(names().find(here.text, words), None)
    if one is None or one.first or one.meaning.how is not How.NAME or not one.meaning.region:
        return None
    code = regions.resolve(one.meaning.region)
    if code is None or regions.region(code).kind is not RegionKind.COUNTRY:
        return None
    return _Behind(words[one.last - 1].end, str(code))
