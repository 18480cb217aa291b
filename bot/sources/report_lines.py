"""Reports for the newsdesk from JSON Lines: one object a line, as docs/newsdesk.md describes it.

A line that cannot be read is told with its number and left out; the rest goes on. Nothing is
cleaned here: the newsdesk normalises what it takes in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.report import Report, ReportId, SourceKind
from bot.domain.story_reading import read_moment
from bot.domain.text import shorten
from bot.errors import SourceError

LONGEST_LINE = 4_000_000
"""Bytes; a longer line is no report."""
_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLines:
    """What a file held."""

    reports: tuple[Report, ...]
    problems: tuple[str, ...]
    """One line each: file, line number, field, what is wrong, and what was done."""


class _BadLineError(ValueError):
    """A line that is no report; the message says why."""


def read_report_file(path: Path) -> ReportLines:
    """Every report of a file. Raises SourceError if it cannot be opened."""
    try:
        with path.open("rb") as lines:
            return read_report_lines(lines, where=path.name)
    except OSError as error:
        raise SourceError(
            f"{path} cannot be read: {error.strerror or error}. "
            "Give a file with one report (a JSON object) on each line.",
            source=path.name,
        ) from error


def read_report_lines(lines: Iterable[bytes], *, where: str) -> ReportLines:
    """Reports and problems of some lines; `where` begins every problem."""
    reports, problems = list[Report](), list[str]()
    seen: dict[ReportId, int] = {}
    for number, line in enumerate(lines, start=1):
        place = f"{where}, line {number}"
        if not line.strip():
            continue
        try:
            report, remarks = _report(_object(line))
        except _BadLineError as error:
            problems.append(f"{place}: {error}; the line is left out")
            continue
        problems += [f"{place}: {remark}" for remark in remarks]
        if report.id and report.id in seen:
            first = seen[report.id]
            problems.append(f"{place}: id {report.id!r} is that of line {first}; one report counts")
        seen.setdefault(report.id, number)
        reports.append(report)
    return ReportLines(reports=tuple(reports), problems=tuple(problems))


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise _BadLineError(f"it is longer than {LONGEST_LINE:,} bytes")
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _BadLineError(f"it is not UTF-8 at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise _BadLineError(f"it is not JSON ({error})") from error
    if not isinstance(value, dict):
        raise _BadLineError(f"it is not an object but {_shown(value)}")
    return value


def _report(fields: dict[str, Any]) -> tuple[Report, list[str]]:
    remarks: list[str] = []
    title, text = _text(fields, "title", remarks), _text(fields, "text", remarks)
    publisher, url = _text(fields, "publisher", remarks), _text(fields, "url", remarks)
    if not title and not text:
        raise _BadLineError("it has neither title nor text")
    if not publisher and not url:
        raise _BadLineError("it has neither publisher nor url, so nobody stands behind it")
    published = fields.get("published_at")
    moment = read_moment(published)
    if published not in (None, "") and moment is None:
        remarks.append(f"published_at {_shown(published)} is no date; taken as undated")
    report = Report(
        id=ReportId(_identity(fields)),
        publisher=publisher,
        url=url,
        title=title,
        text=text,
        published_at=moment,
        language=_text(fields, "language", remarks) or "en",
        kind=_kind(_text(fields, "kind", remarks), remarks),
        owner=_text(fields, "owner", remarks),
    )
    return report, remarks


def _identity(fields: dict[str, Any]) -> str:
    """The id as a word; numbers are common and harmless. Empty: made from the address later."""
    value = fields.get("id")
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value).strip()
    if value is None:
        return ""
    raise _BadLineError(f"id {_shown(value)} is no text")


def _text(fields: dict[str, Any], name: str, remarks: list[str]) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        remarks.append(f"{name} {_shown(value)} is no text; taken as empty")
        return ""
    # A lone surrogate cannot be written out again.
    return value.encode("utf-8", "replace").decode("utf-8").strip()


def _kind(word: str, remarks: list[str]) -> SourceKind:
    lowered = word.lower()
    if lowered in set(SourceKind):
        return SourceKind(lowered)
    if lowered:
        known = ", ".join(_kinds())
        remarks.append(f"kind {_shown(word)} is none of {known}; taken as unknown")
    return SourceKind.UNKNOWN


def _kinds() -> Iterator[str]:
    return (kind.value for kind in SourceKind if kind is not SourceKind.UNKNOWN)


def _shown(value: object) -> str:
    return shorten(repr(value), _MOST_SHOWN)
