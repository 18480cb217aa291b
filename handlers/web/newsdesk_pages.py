"""The newsdesk's pages together: their addresses and what the navigation calls them."""

from __future__ import annotations

from typing import Final

from starlette.routing import Route

from handlers.web.newsdesk_desk import DeskPages
from handlers.web.newsdesk_methodology import MethodologyPage
from handlers.web.newsdesk_trends import TrendPages
from handlers.web.site import Site

NAVIGATION: Final = (("/trends", "Trends"), ("/desk", "Desk"), ("/methodology", "Methodology"))


def newsdesk_routes(site: Site) -> list[Route]:
    return [
        *TrendPages(site).routes(),
        *DeskPages(site).routes(),
        *MethodologyPage(site).routes(),
    ]
