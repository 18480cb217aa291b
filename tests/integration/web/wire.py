"""A story source by hand, what a browser sends, and a reader of event streams."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx

from bot.domain.alert import AlertKind, DeliveryKey
from bot.domain.brief import UpdateNote
from bot.domain.story import Story, StoryId
from bot.ports.sources import SourceState, StoryBatch
from bot.store import SqlStores
from handlers.web.app import WebHandler

MAIN = "/api/channels/web:local/main"


@dataclass(slots=True)
class HandSource:
    """Hands out what a test put into it."""

    name: str = "hand"
    every: timedelta = timedelta(seconds=60)
    stories: list[Story] = field(default_factory=list)

    async def poll(self, state: SourceState) -> StoryBatch:
        del state
        return StoryBatch(stories=tuple(self.stories))


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    id: str
    data: Any


async def events(response: httpx.Response) -> AsyncIterator[Event]:
    """The events of a stream as a browser would hand them out; comments are left out."""
    fields: dict[str, str] = {}
    async for line in response.aiter_lines():
        if line.startswith(":"):
            continue
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        elif "data" in fields:
            yield Event(fields["event"], fields["id"], json.loads(fields["data"]))
            fields = {}


async def next_message(stream: AsyncIterator[Event]) -> Event:
    """The next event that is about a message."""
    async for event in stream:
        if event.name in {"post", "edit"}:
            return event
    raise AssertionError("the stream ended")


async def start(web: WebHandler) -> asyncio.Task[None]:
    """Run the handler; returns once it serves, and raises what kept it from that."""
    running = asyncio.create_task(web.run())
    serving = asyncio.create_task(web.serving.wait())
    await asyncio.wait([running, serving], return_when=asyncio.FIRST_COMPLETED)
    if running.done():
        serving.cancel()
        await running
    return running


async def break_table(stores: SqlStores, name: str) -> None:
    """Make every question about a table fail from now on."""
    await stores.database.write(lambda connection: connection.exec_driver_sql(f"DROP TABLE {name}"))


def key(number: int) -> DeliveryKey:
    return DeliveryKey(f"key-{number}")


def an_update(version: int = 2, *, broadcast: bool = False) -> UpdateNote:
    return UpdateNote(
        story=StoryId("gas-cap"),
        version=version,
        kind=AlertKind.UPDATE,
        headline="Ministers agree on a gas price cap",
        url="",
        changes=("impact 7 -> 9",),
        broadcast=broadcast,
    )
