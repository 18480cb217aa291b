from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.report import Report, ReportId
from bot.newsdesk.clustering.closed_set import cluster_all, story_id
from bot.newsdesk.clustering.knots import Member

NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)

QUAKE = (
    ("q1", "Strong earthquake shakes Quito", "A magnitude 6.2 earthquake shook Quito before dawn."),
    ("q2", "Quito earthquake damages hospital", "The earthquake in Quito cracked a hospital wall."),
    ("q3", "Ecuador counts damage after Quito quake", "Quito woke to an earthquake of 6.2."),
)
BANK = (
    ("b1", "Norges Bank holds rate at 4.5 %", "Norges Bank kept its policy rate at 4.5 percent."),
    ("b2", "Norway keeps policy rate unchanged", "Norges Bank left the policy rate where it was."),
    ("b3", "Norges Bank sees no cut this year", "The policy rate stays, Norges Bank said in Oslo."),
)
PORT = (
    ("p1", "Rotterdam dockers walk out", "Dockers in Rotterdam began a strike over pensions."),
    (
        "p2",
        "Strike halts Rotterdam container port",
        "Rotterdam dockers struck over pensions today.",
    ),
)


def report(id_: str, title: str, text: str = "", *, hours: float | None = 0) -> Report:
    at = None if hours is None else NOON + timedelta(hours=hours)
    return Report(
        id=ReportId(id_), publisher=f"Paper {id_}", url="", title=title, text=text, published_at=at
    )


def closed_set() -> list[Report]:
    rows = (*QUAKE, *BANK, *PORT)
    return [report(id_, title, text, hours=n) for n, (id_, title, text) in enumerate(rows)]


def groups(reports: list[Report]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for report_id, story in cluster_all(reports).items():
        found[story].add(report_id)
    return {frozenset(members) for members in found.values()}


def test_reports_of_one_event_share_a_story_and_others_do_not() -> None:
    assert groups(closed_set()) == {
        frozenset({"q1", "q2", "q3"}),
        frozenset({"b1", "b2", "b3"}),
        frozenset({"p1", "p2"}),
    }


@given(st.permutations(closed_set()))
def test_arrival_order_does_not_change_a_closed_set(arrivals: list[Report]) -> None:
    assert cluster_all(arrivals) == cluster_all(closed_set())


@given(st.permutations(closed_set()), st.sets(st.integers(0, 7)))
def test_order_does_not_matter_with_undated_reports_either(
    arrivals: list[Report], undated: set[int]
) -> None:
    names = {closed_set()[number].id for number in undated}

    def stripped(reports: list[Report]) -> list[Report]:
        return [replace(one, published_at=None) if one.id in names else one for one in reports]

    assert cluster_all(stripped(arrivals)) == cluster_all(stripped(closed_set()))


def test_every_report_gets_a_story_even_an_empty_one() -> None:
    reports = [*closed_set(), report("empty", ""), report("digits", "1 2 3")]

    assert cluster_all(reports).keys() == {one.id for one in reports}


def test_a_story_is_named_after_its_earliest_report() -> None:
    stories = cluster_all(closed_set())

    assert stories[ReportId("q3")] == story_id(Member(report_id=ReportId("q1"), at=None))


def test_no_reports_make_no_stories() -> None:
    assert cluster_all([]) == {}


def test_a_repeated_id_is_one_report() -> None:
    twice = [*closed_set(), *closed_set()]

    assert cluster_all(twice) == cluster_all(closed_set())


def test_a_changed_title_keeps_the_story_id() -> None:
    changed = closed_set()
    changed[0] = replace(changed[0], title="Earthquake in Quito: what we know")

    assert cluster_all(changed)[ReportId("q2")] == cluster_all(closed_set())[ReportId("q2")]


def test_the_same_words_a_month_later_are_another_story() -> None:
    id_, title, text = QUAKE[0]
    later = report("later", title, text, hours=24 * 30)

    stories = cluster_all([report(id_, title, text), later])

    assert stories[ReportId(id_)] != stories[ReportId("later")]


def test_two_strangers_that_share_a_name_stay_apart() -> None:
    apart = [
        report("a", "Rajesh Jain recommends oil shares for the long run"),
        report("b", "Rajesh Exports books record jewellery profit"),
        report("c", "Platinum heads for its worst quarter in years"),
    ]

    assert len(groups(apart)) == 3


def _twins(place: str, victim: str, judge: str, count: int) -> list[Report]:
    """One event of a kind that happens everywhere: only the names differ."""
    rng = random.Random(victim)
    details = [
        f"{judge} read the verdict slowly while the family of {victim} wept",
        f"the trial in {place} lasted five weeks and heard forty witnesses",
        f"prosecutors in {place} had asked for a life sentence",
        f"friends of {victim} gathered outside the courthouse in {place}",
        f"the defence will appeal the decision of {judge}",
        f"neighbours of {victim} remembered a quiet and generous man",
    ]
    reports = []
    for number in range(count):
        picked = ". The ".join(rng.sample(details, 4))
        text = (
            f"A jury in {place} found the defendant guilty of murder on Friday. The {picked}. "
            f"The jury needed two days for its guilty verdict in the murder of {victim}. "
            "The defendant showed no emotion as the jury foreman spoke, and the court will set "
            "the sentence next month after a hearing that both sides expect to be short and "
            "formal, court officials said on Friday evening after the room had emptied."
        )
        reports.append(
            report(f"{victim}-{number}", f"Jury in {place} finds man guilty of murder", text)
        )
    return reports


def test_template_twins_are_two_stories() -> None:
    twins = [
        *_twins("Dayton", "Alvarez", "Judge Whitcomb", 5),
        *_twins("Fresno", "Lindqvist", "Judge Okafor", 5),
    ]

    assert {frozenset(one.rsplit("-")[0] for one in group) for group in groups(twins)} == {
        frozenset({"Alvarez"}),
        frozenset({"Lindqvist"}),
    }


@settings(max_examples=25)
@given(st.text(max_size=60), st.text(max_size=200))
def test_no_text_breaks_it(title: str, text: str) -> None:
    assert len(cluster_all([*closed_set(), report("odd", title, text)])) == 9
