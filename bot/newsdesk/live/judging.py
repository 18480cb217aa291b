"""The pipeline as the live desk calls it: one candidate in, its desk entry and its version out.

What depends on a report alone is kept for a while, because a story that grows is judged again with
each report it gains.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.report import Report, ReportId
from bot.domain.story import Change, Story, StoryId, StoryStatus
from bot.newsdesk.live.decisions import Judged
from bot.newsdesk.pipeline import Desk, Outcome, assembled
from bot.newsdesk.reports.reading import Reading, read
from bot.newsdesk.verifying.gate import State

READINGS = 1_000
"""Reports whose reading is kept, the ones used last: some tens of megabytes."""


class PipelineJudge:
    """A `bot.newsdesk.live.decisions.Judge`. One thread at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._readings: OrderedDict[ReportId, tuple[Report, Reading]] = OrderedDict()

    def __call__(
        self, story: StoryId, reports: Sequence[Report], *, published: Story | None, now: datetime
    ) -> Judged:
        readings = [self._read(report) for report in reports]
        outcome = assembled(story, readings, now=now, before=published, desk=self._desk)
        return Judged(entry=outcome.entry, story=_told(outcome, published, now))

    def _read(self, report: Report) -> Reading:
        kept = self._readings.pop(report.id, None)
        # A reworded report is another text to read.
        entry = kept if kept and kept[0] == report else (report, read(report, self._desk.recognize))
        self._readings[report.id] = entry
        while len(self._readings) > READINGS:
            self._readings.popitem(last=False)
        return entry[1]


def _told(outcome: Outcome, published: Story | None, now: datetime) -> Story | None:
    """What readers are to see; only what they saw can be taken back."""
    fresh = outcome.story
    if published is None:
        return None if fresh is None or fresh.withdrawn else fresh
    if fresh is None and outcome.decision.state is State.CONFLICTED:
        return None
    if fresh is None or fresh.withdrawn:
        return _withdrawn(published, outcome.decision.reason, now)
    return fresh


def _withdrawn(published: Story, why: str, now: datetime) -> Story:
    """What readers saw, struck with the gate's reason; the words of a retraction replace none."""
    if published.withdrawn:
        return published
    at = max(now, published.modified_at)
    change = Change(version=published.version + 1, at=at, what=("Withdrawn", why))
    return replace(
        published,
        status=StoryStatus.WITHDRAWN,
        version=published.version + 1,
        modified_at=at,
        history=(*published.history, change),
    )
