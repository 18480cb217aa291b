"""Raw feeds on loopback, as publishers would serve them, whose items a test changes by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, Self
from xml.sax.saxutils import escape

from aiohttp import web


@dataclass
class Publisher:
    """One feed: its items newest first, and what it is in the settings."""

    name: str
    publisher: str
    kind: str = "outlet"
    owner: str = ""
    items: list[str] = field(default_factory=list)
    broken: bool = False
    polls: int = 0
    address: str = ""

    def print(self, title: str, text: str, *, guid: str = "", at: datetime | None = None) -> str:
        """Put an item on top of the feed; one with a known guid is replaced in place."""
        guid = guid or f"{self.name}-{len(self.items) + 1}"
        moment = format_datetime(at or datetime.now(UTC))
        link = f"https://{self.name}.example/news/{guid}"
        item = (
            f"<item><title>{escape(title)}</title><link>{link}</link><guid>{guid}</guid>"
            f"<pubDate>{moment}</pubDate><description>{escape(text)}</description></item>"
        )
        kept = [known for known in self.items if f"<guid>{guid}</guid>" not in known]
        self.items[:] = [item, *kept]
        return guid

    def settings(self) -> dict[str, Any]:
        """Its entry under `newsdesk.feeds`."""
        return {
            "name": self.name,
            "url": f"{self.address}/{self.name}.xml",
            "publisher": self.publisher,
            "owner": self.owner or self.name,
            "kind": self.kind,
            "poll_seconds": 0.3,
            "allow_private": True,
        }


class FeedServer:
    """Serves each publisher's feed as RSS, with an ETag."""

    def __init__(self, *publishers: Publisher) -> None:
        self.publishers = {one.name: one for one in publishers}
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/{name}.xml", self._feed)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        for one in self.publishers.values():
            one.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    def settings(self) -> dict[str, Any]:
        """The section `newsdesk` of a config.yaml."""
        feeds = [one.settings() for one in self.publishers.values()]
        return {"enabled": True, "feeds": feeds}

    async def _feed(self, request: web.Request) -> web.Response:
        one = self.publishers[request.match_info["name"]]
        one.polls += 1
        if one.broken:
            return web.Response(status=503)
        body = (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>{one.publisher}</title>'
            f"<link>https://{one.name}.example/</link>{''.join(one.items)}</channel></rss>"
        )
        etag = f'"{hash(body)}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        return web.Response(text=body, content_type="application/rss+xml", headers={"ETag": etag})
