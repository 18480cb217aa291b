"""Write a story out of its candidate: every sentence is one of a report's, none stands twice.

The last stage. It decides nothing: state and scores come in, and each sentence that goes out can be
traced to the reports that carry it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil

from bot.domain import regions
from bot.domain.story import (
    Affected,
    Confidence,
    Conflict,
    ConflictValue,
    Entity,
    EntityType,
    Impact,
    Polarity,
    ReportLink,
    Sentiment,
    Story,
    StoryStatus,
    Trace,
    Verification,
)
from bot.newsdesk.names.story_entities import story_entities, story_regions
from bot.newsdesk.sentiment.polarity import affected
from bot.newsdesk.text.sentences import word_count
from bot.newsdesk.verifying.corroborate import Candidate, Told
from bot.newsdesk.verifying.crosscheck import Clash, Crosscheck, Fact
from bot.newsdesk.verifying.denials import denial_of
from bot.newsdesk.verifying.gate import Decision, State
from bot.newsdesk.writing.analysis import analysis
from bot.newsdesk.writing.categories import category_of
from bot.newsdesk.writing.headline import headline
from bot.newsdesk.writing.key_facts import key_facts
from bot.newsdesk.writing.lines import Ledger, lines_of, other_titles
from bot.newsdesk.writing.takeaways import news, takeaways, telling, weigh
from bot.newsdesk.writing.watch import what_to_watch

WORDS_A_MINUTE = 230
MOST_TITLES = 12
"""Titles that are looked through where a story has nothing else."""
_OPENING = 2
"""Sentences of a report one of which may open the page; the first is at times a flourish."""
_MOST_JUDGED = 24
"""Sentences that are read for who is helped or hurt."""
_READ_FOR_EFFECT = 8
"""Sentences of each report among them: what comes later is background."""
_TOUCHED = frozenset(
    (
        EntityType.COUNTRY,
        EntityType.REGION,
        EntityType.ORGANIZATION,
        EntityType.COMPANY,
        EntityType.COMMODITY,
        EntityType.CURRENCY,
    )
)
_PLAY = frozenset(("sports", "entertainment"))
_TOUCHED_BY_PLAY = frozenset((EntityType.COMPANY,))
"""A defeat hurts no country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a story is about, found once and used by scores and page alike."""

    entities: tuple[Entity, ...]
    regions: tuple[str, ...]
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The three independent scores."""

    sentiment: Sentiment
    impact: Impact
    confidence: Confidence


def subject_of(candidate: Candidate) -> Subject:
    """Entities, regions and category of a candidate; copies change nothing."""
    told = candidate.heard
    read = [one.reading.extraction for one in told]
    titles = [one.reading.report.title for one in told]
    lead = [sentence for one in told for sentence in one.reading.lead][:6]
    entities = story_entities(read)
    return Subject(
        entities=entities,
        regions=story_regions(read),
        category=category_of(headline(told), lead, titles=titles, entities=entities),
    )


def write(
    candidate: Candidate,
    subject: Subject,
    checked: Crosscheck,
    decision: Decision,
    scores: Scores,
    *,
    now: datetime,
) -> Story:
    """The first version of the story; `versions.py` compares it with what was published."""
    told = candidate.heard
    old = outdated(checked)
    title = headline(told, old)
    lines = lines_of(told) or other_titles(told, title)[:MOST_TITLES]
    ledger = Ledger([line for line in lines if line.text not in old], title)
    summary = _summary(ledger)
    points = takeaways(ledger, checked)
    watch = what_to_watch(ledger, subject.entities)
    facts = key_facts(ledger, checked)
    explained = analysis(ledger)
    touched = _affected(subject, told)
    first, last = _times(candidate, now)
    page = (title, summary, *points, *(fact.text for fact in facts), explained, watch)
    return Story(
        id=candidate.story,
        status=_status(decision, candidate),
        headline=title,
        summary=summary,
        category=subject.category,
        language=told[0].reading.report.language,
        published_at=first,
        modified_at=last,
        sentiment=scores.sentiment,
        impact=scores.impact,
        verification=Verification(
            independent_sources=max(1, len(candidate.told)),
            confidence=scores.confidence,
            conflicts=conflicts(checked, told),
            reports=_links(candidate),
        ),
        takeaways=points,
        key_facts=facts,
        entities=subject.entities,
        regions=_regions(subject, touched, told),
        affected=touched,
        analysis=explained,
        what_to_watch=watch,
        reading_minutes=max(1, ceil(sum(map(word_count, page)) / WORDS_A_MINUTE)),
        traces=(_title_trace(title, told), *ledger.traces()),
    )


def outdated(checked: Crosscheck) -> frozenset[str]:
    """Sentences whose toll a later report has overtaken, whoever wrote them."""
    later = {update.later.statement.text for update in checked.updates}
    overtaken = [update.earlier for update in checked.updates]
    return (
        frozenset(
            fact.statement.text
            for fact in checked.facts
            if any(_is_same_toll(fact, earlier) for earlier in overtaken)
        )
        - later
    )


