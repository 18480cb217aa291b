"""How fast stories meet rules: our index beside two plain loops over the same rules, in one run.

    python bench/matching.py            1k, 10k and 100k rules
    python bench/matching.py --full     1M rules too (some minutes more)

`predicate` is the reference, bot/rules/predicate.py, asked rule by rule. `tight loop` is the best
a straightforward program does: keys prepared as frozensets, the cheapest test first. All three must
return the same rows, or the run ends. Rules and stories are drawn with a fixed seed: regions in
their hierarchy, names by Zipf's law, thresholds as people set them. Judge by the ratios of one
run; milliseconds depend on the machine and its neighbours.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.domain import regions as geography
from bot.domain.gazetteer import name_forms
from bot.domain.story import Entity, Impact, Sentiment, SentimentLabel, Story, StoryId, Verification
from bot.domain.subscription import Bounds, Criteria, Exclusion
from bot.domain.text import fold
from bot.rules.index import RuleIndex
from bot.rules.names import entity_keys
from bot.rules.predicate import matches
from bot.rules.terms import Kind, StoryFacts, exclusions_of, facts_of, group_keys, groups_of

A = TypeVar("A")
R = TypeVar("R")
SIZES = (1_000, 10_000, 100_000)
FULL = 1_000_000
NAMES = 50_000
CATEGORIES = tuple(f"topic {n}" for n in range(12))
STORIES = 60
LOOP_STORIES = {1_000: 60, 10_000: 30, 100_000: 9, FULL: 3}
CHUNK = 10_000
CHURN = 2_000
MOMENT = datetime(2026, 11, 21, tzinfo=UTC)


class World:
    """Draws rules and stories."""

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)
        self._names = [f"name {n}" for n in range(NAMES)]
        self._zipf = list(accumulate(1 / (rank + 2.7) for rank in range(NAMES)))
        self._regions = [region.code for region in geography.all_regions()]

    def rules(self, count: int) -> Iterator[Criteria]:
        for _ in range(count):
            yield self._rule()

    def stories(self, count: int) -> list[StoryFacts]:
        return [facts_of(self._story(n)) for n in range(count)]

    def _rule(self) -> Criteria:
        draw = self._random.random
        low = self._random.choice((5, 6, 7, 8)) if draw() < 0.7 else self._random.randint(1, 10)
        return Criteria(
            regions=(self._some(self._regions, 3),) if draw() < 0.7 else (),
            entities=(self._some_names(3),) if draw() < 0.5 else (),
            categories=(self._some(CATEGORIES, 3),) if draw() < 0.4 else (),
            sentiment=(frozenset({"negative"}),) if draw() < 0.12 else (),
            impact=Bounds(low, None),
            sources=Bounds(self._random.randint(2, 5), None) if draw() < 0.3 else Bounds(),
            exclude=Exclusion(categories=self._some(CATEGORIES, 2))
            if draw() < 0.08
            else Exclusion(),
        )

    def _story(self, number: int) -> Story:
        pick = self._random
        return Story(
            id=StoryId(f"story-{number}"),
            headline="",
            published_at=MOMENT,
            modified_at=MOMENT,
            regions=tuple(pick.sample(self._regions, pick.randint(1, 4))),
            entities=tuple(Entity(id="", name=name) for name in self._some_names(8)),
            category=pick.choice(CATEGORIES),
            sentiment=Sentiment(label=pick.choice(list(SentimentLabel))),
            impact=Impact(score=min(10, 1 + int(pick.expovariate(0.28)))),
            verification=Verification(independent_sources=1 + int(pick.expovariate(0.5))),
        )

    def _some(self, values: Sequence[str], most: int) -> frozenset[str]:
        return frozenset(self._random.sample(values, self._random.randint(1, most)))

    def _some_names(self, most: int) -> frozenset[str]:
        count = self._random.randint(1, most)
        return frozenset(self._random.choices(self._names, cum_weights=self._zipf, k=count))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A rule as the tight loop likes it best."""

    low: int
    sources: int
    groups: tuple[tuple[Kind, frozenset[str]], ...]
    excluded: tuple[tuple[Kind, frozenset[str]], ...]


def prepare(rule: Criteria) -> Prepared:
    return Prepared(
        rule.impact.low or 0,
        rule.sources.low or 0,
        tuple((kind, group_keys(kind, group)) for kind, group in groups_of(rule)),
        tuple((kind, group_keys(kind, group)) for kind, group in exclusions_of(rule)),
    )


