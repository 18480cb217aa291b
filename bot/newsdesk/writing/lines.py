"""The sentences a story may be written from, and the ledger that lets each be used only once.

Every line is a whole sentence of some origin's report, letter by letter, with the reports that
carry it. Lines that say the same belong together: using one uses them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.story import Trace
from bot.newsdesk.text.sentences import is_whole
from bot.newsdesk.text.tokens import terms
from bot.newsdesk.verifying.corroborate import Told

SAME = 0.6
"""Share of the terms of the shorter line that two lines share when they say the same."""
WITHIN = 0.9
"""Share of its terms by which a line is part of a longer one."""
FEW_TERMS = 4
"""A line of fewer terms is compared letter by letter."""
MOST_LINES = 40
"""Sentences of one origin that are considered; what comes later is background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of one origin."""

    text: str
    origin: str
    publisher: str
    url: str
    position: int
    """0 for the first whole sentence of the text."""
    terms: frozenset[str]

    def says_the_same(self, other: Line) -> bool:
        """Whether a reader of one learns nothing from the other."""
        if self.text == other.text:
            return True
        return self._is_like(other) or self._is_within(other) or other._is_within(self)

    def is_told_by(self, other: Line) -> bool:
        """Whether `other` says all that this line says."""
        return self.text == other.text or self._is_like(other) or self._is_within(other)

    def _is_like(self, other: Line) -> bool:
        smaller, larger = sorted((len(self.terms), len(other.terms)))
        shared = len(self.terms & other.terms)
        return smaller >= FEW_TERMS and shared >= SAME * smaller and shared >= SAME * 0.7 * larger

    def _is_within(self, other: Line) -> bool:
        own = len(self.terms)
        return own >= FEW_TERMS and len(self.terms & other.terms) >= WITHIN * own


def lines_of(told: Sequence[Told]) -> tuple[Line, ...]:
    """The whole sentences of every origin's fullest report, origin by origin."""
    return tuple(line for one in told for line in _lines(one))


def other_titles(told: Sequence[Told], shown: str) -> tuple[Line, ...]:
    """Titles beside the one shown, for stories of which there is nothing but titles."""
    return tuple(
        _line(one, one.reading.report.title, position)
        for position, one in enumerate(told)
        if one.reading.report.title != shown
    )


def _line(told: Told, text: str, position: int) -> Line:
    report = told.reading.report
    return Line(
        text=text,
        origin=told.name,
        publisher=report.publisher,
        url=report.url,
        position=position,
        terms=frozenset(terms(text)),
    )


def _lines(told: Told) -> Iterable[Line]:
    whole = filter(is_whole, told.reading.sentences[:MOST_LINES])
    for position, sentence in enumerate(whole):
        yield _line(told, sentence, position)


class Ledger:
    """Which lines a page has used already, and from which reports.

    A line that says no more than the headline over it is not used while there are others.
    """

    def __init__(self, lines: Sequence[Line], headline: str = "") -> None:
        over = frozenset(terms(headline))
        self._lines = [line for line in lines if not line.terms <= over] or list(lines)
        self._used: list[Line] = []

    def free(self) -> tuple[Line, ...]:
        """Lines of which the page says nothing yet."""
        return tuple(line for line in self._lines if self.is_free(line))

    def is_free(self, line: Line) -> bool:
        return not any(line.says_the_same(used) for used in self._used)

    def use(self, line: Line) -> str:
        """Take a line for the page; its words."""
        self._used.append(line)
        return line.text

    @property
    def used(self) -> tuple[Line, ...]:
        """What the page says so far."""
        return tuple(self._used)

    def carriers(self, line: Line) -> tuple[Line, ...]:
        """The line and those of other origins that say the same, one per origin."""
        kept = {line.origin: line}
        for other in self._lines:
            if other.origin not in kept and line.is_told_by(other):
                kept[other.origin] = other
        return tuple(kept.values())

    def traces(self) -> tuple[Trace, ...]:
        """Every used sentence with the addresses of the reports that carry it."""
        return tuple(
            Trace(
                text=line.text,
                urls=tuple(dict.fromkeys(one.url for one in self.carriers(line) if one.url)),
            )
            for line in self._used
        )
