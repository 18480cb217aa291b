from __future__ import annotations

import pytest

from bot.domain.report import Report, ReportId
from bot.newsdesk.clustering.background import shipped_background
from bot.newsdesk.clustering.signature import Signature, signature
from bot.newsdesk.clustering.vectors import vector
from bot.newsdesk.clustering.veto import veto


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
        ("Magnitude 6.1 quake hits Aceh", "Papua struck by 7.6-magnitude quake", "magnitude"),
        ("Club fires coach Dwyer", "Club hires Dwyer as coach", "act on post"),
        ("Ministry weakens wetland rule", "Ministry restores wetland rule", "act on rule"),
        ("Ferry port closes to lorries", "Ferry port reopens to lorries", "act on access"),
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
        ("Magnitude 6.1 quake hits Aceh", "Magnitude 6.4 quake hits Aceh"),
        ("Magnitude 7.6 quake hits Papua", "After the 7.6 quake a magnitude 6.1 tremor hits Papua"),
        ("Magnitude 6.1 quake hits Aceh", "Fuel up 7.6% in Aceh after magnitude 6.2 quake"),
        ("Opposition hails court of 3 May 2024", "Minister quits on 9 June 2026"),
        ("Senate rejects budget bill", "Senate fails to pass budget bill"),
        ("Club fires coach", "Jury convicts banker, court acquits broker"),
        ("Club fires coach Dwyer", "Club fires coach Dwyer, hires Moyes"),
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


def seen(title: str, text: str) -> Signature:
    report = Report(id=ReportId("r"), publisher="", url="", title=title, text=text)
    return signature(title, text, vector(report, shipped_background()).names)


def group(*signatures: Signature) -> Signature:
    whole = Signature()
    for one in signatures:
        whole.add(one)
    return whole


def arrested(name: str, title: str = "Winger arrested after brawl", more: str = "") -> Signature:
    given, surname = name.split()
    text = (
        f"Police in Leeds held the winger {given} {surname} on Sunday. They questioned {surname} "
        f"for six hours. The club knew that {surname} had been out with friends. {more}"
    )
    return seen(title, text)


def test_two_protagonists_who_do_not_know_each_other_are_in_two_events() -> None:
    assert veto(arrested("Danny Hollis"), arrested("Leo Marsh")) == "other people: hollis / marsh"


def test_a_report_that_knows_both_speaks_for_one_event() -> None:
    both = arrested("Leo Marsh", more="His friend Hollis was let go.")

    assert veto(arrested("Danny Hollis"), both) == ""


def test_who_is_only_quoted_is_no_protagonist() -> None:
    mayor = seen("Mill burns down", "Fire took the old mill in Burnley, said Ann Pope. Pope wept.")
    chief = seen(
        "Mill burns down", "Fire took the old mill in Burnley, said Col Ash. Ash was calm."
    )

    assert mayor.people == chief.people == {}
    assert veto(mayor, chief) == ""


def test_a_later_case_may_recall_the_earlier_one_further_down() -> None:
    recalled = "He is the second in a month. " * 4 + "Hollis was held in May."
    earlier = group(*[arrested("Danny Hollis") for _ in range(3)])
    later = group(*[arrested("Leo Marsh", more=recalled) for _ in range(3)])

    assert veto(earlier, later) == "other people: hollis / marsh"


def test_a_shared_protagonist_leaves_the_other_one_to_the_titles() -> None:
    def fight(title: str, rival: str) -> Signature:
        text = (
            f"Laszlo Kovacs met {rival} in Mannheim. Kovacs stopped {rival.split()[1]} late; "
            f"{rival.split()[1]} had hurt Kovacs, and {rival.split()[1]} fell in round nine."
        )
        return seen(title, text)

    reyes, brandt = "Hector Reyes", "Uwe Brandt"

    assert veto(fight("Kovacs keeps belt", reyes), fight("Champion wins", brandt)) == ""
    assert veto(fight("Kovacs stops Reyes", reyes), fight("Champion beats Brandt", brandt))


def test_titles_alike_but_for_a_name_are_two_events() -> None:
    left = seen("Bank of Korea lifts rate a notch", "In Seoul the Bank of Korea lifted its rate.")
    right = seen("Bank of Ghana lifts rate a notch", "In Accra the Bank of Ghana lifted its rate.")
    mill = seen("Fire destroys dairy in Ridgeway", "Firemen in Ridgeway lost the dairy.")
    church = seen("Fire destroys dairy in Wexley", "Firemen in Wexley lost the dairy.")

    assert veto(left, right).startswith("other place: ")
    assert veto(mill, church) == "other name: ridgeway / wexley"


def test_a_name_that_the_other_text_mentions_is_no_other_name() -> None:
    near = seen("Fire destroys dairy in Ridgeway", "Firemen in Ridgeway, near Wexley, lost it.")
    far = seen("Fire destroys dairy near Wexley", "Firemen from Wexley lost the dairy.")

    assert veto(near, far) == ""


def test_the_day_of_an_event_and_of_its_report_are_one() -> None:
    left = signature("Tram derails in town", "A tram left the rails on 3 May 2024.")
    right = signature("Tram derails in town", "5 May 2024. The line was closed.")
    other = signature("Tram derails in town", "A tram left the rails on Oct. 21, 2026.")

    assert veto(left, right) == ""
    assert veto(left, other) == "other day: 2024-05-03 / 2026-10-21"


def test_one_report_of_many_magnitudes_does_not_speak_for_its_group() -> None:
    plain = [signature("Quake shakes Manokwari") for _ in range(4)]
    odd = signature("Magnitude 7.3, 7.6 and 7.7 quakes shake Manokwari")

    assert veto(group(odd, *plain), signature("Magnitude 6.1 quake hits Aceh")) == ""
