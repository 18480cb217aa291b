"""What the pages and the interface work with, in one place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from starlette.requests import Request

from bot.commands.service import CommandService
from bot.domain.channel import Channel, ChannelId, Platform
from bot.ports.clock import Clock
from bot.ports.handlers import Handler
from bot.ports.sources import StorySource
from bot.ports.stores import Stores
from bot.settings import WebSettings
from bot.sources.feed_poller import FeedStatus
from bot.sources.intake import Intake
from bot.store.newsdesk import SqlDesk, SqlReports
from bot.store.web_messages import WebMessages
from handlers.web.adapter import WebAdapter
from handlers.web.live import Live
from handlers.web.rendering import Renderer

HOME = Channel(platform=Platform.WEB, workspace="local", native_id="main", name="main")
"""The channel that is always there."""


class WebStores(Stores, Protocol):
    """All stores, the table that this platform posts to, and what the newsdesk remembers."""

    @property
    def web_messages(self) -> WebMessages: ...
    @property
    def reports(self) -> SqlReports: ...
    @property
    def desk(self) -> SqlDesk: ...


async def no_feeds() -> tuple[FeedStatus, ...]:
    """The newsdesk is off."""
    return ()


@dataclass(slots=True, kw_only=True)
class Site:
    settings: WebSettings
    stores: WebStores
    commands: CommandService
    clock: Clock
    intake: Intake
    sources: Sequence[StorySource]
    renderer: Renderer
    live: Live
    adapter: WebAdapter
    feeds: Callable[[], Awaitable[tuple[FeedStatus, ...]]] = no_feeds
    """How each of the newsdesk's raw feeds fares."""
    handlers: Sequence[Handler] = field(default=())
    """Every platform of this process, for /healthz; this one included."""

    async def channels(self) -> tuple[Channel, ...]:
        """The channels of this platform, the one that is always there first."""
        known = [c for c in await self.stores.channels.all() if c.platform is Platform.WEB]
        return tuple(sorted(known, key=lambda channel: (channel.id != HOME.id, channel.id)))

    async def channel(self, channel_id: str) -> Channel | None:
        found = await self.stores.channels.get(ChannelId(channel_id))
        return found if found and found.platform is Platform.WEB else None

    def base_url(self, request: Request) -> str:
        """How the asking side reaches us, without a slash at the end."""
        return self.settings.public_url.rstrip("/") or str(request.base_url).rstrip("/")
