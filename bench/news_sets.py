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

from bot.domain.report import Report, ReportId


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A report and the story people put it into."""

    report: Report
    story: str
    group: str
    """What must not be divided between two folds: topic or story."""


def ecbplus(data: Path) -> list[Labelled]:
    """ECB+ part: whole articles, two events of one kind per topic, no times."""
    with gzip.open(data / "ecbplus" / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [_ecb_document(json.loads(line)) for line in lines]


def _ecb_document(raw: dict[str, object]) -> Labelled:
    sentences = raw["sentences"]
    assert isinstance(sentences, list)
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
