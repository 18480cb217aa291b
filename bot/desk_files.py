"""The newsdesk over a file: reports in, a story feed out, and which report went where.

Behind `tidings desk assemble`. The files are written whole or not at all.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.domain.story_json import feed_document
from bot.domain.text import plural
from bot.errors import SourceError
from bot.newsdesk.analyzers import installed_analyzers
from bot.newsdesk.assemble import Assembled, Progress, assemble
from bot.newsdesk.names import ner
from bot.newsdesk.pipeline import Desk
from bot.newsdesk.sentiment import semantic
from bot.newsdesk.verifying.gate import State
from bot.settings import NewsdeskSettings
from bot.sources.report_lines import read_report_file

FEED_TITLE = "Verified stories"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What was read and made, for the command line."""

    reports: int
    stories: int
    states: Mapping[str, int]
    """Candidates in each state of the gate."""
    problems: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """What a person reads at the end."""
        shown = (state.value for state in State if self.states.get(state.value))
        counts = ", ".join(f"{self.states[name]} {name}" for name in shown)
        made = f"{plural(self.reports, 'report')}, {plural(self.stories, 'story', 'stories')}"
        return (f"{made} ({counts})" if counts else made,)


def desk_of(settings: NewsdeskSettings, *, sample: bool = False) -> Desk:
    """The desk that these settings describe; `sample` is for one that reads made-up reports.

    Raises ConfigError for an extra that is missing.
    """
    return Desk(
        publish_conflicted=settings.conflicted == "publish",
        analyzers=installed_analyzers(),
        meaning=semantic.loaded() if settings.semantic else None,
        recognize=ner.loaded() if settings.ner else None,
        sample=sample,
    )


def assemble_file(
    reports: Path,
    *,
    out: Path,
    clusters: Path | None = None,
    now: datetime,
    progress: Progress | None = None,
    desk: Desk | None = None,
) -> Summary:
    """Assemble the reports of a JSON Lines file into the story feed `out`.

    `desk` is by default one without settings of its own. `clusters` gets {report id: story id} for
    every report, held ones included. `now` is aware, UTC. Raises SourceError for a file that
    cannot be read or written.
    """
    read = read_report_file(reports)
    rules = desk or desk_of(NewsdeskSettings())
    made = assemble(read.reports, now=now, progress=progress, desk=rules)
    _write(out, feed_document(made.stories, title=FEED_TITLE, feed_url=""))
    if clusters is not None:
        _write(clusters, dict(sorted(made.clusters.items())))
    return Summary(
        reports=len(read.reports),
        stories=len(made.stories),
        states=_states(made),
        problems=read.problems,
    )


def _states(made: Assembled) -> Mapping[str, int]:
    return Counter(entry.state for entry in made.desk)


def _write(path: Path, document: Mapping[str, Any]) -> None:
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_text(
            json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        fresh.replace(path)
    except OSError as error:
        raise SourceError(
            f"{path} cannot be written: {error.strerror or error}. Choose another place.",
            source=path.name,
        ) from error
