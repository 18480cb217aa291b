"""A report as the desk has read it: everything that depends on the report alone, done once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.domain.report import Report
from bot.domain.text import fold, shorten
from bot.newsdesk.names.extract import LONGEST, Extraction, Recognizer, extract
from bot.newsdesk.publishers.standing import kind_of
from bot.newsdesk.reports.claims import FRONT_SENTENCES, Claim, claim_of
from bot.newsdesk.reports.genre_cues import Genre
from bot.newsdesk.reports.genres import Verdict, genre_of
from bot.newsdesk.reports.retractions import Found, notice_of
from bot.newsdesk.text.languages import language_of
from bot.newsdesk.text.sentences import sentences
from bot.newsdesk.text.tokens import terms

LEAD_SENTENCES = 2
LONGEST_TITLE = 300


@dataclass(frozen=True)
class Reading:
    """One report with what extraction, claims and genres found in it."""

    report: Report
    recognize: Recognizer | None = field(default=None, compare=False, repr=False)

    @cached_property
    def extraction(self) -> Extraction:
        return extract(self.report, self.recognize)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return sentences(self.report.text)

    @cached_property
    def lead(self) -> tuple[str, ...]:
        return self.sentences[:LEAD_SENTENCES]

    @cached_property
    def genre(self) -> Verdict:
        return genre_of(self.report)

    @cached_property
    def claim(self) -> Claim:
        return claim_of(self.report, self.extraction)

    @cached_property
    def notice(self) -> Found:
        return notice_of(self.report)

    @cached_property
    def beginning_terms(self) -> frozenset[str]:
        """What the title and the first sentences speak of; one may write Camaná, another Camana."""
        front = " ".join((self.report.title, *self.sentences[:FRONT_SENTENCES]))
        return frozenset(fold(term) for term in terms(front))

    @cached_property
    def language(self) -> str:
        """ISO code, told by the words; what the feed says where they are too few."""
        report = self.report
        return language_of(f"{report.title}. {report.text}", report.language)

    @property
    def is_read(self) -> bool:
        """Whether the desk knows its language; every cue and claim is looked for in English."""
        return self.language == "en"

    @property
    def is_news(self) -> bool:
        return self.is_read and self.genre.genre is Genre.NEWS

    @property
    def order(self) -> tuple[bool, float, str]:
        """Earliest first, undated last, then by id."""
        at = self.report.published_at
        return (at is None, at.timestamp() if at else 0.0, self.report.id)


def read(report: Report, recognize: Recognizer | None = None) -> Reading:
    """A reading of a normalised report; its kind is settled and its text bounded."""
    title, text = shorten(report.title, LONGEST_TITLE), report.text[:LONGEST]
    settled = replace(report, kind=kind_of(report), title=title, text=text)
    return Reading(settled, recognize)
