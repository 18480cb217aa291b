"""Where a report says it has its news from: somebody named, nobody named, or mere hearsay.

Read in the order of the text: whoever is quoted first speaks for the claim. So "two people briefed
on the matter said" stays anonymous although a spokesman declines to comment further down, and a
named minister stays named although officials add details.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.report import SourceKind
from bot.newsdesk.verifying.confidence import Attribution

READ_SENTENCES = 12
"""Sentences in which a source is looked for; who speaks later speaks of the background."""
_DOUBTED_SENTENCES = 4

_DOUBT = re.compile(
    r"\b(?:reportedly|unconfirmed|rumou?r(?:s|ed)?|purportedly|supposedly|speculation|is said to"
    r"|are said to|grain of salt|word on the (?:street|desks?) is"
    r"|(?:could|can)(?:[’']t| not|not) be (?:independently )?(?:verified|confirmed)"
    r"|we (?:could not|couldn[’']t|can[’']t|cannot) (?:independently )?(?:verify|confirm)"
    r"|allegedly)\b",
    re.IGNORECASE,
)
# In a case before the law "allegedly" is caution about the accused, not about the news.
_CASE = re.compile(
    r"\b(?:charg\w+|arrest\w*|accus\w+|indict\w+|su(?:e[sd]?|ing)|court|lawsuit|police|prosecutors?"
    r"|jury|trial|plead\w*|guilty|complaint|convict\w*|sentenc\w+)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:(?:people|persons?|sources?|officials?|executives?|insiders?|traders?|dealers?|diplomats?"
    r"|lawmakers?|aides?|bankers?|advis[eo]rs?|employees?|lawyers?|staff(?:ers)?|investors?)"
    r" (?:familiar|with (?:direct |first-?hand )?knowledge|briefed|close to|involved in|aware of"
    r"|who (?:asked|spoke|declined|requested|requests?|follow)|privy)"
    r"|(?:sources?|insiders?) (?:have |has )?(?:said|says?|told|close|familiar|added|suggests?)"
    r"|(?:say|says|said|citing|cites?|according to|quoting) (?:\w+ ){0,2}(?:sources?|insiders?)"
    r"|(?:citing|quoting|according to) (?:(?:an?|the|one|two|three|four|five|six|several|some"
    r"|multiple|senior|other|\d+) ){0,2}(?:people|person)(?! (?:familiar|with|briefed|close|who))"
    r"|(?:people|persons?|sources?|officials?) (?:whom |who |that )?it (?:did|does) not (?:name"
    r"|identify)"
    r"|(?:condition of )?anonym(?:ity|ous(?:ly)?)|un(?:named|identified) \w+"
    r"|not authori[sz]ed to|(?:not to|declined to|not) be (?:named|identified|quoted by name)"
    r"|(?:is|are) said to|we have learned|on good authority)\b"
    r"|^[^.:]{0,60}\bsaid to [a-z]",
    re.IGNORECASE,
)
_VERB = (
    r"(?:said|says|say|told|tells|announced|announces|confirmed|confirms|stated|wrote|writes|declared"
    r"|ruled|rules|warned|warns|reported|added|testified|tweeted|posted|explained|noted|insisted"
    r"|acknowledged|argued|disclosed|ordered|published|notified|recalled)"
)
_NO_NAME = (
    r"(?!(?:The|A|An|He|She|It|They|We|I|His|Her|Its|Their|This|That|These|Those|But|And|In|On|At"
    r"|As|If|One|Two|Three|Some|Many|Most|Officials?|Sources?|Analysts|Experts|Residents|Witnesses"
    r"|Critics|Supporters|Others|Report|Update|Exclusive|What|Who|When|Where|Why|How|There|No|Yes"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Users?|Customers|People)\b)"
)
_NAME = rf"{_NO_NAME}[A-Z][\w.&’'-]*"
_ROLE = (
    r"(?:officials?|spokes\w+|president|chair\w*|head|chief|minister|ministry|police|prosecutors?"
    r"|governor|mayor|director|executive|lawyers?|union|regulator|army|data|figures|group|agency)"
)
_ADVERB = r"(?:also|later|first|has|have|had|on \w+day|\w+day|in an? (?:\w+ )?(?:statement|filing))"
_SPEAKS = re.compile(
    rf"\b(?P<name>{_NAME}(?:\s+{_NAME}){{0,4}})(?P<role>(?:\s+{_ROLE}){{0,3}})"
    r"(?:,[^,;.]{1,60},|,)?"
    rf"(?:\s+{_ADVERB}){{0,2}}\s+{_VERB}\b"
)
_SPOKEN_BY = re.compile(
    rf"\b(?:(?!tell|told){_VERB}|according to|quoted|citing)\s+(?:by\s+|from\s+)?"
    r"(?:the\s+|its\s+|his\s+|an?\s+)?"
    r"(?:(?!in\b|on\b|at\b|that\b|to\b|from\b|after\b|by\b|it\b|he\b|she\b|they\b|this\b|there\b"
    rf"|would\b|was\b|were\b|is\b|are\b|had\b|has\b|for\b|as\b)[a-z][\w’'-]*,?\s+){{0,4}}{_NAME}"
)
_BODY = (
    r"(?:minist(?:ry|er|ers)|company|bank|court|regulator|agency|government|commission|department"
    r"|authority|authorities|airline|firm|union|club|operator|group|university|prosecutors?"
    r"|foundation|board|parliament|council|carrier|association|party|committee|police|judge"
    r"|coast ?guard|fire service|hospital|military|army|navy|bureau|exchange|watchdog|school"
    r"|cabinet|embassy|chain|maker|producer|lender|insurer|retailer|utility)"
)
_INSTITUTION = re.compile(
    rf"\b(?:the|its|their)\s+(?:[\w’'-]+\s+){{0,3}}?{_BODY}(?:\s+spokes\w+)?"
    rf"(?:\s+{_ADVERB}){{0,2}}\s+{_VERB}\b"
    rf"|\b(?:police|prosecutors)(?:\s+{_ADVERB}){{0,2}}\s+{_VERB}\b"
    rf"|\baccording to (?:the\s+|an?\s+|its\s+)?(?:[\w’'-]+\s+){{0,3}}?{_BODY}\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:in|from|by|shows?|showed|according to)\s+(?:an?|the|its|their|his|her|court|official)\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:statement|filing|press release|ruling|letter|notice|decree|gazette"
    r"|minutes|complaint|indictment|regulation|register|documents?|papers|judgment|verdict"
    r"|communiqu[eé]|circular|advisory|bulletin|affidavit|lawsuit|transcript)\b"
    r"|\b(?:data|figures|documents|minutes|filings?|records)\s+(?:(?:from|of|by) .{3,40} )?"
    r"show(?:s|ed|n)?\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"\b(?:declin\w+|refus\w+) to (?:comment|confirm|say)|\bdid(?:n[’']t| not) (?:immediately )?"
    r"(?:respond|reply|comment|return)|\bno comment\b",
    re.IGNORECASE,
)
# "Residents of Lima said": the name is where they live.
_ONLY_A_PLACE = re.compile(r"\b\w+s\s+(?:of|in|from|near|at)\s+$")
# "Michigan officials" are nobody, those of a health department are an institution.
_OFFICE = re.compile(
    r"(?:Department|Office|Police|Sheriff|Authority|Agency|Council|Board|District|School|University"
    r"|Hospital|Cent(?:er|re)|Service|Bureau|Commission|Committee|Ministry|County|City|Bank)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourcing:
    """How a report names its source, and the words by which it doubts or hides it."""

    attribution: Attribution
    words: str = ""


def sourcing_of(
    kind: SourceKind,
    title: str,
    sentences: Sequence[str],
    is_known: Callable[[str], bool] = lambda _: False,
    passing_on: str = "",
) -> Sourcing:
    """Where a text has its news from; an issuer's own text is the document.

    `is_known` says whether a name is one: it tells "Airbus said" from "Workers said". `passing_on`
    is the outlet whose news the text retells: to name it is not to name the source.
    """
    if passing_on:
        title, *sentences = (_without(passing_on, text) for text in (title, *sentences))
    if kind is SourceKind.PRIMARY:
        return Sourcing(attribution=Attribution.NAMED)
    if doubt := _doubt((title, *sentences[:_DOUBTED_SENTENCES])):
        return Sourcing(attribution=Attribution.HEDGED, words=doubt)
    for text in (title, *sentences[:READ_SENTENCES]):
        if hidden := _NOBODY.search(text):
            return Sourcing(attribution=Attribution.UNNAMED, words=" ".join(hidden[0].split()))
        if _names_somebody(text, is_known):
            return Sourcing(attribution=Attribution.NAMED)
    return Sourcing(attribution=Attribution.UNNAMED)


def _without(outlet: str, text: str) -> str:
    return re.sub(rf"\b(?:[Tt]he )?{re.escape(outlet)}\b", "it", text)


def _doubt(texts: Sequence[str]) -> str:
    for text in texts:
        match = _DOUBT.search(text)
        if match and not (match[0].lower() == "allegedly" and _CASE.search(text)):
            return " ".join(match[0].split())
    return ""


def _names_somebody(sentence: str, is_known: Callable[[str], bool]) -> bool:
    if _SAYS_NOTHING.search(sentence):
        return False
    if _INSTITUTION.search(sentence) or _DOCUMENT.search(sentence) or _SPOKEN_BY.search(sentence):
        return True
    return any(_is_speaker(one, is_known) for one in _SPEAKS.finditer(sentence))


def _is_speaker(match: re.Match[str], is_known: Callable[[str], bool]) -> bool:
    """Whether the words before the verb name somebody, and not where or what he is."""
    name, before = match["name"], match.string[: match.start()]
    if match["role"].strip() == "officials" and not _OFFICE.search(name):
        return False
    if not before and " " not in name and name.endswith("s") and not match["role"]:
        return is_known(name)
    return not _ONLY_A_PLACE.search(before[-40:])
