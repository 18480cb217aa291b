"""What changed between two versions of a story, in words, and how much it matters.

Major is what a reader would want to be told again: the impact moved by two, the status changed,
the independent sources doubled or grew by five. Minor is any other news. The rest is wording.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from bot.domain.brief import BANDS, brief_of
from bot.domain.story import Story, StoryStatus
from bot.domain.text import clean

IMPACT_STEP = 2
"""From this move on, up or down, the impact is news by itself."""
SOURCES_FACTOR, SOURCES_STEP = 2, 5
LINES = 6
"""Lines of one note; more would be a second article."""


class Weight(IntEnum):
    NOTHING = 0
    """A reader of the card would see no difference."""
    WORDING = 1
    """The card reads differently and says the same."""
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    weight: Weight
    lines: tuple[str, ...] = ()
    """`impact 7 -> 9`, `sources 8 -> 14`, `new: ...`; empty for mere wording."""
    band_rose: bool = False
    """The impact rose into a higher band: worth showing outside the thread too."""


def changes(before: Story, after: Story) -> Changes:
    """How `after` differs from `before`, an earlier version of the same story."""
    lines = (*_desk_notes(before, after), *_numbers(before, after), *_words(before, after))
    return Changes(
        weight=_weight(before, after, lines),
        lines=tuple(dict.fromkeys(lines))[:LINES],
        band_rose=_band(after.impact.score) > _band(before.impact.score),
    )


def takes_back(before: Story, after: Story) -> bool:
    """Whether a corrected version no longer says something that `before` said."""
    if after.status is not StoryStatus.CORRECTED:
        return False
    gone = set(map(clean, before.takeaways)).difference(map(clean, after.takeaways))
    return bool(gone) or clean(before.headline) != clean(after.headline)


def _weight(before: Story, after: Story, lines: tuple[str, ...]) -> Weight:
    if _is_major(before, after):
        return Weight.MAJOR
    if lines:
        return Weight.MINOR
    same = brief_of(replace(before, version=after.version)) == brief_of(after)
    return Weight.NOTHING if same else Weight.WORDING


def _is_major(before: Story, after: Story) -> bool:
    moved = abs(after.impact.score - before.impact.score) >= IMPACT_STEP
    many = min(before.sources * SOURCES_FACTOR, before.sources + SOURCES_STEP)
    grew = after.sources > before.sources and after.sources >= many
    return moved or grew or _shown_status(before) != _shown_status(after)


def _shown_status(story: Story) -> str:
    """A story with a second source is verified, whatever its status field still says."""
    if story.disputed:
        return "not verified"
    if story.status in {StoryStatus.VERIFIED, StoryStatus.SINGLE_SOURCE}:
        return "verified" if story.sources > 1 else "single source"
    return story.status.value


def _desk_notes(before: Story, after: Story) -> Iterator[str]:
    """What the desk itself says about a correction or a withdrawal."""
    if after.status in {StoryStatus.CORRECTED, StoryStatus.WITHDRAWN}:
        for change in after.history:
            if change.version > before.version:
                yield from (clean(line) for line in change.what if clean(line))


def _numbers(before: Story, after: Story) -> Iterator[str]:
    if before.impact.score != after.impact.score:
        yield f"impact {before.impact.score} -> {after.impact.score}"
    if before.sources != after.sources:
        yield f"sources {before.sources} -> {after.sources}"
    if _shown_status(before) != _shown_status(after):
        yield f"status {_shown_status(before)} -> {_shown_status(after)}"
    if before.sentiment.label != after.sentiment.label:
        yield f"sentiment {before.sentiment.label} -> {after.sentiment.label}"
    if before.category != after.category:
        yield f"category {clean(before.category)} -> {clean(after.category)}"


def _words(before: Story, after: Story) -> Iterator[str]:
    if after.status is StoryStatus.CORRECTED and clean(before.headline) != clean(after.headline):
        yield f"the headline was: {clean(before.headline)}"
    old = {clean(line): line for line in before.takeaways}
    new = {clean(line): line for line in after.takeaways}
    yield from (f"new: {line}" for line in new if line not in old)
    if after.status is StoryStatus.CORRECTED:
        yield from (f"no longer: {line}" for line in old if line not in new)


def _band(impact: int) -> int:
    """The lowest score of the band that an impact lies in."""
    return next(lowest for lowest, _, _ in BANDS if impact >= lowest)
