"""When the next message may go to a channel: exact sliding windows, and holds on top of them.

A window remembers the last L send times, so that no span of its length ever holds more than L
messages. A heap knows who becomes ready next; asking costs what changed, not what is known.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Mapping
from datetime import datetime

from bot.domain.channel import AccountId, Channel, ChannelId, Platform
from bot.ports.channels import Pace

Key = ChannelId | AccountId


class Pacer:
    """Send times per channel and per account of every platform; pure but for its memory."""

    def __init__(self, paces: Mapping[Platform, tuple[Pace, Pace]]) -> None:
        """`paces` gives each platform's (channel pace, account pace)."""
        self._paces = paces
        self._windows: dict[Key, deque[datetime]] = {}
        self._ready: dict[Key, datetime] = {}
        self._heap: list[tuple[datetime, Key]] = []

    def ready_at(self, channel: Channel, now: datetime) -> datetime:
        """When a message may go there; `now` where nothing stands against it."""
        return max(now, *(self._ready.get(key, now) for key in (channel.id, channel.account)))

    def note(self, channel: Channel, now: datetime) -> None:
        """A message goes out now."""
        channel_pace, account_pace = self._paces[channel.platform]
        self._add(channel.id, channel_pace, now)
        self._add(channel.account, account_pace, now)

    def answered(self, channel: Channel, now: datetime) -> None:
        """The latest message to a channel was on its way until now.

        The platform counts when it arrives, so the window must not begin before.
        """
        window = self._windows.get(channel.id)
        if window:
            window[-1] = max(window[-1], now)
            self._close(channel.id, self._paces[channel.platform][0])

    def hold(self, key: Key, until: datetime) -> None:
        """Nothing goes to a channel or account before then, as its platform asked."""
        known = self._ready.get(key)
        if known is None or until > known:
            self._ready[key] = until
            heapq.heappush(self._heap, (until, key))

    def waiting(self, now: datetime) -> frozenset[Key]:
        """Channels and accounts that may not send yet."""
        while self._heap and self._heap[0][0] <= now:
            moment, key = heapq.heappop(self._heap)
            if self._ready.get(key) == moment:
                del self._ready[key]
        return frozenset(self._ready)

    def next_ready(self, now: datetime) -> datetime | None:
        """When the first of those waiting may send; None when nobody waits."""
        self.waiting(now)
        return self._heap[0][0] if self._heap else None

    def _add(self, key: Key, pace: Pace, now: datetime) -> None:
        window = self._windows.get(key)
        if window is None or window.maxlen != pace.messages:
            window = self._windows[key] = deque(window or (), maxlen=pace.messages)
        window.append(now)
        self._close(key, pace)

    def _close(self, key: Key, pace: Pace) -> None:
        window = self._windows[key]
        if len(window) == pace.messages:
            self.hold(key, window[0] + pace.per)
