"""The composition root: settings in, running objects out, in the order they start and stop.

The only importer of the handlers. Nothing here decides anything; it wires about twenty objects.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog

from bot.commands.buttons import card_buttons
from bot.commands.service import CommandService
from bot.delivery.alerting import Alerting
from bot.delivery.keeper import ChannelKeeper
from bot.delivery.worker import DeliveryWorker
from bot.desk_files import desk_of
from bot.domain.channel import Platform
from bot.domain.story import StoryId
from bot.errors import ConfigError
from bot.newsdesk.live.desk import NewsDesk
from bot.newsdesk.live.judging import PipelineJudge
from bot.observability import QUEUE
from bot.ports.channels import ChannelAdapter
from bot.ports.clock import Clock
from bot.ports.handlers import Handler
from bot.ports.sources import ReportSource, StorySource
from bot.ports.stores import Stores
from bot.schedule import Schedule, SystemClock
from bot.settings import Settings, StorySourceSettings, WebSettings
from bot.sources.feed_poller import FeedPoller
from bot.sources.fetch import Fetcher
from bot.sources.fulltext import FullText
from bot.sources.intake import Intake
from bot.sources.local_files import LocalStories
from bot.sources.raw_feed import RawFeed
from bot.sources.story_address import StoryPage
from bot.sources.story_feed import StoryFeed
from bot.store import SqlStores, open_stores
from handlers.web.app import WebHandler

log = structlog.get_logger(__name__)

MATCH_EVERY = timedelta(seconds=2)
"""A safety net: matching runs at once when a poll brought stories."""
MEASURE_EVERY = timedelta(seconds=15)
PRUNE_EVERY = timedelta(hours=6)
FINISH_WITHIN = timedelta(seconds=8)
"""For what is in flight at SIGTERM; the process is gone within ten seconds."""
RESTART_AFTER = (timedelta(seconds=1), timedelta(minutes=5))
"""First and longest pause before a failed handler is started again."""


@dataclass(slots=True, kw_only=True)
class App:
    """Everything that runs, wired."""

    settings: Settings
    stores: SqlStores
    clock: Clock
    keeper: ChannelKeeper
    commands: CommandService
    intake: Intake
    alerting: Alerting
    worker: DeliveryWorker
    handlers: tuple[Handler, ...]
    sources: tuple[StorySource, ...]
    feeds: FeedPoller
    """The newsdesk's raw feeds; none where it is off."""
    schedule: Schedule = field(default_factory=Schedule)

    async def poll(self, source: StorySource) -> None:
        """One source, and at once what it means for the channels."""
        polled = await self.intake.poll(source)
        if polled and polled.added:
            await self.match()

    async def match(self) -> None:
        if await self.alerting.run():
            self.worker.wake()

    async def measure(self) -> None:
        for status, count in (await self.stores.outbox.counts()).items():
            QUEUE.labels(status=status.value).set(count)

    async def prune(self) -> None:
        """Forget what can no longer matter, so that the database does not grow for ever."""
        pruned = await self.stores.prune(now=self.clock.now())
        if pruned.stories or pruned.deliveries:
            log.info("store.pruned", stories=pruned.stories, deliveries=pruned.deliveries)

    def plan(self) -> None:
        """Put every periodic job on the clock."""
        for source in self.sources:
            self.schedule.every(source.every, _PollJob(self, source), name=f"poll {source.name}")
        self.schedule.every(MATCH_EVERY, self.match, name="match")
        self.schedule.every(MEASURE_EVERY, self.measure, name="measure")
        self.schedule.every(PRUNE_EVERY, self.prune, name="prune")

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop` is set, then finish what is in flight."""
        self.plan()
        tasks = [asyncio.create_task(_supervise(handler, self.clock)) for handler in self.handlers]
        tasks.append(asyncio.create_task(self.worker.run()))
        self.schedule.start()
        try:
            await _until_stopped(stop, tasks)
        finally:
            self.schedule.stop()
            await self.worker.stop(within=FINISH_WITHIN)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


@dataclass(frozen=True, slots=True)
class _PollJob:
    app: App
    source: StorySource

    async def __call__(self) -> None:
        await self.app.poll(self.source)


async def _until_stopped(stop: asyncio.Event, tasks: Sequence[asyncio.Task[None]]) -> None:
    """Until somebody says stop, or a task fails: what cannot be served at all is for the person."""
    stopped = asyncio.create_task(stop.wait())
    running: set[asyncio.Task[Any]] = {stopped, *tasks}
    try:
        while not stopped.done():
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    finally:
        stopped.cancel()


async def _supervise(handler: Handler, clock: Clock) -> None:
    """Keep one platform going; its failures are its own."""
    pause, longest = RESTART_AFTER
    while True:
        try:
            await handler.run()
        except (asyncio.CancelledError, ConfigError):
            raise
        except Exception:
            # A job boundary: the other platforms go on, this one is started again.
            log.exception("handler.failed", platform=handler.platform.value)
        else:
            log.error("handler.stopped", platform=handler.platform.value, **_why(handler))
            return
        await clock.sleep(pause)
        pause = min(pause * 2, longest)


def _why(handler: Handler) -> dict[str, str]:
    finding = handler.health()
    return {"what": finding.what, "fix": finding.fix}


def story_source(
    settings: StorySourceSettings, *, fetcher: Fetcher, stores: Stores, clock: Clock
) -> StorySource:
    """The source that one entry of `sources` in config.yaml describes."""
    every = timedelta(seconds=settings.poll_seconds)
    if settings.path is not None:
        return LocalStories(name=settings.name, path=settings.path, every=every)
    if settings.type == "story_page":
        return StoryPage(
            name=settings.name,
            url=settings.url,
            every=every,
            fetcher=fetcher,
            clock=clock,
            allow_private=settings.allow_private,
        )

    async def known(story: StoryId, version: int) -> bool:
        return await stores.stories.knows(story, version)

    return StoryFeed(
        name=settings.name,
        url=settings.url,
        every=every,
        fetcher=fetcher,
        known=known,
        allow_private=settings.allow_private,
    )


def _feeds(
    settings: Settings,
    *,
    fetcher: Fetcher,
    stores: SqlStores,
    clock: Clock,
    samples: Sequence[ReportSource] = (),
) -> FeedPoller:
    listed = settings.newsdesk.feeds if settings.newsdesk.enabled else ()
    names = [NewsDesk.name, *(source.name for source in settings.sources)]
    for entry in listed:
        if entry.name in names:
            raise ConfigError(
                f"newsdesk.feeds: the name {entry.name!r} stands for another source already. "
                "Give every feed and source a name of its own."
            )
        names.append(entry.name)
    feeds = [RawFeed(entry, fetcher=fetcher, clock=clock) for entry in listed]
    return FeedPoller((*feeds, *samples), sources=stores.sources, clock=clock)


@asynccontextmanager
async def _newsdesk(
    settings: Settings,
    *,
    feeds: FeedPoller,
    fetcher: Fetcher,
    stores: SqlStores,
    clock: Clock,
    sample: bool = False,
) -> AsyncIterator[tuple[NewsDesk, ...]]:
    """The newsdesk where it is on and has feeds; it puts down where it stands at the end."""
    if not feeds.feeds:
        yield ()
        return
    home = _home_url(settings.web)
    full_text = None
    if settings.newsdesk.full_text:
        private = [feed.name for feed in settings.newsdesk.feeds if feed.allow_private]
        full_text = FullText(fetcher, clock=clock, private_feeds=private).fill
    desk = NewsDesk(
        feeds=feeds,
        judge=PipelineJudge(desk_of(settings.newsdesk, sample=sample)),
        stores=stores,
        clock=clock,
        window=settings.newsdesk.window,
        story_url=lambda story: f"{home}/stories/{story}",
        full_text=full_text,
    )
    try:
        yield (desk,)
    finally:
        await desk.close()


def desk_alone(settings: Settings) -> Settings:
    """The same settings for a process that only assembles stories and serves them.

    Raises ConfigError where that would be nothing.
    """
    if not settings.newsdesk.feeds:
        raise ConfigError(
            "The newsdesk has no feeds. List some under newsdesk.feeds in config.yaml; "
            "`tidings desk import feeds.opml` prints them from an OPML file."
        )
    changes = {
        "slack": settings.slack.model_copy(update={"enabled": False}),
        "discord": settings.discord.model_copy(update={"enabled": False}),
        "web": settings.web.model_copy(update={"enabled": True}),
        "newsdesk": settings.newsdesk.model_copy(update={"enabled": True}),
        "sources": (),
    }
    return settings.model_copy(update=changes)


def _home_url(web: WebSettings) -> str:
    return web.public_url.rstrip("/") or f"http://{web.bind}:{web.port}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Core:
    """What every handler is given."""

    commands: CommandService
    keeper: ChannelKeeper
    stores: SqlStores
    clock: Clock
    intake: Intake
    sources: tuple[StorySource, ...]
    feeds: FeedPoller


@asynccontextmanager
async def build(
    settings: Settings,
    *,
    clock: Clock | None = None,
    extra_sources: Sequence[StorySource] = (),
    sample_feeds: Sequence[ReportSource] = (),
) -> AsyncIterator[App]:
    """Open the database and wire everything that is configured; closes it all at the end.

    With `sample_feeds` the newsdesk reads these too, and calls its stories samples.
    """
    clock = clock or SystemClock()
    async with AsyncExitStack() as stack:
        stores = await stack.enter_async_context(open_stores(settings.database.url))
        fetcher = await stack.enter_async_context(Fetcher(clock))
        feeds = _feeds(settings, fetcher=fetcher, stores=stores, clock=clock, samples=sample_feeds)
        newsdesk = _newsdesk(
            settings,
            feeds=feeds,
            fetcher=fetcher,
            stores=stores,
            clock=clock,
            sample=bool(sample_feeds),
        )
        keeper = ChannelKeeper(stores=stores, clock=clock)
        # Filled once the handlers are made, which are made with the commands.
        adapters: dict[Platform, ChannelAdapter] = {}
        commands = CommandService(
            stores=stores, clock=clock, adapters=adapters, command_name=settings.slack.command
        )
        intake = Intake(stores=stores, clock=clock)
        sources = (
            *(
                story_source(entry, fetcher=fetcher, stores=stores, clock=clock)
                for entry in settings.sources
            ),
            *await stack.enter_async_context(newsdesk),
            *extra_sources,
        )
        core = _Core(
            commands=commands,
            keeper=keeper,
            stores=stores,
            clock=clock,
            intake=intake,
            sources=sources,
            feeds=feeds,
        )
        handlers = tuple(_handlers(settings, core))
        adapters.update({handler.platform: handler.adapter for handler in handlers})
        commands.ask_health(lambda: [handler.health() for handler in handlers])
        worker = DeliveryWorker(
            stores=stores, clock=clock, adapters=adapters, keeper=keeper, settings=settings.delivery
        )
        keeper.when_resumed(worker.wake)
        yield App(
            settings=settings,
            stores=stores,
            clock=clock,
            keeper=keeper,
            commands=commands,
            intake=intake,
            alerting=Alerting(stores=stores, clock=clock, settings=settings.delivery),
            worker=worker,
            handlers=handlers,
            sources=sources,
            feeds=feeds,
        )


def _handlers(settings: Settings, core: _Core) -> list[Handler]:
    """The platforms that are switched on and have their tokens; the log names the others."""
    found: list[Handler] = []
    if _on(Platform.SLACK, enabled=settings.slack.enabled, missing=missing_slack(settings)):
        found.append(_slack(settings, core))
    if _on(Platform.DISCORD, enabled=settings.discord.enabled, missing=_missing_discord(settings)):
        found.append(_discord(settings, core))
    if _on(Platform.WEB, enabled=settings.web.enabled, missing=()):
        web = WebHandler(
            settings=settings.web,
            commands=core.commands,
            keeper=core.keeper,
            stores=core.stores,
            clock=core.clock,
            intake=core.intake,
            sources=core.sources,
            feeds=core.feeds.statuses,
            command=settings.slack.command,
        )
        found.append(web)
        web.watch(found)
    return found


def _slack(settings: Settings, core: _Core) -> Handler:
    # Imported only where it is used: the SDK costs a third of a second and 20 MB.
    from handlers.slack.app import SlackHandler  # noqa: PLC0415

    return SlackHandler(
        settings=settings.slack,
        commands=core.commands,
        keeper=core.keeper,
        stores=core.stores,
        clock=core.clock,
        buttons=card_buttons,
    )


def _discord(settings: Settings, core: _Core) -> Handler:
    from handlers.discord.app import DiscordHandler  # noqa: PLC0415 - as for Slack

    return DiscordHandler(
        settings=settings.discord,
        commands=core.commands.called(settings.discord.command),
        keeper=core.keeper,
        stores=core.stores,
        clock=core.clock,
    )


def missing_slack(settings: Settings) -> tuple[str, ...]:
    """The tokens without which Slack is off."""
    given = {
        "SLACK_BOT_TOKEN": settings.slack.bot_token,
        "SLACK_APP_TOKEN": settings.slack.app_token,
    }
    return tuple(name for name, value in given.items() if value is None)


def _missing_discord(settings: Settings) -> tuple[str, ...]:
    return () if settings.discord.token else ("DISCORD_TOKEN",)


def _on(platform: Platform, *, enabled: bool, missing: Sequence[str]) -> bool:
    if not enabled:
        log.info("handler.off", platform=platform.value, why="enabled: false in the settings")
    elif missing:
        log.info("handler.off", platform=platform.value, why=f"no {' and no '.join(missing)}")
    return enabled and not missing


def stop_on_signals() -> asyncio.Event:
    """Set by SIGTERM and Ctrl-C from now on, so that neither ever cuts a start in half."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    return stop
