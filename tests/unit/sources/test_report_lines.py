"""Reports from JSON Lines: bad lines are told by number, the rest goes on."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.report import SourceKind
from bot.errors import SourceError
from bot.sources.report_lines import ReportLines, read_report_file, read_report_lines

WHOLE = {
    "id": "r1",
    "publisher": "Reuters",
    "url": "https://www.reuters.com/1",
    "published_at": "2026-03-06T07:10:00Z",
    "title": "Acme halts production",
    "text": "Acme halted production.",
    "language": "en",
    "kind": "wire",
}


def read(*rows: object) -> ReportLines:
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    return read_report_lines(lines, where="wire.jsonl")


def test_a_whole_line_is_a_report() -> None:
    found = read(WHOLE)
    assert not found.problems
    (report,) = found.reports
    assert (report.id, report.publisher, report.kind) == ("r1", "Reuters", SourceKind.WIRE)
    assert report.published_at == datetime(2026, 3, 6, 7, 10, tzinfo=UTC)


def test_kind_text_and_language_are_optional() -> None:
    (report,) = read({"id": 7, "publisher": "P", "url": "https://p.example", "title": "T"}).reports
    assert (report.id, report.kind, report.text, report.language) == (
        "7",
        SourceKind.UNKNOWN,
        "",
        "en",
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{nonsense", "it is not JSON"),
        (b"[1, 2]", "it is not an object but [1, 2]"),
        (b'{"id": "a", "title": "\xff"}', "it is not UTF-8 at byte 22"),
        (b"[" * 3000, "it is not JSON"),
        ({"id": "a", "publisher": "P"}, "neither title nor text"),
        ({"id": "a", "title": "T"}, "neither publisher nor url"),
        ({**WHOLE, "id": ["a"]}, "id ['a'] is no text"),
    ],
)
def test_a_bad_line_is_told_by_its_number_and_the_rest_goes_on(line: object, says: str) -> None:
    found = read(WHOLE, b"", line, {**WHOLE, "id": "r2"})
    assert [report.id for report in found.reports] == ["r1", "r2"]
    (problem,) = found.problems
    assert problem.startswith("wire.jsonl, line 3: ")
    assert says in problem


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("published_at", "yesterday-ish", "is no date; taken as undated"),
        ("kind", "gazette", "is none of primary, wire"),
        ("text", 12, "text 12 is no text"),
    ],
)
def test_a_bad_field_costs_the_field_and_not_the_line(field: str, value: object, says: str) -> None:
    found = read({**WHOLE, field: value})
    assert len(found.reports) == 1
    assert says in found.problems[0]


def test_a_repeated_id_is_told() -> None:
    assert "is that of line 1" in read(WHOLE, WHOLE).problems[0]


def test_a_byte_order_mark_is_no_matter() -> None:
    assert read(b"\xef\xbb\xbf" + json.dumps(WHOLE).encode()).reports


def test_a_missing_file_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="one report"):
        read_report_file(tmp_path / "none.jsonl")


@given(st.lists(st.binary(max_size=80), max_size=8))
def test_no_line_stops_the_reading(lines: list[bytes]) -> None:
    found = read_report_lines([*lines, json.dumps(WHOLE).encode()], where="w")
    assert found.reports[-1].id == "r1"
