"""Where messages go: one adapter a platform."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.alert import (
    DeliveryKey,
    MessageId,
)
from bot.domain.brief import Message
from bot.domain.channel import Channel, Platform


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """At most `messages` in any window of `per`."""

    messages: int
    per: timedelta


class ChannelAdapter(Protocol):
    """Posts to one platform. One suite, tests/contract/test_channel_adapter.py, runs over all."""

    @property
    def platform(self) -> Platform: ...

    @property
    def channel_pace(self) -> Pace:
        """The platform's own limit on messages to one channel."""
        ...

    @property
    def account_pace(self) -> Pace:
        """The limit over all channels of one workspace or bot."""
        ...

    @property
    def safe_repeat(self) -> timedelta:
        """How long after an attempt `post` may be repeated with the same key without looking.

        Discord: its nonce window, taken short. Slack: zero. Web: for ever.
        """
        ...

    async def post(
        self,
        channel: Channel,
        message: Message,
        *,
        key: DeliveryKey,
        reply_to: MessageId | None = None,
        plain: bool = False,
    ) -> MessageId:
        """Post once and return the platform's id. Never retries by itself after no answer."""
        ...

    async def edit(
        self, channel: Channel, message_id: MessageId, message: Message, *, key: DeliveryKey
    ) -> None:
        """Replace a message of ours. Repeating it is harmless."""
        ...

    async def find(
        self,
        channel: Channel,
        *,
        key: DeliveryKey,
        since: datetime,
        reply_to: MessageId | None = None,
    ) -> MessageId | None:
        """The message posted with `key` at or after `since`, or None: it is certainly not there.

        Raises TransientDeliveryError to be asked again later and PermanentDeliveryError where
        the platform does not let us look (missing scope): then it stays uncertain.
        """
        ...

    async def preflight(self, channel: Channel) -> tuple[str, ...]:
        """What keeps us from posting there, each with its exact fix; empty when all is well."""
        ...
