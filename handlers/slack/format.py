"""Story cards, update notes and roll-ups as Block Kit. Pure: no client, no clock.

Every text is cut at a word, with a link to the rest; what does not fit a message is counted, not
dropped in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.commands.model import Button, card_lines
from bot.domain.brief import HEADLINE_LENGTH, Brief, Message, RollUp, UpdateNote, band_symbol
from bot.domain.text import ELLIPSIS, plural
from handlers.slack import limits
from handlers.slack.blocks import (
    Block,
    Part,
    ago,
    bullets,
    button_rows,
    context,
    escaped,
    link,
    rich_text,
    section,
    size,
    text,
    titled_link,
    usable_url,
    words,
)

Buttons = Callable[[Brief], Sequence[Button]]
TAKEAWAY: Final = 300
FACT: Final = 80
FACTS: Final = 8
LISTED: Final = 5
LINE: Final = 600
WHY_LINES: Final = 5
ROLL_UP_STORIES: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What chat.postMessage and chat.update take: `text` is what notifications read out."""

    text: str
    blocks: list[Block]

    def arguments(self) -> dict[str, Any]:
        return {"text": self.text, "blocks": self.blocks}


def payload_of(message: Message, buttons: Buttons) -> Payload:
    match message:
        case Brief():
            return Payload(text=fallback(message), blocks=card(message, buttons(message)))
        case UpdateNote():
            return Payload(text=fallback(message), blocks=[_update(message)])
        case RollUp():
            return Payload(text=fallback(message), blocks=_roll_up(message))


def plain_payload(message: Message) -> dict[str, Any]:
    """The version without any blocks, for when Slack refuses the other; nothing is parsed."""
    return {"text": escaped("\n".join(_lines(message)) or "A story"), "mrkdwn": False}


def fallback(message: Message) -> str:
    """The message in one line or two, safe in a field that understands `<!channel>`."""
    return escaped(" · ".join(_lines(message)[:2]) or "A story", limit=1_000)


def card(brief: Brief, buttons: Sequence[Button] = ()) -> list[Block]:
    """The compact card: headline, facts, takeaways, why, buttons."""
    elements = [section([*headline(brief), text("\n"), *_facts(brief)])]
    if items := _takeaways(brief):
        elements.append(bullets(items))
    blocks = [rich_text(elements)]
    if why := _why(brief):
        blocks.append(context(why))
    return [*blocks, *button_rows(buttons)]


def headline(brief: Brief) -> list[Part]:
    """`🔴 [9/10] Headline`, linked; marked and struck where it no longer holds."""
    title = words(brief.headline, HEADLINE_LENGTH) or "Untitled story"
    style = {"bold": True, "strike": True} if brief.struck else {"bold": True}
    mark = [text(f"{words(brief.mark, FACT)} · ", bold=True)] if brief.mark else []
    lead = text(f"{band_symbol(brief.impact)} [{brief.impact}/10] ")
    return [*mark, lead, *titled_link(title, brief.url, **style)]


def _facts(brief: Brief) -> list[Part]:
    shown = [words(fact, FACT) for fact in brief.facts_line[:FACTS]]
    line = " · ".join([f"{brief.band} impact", *(fact for fact in shown if fact)])
    return [text(f"{line} · "), ago(brief.published_at)]


def _takeaways(brief: Brief) -> list[list[Part]]:
    lines = [words(line, TAKEAWAY) for line in brief.takeaways[:LISTED]]
    items = [[text(line)] for line in lines if line]
    left = brief.more_takeaways + max(0, len(brief.takeaways) - LISTED)
    cut = any(line.endswith(ELLIPSIS) for line in lines)
    url = usable_url(brief.url)
    if url and (left or cut):
        items.append([link(f"{left} more" if left else "Read the rest", url)])
    return items


def _why(brief: Brief) -> str:
    lines = [words(line, TAKEAWAY) for line in brief.why[:WHY_LINES]]
    left = len(brief.why) - WHY_LINES
    more = [f"and {plural(left, 'more subscription')}"] if left > 0 else []
    return "\n".join([*(f"Why: {line}" for line in lines if line), *more])


def _update(note: UpdateNote) -> Block:
    title = words(note.headline, HEADLINE_LENGTH) or "Untitled story"
    heading = [text(note.title, bold=True), text(" · "), *titled_link(title, note.url)]
    changes = [words(change, TAKEAWAY) for change in note.changes[:LISTED]]
    items = [[text(change)] for change in changes if change]
    left = len(note.changes) - LISTED
    if left > 0:
        url = usable_url(note.url)
        more = f"{plural(left, 'more change')}"
        items.append([link(more, url) if url else text(more)])
    return rich_text([section(heading), *([bullets(items)] if items else [])])


def _roll_up(roll_up: RollUp) -> list[Block]:
    title = section([text(words(roll_up.title, HEADLINE_LENGTH) or "Stories", bold=True)])
    items: list[list[Part]] = []
    for brief in roll_up.briefs[:ROLL_UP_STORIES]:
        item = [*headline(brief), text(f" · {words(brief.source_line, FACT)}")]
        if size([rich_text([title, bullets([*items, item])])]) > limits.BLOCKS_TOTAL - 200:
            break
        items.append(item)
    left = roll_up.more + len(roll_up.briefs) - len(items)
    listed = [bullets(items, ordered=True)] if items else []
    blocks = [rich_text([title, *listed])]
    return [*blocks, context(f"and {left} more")] if left else blocks


def _lines(message: Message) -> list[str]:
    """The message as plain lines, none of them empty or endless."""
    lines: Sequence[str]
    match message:
        case Brief():
            lines = card_lines(message)
        case UpdateNote():
            changes = "; ".join(message.changes[:LISTED])
            lines = (f"{message.title}: {message.headline}", changes, message.url)
        case RollUp():
            heads = [f"[{brief.impact}/10] {brief.headline}" for brief in message.briefs]
            more = f"and {message.more} more" if message.more else ""
            lines = (message.title, *heads, more)
    return [line for line in (words(line, LINE) for line in lines) if line]
