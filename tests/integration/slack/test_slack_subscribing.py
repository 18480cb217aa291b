"""The real command service behind the real socket: from a typed line or the form to a kept rule."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.commands.service import CommandService
from bot.domain.channel import Platform
from bot.domain.subscription import Bounds, Criteria
from bot.store import SqlStores
from bot.testing import a_story
from handlers.slack import modal
from handlers.slack.app import SlackHandler
from tests.counterparts.slack import read_message, visible_text
from tests.integration.slack.stage import CHANNEL, Stage, on_stage, settings_for

PICK = modal.PICK_PREFIX


@pytest.fixture
async def stage(sqlite_stores: SqlStores) -> AsyncIterator[Stage]:
    async with on_stage(sqlite_stores) as built:
        service = CommandService(stores=sqlite_stores, clock=built.clock)
        built.handler = SlackHandler(
            settings=settings_for(built.slack),
            commands=service,
            keeper=built.keeper,
            stores=sqlite_stores,
            clock=built.clock,
            ping_seconds=0.2,
        )
        service.adapters = {Platform.SLACK: built.handler.adapter}
        yield built


async def say(stage: Stage, text: str) -> str:
    exchange = await stage.slack.send_command("T1", "C1", "U1", text)
    return visible_text((await stage.slack.wait_answers(exchange.id))[0])


async def test_a_typed_subscription_is_kept_listed_removed_and_undone(stage: Stage) -> None:
    async with stage.connected() as slack:
        answer = await say(stage, "subscribe region:EU impact>=7")
        assert "s1" in answer
        (rule,) = await stage.stores.subscriptions.of_channel(CHANNEL.id)
        assert (rule.created_by, rule.criteria.impact.low) == ("U1", 7)
        exchange = await slack.send_command("T1", "C1", "U1", "unsubscribe s1")
        removed = (await slack.wait_answers(exchange.id))[0]
        assert await stage.stores.subscriptions.of_channel(CHANNEL.id) == ()
        (undo,) = [item for item in read_message(removed).buttons if item["label"] == "Undo"]
        click = await slack.click("T1", "C1", removed["ts"], undo["action_id"], user="U1")
        await slack.wait_answers(click.id)
        assert await stage.stores.subscriptions.of_channel(CHANNEL.id) == (rule,)
    known = await stage.stores.channels.get(CHANNEL.id)
    assert known is not None
    assert (known.name, known.time_zone) == ("news", "Europe/Berlin")
    assert not slack.violations


async def test_a_channel_the_bot_is_not_in_is_refused_with_the_fix(stage: Stage) -> None:
    stage.slack.add_channel("T1", "C1", name="news", member=False)
    async with stage.connected() as slack:
        assert "/invite @tidings" in await say(stage, "subscribe region:EU")
    assert await stage.stores.subscriptions.of_channel(CHANNEL.id) == ()
    assert not slack.violations


async def test_the_form_suggests_regions_and_keeps_the_same_rule_as_typing(stage: Stage) -> None:
    async with stage.connected() as slack:
        await slack.send_command("T1", "C1", "U1", "subscribe")
        view = await slack.wait_view("T1")
        offered = await slack.suggest("T1", view["id"], f"{PICK}region", "european u", user="U1")
        region = next(item for item in offered if "European Union" in item["text"]["text"])
        values = {f"{PICK}region": [region["value"]], f"{PICK}impact": "7"}
        await slack.submit_view("T1", view["id"], values, user="U1")
        place = slack.state.channel("T1", "C1")
        await slack.state.until(lambda: place["_ephemeral"] or None, what="the answer")
        assert "s1" in await say(stage, "subscribe region:EU impact>=7")
    (rule,) = await stage.stores.subscriptions.of_channel(CHANNEL.id)
    assert rule.criteria == Criteria(regions=(frozenset({"EU"}),), impact=Bounds(7, None))
    assert not slack.violations


async def test_top_shows_a_card_and_shares_it(stage: Stage) -> None:
    now = stage.clock.now() - timedelta(hours=1)
    story = replace(a_story(), published_at=now, modified_at=now)
    await stage.stores.stories.add([story], source="desk", now=now)
    async with stage.connected() as slack:
        exchange = await slack.send_command("T1", "C1", "U1", "top 24h")
        shown = (await slack.wait_answers(exchange.id))[0]
        assert story.headline in visible_text(shown)
        share = next(
            item for item in read_message(shown).buttons if item["label"].startswith("Share")
        )
        click = await slack.click("T1", "C1", shown["ts"], share["action_id"], user="U1")
        await slack.wait_answers(click.id)
    (public,) = slack.messages("T1", "C1")
    assert story.headline in visible_text(public)
    assert not slack.violations


async def test_a_typing_error_is_answered_with_the_nearest_right_thing(stage: Stage) -> None:
    async with stage.connected() as slack:
        answer = await say(stage, "subscribe region:Germny")
    assert "Germany" in answer
    assert not slack.violations
