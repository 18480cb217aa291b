"""Credit lines: the words by which a text says which agency it comes from.

Two kinds are told apart: a dateline or sign-off of the agency itself, and a note that the text was
taken over ("published from a syndicated feed"). "The minister told Reuters" is neither; that is a
matter of `derived.py`. A dateline that names no agency is taken off and credits nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bot.newsdesk.publishers.agencies import agency, agency_pattern

SYNDICATED = "a syndicated feed"
"""The origin of a text that says it was taken over and not from whom."""

_START = 160
"""A dateline stands within so many characters of the start."""
_FIRST, _LAST = 2, 6
"""Credits stand among the first or last sentences; what looks like one elsewhere is news."""

_SENTENCE_END = re.compile(r"(?<![A-Z]\.)(?<=[.!?”\")])[ \t]+(?=[A-Z(©“\"—–-])|(?<=\n)|(?=\n)")
_MARGIN = " \t\n()[]-–—.*"
_PLACE_LINE = re.compile(
    r"\s*(?=(?:[A-Z]+[ .-]+){0,3}[A-Z]{5}|[A-Z]{2,} [A-Z]{2}|[A-Z. ]{4,30}, )"
    r"[A-Z][A-Z.'’]+(?:[ -][A-Z.'’]+){0,4}"
    r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2}(?: \d{1,2})?){0,3}"
    r"\s(?:[–—]|--?)\s+(?=[\"“‘']?[A-Z\d])"
)
"""`CLEVELAND, Ohio – `: where a text was written is neither its news nor a credit.

A short run of capitals needs a state or a day behind it: "NASA — The agency" is a sentence."""
_TAKEN_OVER = re.compile(
    r"\bsyndicated (?:news |agency )?(?:feed|content)\b"
    r"|^(?:with )?(?:additional )?inputs? from (?:news )?agencies$|^(?:by )?(?:news )?agencies$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:additional )?(?:reporting|writing|compiled|edited|editing) by\b"
    r"|.{0,160}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,40}$"
    r"|(?:with (?:agency )?(?:inputs?|reporting|files|additional reporting) (?:from|by)"
    r"|source:|credit:|via) (?=\S+(?: \S+){0,3}$)"
    r"|(?:©|\(?c\)|copyright)\s"
    r"|this (?:story|article|report) (?:was |has been )?(?:first |originally )?"
    r"(?:published|provided|produced|distributed|appeared) (?:by|on|at|in)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Words of a text that credit somebody else."""

    words: str
    agency: str
    """Canonical name, `SYNDICATED`, or "" for a credit that names no agency."""


def split_credits(text: str) -> tuple[str, tuple[Credit, ...]]:
    """The text without its credits, and the credits in order."""
    text, found = _without_dateline(text)
    pieces = _SENTENCE_END.split(text)
    spoken = [number for number, piece in enumerate(pieces) if piece.strip()]
    cut: dict[int, Credit] = {}
    for number in dict.fromkeys((*spoken[:_FIRST], *spoken[-_LAST:])):
        credit = credit_in(pieces[number])
        if credit:
            cut[number] = credit
    if cut:
        text = _joined(piece for number, piece in enumerate(pieces) if number not in cut)
    text, closing = _without_closing(text)
    return text, (*found, *(cut[number] for number in sorted(cut)), *closing)


def credit_in(sentence: str) -> Credit | None:
    """The credit that this sentence is, if it is nothing else."""
    core = " ".join(sentence.strip(_MARGIN).split())
    bare = _bare().fullmatch(core)
    if bare:
        return Credit(words=core, agency=agency(bare["agency"]))
    taken_over = _TAKEN_OVER.search(core)
    if not taken_over and not _SIGN_OFF.match(core):
        return None
    named = _named().findall(core)
    return Credit(
        words=core, agency=agency(named[-1]) if named else SYNDICATED if taken_over else ""
    )


def credits_of(*texts: str) -> tuple[Credit, ...]:
    """The credits in any of these texts; each line may be a credit that was cut before."""
    return tuple(credit for text in texts for credit in split_credits(text)[1])


def _without_dateline(text: str) -> tuple[str, tuple[Credit, ...]]:
    match = _dateline().match(text[:_START])
    if not match:
        place = _PLACE_LINE.match(text[:_START])
        return (text[place.end() :], ()) if place else (text, ())
    named = agency(match["agency"] or match["bare"])
    credit = Credit(words=" ".join(match[0].split()), agency=named)
    return text[match.end() :].lstrip(), (credit,)


def _without_closing(text: str) -> tuple[str, tuple[Credit, ...]]:
    """`... on Friday. (AFP)` and `... on Friday - Reuters`."""
    match = _closing().search(text)
    if not match:
        return text, ()
    credit = Credit(words=match[0].strip(_MARGIN), agency=agency(match["agency"] or match["bare"]))
    return text[: match.start()].rstrip(), (credit,)


def _joined(pieces: Iterable[str]) -> str:
    text = " ".join(piece for piece in pieces if piece.strip(" \t"))
    return re.sub(r"[ \t]*\n[ \t]*", "\n", text).strip()


@cache
def _dateline() -> re.Pattern[str]:
    """`LONDON, March 6 (Reuters) - `, `(AFP) --`, `PARIS: (AP) —`, `AFP - `."""
    place = r"(?:[^().!?\n]|\b[A-Z][a-z]{0,3}\.){0,80}?"
    return re.compile(
        rf"\s*(?:{place}\(\s*(?P<agency>{agency_pattern()})(?:/[^)]{{1,30}})?\s*\)\s*"
        rf"(?:[-–—:]+\s*|(?=[A-Z\"“]))|(?P<bare>{agency_pattern()})\s*(?:[-–—]{{1,2}}|\|)\s)"
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"\b{agency_pattern()}\b")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        r"(?:[Bb]y |[Ww]ith |[Ff]rom |[Bb]y (?:[A-Z][\w.'’-]+(?:,? and |, | )){2,8})?(?:[Tt]he )?"
        rf"(?P<agency>{agency_pattern()})"
        r"(?: [Ss]taff)?(?: [Ww]riters?| [Nn]ewsroom| [Cc]orrespondents?)?"
    )


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\((?:with )?(?P<agency>{agency_pattern()})\)|\s[-–—]{{1,2}}\s?(?P<bare>"
        rf"{agency_pattern()}))[ \t]*\.?\s*\Z"
    )
