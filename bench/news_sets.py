"""Reads the labelled news sets the newsdesk is measured on; they are not part of the project."""

from __future__ import annotations

import csv
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.domain.report import Report, ReportId


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A report and the story people put it into."""

    report: Report
    story: str
    group: str
    """What must not be divided between two folds: topic or story."""


def ecbplus(data: Path, *, headlines: bool = False) -> list[Labelled]:
    """ECB+ part: whole articles, two events of one kind per topic, no times.

    Half of them have a first line that is an address. It is the title, as the set has it; with
    `headlines` the line below is, as a feed would have it.
    """
    with gzip.open(data / "ecbplus" / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [_ecb_document(json.loads(line), headlines) for line in lines]


def _ecb_document(raw: dict[str, object], headlines: bool) -> Labelled:
    sentences = raw["sentences"]
    assert isinstance(sentences, list)
    if headlines and sentences[0].startswith("http"):
        sentences = sentences[1:]
    report = Report(
        id=ReportId(str(raw["doc"])),
        publisher="",
        url="",
        title=sentences[0],
        text=" ".join(sentences[1:]),
    )
    return Labelled(report=report, story=str(raw["subtopic"]), group=str(raw["topic"]))


def timed_headlines(data: Path) -> list[Labelled]:
    """UCI News Aggregator part: titles with times and publishers; silver labels."""
    with (data / "uci_news_2014" / "headlines.csv").open(encoding="utf-8", newline="") as lines:
        return [_headline(row) for row in csv.DictReader(lines)]


def _headline(row: dict[str, str]) -> Labelled:
    report = Report(
        id=ReportId(row["ID"]),
        publisher=row["PUBLISHER"].replace("\\", ""),
        url=row["URL"],
        title=row["TITLE"].replace("\\", ""),
        published_at=datetime.fromtimestamp(int(row["TIMESTAMP"]) / 1000, tz=UTC),
    )
    return Labelled(report=report, story=row["STORY"], group=row["STORY"])


def sentfin(data: Path) -> list[Labelled]:
    """SEntFiN headlines: no stories, each counts as its own."""
    with (data / "sentfin" / "SEntFiN.train.csv").open(encoding="utf-8", newline="") as lines:
        titles = [row["Title"] for row in csv.DictReader(lines)]
    return [
        Labelled(
            report=Report(id=ReportId(f"sentfin-{number}"), publisher="", url="", title=title),
            story=f"sentfin-{number}",
            group=f"sentfin-{number}",
        )
        for number, title in enumerate(titles)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two reports of ours: of one event in other words, or of two events of one kind."""

    name: str
    same: bool
    held_back: bool
    """Not tuned on."""
    reports: tuple[Report, Report]


def our_pairs(file: Path) -> list[Pair]:
    """The pairs of `tests/data/clusters/pairs.jsonl`, one a line."""
    return [_pair(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


def _pair(raw: dict[str, Any]) -> Pair:
    first, second = (
        Report(
            id=ReportId(f"{raw['pair']}{letter}"),
            publisher="",
            url="",
            title=report["title"],
            text=report["text"],
        )
        for letter, report in zip("ab", raw["reports"], strict=True)
    )
    return Pair(
        name=f"{raw['pair']} {raw['kind']}",
        same=raw["same"],
        held_back=raw["held_back"],
        reports=(first, second),
    )


def halves(items: Iterable[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """Two halves that share no topic and no story, the same on every run."""
    by_group: dict[str, list[Labelled]] = defaultdict(list)
    for item in items:
        by_group[item.group].append(item)
    groups = sorted(by_group)
    random.Random(20).shuffle(groups)
    first, second = groups[::2], groups[1::2]
    return (
        [item for group in first for item in by_group[group]],
        [item for group in second for item in by_group[group]],
    )
