"""Typed options become terms, and completion works on the last item of a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.model import Choice, Term
from handlers.discord.options import items, last_item, least, list_choices, list_terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EU", ("EU",)),
        ("EU, UK ,", ("EU", "UK")),
        ("United Kingdom,  South Korea", ("United Kingdom", "South Korea")),
        ('"Tesla, Inc.", Apple', ('"Tesla, Inc."', "Apple")),
        ("“Tesla, Inc.”", ('"Tesla, Inc."',)),
        ('"open, end', ('"open, end',)),
        (" , ,", ()),
        ("-", ()),
    ],
)
def test_items_stand_between_commas(text: str, expected: tuple[str, ...]) -> None:
    assert items(text) == expected


def test_a_minus_makes_a_term_of_its_own() -> None:
    assert list(list_terms("region", "EU, -RU, Asia")) == [
        Term(key="region", values=("EU", "Asia")),
        Term(key="region", values=("RU",), negated=True),
    ]


def test_an_exclusion_needs_no_minus() -> None:
    assert list(list_terms("exclude", "RU, -BY")) == [Term(key="exclude", values=("RU", "BY"))]


def test_nothing_filled_in_is_no_term() -> None:
    assert list(list_terms("region", None)) == []
    assert list(least("impact", None)) == []
    assert list(least("impact", 7)) == [Term(key="impact", values=("7",), op=">=")]


def test_an_exclamation_mark_insists() -> None:
    assert list(list_terms("category", "space!")) == [
        Term(key="category", values=("space",), insisted=True)
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ("", "")),
        ("Ger", ("", "Ger")),
        ("EU, Ger", ("EU, ", "Ger")),
        ("EU,", ("EU, ", "")),
        ("EU, -Rus", ("EU, -", "Rus")),
        ("-Rus", ("-", "Rus")),
        ('"Tesla, Inc.", App', ('"Tesla, Inc.", ', "App")),
        ('"Tesla, I', ("", "Tesla, I")),
    ],
)
def test_the_last_item_is_what_is_completed(typed: str, expected: tuple[str, str]) -> None:
    assert last_item(typed) == expected


def test_a_completed_value_with_a_comma_is_quoted() -> None:
    found = list_choices("EU, Tes", [Choice(name="Tesla, Inc.", value="Tesla, Inc.")])
    assert found == [Choice(name="EU, Tesla, Inc.", value='EU, "Tesla, Inc."')]


@given(typed=st.text(max_size=120), values=st.lists(st.text(min_size=1, max_size=120), max_size=60))
def test_choices_always_fit_discord(typed: str, values: list[str]) -> None:
    found = list_choices(typed, [Choice(name=value, value=value) for value in values])
    assert len(found) <= 25
    assert all(0 < len(c.name) <= 100 and 0 < len(c.value) <= 100 for c in found)


names = st.from_regex(r"[A-Za-z][A-Za-z ,.]{0,20}[A-Za-z]", fullmatch=True)


@given(values=st.lists(names, min_size=1, max_size=4))
def test_what_completion_writes_is_read_back_whole(values: list[str]) -> None:
    written = ""
    for value in values:
        typed = f"{written}, " if written else ""
        found = list_choices(typed, [Choice(name="x", value=value)])
        if not found:
            # Longer than Discord lets an option's completion be.
            return
        written = found[0].value
        (term,) = list_terms("entity", written)
        assert term.values[-1] == " ".join(value.split())
