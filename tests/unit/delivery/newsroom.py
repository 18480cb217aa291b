"""Alerting, worker and two chat platforms around one store, for tests of what readers see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from random import Random

from bot.delivery.alerting import Alerting
from bot.delivery.keeper import ChannelKeeper
from bot.delivery.worker import DeliveryWorker
from bot.domain.brief import Brief, Message, RollUp, UpdateNote
from bot.domain.channel import Channel, Platform
from bot.domain.story import Story
from bot.domain.subscription import Bounds, Criteria, Subscription
from bot.ports.stores import Stores
from bot.settings import DeliverySettings
from bot.testing import FakeClock, Posted, RecordingAdapter, a_channel

SLACK = a_channel("C1")
DISCORD = a_channel("9", platform=Platform.DISCORD, workspace="8")


class Newsroom:
    """Everything between a story's arrival and the message in the channel."""

    def __init__(self, stores: Stores, clock: FakeClock, **settings: object) -> None:
        self.stores, self.clock = stores, clock
        self.settings = DeliverySettings.model_validate(settings)
        self.slack = RecordingAdapter(Platform.SLACK, clock=clock)
        self.discord = RecordingAdapter(
            Platform.DISCORD,
            clock=clock,
            safe_repeat=timedelta(minutes=2),
            nonce_window=timedelta(minutes=5),
        )
        self.restart()

    def restart(self) -> None:
        """New objects over the same store, as after a crash."""
        self.keeper = ChannelKeeper(stores=self.stores, clock=self.clock)
        self.alerting = Alerting(stores=self.stores, clock=self.clock, settings=self.settings)
        self.worker = DeliveryWorker(
            stores=self.stores,
            clock=self.clock,
            adapters={Platform.SLACK: self.slack, Platform.DISCORD: self.discord},
            keeper=self.keeper,
            settings=self.settings,
            chance=Random(7),
        )

    async def subscribe(
        self, channel: Channel = SLACK, impact: int | None = 7, **more: object
    ) -> Subscription:
        rule = Criteria(impact=Bounds(impact, None), **more)  # type: ignore[arg-type]
        await self.stores.channels.upsert(channel, now=self.clock.now())
        return await self.stores.subscriptions.add(
            channel.id, rule, actor="U1", now=self.clock.now()
        )

    async def publish(self, *stories: Story, history: bool = False) -> None:
        """Let versions arrive and everything due go out."""
        now = self.clock.now()
        await self.stores.stories.add(stories, source="desk", now=now, history=history)
        await self.alerting.run()
        await self.settle()

    async def settle(self, wait: timedelta = timedelta(0)) -> None:
        """Let the clock run that long and send all that falls due."""
        self.clock.advance(wait)
        while await self.worker.run_once():
            pass

    def cards(self, channel: Channel = SLACK) -> list[Brief]:
        """The story cards of a channel as they read now."""
        return [m.shown for m in self._posted(channel) if isinstance(m.shown, Brief)]

    def notes(self, channel: Channel = SLACK) -> list[UpdateNote]:
        return [m.message for m in self._posted(channel) if isinstance(m.message, UpdateNote)]

    def lists(self, channel: Channel = SLACK) -> list[RollUp]:
        return [m.message for m in self._posted(channel) if isinstance(m.message, RollUp)]

    def messages(self, channel: Channel = SLACK) -> list[Message]:
        return [m.shown for m in self._posted(channel)]

    def _posted(self, channel: Channel) -> Iterable[Posted]:
        adapter = self.slack if channel.platform is Platform.SLACK else self.discord
        return adapter.in_channel(channel.id)
