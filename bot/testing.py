"""Fakes and builders for tests, shipped so that plug-ins can use them too.

`FakeClock` is turned by hand, `RecordingAdapter` is a chat platform in memory that can be told to
fail, and the builders make valid values of which a test names only what it is about.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.alert import Alert, AlertKind, DeliveryKey, MessageId
from bot.domain.brief import Message
from bot.domain.channel import Channel, ChannelId, Platform
from bot.domain.story import (
    Entity,
    Impact,
    Sentiment,
    SentimentLabel,
    Story,
    StoryId,
    StoryStatus,
    Verification,
)
from bot.domain.subscription import Bounds, Criteria, Subscription, SubscriptionId
from bot.errors import DeliveryError, MessageGone
from bot.ports.channels import Pace

NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
"""When a `FakeClock` starts."""
LONG_AGO = NOON - timedelta(hours=2)


class FakeClock:
    """A clock that moves only when told to."""

    def __init__(self, start: datetime = NOON) -> None:
        self._now = start
        self._order = itertools.count()
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self._now

    async def sleep(self, pause: timedelta) -> None:
        """Return once `advance` has moved the clock that far."""
        if pause <= timedelta(0):
            await asyncio.sleep(0)
            return
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + pause, next(self._order), waiter))
        await waiter

    def advance(self, pause: timedelta) -> datetime:
        """Move on and wake who slept until then; returns the new time."""
        self._now += pause
        while self._sleepers and self._sleepers[0][0] <= self._now:
            _, _, waiter = heapq.heappop(self._sleepers)
            if not waiter.done():
                waiter.set_result(None)
        return self._now

    @property
    def next_waking(self) -> datetime | None:
        """When the first sleeper wants to be woken."""
        live = [moment for moment, _, waiter in self._sleepers if not waiter.done()]
        return min(live, default=None)


@dataclass(slots=True)
class Posted:
    """A message as a reader of the channel sees it."""

    id: MessageId
    channel: ChannelId
    key: DeliveryKey
    message: Message
    at: datetime
    reply_to: MessageId | None = None
    plain: bool = False
    edits: list[Message] = field(default_factory=list)
    deleted: bool = False

    @property
    def shown(self) -> Message:
        return self.edits[-1] if self.edits else self.message


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with one call; `applied` when the platform carried it out all the same."""

    error: BaseException
    applied: bool = False


Planner = Callable[[str, Channel], Fault | None]
"""Asked at every `post`, `edit` and `find` with that word and the channel."""


class RecordingAdapter:
    """A chat platform in memory: keeps what was posted and fails as planned."""

    def __init__(
        self,
        platform: Platform = Platform.SLACK,
        *,
        clock: FakeClock,
        channel_pace: Pace | None = None,
        account_pace: Pace | None = None,
        safe_repeat: timedelta = timedelta(0),
        nonce_window: timedelta = timedelta(0),
        planner: Planner | None = None,
    ) -> None:
        no_limit = Pace(messages=1_000_000, per=timedelta(seconds=1))
        self.platform = platform
        self.channel_pace = channel_pace or no_limit
        self.account_pace = account_pace or no_limit
        self.safe_repeat = safe_repeat
        self.messages: list[Posted] = []
        self.calls: list[tuple[str, ChannelId]] = []
        self.problems: dict[ChannelId, tuple[str, ...]] = {}
        self.planner = planner
        self._nonce_window = nonce_window
        self._clock = clock
        self._planned: list[tuple[str, ChannelId | None, Fault]] = []

    def fail_next(
        self,
        call: str,
        error: DeliveryError,
        *,
        applied: bool = False,
        channel: ChannelId | None = None,
    ) -> None:
        """Make the next `post`, `edit` or `find` raise `error`; the next in `channel`, if given."""
        self._planned.append((call, channel, Fault(error, applied)))

    def in_channel(self, channel: ChannelId) -> list[Posted]:
        """What stands in a channel, oldest first."""
        return [m for m in self.messages if m.channel == channel and not m.deleted]

    async def post(
        self,
        channel: Channel,
        message: Message,
        *,
        key: DeliveryKey,
        reply_to: MessageId | None = None,
        plain: bool = False,
    ) -> MessageId:
        fault = await self._begin("post", channel)
        if fault and not fault.applied:
            raise fault.error
        if reply_to is not None and self._standing(reply_to) is None:
            raise MessageGone(f"There is no message {reply_to} to reply to.", code="gone")
        posted = self._same_nonce(key) or self._append(channel, message, key, reply_to, plain=plain)
        if fault:
            raise fault.error
        return posted.id

    async def edit(
        self, channel: Channel, message_id: MessageId, message: Message, *, key: DeliveryKey
    ) -> None:
        fault = await self._begin("edit", channel)
        if fault and not fault.applied:
            raise fault.error
        posted = self._standing(message_id)
        if posted is None:
            raise MessageGone(f"There is no message {message_id} to edit.", code="gone")
        posted.edits.append(message)
        # As on Discord, whose key stands in the buttons: an edit carries its own.
        posted.key = key
        if fault:
            raise fault.error

    async def find(
        self,
        channel: Channel,
        *,
        key: DeliveryKey,
        since: datetime,
        reply_to: MessageId | None = None,
    ) -> MessageId | None:
        fault = await self._begin("find", channel)
        if fault:
            raise fault.error
        # The harder case: a platform that does not look in one thread only.
        del reply_to
        found = (m for m in self.in_channel(channel.id) if m.key == key and m.at >= since)
        return next((m.id for m in found), None)

    async def preflight(self, channel: Channel) -> tuple[str, ...]:
        return self.problems.get(channel.id, ())

    async def _begin(self, call: str, channel: Channel) -> Fault | None:
        self.calls.append((call, channel.id))
        await asyncio.sleep(0)
        for planned in self._planned:
            if planned[0] == call and planned[1] in {None, channel.id}:
                self._planned.remove(planned)
                return planned[2]
        return self.planner(call, channel) if self.planner else None

    def _append(
        self,
        channel: Channel,
        message: Message,
        key: DeliveryKey,
        reply_to: MessageId | None,
        *,
        plain: bool,
    ) -> Posted:
        posted = Posted(
            id=MessageId(f"m{len(self.messages) + 1}"),
            channel=channel.id,
            key=key,
            message=message,
            at=self._clock.now(),
            reply_to=reply_to,
            plain=plain,
        )
        self.messages.append(posted)
        return posted

    def _same_nonce(self, key: DeliveryKey) -> Posted | None:
        since = self._clock.now() - self._nonce_window
        return next((m for m in self.messages if m.key == key and m.at > since), None)

    def _standing(self, message_id: MessageId) -> Posted | None:
        return next((m for m in self.messages if m.id == message_id and not m.deleted), None)


