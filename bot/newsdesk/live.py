"""The newsdesk over a stream: reports come in as they appear, stories change as they must.

One object holds the clusters, the readings of the window and the last published version of each
story. It never waits and never asks the clock. Its state is plain values, so that a restart goes on
where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.desk import DeskEntry
from bot.domain.report import Report, ReportId
from bot.domain.story import Change, Story, StoryId, StoryStatus
from bot.domain.story_json import story_from_item, story_to_item
from bot.newsdesk.analyzers import Finding
from bot.newsdesk.gate import State
from bot.newsdesk.pipeline import Desk, Outcome, assembled, prepared
from bot.newsdesk.reading import Reading
from bot.newsdesk.stream import Clusterer

Address = Callable[[StoryId], str]
"""Where the page of a story will be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What some reports changed."""

    stories: tuple[Story, ...] = ()
    """New stories and new versions, withdrawals included."""
    entries: tuple[DeskEntry, ...] = ()
    """Every candidate that was looked at, published or not."""
    findings: Mapping[StoryId, tuple[Finding, ...]] | None = None


class Pipeline:
    """Stories of a running stream. Not thread-safe; one at a time, in any thread."""

    def __init__(self, *, desk: Desk | None = None, address: Address | None = None) -> None:
        self._desk = desk or Desk()
        self._address = address or (lambda _: "")
        self._clusters = Clusterer()
        self._readings: dict[ReportId, Reading] = {}
        self._published: dict[StoryId, Story] = {}

    def __len__(self) -> int:
        """Reports in the window."""
        return len(self._readings)

    def update(self, report: Report, *, now: datetime) -> Taken:
        """Take one report."""
        return self.take((report,), now=now)

    def take(self, reports: Iterable[Report], *, now: datetime) -> Taken:
        """Take reports and assemble every story that they touch; `now` is aware, UTC."""
        touched: dict[StoryId, None] = {}
        for report in reports:
            touched.update(self._place(prepared(report, now=now)))
        for change in self._clusters.settle():
            touched.update({change.story: None, change.other: None})
        return self._assemble(sorted(touched), now)

    def evict(self, now: datetime) -> tuple[StoryId, ...]:
        """Forget what the window has left behind; the stories that are closed by it."""
        gone = self._clusters.evict(now)
        self._readings = {
            key: reading
            for key, reading in self._readings.items()
            if self._clusters.story_of(key) is not None
        }
        for story in gone:
            self._published.pop(story, None)
        return gone

    def story(self, story: StoryId) -> Story | None:
        """What is published of a story; None once it has left the window."""
        return self._published.get(story)

    def stories(self) -> tuple[Story, ...]:
        """Every published story of the window."""
        return tuple(self._published.values())

    def export_state(self) -> dict[str, Any]:
        """Clusters and published stories as plain JSON values; reports are the store's."""
        return {
            "clusters": self._clusters.export_rows(),
            "published": [story_to_item(story) for story in self._published.values()],
        }

    def restore(
        self, state: Mapping[str, Any], reports: Sequence[Report], *, now: datetime
    ) -> None:
        """Go on where `export_state` stopped, given the reports of the window."""
        self._clusters = Clusterer.from_rows(state["clusters"])
        for report in reports:
            reading = prepared(report, now=now)
            if self._clusters.story_of(reading.report.id) is not None:
                self._readings[reading.report.id] = reading
        for item in state["published"]:
            story, _ = story_from_item(item, where="the newsdesk's own state")
            if story is not None:
                self._published[story.id] = story

    def _place(self, reading: Reading) -> dict[StoryId, None]:
        """Put one report into its cluster; the stories that this touches."""
        known = self._readings.get(reading.report.id)
        if known is not None and known.report == reading.report:
            return {}
        self._readings[reading.report.id] = reading
        assignment = self._clusters.add(reading.report)
        touched: dict[StoryId, None] = {assignment.story: None}
        if assignment.merged:
            touched[assignment.merged] = None
        return touched

    def _assemble(self, touched: Sequence[StoryId], now: datetime) -> Taken:
        live = {story: readings for story in touched if (readings := self._members(story))}
        outcomes = [
            assembled(story, readings, now=now, before=self._published.get(story), desk=self._desk)
            for story, readings in live.items()
        ]
        changed = [self._publish(outcome, now) for outcome in outcomes]
        merged = [self._merged(story, now) for story in touched if story not in live]
        return Taken(
            stories=tuple(story for story in changed if story is not None),
            entries=(*(one.entry for one in outcomes), *(entry for entry in merged if entry)),
            findings={one.entry.story: one.findings for one in outcomes if one.findings},
        )

    def _members(self, story: StoryId) -> list[Reading]:
        """The readings of a live story; none for one that was merged into another."""
        try:
            members = self._clusters.members(story)
        except KeyError:
            return []
        return [self._readings[report] for report in members if report in self._readings]

    def _publish(self, outcome: Outcome, now: datetime) -> Story | None:
        """Keep the outcome; the story if readers must hear of it."""
        key = outcome.entry.story
        before = self._published.get(key)
        fresh = outcome.story
        if fresh is None:
            return self._taken_back(before, outcome, now) if before else None
        if before is None and fresh.status is StoryStatus.WITHDRAWN:
            return None
        fresh = replace(fresh, url=self._address(key))
        self._published[key] = fresh
        return fresh if before is None or fresh.version != before.version else None

    def _taken_back(self, before: Story, outcome: Outcome, now: datetime) -> Story | None:
        """A story that the gate no longer lets out is withdrawn, with the gate's reason."""
        if before.withdrawn or outcome.decision.state is State.CONFLICTED:
            return None
        return self._withdrawn(before, outcome.decision.reason, now)

    def _merged(self, story: StoryId, now: datetime) -> DeskEntry | None:
        """What the desk page says of a story whose reports belong to an older one now.

        It was true, so nobody is told that it was not: it only takes no further report.
        """
        before = self._published.pop(story, None)
        if before is None:
            return None
        return DeskEntry(
            story=story,
            state=State.HOLD.value,
            reason="Its reports are part of another story now",
            headline=before.headline,
            sources=0,
            reports=(),
            decided_at=now,
        )

    def _withdrawn(self, before: Story, why: str, now: datetime) -> Story:
        at = max(now, before.modified_at)
        change = Change(version=before.version + 1, at=at, what=("Withdrawn", why))
        story = replace(
            before,
            status=StoryStatus.WITHDRAWN,
            version=before.version + 1,
            modified_at=at,
            history=(*before.history, change),
        )
        self._published[story.id] = story
        return story
