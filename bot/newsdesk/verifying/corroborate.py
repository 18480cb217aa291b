"""Count voices, not outlets: which independent origins carry the core claim of a candidate.

Origins come from `origins.py`. An origin whose every report is opinion or advertising has no voice,
nor has one that took its report back, nor one that shares nothing with the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.report import ReportId
from bot.domain.story import EntityType, StoryId
from bot.newsdesk.origins.count import Origin, origins
from bot.newsdesk.publishers.owners import owner_key, owner_of
from bot.newsdesk.reports.claims import FRONT_SENTENCES
from bot.newsdesk.reports.reading import Reading
from bot.newsdesk.reports.retractions import Notice
from bot.newsdesk.verifying.confidence import Attribution, Voice, attribution_of

_SHARED_TERMS = 2
"""Terms of title and lead that an origin must share with another to tell the same event."""

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|unconfirmed|rumou?r(?:s|ed)?|purportedly|supposedly|speculation"
    r"|could not be (?:independently )?(?:verified|confirmed)|is said to|sources? (?:said|say"
    r"|close)"
    r"|(?:people|persons?|sources?) familiar(?: with [^.,]{3,40})?|insiders|anonymous"
    r"|officials said"
    r"|declined to be (?:named|identified)|not authori[sz]ed)\b",
    re.IGNORECASE,
)


_SPOKEN = re.compile(
    r"\b(?:said|says|told|announced|confirmed|stated|wrote|declared|ruled|according to|warned)\b",
    re.IGNORECASE,
)
_SPEAKERS = frozenset((EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COMPANY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One origin and how it tells the event: its fullest report speaks for it."""

    origin: Origin
    reading: Reading
    readings: tuple[Reading, ...]
    voice: Voice

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
    gone = [one for one in stories if _is_gone(one, notices)]
    live = [one for one in stories if one not in gone]
    news = [one for one in live if one.reading.is_news]
    told = [one for one in news if _shares(one, news)]
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
    return Told(origin=origin, reading=fullest, readings=readings, voice=_voice(origin, fullest))


def _voice(origin: Origin, reading: Reading) -> Voice:
    attribution = attribution_of(origin.kind, _front(reading))
    if attribution is Attribution.UNNAMED and names_its_source(reading):
        attribution = Attribution.NAMED
    return Voice(name=origin.name, kind=origin.kind, attribution=attribution)


def names_its_source(reading: Reading) -> bool:
    """Whether a sentence at the front has somebody named saying it, and nobody unnamed."""
    if hedge_words(reading):
        return False
    names = [m.text for m in reading.extraction.mentions if m.type in _SPEAKERS]
    spoken = (text for text in reading.sentences[:FRONT_SENTENCES] if _SPOKEN.search(text))
    return any(name in text for text in spoken for name in names)


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


def _publisher_keys(reading: Reading) -> set[str]:
    return {owner_key(reading.report.publisher), owner_key(owner_of(reading.report))}


def _quoted(notices: Sequence[Reading]) -> str:
    """The first notice in words."""
    return next((f"{one.report.publisher}: “{one.report.title}”" for one in notices), "")


def _shares(one: Told, others: Sequence[Told]) -> bool:
    if len(others) < 2:
        return True
    ours = one.reading.front_terms
    return any(
        len(ours & other.reading.front_terms) >= min(_SHARED_TERMS, len(ours))
        for other in others
        if other is not one
    )


def _corrected(readings: Sequence[Reading]) -> str:
    notices = [one for one in readings if one.notice.notice is Notice.CORRECTION]
    return f"{notices[0].report.publisher}: {notices[0].report.title}" if notices else ""


def hedge_words(reading: Reading) -> str:
    """The words by which a report doubts itself or names nobody, as it wrote them."""
    match = _HEDGE.search(_front(reading))
    return " ".join(match[0].split()) if match else ""


def _front(reading: Reading) -> str:
    return ". ".join((reading.report.title, *reading.sentences[:FRONT_SENTENCES]))
