"""The pipeline as the live desk calls it: one candidate in, its desk entry and its version out.

What depends on a report alone is kept for a while, because a story that grows is judged again with
each report it gains.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime

from bot.domain.report import Report, ReportId
from bot.domain.story import Story, StoryId
from bot.newsdesk.decisions import Judged
from bot.newsdesk.pipeline import Desk, assembled
from bot.newsdesk.reading import Reading, read

READINGS = 1_000
"""Reports whose reading is kept, the ones used last: some tens of megabytes."""


class PipelineJudge:
    """A `bot.newsdesk.decisions.Judge`. One thread at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._readings: OrderedDict[ReportId, tuple[Report, Reading]] = OrderedDict()

    def __call__(
        self, story: StoryId, reports: Sequence[Report], *, published: Story | None, now: datetime
    ) -> Judged:
        readings = [self._read(report) for report in reports]
        outcome = assembled(story, readings, now=now, before=published, desk=self._desk)
        fresh = outcome.story
        # What readers never saw need not be taken back.
        untold = fresh is None or (published is None and fresh.withdrawn)
        return Judged(entry=outcome.entry, story=None if untold else fresh)

    def _read(self, report: Report) -> Reading:
        kept = self._readings.pop(report.id, None)
        # A reworded report is another text to read.
        entry = kept if kept and kept[0] == report else (report, read(report))
        self._readings[report.id] = entry
        while len(self._readings) > READINGS:
            self._readings.popitem(last=False)
        return entry[1]
