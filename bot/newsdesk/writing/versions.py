"""Decide whether a story has become another version, and say what changed.

A new title, another copy or a later time is no change that anybody needs to hear of. What counts is
in the table below; the first version of a story says so in its history.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.story import Change, Story
from bot.newsdesk.text.numbers import Kind, numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One kind of change that makes a new version, in words a reader meets."""

    name: str
    says: Callable[[Story, Story], str]
    """What changed, from the earlier to the later story; empty where nothing did."""


def _status(before: Story, after: Story) -> str:
    earlier, later = _shown(before), _shown(after)
    return "" if earlier == later else f"Status: {earlier} → {later}"


def _shown(story: Story) -> str:
    return "disputed" if story.disputed else story.status.value.replace("-", " ")


def _alone(before: Story, after: Story) -> str:
    return "An event of its own again" if before.merged_into and not after.merged_into else ""


def _impact(before: Story, after: Story) -> str:
    earlier, later = before.impact.score, after.impact.score
    return "" if earlier == later else f"Impact: {earlier} → {later}"


def _sentiment(before: Story, after: Story) -> str:
    earlier, later = before.sentiment.label.value, after.sentiment.label.value
    return "" if earlier == later else f"Sentiment: {earlier} → {later}"


def _confidence(before: Story, after: Story) -> str:
    earlier, later = before.verification.confidence.label, after.verification.confidence.label
    return "" if earlier is later else f"Confidence: {earlier.value} → {later.value}"


def _conflicts(before: Story, after: Story) -> str:
    earlier = {conflict.about for conflict in before.verification.conflicts}
    later = {conflict.about for conflict in after.verification.conflicts}
    if new := sorted(later - earlier):
        return f"Sources differ on {', '.join(new)}"
    return f"Settled: {', '.join(sorted(earlier - later))}" if earlier - later else ""


def _category(before: Story, after: Story) -> str:
    same = before.category == after.category
    return "" if same else f"Category: {before.category} → {after.category}"


def _places(before: Story, after: Story) -> str:
    gained = [code for code in after.regions if code not in before.regions]
    return f"Also about {', '.join(gained)}" if gained else ""


def _figures(before: Story, after: Story) -> str:
    """Numbers of the headline: a toll that grew, an amount that was corrected."""
    earlier, later = _headline_figures(before), _headline_figures(after)
    shared = {key for key, *_ in earlier} & {key for key, *_ in later}
    old = sorted(text for key, value, text in earlier - later if key in shared)
    new = sorted(text for key, value, text in later - earlier if key in shared)
    return f"Figure: {', '.join(old)} → {', '.join(new)}" if old and new and old != new else ""


def _headline_figures(story: Story) -> set[tuple[tuple[Kind, str], float, str]]:
    found = numbers(story.headline)
    return {((number.kind, number.unit), number.value, number.text) for number in found}


MATERIAL = (
    Material(name="status", says=_status),
    Material(name="merged", says=_alone),
    Material(name="impact", says=_impact),
    Material(name="sentiment", says=_sentiment),
    Material(name="confidence", says=_confidence),
    Material(name="conflicts", says=_conflicts),
    Material(name="figures", says=_figures),
    Material(name="category", says=_category),
    Material(name="places", says=_places),
)


def changes(before: Story, after: Story) -> tuple[str, ...]:
    """What changed materially between two states of one story, in words."""
    return tuple(said for kind in MATERIAL if (said := kind.says(before, after)))


def next_version(before: Story | None, fresh: Story, *, now: datetime) -> Story:
    """`fresh` as the next version of `before`, or as the same version where nothing counts.

    The same version keeps its headline and time, so that readers see no change where there is
    none; the reports it stands on are brought up to date either way. `now` is aware, UTC.
    """
    if before is None:
        first = Change(version=1, at=fresh.modified_at, what=("First published",))
        return replace(fresh, version=1, history=(first,))
    what = changes(before, fresh)
    published = min(before.published_at, fresh.published_at)
    if not what:
        return replace(
            before,
            verification=fresh.verification,
            traces=fresh.traces,
            findings=fresh.findings,
            published_at=published,
        )
    at = max(now, before.modified_at)
    change = Change(version=before.version + 1, at=at, what=what)
    return replace(
        fresh,
        version=before.version + 1,
        published_at=published,
        modified_at=at,
        history=(*before.history, change),
    )
