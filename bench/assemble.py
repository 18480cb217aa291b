"""How fast the whole newsdesk is, from raw reports to stories, and what it needs of memory.

    python -m bench.assemble [--data ../shared/data] [--day N]

Two closed sets (timed headlines, ECB+ texts) and, with --day, a day of N reports made by repeating
the headlines in other outlets' names. The peer in each row is the same run without clustering,
scores and pages: normalising and reading names alone. Processor time on one core; the peak is of
this process. Beside them the states the gate gave, and how impact goes with the number of articles.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.news_sets import ecbplus, timed_headlines
from bot.domain.report import Report, ReportId
from bot.newsdesk.assemble import Assembled, assemble
from bot.newsdesk.pipeline import prepared

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def seconds(work: object) -> tuple[float, object]:
    assert callable(work)
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def read_only(reports: Sequence[Report]) -> None:
    for report in reports:
        _ = prepared(report, now=NOW).extraction


def a_day(reports: Sequence[Report], count: int) -> list[Report]:
    """`count` reports of one day: the headlines again and again, each round an hour of its own."""
    made = []
    for number in range(count):
        report, round_ = reports[number % len(reports)], number // len(reports)
        at = report.published_at or NOW
        made.append(
            replace(
                report,
                id=ReportId(f"{report.id}-{round_}"),
                publisher=f"{report.publisher} {round_ or ''}".strip(),
                url=f"https://outlet{number}.example/{number}",
                published_at=at + timedelta(hours=round_),
            )
        )
    return made


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """Rank correlation with mean ranks for ties."""
    first, second = _ranks(left), _ranks(right)
    count = len(first)
    if count < 2:
        return 0.0
    mean = (count - 1) / 2
    top = sum((a - mean) * (b - mean) for a, b in zip(first, second, strict=True))
    spread = [sum((rank - mean) ** 2 for rank in ranks) for ranks in (first, second)]
    return top / (spread[0] * spread[1]) ** 0.5 if all(spread) else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=lambda at: values[at])
    ranks, start = [0.0] * len(values), 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for at in range(start, end):
            ranks[order[at]] = (start + end - 1) / 2
        start = end
    return ranks


def show(name: str, reports: Sequence[Report]) -> None:
    alone, _ = seconds(lambda: read_only(reports))
    whole, result = seconds(lambda: assemble(reports, now=NOW))
    assert isinstance(result, Assembled)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sizes = [float(len(story.verification.reports)) for story in result.stories]
    impacts = [float(story.impact.score) for story in result.stories]
    states = Counter(entry.state for entry in result.desk)
    print(
        f"{name:<22} {len(reports):>7,} {len(reports) / whole:>10,.0f} "
        f"{len(reports) / alone:>12,.0f} "
        f"{len(result.stories):>8} {spearman(impacts, sizes):>9.2f} {peak:>8,.0f} MB"
    )
    print(f"{'':<22} {', '.join(f'{count} {state}' for state, count in states.most_common())}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(__file__).resolve().parents[1] / "../shared/data"
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--day", type=int, default=0, help="also a day of so many reports")
    options = parser.parse_args()
    headlines = [item.report for item in timed_headlines(options.data)]
    texts = [item.report for item in ecbplus(options.data)]
    print(
        f"{'set':<22} {'reports':>7} {'whole /s':>10} {'read only /s':>12} "
        f"{'stories':>8} {'ρ(I, n)':>9} {'peak':>11}"
    )
    # Tables and expressions are made once in a process, before the clock runs.
    assemble((*texts[:20], *headlines[:20]), now=NOW)
    show("ECB+ texts", texts)
    show("timed headlines", headlines)
    if options.day:
        show("a day of headlines", a_day(headlines, options.day))


if __name__ == "__main__":
    main()
