"""How stories are made, as data for a page: read from the tables and numbers that the code uses.

Nothing is said here twice: a rule, level, weight or limit that changes in its own file changes the
page with it. The sentences around the numbers are ours; what a stage does stands in its own file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.domain import brief
from bot.newsdesk import pipeline
from bot.newsdesk.clustering import knots, stream
from bot.newsdesk.impact import rubric
from bot.newsdesk.origins import copies, derived, shingles
from bot.newsdesk.sentiment import score as sentiment
from bot.newsdesk.verifying import confidence, crosscheck, gate
from bot.newsdesk.writing import key_facts, takeaways, versions, write


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table of plain text; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tones: tuple[str, ...] = ()
    """A word for each row that the page may colour by; empty where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A number from 0 to 1 and what it belongs to."""

    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One part of the page."""

    id: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    formula: str = ""
    grid: Grid | None = None
    weights: tuple[Weight, ...] = ()
    points: tuple[str, ...] = ()


def chapters() -> tuple[Chapter, ...]:
    """The whole page, from a report's arrival to the next version of its story."""
    return (
        _way(),
        _events(),
        _origins(),
        _facts(),
        _gate(),
        _impact(),
        _confidence(),
        _sentiment(),
        _writing(),
        _versions(),
    )


STAGE_WORDS = {
    "normalize": "One address, plain text, a time in UTC that is never guessed, credits set aside.",
    "extract": "Countries, blocs, institutions, companies, people and numbers that it names.",
    "cluster": "Reports of one event are put together, as they come.",
    "corroborate": "Reports are traced to the independent origins behind them.",
    "crosscheck": "Numbers are compared: on what do origins agree, on what do they differ?",
    "gate": "One table of rules decides whether readers see it, and says why.",
    "score": "Sentiment, impact and confidence, none of which reads another.",
    "write": "Whole sentences of the reports, each traced to where it stands.",
}


def _way() -> Chapter:
    rows = ((stage, STAGE_WORDS.get(stage, "")) for stage in pipeline.STAGES)
    return Chapter(
        id="stages",
        heading="The way of a report",
        paragraphs=(
            (
                "No sentence on a story page is generated, and no model outside this program is "
                "asked. Every report passes these stages in this order."
            ),
        ),
        grid=Grid(columns=("Stage", "What happens"), rows=tuple(rows)),
    )


def _events() -> Chapter:
    return Chapter(
        id="events",
        heading="What counts as one event",
        paragraphs=(
            (
                "Reports are compared by the words that are rare elsewhere, most of all those of "
                "the title, and by when they appeared. A title that names another date, quarter, "
                "number in a series or place keeps a report apart however alike the words are."
            ),
        ),
        points=(
            (
                f"After {_span(knots.FADE)} of silence a likeness counts about a third; after "
                f"{_span(knots.WINDOW)} a story takes no further report."
            ),
            f"A story that never falls silent keeps its reports for {_span(stream.SAGA)}.",
            "A story keeps the id of its earliest report through merges, splits and new titles.",
        ),
    )


def _origins() -> Chapter:
    return Chapter(
        id="origins",
        heading="What counts as a source",
        paragraphs=(
            (
                "Sources are independent origins, never outlets: forty papers that print one "
                "agency's text are one source. A story says both, such as Verified by 3 sources "
                "(12 outlets), and only the first number means anything for its confidence."
            ),
        ),
        points=(
            "Publishers of one owner are one origin. Aggregators are none of their own.",
            (
                f"A report is a copy when {_percent(copies.COPIED)} of its {shingles.RUN}-word "
                "runs stand in another; quoted statements are left out, because everybody quotes "
                f"them. Under {copies.SHORT_WORDS} words it takes "
                f"{_percent(copies.SHORT_COPIED)}, or nearly the same title within "
                f"{_span(copies.SAME_TITLE_WITHIN)}."
            ),
            "A credit line, such as (Agency) or Reporting by, makes a report that agency's.",
            (
                f"A report that cites another outlet within its first {derived.OPENING_SENTENCES} "
                f"sentences, or names it {derived.MENTIONED_OFTEN} times, counts under that outlet."
            ),
            (
                f"Reports that repeat a press release ({_percent(copies.RELEASED)} of it, "
                "quotations included) are one source: the issuer."
            ),
            "A copy that arrives later changes no count and no score.",
        ),
    )


def _facts() -> Chapter:
    return Chapter(
        id="facts",
        heading="Agreement and conflict",
        paragraphs=(
            (
                "A fact is a number with what it counts, in a sentence about its subject. Origins "
                "agree where the numbers fit, rounding included. They conflict only where "
                "everything but the number is the same; both values are then shown side by side, "
                "and none is chosen."
            ),
        ),
        points=(
            (
                f"Two sentences must share {_percent(crosscheck.ALIKE)} of their terms before "
                f"their numbers may clash, and {_percent(crosscheck.ABOUT_THE_SAME)} before they "
                "agree."
            ),
            "A later, larger toll is an update and no conflict.",
            (
                "A claim is disputed when the weaker side has "
                f"{_percent(crosscheck.LEAST_BACKING)} or more of the origins that state it."
            ),
        ),
    )


STATE_WORDS = {
    gate.State.HOLD: "held",
    gate.State.REJECT: "rejected",
    gate.State.SINGLE_SOURCE: "single source",
    gate.State.CONFLICTED: "conflicted",
    gate.State.VERIFIED: "verified",
    gate.State.WITHDRAWN: "withdrawn",
}


