"""Telling the owners of a channel's subscriptions, in a direct message, that it was paused.

Notes wait in a queue of their own, so that whoever noticed the pause never waits for Slack.
"""

from __future__ import annotations

import asyncio
from typing import Final

import structlog

from bot.domain.channel import Channel, Platform
from bot.domain.text import listed
from bot.errors import DeliveryError, TransientDeliveryError
from bot.ports.clock import Clock
from bot.ports.stores import Stores
from handlers.slack.blocks import escaped
from handlers.slack.calls import POST, Calls

log = structlog.get_logger(__name__)
TOLD_AT_MOST: Final = 10
"""People per pause: a note, not a broadcast."""


class Notices:
    def __init__(self, *, stores: Stores, calls: Calls, clock: Clock) -> None:
        self._stores, self._call, self._clock = stores, calls, clock
        self._waiting: asyncio.Queue[tuple[Channel, str]] = asyncio.Queue()

    async def paused(self, channel: Channel, reason: str) -> None:
        """Have the owners told. Channels of other platforms are none of ours."""
        if channel.platform is Platform.SLACK:
            self._waiting.put_nowait((channel, reason))

    async def run(self) -> None:
        """Tell whoever is to be told, until cancelled."""
        while True:
            channel, reason = await self._waiting.get()
            await self._tell_owners(channel, reason)

    async def _tell_owners(self, channel: Channel, reason: str) -> None:
        rules = await self._stores.subscriptions.of_channel(channel.id)
        owners = sorted({rule.created_by for rule in rules if rule.created_by})
        name = f"#{channel.name}" if channel.name else channel.native_id
        ids = listed([rule.id for rule in rules])
        words = (
            f"Alerts for {name} are on hold: {reason}\n"
            f"Your rules there ({ids}) are kept and go on by themselves once it can be used again."
        )
        for owner in owners[:TOLD_AT_MOST]:
            await self._tell(channel.workspace, owner, words)

    async def _tell(self, team: str, user: str, words: str) -> None:
        try:
            await self._send(team, user, words)
        except TransientDeliveryError as error:
            if error.retry_after is None:
                log.info("slack.owner_not_told", user=user, why=str(error))
                return
            await self._clock.sleep(error.retry_after)
            await self._tell(team, user, words)
        except DeliveryError as error:
            log.info("slack.owner_not_told", user=user, why=str(error))

    async def _send(self, team: str, user: str, words: str) -> None:
        person = Channel(platform=Platform.SLACK, workspace=team, native_id=user)
        opened = await self._call(person, "conversations.open", users=user)
        direct = opened["channel"]["id"]
        await self._call(person, POST, channel=direct, text=escaped(words), mrkdwn=False)
