"""Blank the words that look like cues and are none: parts of names, and phrases of other meaning.

Blanked text keeps its length, so a place in it is the same place in the sentence. "National
Security Council" is no Security Council, "held without bond" no bond, a "medical emergency" none.
"""

from __future__ import annotations

import re

_HEADS = (
    r"Commissions?|Committees?|Councils?|Departments?|Ministry|Ministries|Bureau|Office|Agency|"
    r"Authority|Administration|Institute|Association|Federation|Society|Foundation|Board|Service|"
    r"Network|Academy|Fund|Union|Party|Movement|Front|Alliance|Museum|Festival|Awards?|Center|"
    r"Centre|Clinic|University|College|Survey"
)
_EVENTFUL = (
    r"Elections?|Elector\w+|Referend\w+|Emergency|Emergencies|Disasters?|Crimes?|Crisis|Fires?|"
    r"Strikes?|Tariffs?|Tax(?:es|ation)?|Exports?|Imports?|Investments?|Investigat\w+|Securities|"
    r"Explosives|Terror\w*|Floods?|Earthquakes?|Epidemi\w+|Virus(?:es)?|Disease\w*|Rescue|Recalls?|"
    r"Mergers?|Sanctions|Immigration|Insolvency|Pensions?|Insurance|Deposits?|Relief|Reforms?|"
    r"Refugees?|War|Peace|Storms?|Hurricanes?|Weather|Accidents?|Relations|Trade|Budget|Ethics|"
    r"Oversight|Standards|Complaints|Debt|Economic|Growth|Monopol\w+|Antitrust|Geological|Volcano\w*"
)
_WORD = r"[A-Z][\w&'’-]*"
_NAMED = re.compile(
    rf"\b(?:{_WORD} )*?(?P<eventful>(?:{_EVENTFUL})(?:,? (?:and |& )?(?:{_WORD} )*?)?)\s?"
    rf"(?={_HEADS}\b)"
)
"""A word of an event before the head of a name: "Central Election Commission"."""
_CONCERNED = re.compile(
    rf"\b(?:{_HEADS}) (?P<eventful>(?:for|of|on|against)(?: the)?"
    rf"(?: {_WORD}| (?:and|of|for|the)\b|,(?= [A-Z]))+)"
)
"""What a name says its bearer deals with: "Commission for Elections and Referendums"."""
_LESSER = re.compile(
    r"\b(?P<eventful>(?:National|State|City|County|Regional|Provincial|Municipal|Town|Student)"
    r" (?:Security|Economic) Council)\b"
)
"""A nation's own council bears the name of a body of all nations."""
_OTHERWISE = re.compile(
    r"""
    \b(?:without|on|posted?|posts|bail)\s(?:\$[\d,.]+\s)?bond\b(?!\s(?:market|yield|issue|sale))
    | \bbond\s(?:hearing|reduction|of\s\$[\d,]+)\b
    | \b(?:family|medical|personal)\s(?:medical\s)?emergency\b
    | \bemergency\s(?:room|rooms|department|physician|doctors?|services?|crews?|workers?|responders|
        exit|surgery|call|calls|personnel|contact)\b
    | \b(?:former|ex-|late|then-|onetime|one-time|vice|deputy|club|team|company|university|college|
        union|association|chamber|society|first|past)[\s-]?
        (?:[A-Z]\w+\s){0,2}?(?:president|governor|minister|prime\sminister|chancellor|senator|king)
        (?:['’]s)?\b
    | \bpresident\sand\s(?:general|chief|ceo|coo|managing|head)\b
    | \b(?:fire|police|bus|space|weather|polling|radio|television|tv)\sstations?\b
    | \b(?:fire|police|precinct)\s
        (?:chief|department|departments|officials?|marshal|brigade|crews?)\b
    | \bfire\s(?:engines?|trucks?|drill|escape|alarm|alarms)\b
    | \b(?:river|food|blood|left|right|west)\s?bank\b
    | \b(?:injury|injured|disabled|practice|wanted|reading|rich|best-seller)\slist\b
    | \b(?:wolf|lion|record|record-breaking)\sstrike\b
    | \b(?:two|both|either|neither|our|the\stwo)\s(?:\w+\s)?(?:countries|nations|states)\b
    | \bsuspended\sanimation\b | \bdoubl\w+\sdown\b | \bdouble\sstandards?\b
    | \bcourt\s(?:sources?|officials?|records?|documents?|papers|filings?|reporters?)\b
    | \bheart\sattack\w*\b | \bpanic\sattack\w*\b | \bbrain\sdrain\b
    | \bgas\spedal\b | \bcrash\scourse\b | \bstorm\s(?:drain|out|off)\b
    | \bdistrict\sattorney\b | \bsupply\ssergeant\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CAUSE = re.compile(
    r"\b(?:sparked by|fuell?ed by|feeding on|fed by|stemming from|rooted in|backdrop of)[^.,;:]*",
    re.IGNORECASE,
)
"""Why it came to this is older than the event."""
_TITLE_CASE = 0.75
_LEAST_TITLE_WORDS = 5


def masked(sentence: str) -> str:
    """The sentence with names' parts and misleading phrases blanked, as long as before."""
    text = _OTHERWISE.sub(lambda found: _blank(found[0]), sentence)
    text = _CAUSE.sub(lambda found: _blank(found[0]), text)
    text = _LESSER.sub(_blank_group, text)
    if _in_title_case(text):
        return text
    return _CONCERNED.sub(_blank_group, _NAMED.sub(_blank_group, text))


def _blank_group(found: re.Match[str]) -> str:
    start, end = (at - found.start() for at in found.span("eventful"))
    whole = found[0]
    return f"{whole[:start]}{_blank(whole[start:end])}{whole[end:]}"


def _blank(words: str) -> str:
    return re.sub(r"\w", "x", words)


def _in_title_case(sentence: str) -> bool:
    """Whether capitals say nothing here, as in a headline that capitalises every word."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", sentence)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _LEAST_TITLE_WORDS and capitals >= _TITLE_CASE * len(words)
