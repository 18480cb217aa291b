"""What is kept, and what each store promises."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.alert import (
    Alert,
    Delivery,
    DeliveryStatus,
    MessageId,
    Receipt,
)
from bot.domain.channel import AccountId, Channel, ChannelId, Platform
from bot.domain.mute import Mute
from bot.domain.story import Story, StoryId
from bot.domain.subscription import Criteria, Mode, Subscription, SubscriptionId
from bot.ports.sources import SourceState


class StoryStore(Protocol):
    async def add(
        self, stories: Sequence[Story], *, source: str, now: datetime, history: bool = False
    ) -> tuple[Story, ...]:
        """Keep the versions not known yet and return them, oldest modification first.

        `history` marks them as already matched: the first poll of a source posts nothing.
        """
        ...

    async def get(self, story: StoryId, version: int | None = None) -> Story | None: ...

    async def by_ref(self, ref: str) -> Story | None:
        """The latest version of the story that `story_ref` shortened to `ref`."""
        ...

    async def knows(self, story: StoryId, version: int) -> bool: ...

    async def versions(self, story: StoryId) -> tuple[Story, ...]: ...

    async def between(
        self, start: datetime, end: datetime, *, limit: int = 10_000
    ) -> tuple[Story, ...]:
        """Latest versions of stories first published in [start, end), newest first."""
        ...

    async def changed(self, *, limit: int, before: datetime | None = None) -> tuple[Story, ...]:
        """Latest versions, newest modification first: the order of the story feed."""
        ...

    async def unmatched(self, *, limit: int) -> tuple[Story, ...]:
        """Versions that no match has been recorded for, in order of arrival."""
        ...

    async def search(self, words: str, *, limit: int) -> tuple[Story, ...]:
        """Stories whose id or headline holds the words, newest first; for completion."""
        ...

    async def vocabulary(self) -> Vocabulary:
        """Names and categories that stories have carried."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    entities: tuple[str, ...] = ()
    """Display names, most frequent first."""
    aliases: tuple[tuple[str, str], ...] = ()
    """(alias or id, display name)."""
    categories: tuple[str, ...] = ()


