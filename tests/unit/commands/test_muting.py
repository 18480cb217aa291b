"""Mute and unmute one story in one channel: what is said, who may, and how it is undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from inline_snapshot import snapshot

from bot.commands.buttons import card_buttons
from bot.commands.model import Button, Line, Reply
from bot.domain.alert import Outcome
from bot.domain.brief import brief_of
from bot.domain.story import StoryId, story_ref
from bot.testing import NOON, a_channel, a_story, an_alert
from tests.unit.commands.conftest import MAIN, Room, week_of_news

WEEK = timedelta(days=7)


@pytest.fixture
async def room(room: Room) -> Room:
    await room.hears(*week_of_news())
    return room


async def muted(room: Room) -> dict[str, timedelta]:
    """The muted stories of the channel, and for how long from noon on."""
    found = await room.stores.mutes.of_channel(MAIN.id, now=room.clock.now())
    return {mute.story: mute.until - NOON for mute in found}


async def test_the_answer_says_until_when_what_still_comes_and_how_to_undo(room: Room) -> None:
    reply = await room.done("mute gas cap")
    assert reply.text == snapshot("""\
Muted here until Fri 13 Mar 12:00 (UTC): News of gas cap
Until then it brings no update, no new version and no line in a digest. \
A correction or withdrawal of what was posted still comes.
To hear of it again before that: `/news unmute gas-cap`\
""")
    assert reply.data["muted"] == {"story": "gas-cap", "until": "2026-03-13T12:00:00+00:00"}
    assert await muted(room) == {"gas-cap": WEEK}


@pytest.mark.parametrize(
    ("line", "lasts"),
    [
        ("mute gas-cap", WEEK),
        ("mute gas-cap 12h", timedelta(hours=12)),
        ("mute News of GAS cap 3d", timedelta(days=3)),
        ("mute http://desk.example/stories/gas-cap 2w", timedelta(days=14)),
        ("mute gas cap for 1d", timedelta(days=1)),
        ("mute gas cap until 2026-03-08", timedelta(hours=36)),
        ("/news mute “gas-cap” 3D", timedelta(days=3)),
    ],
)
async def test_a_story_is_named_as_in_why_and_the_end_comes_last(
    room: Room, line: str, lasts: timedelta
) -> None:
    await room.done(line)
    assert await muted(room) == {"gas-cap": lasts}


async def test_a_day_begins_where_the_channel_is(room: Room) -> None:
    await room.done("settings tz:Asia/Tokyo")
    reply = await room.done("mute gas-cap 2026-03-08")
    assert "until Sun 8 Mar 00:00 (Asia/Tokyo)" in reply.title
    assert await muted(room) == {"gas-cap": timedelta(hours=27)}


@pytest.mark.parametrize("end", ["0h", "366d", "9999w", "2026-03-06", "2020-01-01", "2026-13-01"])
async def test_an_end_that_is_none_is_refused_with_what_would_be(room: Room, end: str) -> None:
    answer = await room.refused(f"mute gas-cap {end}")
    assert "2026-03-13" in answer or "no day" in answer
    assert await muted(room) == {}


async def test_a_story_called_like_an_end_can_be_muted(room: Room) -> None:
    await room.hears(a_story("24h"))
    await room.done("mute 24h")
    await room.done('mute "24h" 3d')
    assert await muted(room) == {"24h": timedelta(days=3)}


async def test_muting_again_moves_the_end(room: Room) -> None:
    await room.done("mute gas-cap 3d")
    await room.done("mute gas-cap 12h")
    assert await muted(room) == {"gas-cap": timedelta(hours=12)}


async def test_a_mute_ends_by_itself(room: Room) -> None:
    await room.done("mute gas-cap 12h")
    room.clock.advance(timedelta(hours=12))
    assert await muted(room) == {}
    assert "Not muted here" in (await room.done("unmute gas-cap")).text
    assert "🔕" not in (await room.done("list")).text


async def test_unmute_takes_it_back_by_word_or_button(room: Room) -> None:
    reply = await room.done("mute gas-cap")
    assert (await room.press(reply.buttons[0])).text == snapshot("""\
