"""The web handler: a local channel that needs no chat platform, and the pages of every story.

`WebHandler` wires the parts and serves them until it is cancelled. Loopback by default; beyond
it only with a password.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route

from bot.commands.service import CommandService
from bot.delivery.keeper import ChannelKeeper
from bot.domain.channel import Platform
from bot.domain.story_json import timestamp
from bot.errors import ConfigError
from bot.ports.clock import Clock
from bot.ports.handlers import Finding, Handler
from bot.ports.sources import StorySource
from bot.settings import WebSettings
from bot.sources.feed_poller import FeedStatus
from bot.sources.intake import Intake
from handlers.web.access import Guard, Names, is_loopback
from handlers.web.adapter import WebAdapter
from handlers.web.assets import Assets
from handlers.web.channels import ChannelApi
from handlers.web.commands import Commands
from handlers.web.dashboard import Dashboard
from handlers.web.feeds import Feeds
from handlers.web.glossary import GLOSSARY
from handlers.web.health import Health
from handlers.web.live import Live
from handlers.web.login import LoginPage, Logins
from handlers.web.newsdesk_pages import NAVIGATION, newsdesk_routes
from handlers.web.panel import Panel
from handlers.web.refusals import HANDLERS
from handlers.web.rendering import Renderer
from handlers.web.server import Server, bound_socket, server_for
from handlers.web.sheets import Page, page_routes
from handlers.web.site import HOME, Site, WebStores, no_feeds
from handlers.web.stories import StoryPages

log = structlog.get_logger(__name__)


class WebHandler:
    """One of the implementations of `bot.ports.handlers.Handler`."""

    platform: Final = Platform.WEB

    def __init__(
        self,
        *,
        settings: WebSettings,
        commands: CommandService,
        keeper: ChannelKeeper,
        stores: WebStores,
        clock: Clock,
        intake: Intake,
        sources: Sequence[StorySource],
        feeds: Callable[[], Awaitable[tuple[FeedStatus, ...]]] = no_feeds,
        pages: Sequence[Page] = (),
        command: str = "/news",
    ) -> None:
        """`pages` come beside the glossary; `command` is what examples begin with.

        Raises ConfigError where it would be open to the network without a password.
        """
        _refuse_open_door(settings)
        self._settings = settings
        self._keeper = keeper
        self._clock = clock
        self._live = Live()
        self.adapter: Final = WebAdapter(stores, clock=clock, live=self._live)
        self._assets = Assets()
        self._site = Site(
            settings=settings,
            stores=stores,
            commands=commands,
            clock=clock,
            intake=intake,
            sources=sources,
            feeds=feeds,
            renderer=Renderer(self._assets, clock=clock, command=command),
            live=self._live,
            adapter=self.adapter,
            handlers=(self,),
        )
        self._pages = (*pages, GLOSSARY)
        self._logins = self._logins_of(settings)
        self.asgi: Final = self._build()
        self._health = Finding(where="web", ok=False, what="not started")
        self.port = settings.port
        """The port that is served; another than the setting's where that is 0."""
        self.serving: Final = asyncio.Event()
        """Set while connections are taken."""

    @property
    def readers(self) -> int:
        """Pages that are open now."""
        return self._live.count

    def watch(self, handlers: Sequence[Handler]) -> None:
        """Show these platforms in /healthz; this one among them."""
        self._site.handlers = tuple(handlers)

    async def run(self) -> None:
        """Serve until cancelled. Raises ConfigError when the address cannot be used."""
        await self._keeper.seen(HOME)
        listening = await bound_socket(self._settings)
        self.port = listening.getsockname()[1]
        self._live.open()
        server = server_for(self.asgi)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        since = timestamp(self._clock.now().replace(microsecond=0))
        where = f"{self._settings.bind}:{self.port}"
        self._health = Finding(where="web", ok=True, what=f"serving {where} since {since}")
        log.info("web.serving", address=where)
        self.serving.set()
        try:
            await asyncio.shield(serving)
        finally:
            self.serving.clear()
            self._health = Finding(where="web", ok=False, what="stopped")
            await self._stop(server, serving)
            listening.close()

    def health(self) -> Finding:
        return self._health

    async def check(self) -> tuple[Finding, ...]:
        where = f"{self._settings.bind}:{self._settings.port}"
        if self._health.ok:
            return (self._health,)
        try:
            (await bound_socket(self._settings)).close()
        except ConfigError as error:
            fix = "set web.bind and web.port to an address that is free"
            return (Finding(where="web", ok=False, what=str(error), fix=fix),)
        known = "with a password" if self._logins else "for this machine only"
        return (Finding(where="web", ok=True, what=f"{where} is free; pages {known}"),)

    async def _stop(self, server: Server, serving: asyncio.Task[None]) -> None:
        """End the open streams, then the server; both within the time a stop may take."""
        self._live.close()
        server.should_exit = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(2 * (server.config.timeout_graceful_shutdown or 1)):
                await serving

    def _logins_of(self, settings: WebSettings) -> Logins | None:
        if settings.password is None:
            return None
        secure = settings.public_url.startswith("https://")
        return Logins(settings.password.get_secret_value(), clock=self._clock, secure=secure)

    def _build(self) -> Starlette:
        site = self._site
        panel = Panel(site)
        pages = [(page.path, page.label) for page in self._pages]
        site.renderer.navigation([*NAVIGATION, *pages])
        login = LoginPage(self._logins, site.renderer) if self._logins else None
        routes = [
            Route("/static/{version}/{name}", self._assets.serve),
            *([Route("/login", login.show)] if login else []),
            *([Route("/login", login.enter, methods=["POST"])] if login else []),
            *Dashboard(site, panel).routes(),
            *ChannelApi(site, panel).routes(),
            *Commands(site).routes(),
            *StoryPages(site).routes(),
            *Feeds(site).routes(),
            *Health(site).routes(),
            *newsdesk_routes(site),
            *page_routes(self._pages, site.renderer),
        ]
        return Starlette(
            routes=routes,
            middleware=[
                Middleware(Guard, names=Names.of(self._settings), logins=self._logins),
                Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=6),
            ],
            exception_handlers=HANDLERS,
        )


def _refuse_open_door(settings: WebSettings) -> None:
    if is_loopback(settings.bind) or settings.password is not None:
        return
    raise ConfigError(
        f"web.bind is {settings.bind!r}, which others can reach, and there is no password. "
        "Set TIDINGS_WEB_PASSWORD (or TIDINGS_WEB_PASSWORD_FILE), or bind to 127.0.0.1."
    )
