"""Posting, editing and finding messages in Slack. Sends and translates errors; decides nothing.

Slack has no idempotency key. Every message carries its delivery's key in its metadata, and `find`
reads it back from the channel's history before anything ambiguous is repeated.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.alert import DeliveryKey, MessageId
from bot.domain.brief import Message, UpdateNote
from bot.domain.channel import Channel, Platform
from bot.errors import (
    AccountUnavailable,
    AmbiguousDelivery,
    ChannelUnavailable,
    DeliveryError,
    PermanentDeliveryError,
    TransientDeliveryError,
)
from bot.ports.channels import Pace
from handlers.slack import limits
from handlers.slack.calls import POST, Calls
from handlers.slack.format import Buttons, payload_of, plain_payload
from handlers.slack.preflight import obstacles
from handlers.slack.workspaces import Workspaces

EVENT_TYPE: Final = "tidings_delivery"
CLOCK_SKEW: Final = timedelta(minutes=2)
"""How far our clock may be ahead of Slack's before `find` looks too late."""


class SlackAdapter:
    """One of the implementations of `bot.ports.channels.ChannelAdapter`."""

    platform: Final = Platform.SLACK
    channel_pace: Final = Pace(messages=limits.MESSAGES_PER_CHANNEL, per=limits.CHANNEL_WINDOW)
    account_pace: Final = Pace(messages=limits.MESSAGES_PER_WORKSPACE, per=limits.WORKSPACE_WINDOW)
    safe_repeat: Final = timedelta(0)

    def __init__(self, workspaces: Workspaces, calls: Calls, *, buttons: Buttons) -> None:
        self._workspaces = workspaces
        self._call = calls
        self._buttons = buttons

    async def post(
        self,
        channel: Channel,
        message: Message,
        *,
        key: DeliveryKey,
        reply_to: MessageId | None = None,
        plain: bool = False,
    ) -> MessageId:
        arguments = self._content(message, plain=plain) | {
            "channel": channel.native_id,
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": key}},
            "unfurl_links": False,
            "unfurl_media": False,
        }
        if reply_to:
            broadcast = isinstance(message, UpdateNote) and message.broadcast
            arguments |= {"thread_ts": reply_to, "reply_broadcast": broadcast}
        try:
            answer = await self._call(channel, POST, **arguments)
        except ChannelUnavailable as error:
            if error.code != "not_in_channel" or not await self._joined(channel):
                raise
            answer = await self._call(channel, POST, **arguments)
        return MessageId(str(answer["ts"]))

    async def edit(
        self, channel: Channel, message_id: MessageId, message: Message, *, key: DeliveryKey
    ) -> None:
        # The key of the first delivery stays in the metadata: it is what `find` looks for.
        del key
        arguments = payload_of(message, self._buttons).arguments()
        try:
            await self._call(
                channel, "chat.update", channel=channel.native_id, ts=message_id, **arguments
            )
        except AmbiguousDelivery as error:
            # An edit may be repeated, so not knowing is the same as not done.
            raise TransientDeliveryError(str(error), code=error.code) from error

    async def find(
        self,
        channel: Channel,
        *,
        key: DeliveryKey,
        since: datetime,
        reply_to: MessageId | None = None,
    ) -> MessageId | None:
        oldest = f"{(since - CLOCK_SKEW).timestamp():.6f}"
        cursor = ""
        for _ in range(limits.HISTORY_PAGES):
            page = await self._history(channel, oldest, reply_to, cursor)
            for message in page["messages"]:
                if _carries(message, key):
                    return MessageId(str(message["ts"]))
            cursor = page.get("response_metadata", {}).get("next_cursor", "")
            if not cursor:
                return None
        raise PermanentDeliveryError(
            f"Too much was posted in {channel.native_id} since {since:%H:%M} to look through",
            code="history_too_long",
        )

    async def preflight(self, channel: Channel) -> tuple[str, ...]:
        try:
            identity = await self._workspaces.identify()
            client = await self._workspaces.client(channel.workspace)
        except DeliveryError as error:
            return (str(error),)
        return await obstacles(client, channel, identity)

    def _content(self, message: Message, *, plain: bool) -> dict[str, Any]:
        if plain:
            return plain_payload(message)
        return payload_of(message, self._buttons).arguments()

    async def _joined(self, channel: Channel) -> bool:
        """One try to join a public channel, where the workspace allowed that."""
        if "channels:join" not in (await self._workspaces.identify()).scopes:
            return False
        try:
            await self._call(channel, "conversations.join", channel=channel.native_id)
        except DeliveryError:
            # What matters is told by the post that was refused.
            return False
        return True

    async def _history(
        self, channel: Channel, oldest: str, reply_to: MessageId | None, cursor: str
    ) -> Any:
        arguments: dict[str, Any] = {
            "channel": channel.native_id,
            "oldest": oldest,
            "limit": limits.HISTORY_PAGE,
            "include_all_metadata": True,
        } | ({"cursor": cursor} if cursor else {})
        try:
            if reply_to:
                return await self._call(channel, "conversations.replies", ts=reply_to, **arguments)
            return await self._call(channel, "conversations.history", **arguments)
        except AmbiguousDelivery as error:
            raise TransientDeliveryError(str(error), code=error.code) from error
        except (AccountUnavailable, ChannelUnavailable) as error:
            if error.code not in ("missing_scope", "not_in_channel"):
                raise
            words = f"Slack does not let Tidings look for a message: {error}"
            raise PermanentDeliveryError(words, code=error.code) from error


def _carries(message: Mapping[str, Any], key: DeliveryKey) -> bool:
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    return metadata.get("event_type") == EVENT_TYPE and payload.get("key") == key