Unmuted: News of gas cap
News of it from now on is posted; what came meanwhile is not.\
""")
    assert await muted(room) == {}
    await room.done("mute gas-cap")
    await room.done("unmute gas-cap")
    assert await muted(room) == {}


async def test_unmute_prefers_the_one_that_is_muted(room: Room) -> None:
    await room.hears(a_story("gas-strike", headline="Gas workers strike"))
    assert "could be 2 stories" in await room.refused("mute gas")
    await room.done("mute gas-cap")
    assert "gas cap" in (await room.done("unmute gas")).text
    assert await muted(room) == {}


async def test_what_is_unclear_is_asked(room: Room) -> None:
    assert "Which story" in await room.refused("mute")
    assert "Which story" in await room.refused("unmute")
    assert "no story" in await room.refused("mute nothing like it 3d")
    assert "mute" in await room.refused("mute news")


async def test_only_those_who_may_change_subscriptions_mute(room: Room) -> None:
    reader = room.as_reader()
    assert "Only those who may manage" in await reader.refused("mute gas-cap")
    pressed = await reader.press(mute_button_of("gas-cap"))
    assert not pressed.ok
    await room.done("mute gas-cap")
    assert "Only those who may manage" in await reader.refused("unmute gas-cap")
    assert await muted(room) == {"gas-cap": WEEK}


def mute_button_of(story: str) -> Button:
    return next(
        button for button in card_buttons(brief_of(a_story(story))) if button.action == "mute"
    )


async def test_the_button_of_a_card_mutes_for_a_week(room: Room) -> None:
    reply = await room.press(mute_button_of("gas-cap"))
    assert reply.ok
    assert await muted(room) == {"gas-cap": WEEK}


async def test_the_button_finds_a_story_whose_id_is_a_whole_address(room: Room) -> None:
    identity = "https://desk.example/2026/a very/long address 7d " + "x" * 200
    await room.hears(a_story(identity))
    assert (await room.press(mute_button_of(identity))).ok
    assert await muted(room) == {identity: WEEK}
    assert (await room.done(f"unmute {story_ref(StoryId(identity))}")).title.startswith("Unmuted")


async def test_typed_options_mean_the_same(room: Room) -> None:
    line = Line(verb="mute", args=("gas", "cap", "3d"))
    typed: Reply = await room.service.run(room.caller, line)
    assert typed.text == (await room.done("mute gas cap 3d")).text


async def test_list_log_and_why_show_it(room: Room) -> None:
    await room.done("subscribe impact>=7")
    await room.done("mute gas-cap 3d")
    line = "• 🔕 muted until Mon 9 Mar 12:00 (UTC): News of gas cap"
    for asked in ("list", "log"):
        assert line in (await room.done(asked)).lines
    why = await room.done("why gas-cap")
    assert "Muted here until Mon 9 Mar 12:00 (UTC)" in why.text
    assert "Muted" not in (await room.done("why chip-plant")).text


async def test_list_shows_muted_stories_of_a_channel_without_subscriptions(room: Room) -> None:
    for story in week_of_news():
        await room.done(f"mute {story.id}")
    shown = (await room.done("list")).text
    assert shown.count("🔕 muted until") == 5
    assert "and 2 more muted stories" in shown


async def test_why_says_what_a_mute_kept_back(room: Room) -> None:
    await room.done("mute gas-cap 3d")
    (found,) = await room.stores.mutes.of_channel(MAIN.id, now=NOON)
    story = a_story("late", headline="Late news")
    await room.hears(story)
    alert = replace(an_alert(story, channel=MAIN.id), outcome=Outcome.SUPPRESS, reason=found.reason)
    await room.stores.outbox.record(story, [alert], rules_version=1, now=NOON)
    told = (await room.done("why late")).text
    assert "Not told (version 1, new): muted until 9 Mar 2026 12:00 UTC." in told


async def test_other_channels_are_not_concerned(room: Room) -> None:
    await room.done("mute gas-cap")
    elsewhere = replace(room.caller, channel=a_channel("other", platform=MAIN.platform))
    reply = await room.service.say(elsewhere, "list")
    assert "🔕" not in reply.text


async def test_completion_offers_stories_to_mute_and_muted_ones_to_unmute(room: Room) -> None:
    async def offered(line: str) -> list[str]:
        return [choice.value for choice in await room.service.complete_line(room.caller, line)]

    assert await offered("/news mute gas") == ["/news mute gas-cap"]
    assert await offered("/news unmute ") == []
    await room.done("mute gas-cap")
    assert await offered("/news unmute ") == ["/news unmute gas-cap"]
    values = await room.service.complete(room.caller, "muted", "news of")
    assert [choice.value for choice in values] == ["gas-cap"]
