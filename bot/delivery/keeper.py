"""Keeps channels known and their state true, whoever finds out first: an event or a failed send.

A channel that is gone or forbidden is paused with the reason, never forgotten, and comes back
with everything that was held. People are told once per pause.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog

from bot.domain.channel import Channel, ChannelId, channel_from_id
from bot.ports.clock import Clock
from bot.ports.stores import Stores

log = structlog.get_logger(__name__)

Tell = Callable[[Channel, str], Awaitable[None]]
"""Called with a channel that was paused and the reason, with what mends it."""


class ChannelKeeper:
    def __init__(self, *, stores: Stores, clock: Clock) -> None:
        self._channels = stores.channels
        self._clock = clock
        self._tell: list[Tell] = []
        self._wake: list[Callable[[], None]] = []

    def when_paused(self, tell: Tell) -> None:
        """Have `tell` called once for every pause; never in the channel concerned."""
        self._tell.append(tell)

    def when_resumed(self, wake: Callable[[], None]) -> None:
        """Have `wake` called when held deliveries may go out again."""
        self._wake.append(wake)

    async def seen(self, channel: Channel) -> Channel:
        """Somebody spoke there: make it known; returns what the store has of it."""
        return await self._channels.upsert(channel, now=self._clock.now())

    async def gone(self, channel: ChannelId, reason: str) -> bool:
        """Hold its alerts and tell people. True when it was active until now."""
        paused = await self.hold(channel, reason)
        if paused:
            await self.tell(channel, reason)
        return paused

    async def hold(self, channel: ChannelId, reason: str) -> bool:
        """Like `gone`, for a caller that tells people itself once it has its own work done."""
        paused = await self._channels.pause(channel, reason=reason, now=self._clock.now())
        if paused:
            log.warning("channel.paused", channel=channel, reason=reason)
        return paused

    async def tell(self, channel: ChannelId, reason: str) -> None:
        """Say that a channel was paused, wherever somebody may hear it."""
        known = await self._channels.get(channel) or channel_from_id(channel)
        for tell in self._tell:
            try:
                await tell(known, reason)
            except Exception:
                # A job boundary: who cannot be told must not stop the pause or the next one.
                log.exception("channel.not_told", channel=channel)

    async def back(self, channel: ChannelId) -> bool:
        """Release what was held. True when it was paused until now."""
        resumed = await self._channels.resume(channel, now=self._clock.now())
        if resumed:
            log.info("channel.resumed", channel=channel)
            for wake in self._wake:
                wake()
        return resumed

    async def renamed(self, channel: ChannelId, name: str) -> None:
        """Keep the new name for display; a channel we do not know stays unknown."""
        known = await self._channels.get(channel)
        if known is not None and known.name != name:
            found = channel_from_id(channel)
            await self._channels.upsert(
                Channel(
                    platform=found.platform,
                    workspace=found.workspace,
                    native_id=found.native_id,
                    name=name,
                ),
                now=self._clock.now(),
            )
