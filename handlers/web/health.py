"""/healthz and /metrics: is it well, since when not, and how much waits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.domain.story_json import timestamp
from bot.errors import StoreError
from bot.observability import mask, metrics_text
from bot.ports.handlers import Finding
from bot.ports.sources import SourceState
from bot.sources.intake import stale
from handlers.web.newsdesk_desk import feed_json
from handlers.web.site import Site


class Health:
    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[Route]:
        return [Route("/healthz", self.healthz), Route("/metrics", self.metrics)]

    async def healthz(self, request: Request) -> Response:
        """200 while stories can arrive and go out; 503 with the reason otherwise.

        It tells whether to send people here, not whether to restart the process: a feed that is
        down comes back by itself.
        """
        del request
        report = await self._report()
        headers = {"Cache-Control": "no-store"}
        return JSONResponse(report, status_code=200 if report["ok"] else 503, headers=headers)

    async def metrics(self, request: Request) -> Response:
        del request
        return Response(metrics_text(), media_type="text/plain; version=0.0.4")

    async def _report(self) -> dict[str, Any]:
        handlers = [handler.health() for handler in self._site.handlers]
        shown = [_handler(finding) for finding in handlers]
        try:
            sources = await self._sources()
            counts = await self._site.stores.outbox.counts()
        except StoreError as error:
            database = {"ok": False, "error": mask(str(error))}
            return {"ok": False, "database": database, "handlers": shown}
        return {
            "ok": _can_arrive(sources) and all(finding.ok for finding in handlers),
            "database": {"ok": True},
            "sources": sources,
            "feeds": [feed_json(feed) for feed in await self._site.feeds()],
            "handlers": shown,
            "deliveries": {status.value: count for status, count in counts.items()},
        }

    async def _sources(self) -> list[dict[str, Any]]:
        now = self._site.clock.now()
        known = {state.name: state for state in await self._site.stores.sources.all()}
        found = []
        for source in self._site.sources:
            state = known.get(source.name, SourceState(name=source.name))
            last = state.last_success_at
            found.append(
                {
                    "name": source.name,
                    "stale": state.last_attempt_at is not None and stale(state, source.every, now),
                    "last_success_at": timestamp(last) if last else None,
                    "age_seconds": round((now - last).total_seconds(), 1) if last else None,
                    "failures": state.failures,
                    "last_error": mask(state.last_error),
                    "problems": len(self._site.intake.problems(source.name)),
                }
            )
        return found


def _can_arrive(sources: Sequence[dict[str, Any]]) -> bool:
    """One source that answers is enough; one that was never asked yet is given its time."""
    return not sources or not all(source["stale"] for source in sources)


def _handler(finding: Finding) -> dict[str, Any]:
    shown = {"name": finding.where, "ok": finding.ok, "what": mask(finding.what)}
    return {**shown, "fix": finding.fix} if finding.fix else shown
