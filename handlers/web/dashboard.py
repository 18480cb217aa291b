"""The first page: the channel's conversation, the command box, and the panel beside it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from handlers.web import limits
from handlers.web.conversation import conversation
from handlers.web.panel import Panel
from handlers.web.reading import Place
from handlers.web.refusals import RefusedRequest
from handlers.web.site import HOME, Site

STARTERS = ("subscribe region:EU impact>=7", "top 7d", "help")
"""What an empty channel offers to type, behind the command."""


class Dashboard:
    def __init__(self, site: Site, panel: Panel) -> None:
        self._site = site
        self._panel = panel

    def routes(self) -> list[Route]:
        return [Route("/", self.show)]

    async def show(self, request: Request) -> Response:
        wanted = request.query_params.get("channel", HOME.id)
        channel = await self._site.channel(wanted)
        if channel is None:
            raise RefusedRequest(f"There is no web channel {wanted[:100]!r}.", status=404)
        messages = await self._site.stores.web_messages.list(channel.id, limit=limits.PAGE_MESSAGES)
        page = self._site.renderer.page(
            "index.html",
            title=channel.name or channel.id,
            channel=channel,
            channels=await self._site.channels(),
            items=conversation(messages),
            place=str(Place.after(messages)),
            starters=STARTERS,
            now=self._site.clock.now(),
            panel=await self._panel.html(channel),
        )
        return HTMLResponse(page, headers={"Cache-Control": "no-store"})
