"""Buttons travel as custom_ids, carry the delivery's key once, and come back as they were."""

from __future__ import annotations

import json

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.buttons import VALUE_LIMIT, Action
from bot.commands.ends import OFFERED
from bot.commands.model import Button
from bot.domain.alert import DeliveryKey
from bot.domain.story import REF_LENGTH
from handlers.discord.commands import NewsGroup, NewsTree
from handlers.discord.controls import Menu, custom_id, read_custom_id, view
from handlers.discord.limits import COMMAND_CHARACTERS, SUBCOMMAND_OPTIONS
from handlers.discord.syncing import payload_hash
from tests.counterparts.discord import validate

KEY = DeliveryKey("t" + "k" * 24)


@given(action=st.sampled_from(list(Action)), value=st.text(max_size=REF_LENGTH))
def test_a_custom_id_comes_back_as_it_was(action: Action, value: str) -> None:
    plain = read_custom_id(custom_id(action, value))
    assert plain is not None
    assert (plain.action, plain.value, plain.key) == (action, value, "")
    if len(action) <= len("sources"):
        keyed = read_custom_id(custom_id(action, value, KEY))
        assert keyed is not None
        assert (keyed.action, keyed.value, keyed.key) == (action, value, KEY)


@pytest.mark.parametrize("action", list(Action))
def test_the_longest_value_fits(action: Action) -> None:
    assert len(custom_id(action, "x" * VALUE_LIMIT)) <= 100
    assert len(custom_id("sources", "x" * REF_LENGTH, KEY)) <= 100


def test_a_custom_id_that_is_too_long_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="longer than 100"):
        custom_id("sources", "x" * 100)


@pytest.mark.parametrize("text", ["", "x", "why", "sources-1", "k:"])
def test_somebody_elses_custom_id_is_not_ours(text: str) -> None:
    assert read_custom_id(text) is None


async def test_the_key_stands_on_the_first_control_only() -> None:
    link = Button(action="", label="Open", url="https://a.example/")
    made = view(
        (link, Button(action="why", label="Why", value="s"), Button(action="sources", label="S")),
        KEY,
    )
    assert made is not None
    ids = [getattr(child, "custom_id", None) for child in made.children]
    assert ids[1:] == [f"k:{KEY}:why:s", "b:sources:"]
    assert made.is_finished()


async def test_two_buttons_that_do_the_same_are_one() -> None:
    same = Button(action="why", label="Why", value="s")
    made = view((same, same))
    assert made is not None
    assert len(made.children) == 1


async def test_a_menu_has_its_own_row_and_distinct_options() -> None:
    menu = Menu(
        placeholder="Which?", options=(("a", "sources", "1"),) * 2 + (("b", "sources", "2"),)
    )
    made = view((Button(action="why", label="Why"), menu, Button(action="x", label="X")), KEY)
    assert made is not None
    assert [child.row for child in made.children] == [0, 1, 2]
    select = made.children[1]
    assert isinstance(select, discord.ui.Select)
    assert [option.value for option in select.options] == ["b:sources:1", "b:sources:2"]


async def test_nothing_to_press_is_no_view() -> None:
    assert view(()) is None
    assert view((Menu(placeholder="Which?", options=()),)) is None


def tree(command: str = "news") -> NewsTree:
    made = NewsTree(discord.Client(intents=discord.Intents.none()))
    made.add_command(NewsGroup(name=command))
    return made


def test_the_command_stays_within_discords_limits() -> None:
    payload = [command.to_dict(tree()) for command in tree().get_commands()]
    assert validate.check_commands(payload).problems == []
    assert validate.command_characters(payload[0]) <= COMMAND_CHARACTERS
    assert all(len(o.get("options", [])) < SUBCOMMAND_OPTIONS for o in payload[0]["options"])
    assert len(json.dumps(payload)) < 20_000


def test_every_verb_has_a_subcommand() -> None:
    from bot.commands.words import VERBS  # noqa: PLC0415

    (command,) = tree().get_commands()
    assert isinstance(command, NewsGroup)
    assert {c.name for c in command.commands} == {verb.name for verb in VERBS}


def test_what_ends_by_itself_offers_the_same_ends() -> None:
    (command,) = tree().get_commands()
    assert isinstance(command, NewsGroup)
    for name in ("pause", "mute"):
        found = command.get_command(name)
        assert isinstance(found, discord.app_commands.Command)
        (choices,) = [one.choices for one in found.parameters if one.display_name == "for"]
        assert tuple(choice.value for choice in choices) == OFFERED


def test_the_hash_of_the_commands_follows_their_content() -> None:
    assert payload_hash(tree()) == payload_hash(tree())
    assert payload_hash(tree()) != payload_hash(tree("tidings"))
