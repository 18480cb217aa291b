"""What a place name means, by rules that reach beyond one sentence."""

from __future__ import annotations

import pytest

from bot.newsdesk.names.extract import countries_in, mentions_in, regions_in


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("A bakery in Florence, Oregon, won the prize", {"US"}),
        ("The mill in Paris, Ontario, was sold", {"CA"}),
        ("Ships from Tripoli, Lebanon, were late", {"LB"}),
        ("In Valencia, Venezuela, the road is closed.", {"VE"}),
        ("They fled Tripoli, Lebanon's old port town, by sea", {"LB"}),
        ("In Valencia, Venezuela’s third city of note, shops shut", {"VE"}),
    ],
)
def test_what_stands_behind_the_comma_moves_a_place(text: str, countries: set[str]) -> None:
    assert countries_in(text) == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("They went to Vienna, Hungary and Slovenia", {"AT", "HU", "SI"}),
        ("After talks in Geneva, Russia agreed to wait", {"CH", "RU"}),
        ("After talks in Geneva, Russia's envoys left", {"CH", "RU"}),
        ("In Geneva, Russia's capital flight was the theme", {"CH", "RU"}),
        ("Back in Vienna, Hungary's second city, Debrecen, was on every lip", {"AT", "HU"}),
        ("Back from Paris, Texas Governor Ann Poe spoke", {"FR", "US"}),
    ],
)
def test_a_list_or_a_new_clause_moves_no_place(text: str, countries: set[str]) -> None:
    assert countries_in(text) == countries


def test_one_phrase_may_name_two_countries() -> None:
    north, south = sorted(mentions_in("The two Koreas talked"), key=lambda m: m.region)
    assert (north.region, south.region) == ("KP", "KR")
    assert (north.start, north.end) == (south.start, south.end)


def test_an_area_called_by_its_countries_is_the_countries() -> None:
    assert regions_in("Rain fell on Australia and New Zealand") == {"AU", "NZ"}
    assert regions_in("Rain fell on the Middle East and North Africa") == {"MENA"}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The Kampala Gazette broke the story of the lost ferry", set()),
        ("Readers of the Nairobi Evening Post wrote many angry letters", set()),
        ("It stood in the Herald of Malta some weeks ago", set()),
        ("Investors sold India Cement after the report was out", set()),
        ("Shares in Kuwait Petroleum Corporation were not traded", set()),
    ],
)
def test_a_place_in_the_name_of_a_paper_or_a_firm_is_none(text: str, countries: set[str]) -> None:
    assert countries_in(text) == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("China Steel exports will be taxed by the mile", {"CN"}),
        ("England Star Quill Out Of Cup Tie", {"GB"}),
        ("Hard China Times Ahead For Makers Of Toys", {"CN"}),
        ("He sold German Mail stamps to anybody who asked", {"DE"}),
        ("In hard times of Malta nobody spoke", {"MT"}),
    ],
)
def test_a_word_that_papers_and_firms_use_may_be_an_ordinary_one(
    text: str, countries: set[str]
) -> None:
    assert countries_in(text) == countries


@pytest.mark.parametrize(
    "text",
    [
        "Kenya Quill, a former prosecutor, runs the office",
        "India Quill, the bank's longest-serving director, leaves in May",
        "They hired lawyer Asia Quill for the appeal",
    ],
)
def test_a_country_is_a_first_name_where_an_office_is_told(text: str) -> None:
    assert countries_in(text) == set()


def test_a_country_stays_one_beside_somebody_called_like_it() -> None:
    assert countries_in("Israel Quill said that Israel would wait") == {"IL"}
    assert countries_in("Trade in Asia Quill, an analyst said, was thin and India lost") == {"IN"}
    assert countries_in("Nobody buys India Gold, an analyst at a bank said") == {"IN"}


def test_a_currency_names_its_country_unless_it_counts_money() -> None:
    assert countries_in("The Turkish lira fell") == {"TR"}
    assert countries_in("A fine of 300 Swiss francs") == set()
    assert countries_in("The lira fell") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Air India ordered ten jets",
        "Kenya Airways ordered ten jets",
        "Kentucky Fried Chicken opens a branch",
        "Paris Olsson said she would appeal",
        "Jordan Scores 38 and Leads Comeback",
        "How to Thaw a Turkey Safely",
        "The Sudan strain is harder to treat",
        "A bus stopped outside Jamaica Hospital",
    ],
)
def test_a_country_inside_another_name_is_none(text: str) -> None:
    assert countries_in(text) == set()


def test_the_state_of_georgia_is_known_by_having_no_other_adjective() -> None:
    assert countries_in("A Georgia sheriff resigned") == {"US"}
    assert countries_in("A Georgian sheriff resigned") == {"GE"}


def test_one_of_the_gulf_states_is_not_their_council() -> None:
    assert regions_in("Exports to the Gulf state rose") == frozenset()
    assert regions_in("Exports to the Gulf states rose") == {"GCC"}


def test_a_club_is_not_where_the_event_is() -> None:
    found = mentions_in("He left Real Madrid and Manchester United for a rival in Lisbon")
    assert [(mention.text, mention.venue) for mention in found] == [
        ("Madrid", True),
        ("Manchester", True),
        ("Lisbon", False),
    ]


def test_the_home_of_a_medium_is_an_aside() -> None:
    asides = [mention.aside for mention in mentions_in("The Taiwanese magazine and Peru agree")]
    assert asides == [True, False]
