"""The gate: one table of rules, read from the top, that decides what happens to a candidate.

The first rule that applies gives the state and the reason, which are stored and shown. Nothing
else decides: analyzers and scores only add findings. /methodology prints this very table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.report import SourceKind
from bot.domain.text import plural
from bot.newsdesk.reports.claims import Claim
from bot.newsdesk.verifying.confidence import Attribution, Voice


class State(StrEnum):
    """What the gate decided; also the state of a desk entry."""

    REJECT = "reject"
    HOLD = "hold"
    SINGLE_SOURCE = "single-source"
    CONFLICTED = "conflicted"
    VERIFIED = "verified"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the gate looks at: the findings of the earlier stages on one candidate."""

    voices: tuple[Voice, ...]
    """The independent origins that carry the core claim."""
    outlets: int = 1
    claim: Claim = field(default_factory=Claim)
    """The best claim of any of its reports."""
    language: str = ""
    """What its reports are written in where the desk reads none of them; empty for English."""
    genre: str = ""
    """Why all of it is opinion, advertising, a review or the like; empty for news."""
    hedge: str = ""
    """The words by which a lone origin doubts itself or names nobody."""
    dispute: str = ""
    """On what core claim the origins differ, with both values; empty where they do not."""
    retraction: str = ""
    """Who took it back and in what words, where nothing else carries the claim."""
    sources_before: int = 0
    """Independent sources with which it was last published; 0 if it never was."""

    @property
    def sources(self) -> int:
        return len(self.voices)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRule:
    """One line of the table. `reason` is a template over the values that `applies` returns."""

    name: str
    state: State
    rule: str
    published: str
    reason: str
    applies: Callable[[Case], Mapping[str, object] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The state of a candidate, the rule that gave it, and the reason in words."""

    state: State
    rule: str
    reason: str

    @property
    def published(self) -> bool:
        """Whether readers see it; a conflicted story also by the desk's setting."""
        return self.state not in {State.REJECT, State.HOLD}


Values = Mapping[str, object]


def _retracted(case: Case) -> Values | None:
    return {"words": case.retraction} if case.retraction else None


def _fell(case: Case) -> Values | None:
    fell = case.sources_before > 1 and case.sources == 1 and not _is_primary(case)
    return {"before": case.sources_before} if fell else None


def _in_another_language(case: Case) -> Values | None:
    return {"language": case.language} if case.language else None


def _of_another_genre(case: Case) -> Values | None:
    return {"genre": case.genre} if case.genre else None


def _without_claim(case: Case) -> Values | None:
    return None if case.claim.checkable else {"lacks": case.claim.lacks}


def _without_origin(case: Case) -> Values | None:
    return None if case.voices else {}


def _hedged_alone(case: Case) -> Values | None:
    alone = case.sources == 1 and case.voices[0].attribution is Attribution.HEDGED
    return {"hedge": case.hedge or "reportedly"} if alone else None


def _unknown_alone(case: Case) -> Values | None:
    if case.sources != 1 or case.voices[0].kind not in _WEAK:
        return None
    voice = case.voices[0]
    return {"name": voice.name, "weak": _WEAK[voice.kind]}


def _only_social(case: Case) -> Values | None:
    social = all(voice.kind is SourceKind.SOCIAL for voice in case.voices)
    return {"origins": plural(case.sources, "origin")} if social else None


def _primary_alone(case: Case) -> Values | None:
    return {"name": case.voices[0].name} if case.sources == 1 and _is_primary(case) else None


def _named_alone(case: Case) -> Values | None:
    alone = case.sources == 1 and case.voices[0].attribution is Attribution.NAMED
    return {"name": case.voices[0].name} if alone else None


def _nobody_named(case: Case) -> Values | None:
    if case.sources != 1:
        return None
    return {"name": case.voices[0].name, "hedge": f' ("{case.hedge}")' if case.hedge else ""}


def _disputed(case: Case) -> Values | None:
    return {"dispute": case.dispute} if case.dispute else None


def _agreed(case: Case) -> Values | None:
    outlets = plural(case.outlets, "outlet")
    return {"sources": case.sources, "outlets": outlets}


def _is_primary(case: Case) -> bool:
    return any(voice.kind is SourceKind.PRIMARY for voice in case.voices)


_WEAK = {
    SourceKind.UNKNOWN: "which the desk does not know",
    SourceKind.SOCIAL: "which is a social post",
    SourceKind.AGGREGATOR: "which only repeats others",
}

GATE = (
    GateRule(
        name="retracted",
        state=State.WITHDRAWN,
        rule="The publisher takes the report back, or the issuer the notice it stood on, and no"
        " other origin carries the claim.",
        published="as withdrawn, to every channel that got it",
        reason="Taken back: {words}",
        applies=_retracted,
    ),
    GateRule(
        name="another language",
        state=State.REJECT,
        rule="Every report is in a language the desk does not read; it reads English.",
        published="no",
        reason="The desk reads English; this is in {language}",
        applies=_in_another_language,
    ),
    GateRule(
        name="other genre",
        state=State.REJECT,
        rule="Every report is opinion, advertising, a job advert, a horoscope, a round-up, a"
        " review, a guide or satire.",
        published="no",
        reason="No news report among its reports: {genre}",
        applies=_of_another_genre,
    ),
    GateRule(
        name="no checkable claim",
        state=State.REJECT,
        rule="No report names an actor, an event, and a number, date, place, document or quote.",
        published="no",
        reason="No checkable claim: {lacks}",
        applies=_without_claim,
    ),
    GateRule(
        name="no origin",
        state=State.HOLD,
        rule="Only aggregators or commentary carry it.",
        published="no; looked at again when another origin reports it",
        reason="No origin of its own: whoever carries it only repeats others",
        applies=_without_origin,
    ),
    GateRule(
        name="origins fell",
        state=State.WITHDRAWN,
        rule="It was published on two sources or more, which turned out to be one.",
        published="as withdrawn, to every channel that got it",
        reason="It was published with {before} sources; they turned out to be one",
        applies=_fell,
    ),
    GateRule(
        name="hedged",
        state=State.HOLD,
        rule="One origin, and it doubts itself: reportedly, rumoured, unconfirmed.",
        published="no; looked at again when another origin reports it",
        reason='One origin, and it hedges: "{hedge}"',
        applies=_hedged_alone,
    ),
    GateRule(
        name="unknown origin",
        state=State.HOLD,
        rule="One origin, and it is social, an aggregator or unknown to the desk.",
        published="no; looked at again when another origin reports it",
        reason="One origin, {name}, {weak}",
        applies=_unknown_alone,
    ),
    GateRule(
        name="social only",
        state=State.HOLD,
        rule="All origins are social posts.",
        published="no; looked at again when another origin reports it",
        reason="Nothing but social posts: {origins}",
        applies=_only_social,
    ),
    GateRule(
        name="primary source",
        state=State.SINGLE_SOURCE,
        rule="One origin, and it is the issuer's own document.",
        published="yes, marked Single source",
        reason="One origin, the issuer itself: {name}",
        applies=_primary_alone,
    ),
    GateRule(
        name="named attribution",
        state=State.SINGLE_SOURCE,
        rule="One origin, an outlet or agency known to the desk that names its source.",
        published="yes, marked Single source",
        reason="One origin, {name}, which names its source",
        applies=_named_alone,
    ),
    GateRule(
        name="nobody named",
        state=State.HOLD,
        rule="One origin, and it names no source.",
        published="no; looked at again when another origin reports it",
        reason="One origin, {name}, and nobody is named as its source{hedge}",
        applies=_nobody_named,
    ),
    GateRule(
        name="disputed",
        state=State.CONFLICTED,
        rule="Two origins or more, and they differ on the core claim.",
        published="as the setting newsdesk.conflicted says: held, or shown with both values",
        reason="The origins differ on {dispute}",
        applies=_disputed,
    ),
    GateRule(
        name="verified",
        state=State.VERIFIED,
        rule="Two independent origins or more carry the core claim, and none disputes it.",
        published="yes, Verified by N sources",
        reason="{sources} independent origins ({outlets}) carry it",
        applies=_agreed,
    ),
)


def decide(case: Case) -> Decision:
    """The decision of the first rule that applies; the last one always does."""
    for rule in GATE:
        values = rule.applies(case)
        if values is not None:
            return Decision(state=rule.state, rule=rule.name, reason=rule.reason.format(**values))
    raise AssertionError("the gate's last rule applies to every case")
