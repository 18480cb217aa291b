"""docs/commands.md knows every word that the code knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.commands.grammar import parse
from bot.commands.words import KEYS, VERBS, Key, Verb, find_key, find_verb

DOCS = Path(__file__).resolve().parents[3] / "docs" / "commands.md"


def text() -> str:
    return DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_verb_and_its_short_forms_are_documented(verb: Verb) -> None:
    assert re.search(rf"^\|.*`{verb.name}\b", text(), re.MULTILINE)
    for alias in verb.aliases:
        assert f"`{alias}`" in text()


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_every_key_and_its_short_forms_are_documented(key: Key) -> None:
    assert f"`{key.name}`" in text()
    row = next((line for line in text().splitlines() if line.startswith(f"| `{key.name}`")), "")
    assert all(re.search(rf"\b{alias}\b", row) for alias in key.aliases)


def test_every_line_shown_can_be_read() -> None:
    block = text().split("```")[1]
    lines = [line for line in block.splitlines() if line.startswith("/news")]
    assert len(lines) >= 5
    for line in lines:
        assert find_verb(parse(line).verb)
        assert all(find_key(term.key) for term in parse(line).terms)
