"""Notice that a publisher takes something back: a retraction, a correction, a denial.

A retraction withdraws the report; a correction says that a core claim was wrong and mends it; a
denial disputes what others report. What follows the gate decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.report import Report
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


_PIECE = r"(?:story|report|article|news alert|headline)"
_RETRACTED = re.compile(
    r"^\W*(?:retraction|withdrawn|kill|story (?:removed|withdrawn|deleted))\b\s*[:|–—-]"
    rf"|\bretract(?:s|ed|ing)? (?:(?:its|the|an?|this|our|their) )?(?:[\w-]+ ){{0,4}}{_PIECE}\b"
    r"|\b(?:withdr(?:aws?|ew)|remove[sd]?|delete[sd]?|pull(?:s|ed)?) "
    rf"(?:(?:its|the|an?|this|our) (?:\w+ ){{0,2}})?{_PIECE}\b"
    rf"|\b(?:the|this|our) {_PIECE}\b.{{0,80}}\b(?:has been|was|is) "
    r"(?:retracted|withdrawn|removed|deleted)\b"
    r"|\bplease (?:disregard|ignore) (?:the|our|this)\b",
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
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|refut(?:es|ed)|rebuts?|dismiss(?:es|ed)|debunks?|rejects?"
    r"|rejected) (?:\w+ ){0,3}"
    r"(?:reports?|claims?|rumou?rs?|allegations?|story|stories|speculation|suggestions?)\b"
    r"|\b(?:denies|denied|deny) (?:that|it|any|having|plans?|plan(?:ning)?|being|the|talks"
    r"|buying|selling)\b"
    r"|\b(?:is|are|was|were) (?:false|untrue|fake|fabricated|baseless)\b|\bnot true\b|\bno truth\b",
    re.IGNORECASE,
)
_TRIFLE = re.compile(
    r"\b(?:spelling|misspelled|photo|caption|byline|typo|first name|surname|job title"
    r"|link)\b",
    re.IGNORECASE,
)


def notice_of(report: Report) -> Found:
    """What the title or the first two sentences take back; small corrections do not count."""
    for text in (report.title, *sentences(report.text[:1200])[:2]):
        if match := _RETRACTED.search(text):
            return Found(notice=Notice.RETRACTION, words=match[0])
        if (match := _CORRECTED.search(text)) and not _TRIFLE.search(text):
            return Found(notice=Notice.CORRECTION, words=match[0])
    if match := _DENIED.search(report.title):
        return Found(notice=Notice.DENIAL, words=match[0])
    return Found()
