"""Start-up time, memory at idle, and how fast a story becomes a confirmed post.

    .venv/bin/python -m bench.start [--stories 20]

Runs the real `tidings run` against the Slack and Discord counterparts on loopback. The peer in the
same run is the floor: a bare process that only imports the same libraries. Delivery counts from the
moment the feed hands out the story, so the poll interval is left out, to the moment the counterpart
stores the message (web: `posted_at`).
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path

from tests.counterparts.discord import DiscordCounterpart
from tests.counterparts.discord.server import TOKEN
from tests.counterparts.slack import SlackCounterpart
from tests.e2e.desk import StoryDesk
from tests.e2e.running import Tidings, until

FLOOR = """
import slack_bolt.async_app, discord, httpx, sqlalchemy, starlette, uvicorn, pydantic_settings
print(next(line for line in open('/proc/self/status') if line.startswith('VmRSS')).split()[1])
"""
PAUSE = 1.2
"""Between stories, so that no platform's pace is part of what is measured."""


def floor() -> tuple[float, float]:
    """Seconds and megabytes of a process that imports the libraries and ends."""
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", FLOOR], check=True, capture_output=True)
    return time.perf_counter() - began, int(done.stdout) / 1024


def resident(pid: int) -> float:
    """Megabytes in memory."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def ready(
    desk: StoryDesk, slack: SlackCounterpart, discord: DiscordCounterpart
) -> Callable[[], Awaitable[bool]]:
    polls, opened = desk.polls, slack.link.opened

    async def claim() -> bool:
        connected = discord.gateway.ready.is_set() and bool(discord.world.commands)
        return connected and desk.polls > polls + 1 and slack.link.opened > opened

    return claim


async def measure(stories: int) -> None:
    async with StoryDesk() as desk, SlackCounterpart() as slack, DiscordCounterpart() as discord:
        workspace = slack.add_workspace("T1")
        slack.add_user("T1", "U1")
        slack.add_channel("T1", "C1")
        guild = discord.add_guild()
        channel: str = discord.add_channel(guild["id"], "news")["id"]
        desk.publish("old")
        with tempfile.TemporaryDirectory() as folder:
            tidings = Tidings(
                Path(folder),
                {
                    "slack": {"api_url": slack.api_url},
                    "discord": {"api_url": discord.api_url, "gateway_url": discord.gateway_url},
                    "sources": [
                        {"name": "d", "url": desk.url, "poll_seconds": 0.2, "allow_private": True}
                    ],
                    "database": {"url": f"sqlite:///{folder}/tidings.db"},
                },
                {
                    "SLACK_BOT_TOKEN": workspace.bot_token,
                    "SLACK_APP_TOKEN": slack.app_token,
                    "DISCORD_TOKEN": TOKEN,
                },
            )
            starts = []
            for _ in range(3):
                began = time.perf_counter()
                await tidings.start()
                starts.append(time.perf_counter() - began)
                await tidings.stop()
            claim = ready(desk, slack, discord)
            await tidings.start()
            await until(claim, what="every platform")
            await asyncio.sleep(2)
            memory = resident(tidings.pid)
            exchange = await slack.send_command("T1", "C1", "U1", "subscribe impact>=1")
            await slack.wait_answers(exchange.id)
            who, rule = guild["owner_id"], {"min_impact": 1}
            await discord.people.slash(who, channel, "news subscribe", rule)
            await tidings.say("subscribe impact>=1")
            for number in range(stories):
                desk.publish(f"bench-{number}", title=f"Bench {number} of the wire")
                await asyncio.sleep(PAUSE)
            await asyncio.sleep(2)
            posted = {
                "slack": slack_times(slack),
                "discord": discord_times(discord, channel),
                "web": await web_times(tidings),
            }
            await tidings.stop()
    report(starts, memory, desk.served_at, posted, stories)


def slack_times(slack: SlackCounterpart) -> dict[str, float]:
    return {_number(str(found)): float(found["ts"]) for found in slack.messages("T1", "C1")}


def discord_times(discord: DiscordCounterpart, channel: str) -> dict[str, float]:
    return {
        _number(str(found)): datetime.fromisoformat(found["timestamp"]).timestamp()
        for found in discord.messages(channel)
    }


async def web_times(tidings: Tidings) -> dict[str, float]:
    return {
        found["story"]: datetime.fromisoformat(found["posted_at"]).timestamp()
        for found in await tidings.messages()
    }


def _number(text: str) -> str:
    return f"bench-{text.partition('Bench ')[2].partition(' ')[0]}"


def report(
    starts: list[float],
    memory: float,
    served: Mapping[str, float],
    posted: Mapping[str, Mapping[str, float]],
    stories: int,
) -> None:
    seconds, megabytes = floor()
    best = min(starts)
    print(f"{'':28}{'tidings':>10}{'bare imports':>14}{'ratio':>8}")
    print(f"{'start to first answer':28}{best:>9.2f}s{seconds:>13.2f}s{best / seconds:>8.2f}")
    ratio = memory / megabytes
    print(f"{'memory at idle':28}{memory:>8.0f}MB{megabytes:>12.0f}MB{ratio:>8.2f}")
    print(f"\nfeed handed out -> confirmed post, {stories} stories")
    for platform, times in posted.items():
        delays = sorted(1_000 * (at - served[story]) for story, at in times.items())
        if len(delays) < stories:
            print(f"{platform:10} only {len(delays)} of {stories} arrived")
        if delays:
            worst, middle = delays[-1], statistics.median(delays)
            print(f"{platform:10} median {middle:6.0f} ms   worst {worst:6.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=20)
    asyncio.run(measure(parser.parse_args().stories))


if __name__ == "__main__":
    main()
