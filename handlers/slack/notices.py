"""Telling the owners of a channel's subscriptions, in a direct message, that it was paused.

Notes wait in a queue of their own, so that whoever noticed the pause never waits for Slack.
"""

from __future__ import annotations

import asyncio
from typing import Final

import structlog

from bot.domain.channel import Channel, Platform
from bot.domain.text import listed
from bot.errors import DeliveryError
from bot.ports import Clock, Stores
from handlers.slack.blocks import escaped
from handlers.slack.failures import FAILED_CALLS, code_of, retry_after_of
from handlers.slack.workspaces import Workspaces

log = structlog.get_logger(__name__)
TOLD_AT_MOST: Final = 10
"""People per pause: a note, not a broadcast."""


class Notices:
    def __init__(self, *, stores: Stores, workspaces: Workspaces, clock: Clock) -> None:
        self._stores, self._workspaces, self._clock = stores, workspaces, clock
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
        except FAILED_CALLS as error:
            if (pause := retry_after_of(error)) is None:
                log.info("slack.owner_not_told", user=user, why=code_of(error))
                return
            await self._clock.sleep(pause)
            await self._tell(team, user, words)
        except DeliveryError as error:
            log.info("slack.owner_not_told", user=user, why=str(error))

    async def _send(self, team: str, user: str, words: str) -> None:
        client = await self._workspaces.client(team)
        opened = await client.conversations_open(users=user)
        await client.chat_postMessage(
            channel=opened["channel"]["id"], text=escaped(words), mrkdwn=False
        )
