"""Alerts and stories as the messages they become; the store's latest version always wins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.domain.alert import Alert, AlertKind
from bot.domain.brief import Brief, RollUp, UpdateNote, brief_of
from bot.domain.story import Story, StoryStatus
from bot.domain.text import clean, plural, shorten
from bot.rules.changes import Changes, Weight, changes
from bot.rules.policy import AWAY

LISTED = 10
"""Stories named in one list; the rest is counted."""
HEADLINE_LENGTH = 240

Updates = Literal["all", "major", "none"]


def card(story: Story, alert: Alert) -> Brief:
    """The story's card in the alert's channel."""
    return brief_of(story, why=alert.why, note=alert.reason)


def roll_up(stories: Sequence[Story], alerts: Sequence[Alert]) -> RollUp:
    """Several stories in one message, best first; `alerts` say why they come together."""
    return RollUp(
        title=_title(alerts, len(stories)),
        briefs=tuple(brief_of(story) for story in stories[:LISTED]),
        more=max(0, len(stories) - LISTED),
    )


def _title(alerts: Sequence[Alert], many: int) -> str:
    reasons = [alert.reason for alert in alerts]
    if any(reason.startswith(AWAY) for reason in reasons):
        return "While Tidings was away"
    if all("digest" in reason for reason in reasons):
        return "Daily digest"
    if any(reason.startswith("cap") for reason in reasons):
        return f"And {plural(many, 'more story', 'more stories')}"
    return plural(many, "story", "stories") + " at once"


def update_note(
    story: Story, before: Story, alert: Alert, *, updates: Updates
) -> UpdateNote | None:
    """The reply that says what changed since `before`; None where the edited card is enough."""
    found = changes(before, story)
    kind = note_kind(alert.kind, before, story)
    if kind is AlertKind.UPDATE and not _wanted(found, updates):
        return None
    return UpdateNote(
        story=story.id,
        version=story.version,
        kind=kind,
        headline=shorten(clean(story.headline), HEADLINE_LENGTH),
        url=story.url,
        changes=found.lines,
        broadcast=kind is AlertKind.WITHDRAWAL or found.band_rose,
    )


def _wanted(found: Changes, updates: Updates) -> bool:
    match updates:
        case "all":
            return found.weight >= Weight.MINOR
        case "major":
            return found.weight >= Weight.MAJOR
        case "none":
            return False


def note_kind(kind: AlertKind, before: Story, story: Story) -> AlertKind:
    """A later version may have overtaken the alert: then the note says what holds now."""
    if story.withdrawn and not before.withdrawn:
        return AlertKind.WITHDRAWAL
    if story.status is StoryStatus.CORRECTED and before.status is not StoryStatus.CORRECTED:
        return AlertKind.CORRECTION
    return kind
