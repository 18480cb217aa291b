"""Messages as the table keeps them and as text. Pure; the templates turn them into HTML.

What is kept is the message itself, not its markup: a later version of the page shows old
messages in its own way, and no markup can come out of the database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.commands.model import card_lines
from bot.domain.alert import AlertKind
from bot.domain.brief import Brief, Message, RollUp, UpdateNote
from bot.domain.story import SentimentLabel, StoryId
from bot.domain.text import clean, plural, shorten
from handlers.web import limits

Json = dict[str, Any]


def kind_of(message: Message) -> AlertKind:
    """What the interface calls a message; a story's card is `new` whatever it shows later."""
    match message:
        case Brief():
            return AlertKind.NEW
        case UpdateNote():
            return message.kind
        case RollUp():
            return AlertKind.DIGEST


def story_of(message: Message) -> tuple[StoryId, int]:
    """The story version a message is about; an empty id and 0 for several stories."""
    if isinstance(message, RollUp):
        return StoryId(""), 0
    return message.story, message.version


def payload_of(message: Message) -> Json:
    """A message as JSON, its texts cut to what a card shows."""
    match message:
        case Brief():
            return {"form": "card", **_brief_fields(message)}
        case UpdateNote():
            return {"form": "update", **_update_fields(message)}
        case RollUp():
            return {"form": "roll_up", **_roll_up_fields(message)}


def message_of(payload: Mapping[str, Any]) -> Message:
    """The message that `payload_of` wrote."""
    match payload["form"]:
        case "update":
            return UpdateNote(
                story=StoryId(payload["story"]),
                version=payload["version"],
                kind=AlertKind(payload["kind"]),
                headline=payload["headline"],
                url=payload["url"],
                changes=tuple(payload["changes"]),
                broadcast=payload["broadcast"],
            )
        case "roll_up":
            return RollUp(
                title=payload["title"],
                briefs=tuple(_brief(fields) for fields in payload["briefs"]),
                more=payload["more"],
            )
        case _:
            return _brief(payload)


def text_of(message: Message) -> str:
    """A message as plain text, for programs and for readers without a browser."""
    return "\n".join(line for line in map(clean, _lines(message)) if line)


def _lines(message: Message) -> Sequence[str]:
    match message:
        case Brief():
            return card_lines(message)
        case UpdateNote():
            changes = [f"• {change}" for change in message.changes]
            return [f"{message.title} · {message.headline}", *changes, message.url]
        case RollUp():
            heads = [
                line
                for rank, brief in enumerate(message.briefs, 1)
                for line in (_ranked(rank, brief), brief.url)
                if line
            ]
            more = [f"and {plural(message.more, 'more story', 'more stories')}"]
            return [message.title, *heads, *(more if message.more else [])]


def _ranked(rank: int, brief: Brief) -> str:
    mark = f"{brief.mark} · " if brief.mark else ""
    return f"{rank}. {mark}[{brief.impact}/10] {brief.headline} · {brief.source_line}"


def _brief_fields(brief: Brief) -> Json:
    fields = asdict(brief)
    fields["published_at"] = brief.published_at.isoformat()
    fields["takeaways"] = [shorten(clean(line), limits.TAKEAWAY) for line in brief.takeaways]
    fields["why"] = [shorten(clean(line), limits.WHY) for line in brief.why]
    fields["regions"] = list(brief.regions)
    return fields


def _update_fields(note: UpdateNote) -> Json:
    changes = [shorten(clean(change), limits.CHANGE) for change in note.changes]
    return {**asdict(note), "changes": changes}


def _roll_up_fields(roll_up: RollUp) -> Json:
    listed = roll_up.briefs[: limits.ROLL_UP_STORIES]
    return {
        "title": roll_up.title,
        "briefs": [_brief_fields(brief) for brief in listed],
        "more": roll_up.more + len(roll_up.briefs) - len(listed),
    }


def _brief(fields: Mapping[str, Any]) -> Brief:
    return Brief(
        story=StoryId(fields["story"]),
        version=fields["version"],
        headline=fields["headline"],
        url=fields["url"],
        impact=fields["impact"],
        category=fields["category"],
        sentiment=SentimentLabel(fields["sentiment"]),
        sources=fields["sources"],
        source_line=fields["source_line"],
        regions=tuple(fields["regions"]),
        published_at=datetime.fromisoformat(fields["published_at"]),
        takeaways=tuple(fields["takeaways"]),
        more_takeaways=fields["more_takeaways"],
        why=tuple(fields["why"]),
        mark=fields["mark"],
        struck=fields["struck"],
        disputed=fields["disputed"],
        sample=fields["sample"],
    )
