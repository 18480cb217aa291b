"""Tell a sentence that can be read alone from one that hangs on what stood before it.

Left out as well: what a reporter says to the reader ("we", "you"), questions, sentences that a feed
cut off, and quotations of which nobody could say who speaks. Nothing is rewritten.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.regions.tables import codes

_PRONOUN = r"(?:he|she|it|they|him|her|them|his|hers|its|their|theirs)"
_OPENS_HANGING = re.compile(
    r"^[\"“‘'(]*(?:(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|or|so|yet"
    r"|however|also|meanwhile|moreover|furthermore|in addition|still|then|such|instead"
    r"|nevertheless|nonetheless|thus|hence|indeed|besides|likewise|neither|another|others"
    r"|not (?:because|only|quite)|for (?:example|instance)|by contrast"
    r"|in (?:fact|short|other words)|obviously|clearly|certainly|frankly|admittedly|arguably"
    r"|honestly|granted|needless to say"
    r"|as (?:such|a result)|of course|after all|oh|well|yes|no|either way|even so|to be sure"
    r"|at (?:the|that) time|at th(?:is|at) point|after that|(?:since|until|by) then"
    r"|according to (?:him|her|them|it)|(?:some|many|most|one|two|both|all|none|each) of"
    r" (?:them|these|those)|the (?:latter|former|pair|duo|trio|others?|two|three|four|rest)"
    r"|the (?:first|last|second|other|next) (?:two|three|one|few)|there (?:he|she|it|they))\b"
    r"|(?:[\w-]+ ){1,5}(?:later|earlier),"
    r"|(?:welcome to|meet|imagine|forget|consider|remember|think)\b|both (?-i:(?![A-Z])))",
    re.IGNORECASE,
)
_INTRODUCES = codes(
    """
    after as although at because before besides beyond by despite during earlier early even
    eventually finally first following for from given if in initially just last late later like now
    off on once one over previously shortly since so soon still then though through throughout to
    today tomorrow tonight two under until upon when whether while with within without yesterday
    """
)
"""Words that open a phrase before the subject."""
_EARLY_PRONOUN = re.compile(rf"\w+(?:[ -][a-z\d]+){{0,3}} {_PRONOUN}\b")
_EARLY_OBJECT = re.compile(r"(?:\w+ ){1,3}(?:him|them)\b")
_SUBJECT_PRONOUN = re.compile(rf"^[^,;“\"]{{1,70}}, (?:{_PRONOUN})\b")
_NAME_AFTER = re.compile(r"[^,;]{1,80}, [A-Z]")
_SUBJECT_POINTS = re.compile(r"[^,;“\"]{1,50}, (?:this|these|those|such an?) \w+")
_CALENDAR = codes(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov
    dec
    """
)
_CAPITALISED = re.compile(r"(?<=\w[ -])[A-Z][\w’'-]*|(?<=, )[A-Z][\w’'-]*|(?<=[(“\"])[A-Z][\w’'-]*")
_DOUBLE = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)[^‘\"“”]{2,}?(?<=\S)[’'](?!\w)")
_TO_THE_READER = re.compile(
    r"(?:^|[\s(—–-])(?:[Ww]e|[Mm]y|[Oo]ur|me|us|[Yy]ou|[Yy]our|[Ll]et[’']s)(?:[’']\w+)?(?![\w-])"
    r"|(?:^|[,;—–-] ?|(?<!\w)[a-z]+ )I(?:[’'](?:m|ve|d|ll))?(?= [a-z])"
)
_UNKNOWN_SPEAKER = re.compile(
    rf"(?:{_PRONOUN}|one|another|the|a|an|said|says|added|told|i|we)\b", re.IGNORECASE
)
_CUT_OFF = re.compile(r"(?:…|\.\.\.)[\"”’')\]]*$")
_LOOSE_TALK = re.compile(r"…|\.\.\.")


@lru_cache(maxsize=4096)
def stands_alone(text: str) -> bool:
    """Whether it can be read without the sentence before it, and speaks of the news itself."""
    if _OPENS_HANGING.match(text) or _CUT_OFF.search(text) or text.rstrip("\"”’')").endswith("?"):
        return False
    spoken = outside_quotes(text)
    if _TO_THE_READER.search(spoken) or _LOOSE_TALK.search(spoken):
        return False
    return not (_hangs(text) or _lacks_speaker(text, spoken))


def outside_quotes(text: str) -> str:
    """What the report says in its own words."""
    return _SINGLE.sub(" ", _DOUBLE.sub(" ", text))


def is_quotation(text: str) -> bool:
    """Whether it opens with what somebody said."""
    return text[:1] in "\"“‘'"


def names_in(text: str) -> tuple[str, ...]:
    """Capitalised words that no sentence start explains; days and months are none."""
    found = _CAPITALISED.findall(text)
    return tuple(word for word in found if word.rstrip(".'’s").lower() not in _CALENDAR)


def _hangs(text: str) -> bool:
    """Whether a pronoun comes before anybody is named: "After a year, he"."""
    early = _EARLY_OBJECT.match(text)
    if _SUBJECT_POINTS.match(text) or (early and not names_in(early[0])):
        return True
    first = re.match(r"\w+", text)
    if first is None:
        return False
    word = first[0].lower()
    found = _SUBJECT_PRONOUN.match(text) if _introduces(word) else None
    if found is None and (word in _INTRODUCES or word.endswith("ly")):
        found = None if _NAME_AFTER.match(text) else _EARLY_PRONOUN.match(text)
    return found is not None and not names_in(found[0])


def _introduces(word: str) -> bool:
    """Whether it opens a phrase before the subject: "After", "Finally", "Renamed", "Facing"."""
    return word in _INTRODUCES or word.endswith(("ly", "ed", "ing"))


def _lacks_speaker(text: str, spoken: str) -> bool:
    """A quotation alone, or one by "he" or "the spokesman"."""
    if not is_quotation(text):
        return False
    bare = spoken.strip(" ,.;:!?-–—\"'“”‘’")
    if len(bare.split()) < 2:
        return True
    return bool(_UNKNOWN_SPEAKER.match(bare)) and not names_in(f"x {bare}")
