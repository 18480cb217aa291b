"""A verified-story desk on loopback whose feed a test changes by hand."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

from aiohttp import web


@dataclass
class StoryDesk:
    """Serves `items` as a story feed, newest change first, with an ETag."""

    items: list[dict[str, Any]] = field(default_factory=list)
    polls: int = 0
    broken: bool = False
    served_at: dict[str, float] = field(default_factory=dict)
    """When each story was first handed to a reader; Unix seconds."""
    _runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/feed.json", self._feed)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        assert self._runner is not None
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}/feed.json"

    def publish(self, story: str, **changes: Any) -> dict[str, Any]:
        """Put a story on top of the feed; a known id is replaced by its next version."""
        now = datetime.now(UTC).isoformat()
        known = next((item for item in self.items if item["id"] == story), None)
        extension = {
            "version": known["_story"]["version"] + 1 if known else 1,
            "status": "verified",
            "category": "energy",
            "impact": {"score": 8},
            "verification": {"independent_sources": 3},
            "takeaways": ["The cap starts on 1 December.", "Two countries are exempt."],
            "regions": ["EU"],
            **(known["_story"] if known else {}),
            **changes.pop("_story", {}),
        }
        if known:
            extension["version"] = known["_story"]["version"] + 1
            self.items.remove(known)
        item = {
            "id": story,
            "url": f"https://desk.example/stories/{story}",
            "title": changes.pop("title", f"Story {story}"),
            "date_published": known["date_published"] if known else now,
            "date_modified": now,
            **changes,
            "_story": extension,
        }
        self.items.insert(0, item)
        return item

    async def _feed(self, request: web.Request) -> web.Response:
        self.polls += 1
        if self.broken:
            return web.Response(status=500)
        body = json.dumps(
            {"version": "https://jsonfeed.org/version/1.1", "title": "Desk", "items": self.items}
        )
        etag = f'"{hash(body)}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        for item in self.items:
            self.served_at.setdefault(item["id"], time.time())
        return web.Response(text=body, content_type="application/feed+json", headers={"ETag": etag})
