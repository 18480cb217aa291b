"""Posting to the web channel: a row in its table and a word to everybody who has it open.

The table keeps one row per delivery key, so posting may be repeated for ever.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.domain.alert import DeliveryKey, MessageId
from bot.domain.brief import Message
from bot.domain.channel import Channel, Platform
from bot.errors import MessageGone, StoreError, TransientDeliveryError
from bot.ports.clock import Clock
from bot.store.web_messages import WebMessage, WebMessages
from handlers.web import limits
from handlers.web.format import kind_of, payload_of, story_of
from handlers.web.live import Live, Notice, Signal


class KeepsWebMessages(Protocol):
    @property
    def web_messages(self) -> WebMessages: ...


class WebAdapter:
    """One of the implementations of `bot.ports.channels.ChannelAdapter`."""

    platform: Final = Platform.WEB
    channel_pace: Final = limits.CHANNEL_PACE
    account_pace: Final = limits.ACCOUNT_PACE
    safe_repeat: Final = timedelta(days=36_500)

    def __init__(self, stores: KeepsWebMessages, *, clock: Clock, live: Live) -> None:
        self._messages = stores.web_messages
        self._clock = clock
        self._live = live

    async def post(
        self,
        channel: Channel,
        message: Message,
        *,
        key: DeliveryKey,
        reply_to: MessageId | None = None,
        plain: bool = False,
    ) -> MessageId:
        # A page has no formatted version that could be refused.
        del plain
        try:
            posted = await self._post(channel, message, key=key, reply_to=reply_to)
        except StoreError as error:
            raise TransientDeliveryError(str(error), code="store") from error
        self._live.tell(channel.id, Notice(Signal.POSTED, posted))
        return posted

    async def edit(
        self, channel: Channel, message_id: MessageId, message: Message, *, key: DeliveryKey
    ) -> None:
        # The row keeps the key of its first delivery: it is what `find` looks for.
        del key
        _, version = story_of(message)
        try:
            changed = await self._messages.edit(
                message_id, payload_of(message), version=version, now=self._clock.now()
            )
        except StoreError as error:
            raise TransientDeliveryError(str(error), code="store") from error
        if not changed:
            raise _gone(message_id, channel)
        self._live.tell(channel.id, Notice(Signal.EDITED, message_id))

    async def find(
        self,
        channel: Channel,
        *,
        key: DeliveryKey,
        since: datetime,
        reply_to: MessageId | None = None,
    ) -> MessageId | None:
        del reply_to
        try:
            found = await self._messages.by_key(key)
        except StoreError as error:
            raise TransientDeliveryError(str(error), code="store") from error
        return found.id if found and _stands(found, channel, since) else None

    async def preflight(self, channel: Channel) -> tuple[str, ...]:
        del channel
        return ()

    async def _post(
        self, channel: Channel, message: Message, *, key: DeliveryKey, reply_to: MessageId | None
    ) -> MessageId:
        if reply_to is not None and await self._messages.get(reply_to) is None:
            raise _gone(reply_to, channel)
        story, version = story_of(message)
        return await self._messages.post(
            channel.id,
            payload_of(message),
            key=key,
            story=story,
            version=version,
            kind=kind_of(message),
            now=self._clock.now(),
            reply_to=reply_to,
        )


def _stands(message: WebMessage, channel: Channel, since: datetime) -> bool:
    return message.channel == channel.id and message.posted_at >= since


def _gone(message: MessageId, channel: Channel) -> MessageGone:
    return MessageGone(f"There is no message {message} in {channel.id} any more.", code="gone")
