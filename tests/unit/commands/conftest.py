"""A command service over a real SQLite database, with a clock that is turned by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.commands.model import Button, Caller, Reply
from bot.commands.service import CommandService
from bot.domain.channel import Platform
from bot.domain.story import Story
from bot.store import open_stores
from bot.store.stores import SqlStores
from bot.testing import NOON, FakeClock, RecordingAdapter, a_channel, a_story

MAIN = a_channel("main", platform=Platform.WEB, workspace="local")


@dataclass(slots=True, kw_only=True)
class Room:
    """One channel, somebody in it, and everything behind it."""

    stores: SqlStores
    clock: FakeClock
    adapter: RecordingAdapter
    service: CommandService
    caller: Caller

    async def say(self, text: str) -> Reply:
        return await self.service.say(self.caller, text)

    async def done(self, text: str) -> Reply:
        reply = await self.say(text)
        assert reply.ok, reply.text
        return reply

    async def refused(self, text: str) -> str:
        reply = await self.say(text)
        assert not reply.ok, reply.text
        return reply.text

    async def press(self, button: Button) -> Reply:
        return await self.service.press(self.caller, button.action, button.value)

    async def hears(self, *stories: Story) -> None:
        await self.stores.stories.add(stories, source="desk", now=self.clock.now())

    def as_reader(self) -> Room:
        return replace(self, caller=replace(self.caller, may_write=False))


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    clock = FakeClock()
    adapter = RecordingAdapter(Platform.WEB, clock=clock)
    async with open_stores(f"sqlite:///{tmp_path / 'news.db'}") as stores:
        await stores.channels.upsert(MAIN, now=clock.now())
        service = CommandService(stores=stores, clock=clock, adapters={Platform.WEB: adapter})
        caller = Caller(channel=MAIN, user_id="u1", user_name="Ana")
        yield Room(stores=stores, clock=clock, adapter=adapter, service=service, caller=caller)


def week_of_news() -> tuple[Story, ...]:
    """One story for each of the last seven days, and two of today."""
    days: list[Any] = [
        ("gas-cap", 9, 14, ("DE", "PL"), ("Gazprom",), "energy", timedelta(hours=2)),
        ("chip-plant", 9, 3, ("TW",), ("TSMC",), "technology", timedelta(hours=5)),
        ("rate-cut", 6, 5, ("US",), ("Federal Reserve",), "economy", timedelta(hours=20)),
        ("port-strike", 5, 2, ("NL",), (), "trade", timedelta(days=2)),
        ("cup-final", 3, 8, ("GB",), (), "sports", timedelta(days=3)),
        ("grid-pact", 7, 4, ("EU",), (), "energy", timedelta(days=4)),
        ("old-news", 10, 9, ("DE",), (), "energy", timedelta(days=9)),
    ]
    return tuple(
        a_story(
            identity,
            impact=impact,
            sources=sources,
            regions=regions,
            entities=entities,
            category=category,
            headline=f"News of {identity.replace('-', ' ')}",
            published_at=NOON - age,
            url=f"http://desk.example/stories/{identity}",
        )
        for identity, impact, sources, regions, entities, category, age in days
    )
