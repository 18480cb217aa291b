"""Tell what a reader could check in a sentence: figures, days, decisions; and what is background.

An age, a time of day and a single thing are no figures: every report is full of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.newsdesk.text.cue_language import compiled
from bot.newsdesk.text.numbers import Kind, numbers
from bot.newsdesk.writing.standing_alone import names_in, outside_quotes

_DECISIONS = """
    approve~|reject~|adopt~|veto~|ratif~|repeal~|overturn~|overrule~|uphold~|upheld
    pass~ a|the|an bill|law|resolution|measure|budget|act
    sign~ .. agreement|deal|pact|contract|law|treaty|decree|order
    signed|agreed|agrees to|on|with
    vote~ to|for|against|in|on
    rule~ that|out|against|in
    convict*|acquit*|sentenced|indict*|arrest~|detain~|plead*|pled|jailed
    charged with|over|in
    found guilty|liable
    announc~|unveil~|order~|fine~|ban~|impos~|lift~|suspend~|cancel~|halt~|recall~|postpone~
    accuse~|condemn~|deni~|demand~|appoint~|elect~|resign~|fired|sack~|hire~|nominat*
    named|names as
    step~ down|aside
    declare~|launch~|acquir~|buys|bought|merge~|shut~|releas~|withdr*|extend~|deploy~|dissolve~
    award~|select~|recruit~|sues|sued
    fil~ a|for|suit|charges|complaint
    cut|cuts|cutting|raised|raises|lowered|lowers
    reduc~|increas~|raise~|lower~ .. rate*|tariff*|tax*|price*|dut*|target*|wages
    won|wins|beat|beats|defeat~|clinch~
    broke|breaks|set|sets .. record
    plans|intends|agreed|pledged|vowed|promised|refused to
    died|killed|injured|destroyed|collapsed|crashed|bombed|evacuated|rescued
"""
_AGE = re.compile(
    r"\b\d{1,3}(?:[ -]year(?:s)?[ -]old|-month-old)\w*|(?<=, )\d{1,2}(?=,)|\baged? \d+", re.ASCII
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_AHEAD = re.compile(r"\b(?:will|would|plans?|by|until|expect\w*|scheduled|due)\b")
_PAST_YEAR = re.compile(
    r"\b(?:in|since|from|of|during) (?:(?:early|late|mid-?) ?)?(?:[A-Z][a-z]{2,8}\.? )?"
    r"(?:1[89]|20)\d\d\b"
)
"""News of the day rarely says the year; what does is mostly past."""
_BACKGROUND = re.compile(
    r"^(?:(?:back )?in (?:\w+ )?(?:1[89]|20)\d\d\b|last (?:year|season|month)|years? ago"
    r"|previously|historically|at the time|for (?:years|decades))"
    r"|\b(?:best known (?:for|as)|years? ago|decades? ago|last (?:year|decade)|had previously"
    r"|was born|once)\b",
    re.IGNORECASE,
)


Figure = tuple[Kind, str, float]
_TELLING = 20
"""4,200 jobs and 4,200 workers are one number; two jobs and two workers are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkable:
    """What of a sentence could be checked."""

    figures: frozenset[Figure]
    """Kind, unit and value of every figure, days apart from clocks and ages."""
    year: bool
    decision: bool
    """Somebody did something that leaves a trace: signed, arrested, cut, won."""
    named: bool
    background: bool

    @property
    def hard(self) -> bool:
        """A figure, a day, or a decision."""
        return bool(self.figures) or self.decision

    @property
    def empty(self) -> bool:
        """Nobody is named, nothing counted, nothing done."""
        return not (self.hard or self.named or self.year)


@lru_cache(maxsize=4096)
def checkable(text: str) -> Checkable:
    """Read one sentence; what is said inside quotation marks decides nothing."""
    ours = outside_quotes(text)
    figures = frozenset(
        (number.kind, number.unit, number.value)
        for number in numbers(_AGE.sub(" ", text))
        if number.kind is not Kind.UNIT or number.value > 1
    )
    return Checkable(
        figures=figures,
        year=bool(_YEAR.search(ours)),
        decision=compiled(_DECISIONS).search(ours) is not None,
        named=bool(names_in(ours)) or bool(_DAY.search(ours)),
        background=_is_background(ours),
    )


def figures_in(texts: Iterable[str]) -> frozenset[Figure]:
    """What these sentences count."""
    return frozenset(figure for text in texts for figure in checkable(text).figures)


def all_known(figures: frozenset[Figure], known: Collection[Figure]) -> bool:
    """Whether somebody who has read the known figures learns no new one; rounding is no news."""
    return all(any(_is_alike(figure, other) for other in known) for figure in figures)


def _is_alike(left: Figure, right: Figure) -> bool:
    (kind, unit, value), (other_kind, other_unit, other) = left, right
    if kind is not other_kind:
        return False
    if kind is Kind.UNIT and unit != other_unit:
        return value == other and value >= _TELLING
    exact = kind in {Kind.DATE, Kind.SCORE} or unit != other_unit
    return (unit == other_unit and value == other) if exact else _is_near(value, other)


def _is_near(left: float, right: float) -> bool:
    return abs(left - right) <= 0.1 * max(abs(left), abs(right))


def _is_background(spoken: str) -> bool:
    if _BACKGROUND.search(spoken):
        return True
    return bool(_PAST_YEAR.search(spoken)) and not (_DAY.search(spoken) or _AHEAD.search(spoken))
