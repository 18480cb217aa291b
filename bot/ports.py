"""Every port on one page: what the core needs from the outside, and what plug-ins implement.

All times are aware and UTC. Adapters raise only the errors of `bot.errors`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.alert import (
    Alert,
    Delivery,
    DeliveryKey,
    DeliveryStatus,
    MessageId,
    Receipt,
)
from bot.domain.brief import Message
from bot.domain.channel import AccountId, Channel, ChannelId, Platform
from bot.domain.mute import Mute
from bot.domain.report import Report
from bot.domain.story import Story, StoryId
from bot.domain.subscription import Criteria, Mode, Subscription, SubscriptionId


class Clock(Protocol):
    """The only reader of the wall clock; tests hand in one that they turn by hand."""

    def now(self) -> datetime: ...

    async def sleep(self, pause: timedelta) -> None: ...


# --- sources ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What is remembered of a source between polls."""

    name: str
    etag: str = ""
    last_modified: str = ""
    last_attempt_at: datetime | None = None
    last_success_at: datetime | None = None
    failures: int = 0
    """In a row, up to now."""
    last_error: str = ""
    """Of the latest poll; empty when it went well."""
    unfinished: bool = False
    """Older pages could not be read last time: follow the whole chain again."""
    baseline_at: datetime | None = None
    """First success: what it held then is history and is never posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryBatch:
    """What one poll of a story source brought."""

    stories: tuple[Story, ...] = ()
    problems: tuple[str, ...] = ()
    """One line per rejected item or field: feed, item, field, what is wrong."""
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False
    unfinished: bool = False
    """Some of it could not be read; see `SourceState.unfinished`."""


class StorySource(Protocol):
    """Where verified stories come from: a story feed, a file, or the built-in newsdesk."""

    @property
    def name(self) -> str: ...

    @property
    def every(self) -> timedelta: ...

    async def poll(self, state: SourceState) -> StoryBatch:
        """New and changed stories. Raises SourceError when nothing at all could be read."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBatch:
    """What one poll of a raw feed brought to the newsdesk."""

    reports: tuple[Report, ...] = ()
    problems: tuple[str, ...] = ()
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False


class ReportSource(Protocol):
    """A raw feed for the newsdesk."""

    @property
    def name(self) -> str: ...

    @property
    def every(self) -> timedelta: ...

    async def poll(self, state: SourceState) -> ReportBatch: ...


# --- channels --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """At most `messages` in any window of `per`."""

    messages: int
    per: timedelta


class ChannelAdapter(Protocol):
    """Posts to one platform. One suite, tests/contract/test_channel_adapter.py, runs over all."""

    @property
    def platform(self) -> Platform: ...

    @property
    def channel_pace(self) -> Pace:
        """The platform's own limit on messages to one channel."""
        ...

    @property
    def account_pace(self) -> Pace:
        """The limit over all channels of one workspace or bot."""
        ...

    @property
    def safe_repeat(self) -> timedelta:
        """How long after an attempt `post` may be repeated with the same key without looking.

        Discord: its nonce window, taken short. Slack: zero. Web: for ever.
        """
        ...

    async def post(
        self,
        channel: Channel,
        message: Message,
        *,
        key: DeliveryKey,
        reply_to: MessageId | None = None,
        plain: bool = False,
    ) -> MessageId:
        """Post once and return the platform's id. Never retries by itself after no answer."""
        ...

    async def edit(
        self, channel: Channel, message_id: MessageId, message: Message, *, key: DeliveryKey
    ) -> None:
        """Replace a message of ours. Repeating it is harmless."""
        ...

    async def find(
        self,
        channel: Channel,
        *,
        key: DeliveryKey,
        since: datetime,
        reply_to: MessageId | None = None,
    ) -> MessageId | None:
        """The message posted with `key` at or after `since`, or None: it is certainly not there.

        Raises TransientDeliveryError to be asked again later and PermanentDeliveryError where
        the platform does not let us look (missing scope): then it stays uncertain.
        """
        ...

    async def preflight(self, channel: Channel) -> tuple[str, ...]:
        """What keeps us from posting there, each with its exact fix; empty when all is well."""
        ...


# --- stores ----------------------------------------------------------------------------------


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


# --- handlers --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of `tidings check` and of the health pages."""

    where: str
    ok: bool
    what: str
    fix: str = ""
    """The exact thing to do; empty when it is well."""


class Handler(Protocol):
    """One platform, supervised by itself: it may fail and return without stopping the rest."""

    @property
    def platform(self) -> Platform: ...

    @property
    def adapter(self) -> ChannelAdapter: ...

    async def run(self) -> None:
        """Serve until cancelled; reconnect for ever. Returns only when the token is refused."""
        ...

    def health(self) -> Finding:
        """Connected or not, and since when."""
        ...

    async def check(self) -> tuple[Finding, ...]:
        """Token, scopes, permissions, as far as the platform tells, without serving."""
        ...
