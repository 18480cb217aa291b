"""Telling the owners of a channel's subscriptions, in a direct message, that it was paused."""

from __future__ import annotations

import structlog

from bot.domain.channel import Channel, Platform
from bot.domain.text import listed
from bot.errors import DeliveryError
from bot.ports import Stores
from handlers.slack.blocks import escaped
from handlers.slack.failures import FAILED_CALLS, code_of
from handlers.slack.workspaces import Workspaces

log = structlog.get_logger(__name__)
TOLD_AT_MOST = 10
"""People per pause: a note, not a broadcast."""


class Notices:
    def __init__(self, *, stores: Stores, workspaces: Workspaces) -> None:
        self._stores, self._workspaces = stores, workspaces

    async def paused(self, channel: Channel, reason: str) -> None:
        """One message to each owner; who has left the workspace is passed over."""
        if channel.platform is not Platform.SLACK:
            return
        rules = await self._stores.subscriptions.of_channel(channel.id)
        owners = sorted({rule.created_by for rule in rules if rule.created_by})
        name = f"#{channel.name}" if channel.name else channel.native_id
        ids = listed([rule.id for rule in rules])
        words = (
            f"Alerts for {name} are on hold: {reason}. "
            f"Your rules there ({ids}) are kept and go on by themselves once it can be used again."
        )
        for owner in owners[:TOLD_AT_MOST]:
            await self._tell(channel.workspace, owner, words)

    async def _tell(self, team: str, user: str, words: str) -> None:
        try:
            client = await self._workspaces.client(team)
            opened = await client.conversations_open(users=user)
            await client.chat_postMessage(
                channel=opened["channel"]["id"], text=escaped(words), mrkdwn=False
            )
        except FAILED_CALLS as error:
            log.info("slack.owner_not_told", user=user, why=code_of(error))
        except DeliveryError as error:
            log.info("slack.owner_not_told", user=user, why=str(error))
