"""Story cards, update notes and roll-ups as embeds. Pure: no client, no clock.

Every text is cut at a word, with a link to the rest; story text is always words, never markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, assert_never

from bot.commands.buttons import note_buttons
from bot.commands.model import Button
from bot.domain.alert import AlertKind, DeliveryKey
from bot.domain.brief import Brief, Message, RollUp, UpdateNote, band, band_symbol
from bot.domain.story import story_ref
from bot.domain.text import plural
from handlers.discord import limits
from handlers.discord.controls import Control, Menu
from handlers.discord.markup import ago, is_honest, link, plain, usable_url, words

Buttons = Callable[[Brief], Sequence[Button]]
COLOURS: Final = {"critical": 0xC0392B, "high": 0xE67E22, "moderate": 0xF1C40F, "low": 0x95A5A6}
WITHDRAWN: Final = 0x607D8B
READ: Final = "Read it here"
UNTITLED: Final = "Untitled story"
MARK: Final = 40
FACT: Final = 120
FACTS: Final = 8
TAKEAWAY: Final = 400
TAKEAWAYS: Final = 5
WHY: Final = 300
WHYS: Final = 5
CHANGE: Final = 400
CHANGES: Final = 8
PLAIN_LINE: Final = 500
STORIES: Final = 10
LISTED: Final = 420
"""A story's line in a roll-up; ten of them and their links stay below one description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What one message holds, in Discord's own shapes."""

    content: str = ""
    embeds: tuple[dict[str, Any], ...] = ()
    controls: tuple[Control, ...] = ()


def payload_of(message: Message, buttons: Buttons) -> Payload:
    """A message as an embed with its controls."""
    match message:
        case Brief():
            return Payload(embeds=(card(message),), controls=tuple(buttons(message)))
        case UpdateNote():
            return Payload(embeds=(_update(message),), controls=note_buttons(message.story))
        case RollUp():
            return Payload(embeds=(_roll_up(message),), controls=_roll_up_menu(message))


def text_payload(message: Message, buttons: Buttons) -> Payload:
    """The same words without an embed, for a channel where embeds are not allowed."""
    formatted = payload_of(message, buttons)
    parts = []
    for embed in formatted.embeds:
        title = link(embed["title"], embed.get("url", ""))
        parts += [f"**{title}**", embed.get("description", "")]
    return Payload(content=_within("\n".join(parts)), controls=formatted.controls)


def plain_payload(message: Message, key: DeliveryKey) -> Payload:
    """The barest version, once Discord has refused the formatted one; its key is its last line."""
    lines = [shown for line in _plain_lines(message) if (shown := words(line, PLAIN_LINE))]
    tail = f"\n-# {key}"
    return Payload(content=_within("\n".join(lines), limits.CONTENT - len(tail)) + tail)


def card(brief: Brief) -> dict[str, Any]:
    """The compact card: headline, facts, takeaways, why."""
    title = _headline(brief)
    facts = f"{_facts(brief)} · {ago(brief.published_at)}"
    lines = [facts, *_apart(title, brief.url), *_takeaways(brief), *_why(brief)]
    embed: dict[str, Any] = {
        "title": title,
        "description": "\n".join(lines),
        "color": WITHDRAWN if brief.struck else COLOURS[band(brief.impact)],
    }
    return embed | _address(title, brief.url)


def _headline(brief: Brief) -> str:
    mark = f"{words(brief.mark, MARK)} · " if brief.mark else ""
    lead = f"{mark}{band_symbol(brief.impact)} \\[{brief.impact}/10\\] "
    room = limits.EMBED_TITLE - len(lead) - 4
    headline = words(brief.headline, room) or UNTITLED
    return lead + (f"~~{headline}~~" if brief.struck else headline)


def _facts(brief: Brief) -> str:
    facts = (f"{band(brief.impact)} impact", *brief.facts_line[:FACTS])
    return " · ".join(shown for fact in facts if (shown := words(fact, FACT)))


def _takeaways(brief: Brief) -> list[str]:
    lines = [
        f"• {shown}" for line in brief.takeaways[:TAKEAWAYS] if (shown := words(line, TAKEAWAY))
    ]
    left = brief.more_takeaways + max(0, len(brief.takeaways) - TAKEAWAYS)
    cut = any(line.endswith("…") for line in lines)
    if usable_url(brief.url) and (left or cut):
        lines.append(f"• {link(f'{left} more' if left else 'Read the rest', brief.url)}")
    return lines


def _why(brief: Brief) -> list[str]:
    lines = [f"-# Why: {shown}" for line in brief.why[:WHYS] if (shown := words(line, WHY))]
    left = len(brief.why) - WHYS
    return [*lines, f"-# and {plural(left, 'more subscription')}"] if left > 0 else lines


def _address(headline: str, url: str) -> dict[str, str]:
    """The headline's link; none where the headline names another site than its story's."""
    address = usable_url(url)
    return {"url": address} if address and is_honest(headline, address) else {}


def _apart(headline: str, url: str) -> list[str]:
    """The link in our own words, where the headline cannot be one."""
    address = usable_url(url)
    return [link(READ, address)] if address and not is_honest(headline, address) else []


def _update(note: UpdateNote) -> dict[str, Any]:
    lead = f"{words(note.title, MARK)} · "
    lines = [f"• {shown}" for line in note.changes[:CHANGES] if (shown := words(line, CHANGE))]
    left = len(note.changes) - CHANGES
    if left > 0:
        lines.append(f"• {link(plural(left, 'more change'), note.url)}")
    fallen = note.kind in {AlertKind.CORRECTION, AlertKind.WITHDRAWAL}
    title = lead + (words(note.headline, limits.EMBED_TITLE - len(lead)) or UNTITLED)
    embed: dict[str, Any] = {
        "title": title,
        "description": "\n".join([*lines, *_apart(title, note.url)]),
        "color": COLOURS["critical"] if fallen else WITHDRAWN,
    }
    return embed | _address(title, note.url)


def _roll_up(roll_up: RollUp) -> dict[str, Any]:
    lines: list[str] = []
    for number, brief in enumerate(roll_up.briefs[:STORIES], 1):
        line = f"{number}\\. {_listed(brief)}"
        if sum(map(len, lines)) + len(line) > limits.EMBED_DESCRIPTION - 200:
            break
        lines.append(line)
    left = roll_up.more + len(roll_up.briefs) - len(lines)
    lines += [f"and {left} more"] if left else []
    return {
        "title": words(roll_up.title, limits.EMBED_TITLE) or "Stories",
        "description": "\n".join(lines),
        "color": COLOURS[band(max((b.impact for b in roll_up.briefs), default=1))],
    }


def _listed(brief: Brief) -> str:
    mark = f"{words(brief.mark, MARK)} · " if brief.mark else ""
    headline = words(brief.headline, LISTED // 2) or UNTITLED
    shown = f"~~{headline}~~" if brief.struck else headline
    # The address is part of the description's length, so a very long one is left out.
    url = usable_url(brief.url, LISTED)
    apart = bool(url) and not is_honest(headline, url)
    linked = f"{shown} {link(READ, url)}" if apart else link(shown, url)
    facts = f"{words(brief.source_line, FACT // 2)} · {ago(brief.published_at)}"
    return f"{band_symbol(brief.impact)} \\[{brief.impact}/10\\] {mark}{linked} · {facts}"


def _roll_up_menu(roll_up: RollUp) -> tuple[Control, ...]:
    options = tuple(
        (
            f"[{brief.impact}/10] {plain(brief.headline, limits.MENU_LABEL)}",
            "sources",
            story_ref(brief.story),
        )
        for brief in roll_up.briefs[:STORIES]
    )
    return (Menu(placeholder="Sources of one of these", options=options),) if options else ()


def _plain_lines(message: Message) -> list[str]:
    match message:
        case Brief():
            head = f"{f'{message.mark} · ' if message.mark else ''}[{message.impact}/10] "
            lines = [head + message.headline, " · ".join(message.facts_line), *message.takeaways]
        case UpdateNote():
            lines = [f"{message.title}: {message.headline}", *message.changes]
        case RollUp():
            heads = [f"[{brief.impact}/10] {brief.headline}" for brief in message.briefs]
            lines = [message.title, *heads]
        case _:
            assert_never(message)
    return lines


def _within(text: str, limit: int = limits.CONTENT) -> str:
    """Whole lines only: a cut inside one could leave half of an escape or of a link."""
    kept: list[str] = []
    used = 0
    for line in text.split("\n"):
        used += len(line) + 1
        if used > limit - 2:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return "\n".join(kept)
