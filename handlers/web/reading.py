"""How far a reader of a channel has come; its written form is the event id of the stream."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.alert import MessageId
from bot.store.web_messages import WebMessage

EPOCH = datetime.fromtimestamp(0, UTC)
MICROSECOND = timedelta(microseconds=1)
_DIGITS = 18
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
            return cls(int(numbers[0]), EPOCH + int(numbers[1]) * MICROSECOND)
        except OverflowError:
            return None

    def __str__(self) -> str:
        return f"{self.message}-{(self.edited - EPOCH) // MICROSECOND}"


class Reading:
    """What one open stream has told its reader."""

    def __init__(self, start: Place) -> None:
        self._start = start
        self._told: dict[MessageId, datetime | None] = {}
        self._edits_to_tell: dict[MessageId, datetime] = {}
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
        self._edits_to_tell = {message.id: message.edited_at or EPOCH for message in edits}
        edits.sort(key=lambda message: message.edited_at or EPOCH)
        posts.sort(key=lambda message: int(message.id))
        return edits + posts

    def tell(self, message: WebMessage) -> str:
        """Note that the reader gets it now; the id of that event."""
        edited = self.place.edited
        if self.is_edit(message):
            edited = max(edited, self._up_to(message))
        self.place = Place(max(self.place.message, int(message.id)), edited)
        self._told[message.id] = message.edited_at
        return str(self.place)

    def _up_to(self, message: WebMessage) -> datetime:
        """Up to when edits are told with this one: its moment, if no other shares that."""
        edited = message.edited_at or EPOCH
        self._edits_to_tell.pop(message.id, None)
        shared = edited in self._edits_to_tell.values()
        return edited - MICROSECOND if shared else edited

    def _new(self, message: WebMessage) -> bool:
        return int(message.id) > self._start.message


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _DIGITS
