"""Pages of words, tables and bars that somebody else has the data for.

A page is given to `WebHandler(pages=...)` as its path, its title and an async function that
returns a `Sheet`. Sheets hold plain text; the template does the markup and the escaping.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from handlers.web.rendering import Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """As many cells as columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of a bar chart; the value is always written beside the bar."""

    label: str
    value: float
    shown: str = ""
    """The value as it is read, `12 stories`; empty: the number itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A word and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    table: Table | None = None
    bars: tuple[Bar, ...] = ()

    @property
    def longest(self) -> float:
        return max((abs(bar.value) for bar in self.bars), default=0) or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    lead: str
    """One or two sentences under the title."""
    sections: tuple[Section, ...]
    note: str = ""
    """Where the figures come from, at the foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site: `path` begins with a slash; `label` stands in the navigation."""

    path: str
    title: str
    label: str
    sheet: Callable[[], Awaitable[Sheet]]


def page_routes(pages: Sequence[Page], renderer: Renderer) -> list[Route]:
    return [Route(page.path, _endpoint(page, renderer)) for page in pages]


def _endpoint(page: Page, renderer: Renderer) -> Callable[[Request], Awaitable[Response]]:
    async def show(request: Request) -> Response:
        del request
        html = renderer.page("sheet.html", title=page.title, sheet=await page.sheet())
        return HTMLResponse(html, headers={"Cache-Control": "no-cache"})

    return show
