"""Feed in, `tidings run` as a real process, messages out of Slack, Discord and the web channel."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.counterparts.discord import DiscordCounterpart
from tests.counterparts.slack import SlackCounterpart
from tests.e2e.desk import StoryDesk
from tests.e2e.running import Tidings, until

TEAM, SLACK_CHANNEL, SLACK_USER = "T1", "C1", "U1"


@dataclass
class World:
    """Everything around the process."""

    desk: StoryDesk
    slack: SlackCounterpart
    discord: DiscordCounterpart
    tidings: Tidings
    discord_channel: str
    discord_user: str

    async def slack_text(self) -> str:
        return "\n---\n".join(seen.text for seen in self.slack.seen(TEAM, SLACK_CHANNEL))

    async def discord_text(self) -> str:
        found = self.discord.messages(self.discord_channel)
        return "\n---\n".join(self.discord.visible_text(message) for message in found)

    async def web_text(self) -> str:
        return "\n---\n".join(message["text"] for message in await self.tidings.messages())

    async def everywhere(self, words: str) -> None:
        """Wait until a reader of each of the three channels sees the words."""
        for read in (self.slack_text, self.discord_text, self.web_text):

            async def shown(read: Any = read) -> bool:
                return words in await read()

            await until(shown, what=f"{words!r} in {read.__name__}")

    async def in_slack(self, text: str) -> str:
        """What the person who typed it reads."""
        exchange = await self.slack.send_command(TEAM, SLACK_CHANNEL, SLACK_USER, text)
        answers = await self.slack.wait_answers(exchange.id)
        return "\n".join(str(answer) for answer in answers)

    async def pressed_in_slack(self, action: str) -> None:
        """Press a button of the first message there."""
        (first, *_) = self.slack.messages(TEAM, SLACK_CHANNEL)
        click = await self.slack.click(TEAM, SLACK_CHANNEL, first["ts"], action, user=SLACK_USER)
        await self.slack.wait_answers(click.id)

    async def pressed_in_discord(self, label: str) -> None:
        (first, *_) = self.discord.messages(self.discord_channel)
        people = self.discord.people
        await people.click(self.discord_user, self.discord_channel, first["id"], label)

    async def in_discord(self, command: str, options: dict[str, Any] | None = None) -> str:
        outcome = await self.discord.people.slash(
            self.discord_user, self.discord_channel, f"news {command}", options
        )
        return str(outcome)

    def no_rule_was_broken(self) -> None:
        assert self.slack.violations == []
        assert self.discord.violations == []


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with (
        StoryDesk() as desk,
        SlackCounterpart() as slack,
        DiscordCounterpart() as discord,
    ):
        workspace = slack.add_workspace(TEAM)
        slack.add_user(TEAM, SLACK_USER)
        slack.add_channel(TEAM, SLACK_CHANNEL, name="energy")
        guild = discord.add_guild("Newsroom")
        channel = discord.add_channel(guild["id"], "energy")
        desk.publish("old", title="A story from before the first start")
        config = {
            "slack": {"api_url": slack.api_url},
            "discord": {"api_url": discord.api_url, "gateway_url": discord.gateway_url},
            "sources": [
                {"name": "desk", "url": desk.url, "poll_seconds": 0.3, "allow_private": True}
            ],
            "database": {"url": f"sqlite:///{tmp_path / 'tidings.db'}"},
        }
        secrets = {
            "SLACK_BOT_TOKEN": workspace.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "DISCORD_TOKEN": discord_token(),
        }
        async with Tidings(tmp_path, config, secrets) as tidings:
            await slack.wait_connected()
            ready = discord.gateway.ready

            async def commands_are_known() -> bool:
                return ready.is_set() and bool(discord.world.commands) and desk.polls > 0

            await until(commands_are_known, what="Discord's commands")
            yield World(desk, slack, discord, tidings, channel["id"], guild["owner_id"])


def discord_token() -> str:
    from tests.counterparts.discord.server import TOKEN  # noqa: PLC0415

    return TOKEN


@pytest.mark.timeout(120)
async def test_one_story_reaches_all_three_platforms_and_another_reaches_none(
    world: World,
) -> None:
    rule = 'subscribe region:EU,UK impact>=7 -category:sports name:"EU energy"'
    assert "Subscribed as s1" in await world.in_slack(rule)
    options = {"region": "EU,UK", "min_impact": 7, "exclude": "category:sports"}
    assert "Subscribed as s1" in await world.in_discord("subscribe", options)
    answer = await world.tidings.say(f"/news {rule}")
    assert answer["ok"], answer["text"]
    assert answer["data"]["subscription"]["regions"] == ["EU", "GB"]

    world.desk.publish("cap", title="EU approves emergency gas cap")
    world.desk.publish("match", title="Cup final moved", _story={"category": "sports"})
    world.desk.publish("small", title="Small rule", _story={"impact": {"score": 3}})
    world.desk.publish("last", title="EU closes a pipeline")
    await world.everywhere("EU approves emergency gas cap")
    await world.everywhere("EU closes a pipeline")
    for read in (world.slack_text, world.discord_text, world.web_text):
        text = await read()
        assert "Cup final" not in text
        assert "Small rule" not in text
        assert "before the first start" not in text
        assert text.count("EU approves emergency gas cap") == 1
        assert "Verified by 3 sources" in text
        assert "Why: s1" in text.replace("Why:\n", "Why: ") or "s1" in text

    top = await world.tidings.say("/news top today")
    assert {story["id"] for story in top["data"]["stories"]} & {"cap", "last"}
    world.no_rule_was_broken()


@pytest.mark.timeout(120)
async def test_an_update_edits_the_card_and_a_withdrawal_reaches_everybody_who_got_it(
    world: World,
) -> None:
    await world.in_slack("subscribe impact>=7")
    await world.in_discord("subscribe", {"min_impact": 7})
    await world.tidings.say("subscribe impact>=7")
    world.desk.publish("cap", title="EU approves gas cap")
    await world.everywhere("EU approves gas cap")
    world.desk.publish("cap", title="EU approves gas cap", _story={"impact": {"score": 10}})
    await world.everywhere("10/10")
    world.desk.publish("cap", title="EU approves gas cap", _story={"status": "withdrawn"})
    await world.everywhere("RETRACTED")
    world.no_rule_was_broken()


@pytest.mark.timeout(120)
async def test_a_muted_story_brings_its_correction_and_nothing_else(world: World) -> None:
    await world.in_slack("subscribe impact>=7")
    await world.in_discord("subscribe", {"min_impact": 7})
    await world.tidings.say("subscribe impact>=7")
    world.desk.publish("cap", title="EU approves gas cap")
    await world.everywhere("EU approves gas cap")
    await world.pressed_in_slack("tidings:mute:2")
    await world.pressed_in_discord("Mute story")
    assert (await world.tidings.say("/news mute gas cap 3d"))["ok"]
    world.desk.publish("cap", title="EU approves gas cap", _story={"impact": {"score": 10}})
    world.desk.publish("next", title="EU closes a pipeline")
    await world.everywhere("EU closes a pipeline")
    for read in (world.slack_text, world.discord_text, world.web_text):
        assert "10/10" not in await read()
    world.desk.publish("cap", title="EU approves gas cap", _story={"status": "corrected"})
    await world.everywhere("CORRECTED")
    world.no_rule_was_broken()


@pytest.mark.timeout(120)
async def test_the_process_ends_at_once_and_goes_on_where_it_was(world: World) -> None:
    await world.tidings.say("subscribe impact>=7")
    world.desk.publish("one", title="First story")

    async def first() -> bool:
        return "First story" in await world.web_text()

    await until(first, what="the first story")
    assert await world.tidings.stop() == 0
    world.desk.publish("two", title="Second story")
    await world.tidings.start()

    async def second() -> bool:
        return "Second story" in await world.web_text()

    await until(second, what="the story published while it was away")
    assert (await world.web_text()).count("First story") == 1


@pytest.mark.timeout(120)
async def test_a_broken_feed_is_shown_and_comes_back_by_itself(world: World) -> None:
    await world.tidings.say("subscribe impact>=7")
    world.desk.broken = True

    async def named() -> bool:
        health = (await world.tidings.get("/healthz")).json()
        return "answered 500" in str(health["sources"])

    await until(named, what="the feed's error in /healthz")
    world.desk.publish("after", title="After the outage")
    world.desk.broken = False

    async def back() -> bool:
        return "After the outage" in await world.web_text()

    await until(back, what="the story after the outage")
