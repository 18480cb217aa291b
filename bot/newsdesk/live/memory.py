"""What the desk holds in its head: the clusters, and up to which report it has read.

A snapshot is written now and then; what arrived after it is placed again, batch by batch as it
first came, which gives the same clusters and the same story ids. Whoever decides on a story reads
its reports from the store, so that memory follows the number of clusters, not of words.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from bot.domain.report import Report, ReportId
from bot.domain.story import StoryId
from bot.newsdesk.clustering.knots import WINDOW
from bot.newsdesk.clustering.stream import Clusterer
from bot.newsdesk.clustering.stream_state import ChangeKind

FORMAT = 2
EVICT_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a batch did to the stories."""

    touched: frozenset[StoryId] = frozenset()
    """Live stories whose reports changed."""
    merged: tuple[tuple[StoryId, StoryId], ...] = ()
    """(retired story, the story it went into), in the order it happened."""

    def __add__(self, later: Moved) -> Moved:
        return Moved(touched=self.touched | later.touched, merged=(*self.merged, *later.merged))

    def __bool__(self) -> bool:
        return bool(self.touched or self.merged)


@dataclass(slots=True, kw_only=True)
class Memory:
    """Not thread-safe, and busy for a while: one worker thread at a time."""

    clusterer: Clusterer = field(default_factory=Clusterer)
    read_up_to: int = 0
    """Arrival number of the latest report placed."""
    evicted_at: datetime | None = None

    def place(
        self, reports: Sequence[Report], *, up_to: int, at: datetime, window: timedelta
    ) -> Moved:
        """Put reports that arrived together at `at` into their stories."""
        return self.add(reports) + self.settle(up_to=up_to, at=at, window=window)

    def add(self, reports: Sequence[Report]) -> Moved:
        """Some of the reports that arrived together; `settle` follows the last of them."""
        touched: set[StoryId] = set()
        merged: list[tuple[StoryId, StoryId]] = []
        for report in reports:
            assignment = self.clusterer.add(report)
            touched.add(assignment.story)
            if assignment.merged:
                merged.append((assignment.merged, assignment.story))
        return Moved(touched=frozenset(touched), merged=tuple(merged))

    def settle(self, *, up_to: int, at: datetime, window: timedelta) -> Moved:
        """All reports up to number `up_to` are there: merge, split and forget."""
        changes = self.clusterer.settle()
        self.read_up_to = up_to
        self._forget(at, window)
        return Moved(
            touched=frozenset(story for one in changes for story in (one.story, one.other)),
            merged=tuple(
                (one.other, one.story) for one in changes if one.kind is ChangeKind.MERGED
            ),
        )

    def members(self, story: StoryId, before: Sequence[ReportId]) -> tuple[ReportId, ...]:
        """The reports of a story; those that have left the window still count for it.

        `before` are the reports that were last counted; empty for a story that is gone.
        """
        try:
            now = self.clusterer.members(story)
        except KeyError:
            return ()
        aged = (report for report in before if self.clusterer.story_of(report) is None)
        return tuple(dict.fromkeys((*aged, *now)))

    def freeze(self) -> str:
        """Everything as text; `thaw` reads it. Row by row, so that other threads get a turn."""
        packer = zlib.compressobj(1)
        packed = b"".join(packer.compress(line) for line in self._lines()) + packer.flush()
        # Base 85 would be a little shorter, and makes an object of every four bytes on the way.
        return base64.b64encode(packed).decode()

    @classmethod
    def thaw(cls, text: str) -> Memory:
        """The memory that `freeze` wrote. Raises ValueError for anything else."""
        head, rows = _unpacked(text)
        if head.get("format") != FORMAT:
            raise ValueError(f"a snapshot of format {head.get('format')!r}, not {FORMAT}")
        evicted = head["evicted_at"]
        return cls(
            clusterer=Clusterer.from_rows(rows),
            read_up_to=head["read_up_to"],
            evicted_at=datetime.fromisoformat(evicted) if evicted else None,
        )

    def _forget(self, at: datetime, window: timedelta) -> None:
        if self.evicted_at and at - self.evicted_at < EVICT_EVERY:
            return
        self.evicted_at = at
        # A shorter window than the clusters' own lets them go earlier.
        self.clusterer.evict(at + max(timedelta(0), WINDOW - window))

    def _lines(self) -> Iterator[bytes]:
        evicted = self.evicted_at.isoformat() if self.evicted_at else None
        head = {"format": FORMAT, "read_up_to": self.read_up_to, "evicted_at": evicted}
        for row in chain((head,), self.clusterer.export_rows()):
            yield json.dumps(row, separators=(",", ":")).encode() + b"\n"


def _unpacked(text: str) -> tuple[dict[str, Any], Iterator[dict[str, Any]]]:
    try:
        lines = zlib.decompress(base64.b64decode(text, validate=True)).splitlines()
        head = json.loads(lines[0])
    except (zlib.error, ValueError, IndexError) as exc:
        raise ValueError(f"no snapshot ({exc})") from exc
    return head, (json.loads(line) for line in lines[1:])
