"""From story versions to alerts: which channels are told what, written down with the story.

Takes unmatched versions, best story first, asks the rules who wants them and the policy what each
channel is told, and records the answer in one transaction per story. Nothing is sent here.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.domain.alert import Alert, Outcome
from bot.domain.channel import ChannelId
from bot.domain.mute import Mute
from bot.domain.story import Story, StoryId
from bot.domain.subscription import Mode, Subscription
from bot.observability import ALERTS
from bot.ports.clock import Clock
from bot.ports.stores import Stores
from bot.rules.book import RuleBook
from bot.rules.policy import AWAY, Decision, Known, Room, decide, fit, span
from bot.rules.reasons import why_subscription
from bot.rules.terms import StoryFacts, facts_of
from bot.settings import DeliverySettings

log = structlog.get_logger(__name__)

BATCH = 200
"""Unmatched versions looked at together: what counts as "at once" for the burst limit."""
HOUR = timedelta(hours=1)
SAMPLE = 100
"""Every so many stories the index is compared with the plain reading of the rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What one channel is about to be told of one story."""

    story: Story
    channel: ChannelId
    decision: Decision
    subscriptions: tuple[Subscription, ...]
    why: tuple[str, ...]

    @property
    def alert(self) -> Alert:
        return Alert(
            channel=self.channel,
            story=self.story.id,
            version=self.story.version,
            kind=self.decision.kind,
            subscriptions=tuple(found.id for found in self.subscriptions),
            why=self.why,
            outcome=self.decision.outcome,
            reason=self.decision.reason,
            fold_at=self.decision.fold_at,
        )


class Alerting:
    """One run at a time; several processes may run it, the store lets only one record a story."""

    def __init__(self, *, stores: Stores, clock: Clock, settings: DeliverySettings) -> None:
        self._stores, self._clock, self._settings = stores, clock, settings
        self._book = RuleBook()
        self._turn = asyncio.Lock()
        self._seen = 0

    async def run(self) -> int:
        """Decide about everything unmatched; how many deliveries were written."""
        async with self._turn:
            await self._stores.subscriptions.end_pauses(now=self._clock.now())
            written = 0
            while batch := await self._stores.stories.unmatched(limit=BATCH):
                self._book.apply(*await self._stores.subscriptions.changes(self._book.version))
                written += await self._tell(batch)
            return written + await self._fold()

    async def _tell(self, batch: Sequence[Story]) -> int:
        candidates: dict[StoryId, list[Candidate]] = {}
        first_here = _first_versions(batch)
        ordered = _best_first(batch)
        muted = await self._stores.mutes.of_stories(first_here, now=self._clock.now())
        for story in ordered:
            past = await self._past(story, first_here[story.id], muted)
            candidates[story.id] = await self._candidates(story, past)
        await self._make_fit(candidates)
        written = 0
        for story in ordered:
            alerts = [candidate.alert for candidate in candidates[story.id]]
            written += await self._stores.outbox.record(
                story, alerts, rules_version=self._book.version, now=self._clock.now()
            )
            for alert in alerts:
                ALERTS.labels(kind=alert.kind, outcome=alert.outcome).inc()
        return written

    async def _candidates(self, story: Story, past: _Past) -> list[Candidate]:
        """What each channel concerned is told of the story, in order of the channels' ids."""
        facts = facts_of(story)
        self._check(story, facts)
        matched = _by_channel(self._book.match(facts))
        found = []
        for channel in sorted({*matched, *past.told}):
            subscriptions = matched.get(channel, ())
            decision = await self._decide(story, channel, subscriptions, past)
            if decision is not None:
                why = tuple(why_subscription(each, facts) for each in subscriptions)
                found.append(
                    Candidate(
                        story=story,
                        channel=channel,
                        decision=decision,
                        subscriptions=subscriptions,
                        why=why or past.why(channel),
                    )
                )
        return found

    async def _past(self, story: Story, first_here: int, muted: Iterable[Mute]) -> _Past:
        versions = {kept.version: kept for kept in await self._stores.stories.versions(story.id)}
        older = [version for version in versions if version < first_here]
        previous = versions[max(older)] if older else None
        return _Past(
            versions=versions,
            previous=previous,
            matched=frozenset(self._book.match(facts_of(previous)) if previous else ()),
            told=_told_by_channel(await self._stores.outbox.told(story.id)),
            muted={mute.channel: mute for mute in muted if mute.story == story.id},
        )

    async def _decide(
        self,
        story: Story,
        channel: ChannelId,
        subscriptions: tuple[Subscription, ...],
        past: _Past,
    ) -> Decision | None:
        now = self._clock.now()
        return decide(
            story,
            subscriptions,
            Known(
                told=past.last_told(channel),
                waiting=past.waiting(channel, now),
                subscribed=bool(subscriptions) or await self._subscribed(channel),
                previous=past.previous,
                matched_before=past.matched.issuperset(subscriptions),
                mute=past.muted.get(channel),
            ),
            now=now,
            max_age=self._settings.max_age,
            zone=await self._zone(channel, subscriptions),
        )

    async def _subscribed(self, channel: ChannelId) -> bool:
        every = await self._stores.subscriptions.of_channel(channel)
        return any(not subscription.paused for subscription in every)

    async def _zone(self, channel: ChannelId, subscriptions: Sequence[Subscription]) -> str:
        if all(subscription.mode is Mode.INSTANT for subscription in subscriptions):
            return "UTC"
        known = await self._stores.channels.get(channel)
        return known.time_zone if known else "UTC"

    async def _make_fit(self, candidates: dict[StoryId, list[Candidate]]) -> None:
        """Fold what a channel has no room for; `candidates` holds the best story first."""
        settings, now = self._settings, self._clock.now()
        if not settings.burst and not settings.cap_per_hour:
            return
        by_channel: dict[ChannelId, list[Candidate]] = defaultdict(list)
        for some in candidates.values():
            for candidate in some:
                by_channel[candidate.channel].append(candidate)
        for channel, mine in by_channel.items():
            sent = await self._stores.outbox.sent_since(channel, now - HOUR)
            room = Room(burst=settings.burst, cap=settings.cap_per_hour, sent=sent)
            decisions = fit([candidate.decision for candidate in mine], room, now)
            for candidate, decision in zip(mine, decisions, strict=True):
                some = candidates[candidate.story.id]
                some[some.index(candidate)] = replace(candidate, decision=decision)

    async def _fold(self) -> int:
        """Write the digests that are due."""
        outbox, now = self._stores.outbox, self._clock.now()
        if self._settings.max_age:
            await outbox.fold_stale(
                created_before=now - self._settings.max_age,
                reason=f"{AWAY} {span(self._settings.max_age)}",
                now=now,
            )
        written = 0
        for channel in await outbox.waiting_folds(now=now):
            if await self._may_fold(channel, now):
                written += await outbox.fold(channel, now=now)
        return written

    async def _may_fold(self, channel: ChannelId, now: datetime) -> bool:
        """Under a cap, one list an hour: else every further story would be a list of its own."""
        if not self._settings.cap_per_hour:
            return True
        last = await self._stores.outbox.last_digest_at(channel)
        return last is None or now - last >= HOUR

    def _check(self, story: Story, facts: StoryFacts) -> None:
        self._seen += 1
        if self._seen % SAMPLE == 0:
            for subscription in self._book.disagreements(facts, limit=3):
                log.error(
                    "rules.disagreement",
                    story=story.id,
                    channel=subscription.channel,
                    subscription=subscription.id,
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """What was known of a story, and to whom, before the versions at hand."""

    versions: Mapping[int, Story]
    previous: Story | None
    matched: frozenset[Subscription]
    """The subscriptions in force that `previous` met."""
    told: Mapping[ChannelId, tuple[Alert, ...]]
    muted: Mapping[ChannelId, Mute]
    """The channels that do not want to hear of it now."""

    def last_told(self, channel: ChannelId) -> Story | None:
        told = self.told.get(channel)
        if not told:
            return None
        version = max(alert.version for alert in told)
        # Pruned: then the oldest version kept has to stand for it.
        return self.versions.get(version) or self.versions[min(self.versions)]

    def waiting(self, channel: ChannelId, now: datetime) -> bool:
        return any(alert.fold_at and alert.fold_at > now for alert in self.told.get(channel, ()))

    def why(self, channel: ChannelId) -> tuple[str, ...]:
        """The reasons the channel was given at first."""
        return next((alert.why for alert in self.told.get(channel, ()) if alert.why), ())


def _first_versions(batch: Iterable[Story]) -> dict[StoryId, int]:
    first: dict[StoryId, int] = {}
    for story in batch:
        first[story.id] = min(story.version, first.get(story.id, story.version))
    return first


def _best_first(batch: Iterable[Story]) -> list[Story]:
    """The latest version of each story, highest impact first, then in order of arrival."""
    latest: dict[StoryId, Story] = {}
    for story in batch:
        known = latest.get(story.id)
        if known is None or known.version < story.version:
            latest[story.id] = story
    return sorted(latest.values(), key=lambda story: -story.impact.score)


def _by_channel(
    subscriptions: Iterable[Subscription],
) -> dict[ChannelId, tuple[Subscription, ...]]:
    found: dict[ChannelId, list[Subscription]] = defaultdict(list)
    for subscription in subscriptions:
        found[subscription.channel].append(subscription)
    return {channel: tuple(some) for channel, some in found.items()}


def _told_by_channel(alerts: Iterable[Alert]) -> dict[ChannelId, tuple[Alert, ...]]:
    """The alerts that reached or will reach each channel."""
    found: dict[ChannelId, list[Alert]] = defaultdict(list)
    for alert in alerts:
        if alert.outcome is not Outcome.SUPPRESS:
            found[alert.channel].append(alert)
    return {channel: tuple(some) for channel, some in found.items()}
