"""The counterpart against Discord's own OpenAPI description: its tables, and a whole run's traffic."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import discord
import jsonschema
import pytest
from discord import app_commands

from tests.counterparts.discord import DiscordCounterpart
from tests.counterparts.discord.pointing import discord_py_at
from tests.counterparts.discord.shapes import SHAPES, Field
from tests.counterparts.discord.waiting import until

SPEC = Path(__file__).resolve().parents[2] / "../shared/specs/discord_openapi_v10.json"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not SPEC.exists(), reason="Discord's OpenAPI file is not beside the project"
    ),
]


@cache
def spec() -> Any:
    return json.loads(SPEC.read_text())


def problems(schema: Any, body: Any) -> list[str]:
    whole = {"allOf": [schema], "components": spec()["components"]}
    found = jsonschema.Draft202012Validator(whole).iter_errors(body)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in found]


def resolve(node: Any) -> Any:
    if "$ref" in node:
        return resolve(spec()["components"]["schemas"][node["$ref"].rsplit("/", 1)[-1]])
    real = [option for option in node.get("oneOf", []) if option != {"type": "null"}]
    return resolve(real[0]) if len(real) == 1 else node


def bounds(node: Any) -> tuple[Any, Any]:
    low = node.get("minLength", node.get("minItems", node.get("minimum")))
    high = node.get("maxLength", node.get("maxItems", node.get("maximum")))
    return low, high


UNBOUNDED = {152133, 1521, 0, None}
"""The generator's stand-ins for "no limit stated"."""


def differences(rule: Field, node: Any) -> Iterator[str]:
    low, high = bounds(resolve(node))
    if rule.high != high and not (rule.high is None and high in UNBOUNDED) and high is not None:
        yield f"at most {rule.high}, the OpenAPI says {high}"
    if rule.low != low and low not in UNBOUNDED:
        yield f"at least {rule.low}, the OpenAPI says {low}"


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_agrees_with_the_openapi_or_says_why_not(name: str) -> None:
    schema = spec()["components"]["schemas"][SHAPES[name].spec]
    for key, rule in SHAPES[name].fields.items():
        if rule.why or rule.kind == "any":
            continue
        assert key in schema["properties"], f"{name}.{key} is not in the OpenAPI"
        assert list(differences(rule, schema["properties"][key])) == [], f"{name}.{key}"
        assert rule.required == (key in schema.get("required", [])), f"{name}.{key} required"


