"""A pause with an end: it resumes by itself, and everybody can see when."""

from __future__ import annotations

from datetime import timedelta

import pytest
from inline_snapshot import snapshot

from bot.domain.subscription import Subscription
from bot.testing import NOON, a_story
from tests.unit.commands.conftest import MAIN, Room


@pytest.fixture
async def room(room: Room) -> Room:
    await room.done('subscribe region:EU name:"EU"')
    return room


async def kept(room: Room) -> Subscription:
    (only,) = await room.stores.subscriptions.of_channel(MAIN.id)
    return only


async def test_the_answer_says_until_when_and_how_to_end_it(room: Room) -> None:
    reply = await room.done("pause s1 3d")
    assert reply.text == snapshot("""\
Paused s1 "EU" until Mon 9 Mar 12:00 (UTC).
Then it goes on by itself, with stories from that time on. To end the pause before: \
`/news resume s1`\
""")
    assert reply.data["paused_until"] == "2026-03-09T12:00:00+00:00"
    assert "⏸ paused until Mon 9 Mar 12:00 (UTC), s1" in (await room.done("list")).text


@pytest.mark.parametrize(
    ("end", "lasts"),
    [
        ("12h", timedelta(hours=12)),
        ("for 3d", timedelta(days=3)),
        ("2W", timedelta(days=14)),
        ("until 2026-03-08", timedelta(hours=36)),
    ],
)
async def test_an_end_is_a_length_or_a_day(room: Room, end: str, lasts: timedelta) -> None:
    await room.done(f"pause s1 {end}")
    assert (await kept(room)).paused_until == NOON + lasts


async def test_it_is_over_at_its_end_and_not_before(room: Room) -> None:
    await room.done("pause s1 12h")
    room.clock.advance(timedelta(hours=12) - timedelta(seconds=1))
    assert "paused" in (await room.done("list")).text
    room.clock.advance(timedelta(seconds=1))
    assert "paused" not in (await room.done("list")).text
    assert "not paused" in (await room.done("resume s1")).text


async def test_resume_ends_it_early_and_nothing_ends_it_twice(room: Room) -> None:
    await room.done("pause s1 3d")
    await room.done("resume s1")
    assert ((await kept(room)).paused, (await kept(room)).paused_until) == (False, None)
    room.clock.advance(timedelta(days=4))
    await room.done("list")
    entries = await room.stores.subscriptions.audit(MAIN.id, limit=9)
    assert [entry.action for entry in entries] == ["resume", "pause", "subscribe"]


async def test_a_pause_can_be_given_another_end_or_none(room: Room) -> None:
    await room.done("pause s1 3d")
    await room.done("pause s1 12h")
    assert (await kept(room)).paused_until == NOON + timedelta(hours=12)
    assert "already" not in (await room.done("pause s1")).text
    assert ((await kept(room)).paused, (await kept(room)).paused_until) == (True, None)
    assert "already" in (await room.done("pause s1")).text


async def test_an_edit_keeps_the_end(room: Room) -> None:
    await room.done("pause s1 3d")
    await room.done("edit s1 impact>=8")
    assert (await kept(room)).paused_until == NOON + timedelta(days=3)


async def test_what_is_no_end_is_refused(room: Room) -> None:
    for words in ("pause s1 soon", "pause s1 0d", "pause s1 3d 4d", "pause s1 2026-02-30"):
        await room.refused(words)
    assert "cannot place “3d”" in await room.refused("resume s1 3d")
    assert not (await kept(room)).paused


async def test_why_says_until_when(room: Room) -> None:
    await room.hears(a_story("gas-cap"))
    await room.done("pause s1 3d")
    assert "paused until Mon 9 Mar 12:00 (UTC)" in (await room.done("why gas-cap")).text


async def test_the_ends_on_offer_are_understood(room: Room) -> None:
    found = await room.service.complete_line(room.caller, "/news pause s1 ")
    assert [choice.value for choice in found][:2] == ["/news pause s1 12h", "/news pause s1 1d"]
    for choice in found:
        await room.done(choice.value)
