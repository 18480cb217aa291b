"""Muting in Slack, over a real socket and with the real command service."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.commands.service import CommandService
from bot.domain.alert import DeliveryKey
from bot.domain.brief import brief_of
from bot.store import SqlStores
from bot.testing import a_story
from tests.counterparts.slack import SlackCounterpart, visible_text
from tests.integration.slack.stage import CHANNEL, Stage, on_stage

STORY = a_story("gas-cap", impact=8)
WEEK = timedelta(days=7)


@pytest.fixture
async def stage(sqlite_stores: SqlStores, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    async with on_stage(sqlite_stores) as made:
        real = CommandService(stores=sqlite_stores, clock=made.clock)
        monkeypatch.setattr(made.commands, "say", real.say)
        monkeypatch.setattr(made.commands, "press", real.press)
        now = made.clock.now()
        await made.stores.stories.add([STORY], source="desk", now=now, history=True)
        yield made


async def lasts(stage: Stage) -> list[timedelta]:
    now = stage.clock.now()
    found = await stage.stores.mutes.of_channel(CHANNEL.id, now=now)
    return [mute.until - now for mute in found]


async def typed(slack: SlackCounterpart, text: str) -> dict[str, Any]:
    exchange = await slack.send_command("T1", "C1", "U1", text)
    # The answer may overtake the acknowledgement, and a clock turned in between would make it late.
    await slack.wait_ack(exchange.id)
    return (await slack.wait_answers(exchange.id))[0]


async def pressed(slack: SlackCounterpart, message: str, button: str) -> dict[str, Any]:
    exchange = await slack.click("T1", "C1", message, button, user="U2")
    await slack.wait_ack(exchange.id)
    return (await slack.wait_answers(exchange.id))[0]


async def test_a_story_is_muted_by_word_and_taken_back(stage: Stage) -> None:
    async with stage.connected() as slack:
        answer = await typed(slack, "mute gas price 3d")
        assert answer["_response_type"] == "ephemeral"
        text = visible_text(answer)
        assert "Muted here until Mon 9 Mar" in text
        assert "A correction or withdrawal of what was posted still comes." in text
        assert await lasts(stage) == [timedelta(days=3)]
        assert "muted until" in visible_text(await typed(slack, "list"))
        assert "Unmuted" in visible_text(await typed(slack, "unmute gas"))
        assert await lasts(stage) == []
    assert not slack.violations


async def test_the_button_of_a_card_mutes_and_the_answer_takes_it_back(stage: Stage) -> None:
    card = await stage.handler.adapter.post(CHANNEL, brief_of(STORY), key=DeliveryKey("k1"))
    async with stage.connected() as slack:
        answer = await pressed(slack, card, "tidings:mute:2")
        assert answer["_response_type"] == "ephemeral"
        assert await lasts(stage) == [WEEK]
        assert "Unmuted" in visible_text(await pressed(slack, answer["ts"], "tidings:unmute:0"))
        assert await lasts(stage) == []
    assert len(slack.messages("T1", "C1")) == 1
    assert not slack.violations


async def test_a_pause_says_until_when_and_ends_by_itself(stage: Stage) -> None:
    async with stage.connected() as slack:
        await typed(slack, "subscribe region:EU")
        assert "Paused s1 until" in visible_text(await typed(slack, "pause s1 12h"))
        assert "paused until" in visible_text(await typed(slack, "list"))
        await stage.clock.sleep(timedelta(hours=12))
        assert "paused" not in visible_text(await typed(slack, "list"))
    assert not slack.violations
