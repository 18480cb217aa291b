"""Posting, editing and finding at the wire, with everything Discord may answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.alert import AlertKind, DeliveryKey, MessageId, delivery_key
from bot.domain.brief import Brief, RollUp, UpdateNote, brief_of
from bot.domain.story import StoryId
from bot.errors import (
    AccountUnavailable,
    AmbiguousDelivery,
    ChannelUnavailable,
    ContentRefused,
    DeliveryError,
    MessageGone,
    PermanentDeliveryError,
    TransientDeliveryError,
)
from bot.testing import a_story
from handlers.discord.preflight import obstacles
from tests.counterparts.discord.markdown import interpret
from tests.counterparts.discord.waiting import until
from tests.integration.discord.newsroom import Newsroom, newsroom

POST = {"method": "POST", "route": "/channels/{channel_id}/messages"}
PATCH = {"method": "PATCH", "route": "/channels/{channel_id}/messages/{message_id}"}


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with newsroom(tmp_path) as made:
        await made.start()
        yield made


def a_brief(**changes: Any) -> Brief:
    return brief_of(a_story(**changes), why=('s1 "EU energy" - region EU',))


def key(room: Newsroom, version: int = 1) -> DeliveryKey:
    return delivery_key(room.channel.id, StoryId("gas-cap"), version, AlertKind.NEW)


def a_note(**changes: Any) -> UpdateNote:
    given: dict[str, Any] = {
        "story": StoryId("gas-cap"),
        "version": 3,
        "kind": AlertKind.UPDATE,
        "headline": "Ministers agree",
        "url": "",
        "changes": ("impact 7 -> 9",),
    }
    return UpdateNote(**(given | changes))


async def post(room: Newsroom, **options: Any) -> MessageId:
    return await room.handler.adapter.post(room.channel, a_brief(), key=key(room), **options)


async def test_a_card_is_one_embed_with_its_buttons(room: Newsroom) -> None:
    await post(room)
    (message,) = room.shown()
    text = room.place.visible_text(message)
    assert "[7/10] Ministers agree on a gas price cap" in text
    assert 'Why: s1 "EU energy" - region EU' in text
    assert text.endswith("Sources 2\nWhy\nMute story")
    assert room.place.pings(message) == []


async def test_posting_twice_within_the_window_is_one_message(room: Newsroom) -> None:
    assert await post(room) == await post(room)
    assert len(room.shown()) == 1


async def test_a_lost_answer_is_ambiguous_and_repeating_is_safe(room: Newsroom) -> None:
    room.place.fault("apply_then_drop", **POST)
    with pytest.raises(AmbiguousDelivery):
        await post(room)
    assert room.handler.adapter.safe_repeat == timedelta(minutes=2)
    await post(room)
    assert len(room.shown()) == 1


async def test_after_the_window_the_message_is_found_by_its_key(room: Newsroom) -> None:
    since = room.clock.now()
    room.place.fault("apply_then_drop", **POST)
    with pytest.raises(AmbiguousDelivery):
        await post(room)
    for number in range(60):
        room.place.say(room.ann, room.channel_id, f"chatter {number}")
    found = await room.handler.adapter.find(room.channel, key=key(room), since=since)
    assert found == room.shown()[0]["id"]
    other = key(room, 2)
    assert await room.handler.adapter.find(room.channel, key=other, since=since) is None


async def test_every_kind_of_message_is_found_by_its_key(room: Newsroom) -> None:
    since = room.clock.now()
    card = a_brief()
    adapter = room.handler.adapter
    messages: list[tuple[Any, bool]] = [
        (card, False),
        (a_note(), False),
        (RollUp(title="2 stories", briefs=(card,), more=1), False),
        (card, True),
    ]
    for version, (message, plain) in enumerate(messages, 1):
        sent = await adapter.post(room.channel, message, key=key(room, version), plain=plain)
        assert await adapter.find(room.channel, key=key(room, version), since=since) == sent


async def test_a_copied_key_of_another_author_is_not_ours(room: Newsroom) -> None:
    since = room.clock.now()
    room.place.say(room.ann, room.channel_id, f"-# {key(room)}")
    assert await room.handler.adapter.find(room.channel, key=key(room), since=since) is None


async def test_without_history_nobody_can_say_whether_it_is_there(room: Newsroom) -> None:
    room.place.forbid(room.channel_id, "READ_MESSAGE_HISTORY")
    await room_knows(room)
    with pytest.raises(PermanentDeliveryError, match="Read Message History"):
        await room.handler.adapter.find(room.channel, key=key(room), since=room.clock.now())


async def room_knows(room: Newsroom) -> None:
    """Wait until the bot heard of a change: its own view of the channel names a problem."""
    client = room.handler._link()
    assert client is not None
    await until(lambda: bool(obstacles(client, room.channel)))


async def test_an_edit_replaces_the_card_and_is_harmless_twice(room: Newsroom) -> None:
    sent = await post(room)
    changed = a_brief(headline="Ministers withdraw the cap", impact=9)
    for _ in range(2):
        await room.handler.adapter.edit(room.channel, sent, changed, key=key(room, 2))
    (message,) = room.shown()
    assert "[9/10] Ministers withdraw the cap" in room.place.visible_text(message)
    assert len(message["components"][0]["components"]) == 3


async def test_an_update_answers_the_card_and_does_not_ring(room: Newsroom) -> None:
    sent = await post(room)
    adapter = room.handler.adapter
    await adapter.post(room.channel, a_note(), key=key(room, 2), reply_to=sent)
    loud = a_note(broadcast=True)
    await adapter.post(room.channel, loud, key=key(room, 3), reply_to=sent)
    _, quiet, ringing = room.shown()
    assert quiet["message_reference"]["message_id"] == sent
    assert room.place.requests[-2]["body"]["flags"] & 4096
    assert not room.place.requests[-1]["body"].get("flags", 0) & 4096
    assert "Update 3 · Ministers agree" in room.place.visible_text(ringing)


async def test_an_answer_to_a_deleted_card_is_refused_as_gone(room: Newsroom) -> None:
    sent = await post(room)
    room.place.delete_message(room.channel_id, sent)
    adapter = room.handler.adapter
    with pytest.raises(MessageGone):
        await adapter.post(room.channel, a_note(), key=key(room, 2), reply_to=sent)
    with pytest.raises(MessageGone):
        await adapter.edit(room.channel, sent, a_brief(), key=key(room, 3))
    with pytest.raises(MessageGone):
        await post(room)


async def test_without_embeds_the_same_words_are_sent_as_text(room: Newsroom) -> None:
    room.place.forbid(room.channel_id, "EMBED_LINKS")
    await room_knows(room)
    await post(room)
    (message,) = room.shown()
    assert message["embeds"] == []
    assert "[7/10] Ministers agree" in interpret(message["content"]).text
    assert message["components"]


async def test_the_plain_version_is_text_only(room: Newsroom) -> None:
    await post(room, plain=True)
    (message,) = room.shown()
    assert message["embeds"] == []
    assert message["components"] == []
    assert "Ministers agree" in message["content"]


@pytest.mark.parametrize(
    ("missing", "code", "fix"),
    [("VIEW_CHANNEL", "50001", "View Channel"), ("SEND_MESSAGES", "50013", "Send Messages")],
)
async def test_a_forbidden_channel_is_not_even_tried(
    room: Newsroom, missing: str, code: str, fix: str
) -> None:
    room.place.forbid(room.channel_id, missing)
    await room_knows(room)
    before = len(room.place.requests)
    with pytest.raises(ChannelUnavailable) as refused:
        await post(room)
    assert refused.value.code == code
    assert fix in refused.value.fix
    assert len(room.place.requests) == before
    (problem,) = await room.handler.adapter.preflight(room.channel)
    assert fix in problem


ERRORS: list[tuple[int, int, type[DeliveryError]]] = [
    (401, 0, AccountUnavailable),
    (400, 40001, AccountUnavailable),
    (403, 50001, ChannelUnavailable),
    (403, 50013, ChannelUnavailable),
    (403, 50007, ChannelUnavailable),
    (403, 50278, ChannelUnavailable),
    (403, 12345, ChannelUnavailable),
    (404, 10003, ChannelUnavailable),
    (404, 10004, ChannelUnavailable),
    (400, 50008, ChannelUnavailable),
    (400, 50083, ChannelUnavailable),
    (400, 160005, ChannelUnavailable),
    (404, 10008, MessageGone),
    (429, 0, AmbiguousDelivery),
    (400, 30046, MessageGone),
    (400, 20016, TransientDeliveryError),
    (400, 20022, TransientDeliveryError),
    (400, 20028, TransientDeliveryError),
    (400, 20029, TransientDeliveryError),
    (400, 50035, ContentRefused),
    (400, 50006, ContentRefused),
    (400, 200000, PermanentDeliveryError),
    (403, 240000, PermanentDeliveryError),
    (400, 99999, PermanentDeliveryError),
    (503, 0, AmbiguousDelivery),
    (500, 130000, AmbiguousDelivery),
]


@pytest.mark.parametrize(("status", "code", "meaning"), ERRORS)
async def test_each_refusal_has_its_meaning(
    room: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    code: int,
    meaning: type[DeliveryError],
) -> None:
    # discord.py repeats some answers by itself, with pauses that would only slow this down.
    monkeypatch.setattr(asyncio, "sleep", no_pause)
    room.place.fault("error", status=status, code=code, message="No", times=9, **POST)
    with pytest.raises(meaning):
        await post(room)


pause = asyncio.sleep


async def no_pause(_: float) -> None:
    """In place of discord.py's own back-off."""
    await pause(0)


