"""What a person in the channel sees of a message, and what the message would do to them.

Pings, links, links whose words name another site, formatting and emoji are reported apart, so that a
test can say that none of them came out of a story's text. Where Slack's behaviour is not documented
the darker reading is taken: a raw `<!channel>` counts as a ping in every text that is not rich text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

TOKEN: Final = re.compile(r"<([^<>\n]*)>")
PING: Final = re.compile(r"^(?:@|!(?:channel|here|everyone|subteam))")
HOST: Final = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
AUTO_LINK: Final = re.compile(
    r"(?:https?://|mailto:|www\.)\S+|\b(?:[\w-]+\.)+[a-z]{2,}\b", re.IGNORECASE
)
EMOJI: Final = re.compile(r":[a-z0-9_+-]+:")
FORMATS: Final = {
    "bold": re.compile(r"(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])"),
    "italic": re.compile(r"(?<![\w_])_(?=\S)([^_\n]*\S)_(?![\w_])"),
    "strike": re.compile(r"(?<![\w~])~(?=\S)([^~\n]*\S)~(?![\w~])"),
    "code": re.compile(r"`([^`\n]+)`"),
    "quote": re.compile(r"^>(.*)$", re.MULTILINE),
}
PARSED_WORD: Final = re.compile(r"@(?:here|channel|everyone)\b")


@dataclass(slots=True)
class Reading:
    """`lines` is the text top to bottom; everything else is what stands out of it."""

    lines: list[str] = field(default_factory=list)
    pings: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    auto_links: list[str] = field(default_factory=list)
    styled: list[tuple[str, str]] = field(default_factory=list)
    emoji: list[str] = field(default_factory=list)
    buttons: list[dict[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def lying_links(self) -> list[tuple[str, str]]:
        """Links whose words name a host that is not the one they lead to."""
        return [link for link in self.links if _lies(*link)]


def _lies(label: str, url: str) -> bool:
    target = (urlsplit(url).hostname or "").casefold()
    for match in HOST.finditer(unicodedata.normalize("NFKC", label).casefold()):
        host = match.group()
        if not (target == host or target.endswith(f".{host}") or host == f"www.{target}"):
            return True
    return False


def visible_text(message: Mapping[str, Any]) -> str:
    """The words alone, buttons in brackets on the last line."""
    reading = read_message(message)
    labels = " ".join(f"[{button['label']}]" for button in reading.buttons)
    return "\n".join([*reading.lines, labels]) if labels else reading.text


def read_message(message: Mapping[str, Any]) -> Reading:
    """A message, an ephemeral answer, or a view."""
    reading = Reading()
    asked = message.get("_posted_with", {})
    blocks = message.get("blocks") or []
    if blocks:
        for block in blocks:
            _block(reading, block)
        # The text behind blocks is still read by notifications: it may ping, it is not shown.
        reading.pings += [
            token for token in TOKEN.findall(message.get("text") or "") if PING.match(token)
        ]
    elif message.get("text"):
        literal = str(asked.get("mrkdwn", True)).lower() == "false"
        # `mrkdwn: false` switches formatting off; &amp; &lt; &gt; are Slack's escapes either way.
        reading.lines.append(
            html.unescape(_plain(reading, message["text"]))
            if literal
            else _mrkdwn(reading, message["text"])
        )
    if asked.get("parse") == "full" or asked.get("link_names"):
        reading.pings += PARSED_WORD.findall(message.get("text") or "")
    return reading


def _block(reading: Reading, block: Mapping[str, Any]) -> None:
    if block["type"] == "rich_text":
        for element in block["elements"]:
            _rich(reading, element)
        return
    for part in (
        block.get("label"),
        block.get("text"),
        *block.get("fields", []),
        block.get("hint"),
    ):
        if part is not None:
            _text_object(reading, part)
    if block["type"] == "image":
        reading.lines.append(f"(image: {block['alt_text']})")
    inner = [*block.get("elements", []), block.get("accessory"), block.get("element")]
    if block["type"] == "context":
        parts = [_inline(reading, item) for item in block["elements"]]
        reading.lines.append(" ".join(parts))
        return
    for element in inner:
        if element is not None:
            _element(reading, element)


def _element(reading: Reading, element: Mapping[str, Any]) -> None:
    if element["type"] == "button":
        reading.buttons.append(
            {
                "label": _plain(reading, element["text"]["text"]),
                "action_id": element.get("action_id", ""),
                "value": element.get("value", ""),
                "url": element.get("url", ""),
            }
        )
        return
    for option in element.get("options", []):
        _text_object(reading, option["text"])


def _text_object(reading: Reading, part: Any) -> None:
    if isinstance(part, str):
        reading.lines.append(_mrkdwn(reading, part))
    else:
        reading.lines.append(_inline(reading, part))


def _inline(reading: Reading, part: Mapping[str, Any]) -> str:
    if part["type"] == "image":
        return f"(image: {part['alt_text']})"
    if part["type"] == "plain_text":
        return _plain(reading, part["text"], emoji=bool(part.get("emoji", True)))
    return _mrkdwn(reading, part["text"], verbatim=bool(part.get("verbatim")))


def _plain(reading: Reading, text: str, *, emoji: bool = False) -> str:
    reading.pings += [token for token in TOKEN.findall(text) if PING.match(token)]
    if emoji:
        reading.emoji += EMOJI.findall(text)
    return text


def _mrkdwn(reading: Reading, text: str, *, verbatim: bool = False) -> str:
    outside = TOKEN.sub(" ", text)
    for style, pattern in FORMATS.items():
        reading.styled += [(style, html.unescape(found)) for found in pattern.findall(text)]
    reading.emoji += EMOJI.findall(outside)
    if not verbatim:
        reading.auto_links += AUTO_LINK.findall(outside)
    return html.unescape(TOKEN.sub(lambda match: _token(reading, match.group(1)), text))


def _token(reading: Reading, body: str) -> str:
    target, _, label = body.partition("|")
    if PING.match(body):
        reading.pings.append(body)
        return label or f"@{target.lstrip('@!')}"
    if body.startswith(("#", "!")):
        return label or target
    shown = html.unescape(label or target)
    reading.links.append((shown, html.unescape(target)))
    return label or target


def _rich(reading: Reading, element: Mapping[str, Any]) -> None:
    if element["type"] == "rich_text_list":
        for item in element["elements"]:
            reading.lines.append("• " + "".join(_part(reading, part) for part in item["elements"]))
        return
    reading.lines += "".join(_part(reading, part) for part in element["elements"]).split("\n")


def _part(reading: Reading, part: Mapping[str, Any]) -> str:
    kind = part["type"]
    words: str = part.get("text") or part.get("url", "")
    if kind == "link":
        reading.links.append((words, part["url"]))
    elif kind in ("user", "usergroup", "broadcast"):
        words = f"@{part.get('user_id') or part.get('usergroup_id') or part.get('range')}"
        reading.pings.append(words)
    elif kind == "emoji":
        reading.emoji.append(f":{part['name']}:")
        words = f":{part['name']}:"
    elif kind == "date":
        words = part.get("fallback", part["format"])
    reading.styled += [(style, words) for style, on in (part.get("style") or {}).items() if on]
    return words
