from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.report import Report
from bot.newsdesk.clustering.cohesion import cohesion
from tests.unit.newsdesk.test_cluster import closed_set


def test_a_lone_report_is_wholly_coherent() -> None:
    assert cohesion(closed_set()[:1]) == 1.0
    assert cohesion([]) == 1.0


def test_reports_of_one_event_are_more_coherent_than_a_mixture() -> None:
    quake, bank = closed_set()[:3], closed_set()[3:6]

    assert cohesion(quake) > cohesion([*quake, *bank])


@given(st.lists(st.sampled_from(closed_set()), max_size=8))
def test_cohesion_is_a_share(reports: list[Report]) -> None:
    assert 0.0 <= cohesion(reports) <= 1.0
