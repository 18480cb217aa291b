"""A small discord.py bot with one of everything a counterpart has to serve, to test it with."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from discord import app_commands


class Bot(discord.Client):
    """A small bot with one of everything the counterpart has to serve."""

    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=30,
            guild_ready_timeout=0.05,
        )
        self.tree = app_commands.CommandTree(self)
        self.removed: list[int] = []
        self.resumed = asyncio.Event()
        self.disconnected = asyncio.Event()
        add_commands(self.tree)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """The library's own pause of five seconds would only slow the tests."""

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.removed.append(guild.id)

    async def on_resumed(self) -> None:
        self.resumed.set()

    async def on_disconnect(self) -> None:
        self.disconnected.set()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.component:
            await interaction.response.edit_message(content="pressed")
        if interaction.type is discord.InteractionType.modal_submit:
            await interaction.response.send_message("thanks", ephemeral=True)


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    group = app_commands.Group(name="news", description="News")

    @group.command(description="Say it back")
    @app_commands.describe(text="What to say", times="How often")
    async def echo(
        interaction: discord.Interaction, text: str, times: app_commands.Range[int, 1, 3] = 1
    ) -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Press", custom_id="press:1"))
        await interaction.response.send_message(text * times, view=view, ephemeral=True)

    @echo.autocomplete("text")
    async def echo_text(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{current}!", value=current)]

    @group.command(description="Answer later")
    async def slow(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        await interaction.edit_original_response(content="done")
        await interaction.followup.send("and more", ephemeral=True)

    @group.command(description="A form")
    async def form(interaction: discord.Interaction) -> None:
        modal = discord.ui.Modal(title="Subscribe", custom_id="m1")
        modal.add_item(discord.ui.TextInput(label="Region", custom_id="region"))
        await interaction.response.send_modal(modal)

    @group.command(description="Never answers")
    async def silent(interaction: discord.Interaction) -> None:
        return

    group.default_permissions = None
    tree.add_command(group)
    admin: app_commands.Command[Any, ..., Any] = app_commands.Command(
        name="admin", description="Hidden", callback=_admin
    )
    admin.default_permissions = discord.Permissions(manage_channels=True)
    tree.add_command(admin)


async def _admin(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("hello, admin")
