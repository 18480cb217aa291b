"""/methodology: how stories are made, printed from the tables that the code computes with."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.newsdesk.methodology import chapters
from handlers.web.site import Site


class MethodologyPage:
    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[Route]:
        return [Route("/methodology", self.show)]

    async def show(self, request: Request) -> Response:
        del request
        page = self._site.renderer.page("newsdesk_methodology.html", chapters=chapters())
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})
