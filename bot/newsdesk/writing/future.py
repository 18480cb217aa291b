"""Tell a sentence about what is still to come: by who acts or on a day that is set.

A verb in the future alone is not enough: "will" inside a quotation is a speaker's, "could" may be
the past, and May and Will are names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.newsdesk.writing.standing_alone import (
    is_quotation,
    names_in,
    outside_quotes,
    stands_alone,
)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ADVERB = r"(?:(?:not|also|soon|likely|now|then|probably|only|still|be able to|\w+ly) )*"
_DAY_SET = re.compile(
    rf"\b(?:on|from|until|by|before|in|for|to|of|at) (?:{_WEEKDAY}|{_MONTH}|\d{{1,2}} {_MONTH}"
    r"|20\d\d|the end of|mid-\w+|early|late)"
    rf"|\b(?:{_WEEKDAY}|{_MONTH} \d{{1,2}})\b"
    r"|\b(?:next|this coming|later this) (?:week|month|year|quarter|season|summer|spring|autumn"
    r"|fall|winter|meeting|round|step)\b|\b(?:in|over) the (?:coming|next) \w+|\btomorrow\b"
    rf"|\bnext {_WEEKDAY}|\bwithin (?:\d+|\w+) (?:hours|days|weeks|months)"
    r"|\b(?:in|for) (?:about )?(?:a|\d+|two|three|six) (?:days?|weeks?|months?|years?)\b"
    r"|\bha(?:s|ve) (?:until|\d+ (?:hours|days|weeks|months))"
    r"|\btakes? effect|\bcomes? into force|\bdeadline\b|\bgoes? on sale|\bgo on sale"
)
_SURE = re.compile(
    rf"(?<!that )(?<!which )(?<!who )(?<!if )\b(?:will|shall) {_ADVERB}[a-z]+"
    r"|\b(?:is|are) (?:now |also |still )?(?:expected|due|set|scheduled|slated|poised|likely"
    r"|planning|preparing|to)"
    r" (?:to|for|on|in|at|by|back|be)\b"
    r"|\b(?:is|are) (?:expected|due|scheduled) (?:next|this|tomorrow|on|in|by|later)\b"
    r"|\b(?<!made )(?:plans?|intends?|aims?|expects?|vows?|pledges?|agreed|promised|vowed|pledged"
    r"|hopes?) to (?!(?:an?|the|his|her|its|their|this)\b)[a-z]+"
    r"|\b(?:next meets?|meets? next|takes? effect|comes? into force|goes? on sale|go on sale"
    r"|goes to trial|starts? on|begins? on|resumes? on|opens? on)\b"
    r"|\bha(?:s|ve) (?:until|\d+ (?:days|weeks|months)|(?:ten|thirty|sixty|ninety) days)\b"
    r"|\b(?:votes?|meets?|hears?|decides?|rules?) (?:[\w’'-]+ ){0,6}next (?:week|month|year)\b"
    r"|\b(?:will|would) (?:appeal|challenge)\b"
)
_TOLD = re.compile(
    r"^[^,]{0,80}(?:,[^,]{1,80},)?[^,]{0,60}\b(?<!had )"
    r"(?:said|says|warned|warns|told|announced|added)"
    rf"\b[^.;]{{0,90}}?\b(?:would|will) {_ADVERB}(?!have\b)[a-z]+"
)
_UNSURE = re.compile(rf"(?<!that )(?<!which )(?<!who )\b(?:could|may|might) {_ADVERB}[a-z]+")
_NO_FUTURE = re.compile(
    r"\b(?:could|may|might|would|will|shall) (?:not |no longer |never )?have\b|\bcould not\b"
    r"|\bcouldn[’']t\b|\b(?:was|were|had been) (?:expected|due|scheduled|set|supposed) (?:to|for)\b"
    r"|\bhad (?:planned|hoped|intended|expected|set|agreed)\b|\bused to\b"
    r"|\b(?:so|because|where|when) (?:he|she|they|it|\w+) (?:could|would)\b"
    r"|\bhad (?:said|warned|announced|told)\b|\bwhether [^,.;]{0,50}\b(?:is|are|will)\b"
    r"|\b(?:evidence|doubt|idea|guarantee|sign|concern|fear|claim|hope)s? (?:that )?"
    r"(?:\S+ ){1,4}will\b|\b(?:how|what|why) (?:\w+ ){1,8}will\b"
    r"|\b(?:because|if) .{3,80}\bwill\b|^(?:While|Although|Though|Even if|Even when)\b"
)
_OPENS_WITH_ACTOR = re.compile(
    r"[A-Z][\w’'&-]*(?:, (?:the|an?) | (?:\w+ )?(?:said|says|will|would|plans?|aims?|has|have|is"
    r"|are|intends?|expects?|hopes?|warned|pledged|vowed|agreed)\b)"
)
_CONDITION = re.compile(r"\b(?:if|unless|should)\b")
_SOON = re.compile(r"\b(?:warn\w*|said|says|forecast\w*|analysts?|economists?|experts?)\b")


def is_ahead(text: str, names: Sequence[str] = ()) -> bool:
    """Whether it tells, in the report's own words, what somebody will do or what a day brings."""
    if not _speaks_of_future(text):
        return False
    spoken = outside_quotes(text)
    if _is_sure(spoken) and _DAY_SET.search(spoken):
        return True
    return _has_actor(spoken, names)


# Several parts of a page ask this of the same lines.
@lru_cache(maxsize=2_048)
def _speaks_of_future(text: str) -> bool:
    """Whether it stands alone and tells of what is to come, whoever does it."""
    spoken = outside_quotes(text)
    if is_quotation(text) or _NO_FUTURE.search(spoken) or not stands_alone(text):
        return False
    return _is_sure(spoken) or _is_possible(spoken)


def is_firm(text: str) -> bool:
    """Whether a day is set for it."""
    spoken = outside_quotes(text)
    return _is_sure(spoken) and bool(_DAY_SET.search(spoken))


def _is_sure(spoken: str) -> bool:
    return bool(_SURE.search(spoken) or _TOLD.search(spoken))


def _is_possible(spoken: str) -> bool:
    """Whether a day, a condition or a speaker stands beside what may come."""
    return bool(_UNSURE.search(spoken)) and bool(
        _DAY_SET.search(spoken) or _CONDITION.search(spoken) or _SOON.search(spoken)
    )


def _has_actor(spoken: str, names: Sequence[str]) -> bool:
    """Somebody the story knows, a name, or what a sentence opens with before it acts."""
    if any(name in spoken for name in names) or names_in(spoken):
        return True
    return _OPENS_WITH_ACTOR.match(spoken) is not None
