"""Count voices, not outlets: which independent origins carry the core claim of a candidate.

Origins come from `origins.py`. An origin whose every report is opinion or advertising has no voice,
nor has one that took its report back, one that stood on a document its issuer took back, or one
that shares nothing with the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.report import ReportId, SourceKind
from bot.domain.story import EntityType, StoryId
from bot.newsdesk.origins.count import Origin, origins
from bot.newsdesk.publishers.owners import owner_key, owner_of
from bot.newsdesk.reports.reading import Reading
from bot.newsdesk.reports.retractions import Notice
from bot.newsdesk.text.tokens import terms
from bot.newsdesk.verifying.attribution import Sourcing, sourcing_of
from bot.newsdesk.verifying.confidence import Voice

_SHARED_TERMS = 2
"""Terms of title and first sentences that two origins share who tell the same event."""

_DOCUMENTS = frozenset(
    terms("alert warning notice announcement advisory bulletin circular release")
)
"""What an issuer takes back and a report of it names."""
_SPEAKERS = frozenset((EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COMPANY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One origin and how it tells the event: its fullest report speaks for it."""

    origin: Origin
    reading: Reading
    readings: tuple[Reading, ...]
    voice: Voice
    hedge: str = ""
    """The words by which it doubts itself or names nobody."""

    @property
    def name(self) -> str:
        return self.origin.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A cluster of readings with its origins, in the order in which they spoke."""

    story: StoryId
    readings: tuple[Reading, ...]
    told: tuple[Told, ...]
    """Origins with a voice."""
    silent: tuple[Told, ...] = ()
    """Origins that only comment, advertise or speak of something else."""
    retraction: str = ""
    """Who took the claim back, where no voice is left."""
    corrected: str = ""
    """Who corrected a core claim and in what words."""

    @property
    def outlets(self) -> int:
        """Publishers that ran it: reach, shown and never scored."""
        return len({reading.report.publisher for reading in self.readings})

    @property
    def heard(self) -> tuple[Told, ...]:
        """The origins to write and score from: those with a voice, else all."""
        return self.told or self.silent


def corroborate(story: StoryId, readings: Sequence[Reading]) -> Candidate:
    """The candidate that these readings make; their order changes nothing."""
    ordered = tuple(sorted(readings, key=lambda reading: reading.order))
    by_id = {reading.report.id: reading for reading in ordered}
    notices = _notices(ordered)
    stories = [_told(origin, by_id) for origin in origins([r.report for r in ordered])]
    gone = [one for one in stories if _is_gone(one, notices) or _stood_on(one, notices)]
    live = [one for one in stories if one not in gone]
    news = [one for one in live if one.reading.is_news]
    told = _heard(news)
    return Candidate(
        story=story,
        readings=ordered,
        told=tuple(told),
        silent=tuple(one for one in stories if one not in told),
        retraction=_quoted(notices) if gone and not told else "",
        corrected=_corrected(ordered),
    )


def _told(origin: Origin, by_id: dict[ReportId, Reading]) -> Told:
    readings = tuple(by_id[report] for report in origin.reports)
    # The fullest text, the earliest among equals: a trimmed or renamed copy changes nothing, not
    # even whether it is news.
    fullest = max(readings, key=lambda reading: len(reading.report.text))
    sourcing = _sourcing(origin, readings)
    voice = Voice(name=origin.name, kind=origin.kind, attribution=sourcing.attribution)
    return Told(
        origin=origin, reading=fullest, readings=readings, voice=voice, hedge=sourcing.words
    )


def _sourcing(origin: Origin, readings: Sequence[Reading]) -> Sourcing:
    """From whom an origin has its news: it says so itself where we have its own words."""
    own = [one for one in readings if one.report.id not in origin.retold]
    speaks = max(own or readings, key=lambda one: len(one.report.text))

    def is_known(name: str) -> bool:
        found = speaks.extraction.mentions
        return any(one.text == name and one.type in _SPEAKERS for one in found)

    passing_on = "" if own else origin.name
    return sourcing_of(
        origin.kind, speaks.report.title, speaks.sentences, is_known, passing_on=passing_on
    )


def _notices(readings: Sequence[Reading]) -> list[Reading]:
    return [one for one in readings if one.notice.notice is Notice.RETRACTION]


def _is_gone(told: Told, notices: Sequence[Reading]) -> bool:
    """Whether an origin, or the publisher of its fullest text, takes it back.

    An outlet that takes back its copy of an agency's text speaks for itself alone.
    """
    ours = {owner_key(told.name), *_publisher_keys(told.reading)}
    return any(
        ours & _publisher_keys(notice) or told.name in notice.report.title for notice in notices
    )


def _stood_on(told: Told, notices: Sequence[Reading]) -> bool:
    """Whether an origin told, before the issuer took its document back, what stood in that."""
    issued = [one for one in notices if one.report.kind is SourceKind.PRIMARY]
    return any(
        _DOCUMENTS & notice.beginning_terms & told.reading.beginning_terms
        and all(reading.order < notice.order for reading in told.readings)
        for notice in issued
    )


def _publisher_keys(reading: Reading) -> set[str]:
    return {owner_key(reading.report.publisher), owner_key(owner_of(reading.report))}


def _quoted(notices: Sequence[Reading]) -> str:
    """The first notice in words."""
    return next((f"{one.report.publisher}: “{one.report.title}”" for one in notices), "")


def _heard(news: Sequence[Told]) -> list[Told]:
    """Those that share the event with another; where none does, whoever spoke first."""
    return [one for one in news if _shares(one, news)] or list(news[:1])


def _shares(one: Told, others: Sequence[Told]) -> bool:
    if len(others) < 2:
        return True
    ours = one.reading.beginning_terms
    return any(
        len(ours & other.reading.beginning_terms) >= min(_SHARED_TERMS, len(ours))
        for other in others
        if other is not one
    )


def _corrected(readings: Sequence[Reading]) -> str:
    notices = [one for one in readings if one.notice.notice is Notice.CORRECTION]
    return f"{notices[0].report.publisher}: {notices[0].report.title}" if notices else ""
