"""What the newsdesk thinks of a candidate: the gate's state with its reason, published or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.report import ReportId
from bot.domain.story import StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskEntry:
    """One candidate as the gate last saw it; the desk page shows it."""

    story: StoryId
    state: str
    """One of the gate's states, e.g. `hold`."""
    reason: str
    """In words, with the values that decided."""
    headline: str
    sources: int
    """Independent origins."""
    reports: tuple[ReportId, ...]
    decided_at: datetime
