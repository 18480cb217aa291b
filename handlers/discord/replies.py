"""Answers to commands as messages. Pure: a `Reply` in, what the person reads out.

A long answer comes in several messages; beyond that, its last line says how much was left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from bot.commands.model import Reply
from bot.domain.text import ELLIPSIS, plural, shorten
from handlers.discord import limits
from handlers.discord.controls import Control
from handlers.discord.format import COLOURS, Payload, card
from handlers.discord.markup import code, escape, tidy, usable_url, words

MESSAGES: Final = 4
LINE: Final = 900
CHUNK: Final = 3_800
CARD_BUTTONS: Final = 3
"""Of each card inside a reply, so that five rows hold a few cards and the reply's own buttons."""
OK: Final = 0x3498DB
REFUSED: Final = COLOURS["critical"]
BULLET: Final = "• "
_SPECIAL: Final = re.compile(r"`(?P<typed>/[^`]+)`|(?P<url>https?://[^\s<>\"]+[^\s<>\"'.,;:!?)\]])")


def reply_payloads(reply: Reply) -> tuple[Payload, ...]:
    """The messages of a reply, in order; the buttons are under the last."""
    embeds = [*_texts(reply), *(card(shown.brief) for shown in reply.cards), *_footer(reply)]
    if not embeds:
        embeds = [{"description": "Done.", "color": OK}]
    groups = _grouped(embeds)
    cut = sum(len(group) for group in groups[MESSAGES:])
    messages = [Payload(embeds=tuple(group)) for group in groups[:MESSAGES]]
    last = messages[-1]
    note = f"{plural(cut, 'more part')} left out; ask for less to see the rest." if cut else ""
    messages[-1] = Payload(content=note, embeds=last.embeds, controls=_controls(reply))
    return tuple(messages)


def _texts(reply: Reply) -> list[dict[str, Any]]:
    colour = OK if reply.ok else REFUSED
    chunks = _chunks([shown for line in reply.lines if (shown := _line(line))])
    texts: list[dict[str, Any]] = [{"description": chunk, "color": colour} for chunk in chunks]
    if title := words(reply.title, limits.EMBED_TITLE):
        texts = texts or [{"color": colour}]
        texts[0] = {"title": title} | texts[0]
    return texts


def _footer(reply: Reply) -> list[dict[str, Any]]:
    chunks = _chunks([shown for line in reply.footer if (shown := _line(line))])
    return [{"description": chunk, "color": OK} for chunk in chunks]


def _chunks(lines: Sequence[str]) -> list[str]:
    """Whole lines, as many to a description as fit."""
    chunks: list[str] = []
    current: list[str] = []
    used = 0
    for line in lines:
        if current and used + len(line) > CHUNK:
            chunks.append("\n".join(current))
            current, used = [], 0
        current.append(line)
        used += len(line) + 1
    return [*chunks, "\n".join(current)] if current else chunks


def _line(line: str) -> str:
    """One paragraph: commands in the fixed font, addresses linked under their own names."""
    text = tidy(line, LINE)
    if len(text) > 2 and text.startswith("`") and text.endswith("`"):
        return code(text[:LINE])
    bullet = BULLET if text.startswith(BULLET) else ""
    return bullet + _linked(shorten(text.removeprefix(BULLET), LINE))


def _linked(text: str) -> str:
    parts: list[str] = []
    done = 0
    for match in _SPECIAL.finditer(text):
        typed, url = match["typed"], match["url"] or ""
        # An address that was cut short leads somewhere else, so it stays words.
        if typed or (ELLIPSIS not in url and usable_url(url)):
            parts += [escape(text[done : match.start()]), code(typed) if typed else f"<{url}>"]
            done = match.end()
    return "".join([*parts, escape(text[done:])])


def _grouped(embeds: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Embeds a message holds: ten, and 6,000 characters over all of them."""
    groups: list[list[dict[str, Any]]] = [[]]
    used = 0
    for embed in embeds:
        size = len(embed.get("title", "")) + len(embed.get("description", ""))
        if groups[-1] and (used + size > limits.EMBED_TOTAL or len(groups[-1]) == limits.EMBEDS):
            groups.append([])
            used = 0
        groups[-1].append(embed)
        used += size
    return groups


def _controls(reply: Reply) -> tuple[Control, ...]:
    """The reply's own buttons first, then those of its cards as far as they fit."""
    found: list[Control] = list(reply.buttons)
    for number, shown in enumerate(reply.cards, 1):
        for button in shown.buttons[:CARD_BUTTONS]:
            label = f"{number}. {button.label}" if len(reply.cards) > 1 else button.label
            found.append(
                type(button)(
                    action=button.action,
                    label=label,
                    value=button.value,
                    url=button.url,
                    danger=button.danger,
                )
            )
    return tuple(found[: limits.ROWS * limits.ROW_BUTTONS])
