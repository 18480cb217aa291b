"""Findings that a company adds itself: installed as entry points, asked about every candidate.

An analyzer adds evidence and decides nothing: the gate never reads a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from bot.domain.report import Report, ReportId
from bot.domain.story import Finding
from bot.errors import ConfigError

GROUP = "tidings.analyzers"
"""The entry point group; each entry names a class or function that makes an Analyzer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """Something in the reports of a candidate, with the reports and the words that show it."""

    text: str
    reports: tuple[ReportId, ...]
    words: str = ""


@runtime_checkable
class Analyzer(Protocol):
    """Looks at the reports of one candidate; pure, and quick, because it is asked every time."""

    @property
    def name(self) -> str:
        """Short and unique; stands beside each of its findings."""
        ...

    def analyze(self, reports: Sequence[Report]) -> Sequence[Noticed]:
        """What it noticed, each with its evidence; empty where it has nothing to say."""
        ...


def installed_analyzers() -> tuple[Analyzer, ...]:
    """Every analyzer that an installed package offers, in the order of their names.

    Raises ConfigError for one that cannot be loaded or is no analyzer.
    """
    found = [_loaded(point.name, point.load) for point in entry_points(group=GROUP)]
    return tuple(sorted(found, key=lambda analyzer: analyzer.name))


def _loaded(name: str, load: object) -> Analyzer:
    try:
        made = load()() if callable(load) else None
    except (ImportError, AttributeError, TypeError) as error:
        raise ConfigError(
            f"The analyzer {name!r} ({GROUP}) cannot be loaded: {error}. Reinstall its package."
        ) from error
    if not isinstance(made, Analyzer):
        raise ConfigError(f"{name!r} ({GROUP}) is no analyzer: it needs `name` and `analyze`.")
    return made


def findings_of(analyzers: Sequence[Analyzer], reports: Sequence[Report]) -> tuple[Finding, ...]:
    """What all analyzers say about a candidate; what rests on other reports is left out."""
    address = {report.id: report.url for report in reports}
    return tuple(
        Finding(
            analyzer=analyzer.name,
            text=noticed.text,
            because=noticed.words,
            urls=tuple(address[report] for report in noticed.reports),
        )
        for analyzer in analyzers
        for noticed in analyzer.analyze(reports)
        if noticed.reports and all(report in address for report in noticed.reports)
    )
