"""Reports that rest on another outlet's: "X reported", "told X", "according to X".

One citation in the opening makes a report derived, and so does one further down if the outlet is
mentioned twice. A poll or data of X is not X's report, and nobody cites himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from bot.domain.report import Report
from bot.newsdesk.publishers.agencies import AGENCIES
from bot.newsdesk.publishers.outlets import cited_names
from bot.newsdesk.publishers.owners import owner_key, owner_named, owner_of

OPENING_WORDS = 70
OPENING_SENTENCES = 2
MENTIONED_OFTEN = 2

# These words are names of outlets and much else; alone they are no citation.
_EVERYDAY = frozenset(
    {"time", "mint", "vice", "vox", "fortune", "insider", "sky", "dawn", "welt", "age", "times",
     "journal", "standard", "express", "mirror", "national", "cna", "dw", "nbc", "cbs", "wired",
     "observer", "sun", "star", "post", "telegraph", "independent", "bild", "aa", "tt", "cp", "stt",
     "anp", "pap", "mti", "efe", "the age", "the standard", "the express", "the mirror",
     "deadline", "slate", "variety", "billboard", "nos", "the register", "the athletic"}
)  # fmt: skip
_KIND = (
    r"(?:'s|’s)?(?:\s+(?:news\s+agency|newspaper|daily|magazine|website|newswire|television|TV"
    r"|radio))?"
)
_ADVERB = (
    r"(?:\s+(?:has|had|also|first|earlier|previously|later|exclusively|separately|on\s+\w+day))*"
)
_SAID = (
    r"(?:reported|reports|said|says|wrote|writes|revealed|reveals|quoted|learned|learnt"
    r"|understands|broke)"
)
_BEFORE = (
    r"(?:\b(?:[Tt]old|[Tt]elling|tells|[Ss]poke\s+to|[Ss]peaking\s+(?:to|with)|[Cc]iting|cited\s+by"
    r"|[Rr]eported\s+by|published\s+(?:by|in)|first\s+in|shared\s+with|g[ia]ve|given\s+to)"
    r"|\b[Aa]ccording\s+to|\b(?:interview|conversation)\s+(?:with|to|in)"
    r"|\b(?:reports?|articles?|stor(?:y|ies)|investigations?|account)\s+(?:by|in|from|of)"
    r"|\b(?:seen|obtained|reviewed|viewed)\s+by)"
)
_NO_REPORT = (
    r"(?!\s+(?:data|calculations?|polls?|surveys?|tally|estimates?|index|terminal|economists?"
    r"|contributors?))"
)
_THE = r"(?:the\s+|The\s+)?"
# A count must hold where a story comes in several languages, although the desk reads but one.
_ABROAD = (
    r"\b(?:[Ll]aut|[Bb]erichtete?n?|berichtet|meldet|meldete|[Uu]nter\s+Berufung\s+auf|gegenüber"
    r"|[Ss]elon|[Dd][’']après|rapporte|affirme|révèle|[Ss]egún|informó|reveló|[Ss]econdo)"
    r"\s+(?:(?:de[rmns]|die|das|l[ea]s?|el|los|il|lo|al)\s+|l[’'])?"
)
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<![A-Z]\.)(?<=[.!?])[\"”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An outlet that a report leans on."""

    outlet: str
    words: str
    """The citation itself, as evidence."""

    @property
    def owner(self) -> str:
        return owner_key(owner_named(self.outlet))


def derivation(report: Report, others: Iterable[str] = ()) -> Citation | None:
    """The outlet that `report` rests on; `others` are further publishers to look for by name."""
    own = {owner_key(owner_of(report)), owner_key(owner_named(report.publisher))}
    said = " ".join(f"{report.title} {report.text}".split())
    # A pattern for names that do not stand there would cost milliseconds and find nothing.
    named = {name for name in others if " ".join(name.split()) in said}
    patterns = (_known() if _may_cite(said) else None, _naming(tuple(sorted(named))))

    def cited(text: str) -> list[Citation]:
        found = (one for pattern in patterns for one in _citations(text, pattern))
        return [one for one in found if one.owner not in own]

    leading = cited(f"{report.title}.\n{_opening(report.text)}")
    if leading:
        return leading[0]
    often = [one for one in cited(report.text) if _mentions(report, one) >= MENTIONED_OFTEN]
    return often[0] if often else None


def passed_on(report: Report, agencies: Iterable[str], others: Iterable[str] = ()) -> bool:
    """Whether an agency's text only passes on the news of the outlet it cites.

    It does where its first sentence or title cites the outlet and nobody speaks to the agency.
    """
    front = replace(report, text=_opening(report.text, sentences=1))
    if derivation(front, others) is None:
        return False
    names = {name for one in agencies for name in AGENCIES.get(one, (one,))}
    spoken_to = rf"{_BEFORE}\s+{_THE}(?:{'|'.join(map(re.escape, sorted(names)))})\b"
    return re.search(spoken_to, f"{report.title}\n{report.text}") is None


def _opening(text: str, sentences: int = OPENING_SENTENCES) -> str:
    parts = [part for part in _SENTENCE_END.split(text) if part.strip()]
    return " ".join(" ".join(parts[:sentences]).split()[:OPENING_WORDS])


def _mentions(report: Report, citation: Citation) -> int:
    name = re.escape(citation.outlet.removeprefix("the ").removeprefix("The "))
    return len(re.findall(rf"\b{name}\b", report.text))


def _citations(text: str, pattern: re.Pattern[str] | None) -> Iterator[Citation]:
    for match in pattern.finditer(text) if pattern else ():
        outlet = " ".join((match["told"] or match["reported"] or match["abroad"]).split())
        yield Citation(outlet=outlet, words=" ".join(match[0].split()))


@cache
def _known() -> re.Pattern[str]:
    return _pattern(_known_names())


@cache
def _known_names() -> frozenset[str]:
    spellings = {spelling for each in AGENCIES.values() for spelling in each}
    names = {*cited_names(), *spellings}
    return frozenset(name for name in names if name.lower() not in _EVERYDAY)


@cache
def _words_of_names() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(_WORD.findall(name)) for name in _known_names())


def _may_cite(text: str) -> bool:
    """Whether all words of some known name stand in a text: most texts need no longer look."""
    words = frozenset(_WORD.findall(text))
    return any(name <= words for name in _words_of_names())


@lru_cache(maxsize=256)
def _naming(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Publishers of the same event that no table knows."""
    telling = (name for name in names if len(name) > 4 or " " in name or _is_acronym(name))
    distinct = {name for name in telling if name.lower() not in _EVERYDAY}
    return _pattern(distinct) if distinct else None


def _is_acronym(name: str) -> bool:
    """STAT, which no other word of a text spells; one of two letters could be anybody's."""
    return len(name) > 2 and name.isupper()


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    one_of = "|".join(
        re.escape(name).replace("\\ ", r"\s+")
        for name in sorted(names, key=lambda name: (-len(name), name))
    )
    return re.compile(
        rf"{_BEFORE}\s+{_THE}(?P<told>{one_of})\b{_KIND}{_NO_REPORT}"
        rf"|(?<![\w-]){_THE}(?P<reported>{one_of})\b{_KIND}{_ADVERB}\s+{_SAID}\b"
        rf"|{_ABROAD}(?P<abroad>{one_of})\b"
    )
