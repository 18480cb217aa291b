"""Subscribe, edit, pause, resume, unsubscribe and undo, over a real database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from inline_snapshot import snapshot

from bot.domain.subscription import SubscriptionId
from bot.errors import ChannelUnavailable, DeliveryError, TransientDeliveryError
from bot.rules.exchange import subscription_from_dict
from bot.testing import RecordingAdapter, a_story
from tests.unit.commands.conftest import MAIN, Room, week_of_news


async def test_subscribe_echoes_the_rule_and_previews_the_week(room: Room) -> None:
    await room.hears(*week_of_news())
    reply = await room.done('/news subscribe region:EU impact>=6 -category:sports name:"EU"')
    assert reply.text == snapshot("""\
Subscribed as s1 "EU".
Stories about the EU, with impact 6 or more, but not in sports.
Matched 2 of the 6 stories of the last 7 days (about 0.3 a day).
• [9/10] News of gas cap
• [7/10] News of grid pact\
""")
    assert reply.data["subscription"] == snapshot(
        {
            "id": "s1",
            "channel": "web:local/main",
            "name": "EU",
            "regions": ["EU"],
            "entities": [],
            "categories": [],
            "sentiment": [],
            "impact": ">=6",
            "sources": "",
            "exclude": {"categories": ["sports"]},
            "mode": "instant",
            "paused": False,
        }
    )
    assert [(button.action, button.value) for button in reply.buttons] == [("remove", "s1")]


async def test_the_answer_reads_back_as_a_subscription(room: Room) -> None:
    reply = await room.done("subscribe region:EU,UK region:CN entity:TSMC impact:7..9 mode:digest")
    stored = (await room.stores.subscriptions.of_channel(MAIN.id))[0]
    read = subscription_from_dict(reply.data["subscription"], "reply")
    assert read.criteria == stored.criteria
    assert (read.id, read.mode, read.channel) == (stored.id, stored.mode, stored.channel)


async def test_a_second_rule_stands_beside_the_first(room: Room) -> None:
    await room.done("subscribe region:EU")
    await room.done("subscribe region:CN")
    assert [one.id for one in await room.stores.subscriptions.of_channel(MAIN.id)] == ["s1", "s2"]


async def test_an_exact_duplicate_is_refused_by_the_id_of_the_first(room: Room) -> None:
    await room.done("subscribe region:EU,UK impact>=7")
    answer = await room.refused("subscribe impact>=7 region:UK,EU")
    assert "s1 already says exactly this" in answer
    assert len(await room.stores.subscriptions.of_channel(MAIN.id)) == 1


async def test_a_rule_nothing_met_is_warned_about(room: Room) -> None:
    await room.hears(*week_of_news())
    reply = await room.done("subscribe region:Fiji impact>=9")
    assert "Matched 0 of the 6 stories of the last 7 days (about 0 a day)." in reply.text
    assert "Nothing would have come" in reply.text


async def test_a_chatty_rule_is_warned_about(room: Room) -> None:
    await room.hears(*(a_story(f"story-{n}", impact=5) for n in range(71)))
    reply = await room.done("subscribe impact>=1")
    assert "Matched 71 of the 71 stories of the last 7 days (about 10 a day)." in reply.text
    assert "more than 10 a day" in reply.text


async def test_without_stories_no_number_is_promised(room: Room) -> None:
    reply = await room.done("subscribe impact>=7")
    assert "No stories have arrived in the last 7 days" in reply.text


@pytest.mark.parametrize(
    "trouble",
    [
        ("I am not a member of this channel: type /invite @tidings.",),
        ChannelUnavailable("The channel is archived.", fix="Unarchive it."),
        DeliveryError("Missing permission: Embed Links."),
    ],
)
async def test_a_channel_i_cannot_post_in_gets_the_fix_and_no_rule(
    room: Room, trouble: tuple[str, ...] | DeliveryError, monkeypatch: pytest.MonkeyPatch
) -> None:
    await preflight_is(monkeypatch, trouble)
    answer = await room.refused("subscribe region:EU")
    assert "subscribed" not in answer.casefold()
    assert any(fix in answer for fix in ("/invite", "Unarchive", "Embed Links"))
    assert not await room.stores.subscriptions.of_channel(MAIN.id)


async def test_a_check_that_could_not_be_made_is_said(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await preflight_is(monkeypatch, TransientDeliveryError("the platform is busy"))
    assert "could not check" in (await room.done("subscribe region:EU")).text


async def preflight_is(
    monkeypatch: pytest.MonkeyPatch, outcome: tuple[str, ...] | DeliveryError
) -> None:
    async def preflight(adapter: object, channel: object) -> tuple[str, ...]:
        if isinstance(outcome, DeliveryError):
            raise outcome
        return outcome

    monkeypatch.setattr(RecordingAdapter, "preflight", preflight)


async def test_bare_subscribe_explains_with_examples(room: Room) -> None:
    reply = await room.say("/news subscribe")
    assert not reply.ok
    assert "`/news subscribe region:EU,UK impact>=7`" in reply.lines
    assert "needs at least one filter" in await room.refused("subscribe name:x")


async def test_only_those_who_may_change_subscriptions_do(room: Room) -> None:
    await room.done("subscribe region:EU")
    reader = room.as_reader()
    for line in ("subscribe region:CN", "edit s1 impact>=3", "unsubscribe s1", "pause s1"):
        assert "Only those who may manage" in await reader.refused(line)
    for line in ("list", "top", "test s1", "help", "status", "log", "settings"):
        assert (await reader.say(line)).ok
    assert not (await reader.service.press(reader.caller, "remove", "s1")).ok
    assert not (await reader.service.press(reader.caller, "undo", "2026-03-06T12:00:00Z")).ok


async def test_edit_changes_the_named_keys_only(room: Room) -> None:
    await room.hears(*week_of_news())
    await room.done('subscribe region:EU impact>=6 -category:sports name:"EU"')
    reply = await room.done("edit s1 impact>=8 -region:PL -category:none")
    assert reply.lines[:2] == snapshot(
        (
            "Before: “EU”, stories about the EU, with impact 6 or more, but not in sports.",
            "Now: “EU”, stories about the EU, with impact 8 or more, but not about Poland.",
        )
    )
    cleared = await room.done("edit EU region:none name:Everywhere")
    assert cleared.lines[1] == snapshot(
        "Now: “Everywhere”, stories with impact 8 or more, but not about Poland."
    )
    assert "like that already" in (await room.done("edit s1 impact>=8")).text


async def test_edit_refuses_what_makes_no_sense(room: Room) -> None:
    await room.done("subscribe region:EU")
    await room.done("subscribe region:CN")
    assert "s1 already says" in await room.refused("edit s2 region:EU")
    assert "No story can meet" in await room.refused("edit s1 -region:Europe")
    assert "What should change" in await room.refused("edit s1")
    assert "Which one" in await room.refused("edit")
    assert "There is s1 and s2" in await room.refused("edit s9 impact>=3")
    assert "cannot place “fast”" in await room.refused("edit s1 fast impact>=3")


async def test_pause_and_resume(room: Room) -> None:
    await room.done('subscribe region:EU name:"EU"')
    assert "Paused s1" in (await room.done("pause s1")).text
    assert "already" in (await room.done("pause s1")).text
    assert "⏸ paused, s1" in (await room.done("list")).text
    answer = await room.refused("subscribe region:EU")
    assert "resume s1" in answer
    assert "Resumed s1" in (await room.done("resume eu")).text
    assert "not paused" in (await room.done("resume s1")).text


async def test_unsubscribe_can_be_undone_for_ten_minutes(room: Room) -> None:
    await room.done('subscribe region:EU name:"EU"')
    reply = await room.done("unsubscribe s1")
    assert not await room.stores.subscriptions.of_channel(MAIN.id)
    room.clock.advance(timedelta(minutes=10))
    back = await room.press(reply.buttons[0])
    assert back.text == snapshot("""\
