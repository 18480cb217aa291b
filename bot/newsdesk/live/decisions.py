"""From stories that moved to decisions on the desk and versions to publish.

Reads each candidate's reports and its published version from the store, lets the pipeline judge in
a worker thread, and keeps the public id of an event whose clusters merged.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.domain.desk import DeskEntry
from bot.domain.report import Report, ReportId
from bot.domain.story import Change, Story, StoryId
from bot.newsdesk.live.identities import Identities
from bot.newsdesk.live.memory import Memory, Moved
from bot.store.stores import SqlStores

log = structlog.get_logger(__name__)

MERGED = "merged"
"""The state of a candidate that turned out to be one with another."""
BACKLOG = timedelta(minutes=10)
"""What a feed held when it was first read, and is older than this, is history and no news."""
TOGETHER = 20
"""Candidates judged in one go of the worker thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the pipeline says of one candidate."""

    entry: DeskEntry
    story: Story | None = None
    """The version that readers may see, new or as before; None where they see none."""


class Judge(Protocol):
    """The pipeline: pure, and busy for a while."""

    def __call__(
        self, story: StoryId, reports: Sequence[Report], *, published: Story | None, now: datetime
    ) -> Judged: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    story: StoryId
    """Its public id."""
    reports: tuple[Report, ...]
    published: Story | None


class Decisions:
    def __init__(
        self,
        *,
        judge: Judge,
        stores: SqlStores,
        source: str,
        story_url: Callable[[StoryId], str],
    ) -> None:
        self._judge = judge
        self._stores = stores
        self._source = source
        self._story_url = story_url
        self._identities = Identities(stores.notebook)

    async def make(
        self, memory: Memory, moved: Moved, *, now: datetime, baseline: bool
    ) -> list[Story]:
        """Decide anew on every story that moved; the versions to hand over.

        At the `baseline` the caller takes everything as history by itself.
        """
        if not moved:
            return []
        stories = await self._retired(moved, now)
        touched = sorted(moved.touched)
        for start in range(0, len(touched), TOGETHER):
            candidates = await self._candidates(memory, touched[start : start + TOGETHER])
            judged = await asyncio.to_thread(self._judged, candidates, now)
            await self._stores.desk.put([one.entry for one in judged])
            changed = await self._without_known(judged, candidates)
            if not baseline:
                reports = {one.story: one.reports for one in candidates}
                changed = await self._without_history(changed, reports, now)
            stories += changed
        return stories

    async def _candidates(self, memory: Memory, touched: Sequence[StoryId]) -> list[_Candidate]:
        public = {story: await self._identities.public(story) for story in touched}
        before = await self._stores.desk.get(public.values())
        members: dict[StoryId, tuple[ReportId, ...]] = {}
        for story, name in public.items():
            counted = before[name].reports if name in before else ()
            members[story] = memory.members(story, counted)
        kept = await self._stores.reports.get(one for some in members.values() for one in some)
        return [
            _Candidate(
                story=public[story],
                reports=tuple(kept[one] for one in members[story] if one in kept),
                published=await self._stores.stories.get(public[story]),
            )
            for story in touched
        ]

    def _judged(self, candidates: Sequence[_Candidate], now: datetime) -> list[Judged]:
        judged = [self._one(candidate, now) for candidate in candidates if candidate.reports]
        return [one for one in judged if one]

    def _one(self, candidate: _Candidate, now: datetime) -> Judged | None:
        try:
            judged = self._judge(
                candidate.story, candidate.reports, published=candidate.published, now=now
            )
        except Exception:
            # A job boundary: a candidate that trips the pipeline holds up no other.
            log.exception("newsdesk.candidate", story=candidate.story)
            return None
        if judged.story is None:
            return judged
        return replace(judged, story=replace(judged.story, url=self._story_url(judged.story.id)))

    async def _without_known(
        self, judged: Sequence[Judged], candidates: Sequence[_Candidate]
    ) -> list[Story]:
        """The new versions; a version that stays gets the reports it stands on by now."""
        published = {one.story: one.published for one in candidates}
        stories = [one.story for one in judged if one.story]
        same = [one for one in stories if _same_version(one, published[one.id])]
        await self._stores.stories.refresh([one for one in same if one != published[one.id]])
        return [one for one in stories if one not in same]

    async def _retired(self, moved: Moved, now: datetime) -> list[Story]:
        """Note on the desk which candidates went into which; what readers knew of those gone."""
        entries: list[DeskEntry] = []
        told: dict[StoryId, Story] = {}
        for gone, into in moved.merged:
            old = await self._identities.public(gone)
            name = await self._identities.merge(gone, into, self._stores.stories)
            entry = (await self._stores.desk.get([old])).get(old)
            if entry and old != name and entry.state != MERGED:
                reason = f"One event with {name}, where its reports now count."
                entries.append(replace(entry, state=MERGED, reason=reason, decided_at=now))
            published = await self._stores.stories.get(old)
            if published and old != name and published.stands:
                told[old] = _merged(published, name, now)
                await self._keep_muted(old, name, now)
        await self._stores.desk.put(entries)
        return list(told.values())

    async def _keep_muted(self, gone: StoryId, into: StoryId, now: datetime) -> None:
        """Whoever wanted to hear no more of the event does not, whatever its id is."""
        muted = await self._stores.mutes.of_stories((gone, into), now=now)
        already = {mute.channel for mute in muted if mute.story == into}
        for mute in muted:
            if mute.channel not in already:
                await self._stores.mutes.add(replace(mute, story=into), actor="newsdesk", now=now)

    async def _without_history(
        self,
        stories: Sequence[Story],
        reports: Mapping[StoryId, Sequence[Report]],
        now: datetime,
    ) -> list[Story]:
        """Keep stories that stand on feeds' first pages alone without telling anybody."""
        begun = {state.name: state.baseline_at for state in await self._stores.sources.all()}
        history = [
            story
            for story in stories
            if story.version == 1
            and all(_is_backlog(report, begun.get(report.feed)) for report in reports[story.id])
        ]
        if history:
            await self._stores.stories.add(history, source=self._source, now=now, history=True)
        return [story for story in stories if story not in history]


def _merged(story: Story, into: StoryId, now: datetime) -> Story:
    """The last version of a story whose event is told under another id from now on."""
    at = max(now, story.modified_at)
    change = Change(version=story.version + 1, at=at, what=(f"One event with {into}",))
    return replace(
        story,
        merged_into=into,
        version=story.version + 1,
        modified_at=at,
        history=(*story.history, change),
    )


def _same_version(story: Story, published: Story | None) -> bool:
    return published is not None and story.version == published.version


def _is_backlog(report: Report, begun: datetime | None) -> bool:
    """Whether its feed held it when it was first read, and it was no news then."""
    if begun is None:
        return True
    if report.fetched_at is None or report.fetched_at > begun:
        return False
    return report.published_at is None or report.published_at < begun - BACKLOG
