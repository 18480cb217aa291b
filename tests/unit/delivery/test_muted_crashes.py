"""Killed at any await while a channel mutes stories: nothing repeated, no correction lost."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.delivery.worker import LEASE
from bot.domain.alert import AlertKind
from bot.domain.brief import Brief
from bot.domain.channel import Channel, Platform
from bot.domain.mute import Mute
from bot.domain.story import Story, StoryId
from bot.store import open_stores
from bot.testing import FakeClock
from tests.unit.delivery.crashing import Fuse
from tests.unit.delivery.newsroom import Newsroom
from tests.unit.delivery.test_crashes import CHANNELS, FIRST, SECOND, live, unreliable

MUTED = (CHANNELS[0], CHANNELS[2])
"""One on each platform; the others hear everything."""
GROWN, CORRECTED = StoryId("s0"), StoryId("s1")


async def mute(room: Newsroom) -> None:
    now = room.clock.now()
    for channel in MUTED:
        for story in (GROWN, CORRECTED):
            made = Mute(channel=channel.id, story=story, until=now + timedelta(days=30))
            await room.stores.mutes.add(made, actor="U1", now=now)


async def story_of_crashes(lives: list[int], muted_at: int, seed: int, url: str) -> Newsroom:
    clock = FakeClock()
    async with open_stores(url) as stores:
        room = Newsroom(stores, clock)
        for channel in CHANNELS:
            await room.subscribe(channel)
        room.slack.planner = room.discord.planner = unreliable(Random(seed), share=0.3)  # type: ignore[assignment]
        for number, points in enumerate(lives):
            if number == muted_at:
                await mute(room)
            versions: list[Story] = FIRST if number == 0 else SECOND if number == 2 else []
            await stores.stories.add(versions, source="desk", now=clock.now())
            await live(room, Fuse(points), rounds=5)
            clock.advance(timedelta(seconds=seed % 40))
        room.slack.planner = room.discord.planner = None
        for _ in range(8):
            await live(room, Fuse(1_000_000), rounds=2)
            clock.advance(LEASE)
        assert await stores.outbox.next_due(platforms=list(Platform)) is None
    return room


# As in test_crashes: an example takes two seconds; shrinking one would take minutes.
@settings(max_examples=10, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    lives=st.lists(st.integers(1, 160), min_size=4, max_size=7),
    muted_at=st.integers(0, 4),
    seed=st.integers(0, 10_000),
)
def test_a_mute_at_any_moment_repeats_nothing_and_loses_no_correction(
    migrated_file: Path, lives: list[int], muted_at: int, seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(migrated_file, Path(folder) / "x.db")
        url = f"sqlite:///{folder}/x.db"
        room = asyncio.run(story_of_crashes(lives, muted_at, seed, url))
    for channel in CHANNELS:
        told = posted(room, channel)
        assert set(told.values()) <= {1}
        assert told["s2"] == told["late"] == 1
        corrections_stand_where_the_story_does(room, channel)
    for channel in set(CHANNELS) - set(MUTED):
        assert posted(room, channel)[GROWN] == posted(room, channel)[CORRECTED] == 1
    if muted_at == 0:
        assert all(posted(room, channel)[GROWN] == 0 for channel in MUTED)


def posted(room: Newsroom, channel: Channel) -> Counter[str]:
    cards = [found.message for found in room._posted(channel)]
    return Counter(str(card.story) for card in cards if isinstance(card, Brief))


def corrections_stand_where_the_story_does(room: Newsroom, channel: Channel) -> None:
    marks = [card.mark for card in room.cards(channel) if card.story == CORRECTED]
    notes = Counter((note.story, note.version, note.kind) for note in room.notes(channel))
    assert all(many == 1 for many in notes.values())
    assert marks in ([], ["CORRECTED"])
    if not marks:
        assert notes[CORRECTED, 2, AlertKind.CORRECTION] == 0
