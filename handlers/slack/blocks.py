"""The few Block Kit shapes we use, built so that no text can become markup.

Words go into rich text, whose text elements Slack shows as they are: no mentions, no formatting, no
links (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from bot.commands.model import Button
from bot.domain.text import ELLIPSIS, clean, shorten
from handlers.slack import limits

Block = dict[str, Any]
Part = dict[str, Any]

ACTION_PREFIX: Final = "tidings"
OPEN_ACTION: Final = "open"
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
_OPENS_TOKEN = re.compile(r"<(?=[^\s=\d])")


def text(shown: str, **style: bool) -> Part:
    """Literal words; `style` may be bold, italic, strike or code."""
    part: Part = {"type": "text", "text": shown}
    return {**part, "style": style} if style else part


def link(shown: str, url: str, **style: bool) -> Part:
    part: Part = {"type": "link", "url": url, "text": shown}
    return {**part, "style": style} if style else part


def ago(moment: datetime) -> Part:
    """How long ago, counted by the reader's own client; the date where it cannot."""
    return {
        "type": "date",
        "timestamp": int(moment.timestamp()),
        "format": "{ago}",
        "fallback": f"{moment.astimezone(UTC):%d %b %Y %H:%M} UTC",
    }


def words(raw: str, limit: int) -> str:
    """`raw` without control characters, cut at a word. Of endless texts only the start is read."""
    head = raw[: limit * 4]
    found = shorten(clean(head), limit)
    return found if len(head) == len(raw) or found.endswith(ELLIPSIS) else f"{found}{ELLIPSIS}"


def section(parts: Sequence[Part]) -> Part:
    return {"type": "rich_text_section", "elements": list(parts)}


def bullets(items: Iterable[Sequence[Part]], *, ordered: bool = False) -> Part:
    style = "ordered" if ordered else "bullet"
    return {
        "type": "rich_text_list",
        "style": style,
        "elements": [section(parts) for parts in items],
    }


def rich_text(elements: Sequence[Part]) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def context(line: str) -> Block:
    """A line in small grey print."""
    shown = shorten(line, limits.CONTEXT_TEXT)
    return {"type": "context", "elements": [plain(shown)]}


def plain(shown: str) -> Part:
    """A plain text object. Slack's docs do not say what `<!here>` does in one: none goes in."""
    return {"type": "plain_text", "text": _OPENS_TOKEN.sub("‹", shown), "emoji": False}


def button_rows(buttons: Sequence[Button]) -> list[Block]:
    """Rows of at most five; an action_id says the action and its place in the message."""
    elements = [_button(button, place) for place, button in enumerate(buttons)]
    size = limits.BUTTONS_PER_ROW
    return [
        {"type": "actions", "elements": elements[start : start + size]}
        for start in range(0, len(elements), size)
    ]


def _button(button: Button, place: int) -> Part:
    action = OPEN_ACTION if button.url else button.action
    element: Part = {
        "type": "button",
        "action_id": f"{ACTION_PREFIX}:{action}:{place}",
        "text": plain(shorten(button.label or "–", limits.BUTTON_LABEL)),
    }
    if button.value:
        element["value"] = button.value[: limits.BUTTON_VALUE]
    if url := usable_url(button.url):
        element["url"] = url
    if button.danger:
        element["style"] = "danger"
    return element


def pressed_action(action_id: str) -> str:
    """The action in the action_id of a pressed button."""
    return action_id.split(":")[1]


def option(label: str, value: str) -> Part:
    return {"text": plain(shorten(label or value, limits.OPTION_TEXT)), "value": value}


def usable_url(url: str) -> str:
    """The address if Slack can link it, else nothing."""
    if not url.startswith(("http://", "https://")) or len(url) > limits.LINK_URL:
        return ""
    if any(char.isspace() or not char.isprintable() for char in url):
        return ""
    try:
        return url if urlsplit(url).hostname else ""
    except ValueError:
        return ""


def honest_label(shown: str, url: str) -> bool:
    """Whether no word of a link's label looks like another site than the link leads to."""
    target = (urlsplit(url).hostname or "").casefold()
    folded = unicodedata.normalize("NFKC", shown).casefold()
    hosts = (match.group() for match in _HOST.finditer(folded))
    return all(target == host or target.endswith(f".{host}") for host in hosts)


def titled_link(title: str, url: str, **style: bool) -> list[Part]:
    """A headline that leads to its story; where it names another site, the link stands apart."""
    address = usable_url(url)
    if not address:
        return [text(title, **style)]
    if honest_label(title, address):
        return [link(title, address, **style)]
    return [text(title, **style), text(" "), link("Read it here", address)]


def size(blocks: Sequence[Block]) -> int:
    """Characters of the blocks as they are sent."""
    return len(json.dumps(blocks, ensure_ascii=False))


def escaped(shown: str, limit: int = limits.TEXT) -> str:
    """Words for a message's `text`, where only `& < >` have a meaning, within the limit."""
    keep = limit
    while True:
        safe = shorten(shown, keep).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if len(safe) <= limit:
            return safe
        keep -= max(1, (len(safe) - limit) // 5)
