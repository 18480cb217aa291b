"""Decide what a place name means where it stands: Georgia, Jordan, Turkey, Washington, Brussels.

Each rule reads the words around the name and the text as a whole. A rule may move a name to another
region, say that it is no place here, or say that it is only a venue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import regions
from bot.domain.regions.tables import codes
from bot.newsdesk.names.name_entries import Sense
from bot.newsdesk.names.name_tree import Found, Word
from bot.newsdesk.names.place_tables import (
    CITIES,
    COMMON_SURNAMES,
    GIVEN_AND_PLACE,
    GIVEN_NAMES,
    HEAD_WORDS,
    HONORIFICS,
    STATE_ENDS,
    STREET_ENDS,
)

NOWHERE = ""
"""What a rule answers for a name that is no place here."""

_STATES = frozenset(name.lower() for name in CITIES["US"][:53])
_TALKS = re.compile(
    r"\b(?:talks?|meet(?:s|ing|ings)?|met|summit|conference|forum|gather\w*|held|negotiat\w+|speaking"
    r"|told \w+|said|signed|hosted)\b(?:[^.;]{0,40})\b(?:in|at)\s*$",
    re.IGNORECASE,
)


def cue(words: str) -> re.Pattern[str]:
    """Whole words or phrases, divided by bars, in any case."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_US_STATE = cue(
    r"atlanta|savannah|augusta|macon|fulton county|gwinnett|dekalb county|cobb county|kemp|warnock"
    r"|ossoff|abrams|raffensperger|willis|stacey abrams|marjorie taylor greene|gov|governor"
    r"|runoff|republican|democrat|gop|republicans|democrats|voters in|bulldogs|state legislature"
    r"|plant vogtle|vogtle|hyundai|kia|sec championship|u\.?s\.? state|peach|chattahoochee|trump"
    r"|biden|american|senate|super tuesday|primary|electoral|medicaid"
)
_CAUCASUS = cue(
    r"tbilisi|georgian|georgians|abkhazia|ossetia|saakashvili|ivanishvili|kobakhidze|zourabichvili"
    r"|kavelashvili|batumi|caucasus|armenia|azerbaijan|russia|russian|moscow|putin|black sea|nato"
    r"|eu|european union|brussels|foreign agents?|moldova|ukraine|lari|euro 2024|turkey|anaklia"
)
_BIRD = cue(
    r"thanksgiving|poultry|roast\w*|stuffing|gravy|bird flu|avian|ham|cranberr\w+|butterball"
)
_TURKISH = cue(
    r"turkish|ankara|istanbul|erdo[gğ]an|lira|syria|greece|nato|kurdish|bosphorus|pkk|earthquake|eu"
)
_GREATER_CONGO = cue(r"brazzaville|sassou|pointe-noire")
_BELGIUM = cue(
    r"belgian|belgium|molenbeek|zaventem|bombing|bombings|airport attack|metro station|flemish"
    r"|antwerp|police|shooting|walloon|stabbing|streets? of|residents|tram|restaurant"
)
_JERSEY = cue(r"channel islands?|guernsey|bailiwick|st helier|tax haven|crown dependenc\w+")
_RIVERS = codes("river lake mount fort camp san santa saint st port cape")


