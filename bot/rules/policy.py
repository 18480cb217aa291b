"""What to tell a channel about a story version, and when: send, fold into a list, or say nothing.

Pure: what the channel knows and the time come in, a decision with its reason goes out. The stages
in order: what sort of news it is, whether it is still news, and how much the channel can take.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.alert import AlertKind, Outcome
from bot.domain.mute import Mute
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import Mode, Subscription
from bot.domain.text import plural
from bot.rules.changes import Weight, changes, takes_back

DIGEST_HOUR = 8
"""Local hour of the daily digest of digest subscriptions."""
AWAY = "older than"
"""How the reason of a story folded for its age begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What one channel knows of a story so far."""

    told: Story | None = None
    """The version it was last told of; None when it never was."""
    waiting: bool = False
    """It was to be told in a list that has not gone out yet."""
    subscribed: bool = True
    """It still has a subscription in force."""
    previous: Story | None = None
    """The version before this one, of which nobody need have been told."""
    matched_before: bool = False
    """Every subscription that matches now matched `previous` already."""
    mute: Mute | None = None
    """It does not want to hear of the story now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    kind: AlertKind
    outcome: Outcome
    reason: str = ""
    fold_at: datetime | None = None


def decide(
    story: Story,
    matched: Sequence[Subscription],
    known: Known,
    *,
    now: datetime,
    max_age: timedelta,
    zone: str = "UTC",
) -> Decision | None:
    """What the channel is told of this version; None where it is none of its business.

    `matched` are its subscriptions that the version meets, `zone` its time zone.
    """
    if known.told is not None:
        return _follow_up(story, known.told, known)
    if not matched:
        return None
    if (stale := _no_news(story, known)) is not None:
        return stale
    grew = None if known.matched_before else known.previous
    # A story that grew across a threshold is as new as its growth.
    age = now - (story.modified_at if grew else story.published_at)
    if max_age and age > max_age:
        return _folded(f"{AWAY} {span(max_age)}", now)
    if all(subscription.mode is Mode.DIGEST for subscription in matched):
        return _folded("for the daily digest", next_digest_at(now, zone))
    note = _growth(grew, story) if grew else ""
    return Decision(kind=AlertKind.NEW, outcome=Outcome.SEND, reason=note)


def _no_news(story: Story, known: Known) -> Decision | None:
    """Why a story that matches is not told; one that was there before, only until it moves."""
    if story.withdrawn:
        return _nothing(AlertKind.WITHDRAWAL, "withdrawn before the channel was told of it")
    if story.merged_into:
        return _nothing(AlertKind.NEW, f"told as {story.merged_into}, which is the same event")
    if known.mute is not None:
        return _nothing(AlertKind.NEW, known.mute.reason)
    before = known.previous
    if before is None or not known.matched_before or _weight(before, story) is Weight.MAJOR:
        return None
    return _nothing(AlertKind.NEW, f"no news: version {before.version} matched already")


def _follow_up(story: Story, told: Story, known: Known) -> Decision:
    kind = _follow_up_kind(told, story)
    if known.waiting:
        return _nothing(kind, "not posted yet; the list will show this version")
    if known.mute is not None and is_quieted(kind, told, story):
        return _nothing(kind, known.mute.reason)
    if kind is not AlertKind.UPDATE:
        return Decision(kind=kind, outcome=Outcome.SEND)
    if not known.subscribed:
        return _nothing(kind, "the channel has no subscription in force any more")
    if _weight(told, story) is Weight.NOTHING:
        return _nothing(kind, "nothing that the card shows has changed")
    return Decision(kind=kind, outcome=Outcome.SEND)


def is_quieted(kind: AlertKind, before: Story, story: Story) -> bool:
    """Whether a mute keeps this from a channel that knows `before`: all but what takes it back."""
    if kind in {AlertKind.CORRECTION, AlertKind.WITHDRAWAL}:
        return False
    return not takes_back(before, story)


def _follow_up_kind(told: Story, story: Story) -> AlertKind:
    if story.withdrawn and not told.withdrawn:
        return AlertKind.WITHDRAWAL
    if story.status is StoryStatus.CORRECTED and told.status is not StoryStatus.CORRECTED:
        return AlertKind.CORRECTION
    return AlertKind.UPDATE


def _weight(before: Story, after: Story) -> Weight:
    return changes(before, after).weight


def _growth(previous: Story, story: Story) -> str:
    """The note on the card of a story that did not match before."""
    if story.impact.score > previous.impact.score:
        return f"raised from {previous.impact.score} to {story.impact.score}"
    if story.sources > previous.sources:
        return f"now {plural(story.sources, 'source')}"
    return ""


def _nothing(kind: AlertKind, reason: str) -> Decision:
    return Decision(kind=kind, outcome=Outcome.SUPPRESS, reason=reason)


def _folded(reason: str, when: datetime) -> Decision:
    return Decision(kind=AlertKind.NEW, outcome=Outcome.FOLD, reason=reason, fold_at=when)


def span(length: timedelta) -> str:
    """`24 h`, `30 min`."""
    hours = length / timedelta(hours=1)
    return f"{hours:g} h" if hours >= 1 else f"{length / timedelta(minutes=1):g} min"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many single messages a channel takes now. A limit of 0 is none."""

    burst: int = 0
    """More new stories than this at once become one message."""
    cap: int = 0
    """New stories in an hour; the rest goes into one message."""
    sent: int = 0
    """Of those, how many it got in the last hour."""


def fit(decided: Sequence[Decision], room: Room, now: datetime) -> tuple[Decision, ...]:
    """Fold new stories that the channel has no room for; `decided` comes best story first."""
    news = [decision for decision in decided if _is_card(decision)]
    if room.burst and len(news) > room.burst:
        reason = f"burst: {len(news)} stories at once, more than {room.burst}"
        return tuple(_fold(decision, reason, now) for decision in decided)
    free = max(0, room.cap - room.sent) if room.cap else len(news)
    kept, reason = [], f"cap: {room.cap} an hour reached"
    for decision in decided:
        free -= _is_card(decision)
        kept.append(decision if free >= 0 else _fold(decision, reason, now))
    return tuple(kept)


def _is_card(decision: Decision) -> bool:
    return decision.kind is AlertKind.NEW and decision.outcome is Outcome.SEND


def _fold(decision: Decision, reason: str, now: datetime) -> Decision:
    if not _is_card(decision):
        return decision
    return replace(decision, outcome=Outcome.FOLD, reason=reason, fold_at=now)


def next_digest_at(now: datetime, zone: str) -> datetime:
    """The next time it is eight o'clock in a zone; the clock changes of the zone included."""
    local = now.astimezone(ZoneInfo(zone))
    today = local.replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    due = today if today > local else today + timedelta(days=1)
    return due.astimezone(UTC)
