"""The page says what the code does: whoever changes a table changes the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.report import SourceKind
from bot.newsdesk import pipeline
from bot.newsdesk.impact import rubric
from bot.newsdesk.methodology import STAGE_WORDS, STATE_WORDS, Chapter, chapters
from bot.newsdesk.origins import copies
from bot.newsdesk.verifying import confidence, gate
from bot.newsdesk.writing import versions


def chapter(name: str) -> Chapter:
    return next(one for one in chapters() if one.id == name)


def test_every_stage_of_the_pipeline_is_explained() -> None:
    assert tuple(STAGE_WORDS) == pipeline.STAGES


def test_every_gate_rule_stands_there_in_its_order() -> None:
    grid = chapter("gate").grid
    assert grid is not None
    assert [row[1] for row in grid.rows] == [rule.rule for rule in gate.GATE]
    assert list(grid.tones) == [rule.state.value for rule in gate.GATE]


def test_every_level_of_the_rubric_stands_there() -> None:
    grid = chapter("impact").grid
    assert grid is not None
    shown = {cell for row in grid.rows for cell in row}
    for row in rubric.RUBRIC:
        assert {level.meaning for level in row.levels} <= shown


def test_states_and_factors_are_called_as_on_the_other_pages() -> None:
    assert set(STATE_WORDS) == set(gate.State)
    impact = chapter("impact")
    assert impact.grid is not None
    for row, shown in zip(rubric.RUBRIC, impact.grid.rows, strict=True):
        assert row.name in impact.formula
        assert shown[0].lower().startswith(row.name)


def test_a_changed_gate_rule_changes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = replace(gate.GATE[0], rule="Nobody wants to read it.")
    monkeypatch.setattr(gate, "GATE", (*gate.GATE[1:], changed))
    grid = chapter("gate").grid
    assert grid is not None
    assert grid.rows[-1][1] == "Nobody wants to read it."


def test_a_changed_level_changes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    level = replace(rubric.LEGAL.levels[0], points=5, meaning="a new constitution")
    row = replace(rubric.LEGAL, levels=(level,))
    monkeypatch.setattr(rubric, "RUBRIC", (row, *rubric.RUBRIC[1:]))
    grid = chapter("impact").grid
    assert grid is not None
    assert grid.columns[1] == "+5"
    assert grid.rows[0][1] == "a new constitution"


def test_a_changed_weight_cap_or_band_changes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(confidence.RELIABILITY, SourceKind.WIRE, 0.42)
    monkeypatch.setattr(confidence, "CAP_TWO", 0.77)
    monkeypatch.setattr(copies, "COPIED", 0.31)
    found = chapter("confidence")
    assert ("wire", 0.42) in [(weight.name, weight.value) for weight in found.weights]
    assert found.grid is not None
    assert ("two", "0.77") in found.grid.rows
    assert any("31 %" in point for point in chapter("origins").points)


def test_the_kinds_of_material_change_are_listed() -> None:
    said = " ".join(chapter("versions").paragraphs)
    assert all(kind.name in said for kind in versions.MATERIAL)
