"""The points that one origin's account of an event earns, each with its words.

Applies the table in `rubric` to the sentences `new_event` picks; knows nothing of other origins.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.domain.story import Factor
from bot.newsdesk.impact import cues_legal
from bot.newsdesk.impact.amounts import Amount, amounts
from bot.newsdesk.impact.gates import (
    changes_nothing,
    is_hearing,
    is_leisure,
    is_municipal,
    is_of_the_mighty,
    is_opinion,
    is_over,
    is_pact,
    is_personal_crime,
)
from bot.newsdesk.impact.local import most_for_one_site
from bot.newsdesk.impact.masking import masked
from bot.newsdesk.impact.natures import Nature, tells_results
from bot.newsdesk.impact.rubric import (
    ANNOUNCED,
    FINANCIAL,
    GDP_PERCENT,
    LEGAL,
    MANY_COUNTRIES,
    MOST_OF_FORECAST,
    MOST_OF_RESULTS,
    MOST_OF_SHARES,
    OPERATIONAL,
    SCOPE,
    STRONG,
    TIMING,
    TOUCHED,
    RubricRow,
)
from bot.newsdesk.impact.scope import nations_in, worst_toll
from bot.newsdesk.impact.timing import timing
from bot.newsdesk.impact.weakening import weakened
from bot.newsdesk.text.cue_language import compiled

_MOST_OF = {
    Nature.RESULT: MOST_OF_RESULTS,
    Nature.FORECAST: MOST_OF_FORECAST,
    Nature.SHARE_PRICE: MOST_OF_SHARES,
}


class _Kind(Enum):
    EVENT = "an event"
    COMMENTARY = "commentary"
    CRIME = "one person's crime"
    TRIAL = "the trial of one who governs or manages"


_CAPS = {
    _Kind.EVENT: (STRONG, STRONG, STRONG),
    _Kind.COMMENTARY: (0, TOUCHED, TOUCHED),
    _Kind.CRIME: (TOUCHED, STRONG, 0),
    _Kind.TRIAL: (ANNOUNCED, STRONG, TOUCHED),
}
"""The most a kind of story earns for law, money and operations."""


@dataclass(frozen=True, slots=True)
class _Hit:
    points: int
    words: str


def factors_of(
    sentences: Sequence[str], published_at: datetime | None, countries: Collection[str]
) -> tuple[Factor, ...]:
    """The factors that carry points, in the order of the rubric; the title is the first sentence.

    `published_at` is aware; `countries` are ISO codes found by others.
    """
    plain = tuple(masked(text) for text in sentences)
    kind = _kind_of(plain)
    legal, money, work = _at_stake(plain, kind)
    if legal.points + money.points + work.points < 1:
        return ()
    scope = _scope(plain, countries, weight=max(legal.points, work.points))
    bounded = kind is _Kind.CRIME or changes_nothing(plain)
    most = 0 if bounded else max(legal.points, money.points, work.points)
    moment = (
        Factor(name=TIMING.name, points=-1, because="commentary")
        if kind is _Kind.COMMENTARY
        else _moment(plain, published_at, _in_force(plain, legal, work))
    )
    told = (legal, money, work, _at_most(most, scope), moment)
    return tuple(factor for factor in told if factor.points)


def _kind_of(sentences: Sequence[str]) -> _Kind:
    """Which kind of story this is, where kinds are capped."""
    if is_opinion(sentences[0]):
        return _Kind.COMMENTARY
    if not is_personal_crime(sentences):
        return _Kind.EVENT
    return _Kind.TRIAL if is_of_the_mighty(sentences) else _Kind.CRIME


def _at_stake(sentences: Sequence[str], kind: _Kind) -> tuple[Factor, Factor, Factor]:
    """The legal, financial and operational factor; nothing where it is leisure."""
    binds, breaks = _phrased(LEGAL, sentences), _phrased(OPERATIONAL, sentences)
    legal, work = _legal(sentences, binds), _work(sentences, breaks)
    money = _financial(sentences, stopped=work.points >= STRONG)
    caps = _CAPS[kind]
    if is_leisure(sentences, strong=STRONG in (binds.points, breaks.points)):
        caps = (0, 0, 0)
    return _at_most(caps[0], legal), _at_most(caps[1], money), _at_most(caps[2], work)


def _legal(sentences: Sequence[str], found: Factor) -> Factor:
    """The legal factor; a hearing decides nothing, and a pact binds once it is in force."""
    if is_hearing(sentences[0]) or changes_nothing(sentences):
        return _at_most(TOUCHED, found)
    bounded = is_pact(sentences) or is_municipal(sentences)
    return _at_most(ANNOUNCED, found) if bounded else found


def _work(sentences: Sequence[str], found: Factor) -> Factor:
    """The operational factor; what is over, or strikes one place only, is capped."""
    title = sentences[0]
    if is_hearing(title) or changes_nothing(sentences) or is_over(sentences) or is_pact(sentences):
        return _at_most(TOUCHED, found)
    return _at_most(most_for_one_site(sentences, unlimited=OPERATIONAL.levels[0].points), found)


def _in_force(sentences: Sequence[str], legal: Factor, work: Factor) -> str:
    """The words of what is in force by its nature: what has stopped, or a new rate."""
    if work.points >= STRONG:
        return work.because
    if legal.points < STRONG:
        return ""
    rate = _strongest(LEGAL, STRONG, cues_legal.RATE_MOVE, sentences)
    return rate.words if rate.points >= STRONG else ""


def _moment(sentences: Sequence[str], published_at: datetime | None, in_force: str) -> Factor:
    """The time factor; the words of the text come first."""
    told = timing(sentences, published_at)
    if told.points or not in_force:
        return told
    return Factor(name=TIMING.name, points=TIMING.levels[0].points, because=in_force)


def _at_most(points: float, factor: Factor) -> Factor:
    kept = min(factor.points, points)
    return Factor(name=factor.name, points=kept, because=factor.because)


def _phrased(row: RubricRow, sentences: Sequence[str]) -> Factor:
    """The strongest level of a row that any sentence reaches."""
    hits = [
        _strongest(row, level.points, level.cues, sentences) for level in row.levels if level.cues
    ]
    best = max(hits, key=lambda hit: hit.points, default=_Hit(0, ""))
    return Factor(name=row.name, points=best.points, because=best.words)


def _strongest(row: RubricRow, points: int, cues: str, sentences: Sequence[str]) -> _Hit:
    hits = (
        _Hit(weakened(row, points, sentence, found), _quoted(found.group()))
        for sentence in sentences
        for found in compiled(cues).finditer(sentence)
    )
    return max(hits, key=lambda hit: hit.points, default=_Hit(0, ""))


def _financial(sentences: Sequence[str], *, stopped: bool) -> Factor:
    """Money and percentages first; macro terms without a number earn the lowest level."""
    results = tells_results(sentences[0]) or is_municipal(sentences)
    hits = [
        _Hit(_amount_points(amount, of_results=results), _quoted(amount.words))
        for sentence in sentences
        for amount in amounts(sentence)
        if stopped or amount.nature is not Nature.SHARE
    ]
    best = max(hits, key=lambda hit: hit.points, default=_Hit(0, ""))
    by_words = _phrased(FINANCIAL, sentences)
    if best.points >= by_words.points:
        return Factor(name=FINANCIAL.name, points=best.points, because=best.words)
    return by_words


def _amount_points(amount: Amount, *, of_results: bool) -> int:
    nature = Nature.RESULT if of_results and amount.nature is Nature.MOVED else amount.nature
    if amount.of_gdp and amount.percent >= GDP_PERCENT:
        return FINANCIAL.levels[0].points
    for level in FINANCIAL.levels:
        if amount.dollars >= level.dollars or amount.percent >= level.percent:
            return min(level.points, _MOST_OF.get(nature, level.points))
    return 0


def _scope(sentences: Sequence[str], countries: Collection[str], *, weight: float) -> Factor:
    """How far it reaches; one named country makes a national story only where something binds."""
    wide = _phrased(SCOPE, sentences)
    named = frozenset(countries) | nations_in(sentences)
    if wide.points < 2 and len(named) >= MANY_COUNTRIES:
        return Factor(name=SCOPE.name, points=2, because=_quoted(", ".join(sorted(named))))
    toll = worst_toll(sentences)
    if toll.points > wide.points:
        return Factor(name=SCOPE.name, points=toll.points, because=_quoted(toll.words))
    if not wide.points and named and weight >= 2:
        return Factor(name=SCOPE.name, points=1, because=_quoted(", ".join(sorted(named))))
    return wide


def _quoted(words: str) -> str:
    return " ".join(words.split())