async def test_a_short_rate_limit_is_waited_out_and_a_long_one_handed_back(room: Newsroom) -> None:
    room.place.fault("ratelimit", retry_after=0.01, **POST)
    await post(room)
    room.place.fault("ratelimit", retry_after=45, **POST)
    with pytest.raises(TransientDeliveryError) as limited:
        await room.handler.adapter.post(room.channel, a_note(), key=key(room, 2))
    assert limited.value.retry_after == timedelta(seconds=45)
    assert not limited.value.counts


async def test_a_ban_of_the_machine_stops_every_call(room: Newsroom) -> None:
    room.place.fault("cloudflare", **POST)
    with pytest.raises(TransientDeliveryError) as banned:
        await post(room)
    assert banned.value.whole_account
    assert banned.value.retry_after == timedelta(minutes=10)
    before = len(room.place.requests)
    with pytest.raises(TransientDeliveryError):
        await post(room)
    assert len(room.place.requests) == before


async def test_while_not_connected_nothing_is_lost_and_nothing_counts(room: Newsroom) -> None:
    await room.stop()
    with pytest.raises(TransientDeliveryError) as away:
        await post(room)
    assert away.value.whole_account
    assert not away.value.counts


async def test_an_edit_too_late_becomes_a_follow_up(room: Newsroom) -> None:
    sent = await post(room)
    room.place.fault("error", status=400, code=30046, **PATCH)
    with pytest.raises(MessageGone):
        await room.handler.adapter.edit(room.channel, sent, a_brief(), key=key(room, 2))
