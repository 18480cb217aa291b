"""Facts: the numbers of a sentence, what they count and which side of the event they measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from bot.newsdesk.text.numbers import Kind, Number, numbers
from bot.newsdesk.text.tokens import terms

_TOLL = frozenset(("people", "case", "death", "body", "victim", "casualty", "home", "passenger"))
_TOLL_WORDS = re.compile(
    r"\b(?:kill\w*|dead|die[sd]?|deaths?|toll|injur\w+|wounded|hurt|missing|cases|infected"
    r"|casualt\w+"
    r"|evacuat\w+|arrest\w*|without power)\b",
    re.IGNORECASE,
)
_KILLED = re.compile(r"\b(?:kill\w*|dead|die[sd]?|deaths?|toll)\b", re.IGNORECASE)
_INJURED = re.compile(r"\b(?:injur\w+|wounded|hurt)\b", re.IGNORECASE)
_MISSING = re.compile(r"\bmissing\b", re.IGNORECASE)
_RISING = re.compile(
    r"\b(?:r[io]se|rises|risen|grew|grow\w*|gain\w*|up|increase\w*|jump\w*|climb\w*|surg\w+)\b",
    re.IGNORECASE,
)
_FALLING = re.compile(
    r"\b(?:f[ae]ll\w*|down|drop\w*|decline\w*|decrease\w*|slid\w*|slump\w*|shr[aiu]nk\w*|cut\w*)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_NOBODY = re.compile(
    r"\bno (?:casualties|deaths|fatalities|injuries|victims|one (?:was|had been) (?:killed|hurt"
    r"|injured))\b|\b(?:nobody|no-one|none) (?:was|were|had been) (?:killed|hurt|injured|harmed)\b"
    r"|\bwithout casualties\b",
    re.IGNORECASE,
)
# "No immediate reports of casualties" states that nothing is known.
_NOT_KNOWN = re.compile(
    r"\b(?:reports?|word|confirmation|indication) (?:of|on|that)\b|\bimmediate\w*\b|\breported\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence as one origin makes it; `front` says that it stands in the title or lead."""

    origin: str
    text: str
    at: datetime | None = None
    front: bool = True
    headline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A number in its sentence."""

    number: Number
    statement: Statement
    subject: frozenset[str]
    """Terms of the sentence without its numbers: what the number is about."""
    aspect: str
    """What tells two numbers of one kind in one sentence apart: killed, injured, up, down."""

    @property
    def shown(self) -> str:
        """The number as its source wrote it, with what it counts."""
        number, text = self.number, self.statement.text
        if number.value == 0 and number.kind is Kind.UNIT:
            return number.text
        noun = re.match(
            rf"[\s-]+(?:[\w'’-]+[\s-]+){{0,3}}?{re.escape(number.unit)}[\w’']*", text[number.end :]
        )
        if number.kind is not Kind.UNIT or noun is None:
            return f"{number.text} {number.unit}" if number.kind is Kind.UNIT else number.text
        return text[number.start : number.end] + noun[0]


def facts_in(statement: Statement) -> list[Fact]:
    """The numbers of one statement with what they are about."""
    found = numbers(statement.text)
    if not found:
        return []
    subject = frozenset(term for term in terms(statement.text) if not _DIGIT.search(term))
    return [
        Fact(
            number=number,
            statement=statement,
            subject=subject,
            aspect=_aspect(number, statement.text),
        )
        for number in found
    ]


def _aspect(number: Number, sentence: str) -> str:
    near = sentence[number.start : number.end + 40]
    before = sentence[max(0, number.start - 40) : number.start]
    if number.kind is Kind.UNIT:
        return _first_cue(near) or _first_cue(before)
    if number.kind in {Kind.PERCENT, Kind.MONEY}:
        if _RISING.search(before) and not _FALLING.search(before):
            return "up"
        if _FALLING.search(before) and not _RISING.search(before):
            return "down"
    return ""


def _first_cue(text: str) -> str:
    cues = (("killed", _KILLED), ("injured", _INJURED), ("missing", _MISSING))
    found = [(match.start(), name) for name, cue in cues if (match := cue.search(text))]
    return min(found)[1] if found else ""


def alike(left: Fact, right: Fact) -> float:
    """Share of the smaller sentence's terms that stand in both."""
    smaller = min(len(left.subject), len(right.subject))
    return len(left.subject & right.subject) / smaller if smaller else 0.0


def is_toll(fact: Fact) -> bool:
    """Whether it counts those whom an event struck: such a number may grow."""
    counted = fact.number.unit in _TOLL and _TOLL_WORDS.search(fact.statement.text)
    return fact.number.kind is Kind.UNIT and bool(fact.aspect or counted)


def nobody_hurt(statement: Statement) -> Fact | None:
    """The toll of none that a sentence states: "no casualties", "nobody was hurt"."""
    match = _NOBODY.search(statement.text)
    if match is None or _NOT_KNOWN.search(statement.text):
        return None
    none = Number(
        kind=Kind.UNIT,
        value=0,
        unit="people",
        text=match[0],
        start=match.start(),
        end=match.end(),
    )
    subject = frozenset(terms(statement.text))
    aspect = "injured" if _INJURED.search(match[0]) else "killed"
    return Fact(number=none, statement=statement, subject=subject, aspect=aspect)
