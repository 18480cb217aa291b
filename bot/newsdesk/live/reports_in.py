"""Reports on their way from the feeds into the store: cleaned, each once, rewordings noticed.

A publisher that edits an item in place (a correction, a retraction) gives it new words under the
old address. Which reports were reworded is noted before it is done: a crash cannot hide it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.domain.report import Report, ReportId
from bot.newsdesk.reports.normalize import normalized
from bot.ports.stores import Notebook
from bot.store.newsdesk import SqlReports

log = structlog.get_logger(__name__)

REWORDED = "newsdesk.reworded"
OLDEST = timedelta(days=30)
"""A feed may list items for months; what is older than this is nobody's news."""

FullText = Callable[[Sequence[Report]], Awaitable[Sequence[Report]]]
"""The reports with the words of the pages behind them, where those could be had."""


class ReportsIn:
    def __init__(
        self, reports: SqlReports, notebook: Notebook, full_text: FullText | None = None
    ) -> None:
        self._reports = reports
        self._notebook = notebook
        self._full_text = full_text

    async def take(self, arrived: Sequence[Report], *, now: datetime) -> None:
        """Store what is new and what reads differently now."""
        cleaned = await asyncio.to_thread(_cleaned, arrived, now)
        known = await self._reports.get(report.id for report in cleaned)
        summaries = self._full_text is not None
        reworded = [
            report
            for report in cleaned
            if report.id in known and _differs(report, known[report.id], summaries=summaries)
        ]
        fresh: Sequence[Report] = [report for report in cleaned if report.id not in known]
        if self._full_text:
            filled = await self._full_text(fresh)
            fresh = await asyncio.to_thread(_cleaned, filled, now)
            reworded = [_with_longer_text(one, known[one.id]) for one in reworded]
        if reworded:
            await self._note(report.id for report in reworded)
            await self._reports.reword(reworded)
        if fresh:
            await self._reports.add(fresh, now=now)

    async def reworded(self) -> tuple[ReportId, ...]:
        """Reports reworded since `settled`."""
        return tuple(json.loads(await self._notebook.read(REWORDED) or "[]"))

    async def settled(self) -> None:
        """Every rewording so far has been decided on, and the decision is stored."""
        if await self.reworded():
            await self._notebook.write(REWORDED, "[]")

    async def _note(self, ids: Iterable[ReportId]) -> None:
        noted = dict.fromkeys((*await self.reworded(), *ids))
        await self._notebook.write(REWORDED, json.dumps(list(noted)))


def _cleaned(arrived: Sequence[Report], now: datetime) -> list[Report]:
    by_id: dict[ReportId, Report] = {}
    for report in arrived:
        if report.published_at is None or report.published_at >= now - OLDEST:
            try:
                cleaned = normalized(report, now)
            except Exception:
                # A job boundary: an item that trips the cleaning holds up no other.
                log.exception("newsdesk.report", feed=report.feed, report=report.id)
                continue
            by_id.setdefault(cleaned.id, cleaned)
    return list(by_id.values())


def _differs(report: Report, known: Report, *, summaries: bool) -> bool:
    """Whether its own feed words it differently now; another feed's wording is another report."""
    if report.feed != known.feed:
        return False
    # A page fetched in full says more than the feed's summary, and always will.
    grown = len(report.text) >= len(known.text) or not summaries
    return report.title != known.title or (report.text != known.text and grown)


def _with_longer_text(report: Report, known: Report) -> Report:
    return report if len(report.text) >= len(known.text) else replace(report, text=known.text)
