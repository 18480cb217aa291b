"""A channel's messages in the order and nesting that a reader sees, and for programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.commands.buttons import card_buttons
from bot.domain.alert import MessageId
from bot.domain.brief import Brief, Message, UpdateNote
from bot.domain.story_json import timestamp
from bot.store.web_messages import WebMessage
from handlers.web.format import message_of, text_of
from handlers.web.rendering import Shown


def as_json(message: WebMessage) -> dict[str, Any]:
    """The contract's shape of one message."""
    return {
        "id": message.id,
        "story": message.story,
        "version": message.version,
        "kind": message.kind.value,
        "text": text_of(message_of(message.payload)),
        "posted_at": timestamp(message.posted_at),
    }


def shown(kept: WebMessage) -> Shown:
    """One message by itself."""
    message = message_of(kept.payload)
    return Shown(id=kept.id, message=message, posted_at=kept.posted_at, buttons=_buttons(message))


def pointer(kept: WebMessage) -> Shown | None:
    """The line that shows a broadcast reply in the channel too; None for anything else."""
    message = message_of(kept.payload)
    if kept.reply_to is None or not (isinstance(message, UpdateNote) and message.broadcast):
        return None
    return replace(shown(kept), pointer_to=kept.reply_to)


def conversation(messages: Sequence[WebMessage]) -> tuple[Shown, ...]:
    """Newest last; replies stand under their card where that is among the messages."""
    here = {message.id for message in messages}
    threads: dict[MessageId, list[Shown]] = defaultdict(list)
    for message in messages:
        if message.reply_to in here and message.reply_to is not None:
            threads[message.reply_to].append(shown(message))
    found: list[Shown] = []
    for message in messages:
        if message.reply_to not in here:
            found.append(replace(shown(message), thread=tuple(threads[message.id])))
        elif pointing := pointer(message):
            found.append(pointing)
    return tuple(found)


def _buttons(message: Message) -> tuple[Any, ...]:
    return card_buttons(message) if isinstance(message, Brief) else ()