def _is_same_toll(left: Fact, right: Fact) -> bool:
    same = (left.number.kind, left.number.unit, left.number.value) == (
        right.number.kind,
        right.number.unit,
        right.number.value,
    )
    return same and (left.aspect == right.aspect or not (left.aspect and right.aspect))


def conflicts(checked: Crosscheck, told: Sequence[Told]) -> tuple[Conflict, ...]:
    """The conflicts, both values side by side with who says which."""
    publisher = {one.name: one.reading.report.publisher for one in told}
    denial = denial_of(told)
    numbers = tuple(
        Conflict(
            about=clash.about,
            values=tuple(
                ConflictValue(value=fact.shown, publishers=(_publisher(fact, publisher),))
                for fact in (clash.left, clash.right)
            ),
        )
        for clash in checked.clashes
    )
    return (*numbers, denial.conflict()) if denial else numbers


def dispute(clash: Clash) -> str:
    """`amount: $1.2bn (Reuters) against $1.9bn (AFP)`: for the gate's reason."""
    left, right = clash.left, clash.right
    return (
        f"{clash.about}: {left.shown} ({left.statement.origin}) "
        f"against {right.shown} ({right.statement.origin})"
    )


def _publisher(fact: Fact, publishers: dict[str, str]) -> str:
    return publishers.get(fact.statement.origin, fact.statement.origin)


def _status(decision: Decision, candidate: Candidate) -> StoryStatus:
    if decision.state is State.WITHDRAWN:
        return StoryStatus.WITHDRAWN
    if candidate.corrected:
        return StoryStatus.CORRECTED
    # The feed has no status of its own for what is disputed; it must not be called verified.
    is_one = len(candidate.told) < 2 or decision.state is State.CONFLICTED
    return StoryStatus.SINGLE_SOURCE if is_one else StoryStatus.VERIFIED


def _summary(ledger: Ledger) -> str:
    """The opening sentence that says most; empty where there are only titles."""
    lines = telling(ledger.free())
    if not lines:
        return ""
    close = weigh(lines)
    # Half of it: the first sentence is the opening unless it is a flourish.
    weights = {line: close[line] + news(line) / 2 for line in lines}
    openings = [line for line in lines if line.position < _OPENING] or lines
    best = max(openings, key=lambda line: (weights[line], line.text))
    # A page with a single sentence shows it as its takeaway.
    return ledger.use(best) if len(lines) > 2 else ""


def _times(candidate: Candidate, now: datetime) -> tuple[datetime, datetime]:
    """First publication and latest report; where no report says, when it came, else `now`."""
    known = [
        moment
        for reading in candidate.readings
        if (moment := reading.report.published_at or reading.report.fetched_at)
    ]
    times = [min(moment.astimezone(UTC), now) for moment in known] or [now]
    return min(times), max(times)


def _links(candidate: Candidate) -> tuple[ReportLink, ...]:
    origin_of = {
        reading.report.id: one.name
        for one in (*candidate.told, *candidate.silent)
        for reading in one.readings
    }
    return tuple(
        ReportLink(
            publisher=reading.report.publisher,
            url=reading.report.url,
            published_at=reading.report.published_at,
            kind=reading.report.kind,
            title=reading.report.title,
            origin=origin_of.get(reading.report.id, ""),
        )
        for reading in candidate.readings
    )


def _affected(subject: Subject, told: Sequence[Told]) -> tuple[Affected, ...]:
    """Whom it helps or hurts; of the others only those whom a title is about."""
    types = _TOUCHED_BY_PLAY if subject.category in _PLAY else _TOUCHED
    touched = [entity for entity in subject.entities if entity.type in types]
    titles = [one.reading.report.title for one in told]
    leads = [sentence for one in told for sentence in one.reading.lead]
    rest = [sentence for one in told for sentence in one.reading.sentences[2:_READ_FOR_EFFECT]]
    judged = list(dict.fromkeys((*titles, *leads, *rest)))[:_MOST_JUDGED]
    return affected(touched, judged, category=subject.category, titles=titles[:_MOST_JUDGED])


def _regions(
    subject: Subject, touched: Sequence[Affected], told: Sequence[Told]
) -> tuple[str, ...]:
    """What the event is about, and further regions that two origins name and it helps or hurts."""
    named = Counter(code for one in told for code in _named_regions(one))
    struck = (
        regions.resolve(one.name)
        for one in touched
        if one.polarity in {Polarity.POSITIVE, Polarity.NEGATIVE}
    )
    more = (str(code) for code in struck if code and named[code] > 1)
    return tuple(dict.fromkeys((*subject.regions, *more)))


def _named_regions(told: Told) -> set[str]:
    return {mention.region for mention in told.reading.extraction.mentions if mention.region}


def _title_trace(title: str, told: Sequence[Told]) -> Trace:
    urls = [
        reading.report.url
        for one in told
        for reading in one.readings
        if reading.report.url and title in reading.report.title
    ]
    return Trace(text=title, urls=tuple(dict.fromkeys(urls)))
