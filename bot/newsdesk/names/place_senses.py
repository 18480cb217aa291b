"""Places whose name has several senses, each with the words that tell them apart.

Georgia the state or the country, Turkey or the bird, Brussels the union or the city, Congo,
Macedonia, Jersey, Queens, and peoples whose name is an ordinary word.
"""

from __future__ import annotations

from bot.domain.regions.tables import codes
from bot.newsdesk.names.name_entries import Sense
from bot.newsdesk.names.name_tree import Found, Word
from bot.newsdesk.names.place_tables import CITIES
from bot.newsdesk.names.setting import Setting, cue

NOWHERE = ""
"""What a rule answers for a name that is no place here."""
STATES = frozenset(name.lower() for name in CITIES["US"][:53])
"""The states, by name in small letters; the list of places begins with them."""

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
    r"|cooking|oven|recipes?|carv(?:e|ed|ing)|thaw(?:ed|ing)?|brin(?:e|ed|ing)|leftovers?|basting"
    r"|drumsticks?|pardon(?:s|ed|ing)?"
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
_GREEK = cue(r"greece|greek|thessaloniki|kavala|alexander the great")
_SKOPJE = cue(r"skopje|north macedonia|macedonian government|ohrid|tirana|belgrade")
_MONARCHS = cue(r"kings?|crown(?:ed|s)?|monarchs?|royals?|throne|drag|beauty|chess|bees?|ants?")

IN_GEORGIA = codes(
    "atlanta savannah augusta macon athens columbus rome albany marietta decatur valdosta dalton "
    "warner brunswick"
)
# Of the country one says "a Georgian judge"; the state has no other adjective than its name.
_STATE_MATTERS = codes(
    """
    judge jury man woman men women mother father mom teen teenager teenagers boy girl couple family
    sheriff deputy lawmaker lawmakers legislator legislators voter voters legislature governor
    senator congressman courthouse prosecutor prosecutors inmate inmates prison jail school schools
    resident residents farmer farmers student students teacher native pastor church town county
    hospital nurse doctor driver trooper troopers police officers congresswoman attorney lawyer
    """
)
_ONLY_A_BIRD = codes("without for with in to that and or until before after while")


def special_sense(found: Found[Sense], here: Setting) -> str | None:
    """The region a name with several senses means here; None for a name with one."""
    rule = _RULES.get(here.words[found.first].key)
    return rule(found, here) if rule else None


def georgia_in(text: str) -> str:
    """Which Georgia a text speaks of: `US`, `GE`, or nothing where no word tells."""
    state = len({match.lower() for match in _US_STATE.findall(text)})
    country = len({match.lower() for match in _CAUCASUS.findall(text)})
    return "US" if state > country else "GE" if country else ""


def _georgia(found: Found[Sense], here: Setting) -> str:
    before, after = here.before(found), here.after(found)
    if before is not None and before.key == "south":
        return "GS"
    if before is not None and before.key in IN_GEORGIA:
        return "US"
    state = len({match.lower() for match in _US_STATE.findall(here.text)})
    country = len({match.lower() for match in _CAUCASUS.findall(here.text)})
    state += sum(word.key in STATES for word in here.words if word.capital)
    state += 2 * (after is not None and after.key in _STATE_MATTERS)
    return "US" if state > country else "GE"


def _turkey(found: Found[Sense], here: Setting) -> str:
    if _TURKISH.search(here.text):
        return "TR"
    return NOWHERE if _BIRD.search(here.text) or _is_a_turkey(found, here) else "TR"


def _is_a_turkey(found: Found[Sense], here: Setting) -> bool:
    """A turkey in the oven: no state takes an article unless a noun or a clause follows."""
    before, after = here.before(found), here.after(found)
    if before is None or before.key not in {"a", "your", "whole", "perfect"}:
        return False
    return after is None or after.key in _ONLY_A_BIRD or not _adjoins(found, after, here)


def _adjoins(found: Found[Sense], after: Word, here: Setting) -> bool:
    return here.between(here.words[found.last - 1], after) in {" ", "-"}


def _congo(found: Found[Sense], here: Setting) -> str:
    # Agencies write Congo for the larger country, whatever ISO calls the other one.
    del found
    return "CG" if _GREATER_CONGO.search(here.text) else "CD"


def _brussels(found: Found[Sense], here: Setting) -> str:
    before = here.before(found)
    placed = before is not None and before.key in {"in", "near", "outside", "across", "at"}
    return "BE" if placed and _BELGIUM.search(here.text) else "EU"


def _jersey(found: Found[Sense], here: Setting) -> str:
    del found
    return "JE" if _JERSEY.search(here.text) else NOWHERE


def _macedonia(found: Found[Sense], here: Setting) -> str:
    before = here.before(found)
    if before is not None and before.key == "north":
        return "MK"
    return "GR" if _GREEK.search(here.text) and not _SKOPJE.search(here.text) else "MK"


def _queens(found: Found[Sense], here: Setting) -> str:
    """The borough, where a preposition or a comma places it or it stands before a noun."""
    before, after, name = here.before(found), here.after(found), here.words[found.first]
    around = here.text[max(0, name.start - 40) : name.end + 40]
    if before is None or _MONARCHS.search(around):
        return NOWHERE if after is None or after.key not in _BOROUGH_NOUNS else "US"
    apposed = here.between(before, here.words[found.first]).strip() == ","
    placed = before.key in {"in", "near", "across", "of", "from", "to"} or apposed
    named = after is not None and after.key in _BOROUGH_NOUNS
    return "US" if placed or named else NOWHERE


_BOROUGH_NOUNS = codes(
    "district man woman teen mother grandmother street house apartment borough boulevard resident "
    "residents library college hospital supreme criminal courthouse neighborhood"
)


def _opening_pole(found: Found[Sense], here: Setting) -> str:
    word, after = here.words[found.first], here.after(found)
    if word.key == "poles":
        return NOWHERE if after is not None and after.key in {"apart", "of"} else "PL"
    return NOWHERE if word.opens or here.headline else "PL"


def _polish(found: Found[Sense], here: Setting) -> str:
    after = here.after(found)
    verb = here.words[found.first].opens and after is not None
    return NOWHERE if verb and after and after.key in {"the", "your", "up", "off"} else "PL"


def _kiwi(found: Found[Sense], here: Setting) -> str:
    del found
    return NOWHERE if _FRUIT.search(here.text) else "NZ"


_FRUIT = cue("fruits?|vitamin|zespri|smoothie")
_ORDER = cue("order|friars?|nuns?|convent")


def _dominican(found: Found[Sense], here: Setting) -> str:
    return NOWHERE if _ORDER.search(here.text) else found.meaning.region


_RULES = {
    "georgia": _georgia,
    "turkey": _turkey,
    "congo": _congo,
    "brussels": _brussels,
    "jersey": _jersey,
    "macedonia": _macedonia,
    "queens": _queens,
    "pole": _opening_pole,
    "poles": _opening_pole,
    "polish": _polish,
    "kiwi": _kiwi,
    "kiwis": _kiwi,
    "dominican": _dominican,
    "dominicans": _dominican,
}
