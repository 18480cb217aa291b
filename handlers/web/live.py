"""Who is listening to a channel right now. Keeps no history: that is what the table is for."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.alert import MessageId
from bot.domain.channel import ChannelId
from handlers.web import limits


class Signal(StrEnum):
    POSTED = "posted"
    EDITED = "edited"
    PANEL = "panel"
    """Something beside the messages changed: subscriptions, deliveries."""
    END = "end"


@dataclass(frozen=True, slots=True)
class Notice:
    signal: Signal
    message: MessageId | None = None


Listener = asyncio.Queue[Notice]


class Live:
    """Hands notices to the open streams of a channel."""

    def __init__(self) -> None:
        self._listeners: dict[ChannelId, set[Listener]] = defaultdict(set)
        self._closed = False

    @property
    def count(self) -> int:
        return sum(len(listeners) for listeners in self._listeners.values())

    def listen(self, channel: ChannelId) -> Listener:
        """Hear everything from now on, until `leave`."""
        listener: Listener = asyncio.Queue(limits.EVENTS_WAITING)
        if self._closed:
            listener.put_nowait(Notice(Signal.END))
        self._listeners[channel].add(listener)
        return listener

    def leave(self, channel: ChannelId, listener: Listener) -> None:
        self._listeners[channel].discard(listener)

    def tell(self, channel: ChannelId, notice: Notice) -> None:
        """Never waits: a listener that does not keep up is ended and comes back by itself."""
        for listener in tuple(self._listeners[channel]):
            if listener.full():
                _end(listener)
            else:
                listener.put_nowait(notice)

    def close(self) -> None:
        """End every stream; for a quick stop."""
        self._closed = True
        for listeners in self._listeners.values():
            for listener in listeners:
                _end(listener)

    def open(self) -> None:
        """Take listeners again after `close`."""
        self._closed = False


def _end(listener: Listener) -> None:
    while not listener.empty():
        listener.get_nowait()
    listener.put_nowait(Notice(Signal.END))