def tight_loop(rules: Sequence[Prepared], facts: StoryFacts) -> list[int]:
    impact, sources, keys = facts.impact, facts.sources, facts.keys
    found = []
    for row, rule in enumerate(rules):
        if rule.low > impact or rule.sources > sources:
            continue
        for kind, group in rule.groups:
            if keys[kind].isdisjoint(group):
                break
        else:
            if all(keys[kind].isdisjoint(group) for kind, group in rule.excluded):
                found.append(row)
    return found


def predicate_loop(rules: Sequence[Criteria], facts: StoryFacts) -> list[int]:
    return [row for row, rule in enumerate(rules) if matches(rule, facts)]


def chunks(count: int) -> Iterator[tuple[int, list[Criteria]]]:
    """The rules of one size, a part at a time: a million of them at once would not fit."""
    world = World()
    world.stories(STORIES)
    for begin in range(0, count, CHUNK):
        yield begin, list(world.rules(min(CHUNK, count - begin)))


def measure(count: int) -> None:
    stories = World().stories(STORIES)
    # What drawing a part of the rules leaves behind is not the index's.
    for _, rules in chunks(2 * CHUNK):
        del rules
    forget_names()
    before = resident()
    index = RuleIndex()
    build = 0.0
    for begin, rules in chunks(count):
        started = time.perf_counter()
        for row, rule in enumerate(rules, start=begin):
            index.add(row, rule)
        build += time.perf_counter() - started
    forget_names()
    memory = resident() - before
    for story in stories:
        index.match(story)
    spent, found = zip(*(timed(index.match, story) for story in stories), strict=True)
    p50 = statistics.median(spent)
    asked = stories[: LOOP_STORIES[count]]
    tight, reference = loops(count, asked, [list(rows) for rows in found])
    add, remove = churn(index, count)
    print(
        f"{count:>9,} {p50 * 1e3:9.3f} {tight * 1e3:11.2f} {reference * 1e3:11.2f} "
        f"{tight / p50:8.0f}x {reference / p50:8.0f}x {memory:9.0f} {build / count * 1e6:9.1f} "
        f"{add * 1e6:10.1f} {remove * 1e6:12.1f} {statistics.median(map(len, found)):8.0f}",
        flush=True,
    )


def loops(
    count: int, stories: Sequence[StoryFacts], wanted: Sequence[list[int]]
) -> tuple[float, float]:
    """p50 seconds of the tight loop and of the predicate; ends the run where rows differ."""
    tight, reference = [0.0] * len(stories), [0.0] * len(stories)
    found: list[list[int]] = [[] for _ in stories]
    for begin, rules in chunks(count):
        prepared = [prepare(rule) for rule in rules]
        for number, story in enumerate(stories):
            took, rows = timed(partial(tight_loop, prepared), story)
            tight[number] += took
            took, same = timed(partial(predicate_loop, rules), story)
            reference[number] += took
            if rows != same:
                sys.exit(f"tight loop and predicate disagree on story {number}")
            found[number].extend(begin + row for row in rows)
    if found != list(wanted[: len(stories)]):
        sys.exit(f"index and predicate disagree at {count:,} rules")
    return statistics.median(tight), statistics.median(reference)


def churn(index: RuleIndex, count: int) -> tuple[float, float]:
    """p50 seconds to subscribe and to unsubscribe while all the others stand."""
    extra = list(enumerate(World(seed=11).rules(CHURN), start=count))
    adds = [timed(lambda pair: index.add(*pair), pair)[0] for pair in extra]
    removes = [timed(lambda pair: index.remove(*pair), pair)[0] for pair in extra]
    return statistics.median(adds), statistics.median(removes)


def timed(call: Callable[[A], R], argument: A) -> tuple[float, R]:
    begin = time.perf_counter()
    result = call(argument)
    return time.perf_counter() - begin, result


def resident() -> float:
    """MB of this process now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def forget_names() -> None:
    """Empty the caches of compared names, so that the memory shown is the index's own."""
    for cache in (group_keys, entity_keys, name_forms, fold):
        cache.cache_clear()
    gc.collect()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="1,000,000 rules too")
    chosen = parser.parse_args()
    print("p50 per story in ms, index memory in MB, cost of one rule in microseconds")
    print(
        "    rules     index  tight loop   predicate    tight/   predic./    memory     build"
        "  subscribe  unsubscribe  matches"
    )
    for count in (*SIZES, FULL) if chosen.full else SIZES:
        # A process of its own, or the memory freed by one size would hide that of the next.
        alone = multiprocessing.get_context("spawn").Process(target=measure, args=(count,))
        alone.start()
        alone.join()
        if alone.exitcode:
            sys.exit(alone.exitcode)


if __name__ == "__main__":
    main()