s1 "EU" is back.
Stories about the EU.\
""")
    assert "undone already" in (await room.press(reply.buttons[0])).text
    room.clock.advance(timedelta(seconds=1))
    assert not (await room.press(reply.buttons[0])).ok


async def test_unsubscribe_all_and_bring_all_back(room: Room) -> None:
    for region in ("EU", "CN", "US"):
        await room.done(f"subscribe region:{region}")
    await room.done("unsubscribe s2")
    room.clock.advance(timedelta(seconds=5))
    reply = await room.done("unsubscribe all")
    assert [one["id"] for one in reply.data["subscriptions"]] == ["s1", "s3"]
    await room.press(reply.buttons[0])
    assert [one.id for one in await room.stores.subscriptions.of_channel(MAIN.id)] == ["s1", "s3"]
    await room.done("unsubscribe s1 s3")
    assert "no subscription to remove" in await room.refused("unsubscribe all")
    assert "Which one" in await room.refused("unsubscribe")


async def test_an_id_is_never_given_twice(room: Room) -> None:
    await room.done("subscribe region:EU")
    await room.done("unsubscribe s1")
    assert "s2" in (await room.done("subscribe region:EU")).title


async def test_another_channels_subscriptions_are_out_of_reach(room: Room) -> None:
    await room.done("subscribe region:EU")
    elsewhere = Room(
        stores=room.stores,
        clock=room.clock,
        adapter=room.adapter,
        service=room.service,
        caller=type(room.caller)(
            channel=type(MAIN)(platform=MAIN.platform, workspace="local", native_id="other"),
            user_id="u2",
        ),
    )
    assert "has none yet" in await elsewhere.refused("unsubscribe s1")
    assert await room.stores.subscriptions.get(MAIN.id, SubscriptionId("s1"))


@pytest.mark.parametrize("value", ["", "yesterday", "2026-03-06T12:00:00", "2999-01-01T00:00:00Z"])
async def test_a_forged_undo_changes_nothing(room: Room, value: str) -> None:
    await room.done("subscribe region:EU")
    await room.done("unsubscribe s1")
    assert not (await room.service.press(room.caller, "undo", value)).ok
    assert not await room.stores.subscriptions.of_channel(MAIN.id)


async def test_unknown_buttons_are_answered(room: Room) -> None:
    assert not (await room.service.press(room.caller, "explode", "x")).ok
