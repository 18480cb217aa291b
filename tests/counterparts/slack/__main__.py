"""`python -m tests.counterparts.slack --port N`: the counterpart as a process of its own.

Prints one JSON line with its addresses and tokens, then serves until it is told to stop.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal

from tests.counterparts.slack.server import SlackCounterpart


async def serve(port: int) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with SlackCounterpart(port=port) as slack:
        addresses = {
            "api_url": slack.api_url,
            "control_url": slack.control_url,
            "app_token": slack.app_token,
        }
        print(json.dumps(addresses), flush=True)
        await stop.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.counterparts.slack")
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one")
    asyncio.run(serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