async def whole_run(place: DiscordCounterpart) -> None:
    """Everything the bot will ever ask of Discord, once."""
    guild = place.add_guild()["id"]
    channel = place.add_channel(guild, "alerts")["id"]
    user = place.add_member(guild, "Ann")["id"]
    client = discord.Client(intents=discord.Intents(guilds=True), guild_ready_timeout=0.05)
    tree = app_commands.CommandTree(client)
    group = app_commands.Group(
        name="news",
        description="News",
        default_permissions=discord.Permissions(manage_channels=True),
        guild_only=True,
    )

    @group.command(description="One of each kind of option")
    @app_commands.choices(mode=[app_commands.Choice(name="instant", value="instant")])
    async def subscribe(
        interaction: discord.Interaction,
        region: str,
        impact: app_commands.Range[int, 1, 10] = 7,
        mode: str = "instant",
        ping: discord.Role | None = None,
        where: discord.TextChannel | None = None,
        share: bool = False,
    ) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        await interaction.edit_original_response(embed=card(), view=view())
        await interaction.followup.send("more", ephemeral=True)
        await interaction.original_response()

    @subscribe.autocomplete("region")
    async def regions(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name="European Union", value="EU")]

    @client.event
    async def on_interaction(interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.component:
            await interaction.response.edit_message(embed=card(), view=None)
            await interaction.followup.send("undone", ephemeral=True)

    tree.add_command(group)
    await client.login(place.token)
    task = asyncio.ensure_future(client.connect())
    try:
        await asyncio.wait_for(client.wait_until_ready(), 10)
        await tree.sync()
        await tree.fetch_commands()
        await client.application_info()
        [_ async for _ in client.fetch_guilds()]
        owner = place.world.guilds[guild]["owner_id"]
        await place.people.autocomplete(owner, channel, "news subscribe", "region", "eu")
        options = {"region": "EU", "where": channel, "share": True}
        outcome = await place.people.slash(owner, channel, "news subscribe", options)
        number = outcome["interaction"]
        await until(lambda: len(place.people.outcome(number)["messages"]) == 2)
        await posts(client, channel, user)
        posted = place.messages(channel)[-1]["id"]
        await place.people.click(owner, channel, posted, "why:1")
        await until(lambda: len(place.messages(channel, reader=owner)) >= 4)
        await until(lambda: all("status" in entry for entry in place.requests))
        await refusals(client, place, channel)
    finally:
        await client.close()
        with suppress(asyncio.CancelledError):
            await task


def card() -> discord.Embed:
    embed = discord.Embed(title="t", url="https://a.example/1", description="d", colour=0xFF0000)
    embed.add_field(name="n", value="v").set_footer(text="f").set_author(name="a")
    embed.timestamp = discord.utils.utcnow()
    return embed


def view() -> discord.ui.View:
    made = discord.ui.View(timeout=None)
    made.add_item(discord.ui.Button(label="Why", custom_id="why:1"))
    made.add_item(discord.ui.Button(label="Open", url="https://a.example/1"))
    return made


async def posts(client: discord.Client, channel: str, user: str) -> None:
    target = client.get_partial_messageable(int(channel))
    parent = await target.send(
        "first", nonce="n-1", allowed_mentions=discord.AllowedMentions.none()
    )
    await parent.edit(content="second")
    await parent.reply("reply", embed=card())
    fetched = await client.fetch_channel(int(channel))
    assert isinstance(fetched, discord.TextChannel)
    thread = await (await fetched.fetch_message(parent.id)).create_thread(name="updates")
    await thread.send("in thread")
    [_ async for _ in fetched.history(limit=50)]
    private = await client.create_dm(discord.Object(int(user)))
    await private.send("psst")
    gone = await target.send("gone")
    await gone.delete()
    await target.send(embed=card(), view=view())


async def refusals(client: discord.Client, place: DiscordCounterpart, channel: str) -> None:
    target = client.get_partial_messageable(int(channel))
    place.set_bucket("message-create", 1000, 1)
    with pytest.raises(discord.HTTPException):
        await target.send("x" * 2001)
    place.fault("ratelimit", method="POST", retry_after=0.01)
    await target.send("after a pause")
    place.forbid(channel)
    with pytest.raises(discord.Forbidden):
        await target.send("x")


def with_text_ids(body: Any) -> Any:
    """discord.py sends snowflakes as numbers, which Discord takes; the OpenAPI knows only text."""
    if isinstance(body, list):
        return [with_text_ids(item) for item in body]
    if not isinstance(body, dict):
        return body
    return {
        key: str(value) if key.endswith("_id") and isinstance(value, int) else with_text_ids(value)
        for key, value in body.items()
    }


def path_of(route: str) -> str:
    wanted = re.sub(r"\{\w+\}", "{}", route)
    for path in spec()["paths"]:
        if re.sub(r"\{\w+\}", "{}", path) == wanted:
            return str(path)
    raise AssertionError(f"{route} is not in the OpenAPI")


def answer_schema(operation: Any, status: int) -> Any:
    responses = operation["responses"]
    chosen = responses.get(str(status)) or responses[f"{str(status)[0]}XX"]
    if "$ref" in chosen:
        chosen = spec()["components"]["responses"][chosen["$ref"].rsplit("/", 1)[-1]]
    return chosen.get("content", {}).get("application/json", {}).get("schema")


async def test_a_whole_run_is_what_the_openapi_describes() -> None:
    async with DiscordCounterpart() as place:
        with discord_py_at(place.api_url, place.gateway_url):
            await whole_run(place)
        assert place.violations == []
        found: list[str] = []
        for entry in place.requests:
            operation = spec()["paths"][path_of(entry["route"])][entry["method"].lower()]
            where = f"{entry['method']} {entry['route']}"
            if entry["body"] is not None and entry["status"] < 300:
                schema = operation["requestBody"]["content"]["application/json"]["schema"]
                found += [
                    f"{where} request {p}" for p in problems(schema, with_text_ids(entry["body"]))
                ]
            schema = answer_schema(operation, entry["status"])
            # The OpenAPI says the codes inside `errors` are numbers; the docs and Discord say words.
            if schema is not None and "errors" not in entry["answer"]:
                found += [f"{where} answer {p}" for p in problems(schema, entry["answer"])]
        assert found == []
        assert len({(e["method"], e["route"]) for e in place.requests}) >= 17
