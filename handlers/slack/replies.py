"""Answers to commands as Block Kit. Pure: a `Reply` in, what the person reads out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from bot.commands.model import Reply
from handlers.slack import limits
from handlers.slack.blocks import (
    Block,
    Part,
    bullets,
    button_rows,
    context,
    escaped,
    honest_label,
    link,
    rich_text,
    section,
    size,
    text,
    usable_url,
    words,
)
from handlers.slack.format import Payload, card

BULLET: Final = "• "
LINE: Final = 900
BUTTONS: Final = 10
CUT: Final = "There is more than one Slack message holds; ask for less to see the rest."
# A command between backquotes, or an address.
_SPECIAL: Final = re.compile(
    r"`(?P<typed>/[^`]+)`|(?P<url>https?://[^\s<>|\"]+[^\s<>|\"'.,;:!?)\]])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    parts: tuple[Part, ...]
    listed: bool = False


def reply_payload(reply: Reply) -> Payload:
    """A reply within every limit; what did not fit is said in its last line."""
    title = words(reply.title, LINE)
    read_out = escaped(title or words(" ".join(reply.lines), LINE) or "Tidings", limit=1_000)
    paragraphs = [_Paragraph(parts=(text(title, bold=True),))] if title else []
    paragraphs.extend(_paragraphs(reply.lines))
    foot, cut_foot = _fitting(_paragraphs(reply.footer), limits.BLOCKS_TOTAL // 4)
    tail = [*foot, *button_rows(reply.buttons[:BUTTONS])]
    room = limits.BLOCKS_TOTAL - size(tail) - 300
    blocks, cut_lines = _fitting(paragraphs, room)
    shown = 0
    for item in reply.cards:
        added = card(item.brief, item.buttons)
        full = len(blocks) + len(added) + len(tail) + 1 > limits.BLOCKS_PER_MESSAGE
        if full or size([*blocks, *added]) > room:
            break
        blocks.extend(added)
        shown += 1
    blocks.extend(tail)
    if cut_lines or cut_foot or shown < len(reply.cards) or len(reply.buttons) > BUTTONS:
        blocks.append(context(CUT))
    return Payload(text=read_out, blocks=blocks or [context("Done.")])


def _paragraphs(lines: Sequence[str]) -> list[_Paragraph]:
    found = []
    for line in lines:
        listed = line.startswith(BULLET)
        if parts := _line(line.removeprefix(BULLET)):
            found.append(_Paragraph(parts=tuple(parts), listed=listed))
    return found


def _fitting(paragraphs: Sequence[_Paragraph], room: int) -> tuple[list[Block], bool]:
    """As many paragraphs as fit, in one block, and whether any was left out."""
    kept: list[_Paragraph] = []
    for paragraph in paragraphs:
        if size([_block([*kept, paragraph])]) > room:
            return [_block(kept)] if kept else [], True
        kept.append(paragraph)
    return [_block(kept)] if kept else [], False


def _block(paragraphs: Sequence[_Paragraph]) -> Block:
    elements = []
    for listed, group in groupby(paragraphs, key=lambda paragraph: paragraph.listed):
        items = [paragraph.parts for paragraph in group]
        elements.append(bullets(items) if listed else section(_stacked(items)))
    return rich_text(elements)


def _stacked(items: Sequence[Sequence[Part]]) -> list[Part]:
    """Paragraphs under each other in one section."""
    first, *rest = items
    return [*first, *(part for item in rest for part in (text("\n"), *item))]


def _line(line: str) -> list[Part]:
    """One paragraph: code where it is to be typed, its addresses linked under their own names."""
    shown = words(line, LINE)
    if len(shown) > 2 and shown.startswith("`") and shown.endswith("`") and "`" not in shown[1:-1]:
        return [text(shown.strip("`"), code=True)]
    parts: list[Part] = []
    done = 0
    for match in _SPECIAL.finditer(shown):
        special = _special(match)
        if special is None:
            continue
        if match.start() > done:
            parts.append(text(shown[done : match.start()]))
        parts.append(special)
        done = match.end()
    if done < len(shown):
        parts.append(text(shown[done:]))
    return parts


def _special(match: re.Match[str]) -> Part | None:
    if match["typed"]:
        return text(match["typed"], code=True)
    url = usable_url(match["url"])
    return link(url, url) if url and honest_label(url, url) else None
