"""Our pairs of reports; `bench/clustering.py` counts them, and says which were tuned on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.domain.report import Report, ReportId
from bot.newsdesk.clustering.closed_set import cluster_all

_FILE = Path(__file__).parents[2] / "data/clusters/pairs.jsonl"
PAIRS: list[dict[str, Any]] = [
    json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()
]
STILL_JOINED = {"twin-09", "twin-10", "twin-14"}
"""A vote announced and held, two firms with alike results, a test and a rumour: no rule yet."""


def joined(pair: dict[str, Any]) -> bool:
    reports = [
        Report(id=ReportId(str(n)), publisher="", url="", title=one["title"], text=one["text"])
        for n, one in enumerate(pair["reports"])
    ]
    return len(set(cluster_all(reports).values())) == 1


def test_half_the_pairs_are_of_one_event_and_half_of_each_were_held_back() -> None:
    kinds = [(pair["same"], pair["held_back"]) for pair in PAIRS]

    assert {kind: kinds.count(kind) for kind in kinds} == dict.fromkeys(kinds, 10)


def test_one_event_in_other_words_is_one_story() -> None:
    assert [pair["pair"] for pair in PAIRS if pair["same"] and not joined(pair)] == []


def test_twins_of_one_pattern_are_two_stories() -> None:
    assert {pair["pair"] for pair in PAIRS if not pair["same"] and joined(pair)} <= STILL_JOINED