def a_channel(
    native_id: str = "C1", *, platform: Platform = Platform.SLACK, workspace: str = "T1"
) -> Channel:
    return Channel(
        platform=platform, workspace=workspace, native_id=native_id, name=f"room-{native_id}"
    )


def a_story(
    story_id: str = "gas-cap",
    *,
    version: int = 1,
    impact: int = 7,
    sources: int = 2,
    status: StoryStatus = StoryStatus.VERIFIED,
    headline: str = "Ministers agree on a gas price cap",
    category: str = "energy",
    sentiment: SentimentLabel = SentimentLabel.NEUTRAL,
    regions: tuple[str, ...] = ("DE",),
    entities: tuple[str, ...] = (),
    takeaways: tuple[str, ...] = ("The cap starts in December.",),
    published_at: datetime = LONG_AGO,
    modified_at: datetime | None = None,
    **more: Any,
) -> Story:
    """A story two hours old at `NOON`; a later version was modified a minute later each."""
    return Story(
        id=StoryId(story_id),
        version=version,
        status=status,
        headline=headline,
        category=category,
        published_at=published_at,
        modified_at=modified_at or published_at + timedelta(minutes=version - 1),
        sentiment=Sentiment(label=sentiment),
        impact=Impact(score=impact),
        verification=Verification(independent_sources=sources),
        takeaways=takeaways,
        entities=tuple(Entity(id="", name=name) for name in entities),
        regions=regions,
        **more,
    )


def next_version(story: Story, **changes: Any) -> Story:
    """The story one version and one minute later; `impact` and `sources` may be plain numbers."""
    if isinstance(changes.get("impact"), int):
        changes["impact"] = Impact(score=changes["impact"])
    if "sources" in changes:
        sources = changes.pop("sources")
        changes["verification"] = replace(story.verification, independent_sources=sources)
    later = {"version": story.version + 1, "modified_at": story.modified_at + timedelta(minutes=1)}
    return replace(story, **{**later, **changes})


def a_subscription(
    subscription_id: str = "s1",
    *,
    channel: ChannelId | None = None,
    impact: int | None = None,
    regions: tuple[str, ...] = (),
    **more: Any,
) -> Subscription:
    """A rule that takes everything unless `impact` (at least) or `regions` (any of) say more."""
    criteria = Criteria(
        impact=Bounds(impact, None), regions=(frozenset(regions),) if regions else ()
    )
    return Subscription(
        id=SubscriptionId(subscription_id),
        channel=channel or a_channel().id,
        **{"criteria": criteria, **more},
    )


def an_alert(
    story: Story, *, channel: ChannelId | None = None, kind: AlertKind = AlertKind.NEW, **more: Any
) -> Alert:
    """An alert about that version, to be sent."""
    return Alert(
        channel=channel or a_channel().id,
        story=story.id,
        version=story.version,
        kind=kind,
        **{"subscriptions": (SubscriptionId("s1"),), **more},
    )
