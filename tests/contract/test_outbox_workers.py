"""Several workers on one outbox, on every database: each story once, each channel in order."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.delivery.keeper import ChannelKeeper
from bot.delivery.worker import DeliveryWorker
from bot.domain.alert import DeliveryStatus
from bot.domain.brief import Brief
from bot.domain.channel import Platform
from bot.settings import DeliverySettings
from bot.store import SqlStores
from bot.testing import NOON, FakeClock, RecordingAdapter, a_channel, a_story, an_alert

CHANNELS = [a_channel(f"C{number}") for number in range(8)]
STORIES = [a_story(f"s{number}") for number in range(6)]


@pytest.fixture
async def filled(stores: SqlStores) -> SqlStores:
    for channel in CHANNELS:
        await stores.channels.upsert(channel, now=NOON)
    await stores.stories.add(STORIES, source="desk", now=NOON)
    for story in STORIES:
        alerts = [an_alert(story, channel=channel.id) for channel in CHANNELS]
        await stores.outbox.record(story, alerts, rules_version=1, now=NOON)
    return stores


async def test_three_workers_post_every_story_once_and_in_order(
    filled: SqlStores, clock: FakeClock
) -> None:
    slack = RecordingAdapter(clock=clock)
    keeper = ChannelKeeper(stores=filled, clock=clock)
    workers = [
        DeliveryWorker(
            stores=filled,
            clock=clock,
            adapters={Platform.SLACK: slack},
            keeper=keeper,
            settings=DeliverySettings(),
        )
        for _ in range(3)
    ]
    running = [asyncio.create_task(worker.run()) for worker in workers]
    wanted = len(CHANNELS) * len(STORIES)
    while (await filled.outbox.counts()).get(DeliveryStatus.SENT, 0) < wanted:
        clock.advance(timedelta(seconds=1))
    for worker in workers:
        await worker.stop(within=timedelta(seconds=5))
    await asyncio.gather(*running)
    for channel in CHANNELS:
        told = [
            m.message.story for m in slack.in_channel(channel.id) if isinstance(m.message, Brief)
        ]
        assert told == [story.id for story in STORIES]
