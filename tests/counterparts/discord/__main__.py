"""Run the counterpart as a process: prints one JSON line with its addresses, then serves."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import signal

from tests.counterparts.discord.server import TOKEN, DiscordCounterpart


async def serve(port: int, token: str, *, compress: bool) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with DiscordCounterpart(port=port, token=token) as place:
        place.gateway.compresses = compress
        addresses = {
            "control": f"{place.base_url}/_control",
            "api_url": place.api_url,
            "gateway_url": place.gateway_url,
            "token": token,
        }
        print(json.dumps(addresses), flush=True)
        await stop.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--compress", action="store_true", help="zlib-stream for who asks for it")
    options = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(options.port, options.token, compress=options.compress))


if __name__ == "__main__":
    main()
