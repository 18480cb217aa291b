"""The client that `create_discord_client` returns, used alone: on the counterpart and on simcord."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any
from unittest.mock import patch

import discord
import pytest
import simcord
from discord.http import Route
from pydantic import SecretStr

from bot.settings import DatabaseSettings, DiscordSettings, Settings
from handlers.discord import client as client_module
from handlers.discord.app import create_discord_client
from tests.counterparts.discord import DiscordCounterpart
from tests.counterparts.discord.pointing import discord_py_at


def settings(folder: Path, **discord: Any) -> Settings:
    return Settings(
        discord=DiscordSettings(token=SecretStr("x"), **discord),
        database=DatabaseSettings(url=f"sqlite:///{folder / 'tidings.db'}"),
    )


async def test_it_serves_commands_from_its_own_database(tmp_path: Path) -> None:
    async with DiscordCounterpart() as place:
        guild = place.add_guild()
        channel = place.add_channel(guild["id"], "alerts")["id"]
        # Only the API's address is given: where the gateway is, Discord says itself.
        with discord_py_at(place.api_url, "ws://127.0.0.1:9/unused"):
            with patch.object(client_module, "SERVERS_ARRIVE", 0.02):
                client = create_discord_client(settings(tmp_path, api_url=place.api_url))
            async with client:
                await client.login(place.token)
                serving = asyncio.ensure_future(client.connect())
                await asyncio.wait_for(client.wait_until_ready(), 10)
                ask = place.people.slash
                owner = guild["owner_id"]
                outcome = await ask(owner, channel, "news subscribe", {"region": "EU"})
                assert "s1" in place.visible_text(outcome["messages"][0])
                listed = await ask(owner, channel, "news list")
                assert "s1" in place.visible_text(listed["messages"][0])
            with suppress(asyncio.CancelledError):
                await serving
        assert place.violations == []


async def test_it_serves_the_same_commands_on_a_discord_nobody_here_wrote(tmp_path: Path) -> None:
    client = create_discord_client(settings(tmp_path))
    async with simcord.run(client) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("alerts")
        desk = guild.create_role("desk", permissions=discord.Permissions(manage_channels=True))
        owner = guild.add_member(env.create_user("olga"), roles=[desk])
        done = await owner.slash(channel, "news subscribe", region="EU", min_impact=7)
        assert done.response is not None
        text = " ".join(f"{embed.title} {embed.description}" for embed in done.response.embeds)
        assert "s1" in text
        choices = await owner.autocomplete(channel, "news subscribe", "region", "germ")
        assert {"name": "Germany", "value": "DE"} in choices
        listed = await owner.slash(channel, "news list")
        assert listed.ephemeral


@pytest.mark.parametrize("url", ["https://discord.com/api/v10", "http://127.0.0.1:1/api/v10/"])
def test_the_addresses_of_the_settings_are_used_and_defaults_left_alone(
    tmp_path: Path, url: str
) -> None:
    with discord_py_at("http://127.0.0.1:2/api/v10", "ws://127.0.0.1:2/gw"):
        create_discord_client(settings(tmp_path, api_url=url))
        default = url == DiscordSettings().api_url
        assert ("127.0.0.1:2" if default else "127.0.0.1:1/api/v10") in Route.BASE
        assert not Route.BASE.endswith("/")
