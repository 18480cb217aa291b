"""Muting and timed pauses as people use them in Discord, over the wire and with the real service."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.alert import AlertKind, DeliveryKey, MessageId, delivery_key
from bot.domain.brief import UpdateNote, brief_of
from bot.testing import a_story
from tests.integration.discord.newsroom import Newsroom, newsroom

STORY = a_story("gas-cap", impact=8)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with newsroom(tmp_path) as made:
        await made.stores.stories.add([STORY], source="desk", now=made.clock.now(), history=True)
        await made.start()
        yield made


async def lasts(room: Newsroom) -> list[timedelta]:
    """How long each mute of the channel goes on, to the hour."""
    now = room.clock.now()
    found = await room.stores.mutes.of_channel(room.channel.id, now=now)
    return [timedelta(hours=round((mute.until - now) / timedelta(hours=1))) for mute in found]


def key(version: int) -> DeliveryKey:
    return DeliveryKey(f"k{version}")


async def post_card(room: Newsroom) -> MessageId:
    made = delivery_key(room.channel.id, STORY.id, 1, AlertKind.NEW)
    return await room.handler.adapter.post(room.channel, brief_of(STORY), key=made)


async def press(room: Newsroom, message: str, button: str, *, by: str = "") -> Any:
    people = room.place.people
    return await people.click(by or room.owner, room.channel_id, message, button)


async def test_a_story_is_muted_by_its_words_and_a_fixed_choice(room: Newsroom) -> None:
    outcome = await room.slash("mute", {"story": "gas price", "for": "3d"})
    assert outcome["ephemeral"]
    text = room.text_of(outcome)
    assert "Muted here until" in text
    assert "A correction or withdrawal of what was posted still comes." in text
    assert await lasts(room) == [timedelta(days=3)]
    await room.slash("mute", {"story": "gas-cap"})
    assert await lasts(room) == [timedelta(days=7)]


async def offered(room: Newsroom) -> list[str]:
    people = room.place.people
    command = "news unmute"
    found = await people.autocomplete(room.owner, room.channel_id, command, "story", "gas")
    return [choice["value"] for choice in found]


async def test_unmute_completes_the_muted_stories_only(room: Newsroom) -> None:
    assert await offered(room) == []
    await room.slash("mute", {"story": "gas-cap"})
    (story,) = await offered(room)
    outcome = await room.slash("unmute", {"story": story})
    assert "Unmuted" in room.text_of(outcome)
    assert await lasts(room) == []


async def test_the_button_of_a_card_mutes_and_the_answer_takes_it_back(room: Newsroom) -> None:
    message = await post_card(room)
    await room.restart()
    outcome = await press(room, message, "Mute story")
    assert outcome["ephemeral"]
    assert await lasts(room) == [timedelta(days=7)]
    undone = await press(room, outcome["messages"][0]["id"], "Unmute")
    assert "Unmuted" in room.text_of(undone)
    assert await lasts(room) == []
    assert len(room.shown()) == 1


async def test_the_button_of_an_update_mutes_too(room: Newsroom) -> None:
    card = await post_card(room)
    note = UpdateNote(
        story=STORY.id,
        version=2,
        kind=AlertKind.UPDATE,
        headline="The cap, again",
        url="",
        changes=("impact 8 -> 10",),
    )
    reply = await room.handler.adapter.post(room.channel, note, key=key(2), reply_to=card)
    await press(room, reply, "Mute story")
    assert await lasts(room) == [timedelta(days=7)]


async def test_who_may_not_manage_the_channel_mutes_nothing(room: Newsroom) -> None:
    message = await post_card(room)
    pressed = await press(room, message, "Mute story", by=room.ann)
    typed = await room.slash("mute", {"story": "gas-cap"}, by=room.ann)
    for outcome in (pressed, typed):
        assert "Only those who may manage this channel" in room.text_of(outcome)
    assert await lasts(room) == []


async def test_a_pause_takes_a_fixed_choice_and_is_listed_with_its_end(room: Newsroom) -> None:
    await room.slash("subscribe", {"region": "EU"})
    outcome = await room.slash("pause", {"id": "s1", "for": "12h"})
    assert "Paused s1 until" in room.text_of(outcome)
    assert "paused until" in room.text_of(await room.slash("list"))
    room.clock.leap(timedelta(hours=12))
    assert "paused" not in room.text_of(await room.slash("list"))
