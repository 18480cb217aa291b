"""Notice that a publisher takes something back: a retraction, a correction, a denial.

A retraction withdraws the report; a correction says that a core claim was wrong and mends it; a
denial in a title disputes what others report. What follows the gate decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bot.domain.report import Report, SourceKind
from bot.newsdesk.text.sentences import sentences


class Notice(StrEnum):
    NONE = ""
    RETRACTION = "retraction"
    CORRECTION = "correction"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A notice and the words that make it one."""

    notice: Notice = Notice.NONE
    words: str = ""


_READ = 2_000
_READ_SENTENCES = 6
_CORRECTED_SENTENCES = 2

_PIECE = r"(?:story|report|article|news alert|headline)"
_OF_OURS = r"(?:(?:its|the|an?|this|our|their) )"
_RETRACTED = re.compile(
    r"^\W*(?:[\w-]+-)?(?:retraction|withdrawn|kill|story (?:removed|withdrawn|deleted))\b"
    r"\s*[:|–—-]"
    r"|\ba retraction\b|\bretraction and apology\b"
    rf"|\bretract(?:s|ed|ing)? {_OF_OURS}?(?:[\w-]+ ){{0,4}}{_PIECE}\b"
    r"|\b(?:withdr(?:aws?|ew)|remove[sd]?|delete[sd]?|pull(?:s|ed)?) "
    rf"(?:(?:its|the|an?|this|our) (?:\w+ ){{0,2}})?{_PIECE}\b"
    rf"|\b(?:the|this|our) {_PIECE}\b.{{0,80}}\b(?:has been|was|is) "
    r"(?:retracted|withdrawn|removed|deleted)\b"
    r"|\bplease (?:disregard|ignore) (?:the|our|this)\b"
    r"|\bwe (?:hereby )?(?:retract|withdraw)\b",
    re.IGNORECASE,
)
# An issuer takes back its own notice; a paper that reports the same of others takes back nothing.
_ISSUER_RETRACTED = re.compile(
    r"\b(?:withdr(?:aws?|ew|awn|awal of)|retract(?:s|ed|ion of)?|cancel(?:s|led)) "
    rf"{_OF_OURS}?(?:\w+ ){{0,3}}(?:press release|notice|announcement|statement|circular"
    r"|advisory|bulletin|release)\b"
    # To cancel a warning may end it; what is annulled never held.
    r"|\bannul(?:s|led) (?:(?:its|the|an?|this|our|their) )?(?:\w+ ){0,3}(?:alert|warning|notice"
    r"|announcement|advisory|bulletin)\b"
    r"|\b(?:issued|published|sent|released|posted) in error\b"
    r"|\b(?:disregard|ignore) (?:and remove )?the (?:earlier|previous)\b",
    re.IGNORECASE,
)
_WE_REPORTED = re.compile(
    r"\b(?:we|this (?:newspaper|site|agency)) (?:had )?(?:reported|said|wrote|published)\b"
    rf"|\ban? {_PIECE} (?:published|posted)\b.{{0,40}}\bsaid\b",
    re.IGNORECASE,
)
_ALL_WRONG = re.compile(
    r"^(?:this|that|it|the (?:report|story|article)) (?:was|is) (?:\w+ )?(?:incorrect|wrong|untrue"
    r"|false|not (?:true|correct))\b",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"^\W*(?:correct(?:ion|ed|s)|clarification|erratum|amended)\b\s*[:|–—(-]"
    r"|^\W*\(?(?:corrects|corrected) (?:to|the|that|headline|figure|spelling|date|name"
    r"|paragraph|first|lead)\b"
    r"|\b(?:an )?earlier version of this (?:story|report|article) (?:\w+ ){0,2}(?:misstated"
    r"|said|gave|wrongly|"
    r"incorrectly|stated|reported|mis\w+)\b"
    r"|\bthis (?:story|report|article) (?:has been|was) (?:corrected|amended)\b"
    r"|\b(?:we|the (?:paper|agency|site|broadcaster)) (?:wrongly|incorrectly"
    r"|erroneously) (?:reported|said|stated)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|refut(?:es|ed)|rebuts?|dismiss(?:es|ed)|debunks?|rejects?"
    r"|rejected|disput(?:es|ed)|contradict(?:s|ed)) (?:[\w’'-]+ ){0,4}?"
    r"(?:reports?|claims?|rumou?rs?|allegations?|story|stories|speculation|suggestions?"
    r"|accounts?|statements?|figures?|version)\b"
    r"|\b(?:denies|denied|deny|denying) (?!(?:\w+ ){0,3}(?:bail|visas?|entry|access|asylum|parole"
    r"|permi\w+|boarding|licen[cs]es?|requests?|appeals?|motions?|bids?|petitions?|claimants?"
    r"|treatment|coverage|clearance|stay|rights?|aid|help|service|a stay|injunctions?|tenure)\b)"
    r"|\b(?:is|are|was|were) (?:simply )?(?:false|untrue|fake|fabricated|baseless|unfounded)\b"
    r"|\bnot true\b|\bno truth\b",
    re.IGNORECASE,
)
# A court that denies something decides; it disputes nothing.
_COURT = re.compile(r"\b(?:judges?|courts?|jur(?:y|ies)|justices?|panel|board)\b", re.IGNORECASE)
_TRIFLE = re.compile(
    r"\b(?:spelling|misspelled|photo|caption|byline|typo|first name|surname|job title"
    r"|link)\b",
    re.IGNORECASE,
)


def notice_of(report: Report) -> Found:
    """What the title or the beginning takes back; small corrections do not count."""
    texts = (report.title, *sentences(report.text[:_READ])[:_READ_SENTENCES])
    if words := _retracted(texts, is_issuer=report.kind is SourceKind.PRIMARY):
        return Found(notice=Notice.RETRACTION, words=words)
    for text in texts[: 1 + _CORRECTED_SENTENCES]:
        if (match := _CORRECTED.search(text)) and not _TRIFLE.search(text):
            return Found(notice=Notice.CORRECTION, words=match[0])
    if words := denial_in(report.title):
        return Found(notice=Notice.DENIAL, words=words)
    return Found()


def denial_in(text: str) -> str:
    """The words by which somebody in a sentence disputes what others say; empty without any."""
    match = DENIED.search(text)
    if match is None or _COURT.search(text[: match.start()]):
        return ""
    return match[0].strip()


def _retracted(texts: tuple[str, ...], *, is_issuer: bool) -> str:
    for at, text in enumerate(texts):
        # Only what stands at the front, or in a notice, is about this very piece.
        near = at <= _CORRECTED_SENTENCES or _NOTICE.search(texts[0])
        pattern = _RETRACTED if near else _OURS_RETRACTED
        match = pattern.search(text) or (is_issuer and _ISSUER_RETRACTED.search(text))
        if match:
            return str(match[0])
    for before, after in pairwise(texts):
        if _WE_REPORTED.search(before) and (match := _ALL_WRONG.search(after)):
            return str(match[0])
    return ""


_NOTICE = re.compile(r"^\W*(?:corrections?|clarification|apology|retraction)\b", re.IGNORECASE)
_OURS_RETRACTED = re.compile(
    rf"\bwe (?:hereby )?(?:retract|withdraw)\b|\bour {_PIECE} (?:has been|was) (?:retracted"
    r"|withdrawn|removed|deleted)\b",
    re.IGNORECASE,
)
