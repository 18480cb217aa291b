from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.report import Report, ReportId
from bot.newsdesk.clustering.bands import Band
from bot.newsdesk.clustering.closed_set import cluster_all
from bot.newsdesk.clustering.stream import Clusterer
from bot.newsdesk.clustering.stream_state import ChangeKind
from tests.unit.newsdesk.test_cluster import NOON, QUAKE, closed_set, report


def partition(clusterer: Clusterer) -> set[frozenset[ReportId]]:
    return {frozenset(members) for members in clusterer.stories().values()}


def closed_partition(reports: list[Report]) -> set[frozenset[ReportId]]:
    found: dict[str, set[ReportId]] = defaultdict(set)
    for report_id, story in cluster_all(reports).items():
        found[story].add(report_id)
    return {frozenset(members) for members in found.values()}


def test_the_first_report_founds_a_story_and_the_next_joins_it() -> None:
    clusterer = Clusterer()
    first, second = closed_set()[:2]

    founding, joining = clusterer.add(first), clusterer.add(second)

    assert founding.founded
    assert not joining.founded
    assert joining.story == founding.story
    assert joining.score >= 1.0
    assert joining.band is Band.TITLE


@settings(max_examples=30)
@given(st.permutations(closed_set()))
def test_a_settled_stream_groups_as_the_closed_set_does(arrivals: list[Report]) -> None:
    clusterer = Clusterer()
    for one in arrivals:
        clusterer.add(one)
    clusterer.settle()

    assert partition(clusterer) == closed_partition(closed_set())


def test_a_known_report_stays_where_it_is_whatever_its_title_now() -> None:
    clusterer = Clusterer()
    first = closed_set()[0]
    story = clusterer.add(first).story
    clusterer.add(closed_set()[1])

    again = clusterer.add(replace(first, title="Norges Bank holds rate at 4.5 %"))

    assert again.story == story
    assert not again.founded
    assert clusterer.members(story) == (ReportId("q1"), ReportId("q2"))


def test_a_late_report_joins_without_renaming_the_story() -> None:
    clusterer = Clusterer()
    story = clusterer.add(closed_set()[1]).story

    late = clusterer.add(closed_set()[0])

    assert late.story == story


def test_a_vetoed_report_says_why_and_founds_its_own() -> None:
    clusterer = Clusterer()
    clusterer.add(report("a", "Voters give Trump victory in Ohio primary"))

    second = clusterer.add(report("b", "Voters give Trump victory in Iowa primary"))

    assert second.founded
    assert second.veto == "other place: iowa / ohio"


def bridged() -> tuple[Report, Report, list[Report]]:
    """Two reports too far apart to be one story, until others stand between them."""
    left = report("left", "Quito hospital evacuated", "Doctors carried patients out in Quito.")
    right = report("right", "Magnitude 6.2 felt in Ecuador", "A 6.2 tremor woke Ecuador at dawn.")
    between = [report(id_, title, text) for id_, title, text in QUAKE]
    between.append(
        report(
            "q4",
            "Quito earthquake of magnitude 6.2: hospital evacuated in Ecuador",
            "A tremor of magnitude 6.2 woke Ecuador; a Quito hospital carried patients out.",
        )
    )
    return left, right, between


def test_merging_keeps_the_id_of_the_older_story() -> None:
    clusterer = Clusterer()
    left, right, between = bridged()
    older = clusterer.add(left).story
    younger = clusterer.add(replace(right, published_at=NOON + timedelta(hours=1))).story
    assert older != younger
    retired = []
    for one in between:
        given_to = clusterer.add(replace(one, published_at=NOON + timedelta(hours=2)))
        retired.append(given_to.merged)
    retired += [one.other for one in clusterer.settle() if one.kind is ChangeKind.MERGED]

    assert younger in retired
    assert clusterer.story_of(ReportId("right")) == older
    assert clusterer.story_of(ReportId("left")) == older


def test_a_split_leaves_the_id_with_the_founder() -> None:
    clusterer = Clusterer()
    rows = closed_set()
    for one in rows:
        clusterer.add(one)
    clusterer.settle()
    quake, bank = (clusterer.story_of(ReportId(name)) for name in ("q1", "b1"))
    assert quake is not None
    assert bank is not None
    clusterer._merge(quake, bank)
    clusterer._unsettled.add(quake)

    changes = clusterer.settle()

    assert [(one.kind, one.story, one.other) for one in changes] == [
        (ChangeKind.SPLIT, quake, bank)
    ]
    assert clusterer.story_of(ReportId("q3")) == quake
    assert clusterer.story_of(ReportId("b3")) == bank


@settings(max_examples=20)
@given(st.permutations(closed_set()), st.integers(0, 8))
def test_a_restart_changes_nothing(arrivals: list[Report], stop: int) -> None:
    running, stopped = Clusterer(), Clusterer()
    for one in arrivals[:stop]:
        running.add(one)
        stopped.add(one)
    restarted = Clusterer.from_rows(json.loads(json.dumps(list(stopped.export_rows()))))
    assert list(restarted.export_rows()) == list(running.export_rows())

    for one in arrivals[stop:]:
        assert restarted.add(one) == running.add(one)
    assert restarted.settle() == running.settle()
    assert restarted.stories() == running.stories()


def test_memory_is_flat_over_weeks() -> None:
    clusterer = Clusterer()
    sizes = []
    for day in range(70):
        for number in range(4):
            name = f"Minister{day}x{number} resigns over contract{4 * day + number}"
            clusterer.add(report(f"{day}-{number}", name, hours=24 * day + number))
        clusterer.settle()
        clusterer.evict(NOON + timedelta(days=day))
        sizes.append(len(clusterer))

    assert max(sizes[35:]) <= max(sizes[:35])
    assert clusterer.story_of(ReportId("0-0")) is None
    assert len(list(clusterer.export_rows())) == len(clusterer)


def test_a_saga_outlives_the_window_under_one_id() -> None:
    clusterer = Clusterer()
    story = clusterer.add(report("day0", "Search for flight Aurora 61 jet widens")).story
    sizes = []
    for day in range(1, 90):
        title = f"Search for flight Aurora 61 jet widens, crews {day} still out"
        assert clusterer.add(report(f"day{day}", title, hours=24 * day)).story == story
        clusterer.settle()
        clusterer.evict(NOON + timedelta(days=day))
        sizes.append(len(clusterer.members(story)))

    assert clusterer.story_of(ReportId("day89")) == story
    assert max(sizes[45:]) <= max(sizes[:45])


def test_an_undated_stream_is_forgotten_too() -> None:
    clusterer = Clusterer()
    clusterer.add(report("a", "Quito earthquake", hours=None))

    assert clusterer.evict(NOON) == ()
    assert len(clusterer.evict(NOON + timedelta(days=8))) == 1
    assert len(clusterer) == 0


def test_whom_a_story_is_about_outlives_a_restart() -> None:
    def held(id_: str, name: str) -> Report:
        surname = name.split()[1]
        text = (
            f"Police in Leeds held the winger {name} on suspicion of drink-driving on Sunday. "
            f"{surname} failed a breath test. The club will speak to {surname} before the match."
        )
        return report(id_, "Winger held on suspicion of drink-driving", text)

    clusterer = Clusterer()
    clusterer.add(held("a", "Danny Hollis"))
    rows = json.loads(json.dumps(list(clusterer.export_rows())))

    second = Clusterer.from_rows(rows).add(held("b", "Leo Marsh"))

    assert second.founded
    assert second.veto == "other people: marsh / hollis"
