"""A story that one channel does not want to hear more of, until a moment that is always named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.channel import ChannelId
from bot.domain.story import StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """Nothing but corrections and withdrawals of the story reaches the channel before `until`."""

    channel: ChannelId
    story: StoryId
    until: datetime
    """Aware, UTC; from then on it is as if there had never been one."""

    @property
    def reason(self) -> str:
        """Why something was not told: `muted until 28 Nov 2026 14:05 UTC`."""
        moment = self.until.astimezone(UTC)
        return f"muted until {moment.day} {moment:%b %Y %H:%M} UTC"
