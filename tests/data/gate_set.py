"""Candidates and the state the gate should give them: read from `gate_candidates.txt`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.domain.report import Report
from bot.domain.story import StoryId
from bot.newsdesk.pipeline import Outcome, assembled, prepared
from bot.newsdesk.reports.normalize import report_from_fields
from bot.newsdesk.verifying.gate import State

CANDIDATES = Path(__file__).parent / "gate_candidates.txt"
NOW = datetime(2026, 12, 31, tzinfo=UTC)
START = datetime(2026, 5, 4, 7, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Reports of one event, the right state and what makes it one."""

    key: str
    part: str
    """`tuned` or `held back`; a set from elsewhere is one part."""
    state: State
    why: str
    reports: tuple[Report, ...]


def read_candidates(path: Path = CANDIDATES) -> tuple[Candidate, ...]:
    """The candidates of our text file, or of JSON Lines with `reports`, `state` and `why`."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        return tuple(_from_row(row, f"{number:03d}") for number, row in enumerate(rows))
    blocks = text.split("\n@@ ")[1:]
    return tuple(_from_block(block, f"{number:03d}") for number, block in enumerate(blocks))


def judged(candidate: Candidate) -> Outcome:
    """The reports as one candidate through every stage but clustering."""
    readings = [prepared(report, now=NOW) for report in candidate.reports]
    return assembled(StoryId(candidate.key), readings, now=NOW)


def _from_block(block: str, key: str) -> Candidate:
    head, _, body = block.partition("\n")
    part, state, why = head.split(" | ", 2)
    rows = [_fields(told, hour) for hour, told in enumerate(body.strip().split("\n--\n"))]
    return _candidate(key, part, state, why, rows)


def _fields(told: str, hour: int) -> dict[str, Any]:
    head, _, text = told.strip().partition("\n")
    publisher, kind, address, title = (cell.strip() for cell in head.split("|", 3))
    return {
        "publisher": publisher,
        "kind": kind,
        "url": f"https://{address}",
        "title": title,
        "text": text,
        "published_at": START + timedelta(hours=hour),
    }


def _from_row(row: dict[str, Any], key: str) -> Candidate:
    state = str(row["state"]).replace("_", "-")
    return _candidate(key, "all", state, row.get("why", ""), row["reports"])


def _candidate(key: str, part: str, state: str, why: str, rows: list[dict[str, Any]]) -> Candidate:
    reports = tuple(
        report_from_fields({"id": f"g{key}-{number}", **row}, NOW)
        for number, row in enumerate(rows)
    )
    return Candidate(key=key, part=part, state=State(state), why=why, reports=reports)
