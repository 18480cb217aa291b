"""Where stories and reports come from, and what is remembered of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.report import Report
from bot.domain.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What is remembered of a source between polls."""

    name: str
    etag: str = ""
    last_modified: str = ""
    last_attempt_at: datetime | None = None
    last_success_at: datetime | None = None
    failures: int = 0
    """In a row, up to now."""
    last_error: str = ""
    """Of the latest poll; empty when it went well."""
    unfinished: bool = False
    """Older pages could not be read last time: follow the whole chain again."""
    baseline_at: datetime | None = None
    """First success: what it held then is history and is never posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryBatch:
    """What one poll of a story source brought."""

    stories: tuple[Story, ...] = ()
    problems: tuple[str, ...] = ()
    """One line per rejected item or field: feed, item, field, what is wrong."""
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False
    unfinished: bool = False
    """Some of it could not be read; see `SourceState.unfinished`."""


class StorySource(Protocol):
    """Where verified stories come from: a story feed, a file, or the built-in newsdesk."""

    @property
    def name(self) -> str: ...

    @property
    def every(self) -> timedelta: ...

    async def poll(self, state: SourceState) -> StoryBatch:
        """New and changed stories. Raises SourceError when nothing at all could be read."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBatch:
    """What one poll of a raw feed brought to the newsdesk."""

    reports: tuple[Report, ...] = ()
    problems: tuple[str, ...] = ()
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False


class ReportSource(Protocol):
    """A raw feed for the newsdesk."""

    @property
    def name(self) -> str: ...

    @property
    def every(self) -> timedelta: ...

    async def poll(self, state: SourceState) -> ReportBatch: ...
