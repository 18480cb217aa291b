"""The Slack handler on stage: the counterpart, a scripted command service, a real store."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from pydantic import SecretStr

from bot.commands.model import Caller, Choice, Line, Reply
from bot.delivery.keeper import ChannelKeeper
from bot.domain.channel import Channel, Platform
from bot.ports.clock import Clock
from bot.ports.stores import Stores
from bot.settings import SlackSettings
from bot.testing import FakeClock
from handlers.slack.app import SlackHandler
from tests.counterparts.slack import SlackCounterpart

CHANNEL = Channel(platform=Platform.SLACK, workspace="T1", native_id="C1", name="news")


@dataclass
class ScriptedCommands:
    """Answers what a test laid out, and remembers what it was asked."""

    reply: Reply = field(default_factory=lambda: Reply(title="Understood"))
    choices: tuple[Choice, ...] = ()
    heard: list[tuple[str, Caller, object]] = field(default_factory=list)
    held: asyncio.Event | None = None
    fails: bool = False

    async def _answer(self, what: str, caller: Caller, content: object) -> Reply:
        self.heard.append((what, caller, content))
        if self.held is not None:
            await self.held.wait()
        if self.fails:
            raise RuntimeError("the store is on fire")
        return self.reply

    async def say(self, caller: Caller, text: str) -> Reply:
        return await self._answer("say", caller, text)

    async def run(self, caller: Caller, line: Line) -> Reply:
        return await self._answer("run", caller, line)

    async def press(self, caller: Caller, action: str, value: str) -> Reply:
        return await self._answer("press", caller, (action, value))

    async def complete(
        self, caller: Caller, key: str, typed: str, limit: int = 25
    ) -> tuple[Choice, ...]:
        await self._answer("complete", caller, (key, typed))
        return self.choices[:limit]


@dataclass
class Stage:
    slack: SlackCounterpart
    stores: Stores
    commands: ScriptedCommands
    keeper: ChannelKeeper
    handler: SlackHandler
    clock: Clock

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[SlackCounterpart]:
        """The handler running and its socket open."""
        task = asyncio.create_task(self.handler.run())
        task.add_done_callback(lambda _: self.slack.state.touch())
        try:
            await self.slack.state.until(
                lambda: self.slack.link.sockets or task.done(), what="the handler to connect"
            )
            if task.done():
                task.result()
            yield self.slack
            await self.all_acknowledged()
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def all_acknowledged(self) -> None:
        await self.slack.state.until(
            lambda: all(item.acked_at or item.lost for item in self.slack.state.exchanges.values()),
            what="every acknowledgement",
        )

    async def until(self, probe: Callable[[], Awaitable[bool]], what: str) -> None:
        """Wait for something in the store; each turn of the loop looks again."""
        for _ in range(1_000):
            if await probe():
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"waited in vain for {what}")


def settings_for(slack: SlackCounterpart, **changes: object) -> SlackSettings:
    values: dict[str, object] = {
        "api_url": slack.api_url,
        "bot_token": SecretStr("xoxb-T1"),
        "app_token": SecretStr(slack.app_token),
    }
    return SlackSettings.model_validate(values | changes)


@asynccontextmanager
async def on_stage(stores: Stores, **changes: object) -> AsyncIterator[Stage]:
    """A workspace T1 with people U1 and U2 and the channel C1; a clock that sleeps no one long."""
    async with SlackCounterpart() as slack:
        slack.add_workspace("T1")
        for user in ("U1", "U2"):
            slack.add_user("T1", user)
        slack.add_channel("T1", "C1", name="news")
        clock = QuickClock(slack)
        commands = ScriptedCommands()
        keeper = ChannelKeeper(stores=stores, clock=clock)
        handler = SlackHandler(
            settings=settings_for(slack, **changes),
            commands=commands,
            keeper=keeper,
            stores=stores,
            clock=clock,
            ping_seconds=0.2,
        )
        yield Stage(
            slack=slack,
            stores=stores,
            commands=commands,
            keeper=keeper,
            handler=handler,
            clock=clock,
        )


class QuickClock(FakeClock):
    """Time passes at once for whoever sleeps, at Slack's too, so that pauses cost nothing."""

    def __init__(self, slack: SlackCounterpart) -> None:
        super().__init__()
        self._slack = slack

    async def sleep(self, pause: timedelta) -> None:
        self.advance(pause)
        self._slack.advance_clock(pause.total_seconds())
        await asyncio.sleep(0)
