"""A channel: where alerts go. Always by the platform's id, never by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

ChannelId = NewType("ChannelId", str)
"""`platform:workspace/channel`, e.g. `slack:T1/C1`, `discord:81/92`, `web:local/main`."""

AccountId = NewType("AccountId", str)
"""`platform:workspace`: what one token posts as and one rate limit counts."""


class Platform(StrEnum):
    SLACK = "slack"
    DISCORD = "discord"
    WEB = "web"


class ChannelState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    """Gone or forbidden: its alerts are held, its subscriptions kept, see `paused_reason`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    platform: Platform
    workspace: str
    """Slack team id, Discord guild id, or `local`."""
    native_id: str
    name: str = ""
    """As people see it, without `#`; kept for display only."""
    time_zone: str = "UTC"
    """IANA zone in which "today" and quiet hours are meant."""
    state: ChannelState = ChannelState.ACTIVE
    paused_reason: str = ""

    @property
    def id(self) -> ChannelId:
        return ChannelId(f"{self.platform}:{self.workspace}/{self.native_id}")

    @property
    def account(self) -> AccountId:
        return AccountId(f"{self.platform}:{self.workspace}")


def channel_from_id(channel_id: str) -> Channel:
    """The channel an id names. Raises ValueError with the expected form."""
    platform, _, rest = channel_id.partition(":")
    workspace, _, native_id = rest.partition("/")
    if platform not in set(Platform) or not workspace or not native_id:
        raise ValueError(
            f"{channel_id!r} is not a channel id; write platform:workspace/channel, "
            "for example slack:T0123/C0456"
        )
    return Channel(platform=Platform(platform), workspace=workspace, native_id=native_id)
