"""From a candidate's reports to its story: the stages in their order.

    normalize -> extract -> cluster -> corroborate -> crosscheck -> gate -> score -> write

Each stage has a file of its name; what a report alone decides is done in `reading.py`. Analyzers
add findings, the scores score, and only the gate decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.desk import DeskEntry
from bot.domain.report import Report
from bot.domain.story import Finding, Story, StoryId
from bot.newsdesk.analyzers import Analyzer, findings_of
from bot.newsdesk.clustering.cohesion import cohesion
from bot.newsdesk.impact.new_event import OriginText
from bot.newsdesk.impact.score import score_impact
from bot.newsdesk.names.extract import Recognizer
from bot.newsdesk.names.story_entities import country_codes
from bot.newsdesk.reports.claims import joint_claim
from bot.newsdesk.reports.genres import listed_verdicts
from bot.newsdesk.reports.normalize import normalized
from bot.newsdesk.reports.reading import Reading, read
from bot.newsdesk.sentiment.score import Meaning, story_sentiment
from bot.newsdesk.text.languages import LANGUAGES
from bot.newsdesk.verifying.confidence import confidence
from bot.newsdesk.verifying.corroborate import Candidate, corroborate
from bot.newsdesk.verifying.crosscheck import Crosscheck, crosscheck
from bot.newsdesk.verifying.denials import denial_of
from bot.newsdesk.verifying.facts import Statement
from bot.newsdesk.verifying.gate import Case, Decision, State, decide
from bot.newsdesk.writing.headline import headline
from bot.newsdesk.writing.versions import next_version
from bot.newsdesk.writing.write import Scores, Subject, dispute, subject_of, write

STAGES = ("normalize", "extract", "cluster", "corroborate", "crosscheck", "gate", "score", "write")
MOST_ORIGINS = 16
"""Origins that are compared and scored; more say nothing new."""
_FACT_SENTENCES = 12
_SCORED_SENTENCES = 12
"""Of a report; what comes later is background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the desk made of one candidate: its entry, and its story where the gate lets it out."""

    entry: DeskEntry
    decision: Decision
    story: Story | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """How this desk works; the same for every candidate."""

    publish_conflicted: bool = True
    analyzers: tuple[Analyzer, ...] = ()
    meaning: Meaning | None = None
    """A second opinion on sentiment; None without the extra `semantic`."""
    recognize: Recognizer | None = None
    """Finds names that no table holds; None without the extra `ner`."""
    sample: bool = False
    """Its reports are samples, and every story says so."""


def prepared(report: Report, *, now: datetime, recognize: Recognizer | None = None) -> Reading:
    """Normalize and extract: a report as every later stage may rely on it."""
    return read(normalized(report, now), recognize)


def assembled(
    story: StoryId,
    readings: Sequence[Reading],
    *,
    now: datetime,
    before: Story | None = None,
    desk: Desk | None = None,
) -> Outcome:
    """One cluster through the rest of the stages; `before` is what was published of it."""
    rules = desk or Desk()
    candidate = corroborate(story, readings)
    checked = crosscheck(statements(candidate))
    decision = decide(case_of(candidate, checked, before))
    fresh = None
    if is_published(decision, rules):
        subject = subject_of(candidate)
        scores = score(candidate, subject, checked, rules)
        fresh = write(candidate, subject, checked, decision, scores, now=now)
        fresh = replace(fresh, findings=_findings(candidate, rules), sample=rules.sample)
    return Outcome(
        entry=_entry(candidate, decision, fresh, now),
        decision=decision,
        story=_version(before, fresh, now),
    )


def is_published(decision: Decision, desk: Desk) -> bool:
    """Whether readers see it; a conflicted story as the desk is set."""
    if decision.state is State.CONFLICTED:
        return desk.publish_conflicted
    return decision.published


def statements(candidate: Candidate) -> list[Statement]:
    """The sentences of every origin that crosscheck compares, the title first."""
    return [
        Statement(
            origin=told.name,
            text=text,
            at=told.reading.report.published_at,
            front=number <= len(told.reading.lead),
            headline=number == 0,
        )
        for told in candidate.told[:MOST_ORIGINS]
        for number, text in enumerate(
            (told.reading.report.title, *told.reading.sentences[:_FACT_SENTENCES])
        )
    ]


def case_of(candidate: Candidate, checked: Crosscheck, before: Story | None = None) -> Case:
    """What the gate looks at."""
    told = candidate.told
    core = [clash for clash in checked.clashes if clash.core]
    denial = denial_of(told)
    return Case(
        voices=tuple(one.voice for one in told),
        outlets=candidate.outlets,
        claim=joint_claim(one.reading.claim for one in candidate.heard),
        language=_unread_language(candidate),
        genre=_other_genre(candidate),
        hedge=next((one.hedge for one in told if one.hedge), ""),
        dispute=dispute(core[0]) if core else denial.words if denial else "",
        retraction=candidate.retraction,
        sources_before=before.sources if before and not before.withdrawn else 0,
    )


def score(candidate: Candidate, subject: Subject, checked: Crosscheck, desk: Desk) -> Scores:
    """Three scores that do not see each other; each reads the origins, never the copies."""
    told = candidate.heard[:MOST_ORIGINS]
    reports = [one.reading.report for one in told]
    denial = denial_of(told)
    disputed = max(checked.disputed_share, denial.share if denial else 0.0)
    return Scores(
        sentiment=story_sentiment(
            [(one.reading.report.title, one.reading.lead) for one in told], desk.meaning
        ),
        impact=score_impact(
            [_scored_text(one.reading) for one in told],
            published_at=min((r.published_at for r in reports if r.published_at), default=None),
            countries=country_codes(subject.regions),
        ),
        confidence=confidence(
            [one.voice for one in told],
            disputed_share=disputed,
            cohesion=min(1.0, cohesion(reports)),
        ),
    )


def _scored_text(reading: Reading) -> OriginText:
    beginning = " ".join(reading.sentences[:_SCORED_SENTENCES])
    return OriginText(title=reading.report.title, text=beginning)


def _unread_language(candidate: Candidate) -> str:
    """What the reports are written in where the desk can read none of them."""
    if any(reading.is_read for reading in candidate.readings):
        return ""
    found = dict.fromkeys(reading.language for reading in candidate.readings)
    return " and ".join(LANGUAGES.get(code, f"another language ({code})") for code in found)


def _other_genre(candidate: Candidate) -> str:
    origins = (*candidate.told, *candidate.silent)
    if any(one.reading.is_news for one in origins):
        return ""
    return listed_verdicts([one.reading.genre for one in origins if one.reading.is_read])


def _entry(
    candidate: Candidate, decision: Decision, fresh: Story | None, now: datetime
) -> DeskEntry:
    return DeskEntry(
        story=candidate.story,
        state=decision.state.value,
        reason=decision.reason,
        headline=fresh.headline if fresh else headline(candidate.heard),
        sources=len(candidate.told),
        reports=tuple(reading.report.id for reading in candidate.readings),
        decided_at=now,
    )


def _findings(candidate: Candidate, desk: Desk) -> tuple[Finding, ...]:
    return findings_of(desk.analyzers, [reading.report for reading in candidate.readings])


def _version(before: Story | None, fresh: Story | None, now: datetime) -> Story | None:
    if fresh is None:
        return None
    return next_version(before, fresh, now=now)
