"""Checks of rich_text blocks, whose text is literal: no markup is read inside it."""

from __future__ import annotations

from typing import Any, Final

from tests.counterparts.slack.limits import BLOCK_KIT
from tests.counterparts.slack.textobjects import Findings

STYLES: Final = "bold italic strike code underline"
PARTS: Final[dict[str, tuple[str, str]]] = {
    "text": ("text", "style"),
    "link": ("url", "text style unsafe"),
    "emoji": ("name", "unicode skin_tone style"),
    "user": ("user_id", "style"),
    "channel": ("channel_id", "style"),
    "usergroup": ("usergroup_id", "style"),
    "broadcast": ("range", "style"),
    "date": ("timestamp format", "url fallback style"),
    "color": ("value", "style"),
}


def check_rich_text(found: Findings, block: dict[str, Any], path: str) -> None:
    found.keys(block, "elements block_id", path)
    elements = block.get("elements")
    if not isinstance(elements, list) or not elements:
        found.add("must have at least one element", f"{path}/elements")
        return
    for index, element in enumerate(elements):
        _container(found, element, f"{path}/elements/{index}")


def _container(found: Findings, element: Any, path: str) -> None:
    if not found.is_object(element, path):
        return
    kind = element.get("type")
    if kind == "rich_text_list":
        _list(found, element, path)
    elif kind in ("rich_text_section", "rich_text_preformatted", "rich_text_quote"):
        found.keys(element, "elements border language", path)
        _parts(found, element.get("elements"), f"{path}/elements")
    else:
        found.add(f"unsupported rich text element: {kind}", path)


def _list(found: Findings, element: dict[str, Any], path: str) -> None:
    found.keys(element, "style elements indent offset border", path)
    if element.get("style") not in ("bullet", "ordered"):
        found.add("must be bullet or ordered", f"{path}/style")
    if not 0 <= element.get("indent", 0) <= BLOCK_KIT["rich_text_list.indent.max"]:
        found.add("indent out of range", f"{path}/indent")
    items = element.get("elements")
    if not isinstance(items, list) or not items:
        found.add("must have at least one item", f"{path}/elements")
        return
    for index, item in enumerate(items):
        if not isinstance(item, dict) or item.get("type") != "rich_text_section":
            found.add("a list holds sections", f"{path}/elements/{index}")
        else:
            _parts(found, item.get("elements"), f"{path}/elements/{index}/elements")


def _parts(found: Findings, parts: Any, path: str) -> None:
    if not isinstance(parts, list) or not parts:
        found.add("must have at least one element", path)
        return
    for index, part in enumerate(parts):
        _part(found, part, f"{path}/{index}")


def _part(found: Findings, part: Any, path: str) -> None:
    if not found.is_object(part, path):
        return
    row = PARTS.get(part.get("type", ""))
    if row is None:
        found.add(f"unsupported element: {part.get('type')}", path)
        return
    required, optional = row
    found.keys(part, f"{required} {optional}", path)
    for key in required.split():
        if part.get(key) in (None, ""):
            found.add(f"missing required field: {key}", path)
    if part["type"] == "date" and not isinstance(part.get("timestamp"), int):
        found.add("must provide an integer", f"{path}/timestamp")
    if "url" in part:
        found.url(part["url"], f"{path}/url")
    if part.get("text") == "" or not isinstance(part.get("text", " "), str):
        found.add("must be more than 0 characters", f"{path}/text")
    for style in part.get("style") or {}:
        if style not in STYLES.split():
            found.add(f"unknown style {style}", f"{path}/style")
