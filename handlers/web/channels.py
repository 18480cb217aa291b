"""The interface of a channel: its messages as JSON, and live as server-sent events.

A stream never polls: it is told by the adapter. Its event ids say what was seen, so that a
reader who comes back (`Last-Event-ID`) gets what was posted and edited in between.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.domain.channel import Channel
from bot.store.web_messages import WebMessage
from handlers.web import limits
from handlers.web.conversation import as_json, pointer, shown
from handlers.web.live import Listener, Notice, Signal
from handlers.web.panel import Panel
from handlers.web.reading import Place, Reading
from handlers.web.refusals import RefusedRequest, refusal
from handlers.web.site import Site


class ChannelApi:
    def __init__(self, site: Site, panel: Panel) -> None:
        self._site = site
        self._panel = panel

    def routes(self) -> list[Route]:
        return [
            Route("/api/channels", self.all),
            Route("/api/channels/{id:path}/messages", self.messages),
            Route("/api/channels/{id:path}/events", self.events),
        ]

    async def all(self, request: Request) -> Response:
        del request
        channels = await self._site.channels()
        return JSONResponse([{"id": channel.id, "name": channel.name} for channel in channels])

    async def messages(self, request: Request) -> Response:
        channel = await named_channel(self._site, request)
        limit = _limit(request.query_params.get("limit", ""))
        found = await self._site.stores.web_messages.list(channel.id, limit=limit)
        return JSONResponse([as_json(message) for message in found])

    async def events(self, request: Request) -> Response:
        channel = await named_channel(self._site, request)
        if self._site.live.count >= limits.STREAMS:
            return refusal("Too many pages are open at once; close one and try again.", 503)
        text = request.headers.get("last-event-id") or request.query_params.get("after", "")
        present = Place.after(await self._latest(channel))
        place = Place.parse(text) or present
        # A reader of another database, for example of a demo that was started again.
        known = place.message <= present.message
        return StreamingResponse(
            self._stream(channel, Reading(place)) if known else _begin_again(),
            media_type="text/event-stream",
            # X-Accel-Buffering: nginx would hold the events back.
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    async def _stream(self, channel: Channel, reading: Reading) -> AsyncIterator[str]:
        live = self._site.live
        # Listening begins before the table is read, so that nothing falls in between.
        listener = live.listen(channel.id)
        panel = ""
        try:
            yield f"retry: {round(limits.RECONNECT.total_seconds() * 1_000)}\n"
            yield _event("hello", str(reading.place), {})
            notice: Notice | None = None
            while notice is None or notice.signal is not Signal.END:
                for message in await self._news(channel, reading, notice):
                    yield self._message_event(message, reading)
                html = await self._panel.html(channel)
                if html != panel:
                    panel = html
                    yield _event("panel", str(reading.place), {"html": html})
                notice = await _next(listener)
                if notice is None:
                    yield ": still here\n\n"
        finally:
            live.leave(channel.id, listener)

    async def _news(
        self, channel: Channel, reading: Reading, notice: Notice | None
    ) -> list[WebMessage]:
        if notice is None:
            # At the start, and now and then: another process may post to the same database.
            return reading.missed(await self._latest(channel))
        kept = notice.message and await self._site.stores.web_messages.get(notice.message)
        return [kept] if kept and not reading.has(kept) else []

    async def _latest(self, channel: Channel) -> tuple[WebMessage, ...]:
        return await self._site.stores.web_messages.list(channel.id, limit=limits.MESSAGES)

    def _message_event(self, kept: WebMessage, reading: Reading) -> str:
        name = "edit" if reading.is_edit(kept) else "post"
        renderer = self._site.renderer
        pointing = pointer(kept)
        data = as_json(kept) | {
            "reply_to": kept.reply_to,
            "html": renderer.message(shown(kept)),
            "pointer": renderer.message(pointing) if pointing else "",
        }
        return _event(name, reading.tell(kept), data)


def _limit(text: str) -> int:
    """How many messages are asked for. Raises RefusedRequest for what is no such number."""
    if not text:
        return limits.LISTED
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= limits.LISTED):
        raise RefusedRequest(
            f"limit {text[:40]!r} should be a whole number from 1 to {limits.LISTED:,}."
        )
    return int(text)


async def named_channel(site: Site, request: Request) -> Channel:
    """The channel in the address. Raises RefusedRequest naming those that there are."""
    wanted = request.path_params["id"]
    channel = await site.channel(wanted)
    if channel is None:
        known = ", ".join(channel.id for channel in await site.channels())
        raise RefusedRequest(
            f"There is no web channel {wanted[:100]!r}; there is: {known}.", status=404
        )
    return channel


async def _next(listener: Listener) -> Notice | None:
    """The next notice, or None after a while of silence."""
    try:
        async with asyncio.timeout(limits.KEEP_ALIVE.total_seconds()):
            return await listener.get()
    except TimeoutError:
        return None


async def _begin_again() -> AsyncIterator[str]:
    """What the reader knows is not of this channel: forget it and read from the start."""
    yield _event("reload", str(Place()), {})


def _event(name: str, event_id: str, data: dict[str, Any]) -> str:
    return f"event: {name}\nid: {event_id}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
