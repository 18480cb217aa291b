"""What a reader sees and who is pinged, as the counterpart judges it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.counterparts.discord import DiscordCounterpart, posting, rendering
from tests.counterparts.discord.markdown import interpret


@pytest.fixture
def place() -> DiscordCounterpart:
    return DiscordCounterpart()


def post(place: DiscordCounterpart, **body: Any) -> dict[str, Any]:
    guild = place.add_guild()["id"]
    channel = place.world.channel(place.add_channel(guild, "alerts")["id"])
    return posting.create(place.world, channel, body)[0]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("**loud**", {"bold"}),
        ("*soft*", {"italic"}),
        ("_soft_", {"italic"}),
        ("snake_case_name", set()),
        ("2 * 3 * 4", set()),
        ("~~gone~~", {"strike"}),
        ("||hidden||", {"spoiler"}),
        ("`code`", {"code"}),
        ("```\nblock\n```", {"code"}),
        ("# Heading", {"heading"}),
        ("-# small", {"heading"}),
        ("#hashtag", set()),
        ("> quoted", {"quote"}),
        ("- item", {"list"}),
        ("@everyone", {"mention"}),
        ("<@123>", {"mention"}),
        ("<@&123>", {"mention"}),
        ("<#123>", {"channel"}),
        ("<t:1700000000:R>", {"time"}),
        ("<:smile:1>", {"emoji"}),
        (r"\*\*plain\*\*", set()),
        (r"\# plain", set()),
        (r"\|\|plain\|\|", set()),
        (r"\<@123>", set()),
    ],
)
def test_markdown_powers_are_seen(text: str, kinds: set[str]) -> None:
    assert interpret(text).kinds() == kinds


def test_escapes_are_not_shown() -> None:
    assert interpret(r"\*\*plain\*\* \[x\](https://a.example)").text.startswith("**plain** [x](")


def test_masked_links_are_followed_and_lies_found() -> None:
    honest = interpret("[the story](https://news.example/a)")
    assert honest.links == [("the story", "https://news.example/a")]
    assert honest.lying_links == []
    liar = interpret("[https://bank.example](https://thief.example/login)")
    assert liar.lying_links == [("https://bank.example", "https://thief.example/login")]
    assert interpret(r"\[bank.example\](https://thief.example)").lying_links == []


def test_a_reader_sees_every_place_of_a_message(place: DiscordCounterpart) -> None:
    message = post(
        place,
        content="**Hello**",
        embeds=[
            {
                "title": "Title",
                "url": "https://a.example/1",
                "description": "Words",
                "fields": [{"name": "Name", "value": "Value"}],
                "footer": {"text": "**Foot**"},
            }
        ],
        components=[
            {"type": 1, "components": [{"type": 2, "style": 2, "label": "Why", "custom_id": "w"}]}
        ],
    )
    assert place.visible_text(message).split("\n") == [
        "Hello",
        "Title",
        "Words",
        "Name",
        "Value",
        "**Foot**",
        "Why",
    ]
    assert rendering.links(message) == [("Title", "https://a.example/1")]


def test_a_bots_post_pings_everything_unless_told_not_to(place: DiscordCounterpart) -> None:
    guild = place.add_guild()["id"]
    channel = place.world.channel(place.add_channel(guild, "alerts")["id"])
    role = place.add_role(guild, "desk", mentionable=True)["id"]
    user = place.add_member(guild, "Ann")["id"]
    text = f"@everyone <@{user}> <@&{role}> `<@{user}>`"

    def ping(**more: Any) -> list[str]:
        message = posting.create(place.world, channel, {"content": text} | more)[0]
        return place.pings(message)

    assert ping() == [f"user:{user}", f"role:{role}"]
    assert ping(allowed_mentions={"parse": []}) == []
    assert ping(allowed_mentions={"parse": [], "roles": [role]}) == [f"role:{role}"]
    place.set_overwrite(channel["id"], place.world.bot["id"], allow=["MENTION_EVERYONE"])
    assert ping() == ["@everyone", f"user:{user}", f"role:{role}"]


def test_an_embed_never_pings(place: DiscordCounterpart) -> None:
    message = post(place, embeds=[{"description": "@everyone <@1>"}])
    place.set_overwrite(message["channel_id"], place.world.bot["id"], allow=["MENTION_EVERYONE"])
    assert place.pings(message) == []


def test_a_role_that_may_not_be_mentioned_is_not(place: DiscordCounterpart) -> None:
    guild = place.add_guild()["id"]
    channel = place.world.channel(place.add_channel(guild, "alerts")["id"])
    role = place.add_role(guild, "desk")["id"]
    message = posting.create(place.world, channel, {"content": f"<@&{role}>"})[0]
    assert place.pings(message) == []
