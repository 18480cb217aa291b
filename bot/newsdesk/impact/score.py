"""Score what a story means for those who operate: 1 to 10, each point with its words.

Applies the table in `rubric` to the sentences `new_event` picks. Reads neither sentiment nor
the number of articles or outlets.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.story import Factor, Impact
from bot.newsdesk.impact import cues_gates
from bot.newsdesk.impact.amounts import Amount, amounts
from bot.newsdesk.impact.new_event import OriginText, event_sentences
from bot.newsdesk.impact.rubric import (
    BASE,
    CAP_OUTSIDE,
    FINANCIAL,
    GDP_PERCENT,
    HIGHEST,
    LEGAL,
    LOWEST,
    MANY_COUNTRIES,
    NATIONAL_PAYMENT,
    OPERATIONAL,
    SCOPE,
    SMALL_PAYMENT,
    TIMING,
    RubricRow,
)
from bot.newsdesk.impact.scope import nations_in, worst_toll
from bot.newsdesk.impact.timing import timing
from bot.newsdesk.text.cue_language import compiled

STRONG = 3
_AHEAD = 48
_PLANNED = re.compile(
    r"\b(?:to|will|plans?|planned|proposes?|proposed|proposals?|set|aims?|intends?|drafts?|"
    r"seeks?|wants?|expected|agree[sd]?|scheduled|vows?|pledges?)\s+(?:to\s+)?"
    r"(?:(?!(?:an?|the)\s)[\w-]+\s+)?$",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:could|may|might|would|should|threat\w*|calls?|called|consider\w*|mull\w*|weigh\w*|"
    r"urge\w*|warn\w*|discuss\w*|debate\w*|if|unless|risks?|fears?|feared|reportedly|possibl\w*|"
    r"no|not|never|without|avoid\w*|avert\w*|den(?:y|ies|ied)|talks?|wants?|hopes?|asks?|prevent\w*|against|rumou?r\w*|"
    r"speculat\w*|looms?|brief|short|minor|small|resum\w*|restor\w*|restart\w*|back\s+from|shrugs?|end|ends|ended)\s+"
    r"(?:[\w'’$€%.-]+\s+){0,4}$",
    re.IGNORECASE,
)
_EDGES = ":|–—-("
_SHORT_TITLE = 4
_PAYMENT = re.compile(r"\b(?:fine[sd]?|penalt\w+|pay|settle\w*)\b", re.IGNORECASE)
_REMEMBERED = re.compile(
    r"recall(?:s|ed|ing)? (?:(?:the|his|her|their|its|a) )?(?:history|memor\w+|how|when|life|days|"
    r"childhood|youth|years|time|role|moment|career)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:in|near)\s+(?:the\s+)?$", re.IGNORECASE)
_HARMLESS = re.compile(
    r"\bno (?:\w+ )?(?:damage|injur\w+|casualt\w+|victims|tsunami warning|disruption)\b"
    r"|\b(?:nobody|no[ -]one) (?:was |is )?(?:hurt|injured|harmed)\b|\bas normal\b",
    re.IGNORECASE,
)
_DONE = 2
_NOTHING = Factor(name="", points=0)


@dataclass(frozen=True, slots=True)
class _Hit:
    points: int
    words: str


def score_impact(
    origins: Sequence[OriginText],
    *,
    published_at: datetime | None = None,
    countries: Collection[str] = (),
) -> Impact:
    """The impact of a story told by these independent origins.

    `published_at` (aware, UTC) dates "from 12 March"; without it only relative words count.
    `countries` are the ISO codes the desk found; those the sentences name are added.
    Copies must be folded into one origin before. Without any origin: the lowest score.
    """
    scored = sorted(
        (
            _origin_factors(
                event_sentences(origin, _others(origins, index)), published_at, countries
            )
            for index, origin in enumerate(origins)
        ),
        key=lambda factors: (_total(factors), str(factors)),
    )
    if not scored:
        return Impact(score=LOWEST)
    # An even number of origins has two middles: the lower one, because impact is rare.
    middle = scored[(len(scored) - 1) // 2]
    return Impact(score=_total(middle), factors=middle)


def _others(origins: Sequence[OriginText], index: int) -> list[OriginText]:
    return [other for at, other in enumerate(origins) if at != index]


def _total(factors: Sequence[Factor]) -> int:
    points = BASE + sum(factor.points for factor in factors)
    return int(min(HIGHEST, max(LOWEST, points)))


def _origin_factors(
    sentences: Sequence[str], published_at: datetime | None, countries: Collection[str]
) -> tuple[Factor, ...]:
    """The factors of one origin that carry points, in the order of the rubric."""
    opinion = is_opinion(sentences[0])
    legal = _NOTHING if opinion else _phrased(LEGAL, sentences)
    money = _financial(sentences)
    work = _phrased(OPERATIONAL, sentences)
    if is_personal_crime(sentences[0]):
        legal, work = _capped(legal), _capped(work)
    if opinion:
        money, work = _capped(money), _capped(work)
    if is_leisure(sentences, strong=max(legal.points, work.points) >= STRONG):
        return ()
    weight = legal.points + money.points + work.points
    if weight < 1:
        return ()
    scope = _scope(sentences, countries, weight=max(legal.points, work.points))
    moment = (
        Factor(name=TIMING.name, points=-1, because="commentary")
        if opinion
        else _moment(sentences, published_at, work)
    )
    return tuple(factor for factor in (legal, money, work, scope, moment) if factor.points)


def _moment(sentences: Sequence[str], published_at: datetime | None, work: Factor) -> Factor:
    """The time factor; what has stopped or broken is in force now unless the words say later."""
    told = timing(sentences, published_at)
    if told.points or work.points < OPERATIONAL.levels[0].points:
        return told
    return Factor(name=TIMING.name, points=TIMING.levels[0].points, because=work.because)


def _capped(factor: Factor) -> Factor:
    points = min(factor.points, CAP_OUTSIDE)
    return Factor(name=factor.name, points=points, because=factor.because)


def _phrased(row: RubricRow, sentences: Sequence[str]) -> Factor:
    """The strongest level of a row that any sentence reaches."""
    hits = (
        _Hit(_weakened(row, level.points, sentence, found), found.group())
        for sentence in sentences
        for level in row.levels
        if level.cues
        for found in compiled(level.cues).finditer(sentence)
    )
    best = max(hits, key=lambda hit: hit.points, default=_Hit(0, ""))
    return Factor(name=row.name, points=best.points, because=_quoted(best.words))


def _weakened(row: RubricRow, points: int, sentence: str, found: re.Match[str]) -> int:
    """What is left of a level where the words around it plan, threaten, place or shrink it."""
    if row not in (LEGAL, OPERATIONAL):
        return points
    ahead = sentence[max(0, found.start() - _AHEAD) : found.start()]
    if _misread(row, ahead, sentence, found):
        return 0
    harmless = row is OPERATIONAL and _HARMLESS.search(sentence)
    if harmless or _HEDGED.search(ahead) or sentence.rstrip().endswith("?"):
        return min(points, 1)
    # "To recall" is how a recall is announced; the cars are unsafe already.
    if "recall" in found.group().lower():
        return points
    if row is LEGAL and _PAYMENT.search(found.group()):
        points = min(points, _payment_points(sentence))
    planned = points >= _DONE and _PLANNED.search(ahead)
    return points - 1 if planned else points


def _misread(row: RubricRow, ahead: str, sentence: str, found: re.Match[str]) -> bool:
    """Whether the words mean something else: "recalls his youth", "a shop in Mexico opens"."""
    if _REMEMBERED.match(sentence, found.start()):
        return True
    return row is LEGAL and found.group()[0].isupper() and bool(_PLACED.search(ahead))


def _payment_points(sentence: str) -> int:
    """The most a fine or settlement can weigh: a small one binds only who pays it."""
    paid = max((amount.dollars for amount in amounts(sentence)), default=0.0)
    if not paid or paid >= NATIONAL_PAYMENT:
        return STRONG
    return STRONG - 1 if paid >= SMALL_PAYMENT else STRONG - 2


def _financial(sentences: Sequence[str]) -> Factor:
    """Money and percentages first; macro terms without a number earn the lowest level."""
    hits = [
        _Hit(_amount_points(amount), amount.words)
        for sentence in sentences
        for amount in amounts(sentence)
    ]
    best = max(hits, key=lambda hit: hit.points, default=_Hit(0, ""))
    by_words = _phrased(FINANCIAL, sentences)
    if best.points >= by_words.points:
        return Factor(name=FINANCIAL.name, points=best.points, because=_quoted(best.words))
    return by_words


def _amount_points(amount: Amount) -> int:
    if amount.of_gdp and amount.percent >= GDP_PERCENT:
        return FINANCIAL.levels[0].points
    for level in FINANCIAL.levels:
        if amount.dollars >= level.dollars or amount.percent >= level.percent:
            return level.points
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


def is_leisure(sentences: Sequence[str], *, strong: bool) -> bool:
    """Whether this is sport, entertainment or celebrity news without a business event.

    `strong` says that something already binds or stops; then one leisure word is not enough.
    """
    if compiled(cues_gates.BUSINESS_EVENT).search(sentences[0]):
        return False
    if compiled(cues_gates.LEISURE_PEOPLE).search(sentences[0]):
        return True
    table = compiled(cues_gates.LEISURE)
    words = {found.group().lower() for text in sentences for found in table.finditer(text)}
    return len(words) >= 2 or (bool(table.search(sentences[0])) and not strong)


def is_personal_crime(title: str) -> bool:
    """Whether this is one person's crime or trial; its verdict binds nobody else."""
    return bool(compiled(cues_gates.PERSONAL_CRIME).search(title))


def is_opinion(title: str) -> bool:
    """Whether the title announces commentary rather than an event.

    Words such as "analysis" or "review" announce it at the edge of a title ("Analysis: ...",
    "... - review"); inside, they belong to the event ("orders a review of the grid").
    """
    if compiled(cues_gates.OPINION_VOICE).search(title):
        return True
    return any(_at_edge(title, found) for found in compiled(cues_gates.OPINION).finditer(title))


def _at_edge(title: str, found: re.Match[str]) -> bool:
    before, after = title[: found.start()].strip(), title[found.end() :].strip()
    opens = not before or before[-1] in _EDGES
    closes = not after or after[0] in _EDGES
    return opens or (closes and (bool(after) or len(before.split()) <= _SHORT_TITLE))


def _quoted(words: str) -> str:
    return " ".join(words.split())
