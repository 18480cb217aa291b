"""What happens to channels and to the installation, passed on to the channel keeper.

Events can be missed while we are away, so paused channels are also looked at after each connect.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final, Protocol

import structlog
from slack_bolt.async_app import AsyncApp

from bot.domain.channel import Channel, ChannelId, ChannelState, Platform, channel_from_id
from bot.ports.channels import ChannelAdapter
from bot.ports.clock import Clock
from bot.ports.stores import Stores
from handlers.slack.workspaces import Workspaces

log = structlog.get_logger(__name__)
JSON = dict[str, Any]
RECHECK_PAUSE: Final = timedelta(seconds=1.5)
"""Between two looks at paused channels: conversations.info allows about 50 a minute."""
GONE: Final = {
    "channel_archive": "the channel was archived; unarchive it to get its alerts again",
    "group_archive": "the channel was archived; unarchive it to get its alerts again",
    "channel_deleted": "the channel was deleted",
    "group_deleted": "the channel was deleted",
    "channel_left": "Tidings was removed from the channel; type /invite @Tidings there",
    "group_left": "Tidings was removed from the channel; type /invite @Tidings there",
}
BACK: Final = ("channel_unarchive", "group_unarchive")
RENAMED: Final = ("channel_rename", "group_rename")
REMOVED: Final = "Tidings was removed from this Slack workspace; install it again"


class Keeper(Protocol):
    """What of `bot.delivery.keeper.ChannelKeeper` is needed here."""

    def when_paused(self, tell: Callable[[Channel, str], Awaitable[None]]) -> None: ...

    async def seen(self, channel: Channel) -> Channel: ...

    async def gone(self, channel: ChannelId, reason: str) -> object: ...

    async def back(self, channel: ChannelId) -> object: ...

    async def renamed(self, channel: ChannelId, name: str) -> object: ...


class ChannelEvents:
    """Listeners for one Bolt app, and the look at paused channels."""

    def __init__(
        self,
        *,
        keeper: Keeper,
        stores: Stores,
        adapter: ChannelAdapter,
        workspaces: Workspaces,
        clock: Clock,
    ) -> None:
        self._keeper, self._stores, self._clock = keeper, stores, clock
        self._adapter, self._workspaces = adapter, workspaces

    def register(self, app: AsyncApp) -> None:
        for kind in GONE:
            app.event(kind)(self.gone)
        for kind in BACK:
            app.event(kind)(self.back)
        for kind in RENAMED:
            app.event(kind)(self.renamed)
        app.event("member_joined_channel")(self.joined)
        app.event("member_left_channel")(self.left)
        app.event("channel_id_changed")(self.moved)
        app.event("app_uninstalled")(self.uninstalled)
        app.event("tokens_revoked")(self.revoked)

    async def gone(self, body: JSON, event: JSON) -> None:
        await self._keeper.gone(_id(body, event["channel"]), GONE[event["type"]])

    async def back(self, body: JSON, event: JSON) -> None:
        await self._keeper.back(_id(body, event["channel"]))

    async def renamed(self, body: JSON, event: JSON) -> None:
        described = event["channel"]
        await self._keeper.renamed(_id(body, described["id"]), described.get("name", ""))

    async def joined(self, body: JSON, event: JSON) -> None:
        if self._is_us(event):
            await self._keeper.back(_id(body, event["channel"]))

    async def left(self, body: JSON, event: JSON) -> None:
        if self._is_us(event):
            await self._keeper.gone(_id(body, event["channel"]), GONE["channel_left"])

    async def moved(self, body: JSON, event: JSON) -> None:
        """The channel goes on under another id, which nothing here can follow by itself."""
        new = event["new_channel_id"]
        reason = f"Slack gave the channel a new id ({new}); subscribe there again"
        await self._keeper.gone(_id(body, event["old_channel_id"]), reason)

    async def uninstalled(self, body: JSON) -> None:
        await self._account_gone(body["team_id"])

    async def revoked(self, body: JSON, event: JSON) -> None:
        # User tokens are revoked too; we hold none, so only the bot's concerns us.
        if event.get("tokens", {}).get("bot"):
            await self._account_gone(body["team_id"])

    async def recheck(self) -> None:
        """Bring back paused channels that can be posted to again."""
        identity = await self._workspaces.identify()
        for channel in await self._channels_of(identity.team):
            if channel.state is not ChannelState.PAUSED:
                continue
            if not await self._adapter.preflight(channel):
                await self._keeper.back(channel.id)
            await self._clock.sleep(RECHECK_PAUSE)

    async def _account_gone(self, team: str) -> None:
        log.error("slack.uninstalled", team=team, fix=REMOVED)
        self._workspaces.removed = True
        for channel in await self._channels_of(team):
            await self._keeper.gone(channel.id, REMOVED)

    async def _channels_of(self, team: str) -> list[Channel]:
        return [
            channel
            for channel in await self._stores.channels.all()
            if channel.platform is Platform.SLACK and channel.workspace == team
        ]

    def _is_us(self, event: JSON) -> bool:
        known = self._workspaces.known
        return known is not None and event.get("user") == known.bot_user


def _id(body: JSON, channel: str) -> ChannelId:
    return channel_from_id(f"slack:{body['team_id']}/{channel}").id
