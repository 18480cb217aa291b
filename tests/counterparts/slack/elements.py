"""Checks of what people press and fill in: buttons, selects, inputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tests.counterparts.slack.limits import BLOCK_KIT
from tests.counterparts.slack.textobjects import ANY_TEXT, PLAIN, Findings

Element = dict[str, Any]
SELECT_KEYS: Final = "action_id placeholder confirm focus_on_load"
INITIAL_KEYS: Final = (
    "initial_user initial_users initial_conversation initial_conversations initial_channel "
    "initial_channels default_to_current_conversation response_url_enabled filter "
    "max_selected_items"
)


def check_element(found: Findings, element: Any, path: str) -> None:
    """One interactive element, whatever block it sits in."""
    if not found.is_object(element, path):
        return
    check = ELEMENTS.get(element.get("type", ""))
    if check is None:
        found.add(f"unsupported element type: {element.get('type')}", path)
        return
    found.length(element.get("action_id", ""), "action_id.max_length", f"{path}/action_id")
    if "confirm" in element:
        found.confirm(element["confirm"], f"{path}/confirm")
    if "placeholder" in element:
        limit = "select.placeholder.max_length"
        found.text(element["placeholder"], PLAIN, limit, f"{path}/placeholder")
    check(found, element, path)


def _button(found: Findings, element: Element, path: str) -> None:
    found.keys(element, "text action_id url value style confirm accessibility_label", path)
    found.text(element.get("text"), PLAIN, "button.text.max_length", f"{path}/text")
    if "value" in element:
        found.length(element["value"], "button.value.max_length", f"{path}/value")
    if "url" in element:
        found.url(element["url"], f"{path}/url")
        found.length(element["url"], "button.url.max_length", f"{path}/url")
    if element.get("style", "primary") not in ("primary", "danger"):
        found.add("must be primary or danger", f"{path}/style")
    if "accessibility_label" in element:
        limit = "button.accessibility_label.max_length"
        found.length(element["accessibility_label"], limit, f"{path}/accessibility_label")


def _static_select(found: Findings, element: Element, path: str) -> None:
    extra = "options option_groups initial_option initial_options max_selected_items"
    found.keys(element, f"{SELECT_KEYS} {extra}", path)
    choices: list[Any] = []
    if "option_groups" in element:
        groups = element["option_groups"]
        if found.count(groups, "select.option_groups.max_items", f"{path}/option_groups"):
            for index, group in enumerate(groups):
                _option_group(found, group, f"{path}/option_groups/{index}")
                choices += group.get("options", [])
    else:
        choices = element.get("options") or []
        found.options(choices, PLAIN, "select.options.max_items", f"{path}/options")
    picked = [element["initial_option"]] if "initial_option" in element else []
    for option in [*picked, *element.get("initial_options", [])]:
        if option not in choices:
            found.add("initial option is not among the options", path)


def _option_group(found: Findings, group: Any, path: str) -> None:
    if not found.is_object(group, path):
        return
    found.text(group.get("label"), PLAIN, "option_group.label.max_length", f"{path}/label")
    limit = "option_group.options.max_items"
    found.options(group.get("options"), PLAIN, limit, f"{path}/options")


def _external_select(found: Findings, element: Element, path: str) -> None:
    extra = "min_query_length initial_option initial_options max_selected_items"
    found.keys(element, f"{SELECT_KEYS} {extra}", path)
    picked = [element["initial_option"]] if "initial_option" in element else []
    for index, option in enumerate([*picked, *element.get("initial_options", [])]):
        found.option(option, PLAIN, f"{path}/initial_options/{index}")


def _picker_of_theirs(found: Findings, element: Element, path: str) -> None:
    found.keys(element, f"{SELECT_KEYS} {INITIAL_KEYS}", path)


def _choices(limit: str) -> Callable[[Findings, Element, str], None]:
    def check(found: Findings, element: Element, path: str) -> None:
        keys = "action_id options initial_option initial_options confirm focus_on_load"
        found.keys(element, keys, path)
        found.options(element.get("options"), ANY_TEXT, limit, f"{path}/options")

    return check


def _plain_text_input(found: Findings, element: Element, path: str) -> None:
    keys = (
        "action_id placeholder initial_value multiline min_length max_length focus_on_load "
        "dispatch_action_config"
    )
    found.keys(element, keys, path)
    longest = BLOCK_KIT["plain_text_input.max_length.max"]
    if not 1 <= element.get("max_length", 1) <= longest:
        found.add(f"must be between 1 and {longest}", f"{path}/max_length")
    if "initial_value" in element:
        limit = "plain_text_input.max_length.max"
        found.length(element["initial_value"], limit, f"{path}/initial_value")


def _number_input(found: Findings, element: Element, path: str) -> None:
    keys = (
        "action_id placeholder is_decimal_allowed initial_value min_value max_value focus_on_load"
    )
    found.keys(element, keys, path)
    if not isinstance(element.get("is_decimal_allowed"), bool):
        found.add("missing required field: is_decimal_allowed", path)


ELEMENTS: Final[dict[str, Callable[[Findings, Element, str], None]]] = {
    "button": _button,
    "static_select": _static_select,
    "multi_static_select": _static_select,
    "external_select": _external_select,
    "multi_external_select": _external_select,
    **dict.fromkeys(
        (
            f"{many}{kind}_select"
            for many in ("", "multi_")
            for kind in ("users", "conversations", "channels")
        ),
        _picker_of_theirs,
    ),
    "overflow": _choices("overflow.options.max_items"),
    "radio_buttons": _choices("radio_buttons.options.max_items"),
    "checkboxes": _choices("checkboxes.options.max_items"),
    "plain_text_input": _plain_text_input,
    "number_input": _number_input,
}
INPUT_ONLY: Final = frozenset({"plain_text_input", "number_input"})
