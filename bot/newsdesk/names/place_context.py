"""Decide what a place name means where it stands: a place or not, which one, a scene or not.

Each rule reads the words around the name and the text as a whole. A rule may move a name to another
region, say that it is no place here, or say that the event is not there.
"""

from __future__ import annotations

import re

from bot.domain.regions.tables import codes
from bot.newsdesk.names.mentions import How
from bot.newsdesk.names.name_entries import Sense
from bot.newsdesk.names.name_tree import Found, Word
from bot.newsdesk.names.place_after_comma import moved_by_what_follows
from bot.newsdesk.names.place_in_names import in_a_paper_or_firm
from bot.newsdesk.names.place_or_person import names_a_person
from bot.newsdesk.names.place_phrases import STREET_ENDS
from bot.newsdesk.names.place_senses import NOWHERE, special_sense
from bot.newsdesk.names.setting import Setting

_TALKS = re.compile(
    r"\b(?:talks?|meet(?:s|ing|ings)?|met|summit|conference|forum|gather\w*|held|negotiat\w+"
    r"|speaking|told \w+|said|signed|hosted|film(?:ing|ed))\b(?:[^.;]{0,40})\b(?:in|at)\s*$",
    re.IGNORECASE,
)
_MEDIA = codes(
    "publication newspaper daily tabloid magazine broadcaster media outlet website site blog weekly"
    " newspapers publications magazines broadcasters outlets websites reporter reporters journalist"
)
_STRAINS = codes("strain strains variant variants species ebolavirus virus flu syndrome subtype")
_LOCAL_ENDS = STREET_ENDS | codes("hospital plain estates heights inn chapel elementary")
"""After one, the name of a country is that of a house or street in another: "Jamaica Hospital"."""
_AIRLINES = codes("airlines airways airline")
_VENUES = codes("arena stadium center centre field park dome bowl theatre theater cup open classic")
"""After one, the name of a firm is that of a hall or a tournament."""
_SISTERS = codes("healthcare healthineers vernova biologics chemical chemicals steel foundation")
"""After one, the name of a firm is that of a firm of its own, or of its founder's fund."""
_CLUBS_BEFORE = codes(
    "real inter fc ac as bayern borussia atletico dynamo dinamo spartak cska sporting olympique"
)
_CLUBS = codes("united fc rovers wanderers hotspur albion athletic rangers")
_RIVERS = codes("river lake mount fort camp san santa saint st port cape")
_FORTS = _RIVERS - {"river", "lake", "port"}
"""Those that lead a name; "River Oil Spill" in a headline is oil."""


def meant(found: Found[Sense], here: Setting) -> str:
    """The region that this name means here; NOWHERE if it means none."""
    if moved := moved_by_what_follows(found, here):
        return moved
    if in_a_paper_or_firm(found, here):
        return NOWHERE
    if found.last - found.first > 1:
        return NOWHERE if _is_one_of_the_gulf(found, here) else found.meaning.region
    if names_a_person(found, here) or _part_of_a_name(found, here):
        return NOWHERE
    special = special_sense(found, here)
    return found.meaning.region if special is None else special


def is_venue(found: Found[Sense], here: Setting) -> bool:
    """Whether others only met there ("talks in Geneva"), or a club comes from there."""
    start = here.words[found.first].start
    return _is_home_of_a_club(found, here) or bool(
        _TALKS.search(here.text, max(0, start - 60), start)
    )


def _is_home_of_a_club(found: Found[Sense], here: Setting) -> bool:
    """Whether it stands in the name of a club: "Real Madrid", "Manchester United"."""
    before, after = here.before(found), here.after(found)
    name = here.words[found.first]
    if before is not None and before.capital and here.between(before, name) == " ":
        return before.key in _CLUBS_BEFORE
    return after is not None and after.capital and after.key in _CLUBS and _adjoins(found, here)


