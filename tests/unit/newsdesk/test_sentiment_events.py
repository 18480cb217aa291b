from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsdesk.sentiment.events import happened, is_rate_decision
from bot.newsdesk.sentiment.words import tokens


def lean(sentence: str) -> int:
    return happened(tokens(sentence)).lean


@pytest.mark.parametrize(
    ("harm", "end"),
    [
        ("A fire in the old town", "The fire in the old town is contained"),
        ("Cholera outbreak in the camp", "End of cholera outbreak in the camp"),
        ("Dockers on strike", "Dockers call off strike"),
        ("New tariffs on timber", "Tariffs on timber lifted"),
        ("Charges against the nurse", "Judge throws out charges against the nurse"),
        ("Famine in the valley", "Rain averts famine in the valley"),
    ],
)
def test_what_ends_a_harm_is_good_news(harm: str, end: str) -> None:
    assert lean(harm) < 0
    assert lean(end) > 0


def test_what_ends_a_boon_is_bad_news() -> None:
    assert lean("Vaccine supply cut") < 0
    assert lean("Truce collapses overnight") < 0


def test_to_uphold_a_burden_is_no_good_news() -> None:
    assert lean("Parliament approves the levy") < 0


def test_a_deal_that_fails_is_no_deal() -> None:
    assert lean("Talks end with a deal") > 0
    assert lean("Talks end without a deal") < 0


def test_an_inquiry_into_a_crime_that_is_dropped_is_neither_good_nor_bad() -> None:
    assert lean("Prosecutor drops theft inquiry") == lean("Prosecutor drops theft charge") == 0
    assert lean("Ministry drops visa fee") > 0


def test_who_was_killed_at_the_end_of_something_is_dead() -> None:
    assert lean("Usher killed when the match ended") < 0


def test_who_falls_to_his_death_is_no_fall_in_deaths() -> None:
    assert lean("Road deaths fall") > 0
    assert lean("New law cuts road deaths") > 0
    assert lean("Two hikers fall to their deaths") < 0


def test_a_container_contains_no_strike() -> None:
    assert lean("Container terminals hit by strike") < 0


def test_a_discussion_of_a_burden_has_hurt_nobody() -> None:
    assert lean("Ministers discuss quotas") == 0


def test_rate_decisions_are_told_from_other_rates() -> None:
    assert is_rate_decision(tokens("Central bank lifts its key rate"))
    assert not is_rate_decision(tokens("Crime rate falls in the capital"))


@given(st.text(max_size=200))
def test_any_text_can_be_counted(text: str) -> None:
    found = happened(tokens(text))
    assert 0 <= found.ended <= found.help
    assert found.harm >= 0
