"""Every setting stands in docs/settings.md, and nothing there is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from bot.settings import SECRETS, FeedSettings, Settings, StorySourceSettings

DOC = (Path(__file__).resolve().parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
SECRET_KEYS = {
    "bot_token",
    "app_token",
    "signing_secret",
    "client_id",
    "client_secret",
    "token",
    "password",
}


def sections() -> Iterator[tuple[str, type[BaseModel]]]:
    for name, field in Settings.model_fields.items():
        kind = StorySourceSettings if name == "sources" else field.annotation
        assert isinstance(kind, type)
        assert issubclass(kind, BaseModel)
        yield name, kind


def documented(section: str) -> str:
    _, _, rest = DOC.partition(f"## `{section}`")
    assert rest, f"{section} has no chapter"
    return rest.partition("\n## ")[0]


def test_every_key_of_every_section_is_documented() -> None:
    for name, kind in sections():
        for key in set(kind.model_fields) - SECRET_KEYS:
            assert f"| `{key}` |" in documented(name), f"{name}.{key}"


def test_every_documented_key_exists() -> None:
    for name, kind in sections():
        for key in re.findall(r"^\| `(\w+)` \|", documented(name), re.MULTILINE):
            assert key in kind.model_fields, f"{name}.{key}"


def test_every_secret_and_every_key_of_a_feed_is_documented() -> None:
    for secret in SECRETS:
        assert f"`{secret}`" in DOC
    for key in FeedSettings.model_fields:
        assert f"`{key}`" in documented("newsdesk"), key
