"""The wire as a whole shows what the product can do: every score, status and part of the world."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from bot.demo.wire import WireItem, load_wire
from bot.domain.regions import RegionCode, expand

WIRE = load_wire()
FIRST = [wire for wire in WIRE if wire.version == 1]
STORIES: dict[str, list[WireItem]] = defaultdict(list)
for _wire in WIRE:
    STORIES[_wire.story].append(_wire)


def impact(wire: WireItem) -> int:
    return int(wire.item["_story"]["impact"]["score"])


def sources(wire: WireItem) -> int:
    return int(wire.item["_story"]["verification"]["independent_sources"])


def status(wire: WireItem) -> str:
    return str(wire.item["_story"]["status"])


def test_there_are_enough_stories_before_and_after_the_start() -> None:
    before = [wire for wire in WIRE if not wire.release]
    assert len(STORIES) >= 48
    assert 18 <= len(before) <= 24
    assert all(wire.version == 1 for wire in before)


def test_every_impact_and_every_sentiment_occurs() -> None:
    assert {impact(wire) for wire in WIRE} == set(range(1, 11))
    labels = Counter(wire.item["_story"]["sentiment"]["label"] for wire in FIRST)
    assert set(labels) == {"positive", "neutral", "negative"}
    assert min(labels.values()) >= 10


def test_stories_come_from_every_continent() -> None:
    reached = {code for wire in FIRST for code in expand(wire.item["_story"]["regions"])}
    continents = {"Africa", "Asia", "Europe", "Northern America", "South America", "Oceania"}
    assert continents <= reached


def test_categories_are_many_and_none_rules_the_wire() -> None:
    counted = Counter(wire.item["_story"]["category"] for wire in FIRST)
    assert len(counted) >= 10
    assert max(counted.values()) <= len(FIRST) // 5


def test_sources_range_from_one_to_many() -> None:
    counts = [sources(wire) for wire in WIRE]
    assert 5 <= counts.count(1) <= 8
    assert sum(2 <= count <= 5 for count in counts) >= 20
    assert sum(8 <= count <= 20 for count in counts) >= 8


def test_some_stories_have_more_outlets_than_sources() -> None:
    copied = [w for w in WIRE if len(w.item["_story"]["verification"]["reports"]) > sources(w)]
    assert len({wire.story for wire in copied}) >= 4


def test_one_story_shows_sources_that_disagree() -> None:
    assert any(wire.item["_story"]["verification"]["conflicts"] for wire in WIRE)


def test_every_confidence_band_occurs() -> None:
    bands = {wire.item["_story"]["verification"]["confidence"]["label"] for wire in WIRE}
    assert bands == {"low", "medium", "high"}


def test_some_affected_have_no_polarity() -> None:
    without = [w for w in FIRST if any("polarity" not in a for a in w.item["_story"]["affected"])]
    assert len(without) >= 20


def test_corrections_and_a_withdrawal_occur() -> None:
    counted = Counter(status(wire) for wire in WIRE)
    assert counted["corrected"] == 2
    assert counted["withdrawn"] == 1


def test_versions_count_up_from_one_and_come_later_than_the_one_before() -> None:
    for versions in STORIES.values():
        assert [wire.version for wire in versions] == list(range(1, len(versions) + 1))
        assert all(later.release > earlier.release for earlier, later in pairwise(versions))


def test_only_first_versions_have_an_age_of_their_own() -> None:
    assert not any(wire.age for wire in WIRE if wire.version > 1)


def test_every_update_is_material() -> None:
    updates = [
        (earlier, later)
        for versions in STORIES.values()
        for earlier, later in pairwise(versions)
        if status(later) == "verified"
    ]
    assert len(updates) >= 10
    for earlier, later in updates:
        assert sources(later) > sources(earlier)
        assert later.item["_story"]["takeaways"] != earlier.item["_story"]["takeaways"]
        assert later.item["title"] != earlier.item["title"]
    raised = [1 for earlier, later in updates if impact(later) - impact(earlier) >= 2]
    assert len(raised) >= 10


def test_some_updates_cross_a_threshold_from_below_six_to_eight_or_more() -> None:
    crossing = [
        story
        for story, versions in STORIES.items()
        if impact(versions[0]) < 6 and max(map(impact, versions)) >= 8
    ]
    assert len(crossing) >= 4


def test_a_later_version_keeps_every_publisher_that_spoke_before() -> None:
    for versions in STORIES.values():
        for earlier, later in pairwise(versions):
            assert _publishers(earlier) <= _publishers(later)


def _publishers(wire: WireItem) -> set[str]:
    return {report["publisher"] for report in wire.item["_story"]["verification"]["reports"]}


def _regions(wire: WireItem) -> frozenset[RegionCode]:
    return expand(wire.item["_story"]["regions"])


def test_the_first_release_meets_each_subscription_of_the_demo() -> None:
    first = min((wire for wire in WIRE if wire.release), key=lambda wire: wire.release)
    assert 3 <= first.release.total_seconds() <= 4
    assert impact(first) >= 7
    assert "Asia" in _regions(first)
    assert "company:tsmc" in {entity["id"] for entity in first.item["_story"]["entities"]}


def test_each_demo_subscription_has_several_matches_while_the_demo_runs() -> None:
    live = [wire for wire in FIRST if wire.release]
    high = [wire for wire in live if impact(wire) >= 6]
    nearby = [wire for wire in live if impact(wire) >= 7 and _regions(wire) & {"EU", "GB", "Asia"}]
    tsmc = [w for w in live if any(e["id"] == "company:tsmc" for e in w.item["_story"]["entities"])]
    assert len(high) >= 15
    assert len(nearby) >= 8
    assert len(tsmc) >= 3


def test_a_new_item_comes_every_few_seconds_for_about_two_minutes() -> None:
    seconds = sorted(wire.release.total_seconds() for wire in WIRE if wire.release)
    assert all(2 <= later - earlier <= 5 for earlier, later in pairwise(seconds))
    assert 100 <= seconds[-1] <= 150
