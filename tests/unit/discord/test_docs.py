"""docs/discord.md says what the code does: every failure code, every permission."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.discord import failures
from handlers.discord.preflight import NEEDED

PAGE = (Path(__file__).resolve().parents[3] / "docs/discord.md").read_text(encoding="utf-8")
CODES = {
    *failures.CHANNEL,
    *failures.CONTENT,
    *failures.MESSAGE_GONE,
    *failures.SLOW_DOWN,
    *failures.FILTERED,
    *failures.AMBIGUOUS,
    failures.CLOUDFLARE,
}


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_of_the_table_is_documented(code: int) -> None:
    assert str(code) in PAGE


@pytest.mark.parametrize("name", NEEDED.values())
def test_every_permission_is_documented(name: str) -> None:
    assert f"| {name} |" in PAGE
