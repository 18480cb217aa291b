"""Find what a person may press in the blocks they see, and put values into inputs."""

from __future__ import annotations

from typing import Any

from tests.counterparts.slack.state import JSON, CounterpartError


def find_element(blocks: list[JSON], action_id: str, value: str | None) -> tuple[JSON, JSON]:
    """The block and element with this action_id; with several, the one carrying `value`."""
    found = [
        (block, element)
        for block in blocks
        for element in (*block.get("elements", []), block.get("accessory"), block.get("element"))
        if isinstance(element, dict) and element.get("action_id") == action_id
    ]
    exact = [pair for pair in found if value is not None and pair[1].get("value") == value]
    if not found:
        raise CounterpartError(f"nothing to press called {action_id}")
    return (exact or found)[0]


def element_value(element: JSON, given: Any, offered: list[JSON]) -> JSON:
    """The `state.values` entry of an input: what was given, or what it started with."""
    kind = element["type"]
    if kind in ("plain_text_input", "number_input"):
        value = element.get("initial_value") if given is None else str(given)
        return {"type": kind, "value": value or None}
    if kind.endswith(("users_select", "conversations_select", "channels_select")):
        return {"type": kind, f"selected_{kind.split('_')[-2].rstrip('s')}": given}
    options = [*_all_options(element), *offered]
    if kind.startswith("multi_") or kind == "checkboxes":
        initial = element.get("initial_options", [])
        wanted = given if given is None or isinstance(given, list) else [given]
        picked = initial if wanted is None else [_option(options, item) for item in wanted]
        return {"type": kind, "selected_options": picked}
    picked_one = element.get("initial_option") if given is None else _option(options, given)
    return {"type": kind, "selected_option": picked_one}


def _all_options(element: JSON) -> list[JSON]:
    initial = [*element.get("initial_options", []), element.get("initial_option")]
    groups = [option for group in element.get("option_groups", []) for option in group["options"]]
    return [*element.get("options", []), *groups, *(item for item in initial if item)]


def _option(options: list[JSON], value: str) -> JSON:
    for option in options:
        if option["value"] == value:
            return option
    raise CounterpartError(f"no such option: {value}; there are {[o['value'] for o in options]}")
