"""The newsdesk over a closed set of reports: every report ends in a story or on the desk.

The order of the reports changes nothing. The live desk is `desk.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.desk import DeskEntry
from bot.domain.report import Report, ReportId
from bot.domain.story import Story, StoryId
from bot.newsdesk.clustering.closed_set import cluster_all
from bot.newsdesk.pipeline import Desk, Outcome, assembled, prepared
from bot.newsdesk.reports.reading import Reading

Progress = Callable[[int, int], None]
"""Called with steps done and steps in all; two steps a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """What the desk made of a closed set."""

    stories: tuple[Story, ...]
    """Those that the gate let out, newest change first."""
    clusters: dict[ReportId, StoryId]
    """Every report, held ones included."""
    desk: tuple[DeskEntry, ...]
    """Every candidate with its state and reason, in the order of the stories' ids."""


def assemble(
    reports: Sequence[Report],
    *,
    now: datetime,
    progress: Progress | None = None,
    desk: Desk | None = None,
) -> Assembled:
    """Assemble stories; `now` is aware, UTC, and bounds dates in the future."""
    tell, total = progress or _silent, 2 * len(reports)
    rules = desk or Desk()
    readings: dict[ReportId, Reading] = {}
    for done, report in enumerate(reports, start=1):
        reading = prepared(report, now=now, recognize=rules.recognize)
        known = readings.setdefault(reading.report.id, reading)
        if _rank(reading) < _rank(known):
            readings[reading.report.id] = reading
        tell(done, total)
    clusters = cluster_all(reading.report for reading in readings.values())
    members: dict[StoryId, list[Reading]] = defaultdict(list)
    for report_id in sorted(readings):
        members[clusters[report_id]].append(readings[report_id])
    outcomes = list[Outcome]()
    done = len(reports)
    for story in sorted(members):
        outcomes.append(assembled(story, members[story], now=now, desk=rules))
        done += len(members[story])
        tell(done, total)
    tell(total, total)
    return Assembled(
        stories=newest_first(outcome.story for outcome in outcomes if outcome.story),
        clusters=clusters,
        desk=tuple(outcome.entry for outcome in outcomes),
    )


def newest_first(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Newest change first, ties by id, as the story feed wants them."""
    return tuple(sorted(stories, key=lambda story: (-story.modified_at.timestamp(), story.id)))


def _rank(reading: Reading) -> tuple[tuple[bool, float, str], str, str]:
    """Of two reports with one id the same one counts in any order."""
    return (reading.order, reading.report.title, reading.report.text)


def _silent(done: int, total: int) -> None:
    del done, total