class ChannelStore(Protocol):
    async def upsert(self, channel: Channel, *, now: datetime) -> Channel:
        """Make it known or refresh its name; state and time zone of a known one stay."""
        ...

    async def get(self, channel: ChannelId) -> Channel | None: ...

    async def all(self) -> tuple[Channel, ...]: ...

    async def pause(self, channel: ChannelId, *, reason: str, now: datetime) -> bool:
        """Hold its deliveries. True only when it was active, so that people are told once."""
        ...

    async def resume(self, channel: ChannelId, *, now: datetime) -> bool:
        """Release what was held. True only when it was paused."""
        ...

    async def set_time_zone(self, channel: ChannelId, zone: str, *, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    at: datetime
    actor: str
    channel: ChannelId
    action: str
    """`subscribe`, `edit`, `unsubscribe`, `restore`, `pause`, `resume`, `mute`, `unmute`."""
    subscription: str = ""
    before: str = ""
    after: str = ""


class SubscriptionStore(Protocol):
    async def add(
        self,
        channel: ChannelId,
        criteria: Criteria,
        *,
        name: str = "",
        mode: Mode = Mode.INSTANT,
        actor: str,
        now: datetime,
    ) -> Subscription:
        """Give it the channel's next short id; an id once used is never given again."""
        ...

    async def get(
        self, channel: ChannelId, subscription: SubscriptionId
    ) -> Subscription | None: ...

    async def of_channel(self, channel: ChannelId) -> tuple[Subscription, ...]: ...

    async def all(self) -> tuple[Subscription, ...]: ...

    async def replace(self, subscription: Subscription, *, actor: str, now: datetime) -> None: ...

    async def end_pauses(self, *, now: datetime) -> int:
        """Resume those whose pause is over; how many. Whoever reads what is in force asks first."""
        ...

    async def remove(
        self, channel: ChannelId, subscription: SubscriptionId, *, actor: str, now: datetime
    ) -> Subscription | None: ...

    async def restore(
        self, channel: ChannelId, subscription: SubscriptionId, *, actor: str, now: datetime
    ) -> Subscription | None:
        """Undo `remove`, with the same id."""
        ...

    async def changes(self, since: int) -> tuple[int, tuple[tuple[int, Subscription | None], ...]]:
        """The counter now, and (row number, subscription or None when removed) changed since."""
        ...

    async def audit(self, channel: ChannelId, *, limit: int) -> tuple[AuditEntry, ...]: ...


class MuteStore(Protocol):
    """Which channels do not want to hear of which stories; only mutes in force are ever told."""

    async def add(self, mute: Mute, *, actor: str, now: datetime) -> None:
        """Keep it, in place of an earlier one of the same story in the same channel."""
        ...

    async def remove(self, mute: Mute, *, actor: str, now: datetime) -> None:
        """End it now; nothing happens where it has ended already."""
        ...

    async def of_channel(self, channel: ChannelId, *, now: datetime) -> tuple[Mute, ...]:
        """The first to end comes first."""
        ...

    async def of_stories(self, stories: Collection[StoryId], *, now: datetime) -> tuple[Mute, ...]:
        """In any channel."""
        ...


class Outbox(Protocol):
    """Alerts and the messages that carry them. Every method is one transaction."""

    async def record(
        self, story: Story, alerts: Sequence[Alert], *, rules_version: int, now: datetime
    ) -> int:
        """Write a story version's alerts and their deliveries and mark it matched, all or none.

        Earlier versions of the story count as matched from then on. Repeating it writes
        nothing. Returns the deliveries written. Folded alerts wait for `fold`.
        """
        ...

    async def fold(self, channel: ChannelId, *, now: datetime) -> bool:
        """Put a channel's folded alerts that are due into one digest delivery."""
        ...

    async def waiting_folds(self, *, now: datetime) -> tuple[ChannelId, ...]:
        """Active channels with folded alerts that are due."""
        ...

    async def last_digest_at(self, channel: ChannelId) -> datetime | None:
        """When the latest digest of a channel was put together."""
        ...

    async def fold_stale(self, *, created_before: datetime, reason: str, now: datetime) -> int:
        """Turn new alerts that waited too long, never tried, into folded ones; how many."""
        ...

    async def claim(
        self,
        *,
        worker: str,
        platforms: Sequence[Platform],
        limit: int,
        now: datetime,
        lease: timedelta,
        per_account: int | None = None,
        passing_over: Collection[ChannelId | AccountId] = (),
    ) -> tuple[Delivery, ...]:
        """Due deliveries, oldest first, at most one under way per channel.

        At most `per_account` of one account, none of the channels and accounts in
        `passing_over`, and none of a paused channel. An attempt is counted and committed
        before anything is sent. One whose lease ran out while claimed comes back `ambiguous`.
        """
        ...

    async def next_due(self, *, platforms: Sequence[Platform]) -> datetime | None: ...

    async def sent(
        self,
        delivery: Delivery,
        message_id: MessageId,
        *,
        now: datetime,
        shows: int | None = None,
    ) -> None:
        """Record the platform's confirmation; for a story card, also its receipt.

        `shows` is the story version that the channel's card shows now. None means the
        alert's own version for a new card, and no change of the card for anything else.
        """
        ...

    async def settle(
        self,
        delivery: Delivery,
        status: DeliveryStatus,
        *,
        error: str,
        now: datetime,
        next_at: datetime | None = None,
        ambiguous: bool = False,
        plain: bool = False,
        counts: bool = True,
    ) -> None:
        """Record that it was not confirmed: retrying (with `next_at`), held, uncertain, failed.

        Dropped makes its alerts suppressed ones, with the reason. Does nothing when the
        delivery has been claimed again or confirmed in the meantime.
        """
        ...

    async def leave_out(self, delivery: Delivery, story: StoryId, *, reason: str) -> None:
        """Take a story out of a digest before it is posted: suppressed, for the reason."""
        ...

    async def receipt(self, channel: ChannelId, story: StoryId) -> Receipt | None: ...

    async def forget_receipt(self, channel: ChannelId, story: StoryId) -> None: ...

    async def told(self, story: StoryId) -> tuple[Alert, ...]:
        """Every alert ever recorded about a story, all channels and versions."""
        ...

    async def sent_since(self, channel: ChannelId, since: datetime) -> int:
        """New cards that a channel got since then or will get: what the hourly cap counts."""
        ...

    async def log(self, channel: ChannelId | None, *, limit: int) -> tuple[Delivery, ...]:
        """Latest deliveries, newest first; of all channels where `channel` is None."""
        ...

    async def counts(self) -> dict[DeliveryStatus, int]: ...


class SourceStore(Protocol):
    async def state(self, source: str) -> SourceState: ...

    async def save(self, *states: SourceState) -> None:
        """Keep them in one transaction."""
        ...

    async def all(self) -> tuple[SourceState, ...]: ...


class Notebook(Protocol):
    """Small values that must survive a restart, by name (e.g. the hash of synced commands)."""

    async def read(self, key: str) -> str | None: ...

    async def write(self, key: str, value: str) -> None: ...


class Stores(Protocol):
    """All stores over one database."""

    @property
    def stories(self) -> StoryStore: ...
    @property
    def channels(self) -> ChannelStore: ...
    @property
    def subscriptions(self) -> SubscriptionStore: ...
    @property
    def mutes(self) -> MuteStore: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def sources(self) -> SourceStore: ...
    @property
    def notebook(self) -> Notebook: ...
