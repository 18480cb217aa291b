"""`tidings demo`: the main job with no token and no network, on a database that is thrown away."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Callable
from pathlib import Path

from bot.app import App, build, stop_on_signals
from bot.commands.model import Caller
from bot.demo.feeds import sample_feeds
from bot.demo.source import DemoWire
from bot.domain.channel import Channel, Platform
from bot.errors import ConfigError
from bot.schedule import SystemClock
from bot.settings import (
    DatabaseSettings,
    DiscordSettings,
    LoggingSettings,
    Settings,
    SlackSettings,
    WebSettings,
)

TRIED_PORTS = 10
"""When the asked port is taken, the next ones are tried before giving up."""
CHANNEL = Channel(platform=Platform.WEB, workspace="local", native_id="main", name="main")
SUBSCRIPTIONS = (
    'subscribe impact>=8 name:"Big everywhere"',
    'subscribe region:EU,UK,Asia impact>=6 -category:sports name:"Europe and Asia"',
    'subscribe entity:TSMC name:"TSMC"',
)


async def show(*, port: int, say: Callable[[str], object]) -> None:
    """Serve the demo until Ctrl-C. `say` prints a line for the person at the terminal."""
    stop = stop_on_signals()
    free = _free_port(port)
    home_url = f"http://127.0.0.1:{free}"
    clock = SystemClock()
    with tempfile.TemporaryDirectory(prefix="tidings-demo-") as folder:
        settings = _settings(Path(folder), free, home_url)
        wire = DemoWire(clock=clock, home_url=home_url)
        feeds = sample_feeds(clock)
        async with build(settings, clock=clock, extra_sources=(wire,), sample_feeds=feeds) as app:
            await _subscribe(app)
            if port and free != port:
                say(f"Port {port} is in use, so the demo takes {free}.")
            say(f"\n  Tidings demo: {home_url}\n")
            say("  Sample stories arrive for about two minutes. Type /news help on the page.")
            say(f"  See the newsdesk at work on sample reports: {home_url}/desk")
            say("  Ctrl-C ends it.\n")
            await app.run(stop)
    say("\nThe demo has ended; nothing of it is kept.")


def _settings(folder: Path, port: int, home_url: str) -> Settings:
    return Settings(
        slack=SlackSettings(enabled=False),
        discord=DiscordSettings(enabled=False),
        web=WebSettings(port=port, public_url=home_url),
        database=DatabaseSettings(url=f"sqlite:///{folder / 'demo.db'}"),
        logging=LoggingSettings(level="warning"),
    )


async def _subscribe(app: App) -> None:
    """Give the channel its first rules through the same door that people use."""
    await app.stores.channels.upsert(CHANNEL, now=app.clock.now())
    caller = Caller(channel=CHANNEL, user_id="demo", user_name="demo")
    for line in SUBSCRIPTIONS:
        await app.commands.say(caller, line)


def _free_port(port: int) -> int:
    for candidate in range(port, min(port + TRIED_PORTS, 65_536)) if port else (0,):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", candidate))
            except OSError:
                continue
            number: int = probe.getsockname()[1]
            return number
    raise ConfigError(
        f"Ports {port} to {port + TRIED_PORTS - 1} are all in use. "
        "Choose another: make demo PORT=9000"
    )
