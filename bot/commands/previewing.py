"""What a rule would have brought in the last seven days: the answer before anything is posted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.commands.context import Context
from bot.domain.story import Story
from bot.domain.subscription import Criteria
from bot.domain.text import clean, plural, shorten

SPAN = timedelta(days=7)
MANY_A_DAY = 10
EXAMPLES = 3
_NOTHING = (
    "⚠ Nothing would have come. If that surprises you, ask for fewer things at once "
    "or a lower impact."
)
_TOO_MANY = (
    f"⚠ That is more than {MANY_A_DAY} a day. Raise impact, for example impact>=7, "
    "or narrow the region to keep the channel readable."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    matched: tuple[Story, ...]
    """Highest impact first."""
    total: int
    """All stories of the last seven days."""

    @property
    def per_day(self) -> float:
        return len(self.matched) / SPAN.days

    @property
    def lines(self) -> tuple[str, ...]:
        return (self._count, *self._examples, *self._warning)

    @property
    def _count(self) -> str:
        if not self.total:
            return "No stories have arrived in the last 7 days, so I cannot say how many to expect."
        return (
            f"Matched {len(self.matched)} of the {plural(self.total, 'story', 'stories')} "
            f"of the last 7 days (about {_rate(self.per_day)} a day)."
        )

    @property
    def _examples(self) -> tuple[str, ...]:
        return tuple(
            f"• [{story.impact.score}/10] {shorten(clean(story.headline), 120)}"
            for story in self.matched[:EXAMPLES]
        )

    @property
    def _warning(self) -> tuple[str, ...]:
        if self.total and not self.matched:
            return (_NOTHING,)
        return (_TOO_MANY,) if self.per_day > MANY_A_DAY else ()


async def preview(context: Context, criteria: Criteria) -> Preview:
    stories = await context.recent(SPAN)
    matched = await context.matching(stories, criteria)
    return Preview(matched=best_first(matched), total=len(stories))


def best_first(stories: tuple[Story, ...]) -> tuple[Story, ...]:
    """By impact, then independent sources, then recency; the same order every time."""
    newest = sorted(stories, key=lambda story: (story.published_at, story.id), reverse=True)
    return tuple(sorted(newest, key=lambda story: (-story.impact.score, -story.sources)))


def _rate(per_day: float) -> str:
    if per_day >= MANY_A_DAY:
        return f"{per_day:.0f}"
    return f"{per_day:.1f}".removesuffix(".0")
