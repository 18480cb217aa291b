r"""Alerts and deliveries: what to tell a channel, and the message on its way there.

pending -> claimed -> sent
             |  \-> retrying -> claimed ...      nothing was posted; try again at `next_at`
             |   \-> uncertain                   may have been posted and cannot be looked up
             |    \-> held                       its channel is paused; released when it returns
             |     \-> dropped                   overtaken before it was posted
              \----> failed                      can never be delivered; shown with its reason
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.channel import ChannelId
from bot.domain.story import StoryId
from bot.domain.subscription import SubscriptionId

MessageId = NewType("MessageId", str)
"""The platform's own id of a posted message: Slack `ts`, Discord snowflake."""

DeliveryKey = NewType("DeliveryKey", str)
"""Stable for one delivery for ever; 25 characters, the longest nonce Discord takes."""


class AlertKind(StrEnum):
    NEW = "new"
    UPDATE = "update"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    DIGEST = "digest"
    """Several stories in one message: what was missed, a burst, or what the cap held back."""


class Outcome(StrEnum):
    """What became of a match; every match has one, so that `explain` can say it."""

    SEND = "send"
    FOLD = "fold"
    """Goes out as a line of a digest message."""
    SUPPRESS = "suppress"
    """Not told to the channel, for the reason beside it."""


class DeliveryStatus(StrEnum):
    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    RETRYING = "retrying"
    UNCERTAIN = "uncertain"
    HELD = "held"
    DROPPED = "dropped"
    """Overtaken before it was posted: withdrawn first, or the card shows it already."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What one channel is (or is not) told about one story version.

    Unique by channel, story, version and kind, however many subscriptions matched.
    """

    channel: ChannelId
    story: StoryId
    version: int
    kind: AlertKind
    subscriptions: tuple[SubscriptionId, ...] = ()
    why: tuple[str, ...] = ()
    """One line per matching subscription, as the card shows it."""
    outcome: Outcome = Outcome.SEND
    reason: str = ""
    """Why it was folded or suppressed; or a note for the card ("raised from 5 to 8")."""
    fold_at: datetime | None = None
    """When a folded alert may go out in a digest; None unless it is folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message on its way to one channel."""

    id: int
    key: DeliveryKey
    channel: ChannelId
    kind: AlertKind
    alerts: tuple[Alert, ...]
    """One, or for a digest the folded ones, best story first."""
    status: DeliveryStatus = DeliveryStatus.PENDING
    attempts: int = 0
    """Sends begun, this one included once claimed. More than one means: look before posting."""
    next_at: datetime | None = None
    first_attempt_at: datetime | None = None
    ambiguous: bool = False
    """An earlier attempt ended without an answer, or with this process."""
    plain: bool = False
    """The platform refused the formatted version; send the plain one."""
    last_error: str = ""
    message_id: MessageId | None = None
    created_at: datetime | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The platform's word that a story stands in a channel, and where."""

    channel: ChannelId
    story: StoryId
    version: int
    """The version that the message shows now."""
    message_id: MessageId
    posted_at: datetime


def delivery_key(channel: ChannelId, story: StoryId, version: int, kind: AlertKind) -> DeliveryKey:
    """The same words give the same key on every machine and after every restart."""
    digest = hashlib.sha256(f"{channel}\n{story}\n{version}\n{kind}".encode()).digest()
    return DeliveryKey("t" + b32encode(digest).decode().lower()[:24])
