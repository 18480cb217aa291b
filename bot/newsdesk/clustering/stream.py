"""Clustering of a stream: one pass over reports as they come, state that survives a restart.

`add` places a report at once; `settle` looks again at the stories that changed, and merges and
splits them as the closed set would have it. A story keeps the id of the report that founded it
through merges, splits, late reports and changed titles. What has been silent is forgotten, so
memory follows the window, not the age of the process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from math import fsum
from typing import Any

from bot.domain.report import Report, ReportId
from bot.domain.story import StoryId
from bot.newsdesk.clustering.background import Background, shipped_background
from bot.newsdesk.clustering.closed_set import story_id
from bot.newsdesk.clustering.knot_index import KnotIndex, KnotKey, Reading
from bot.newsdesk.clustering.knots import WINDOW, Member
from bot.newsdesk.clustering.linkage import JOIN, grouped
from bot.newsdesk.clustering.stream_state import Assignment, Change, ChangeKind, StoryState
from bot.newsdesk.clustering.veto import veto

SAGA = timedelta(days=28)
"""A story that never falls silent keeps its reports for this long."""
NEAR = 0.7
"""A story this close to taking a report is looked at again when stories are settled."""


class Clusterer:
    """Stories of a running stream. Not thread-safe; nothing in it waits."""

    def __init__(self, background: Background | None = None) -> None:
        self._index = KnotIndex(background or shipped_background())
        self._stories: dict[StoryId, StoryState] = {}
        self._story_of: dict[KnotKey, StoryId] = {}
        self._knot_of: dict[ReportId, KnotKey] = {}
        self._unsettled: set[StoryId] = set()
        self._clock: datetime | None = None

    def __len__(self) -> int:
        """Live knots: what memory is made of."""
        return len(self._index)

    def stories(self) -> dict[StoryId, tuple[ReportId, ...]]:
        """Every live story with its reports."""
        return {story: self.members(story) for story in self._stories}

    def members(self, story: StoryId) -> tuple[ReportId, ...]:
        """The reports of a live story that are still in the window, earliest first."""
        knots = self._index.knots(self._stories[story].knots)
        members = [member for knot in knots for member in knot.members]
        return tuple(member.report_id for member in sorted(members, key=lambda one: one.order))

    def story_of(self, report_id: ReportId) -> StoryId | None:
        """The story of a report, None once it has left the window."""
        key = self._knot_of.get(report_id)
        return None if key is None else self._story_of[key]

    def add(self, report: Report) -> Assignment:
        """Place a report. One that is known already stays where it is, whatever its title now."""
        reading = self._index.read(report)
        known = self.story_of(report.id)
        if known is not None:
            return Assignment(story=known, band=reading.vector.band, score=JOIN, founded=False)
        self._advance(report)
        likely, refused = self._likely(reading)
        tie = self._index.tie(reading, self._clock)
        self._knot_of[report.id] = tie.key
        if tie.joined:
            story, score = self._story_of[tie.key], tie.score
            self._stories[story].grow(reading)
        else:
            story, score = likely[0] if likely else (story_id(reading.member), 0.0)
            self._attach(story, tie.key)
        self._unsettled.add(story)
        return Assignment(
            story=story,
            band=reading.vector.band,
            score=score,
            founded=score == 0.0,
            merged=self._absorb(story, likely),
            veto="" if tie.joined else refused,
        )

    def settle(self) -> tuple[Change, ...]:
        """Group the changed stories and their neighbours anew; say what merged and what split."""
        touched = sorted(self._unsettled & self._stories.keys())
        self._unsettled.clear()
        return self._regroup(touched) if touched else ()

    def evict(self, now: datetime) -> tuple[StoryId, ...]:
        """Forget what has been silent for longer than the window; the stories that are gone."""
        for key in self._index:
            self._index[key].touched = self._index[key].touched or now
        gone = []
        for story in list(self._stories):
            if not self._keep_recent(story, now):
                gone.append(story)
                del self._stories[story]
                self._unsettled.discard(story)
        return tuple(gone)

    def export_rows(self) -> Iterator[dict[str, Any]]:
        """The whole state as plain JSON values, one row per knot."""
        return (self._row(key) for key in self._index)

    @classmethod
    def from_rows(
        cls, rows: Iterable[Mapping[str, Any]], background: Background | None = None
    ) -> Clusterer:
        """Continue where `export_rows` left off."""
        clusterer = cls(background)
        for row in rows:
            clusterer._restore(row)
        return clusterer

    def _advance(self, report: Report) -> None:
        times = (self._clock, report.fetched_at, report.published_at)
        self._clock = max((time for time in times if time), default=None)

    def _likely(self, reading: Reading) -> tuple[list[tuple[StoryId, float]], str]:
        """Stories alike enough, best first, and why the best was refused if it was."""
        means = []
        for name, total in self._near(reading):
            story = self._stories[name]
            mean = total / story.size * story.span.fade(reading.span)
            needed = story.needs(reading)
            if mean >= NEAR * needed:
                self._unsettled.add(name)
            if mean >= needed:
                means.append((name, mean))
        means.sort(key=lambda pair: (-pair[1], self._stories[pair[0]].founder.order))
        refusals = [(name, veto(reading.marks, self._stories[name].marks)) for name, _ in means]
        vetoed = {name for name, why in refusals if why}
        first = refusals[0][1] if refusals else ""
        return [(name, mean) for name, mean in means if name not in vetoed], first

    def _near(self, reading: Reading) -> list[tuple[StoryId, float]]:
        """Stories whose mean score is at least NEAR, with their summed score.

        Silence only fades it, and no pair needs less than 1: all others end here. A mean that high
        takes one knot that reaches it alone, and few do.
        """
        scores = reading.scores
        close = [key for key, score in scores.items() if score >= NEAR]
        names = {
            self._story_of[key] for key in close if scores[key] >= NEAR * self._index[key].size
        }
        # An exact sum, so that the order of the knots, another after a restart, changes nothing.
        totals = [
            (name, fsum(scores.get(key, 0.0) for key in self._stories[name].knots))
            for name in names
        ]
        return [(name, total) for name, total in totals if total >= NEAR * self._stories[name].size]

    def _attach(self, story: StoryId, key: KnotKey) -> None:
        knot = self._index[key]
        if story not in self._stories:
            self._stories[story] = StoryState(founder=knot.founder)
        self._stories[story].take(key, knot)
        self._story_of[key] = story

    def _absorb(self, story: StoryId, likely: Sequence[tuple[StoryId, float]]) -> StoryId | None:
        """Merge the next likely story if the two are one by now; the id that is retired.

        The new report decides only which story to look at. A merge that would rename the story it
        was just given is left to `settle`.
        """
        rivals = [name for name, _ in likely if name != story]
        if not rivals or self._senior((story, rivals[0])) != story:
            return None
        knots = self._index.knots([*self._stories[story].knots, *self._stories[rivals[0]].knots])
        if len(grouped(knots)) > 1:
            return None
        self._merge(story, rivals[0])
        return rivals[0]

    def _merge(self, kept: StoryId, gone: StoryId) -> None:
        for key in self._stories.pop(gone).knots:
            self._attach(kept, key)
        self._unsettled.discard(gone)

    def _senior(self, stories: Iterable[StoryId]) -> StoryId:
        return min(stories, key=lambda name: self._stories[name].founder.order)

    def _regroup(self, touched: Sequence[StoryId]) -> tuple[Change, ...]:
        before = {key: name for name in touched for key in self._stories[name].knots}
        keys = sorted(before)
        groups = [
            [keys[position] for position in group] for group in grouped(self._index.knots(keys))
        ]
        heirs: dict[int, list[StoryId]] = defaultdict(list)
        for name in touched:
            heirs[self._home(name, groups)].append(name)
        named = [
            self._senior(heirs[number]) if number in heirs else self._newcomer(group)
            for number, group in enumerate(groups)
        ]
        changes = [
            Change(kind=ChangeKind.MERGED, story=named[number], other=name)
            for number, names in sorted(heirs.items())
            for name in names
            if name != named[number]
        ] + [
            Change(kind=ChangeKind.SPLIT, story=before[group[0]], other=named[number])
            for number, group in enumerate(groups)
            if number not in heirs
        ]
        self._rebuild(touched, named, groups)
        return tuple(changes)

    def _home(self, story: StoryId, groups: Sequence[Sequence[KnotKey]]) -> int:
        """The group that holds the story's founder, or its oldest knot once that has gone."""
        state = self._stories[story]
        founding = self._knot_of.get(state.founder.report_id)
        if founding not in state.knots:
            founding = min(state.knots, key=lambda key: self._index[key].founder.order)
        return next(number for number, group in enumerate(groups) if founding in group)

    def _newcomer(self, group: Sequence[KnotKey]) -> StoryId:
        knots = self._index.knots(group)
        return story_id(min((knot.founder for knot in knots), key=lambda one: one.order))

    def _rebuild(
        self,
        touched: Sequence[StoryId],
        named: Sequence[StoryId],
        groups: Sequence[Sequence[KnotKey]],
    ) -> None:
        old = {name: self._stories.pop(name) for name in touched}
        for name, group in zip(named, groups, strict=True):
            if name in old:
                self._stories[name] = StoryState(founder=old[name].founder)
            for key in group:
                self._attach(name, key)

    def _keep_recent(self, story: StoryId, now: datetime) -> bool:
        """Drop the knots past their time; whether the story lives on."""
        state = self._stories[story]
        knots = {key: self._index[key] for key in state.knots}
        silent = max(knot.touched or now for knot in knots.values()) < now - WINDOW
        stale = [key for key, knot in knots.items() if silent or (knot.touched or now) < now - SAGA]
        for key in stale:
            for member in self._index.remove(key).members:
                del self._knot_of[member.report_id]
            del self._story_of[key]
        if stale and not silent:
            renewed = StoryState(founder=state.founder)
            self._stories[story] = renewed
            for key in knots.keys() - set(stale):
                renewed.take(key, knots[key])
            renewed.knots.sort()
        return not silent

    def _row(self, key: KnotKey) -> dict[str, Any]:
        story = self._story_of[key]
        founder = self._stories[story].founder
        return {
            "story": story,
            "founder": [founder.report_id, founder.at.isoformat() if founder.at else None],
            "unsettled": story in self._unsettled,
            **self._index[key].to_row(),
        }

    def _restore(self, row: Mapping[str, Any]) -> None:
        key, story = self._index.restore(row), StoryId(row["story"])
        knot = self._index[key]
        founder, at = row["founder"]
        if story not in self._stories:
            self._stories[story] = StoryState(
                founder=Member(
                    report_id=ReportId(founder), at=datetime.fromisoformat(at) if at else None
                )
            )
        self._attach(story, key)
        for member in knot.members:
            self._knot_of[member.report_id] = key
        if row["unsettled"]:
            self._unsettled.add(story)
        if knot.touched:
            self._clock = max(self._clock or knot.touched, knot.touched)
