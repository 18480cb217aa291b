"""Check blocks and views the way Slack does before it shows them; what is unknown is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from tests.counterparts.slack.elements import INPUT_ONLY, check_element
from tests.counterparts.slack.limits import BLOCK_KIT, BLOCKS_TOTAL_MAX, VIEW_BYTES_MAX
from tests.counterparts.slack.richtext import check_rich_text
from tests.counterparts.slack.textobjects import ANY_TEXT, PLAIN, Findings

Block = dict[str, Any]


def block_errors(blocks: Any, *, surface: str = "message") -> list[str]:
    """What Slack would list under `response_metadata.messages`; empty when it would accept."""
    found = Findings()
    if not isinstance(blocks, list):
        found.add("must be a list", "/blocks")
        return found.errors
    limit = BLOCK_KIT[
        "message.blocks.max_items" if surface == "message" else "view.blocks.max_items"
    ]
    if len(blocks) > limit:
        found.add(f"no more than {limit} items allowed", "/blocks")
    for index, block in enumerate(blocks):
        _block(found, block, surface, f"/blocks/{index}")
    _across_blocks(found, [block for block in blocks if isinstance(block, dict)])
    return found.errors


def blocks_too_long(blocks: Any) -> bool:
    return len(json.dumps(blocks, ensure_ascii=False)) > BLOCKS_TOTAL_MAX


def view_errors(view: Any) -> list[str]:
    """The same for a modal or a Home tab."""
    found = Findings()
    if not found.is_object(view, "/view"):
        return found.errors
    kind = view.get("type")
    common = "blocks private_metadata callback_id external_id"
    modal = "title close submit clear_on_close notify_on_close submit_disabled"
    if kind not in ("modal", "home"):
        found.add("must be modal or home", "/view/type")
    found.keys(view, f"{common} {modal}" if kind == "modal" else common, "/view")
    for name in ("private_metadata", "callback_id", "external_id"):
        if name in view:
            found.length(view[name], f"view.{name}.max_length", f"/view/{name}")
    blocks = view.get("blocks")
    if kind == "modal":
        _modal_frame(found, view, blocks if isinstance(blocks, list) else [])
    return found.errors + block_errors(blocks, surface="view")


def view_too_large(view: Any) -> bool:
    return len(json.dumps(view, ensure_ascii=False).encode()) > VIEW_BYTES_MAX


def _modal_frame(found: Findings, view: Block, blocks: list[Any]) -> None:
    found.text(view.get("title"), PLAIN, "view.title.max_length", "/view/title")
    for name in ("submit", "close"):
        if name in view:
            found.text(view[name], PLAIN, f"view.{name}.max_length", f"/view/{name}")
    has_input = any(isinstance(block, dict) and block.get("type") == "input" for block in blocks)
    if has_input and "submit" not in view:
        found.add("submit is required when a view has input blocks", "/view/submit")


def _block(found: Findings, block: Any, surface: str, path: str) -> None:
    if not found.is_object(block, path):
        return
    kind = block.get("type", "")
    check = BLOCKS.get(kind)
    if check is None or (kind == "markdown" and surface != "message"):
        found.add(f"unsupported type: {kind}", path)
        return
    if "block_id" in block:
        found.length(block["block_id"], "block_id.max_length", f"{path}/block_id", least=1)
    check(found, block, path)


def _across_blocks(found: Findings, blocks: list[Block]) -> None:
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        found.add("block_id must be unique", "/blocks")
    markdown = sum(
        len(str(block.get("text"))) for block in blocks if block.get("type") == "markdown"
    )
    if markdown > BLOCK_KIT["markdown.total_text.max_length"]:
        found.add("markdown text is too long in total", "/blocks")


def _section(found: Findings, block: Block, path: str) -> None:
    found.keys(block, "text fields accessory block_id expand", path)
    if "text" not in block and "fields" not in block:
        found.add("missing required field: text or fields", path)
    if "text" in block:
        found.text(block["text"], ANY_TEXT, "section.text.max_length", f"{path}/text")
    if "fields" in block and found.count(
        block["fields"], "section.fields.max_items", f"{path}/fields"
    ):
        for index, item in enumerate(block["fields"]):
            found.text(item, ANY_TEXT, "section.fields.item_max_length", f"{path}/fields/{index}")
    accessory = block.get("accessory")
    if accessory is not None and accessory.get("type") == "image":
        _image(found, accessory, f"{path}/accessory")
    elif accessory is not None:
        check_element(found, accessory, f"{path}/accessory")


def _header(found: Findings, block: Block, path: str) -> None:
    found.keys(block, "text block_id level", path)
    found.text(block.get("text"), PLAIN, "header.text.max_length", f"{path}/text")


def _divider(found: Findings, block: Block, path: str) -> None:
    found.keys(block, "block_id", path)


def _context(found: Findings, block: Block, path: str) -> None:
    found.keys(block, "elements block_id", path)
    if not found.count(block.get("elements"), "context.elements.max_items", f"{path}/elements"):
        return
    for index, item in enumerate(block["elements"]):
        where = f"{path}/elements/{index}"
        if isinstance(item, dict) and item.get("type") == "image":
            _image(found, item, where)
        else:
            found.text(item, ANY_TEXT, "text.max_length", where)


def _actions(found: Findings, block: Block, path: str) -> None:
    found.keys(block, "elements block_id", path)
    if not found.count(block.get("elements"), "actions.elements.max_items", f"{path}/elements"):
        return
    for index, element in enumerate(block["elements"]):
        check_element(found, element, f"{path}/elements/{index}")
        if isinstance(element, dict) and element.get("type") in INPUT_ONLY:
            found.add("only allowed in an input block", f"{path}/elements/{index}")
    ids = [item.get("action_id") for item in block["elements"] if isinstance(item, dict)]
    if None in ids or "" in ids:
        found.add("give every element an action_id", f"{path}/elements")
    if len(ids) != len(set(ids)):
        found.add("action_id must be unique in its block", f"{path}/elements")


def _input(found: Findings, block: Block, path: str) -> None:
    found.keys(block, "label element hint optional dispatch_action block_id", path)
    found.text(block.get("label"), PLAIN, "input.label.max_length", f"{path}/label")
    check_element(found, block.get("element"), f"{path}/element")
    if isinstance(block.get("element"), dict) and block["element"].get("type") == "button":
        found.add("a button cannot be an input", f"{path}/element")
    if "hint" in block:
        found.text(block["hint"], PLAIN, "input.hint.max_length", f"{path}/hint")


def _image(found: Findings, block: Block, path: str) -> None:
    found.keys(block, "image_url slack_file alt_text title block_id", path)
    found.length(block.get("alt_text"), "image.alt_text.max_length", f"{path}/alt_text", least=1)
    if "slack_file" not in block:
        found.url(block.get("image_url"), f"{path}/image_url")
        found.length(block.get("image_url"), "image.image_url.max_length", f"{path}/image_url")
    if "title" in block:
        found.text(block["title"], PLAIN, "image.title.max_length", f"{path}/title")


def _markdown(found: Findings, block: Block, path: str) -> None:
    found.keys(block, "text block_id", path)
    limit = "markdown.total_text.max_length"
    found.length(block.get("text"), limit, f"{path}/text", least=1)


BLOCKS: Final[dict[str, Callable[[Findings, Block, str], None]]] = {
    "section": _section,
    "header": _header,
    "divider": _divider,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "image": _image,
    "markdown": _markdown,
    "rich_text": check_rich_text,
}
