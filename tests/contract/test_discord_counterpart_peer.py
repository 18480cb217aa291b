"""The same bot, the same actions, on our counterpart and on simcord, which nobody here wrote."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import simcord

from tests.counterparts.discord import DiscordCounterpart
from tests.counterparts.discord.bot import Bot
from tests.counterparts.discord.pointing import discord_py_at
from tests.counterparts.discord.waiting import until


async def on_ours() -> dict[str, Any]:
    async with DiscordCounterpart() as place:
        with discord_py_at(place.api_url, place.gateway_url):
            bot = Bot()
            guild = place.add_guild()["id"]
            channel = place.add_channel(guild, "alerts")["id"]
            user = place.add_member(guild, "Ann")["id"]
            await bot.login(place.token)
            task = asyncio.ensure_future(bot.connect())
            try:
                await asyncio.wait_for(bot.wait_until_ready(), 10)
                await bot.tree.sync()
                people = place.people
                echo = await people.slash(user, channel, "news echo", {"text": "hi", "times": 2})
                slow = await people.slash(user, channel, "news slow")
                number = slow["interaction"]
                await until(lambda: len(people.outcome(number)["messages"]) == 2)
                form = await people.slash(user, channel, "news form")
                choices = await people.autocomplete(user, channel, "news echo", "text", "ger")
                pressed = await people.click(user, channel, echo["messages"][0]["id"], "Press")
            finally:
                await bot.close()
                with suppress(asyncio.CancelledError):
                    await task
            return {
                "echo private": echo["ephemeral"],
                "slow said": people.outcome(number)["messages"][0]["content"],
                "form": form["modal"]["title"],
                "choices": choices,
                "pressed": pressed["messages"][0]["content"],
            }


async def on_simcord() -> dict[str, Any]:
    bot = Bot()
    async with simcord.run(bot, strict_sync=False) as env:
        await bot.tree.sync()
        guild = env.create_guild()
        channel = guild.create_text_channel("alerts")
        ann = guild.add_member(env.create_user("Ann"))
        echo = await ann.slash(channel, "news echo", text="hi", times=2)
        slow = await ann.slash(channel, "news slow")
        form = await ann.slash(channel, "news form")
        typed = await ann.autocomplete(channel, "news echo", "text", "ger")
        assert echo.response is not None
        assert slow.response is not None
        shown = {
            "echo private": echo.ephemeral,
            "slow said": slow.response.content,
            "form": (form.modal or {})["title"],
        }
        await ann.click(echo.response, label="Press")
        return shown | {"choices": typed, "pressed": echo.response.content}


async def test_both_counterparts_tell_the_same_story() -> None:
    assert await on_ours() == await on_simcord()
