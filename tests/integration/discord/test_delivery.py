"""The delivery worker against a Discord that fails: every alert arrives, and none twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot.delivery.alerting import Alerting
from bot.delivery.worker import DeliveryWorker
from bot.domain.alert import DeliveryStatus
from bot.domain.channel import Platform
from bot.domain.subscription import Criteria
from bot.settings import DeliverySettings
from bot.testing import a_story
from tests.integration.discord.newsroom import Newsroom, newsroom

FAULTS = ("apply_then_drop", "drop_before_apply", "fail_after", "fail_before", "ratelimit")
MESSAGES = "/channels/{channel_id}/messages"


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with newsroom(tmp_path) as made:
        await made.start()
        await made.keeper.seen(made.channel)
        await made.stores.subscriptions.add(
            made.channel.id, Criteria(), actor="olga", now=made.clock.now()
        )
        yield made


def worker(room: Newsroom) -> DeliveryWorker:
    return DeliveryWorker(
        stores=room.stores,
        clock=room.clock,
        adapters={Platform.DISCORD: room.handler.adapter},
        keeper=room.keeper,
        settings=DeliverySettings(),
        chance=Random(1),
    )


async def publish(room: Newsroom, *names: str) -> None:
    now = room.clock.now()
    stories = [a_story(name, headline=f"About {name}", published_at=now) for name in names]
    await room.stores.stories.add(stories, source="desk", now=now)
    alerting = Alerting(stores=room.stores, clock=room.clock, settings=DeliverySettings())
    await alerting.run()


async def deliver(room: Newsroom, *, step: timedelta) -> dict[DeliveryStatus, int]:
    """Work until nothing is open, leaping `step` ahead whenever nothing is due."""
    crew = worker(room)
    for _ in range(300):
        if await crew.run_once() == 0:
            counts = await room.stores.outbox.counts()
            open_ones = {DeliveryStatus.PENDING, DeliveryStatus.RETRYING, DeliveryStatus.CLAIMED}
            if not any(counts.get(status, 0) for status in open_ones):
                return counts
            room.clock.leap(step)
    raise AssertionError(await room.stores.outbox.counts())


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("step", [timedelta(seconds=5), timedelta(minutes=7)])
async def test_whatever_fails_each_alert_arrives_once(
    room: Newsroom, seed: int, step: timedelta
) -> None:
    names = [f"story-{number}" for number in range(10)]
    room.place.faults.seed(seed, rate=0.4, kinds=FAULTS, route=MESSAGES)
    await publish(room, *names)
    counts = await deliver(room, step=step)
    assert counts == {DeliveryStatus.SENT: len(names)}
    shown = [room.place.visible_text(message) for message in room.shown()]
    for name in names:
        assert sum(f"About {name}\n" in text for text in shown) == 1, name
    assert any(request.get("fault") for request in room.place.requests)
    looks = [r for r in room.place.requests if r["method"] == "GET" and r["route"] == MESSAGES]
    # Within the nonce window nobody looks; after it nobody posts again without looking.
    assert bool(looks) == (step > room.handler.adapter.safe_repeat)


async def test_a_form_that_is_refused_is_sent_plainly_once(room: Newsroom) -> None:
    room.place.fault("error", method="POST", route=MESSAGES, status=400, code=50035)
    await publish(room, "one")
    assert await deliver(room, step=timedelta(seconds=5)) == {DeliveryStatus.SENT: 1}
    (message,) = room.shown()
    assert message["embeds"] == []
    assert "About one" in message["content"]


async def test_what_is_held_while_forbidden_goes_out_when_allowed_again(room: Newsroom) -> None:
    room.place.fault("error", method="POST", route=MESSAGES, status=403, code=50013)
    await publish(room, "one", "two")
    await deliver(room, step=timedelta(seconds=5))
    assert room.shown() == []
    assert (await room.stores.outbox.counts()).get(DeliveryStatus.SENT, 0) == 0
    refused = [r for r in room.place.requests if r.get("fault")]
    assert len(refused) == 1
    await room.keeper.back(room.channel.id)
    assert await deliver(room, step=timedelta(seconds=5)) == {DeliveryStatus.SENT: 2}
    assert len(room.shown()) == 2


async def test_a_deleted_alert_is_not_posted_again(room: Newsroom) -> None:
    room.place.fault("apply_then_drop", method="POST", route=MESSAGES)
    await publish(room, "one")
    crew = worker(room)
    await crew.run_once()
    room.place.delete_message(room.channel_id, room.shown()[0]["id"])
    await deliver(room, step=timedelta(seconds=5))
    assert room.shown() == []
