"""The manifest that people paste is one Slack takes, and matches what the handler uses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import jsonschema
import pytest
import yaml

from bot.settings import SlackSettings
from handlers.slack.checkup import NEEDED, WANTED
from handlers.slack.lifecycle import BACK, GONE, RENAMED

ROOT = Path(__file__).resolve().parents[3]
SPECS = ROOT / "../shared/specs"
OTHER_EVENTS = {
    "app_uninstalled",
    "channel_id_changed",
    "member_joined_channel",
    "member_left_channel",
    "tokens_revoked",
}


def manifest() -> dict[str, Any]:
    text = (ROOT / "docs/slack-manifest.yaml").read_text(encoding="utf-8")
    return cast("dict[str, Any]", yaml.safe_load(text))


def test_every_scope_that_the_check_looks_for_is_asked_for() -> None:
    assert set(manifest()["oauth_config"]["scopes"]["bot"]) == {*NEEDED, *WANTED}


def test_every_event_we_listen_to_is_subscribed_to() -> None:
    subscribed = manifest()["settings"]["event_subscriptions"]["bot_events"]
    assert set(subscribed) == {*GONE, *BACK, *RENAMED, *OTHER_EVENTS}


def test_the_command_is_the_default_one() -> None:
    (command,) = manifest()["features"]["slash_commands"]
    assert command["command"] == SlackSettings().command
    assert manifest()["settings"]["socket_mode_enabled"] is True


@pytest.mark.shared
@pytest.mark.skipif(not SPECS.is_dir(), reason="the shared material is not on this machine")
@pytest.mark.parametrize("version", ["1.0.0", "2.0.0"])
def test_slack_takes_the_manifest(version: str) -> None:
    schema = json.loads((SPECS / f"slack_manifest.schema.{version}.json").read_text("utf-8"))
    found = manifest()
    if version == "1.0.0":
        found["_metadata"]["major_version"] = 1
    jsonschema.validate(found, schema)


@pytest.mark.shared
@pytest.mark.skipif(not SPECS.is_dir(), reason="the shared material is not on this machine")
def test_every_documented_event_has_a_scope_we_hold() -> None:
    """The saved list leaves out some events (the archive ones), which the docs have."""
    rows = json.loads((SPECS / "slack_events_docs_2026-08-20.json").read_text("utf-8"))
    documented = {row["name"]: set(row.get("scopes") or []) for row in rows}
    scopes = set(manifest()["oauth_config"]["scopes"]["bot"])
    for event in manifest()["settings"]["event_subscriptions"]["bot_events"]:
        needed = documented.get(event, set())
        assert not needed or needed & scopes, event
