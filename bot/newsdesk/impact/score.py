"""Score what a story means for those who operate: 1 to 10, each point with its words.

The median over the story's origins, after each was given what enough of the others agree on.
Reads neither sentiment nor the number of articles or outlets.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from math import ceil

from bot.domain.story import Factor, Impact
from bot.newsdesk.impact.new_event import OriginText, event_sentences
from bot.newsdesk.impact.origin import factors_of
from bot.newsdesk.impact.rubric import (
    AGREED_SHARE,
    BASE,
    HIGHEST,
    LEAST_AGREED,
    LOWEST,
    RUBRIC,
)


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
    told = [
        factors_of(event_sentences(origin, _others(origins, index)), published_at, countries)
        for index, origin in enumerate(origins)
    ]
    if not told:
        return Impact(score=LOWEST)
    agreed = _agreed(told)
    scored = sorted(
        (_completed(factors, agreed) for factors in told),
        key=lambda factors: (_total(factors), str(factors)),
    )
    # An even number of origins has two middles: the lower one, because impact is rare.
    middle = scored[(len(scored) - 1) // 2]
    return Impact(score=_total(middle), factors=middle)


def _others(origins: Sequence[OriginText], index: int) -> list[OriginText]:
    return [other for at, other in enumerate(origins) if at != index]


def _agreed(told: Sequence[Sequence[Factor]]) -> dict[str, Factor]:
    """Per row the strongest factor that enough origins reach.

    Enough is a share of the origins, so that many of them are not likelier to agree than few,
    and never fewer than two, so that nobody agrees with himself.
    """
    enough = max(LEAST_AGREED, ceil(AGREED_SHARE * len(told)))
    found: dict[str, Factor] = {}
    for row in RUBRIC:
        reached = sorted(
            (factor for factors in told for factor in factors if factor.name == row.name),
            key=lambda factor: (-factor.points, factor.because),
        )
        if len(reached) >= enough and reached[enough - 1].points > 0:
            found[row.name] = reached[enough - 1]
    return found


def _completed(factors: Sequence[Factor], agreed: dict[str, Factor]) -> tuple[Factor, ...]:
    """What one origin tells, raised to what is agreed: silence is no denial."""
    own = {factor.name: factor for factor in factors}
    rows = ((own.get(row.name), agreed.get(row.name)) for row in RUBRIC)
    return tuple(
        max(told, key=lambda factor: factor.points)
        for pair in rows
        if (told := [factor for factor in pair if factor])
    )


def _total(factors: Sequence[Factor]) -> int:
    points = BASE + sum(factor.points for factor in factors)
    return int(min(HIGHEST, max(LOWEST, points)))
