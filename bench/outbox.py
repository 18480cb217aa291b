"""How fast deliveries enter and leave the outbox, beside a plain queue table in the same run.

    python bench/outbox.py                      SQLite in a temporary folder
    python bench/outbox.py postgresql://...     an empty database of yours

The peer is what one writes first: one row, one transaction, for every enqueue, claim and
acknowledgement, on the same database through the same driver. Every rate is messages per second.
Judge by the ratio of one run; the rates depend on the disk and its neighbours.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, text

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.domain.alert import MessageId
from bot.domain.channel import Platform
from bot.store import SqlStores, open_stores
from bot.store.database import Database
from bot.testing import NOON, a_channel, a_story, an_alert

CHANNELS = 500
STORIES = 4
LEASE = timedelta(seconds=30)


class PlainQueue:
    """The peer: a table, and a transaction for every single step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(self) -> None:
        await self._run("CREATE TABLE plain_queue (id INTEGER PRIMARY KEY, status TEXT, body TEXT)")
        await self._run("CREATE INDEX plain_queue_status ON plain_queue (status, id)")

    async def enqueue(self, number: int) -> None:
        await self._run(
            "INSERT INTO plain_queue VALUES (:id, 'pending', :body)", id=number, body="x" * 600
        )

    async def claim(self) -> int:
        def take(connection: Connection) -> int:
            query = "SELECT min(id) FROM plain_queue WHERE status = 'pending'"
            number = int(connection.execute(text(query)).scalar_one())
            update = "UPDATE plain_queue SET status = 'claimed' WHERE id = :id"
            connection.execute(text(update), {"id": number})
            return number

        return await self._database.write(take)

    async def sent(self, number: int) -> None:
        await self._run("UPDATE plain_queue SET status = 'sent' WHERE id = :id", id=number)

    async def _run(self, statement: str, **values: object) -> None:
        await self._database.write(
            lambda connection: connection.execute(text(statement), values).rowcount
        )


async def outbox_enqueue(stores: SqlStores) -> int:
    for number in range(STORIES):
        story = a_story(f"story-{number}")
        await stores.stories.add([story], source="bench", now=NOON)
        alerts = [an_alert(story, channel=a_channel(f"C{n}").id) for n in range(CHANNELS)]
        await stores.outbox.record(story, alerts, rules_version=1, now=NOON)
    return STORIES * CHANNELS


async def outbox_deliver(stores: SqlStores) -> int:
    """Claim a hundred heads at a time and confirm each by itself, as the worker does."""
    done = 0
    while claimed := await stores.outbox.claim(
        worker="bench", platforms=[Platform.SLACK], limit=100, now=NOON, lease=LEASE
    ):
        for delivery in claimed:
            await stores.outbox.sent(delivery, MessageId("1.1"), now=NOON)
        done += len(claimed)
    return done


async def plain_enqueue(queue: PlainQueue, many: int) -> int:
    for number in range(many):
        await queue.enqueue(number)
    return many


async def plain_deliver(queue: PlainQueue, many: int) -> int:
    for _ in range(many):
        await queue.sent(await queue.claim())
    return many


async def rate(work: Callable[[], Awaitable[int]]) -> float:
    began = time.perf_counter()
    done = await work()
    return done / (time.perf_counter() - began)


async def measure(url: str) -> None:
    async with open_stores(url) as stores:
        for number in range(CHANNELS):
            await stores.channels.upsert(a_channel(f"C{number}"), now=NOON)
        queue = PlainQueue(stores.database)
        await queue.create()
        many = STORIES * CHANNELS
        print(f"{many} messages to {CHANNELS} channels, {url.partition(':')[0]}")
        print(f"{'messages/s':<28}{'outbox':>10}{'plain':>10}{'ratio':>8}")
        rows = (
            ("enqueue", lambda: outbox_enqueue(stores), lambda: plain_enqueue(queue, many)),
            (
                "claim and confirm",
                lambda: outbox_deliver(stores),
                lambda: plain_deliver(queue, many),
            ),
        )
        for name, ours, peers in rows:
            mine, plain = await rate(ours), await rate(peers)
            print(f"{name:<28}{mine:>10,.0f}{plain:>10,.0f}{mine / plain:>8.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", nargs="?", help="an empty database; SQLite in a temporary folder")
    given = parser.parse_args().url
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(given or f"sqlite:///{folder}/bench.db"))


if __name__ == "__main__":
    main()