def is_home_of_a_medium(found: Found[Sense], here: Setting) -> bool:
    """Whether it only says where a medium is at home: "the Taiwanese publication"."""
    after = here.after(found)
    return found.meaning.how is How.DEMONYM and after is not None and after.key in _MEDIA


def is_person(found: Found[Sense], here: Setting) -> bool:
    """Whether a name of a single word is part of a person's name here."""
    return found.last - found.first == 1 and names_a_person(found, here)


def follows_fort(found: Found[Sense], here: Setting) -> bool:
    """Whether it is the end of a place's name: "Fort Coffee"."""
    before = here.before(found)
    if before is None or not before.capital or before.key not in _FORTS:
        return False
    return here.between(before, here.words[found.first]).strip(" .") == ""


def is_another_firm(found: Found[Sense], here: Setting) -> bool:
    """Whether a firm's one word begins the name of another firm: "GE Healthcare"."""
    after, alone = here.after(found), found.last - found.first == 1
    begins = alone and after is not None and after.key in _SISTERS
    return begins and after is not None and after.capital and _adjoins(found, here)


def is_sponsor(found: Found[Sense], here: Setting) -> bool:
    """Whether a firm only lends its name: "at SAP Arena"."""
    after = here.after(found)
    return after is not None and after.capital and after.key in _VENUES and _adjoins(found, here)


def airline_start(found: Found[Sense], here: Setting) -> Word | None:
    """The word "Air" in front of a place: "Air India" is a company."""
    before, name = here.before(found), here.words[found.first]
    if before is None or before.key != "air" or not before.capital:
        return None
    return before if here.between(before, name) == " " else None


def _is_one_of_the_gulf(found: Found[Sense], here: Setting) -> bool:
    """Whether one of several is meant, which the text has named: "the Gulf state"."""
    after = here.after(found)
    return found.meaning.region == "GCC" and after is not None and after.key in _ONE_OF_MANY


_ONE_OF_MANY = codes("state country nation kingdom emirate monarchy")


def _adjoins(found: Found[Sense], here: Setting) -> bool:
    after, name = here.after(found), here.words[found.last - 1]
    return after is not None and here.between(name, after) == " "


def _part_of_a_name(found: Found[Sense], here: Setting) -> bool:
    """Whether it belongs to a longer name or word: "London Road", "US$5m", "Sudan strain"."""
    before, after, name = here.before(found), here.after(found), here.words[found.last - 1]
    if after is not None and after.text in "$€£" and here.text[name.end : after.start] == "":
        return True
    if after is not None and _adjoins(found, here) and _is_named_after(found, after, here):
        return True
    if airline_start(found, here) is not None:
        return True
    if before is not None and before.key in _RIVERS and before.capital:
        return here.between(before, name).strip(" .") == "" and before.key != "lake"
    return _is_language(found, here) or _is_us_the_pronoun(found, here)


def _is_named_after(found: Found[Sense], after: Word, here: Setting) -> bool:
    if after.key in _STRAINS or (after.key in _AIRLINES and after.capital):
        return True
    if after.key in {"region", "province"} and _is_a_unit(found, here):
        return True
    is_country = found.meaning.how is How.NAME
    ends = _LOCAL_ENDS if is_country else STREET_ENDS
    return after.capital and after.key in ends and after.key != "high"


def _is_a_unit(found: Found[Sense], here: Setting) -> bool:
    """Whether a province has the name, as it stands without an article: "in Balkan region"."""
    before = here.before(found)
    of_many = found.meaning.id.startswith("region:")
    return of_many and before is not None and before.key in {"in", "from", "of", "and"}


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
    name, before, after = here.words[found.first], here.before(found), here.after(found)
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
    name, before, after = here.words[found.first], here.before(found), here.after(found)
    if name.text != "US" or before is None:
        return False
    last = after is None or here.between(name, after).strip() != ""
    if before.key in _INVITING or before.key == "about":
        return last or here.shouting
    return here.shouting and before.key in _ASKING and last
