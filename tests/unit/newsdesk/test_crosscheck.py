"""What origins agree on, what they differ on, and what is only an update."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.newsdesk.verifying.crosscheck import Crosscheck, crosscheck
from bot.newsdesk.verifying.facts import Statement

START = datetime(2026, 3, 6, 8, tzinfo=UTC)


def told(origin: str, text: str, hours: int = 0, *, front: bool = True) -> Statement:
    return Statement(origin=origin, text=text, at=START + timedelta(hours=hours), front=front)


def between(first: str, second: str, *, front: bool = True) -> Crosscheck:
    return crosscheck([told("a", first, front=front), told("b", second, 3, front=front)])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Acme buys Bolt for $1.2 billion", "Acme to buy Bolt in a deal worth about $1.23bn"),
        ("ECB cuts deposit rate to 2.0%", "ECB cuts its deposit rate to 2%"),
        ("Quake kills at least 12 people in Peru", "Quake in Peru kills 15 people"),
    ],
)
def test_equal_or_rounded_numbers_agree(first: str, second: str) -> None:
    found = between(first, second)
    assert [agreement.origins for agreement in found.agreements] == [{"a", "b"}]
    assert not found.clashes
    assert found.disputed_share == 0


@pytest.mark.parametrize(
    ("first", "second", "about"),
    [
        ("Acme buys Bolt for $1.2 billion", "Acme to buy Bolt for $1.9 billion", "amount"),
        ("Court fines Acme 40 million euros", "Court fines Acme 60 million euros", "amount"),
        ("Parliament passes the law 52-48", "Parliament passes the law 55-45", "result"),
    ],
)
def test_the_same_matter_with_another_number_is_a_conflict(
    first: str, second: str, about: str
) -> None:
    found = between(first, second)
    assert [clash.about for clash in found.clashes] == [about]
    assert found.clashes[0].core
    assert found.disputed_share == 1


def test_a_later_larger_toll_is_an_update() -> None:
    found = between("Quake in Peru kills 12 people", "Quake in Peru kills 15 people")
    assert not found.clashes
    assert [(u.earlier.number.value, u.later.number.value) for u in found.updates] == [(12, 15)]


def test_a_toll_that_grew_within_its_bound_is_an_update_too() -> None:
    found = between("Quake in Peru kills at least 12", "Peru quake: death toll rises to 31")
    assert not found.clashes
    assert [(u.earlier.number.value, u.later.number.value) for u in found.updates] == [(12, 31)]


def test_a_later_smaller_toll_is_a_conflict() -> None:
    found = between("Quake in Peru kills 15 people", "Quake in Peru kills 12 people")
    assert [clash.about for clash in found.clashes] == ["people killed"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Acme was founded in 1999", "Acme was founded in 2001"),
        ("The talks resume on 6 March", "The talks resume on 9 March"),
        ("Acme's revenue rose 5%", "Acme's profit fell 7% as costs grew"),
        ("Quake kills 12 people in Peru", "Quake injures 140 people in Peru"),
        ("Acme cut 300 jobs in Spain", "Bolt hires 500 people in Chile"),
        ("Revenue rose 5% and profit rose 7%", "Revenue rose 4%"),
    ],
)
def test_years_dates_and_other_matters_are_no_conflict(first: str, second: str) -> None:
    assert not between(first, second).clashes


def test_background_deep_in_the_text_makes_no_conflict() -> None:
    found = between("Acme buys Bolt for $1bn", "Acme buys Bolt for $2bn", front=False)
    assert not found.clashes


def test_one_origin_cannot_agree_or_differ_with_itself() -> None:
    found = crosscheck([told("a", "Acme pays $1bn"), told("a", "Acme pays $2bn")])
    assert (found.agreements, found.clashes) == ((), ())
