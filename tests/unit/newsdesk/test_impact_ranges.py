from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.newsdesk.impact.new_event import OriginText
from bot.newsdesk.impact.score import score_impact

RANGES = Path(__file__).resolve().parents[2] / "data/impact_ranges.jsonl"
LEAST_INSIDE = 0.8
FARTHEST = 2


def outside(story: dict[str, Any]) -> int:
    """By how much the score of a story lies outside the range people gave it."""
    got = score_impact([OriginText(**origin) for origin in story["origins"]]).score
    return int(max(story["lowest"] - got, got - story["highest"], 0))


@pytest.mark.parametrize("name", ["a", "b", "c", "d", "e", "f"])
def test_everyday_stories_of_several_sentences_score_inside_the_range_people_gave(
    name: str,
) -> None:
    stories = [json.loads(line) for line in RANGES.read_text(encoding="utf-8").splitlines()]
    misses = {
        story["kind"]: outside(story)
        for story in stories
        if story["set"] == name and outside(story)
    }
    total = sum(story["set"] == name for story in stories)
    assert total >= 20
    assert len(misses) <= (1 - LEAST_INSIDE) * total, misses
    assert all(miss <= FARTHEST for miss in misses.values()), misses
