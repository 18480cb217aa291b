"""Commands, completion and buttons as people use them, over the wire and with the real service."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.alert import AlertKind, delivery_key
from bot.domain.brief import RollUp, brief_of
from bot.domain.story import StoryId
from bot.testing import a_story
from tests.counterparts.discord.waiting import until
from tests.integration.discord.newsroom import Newsroom, newsroom


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with newsroom(tmp_path) as made:
        await add_stories(made)
        await made.start()
        yield made


async def add_stories(room: Newsroom) -> None:
    now = room.clock.now()
    soon = now - timedelta(minutes=5)
    stories = [
        a_story("gas-cap", published_at=soon, impact=8),
        a_story(
            "chip-plant",
            headline="A chip plant opens in Dresden",
            category="technology",
            published_at=soon,
            impact=5,
            entities=("Tesla, Inc.",),
        ),
    ]
    await room.stores.stories.add(stories, source="desk", now=now, history=True)


async def test_subscribing_is_private_and_says_what_it_will_bring(room: Newsroom) -> None:
    outcome = await room.slash("subscribe", {"region": "EU, UK", "min_impact": 7, "name": "Energy"})
    assert outcome["deferred"]
    assert outcome["ephemeral"]
    assert outcome["answered_after"] < 1
    assert 's1 "Energy"' in room.text_of(outcome)
    assert room.shown() == []
    (kept,) = await room.stores.subscriptions.of_channel(room.channel.id)
    assert kept.criteria.regions == (frozenset({"EU", "GB"}),)
    assert str(kept.criteria.impact) == ">=7"
    known = await room.stores.channels.get(room.channel.id)
    assert known is not None
    assert known.name == "alerts"


async def test_typed_options_exclude_and_quote(room: Newsroom) -> None:
    given = {"region": "EU, -RU", "entity": '"Tesla, Inc."', "exclude": "category:sports, BY"}
    given["exclude"] = "BY"
    outcome = await room.slash("subscribe", given)
    assert outcome["messages"], outcome
    (kept,) = await room.stores.subscriptions.of_channel(room.channel.id)
    assert kept.criteria.entities == (frozenset({"Tesla, Inc."}),)
    assert kept.criteria.exclude.regions == frozenset({"RU", "BY"})


async def test_an_unknown_region_is_refused_with_the_nearest(room: Newsroom) -> None:
    outcome = await room.slash("subscribe", {"region": "Germny"})
    assert "Germany" in room.text_of(outcome)
    assert await room.stores.subscriptions.of_channel(room.channel.id) == ()


async def test_reading_is_for_all_and_writing_for_those_who_manage_the_channel(
    room: Newsroom,
) -> None:
    refused = await room.slash("subscribe", {"region": "EU"}, by=room.ann)
    assert "Only those who may manage this channel" in room.text_of(refused)
    assert await room.stores.subscriptions.of_channel(room.channel.id) == ()
    read = await room.slash("top", {"window": "24h"}, by=room.ann)
    assert "Ministers agree on a gas price cap" in room.text_of(read)


async def test_top_is_private_until_it_is_shared(room: Newsroom) -> None:
    outcome = await room.slash("top", {"window": "24h", "count": 2})
    text = room.text_of(outcome)
    assert text.index("[8/10]") < text.index("[5/10]")
    assert room.shown() == []
    shared = await room.slash("top", {"window": "24h", "share": True})
    number = shared["interaction"]
    await until(lambda: len(room.place.people.outcome(number)["messages"]) == 2)
    (message,) = room.shown()
    assert "[8/10] Ministers agree" in room.place.visible_text(message)
    assert room.place.pings(message) == []


async def test_the_share_button_shows_it_to_everyone(room: Newsroom) -> None:
    outcome = await room.slash("top", {"window": "24h"})
    private = outcome["messages"][0]["id"]
    await room.place.people.click(room.owner, room.channel_id, private, "Share")
    await until(lambda: len(room.shown()) == 1)
    assert "Ministers agree" in room.place.visible_text(room.shown()[0])


async def test_completion_offers_names_and_sends_codes(room: Newsroom) -> None:
    people = room.place.people
    offered = await people.autocomplete(
        room.owner, room.channel_id, "news subscribe", "region", "germ"
    )
    assert {"name": "Germany", "value": "DE"} in offered
    more = await people.autocomplete(
        room.owner, room.channel_id, "news subscribe", "region", "EU, -germ"
    )
    assert {"name": "EU, -Germany", "value": "EU, -DE"} in more
    stories = await people.autocomplete(room.owner, room.channel_id, "news why", "story", "chip")
    assert [choice["value"] for choice in stories] == ["chip-plant"]
    assert all(len(choice["name"]) <= 100 for choice in stories)


async def test_completion_of_ids_names_this_channels_subscriptions(room: Newsroom) -> None:
    await room.slash("subscribe", {"region": "EU", "name": "Energy"})
    people = room.place.people
    for verb in ("unsubscribe", "edit", "pause", "resume", "test"):
        offered = await people.autocomplete(room.owner, room.channel_id, f"news {verb}", "id", "")
        assert [choice["value"] for choice in offered] == ["s1"]


async def test_every_verb_answers(room: Newsroom) -> None:
    await room.slash("subscribe", {"region": "EU", "min_impact": 7})
    asked: list[tuple[str, dict[str, Any]]] = [
        ("list", {}),
        ("list", {"scope": "all"}),
        ("edit", {"id": "s1", "min_impact": 8}),
        ("pause", {"id": "s1"}),
        ("pause", {"id": "s1", "for": "3d"}),
        ("resume", {"id": "s1"}),
        ("why", {"story": "gas-cap", "id": "s1"}),
        ("why", {"story": "gas price"}),
        ("sources", {"story": "chip-plant"}),
        ("test", {"id": "s1"}),
        ("test", {"region": "DE", "min_sources": 2}),
        ("mute", {"story": "chip-plant", "for": "12h"}),
        ("log", {}),
        ("unmute", {"story": "chip-plant"}),
        ("settings", {"tz": "Europe/Berlin"}),
        ("status", {}),
        ("help", {}),
        ("help", {"verb": "subscribe"}),
        ("unsubscribe", {"id": "s1"}),
    ]
    for verb, options in asked:
        outcome = await room.slash(verb, options)
        assert outcome["settled"], verb
        text = room.text_of(outcome)
        assert text, verb
        assert "Something went wrong" not in text, verb
    known = await room.stores.channels.get(room.channel.id)
    assert known is not None
    assert known.time_zone == "Europe/Berlin"


async def test_undo_brings_a_subscription_back_after_a_restart(room: Newsroom) -> None:
    await room.slash("subscribe", {"region": "EU"})
    removed = await room.slash("unsubscribe", {"id": "s1"})
    assert await room.stores.subscriptions.of_channel(room.channel.id) == ()
    await room.restart()
    message = removed["messages"][0]["id"]
    outcome = await room.place.people.click(room.owner, room.channel_id, message, "Undo")
    assert outcome["ephemeral"]
    (kept,) = await room.stores.subscriptions.of_channel(room.channel.id)
    assert kept.id == "s1"


async def post_card(room: Newsroom) -> str:
    story = await room.stores.stories.get(StoryId("gas-cap"))
    assert story is not None
    key = delivery_key(room.channel.id, story.id, story.version, AlertKind.NEW)
    return await room.handler.adapter.post(room.channel, brief_of(story), key=key)


async def test_buttons_of_a_card_answer_anybody_after_a_restart(room: Newsroom) -> None:
    message = await post_card(room)
    await room.restart()
    people = room.place.people
    why = await people.click(room.ann, room.channel_id, message, "Why")
    assert why["ephemeral"]
    assert "Ministers agree" in room.text_of(why)
    sources = await people.click(room.ann, room.channel_id, message, "Sources 2")
    assert room.text_of(sources)
    assert len(room.shown()) == 1


async def test_the_menu_of_a_roll_up_tells_sources(room: Newsroom) -> None:
    story = await room.stores.stories.get(StoryId("chip-plant"))
    assert story is not None
    key = delivery_key(room.channel.id, story.id, 1, AlertKind.DIGEST)
    roll_up = RollUp(title="While Tidings was away", briefs=(brief_of(story),))
    message = await room.handler.adapter.post(room.channel, roll_up, key=key)
    menu = room.shown()[0]["components"][0]["components"][0]
    chosen = await room.place.people.select(
        room.ann, room.channel_id, message, menu["custom_id"], [menu["options"][0]["value"]]
    )
    assert "A chip plant opens in Dresden" in room.text_of(chosen)


async def test_a_button_of_somebody_elses_design_is_answered_politely(room: Newsroom) -> None:
    message = await post_card(room)
    stored = room.place.world.messages[room.channel_id][message]
    stored["components"][0]["components"][0]["custom_id"] = "old-style"
    outcome = await room.place.people.click(room.ann, room.channel_id, message, "old-style")
    assert "another version" in room.text_of(outcome)


async def test_a_change_can_be_made_for_another_channel(room: Newsroom) -> None:
    other = room.place.add_channel(room.guild, "markets")["id"]
    outcome = await room.slash("subscribe", {"region": "EU", "channel": other})
    assert outcome["messages"]
    assert await room.stores.subscriptions.of_channel(room.channel.id) == ()
    known = [channel.native_id for channel in await room.stores.channels.all()]
    assert other in known


async def test_who_manages_only_another_channel_may_not_write_here(room: Newsroom) -> None:
    other = room.place.add_channel(room.guild, "markets")["id"]
    room.place.set_overwrite(other, room.ann, allow=["MANAGE_CHANNELS"])
    here = await room.slash("subscribe", {"region": "EU"}, by=room.ann)
    assert "Only those who may manage" in room.text_of(here)
    there = await room.slash("subscribe", {"region": "EU", "channel": other}, by=room.ann)
    assert "Only those who may manage" not in room.text_of(there)


async def test_subscribing_where_the_bot_may_not_post_says_the_fix(room: Newsroom) -> None:
    quiet = room.place.add_channel(room.guild, "quiet")["id"]
    room.place.forbid(quiet, "SEND_MESSAGES")
    command = "news subscribe"
    outcome = await room.place.people.slash(room.owner, quiet, command, {"region": "EU"})
    assert "Send Messages" in room.text_of(outcome)


async def test_an_expired_interaction_is_not_answered_twice(room: Newsroom) -> None:
    callback = "/interactions/{interaction_id}/{token}/callback"
    room.place.fault("error", route=callback, status=404, code=10062)
    room.place.people.patience = 0.2
    outcome = await room.slash("list")
    assert not outcome["answered"]
    answers = [r for r in room.place.requests if r["path"].startswith("/webhooks")]
    assert answers == []


async def test_a_failure_inside_is_said_and_not_left_hanging(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("no luck")

    monkeypatch.setattr(room.commands, "run", broken)
    outcome = await room.slash("list")
    assert "Something went wrong on our side" in room.text_of(outcome)


async def test_changes_can_be_announced_in_one_line(tmp_path: Path) -> None:
    async with newsroom(tmp_path, announce_changes=True) as room:
        await room.start()
        added = await room.slash("subscribe", {"region": "EU"})
        await until(lambda: len(room.shown()) == 1)
        (message,) = room.shown()
        assert "Olga · subscribe" in room.place.visible_text(message)
        await room.slash("list")
        await room.slash("settings")
        assert len(room.shown()) == 1
        private = added["messages"][0]["id"]
        await room.place.people.click(room.owner, room.channel_id, private, "Remove s1")
        await until(lambda: len(room.shown()) == 2)
        assert "Olga · remove" in room.place.visible_text(room.shown()[1])
