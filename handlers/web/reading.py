"""How far a reader of a channel has come; its written form is the event id of the stream."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.alert import MessageId
from bot.store.web_messages import WebMessage

EPOCH = datetime.fromtimestamp(0, UTC)
_DIGITS = 17
"""More than any row number or microsecond of ours has."""


@dataclass(frozen=True, slots=True)
class Place:
    """The latest message seen, and the moment up to which edits were."""

    message: int = 0
    edited: datetime = EPOCH

    @classmethod
    def after(cls, messages: Sequence[WebMessage]) -> Place:
        """The place of a reader who has these messages."""
        edits = [message.edited_at for message in messages if message.edited_at]
        newest = max((int(message.id) for message in messages), default=0)
        return cls(newest, max(edits, default=EPOCH))

    @classmethod
    def parse(cls, text: str) -> Place | None:
        """Read what `str` wrote; None for anything else."""
        numbers = text.split("-")
        if len(numbers) != 2 or not all(_is_number(number) for number in numbers):
            return None
        try:
            return cls(int(numbers[0]), datetime.fromtimestamp(int(numbers[1]) / 1_000_000, UTC))
        except (OverflowError, OSError, ValueError):
            return None

    def __str__(self) -> str:
        return f"{self.message}-{round((self.edited - EPOCH).total_seconds() * 1_000_000)}"


class Reading:
    """What one open stream has told its reader."""

    def __init__(self, start: Place) -> None:
        self._start = start
        self._told: dict[MessageId, datetime | None] = {}
        self.place = start

    def has(self, message: WebMessage) -> bool:
        """Whether the reader knows the message as it stands."""
        if message.id in self._told:
            return self._told[message.id] == message.edited_at
        edited = message.edited_at or EPOCH
        return not self._new(message) and edited <= self._start.edited

    def is_edit(self, message: WebMessage) -> bool:
        """Whether the reader knows an earlier form of it."""
        return message.id in self._told or not self._new(message)

    def missed(self, messages: Sequence[WebMessage]) -> list[WebMessage]:
        """What the reader lacks: edits by their time, then new messages in their order.

        In that order a reader who is cut off in the middle lacks nothing when it comes back.
        """
        lacking = [message for message in messages if not self.has(message)]
        edits = [message for message in lacking if self.is_edit(message)]
        posts = [message for message in lacking if not self.is_edit(message)]
        return sorted(edits, key=lambda m: m.edited_at or EPOCH) + sorted(
            posts, key=lambda m: int(m.id)
        )

    def tell(self, message: WebMessage) -> str:
        """Note that the reader gets it now; the id of that event."""
        edited = self.place.edited
        if self.is_edit(message):
            edited = max(edited, message.edited_at or EPOCH)
        self.place = Place(max(self.place.message, int(message.id)), edited)
        self._told[message.id] = message.edited_at
        return str(self.place)

    def _new(self, message: WebMessage) -> bool:
        return int(message.id) > self._start.message


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _DIGITS