_IN_GEORGIA = codes(
    "atlanta savannah augusta macon athens columbus rome albany marietta decatur valdosta dalton "
    "warner brunswick"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """A text with what is known of it as a whole, made once per text."""

    text: str
    words: Sequence[Word]
    headline: bool
    """Every longer word has a capital, so that a capital says nothing."""
    shouting: bool
    """Everything is in capitals."""


def setting(text: str, words: Sequence[Word]) -> Setting:
    """Look at the capitals of the whole text."""
    long = [word for word in words if len(word.text) > 3 and word.text.isalpha()]
    capital = sum(word.capital for word in long)
    upper = sum(word.text.isupper() for word in long)
    return Setting(
        text,
        words,
        headline=len(long) > 2 and capital >= 0.75 * len(long),
        shouting=len(long) > 1 and upper >= 0.8 * len(long),
    )


def meant(found: Found[Sense], here: Setting) -> str:
    """The region that this name means here; NOWHERE if it means none."""
    word, region = here.words[found.first], found.meaning.region
    if found.last - found.first > 1:
        return region
    if _in_a_state(found, here):
        return "US"
    if _names_a_person(found, here) or _part_of_a_name(found, here):
        return NOWHERE
    rule = _RULES.get(word.key)
    return rule(found, here) if rule else region


def is_venue(found: Found[Sense], here: Setting) -> bool:
    """Whether others only met there: "talks in Geneva"."""
    return bool(
        _TALKS.search(
            here.text, max(0, here.words[found.first].start - 60), here.words[found.first].start
        )
    )


def is_person(found: Found[Sense], here: Setting) -> bool:
    """Whether a single-word place name is part of a person's name here."""
    return found.last - found.first == 1 and _names_a_person(found, here)


def _next(found: Found[Sense], here: Setting, offset: int = 0) -> Word | None:
    at = found.last + offset
    return here.words[at] if at < len(here.words) else None


def _previous(found: Found[Sense], here: Setting) -> Word | None:
    return here.words[found.first - 1] if found.first else None


def _between(left: Word, right: Word, here: Setting) -> str:
    return here.text[left.end : right.start]


def _in_a_state(found: Found[Sense], here: Setting) -> bool:
    """Whether a state follows: "Paris, Texas" and "Lebanon, Pa." are not abroad."""
    after = _next(found, here)
    name = here.words[found.last - 1]
    if after is None or _between(name, after, here).strip() != ",":
        return False
    two = _next(found, here, 1)
    full = after.key if two is None else f"{after.key} {two.key}"
    dotted = here.text[after.end : after.end + 1] == "." or after.text.isupper()
    short = after.key in STATE_ENDS and after.capital and (len(after.key) > 2 or dotted)
    if after.key == "georgia":
        return name.key in _IN_GEORGIA
    return after.key in _STATES or full in _STATES or short


def _names_a_person(found: Found[Sense], here: Setting) -> bool:
    return _after_a_first_name(found, here) or _before_a_surname(found, here)


def _after_a_first_name(found: Found[Sense], here: Setting) -> bool:
    before, name = _previous(found, here), here.words[found.first]
    if before is None or not before.capital:
        return False
    gap = _between(before, name, here)
    if before.key in HONORIFICS:
        return gap in {" ", ". "}
    return before.key in GIVEN_NAMES and gap == " "


def _before_a_surname(found: Found[Sense], here: Setting) -> bool:
    name, after = here.words[found.first], _next(found, here)
    if after is None or name.key not in GIVEN_AND_PLACE or not after.capital:
        return False
    if name.end < after.start - 1 or here.text[name.end : after.start] != " ":
        return False
    if after.key in COMMON_SURNAMES:
        return True
    return (
        not here.headline
        and not here.shouting
        and after.key not in HEAD_WORDS
        and len(after.text) > 2
        and not after.text.isupper()
        and name.text == here.text[name.start : name.end]
        and not _is_known_place(after)
        and name.key not in _COUNTRIES_FIRST
    )


_COUNTRIES_FIRST = codes(
    "china israel india kenya asia ireland london paris milan vienna houston dallas boston sydney"
)
"""So often a place that an unknown capitalised word after it proves nothing."""


def _is_known_place(word: Word) -> bool:
    return regions.resolve(word.text) is not None


def _part_of_a_name(found: Found[Sense], here: Setting) -> bool:
    """Whether it belongs to a longer name or word: "London Road", "US$5m", "in French"."""
    before, after, name = _previous(found, here), _next(found, here), here.words[found.last - 1]
    if after is not None and after.text in "$€£" and here.text[name.end : after.start] == "":
        return True
    if after is not None and after.capital and after.key in STREET_ENDS and after.key != "high":
        return here.text[name.end : after.start] == " "
    if before is not None and before.key in _RIVERS and before.capital:
        return _between(before, name, here).strip(" .") == "" and before.key != "lake"
    return _is_language(found, here) or _is_us_the_pronoun(found, here)


_LANGUAGES = codes(
    "english french spanish german italian chinese japanese korean russian arabic portuguese dutch "
    "hindi polish turkish greek swedish danish finnish norwegian welsh irish"
)
_SPEAKING = codes(
    "in into speak speaks spoke speaking spoken fluent learn learning learned studies studying "
    "translated writes written basic broken"
)
_LANGUAGE_WORDS = codes(
    "language languages speaking speakers speaker translation translations subtitles version "
    "edition lessons lesson teacher teachers proficiency dictionary alphabet literature"
)


def _is_language(found: Found[Sense], here: Setting) -> bool:
    name, before, after = here.words[found.first], _previous(found, here), _next(found, here)
    if name.key not in _LANGUAGES:
        return False
    if after is not None and after.key in _LANGUAGE_WORDS:
        return True
    spoken = before is not None and before.key in _SPEAKING
    ends = after is None or after.key in {"and", "or", "on", "at", "as", "but", "with", "to", "is"}
    stopped = after is not None and bool(re.match(r"\s*[.,;:!?)\"”]", here.text[name.end :]))
    return spoken and (ends or stopped)


_ASKING = codes(
    "join tell let give contact about follow help believe show trust among between of both all "
    "with for like save love call email text visit support remind teach told gave make makes"
)


_INVITING = codes("join contact tell follow r")


def _is_us_the_pronoun(found: Found[Sense], here: Setting) -> bool:
    """In a text all in capitals, US after a verb that takes a person: "JOIN US"."""
    name, before, after = here.words[found.first], _previous(found, here), _next(found, here)
    if name.text != "US" or before is None:
        return False
    last = after is None or _between(name, after, here).strip() != ""
    if before.key in _INVITING or before.key == "about":
        return last or here.shouting
    return here.shouting and before.key in _ASKING and last


def _georgia(found: Found[Sense], here: Setting) -> str:
    before = _previous(found, here)
    if before is not None and before.key == "south":
        return "GS"
    state = len({match.lower() for match in _US_STATE.findall(here.text)})
    country = len({match.lower() for match in _CAUCASUS.findall(here.text)})
    state += sum(word.key in _STATES for word in here.words if word.capital)
    if before is not None and before.key in _IN_GEORGIA:
        return "US"
    return "US" if state > country else "GE"


def _turkey(found: Found[Sense], here: Setting) -> str:
    del found
    return NOWHERE if _BIRD.search(here.text) and not _TURKISH.search(here.text) else "TR"


def _congo(found: Found[Sense], here: Setting) -> str:
    # Agencies write Congo for the larger country, whatever ISO calls the other one.
    del found
    return "CG" if _GREATER_CONGO.search(here.text) else "CD"


def _brussels(found: Found[Sense], here: Setting) -> str:
    before = _previous(found, here)
    placed = before is not None and before.key in {"in", "near", "outside", "across", "at"}
    return "BE" if placed and _BELGIUM.search(here.text) else "EU"


def _jersey(found: Found[Sense], here: Setting) -> str:
    del found
    return "JE" if _JERSEY.search(here.text) else NOWHERE


def _opening_pole(found: Found[Sense], here: Setting) -> str:
    word, after = here.words[found.first], _next(found, here)
    if word.key == "poles":
        return NOWHERE if after is not None and after.key in {"apart", "of"} else "PL"
    return NOWHERE if word.opens or here.headline else "PL"


def _polish(found: Found[Sense], here: Setting) -> str:
    after = _next(found, here)
    verb = here.words[found.first].opens and after is not None
    return NOWHERE if verb and after and after.key in {"the", "your", "up", "off"} else "PL"


def _kiwi(found: Found[Sense], here: Setting) -> str:
    del found
    return NOWHERE if cue("fruits?|vitamin|zespri|smoothie").search(here.text) else "NZ"


def _dominican(found: Found[Sense], here: Setting) -> str:
    return NOWHERE if cue("order|friars?|nuns?|convent").search(here.text) else found.meaning.region


_RULES = {
    "georgia": _georgia,
    "turkey": _turkey,
    "congo": _congo,
    "brussels": _brussels,
    "jersey": _jersey,
    "pole": _opening_pole,
    "poles": _opening_pole,
    "polish": _polish,
    "kiwi": _kiwi,
    "kiwis": _kiwi,
    "dominican": _dominican,
    "dominicans": _dominican,
}
