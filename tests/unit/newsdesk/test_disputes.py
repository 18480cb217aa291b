"""Numbers and claims that one origin disputes outright."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.report import SourceKind
from bot.domain.story import StoryId
from bot.newsdesk.pipeline import prepared
from bot.newsdesk.verifying.corroborate import corroborate
from bot.newsdesk.verifying.crosscheck import Crosscheck, crosscheck
from bot.newsdesk.verifying.denials import Denial, denial_of
from bot.newsdesk.verifying.facts import Statement
from tests.unit.newsdesk.wire import NOW
from tests.unit.newsdesk.wire import told as report

START = datetime(2026, 3, 6, 8, tzinfo=UTC)


def said(origin: str, *texts: str, hours: int = 0) -> list[Statement]:
    at = START + timedelta(hours=hours)
    return [
        Statement(origin=origin, text=text, at=at, front=number < 3)
        for number, text in enumerate(texts)
    ]


def values(found: Crosscheck) -> list[tuple[str, str]]:
    return [(clash.left.shown, clash.right.shown) for clash in found.clashes]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Mill to cut 210 jobs, not 640", "Mill to lay off 640 workers, union says"),
        (
            "Mill to cut 210 jobs. It dismissed the union's figure of 640 as untrue",
            "Union says mill will lay off 640 workers",
        ),
        (
            "Mill to cut 210 jobs; a claim that 640 will go is false, it says",
            "Union says mill will lay off 640 workers",
        ),
    ],
)
def test_a_number_that_is_rejected_by_name_makes_a_conflict(ours: str, theirs: str) -> None:
    found = crosscheck([*said("a", ours), *said("b", theirs)])
    assert [(left.split()[0], right.split()[0]) for left, right in values(found)] == [
        ("210", "640")
    ]
    assert found.clashes[0].core


def test_a_rejected_toll_is_neither_agreement_nor_update() -> None:
    found = crosscheck(
        [
            *said("a", "Raid on Kolm kills 8 people, governor says"),
            *said("b", "Doctors count 52 people killed in Kolm raid, dispute figure of 8", hours=2),
        ]
    )
    assert [clash.core for clash in found.clashes] == [True]
    assert (found.updates, found.agreements) == ((), ())


def test_what_nobody_else_states_is_no_conflict() -> None:
    found = crosscheck(
        [*said("a", "Mill to cut 210 jobs, not 640"), *said("b", "Mill to cut 210 jobs in May")]
    )
    assert found.clashes == ()


def test_a_vote_that_rejects_a_plan_disputes_no_number() -> None:
    found = crosscheck(
        [
            *said(
                "a", "Voters rejected the plan with 54% against, after a count of 98% of ballots"
            ),
            *said("b", "Plan rejected with 54%"),
        ]
    )
    assert found.clashes == ()


def test_nobody_hurt_beside_a_toll_is_a_conflict_unless_it_came_first() -> None:
    toll = "Rocket on Port Salu kills three people"
    none = "Rocket hits Port Salu, nobody was killed"
    later = crosscheck([*said("a", toll), *said("b", none, hours=1)])
    assert values(later) == [("three people", "nobody was killed")] or len(later.clashes) == 1
    assert crosscheck([*said("b", none), *said("a", toll, hours=1)]).clashes == ()


def test_no_reports_of_casualties_claims_nothing() -> None:
    toll = "Rocket on Port Salu kills three people"
    unknown = "Rocket hits Port Salu, no immediate reports of casualties"
    assert crosscheck([*said("a", toll), *said("b", unknown, hours=1)]).clashes == ()


def test_a_larger_toll_is_no_update_where_who_knows_it_keeps_to_the_smaller() -> None:
    first = said("a", "Drone strike on Kolm hospital kills 23 people")
    army = said("b", "Drone strike on Kolm hospital kills 31 people, army says", hours=1)
    both = said(
        "c",
        "Drone strike on Kolm hospital kills 23 people, medics say",
        "The army said 31 were killed in Kolm.",
        hours=2,
    )
    assert len(crosscheck([*first, *army]).updates) == 1
    found = crosscheck([*first, *army, *both])
    assert found.updates == ()
    assert {frozenset(pair) for pair in values(found)} == {frozenset({"23 people", "31 people"})}


def denied(*rows: tuple[str, str]) -> Denial | None:
    readings = [
        prepared(
            report(f"r{number}", name, f"https://{name}.example", SourceKind.WIRE, title, title),
            now=NOW,
        )
        for number, (name, title) in enumerate(rows)
    ]
    return denial_of(corroborate(StoryId("s"), readings).told)


def test_a_denial_disputes_what_another_asserts() -> None:
    found = denied(
        ("Reuters", "Solaro signs contract to sell its Bari works to Hermes"),
        ("AFP", "Solaro denies that it signed a contract to sell its Bari works"),
    )
    assert found is not None
    assert (found.reported[0].name, found.denied[0].name) == ("Reuters", "AFP")
    assert "Reuters reports it, AFP a denial" in found.words


def test_where_all_report_the_denial_or_nobody_asserts_it_nothing_is_disputed() -> None:
    denial = ("AFP", "UN denies claims that fighters hid in the Kolm school")
    assert denied(denial, ("Reuters", "UN disputes claims of fighters in the Kolm school")) is None
    assert denied(denial, ("Reuters", "No fighters hid in the Kolm school, the UN says")) is None
    assert denied(denial, ("Reuters", "Brussels condemns the bombing of the Kolm school")) is None


def test_who_shares_but_the_setting_with_a_denial_asserts_nothing() -> None:
    denial = ("AFP", "UN denies claims that fighters hid in the Kolm school hit by Peru")
    assert denied(denial, ("Reuters", "Peru bombs a school in Kolm, killing children")) is None
    assert denied(denial, ("Reuters", "Fighters hid in the Kolm school hit by Peru, army says"))


MEDIATOR = ("Reuters", "Dockers of Kolm end strike after pay deal, mediator says")


@pytest.mark.parametrize(
    ("report", "denial"),
    [
        (MEDIATOR, "Strike of dockers in Kolm goes on, contradicting the mediator"),
        (MEDIATOR, "Dockers of Kolm reject mediator's account of a pay deal"),
        (MEDIATOR, "Dockers of Kolm call mediator's statement false, strike goes on"),
        (
            ("Reuters", "Kolm city police put march at 9,000, spokeswoman said"),
            "Organisers of Kolm march count 70,000, dispute the city's figure",
        ),
    ],
)
def test_who_contradicts_the_very_speaker_disputes_the_claim(
    report: tuple[str, str], denial: str
) -> None:
    found = denied(report, ("AFP", denial))
    assert found is not None
    assert (found.reported[0].name, found.denied[0].name) == ("Reuters", "AFP")


@pytest.mark.parametrize(
    "denial",
    [
        "Strike of dockers in Kolm goes on, contradicting the minister",
        "Strike of dockers in Kolm goes on, contradicting reports",
        "Dockers of Kolm reject mediator's offer of a pay deal",
        "Dockers of Kolm call mediator brave after pay deal",
    ],
)
def test_who_contradicts_somebody_else_or_refuses_an_offer_disputes_nothing(denial: str) -> None:
    assert denied(MEDIATOR, ("AFP", denial)) is None


def test_where_both_tell_the_contradiction_nothing_is_disputed() -> None:
    ours = "Dockers of Kolm reject mediator's account of a pay deal, union says"
    theirs = "Dockers dispute mediator's version of Kolm pay deal, as the mediator says it holds"
    assert denied(("Reuters", ours), ("AFP", theirs)) is None


def test_a_court_that_denies_a_request_disputes_nothing() -> None:
    assert (
        denied(
            ("Reuters", "Banker Ors asks court for bail in Kolm fraud case"),
            ("AFP", "Judge denies bail to banker Ors in Kolm fraud case"),
        )
        is None
    )
