"""The page of a story: everything it is, and how it came to be."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from rapidfuzz import fuzz, process
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.domain import regions as geography
from bot.domain.brief import brief_of
from bot.domain.story import Entity, ReportLink, Story, StoryId, source_line
from bot.domain.text import fold, plural, shorten
from handlers.web import limits
from handlers.web.article import news_article
from handlers.web.links import safe_url, story_path
from handlers.web.site import Site

CLOSE_ENOUGH = 45
"""Of 100; below that a suggestion would only puzzle."""


class StoryPages:
    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[Route]:
        return [Route("/stories/{id:path}", self.show)]

    async def show(self, request: Request) -> Response:
        story_id = request.path_params["id"]
        story = await self._find(story_id, request.query_params.get("version", ""))
        if story is None:
            return await self._missing(story_id)
        versions = await self._site.stores.stories.versions(story.id)
        base = self._site.base_url(request)
        url = f"{base}{story_path(story.id)}"
        page = self._site.renderer.page(
            "story.html",
            article=news_article(story, url),
            elsewhere="" if story.url.startswith(f"{base}/") else safe_url(story.url),
            versions=versions,
            kept={one.version for one in versions},
            latest=versions[-1].version if versions else story.version,
            told_in=await self._told_in(story),
            **story_view(story),
        )
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    async def _find(self, story_id: str, version: str) -> Story | None:
        stories = self._site.stores.stories
        if version:
            number = int(version) if version.isascii() and version.isdigit() else -1
            # Beyond what a column holds there is no version anyway.
            return await stories.get(StoryId(story_id), number) if number < 2**31 else None
        return await stories.get(StoryId(story_id)) or await stories.by_ref(story_id)

    async def _told_in(self, story: Story) -> Story | None:
        """The story that tells of this event now, where it is another one."""
        return await self._site.stores.stories.get(story.merged_into) if story.merged_into else None

    async def _missing(self, story_id: str) -> Response:
        recent = await self._site.stores.stories.changed(limit=limits.SEARCHED_STORIES)
        near = nearest_stories(story_id, recent)
        page = self._site.renderer.page(
            "missing.html",
            wanted=shorten(story_id, 120),
            near=[brief_of(story) for story in near or recent[: limits.NEAREST_STORIES]],
            by_name=bool(near),
        )
        return HTMLResponse(page, status_code=404, headers={"Cache-Control": "no-cache"})


def nearest_stories(wanted: str, stories: tuple[Story, ...]) -> list[Story]:
    """Stories whose id or headline resembles what was asked for, nearest first."""
    names = {number: f"{fold(s.id)} {fold(s.headline)}" for number, s in enumerate(stories)}
    found = process.extract(
        fold(wanted[:200]),
        names,
        scorer=fuzz.token_set_ratio,
        limit=limits.NEAREST_STORIES,
        score_cutoff=CLOSE_ENOUGH,
    )
    return [stories[number] for _, _, number in found]


def story_view(story: Story) -> dict[str, Any]:
    """What the template shows of a story, beyond its own fields."""
    verification = story.verification
    outlets = verification.outlets
    words = source_line(story)
    return {
        "story": story,
        "brief": brief_of(story),
        "trust": f"{words} ({plural(outlets, 'outlet')})" if outlets else words,
        "places": [geography.name(geography.RegionCode(code)) for code in story.regions],
        "mentions": _by_type(story.entities[: limits.PAGE_LIST]),
        "factors": _scaled(story.impact.factors),
        "confidence_parts": _scaled(verification.confidence.parts),
        "reports": verification.reports[: limits.PAGE_LIST],
        "more_reports": max(0, len(verification.reports) - limits.PAGE_LIST),
        "numbers": _numbers(verification.reports),
        "points": sum(factor.points for factor in story.impact.factors),
        "limit": limits.PAGE_LIST,
    }


def _by_type(entities: tuple[Entity, ...]) -> list[tuple[str, list[Entity]]]:
    ordered = sorted(entities, key=lambda entity: (entity.type.value, fold(entity.name)))
    return [(kind, list(group)) for kind, group in groupby(ordered, key=lambda e: e.type.value)]


def _scaled(factors: tuple[Any, ...]) -> list[dict[str, Any]]:
    """Each step with its share of the longest one, in tenths, for the bars."""
    longest = max((abs(factor.points) for factor in factors), default=0) or 1
    return [
        {
            "name": factor.name.replace("_", " "),
            "points": factor.points,
            "because": factor.because,
            "tenths": round(abs(factor.points) / longest * 10),
        }
        for factor in factors[: limits.PAGE_LIST]
    ]


def _numbers(reports: tuple[ReportLink, ...]) -> dict[str, int]:
    """The number that a report has in the list, by its address; for sentences and their sources."""
    return {report.url: number for number, report in reversed(list(enumerate(reports, 1)))}
