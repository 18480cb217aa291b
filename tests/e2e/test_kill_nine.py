"""kill -9, fifty times at random, with the platforms misbehaving: nothing lost, nothing repeated.

The real process serves forty channels on both counterparts; what counts is what stands in the
channels at the end. The seed makes faults and moments of death the same in every run, as far as
the machine's own timing allows.
"""

from __future__ import annotations

import asyncio
import re
import signal
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from bot.domain.channel import Channel, Platform
from bot.domain.subscription import Criteria
from bot.store import open_stores
from bot.testing import NOON
from tests.counterparts.discord import DiscordCounterpart
from tests.counterparts.discord.server import TOKEN
from tests.counterparts.slack import SlackCounterpart
from tests.counterparts.slack.faults import FaultKind
from tests.e2e.desk import StoryDesk
from tests.e2e.lives import Lives
from tests.e2e.running import until

SEED = 20260306
KILLS = 50
STORIES = 50
LONGEST_LIFE = 4.0
"""Seconds; the shortest ends while it is still starting."""
# Slack allows a workspace a few hundred messages a minute, so most channels are Discord's.
SLACK_CHANNELS, DISCORD_CHANNELS = 10, 30
FAULT_RATE = 0.08
_TITLE = re.compile(r"Story kill-(\d+)\b")


@dataclass
class World:
    desk: StoryDesk
    slack: SlackCounterpart
    discord: DiscordCounterpart
    channels: list[Channel]
    lives: Lives

    def stories_in(self, channel: Channel) -> Counter[str]:
        """How often a reader of the channel sees each story."""
        if channel.platform is Platform.SLACK:
            seen = self.slack.seen(channel.workspace, channel.native_id)
            texts = [message.text for message in seen]
        else:
            found = self.discord.messages(channel.native_id)
            texts = [self.discord.visible_text(message) for message in found]
        return Counter(title for text in texts for title in set(_TITLE.findall(text)))

    def posted(self) -> int:
        """How many of the alerts stand in their channels, repeats not counted."""
        return sum(len(self.stories_in(channel)) for channel in self.channels)

    def misbehave(self) -> None:
        """From now on every twelfth post meets one of a platform's bad moods."""
        slack_moods: tuple[FaultKind, ...] = (
            "apply_then_drop",
            "drop",
            "ratelimited",
            "status",
            "status_after",
        )
        self.slack.storm(SEED, rate=FAULT_RATE, kinds=slack_moods)
        discord_moods = (
            "apply_then_drop",
            "drop_before_apply",
            "ratelimit",
            "fail_before",
            "fail_after",
        )
        self.discord.faults.seed(
            SEED, rate=FAULT_RATE, kinds=discord_moods, route="/channels/{channel_id}/messages"
        )


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with StoryDesk() as desk, SlackCounterpart() as slack, DiscordCounterpart() as discord:
        workspace = slack.add_workspace("T1")
        guild = discord.add_guild("Newsroom")
        discord.gateway.identify_seconds = 0
        channels = []
        for number in range(SLACK_CHANNELS):
            slack.add_channel("T1", f"C{number}")
            channels.append(
                Channel(platform=Platform.SLACK, workspace="T1", native_id=f"C{number}")
            )
        for number in range(DISCORD_CHANNELS):
            made = discord.add_channel(guild["id"], f"news-{number}")
            channels.append(
                Channel(platform=Platform.DISCORD, workspace=guild["id"], native_id=made["id"])
            )
        database = f"sqlite:///{tmp_path / 'tidings.db'}"
        async with open_stores(database) as stores:
            for channel in channels:
                await stores.subscriptions.add(channel.id, Criteria(), actor="U1", now=NOON)
        config = {
            "slack": {"api_url": slack.api_url},
            "discord": {"api_url": discord.api_url, "gateway_url": discord.gateway_url},
            "sources": [
                {"name": "desk", "url": desk.url, "poll_seconds": 0.5, "allow_private": True}
            ],
            "database": {"url": database},
        }
        secrets = {
            "SLACK_BOT_TOKEN": workspace.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "DISCORD_TOKEN": TOKEN,
        }
        async with Lives(tmp_path, config, secrets) as lives:
            yield World(desk, slack, discord, channels, lives)


async def first_poll(world: World) -> None:
    """Let the baseline be taken of an empty feed, so that what follows is news."""
    await world.lives.start()

    async def polled() -> bool:
        return world.desk.polls > 1

    await until(polled, what="the first poll")
    assert await world.lives.end(signal.SIGTERM) == 0


@pytest.mark.slow
@pytest.mark.timeout(420)
async def test_fifty_kills_lose_nothing_and_repeat_nothing(world: World) -> None:
    await first_poll(world)
    world.misbehave()
    chance = Random(SEED)
    arrivals = sorted(chance.randrange(KILLS // 2) for _ in range(STORIES))
    for kill in range(KILLS):
        for story in (number for number, at in enumerate(arrivals) if at == kill):
            world.desk.publish(f"kill-{story}")
        await world.lives.start()
        await asyncio.sleep(chance.uniform(0.05, LONGEST_LIFE))
        assert await world.lives.end(signal.SIGKILL) == -signal.SIGKILL
    await world.lives.start()

    async def all_posted() -> bool:
        return world.posted() >= STORIES * len(world.channels)

    await until(all_posted, what="every alert", seconds=180)
    # A repeat would come with the leases of the last life, after everything else.
    await asyncio.sleep(1)
    assert await world.lives.end(signal.SIGTERM) == 0
    found = {channel.id: world.stories_in(channel) for channel in world.channels}
    wanted = {str(number) for number in range(STORIES)}
    lost = {channel: wanted - set(seen) for channel, seen in found.items() if wanted - set(seen)}
    repeated = {
        channel: [story for story, many in seen.items() if many > 1]
        for channel, seen in found.items()
        if max(seen.values(), default=0) > 1
    }
    assert (lost, repeated) == ({}, {})
