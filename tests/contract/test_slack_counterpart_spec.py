"""The counterpart's tables say what Slack's own reference says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.counterparts.slack.api import HANDLERS
from tests.counterparts.slack.limits import BLOCK_KIT
from tests.counterparts.slack.spec import METHODS

SPECS = Path(__file__).resolve().parents[2] / "../shared/specs"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SPECS.is_dir(), reason="the shared material is not on this machine"),
]


def saved(name: str) -> Any:
    return json.loads((SPECS / name).read_text(encoding="utf-8"))


def test_block_kit_limits_are_the_published_ones() -> None:
    limits = saved("slack_blockkit_limits_slackblocks-3.0.0.json")["limits"]
    assert {key: limits[key] for key in BLOCK_KIT} == BLOCK_KIT


@pytest.mark.parametrize("name", METHODS)
def test_every_method_has_the_documented_arguments_scopes_and_tier(name: str) -> None:
    documented, ours = saved("slack_methods_docs_2026-08-20.json")[name], METHODS[name]
    arguments = documented["args"]
    assert ours.arguments <= set(arguments["properties"])
    assert set(ours.required) | {"token"} == set(arguments["required"])
    assert set(ours.any_scope) == set(documented["scope"].get("bot", []))
    assert ours.tier == documented["rate_limits"]
    assert ours.takes_json == bool(documented.get("json_input_supported"))


def test_every_known_method_is_answered() -> None:
    assert set(HANDLERS) | {"apps.connections.open"} == set(METHODS)
