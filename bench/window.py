"""What the newsdesk holds in memory over two weeks of 5,000 reports a day, clusters only.

    .venv/bin/python -m bench.window [--reports 5000] [--days 14] [--window 7] [--seed 7]

The judging of stories keeps a bounded number of readings, so clusters are what can grow: they do
until the window is full, and stay there. Beside it stands what a desk without state would do at
each poll, clustering the reports of the window anew; it is timed once at the end.
"""

from __future__ import annotations

import argparse
import gc
import os
import time
from datetime import timedelta

from bench.replay import BEGIN, FEEDS
from bench.replay_news import DAY, a_day, desks
from bench.start import resident
from bot.domain.report import Report
from bot.newsdesk.clustering.closed_set import cluster_all
from bot.newsdesk.live.memory import Memory

BATCH = 25
"""Reports that arrive together: five minutes of the day."""


def place(memory: Memory, reports: list[Report], window: timedelta) -> float:
    began = time.perf_counter()
    for start in range(0, len(reports), BATCH):
        batch = reports[start : start + BATCH]
        at = batch[-1].published_at
        assert at is not None
        up_to = memory.read_up_to + len(batch)
        memory.place(batch, up_to=up_to, at=at, window=window)
    return time.perf_counter() - began


def main(options: argparse.Namespace) -> None:
    memory, window = Memory(), timedelta(days=options.window)
    publishers = desks(FEEDS)
    print(
        f"{options.reports:,} reports a day in batches of {BATCH}, a window of {options.window} d"
    )
    print(f"{'day':>4} {'clusters':>9} {'reports/s':>10} {'MB':>7} {'snapshot MB':>12}")
    held: list[Report] = []
    for day in range(options.days):
        reports = a_day(
            BEGIN + day * DAY, options.reports, publishers=publishers, seed=options.seed
        )
        seconds = place(memory, reports, window)
        held = [*held, *reports][-options.reports * options.window :] if options.naive else []
        gc.collect()
        size = len(memory.freeze()) / 1e6
        print(
            f"{day + 1:>4} {len(memory.clusterer.stories()):>9,} {len(reports) / seconds:>10,.0f}"
            f" {resident(os.getpid()):>7,.0f} {size:>12.1f}",
            flush=True,
        )
    began = time.perf_counter()
    written = memory.freeze()
    frozen = time.perf_counter()
    Memory.thaw(written)
    print(
        f"\nPut down in {frozen - began:.1f} s, taken up in {time.perf_counter() - frozen:.1f} s."
    )
    if held:
        began = time.perf_counter()
        cluster_all(held)
        print(f"Anew, all {len(held):,} at once: {time.perf_counter() - began:.1f} s, each poll.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=5_000, help="a day")
    parser.add_argument("--days", type=int, default=14)
    parser.add_argument("--window", type=int, default=7, help="days")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--naive", action="store_true", help="also the desk without state")
    main(parser.parse_args())