def _gate() -> Chapter:
    rows = tuple(
        (str(number), rule.rule, STATE_WORDS[rule.state], rule.published)
        for number, rule in enumerate(gate.GATE, start=1)
    )
    return Chapter(
        id="gate",
        heading="The gate",
        paragraphs=(
            (
                "Rules are read from the top; the first that applies decides, and its reason is "
                "kept and shown on the desk page. What is held is looked at again with each new "
                "report."
            ),
        ),
        grid=Grid(
            columns=("", "When", "State", "Published"),
            rows=rows,
            tones=tuple(rule.state.value for rule in gate.GATE),
        ),
    )


def _impact() -> Chapter:
    points = sorted({level.points for row in rubric.RUBRIC for level in row.levels}, reverse=True)
    factors = " + ".join(row.name for row in rubric.RUBRIC)
    rows = tuple(
        (f"{row.name.capitalize()}: {row.question}", *(_meaning(row, value) for value in points))
        for row in rubric.RUBRIC
    )
    bands = ", ".join(f"from {lowest} {word}" for lowest, word, _ in brief.BANDS)
    return Chapter(
        id="impact",
        heading="Impact",
        paragraphs=(
            (
                f"Impact, {rubric.LOWEST} to {rubric.HIGHEST}, is the consequence for those who "
                "operate: who make, move, buy, insure or regulate. How many outlets ran a story "
                f"is no input. {bands.capitalize()}. Every point is shown on the story page with "
                "the words that earned it; the score is the median over the story's origins."
            ),
        ),
        formula=f"{rubric.BASE} + {factors}, kept within {rubric.LOWEST} and {rubric.HIGHEST}",
        grid=Grid(columns=("Factor", *(f"{value:+d}" for value in points)), rows=rows),
        points=rubric.EXCEPTIONS,
    )


def _meaning(row: rubric.RubricRow, points: int) -> str:
    return "; ".join(level.meaning for level in row.levels if level.points == points)


def _confidence() -> Chapter:
    kinds = tuple(
        Weight(name=kind.value, value=value) for kind, value in confidence.RELIABILITY.items()
    )
    said = ", ".join(f"{how.value} × {value:g}" for how, value in confidence.ATTRIBUTION.items())
    low, medium = confidence.BANDS
    return Chapter(
        id="confidence",
        heading="Confidence",
        paragraphs=(
            (
                "How sure the desk is that it happened as told, from 0 to 1. Each origin is "
                "weighed by its kind (r) and by how it says where it has its news from (a: "
                f"{said})."
            ),
        ),
        formula=(
            "(1 − product over origins of (1 − r·a)) "
            f"× (1 − {confidence.DISPUTE_WEIGHT:g} · disputed share) × cohesion"
        ),
        weights=kinds,
        grid=Grid(
            columns=("Origins", "At most"),
            rows=(
                ("one", f"{confidence.CAP_SINGLE:.2f}"),
                ("one, the issuer itself", f"{confidence.CAP_SINGLE_PRIMARY:.2f}"),
                ("two", f"{confidence.CAP_TWO:.2f}"),
                ("three or more", f"{confidence.CAP_MORE:.2f}"),
            ),
        ),
        points=(
            (
                f"Below {low[0]:.2f} it is {low[1].value}, up to {medium[0]:.2f} "
                f"{medium[1].value}, above that high."
            ),
        ),
    )


def _sentiment() -> Chapter:
    return Chapter(
        id="sentiment",
        heading="Sentiment and who is affected",
        paragraphs=(
            (
                "Good or bad news, from −1 to 1, read from titles and leads and taken as the "
                f"median over origins. Below a share of {sentiment.SURE:g} for the likeliest "
                f"label we say neutral, and keep the value within ±{sentiment.CLEAR:g}; beyond "
                "that it always has its label. Sentiment never enters impact or confidence."
            ),
            (
                "Who is helped or hurt is judged for each name by itself, and always with the "
                "sentence that says so. Who is named without an effect is neutral, and listed "
                "only where a title is about it."
            ),
        ),
    )


def _writing() -> Chapter:
    return Chapter(
        id="writing",
        heading="How a story is written",
        points=(
            (
                f"At most {takeaways.MOST} takeaways and {key_facts.MOST} key facts: whole "
                "sentences of the reports, each with the sources that carry it."
            ),
            "No sentence is used twice on a page.",
            f"Reading time is counted at {write.WORDS_A_MINUTE} words a minute.",
        ),
    )


def _versions() -> Chapter:
    names = ", ".join(kind.name for kind in versions.MATERIAL)
    return Chapter(
        id="versions",
        heading="Versions and corrections",
        paragraphs=(
            (
                "A story gets a new version only when something changed that matters to readers: "
                f"{names}. Another copy, a new title or a later time makes none. Each version "
                "stays readable, and the history says what changed."
            ),
            (
                "What turns out wrong is corrected or withdrawn in every channel that got it: the "
                "message is edited, and a reply says what changed."
            ),
        ),
    )


def _span(span: timedelta) -> str:
    hours = span.total_seconds() / 3_600
    return f"{hours / 24:g} days" if hours > 72 else f"{hours:g} hours"


def _percent(share: float) -> str:
    return f"{share * 100:g} %"
