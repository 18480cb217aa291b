"""Completion offers what is valid, never more than asked for, and never fails."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.commands.buttons import VALUE_LIMIT, share_button
from bot.domain.story import StoryId
from tests.unit.commands.conftest import Room, week_of_news


async def values(room: Room, key: str, typed: str) -> list[str]:
    return [choice.value for choice in await room.service.complete(room.caller, key, typed)]


async def test_each_option_is_completed(room: Room) -> None:
    await room.hears(*week_of_news())
    await room.done('subscribe region:EU name:"Europe"')
    assert (await values(room, "region", "germ"))[0] == "DE"
    assert (await values(room, "entity", "gazp"))[0] == "Gazprom"
    assert await values(room, "category", "en") == ["energy"]
    assert await values(room, "sentiment", "n") == ["neutral", "negative"]
    assert await values(room, "mode", "") == ["instant", "digest"]
    assert await values(room, "window", "") == ["today", "24h", "7d"]
    assert await values(room, "subscription", "euro") == ["s1"]
    assert await values(room, "story", "gas") == ["gas-cap"]
    assert await values(room, "verb", "uns") == ["unsubscribe"]
    assert await values(room, "tz", "europe/berl") == ["Europe/Berlin"]
    assert await values(room, "colour", "red") == []


async def test_names_and_values_are_bounded(room: Room) -> None:
    for key in ("region", "entity", "tz"):
        found = await room.service.complete(room.caller, key, "")
        assert 0 < len(found) <= 25
        assert all(0 < len(choice.value) <= 100 and len(choice.name) <= 100 for choice in found)


async def test_in_a_list_the_last_value_is_completed(room: Room) -> None:
    assert (await values(room, "region", "EU, germ"))[0] == "EU,DE"
    assert (await values(room, "region", "EU,UK,"))[0].startswith("EU,UK,")
    assert (await values(room, "entity", '"Tesla, Inc.",gazp'))[0] == '"Tesla, Inc.",Gazprom'


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("/", "/news subscribe "),
        ("/news", "/news subscribe "),
        ("/news sub", "/news subscribe "),
        ("uns", "unsubscribe "),
        ("/news subscribe reg", "/news subscribe region:"),
        ("/news subscribe region:germ", "/news subscribe region:DE"),
        ("/news subscribe region:EU,germ", "/news subscribe region:EU,DE"),
        ("/news subscribe -cat", "/news subscribe -category:"),
        ("/news subscribe region:EU imp", "/news subscribe region:EU impact>="),
        ("subscribe entity:baltic", 'subscribe entity:"Baltic Grid"'),
        ("/news top ", "/news top today"),
        ("/news help sub", "/news help subscribe"),
        ("/news pause ", "/news pause s1"),
        ("/news why gas", "/news why gas-cap"),
    ],
)
async def test_lines_are_continued(room: Room, typed: str, wanted: str) -> None:
    await room.hears(*week_of_news())
    await room.done('subscribe region:EU entity:"Baltic Grid"!')
    found = [choice.value for choice in await room.service.complete_line(room.caller, typed)]
    if "baltic" in typed:
        assert found == []
    else:
        assert found[0] == wanted


async def test_a_completed_line_is_understood(room: Room) -> None:
    for typed in ("subscribe region:so", "subscribe entity:the f", "subscribe region:Côte"):
        for choice in await room.service.complete_line(room.caller, typed):
            assert (await room.say(choice.value.replace("subscribe", "test"))).ok, choice


@given(typed=st.text(max_size=60))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
async def test_completion_never_fails(room: Room, typed: str) -> None:
    for key in ("region", "entity", "story", "subscription"):
        assert len(await room.service.complete(room.caller, key, typed)) <= 25
    for line in (typed, f"/news {typed}", f"subscribe {typed}", f"subscribe region:{typed}"):
        assert len(await room.service.complete_line(room.caller, line)) <= 10


@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=10))
def test_a_share_button_fits_its_limit(ids: list[str]) -> None:
    button = share_button(tuple(StoryId(one) for one in ids))
    assert len(button.value) <= VALUE_LIMIT
    assert len(button.label) <= 75
