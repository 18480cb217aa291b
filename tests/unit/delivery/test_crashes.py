"""Killed at any await, with every fault of a platform on top: nothing lost, nothing repeated."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.delivery.alerting import Alerting
from bot.delivery.keeper import ChannelKeeper
from bot.delivery.worker import LEASE, DeliveryWorker
from bot.domain.brief import Brief
from bot.domain.channel import Channel, Platform
from bot.domain.story import Story, StoryStatus
from bot.errors import AmbiguousDelivery, TransientDeliveryError
from bot.store import open_stores
from bot.testing import FakeClock, Fault, a_channel, a_story, next_version
from tests.postgres import PostgresServer
from tests.unit.delivery.crashing import CrashError, Fuse, Mortal
from tests.unit.delivery.newsroom import Newsroom

CHANNELS = (
    a_channel("C1"),
    a_channel("C2"),
    a_channel("9", platform=Platform.DISCORD, workspace="8"),
    a_channel("10", platform=Platform.DISCORD, workspace="8"),
)
FIRST = [a_story(f"s{number}", impact=7 + number % 3) for number in range(3)]
SECOND = [
    next_version(FIRST[0], impact=10),
    next_version(FIRST[1], status=StoryStatus.CORRECTED),
    a_story("late", impact=9),
]


def unreliable(chance: Random, *, share: float) -> object:
    """A planner that makes that share of the calls fail in one of a platform's ways."""

    def plan(call: str, channel: Channel) -> Fault | None:
        if chance.random() > share:
            return None
        busy = TransientDeliveryError("429", retry_after=timedelta(seconds=3), counts=False)
        if call == "find":
            return Fault(busy)
        return chance.choice(
            [
                Fault(AmbiguousDelivery("applied, then dropped"), applied=True),
                Fault(AmbiguousDelivery("dropped before it was applied")),
                Fault(AmbiguousDelivery("500 after all"), applied=True),
                Fault(busy),
            ]
        )

    return plan


async def live(room: Newsroom, fuse: Fuse, rounds: int) -> None:
    """One life of the process: until the fuse has burnt down or the rounds are over."""
    stores: Any = Mortal(room.stores, fuse)
    keeper = ChannelKeeper(stores=stores, clock=room.clock)
    alerting = Alerting(stores=stores, clock=room.clock, settings=room.settings)
    worker = DeliveryWorker(
        stores=stores,
        clock=room.clock,
        adapters={
            Platform.SLACK: Mortal(room.slack, fuse),
            Platform.DISCORD: Mortal(room.discord, fuse),
        },
        keeper=keeper,
        settings=room.settings,
        chance=Random(1),
    )
    try:
        for _ in range(rounds):
            await alerting.run()
            await worker.run_once()
            room.clock.advance(timedelta(seconds=5))
    except CrashError:
        await asyncio.gather(*worker._under_way, return_exceptions=True)


async def story_of_crashes(lives: list[int], seed: int, url: str) -> Newsroom:
    clock = FakeClock()
    async with open_stores(url) as stores:
        room = Newsroom(stores, clock)
        for channel in CHANNELS:
            await room.subscribe(channel)
        room.slack.planner = room.discord.planner = unreliable(Random(seed), share=0.3)  # type: ignore[assignment]
        for number, points in enumerate(lives):
            versions: list[Story] = FIRST if number == 0 else SECOND if number == 2 else []
            await stores.stories.add(versions, source="desk", now=clock.now())
            await live(room, Fuse(points), rounds=5)
            clock.advance(timedelta(seconds=seed % 40))
        await stores.stories.add([*FIRST, *SECOND], source="desk", now=clock.now())
        room.slack.planner = room.discord.planner = None
        for _ in range(8):
            await live(room, Fuse(1_000_000), rounds=2)
            clock.advance(LEASE)
        assert await stores.outbox.next_due(platforms=list(Platform)) is None
    return room


# An example takes two seconds; shrinking one would take minutes.
@settings(max_examples=10, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(lives=st.lists(st.integers(1, 160), min_size=3, max_size=8), seed=st.integers(0, 10_000))
def test_no_crash_and_no_fault_loses_or_repeats_a_message(
    migrated_file: Path, lives: list[int], seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(migrated_file, Path(folder) / "x.db")
        room = asyncio.run(story_of_crashes(lives, seed, f"sqlite:///{folder}/x.db"))
    nothing_lost_or_repeated(room)


@pytest.mark.postgres
@pytest.mark.parametrize("seed", range(3))
def test_neither_does_postgresql(postgres: PostgresServer, seed: int) -> None:
    chance = Random(seed)
    lives = [chance.randint(1, 160) for _ in range(6)]
    name = f"crash_{uuid4().hex}"
    url = postgres.create(name, template="migrated")
    nothing_lost_or_repeated(asyncio.run(story_of_crashes(lives, seed, url)))
    postgres.drop(name)


def nothing_lost_or_repeated(room: Newsroom) -> None:
    for channel in CHANNELS:
        cards = [m for m in room._posted(channel) if isinstance(m.message, Brief)]
        told = Counter(card.message.story for card in cards if isinstance(card.message, Brief))
        assert told == {"s0": 1, "s1": 1, "s2": 1, "late": 1}
        latest = {str(card.story): card for card in room.cards(channel)}
        assert (latest["s0"].impact, latest["s1"].mark) == (10, "CORRECTED")
        notes = Counter((note.story, note.version) for note in room.notes(channel))
        assert all(many == 1 for many in notes.values())
