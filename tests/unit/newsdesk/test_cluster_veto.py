from __future__ import annotations

import pytest

from bot.newsdesk.clustering.veto import Signature, signature, veto


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Trump wins Ohio primary", "Trump wins Iowa primary", "place"),
        ("Nintendo Q3 profit rises on console sales", "Nintendo Q4 profit rises", "quarter"),
        ("Acme first-quarter loss widens", "Acme posts second-quarter profit", "quarter"),
        ("Matt Smith is the 11th Doctor", "Peter Capaldi is the 12th Doctor", "ordinal doctor"),
        ("Recap: Cosmos season 1", "Cosmos season 2 begins", "series season"),
        ("Jobs report for April beats forecasts", "Jobs report for June beats forecasts", "month"),
        ("Parliament votes on budget 4 March", "Parliament votes on budget 11 March", "date"),
    ],
)
def test_an_explicit_other_instance_is_refused(left: str, right: str, kind: str) -> None:
    assert veto(signature(left), signature(right)).startswith(f"other {kind}: ")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("China exports fall in February", "Hong Kong shares slide after weak data"),
        ("Fed May raise rates", "Fed raises rates in June"),
        ("Acme Q3 profit rises", "Acme profit rises in third quarter"),
        ("Search for jet widens", "Search for jet widens on March 10"),
        ("Man wins 3rd place in Ohio", "Woman wins 2nd place in Utah fair contest"),
        ("3rd person dies after Ohio fire", "5th person dies after Ohio fire"),
        ("Trial of mayor enters day 3", "Trial of mayor enters day 4"),
        ("German minister visits Berlin", "Minister visits Germany"),
    ],
)
def test_what_is_not_explicit_says_nothing(left: str, right: str) -> None:
    assert veto(signature(left), signature(right)) == ""


def test_a_veto_says_what_it_saw() -> None:
    assert veto(signature("Acme Q1 sales"), signature("Acme Q2 sales")) == "other quarter: 1 / 2"


def test_a_veto_is_the_same_from_both_sides() -> None:
    ohio, iowa = signature("Trump wins Ohio primary"), signature("Trump wins Iowa primary")

    assert bool(veto(ohio, iowa)) == bool(veto(iowa, ohio)) is True


def test_one_odd_title_does_not_speak_for_a_group() -> None:
    group = Signature()
    for title in ("Acme profit rises", "Acme beats forecasts", "Acme Q3 profit up", "Acme up"):
        group.add(signature(title))

    assert veto(group, signature("Acme Q4 outlook cut")) == ""
