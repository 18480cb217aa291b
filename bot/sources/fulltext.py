"""The words of the page behind a feed item, where robots.txt permits (extra `fulltext`).

A courtesy, never a need: what cannot be had in time, is forbidden or says less than the feed's own
summary leaves the report as it was. Fetches go through `fetch.py` with all its limits and guards.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from bot.domain.report import Report
from bot.errors import ConfigError, FetchError
from bot.ports.clock import Clock
from bot.sources.fetch import USER_AGENT, Fetcher

ENOUGH_WORDS: Final = 150
"""A feed item this long needs no page."""
AT_ONCE: Final = 8
PAGES: Final = 60
"""Pages fetched in one round, the latest reports first."""
PATIENCE: Final = timedelta(seconds=20)
LONGEST_DELAY: Final = timedelta(seconds=10)
"""A site that wants a longer pause between pages is left alone."""
RULES_HOLD: Final = timedelta(hours=24)
_AGENT: Final = USER_AGENT.partition("/")[0]

Extractor = Callable[[str], str]


def extractor() -> Extractor:
    """Trafilatura. Raises ConfigError where the extra is not installed."""
    try:
        from trafilatura import extract  # noqa: PLC0415 - an extra
    except ImportError as exc:
        raise ConfigError(
            "newsdesk.full_text is on, but the extra is not installed. "
            "Run pip install 'tidings[fulltext]', or set newsdesk.full_text: false."
        ) from exc

    def words(page: str) -> str:
        found = extract(
            page, favor_precision=True, include_comments=False, include_tables=False, fast=True
        )
        return found or ""

    return words


@dataclass(frozen=True, slots=True)
class _Rules:
    """One site's robots.txt."""

    parser: RobotFileParser
    read_at: datetime


class FullText:
    """One for the process."""

    def __init__(
        self,
        fetcher: Fetcher,
        *,
        clock: Clock,
        private_feeds: Collection[str] = (),
        extract: Extractor | None = None,
        patience: timedelta = PATIENCE,
    ) -> None:
        """`private_feeds` may lead to addresses of this machine and of private networks."""
        self._fetcher = fetcher
        self._clock = clock
        self._private = frozenset(private_feeds)
        self._extract = extract or extractor()
        self._patience = patience
        self._rules: dict[str, _Rules] = {}
        self._reading: dict[str, asyncio.Lock] = {}
        self._room = asyncio.Semaphore(AT_ONCE)

    async def fill(self, reports: Sequence[Report]) -> Sequence[Report]:
        """The reports, those with little text with the words of their pages."""
        wanting = [one for one in reports if one.url and len(one.text.split()) < ENOUGH_WORDS]
        tasks = {report.id: asyncio.create_task(self._filled(report)) for report in wanting[:PAGES]}
        if not tasks:
            return reports
        _, late = await asyncio.wait(tasks.values(), timeout=self._patience.total_seconds())
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        done = {key: task.result() for key, task in tasks.items() if task not in late}
        return [done.get(report.id, report) for report in reports]

    async def _filled(self, report: Report) -> Report:
        private = report.feed in self._private
        try:
            async with self._room:
                if not await self._permitted(report.url, private=private):
                    return report
                page = await self._fetcher.get(report.url, allow_private=private)
        except FetchError:
            return report
        if page.content_type not in {"text/html", "application/xhtml+xml", ""}:
            return report
        text = page.body.decode(_charset(page.charset), errors="replace")
        words = await asyncio.to_thread(self._extract, text)
        return replace(report, text=words) if len(words) > len(report.text) else report

    async def _permitted(self, url: str, *, private: bool) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        async with self._reading.setdefault(site, asyncio.Lock()):
            rules = self._rules.get(site)
            if rules is None or self._clock.now() - rules.read_at > RULES_HOLD:
                rules = _Rules(await self._robots(site, private=private), self._clock.now())
                self._rules[site] = rules
        delay = rules.parser.crawl_delay(_AGENT)
        slow = delay is not None and float(delay) > LONGEST_DELAY.total_seconds()
        return not slow and rules.parser.can_fetch(_AGENT, url)

    async def _robots(self, site: str, *, private: bool) -> RobotFileParser:
        """RFC 9309: no file permits everything, a file that cannot be reached forbids it."""
        parser = RobotFileParser()
        try:
            found = await self._fetcher.get(f"{site}/robots.txt", allow_private=private)
        except FetchError as error:
            missing = error.status is not None and 400 <= error.status < 500
            parser.parse(() if missing else ("User-agent: *", "Disallow: /"))
        else:
            parser.parse(found.body.decode("utf-8", errors="replace").splitlines())
        return parser


def _charset(name: str) -> str:
    try:
        "".encode(name or "utf-8")
    except LookupError:
        return "utf-8"
    return name or "utf-8"
