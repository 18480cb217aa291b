"""People, organisations and firms that no table holds, by the form of their names."""

from __future__ import annotations

import pytest

from bot.domain.story import EntityType
from bot.newsdesk.names.extract import mentions_in

REST = " because nobody else had answered the letters that came every other week."
"""Enough small letters for capitals to mean something."""


def named(text: str, *kinds: EntityType) -> list[str]:
    return [mention.name for mention in mentions_in(text + REST) if mention.type in kinds]


def ids(text: str) -> list[str]:
    return [mention.id for mention in mentions_in(text + REST)]


def people(text: str) -> list[str]:
    return named(text, EntityType.PERSON)


def bodies(text: str) -> list[str]:
    return named(text, EntityType.ORGANIZATION, EntityType.COMPANY)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The judge freed Anthony Phillip Marchetti on bail", "Anthony Phillip Marchetti"),
        ("Police caught Orville Joseph Teague Jr. at dawn", "Orville Joseph Teague Jr."),
        ("The will of Mary J. Ostrander was read", "Mary J. Ostrander"),
        ("A letter to Undersheriff Larry Popham was found", "Larry Popham"),
        ("He thanked Robert Quill-who was absent-for it", "Robert Quill"),
        ("They named him Robert Quill\nTimeline of the case", "Robert Quill"),
        ("Nobody expected that detectives Charlie Quill found", "Charlie Quill"),
    ],
)
def test_a_name_is_followed_over_the_capitals_beside_it(text: str, name: str) -> None:
    assert people(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "She was taken to the Betty Marlow Clinic at night",
        "The Nubian Doctors Network says nine died",
        "He is one of your Phil Marlowes, a coach for the ages",
        "The San Diego Sharks lost again",
        "He was flown to Walter Marlow hospital at night",
        "The paper quoted what she had told Parrot Magazine",
        "The trains were late again, said Marlow Rail, and it was the heat",
    ],
)
def test_a_body_a_team_or_a_sort_of_people_is_no_person(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He wrote to the Fish and Wildlife Service", "Fish and Wildlife Service"),
        ("Staff of the UN Relief and Works Agency left", "UN Relief and Works Agency"),
        ("The Oregon Department of Corrections replied", "Oregon Department of Corrections"),
        ("The Central Commission for Elections of Utopia met", None),
    ],
)
def test_an_organisation_is_named_from_its_first_word(text: str, name: str | None) -> None:
    expected = name or "Central Commission for Elections of Utopia"
    assert bodies(text) == [expected]


def test_two_bodies_are_not_run_together() -> None:
    assert bodies("The Transport Agency and Mining Council agreed") == [
        "Transport Agency",
        "Mining Council",
    ]


def test_a_name_that_runs_on_is_no_organisation() -> None:
    assert bodies("The film Party Girl opened") == []
    assert bodies("Labour Party Leader Ann Poe resigned") == ["Labour Party"]


def test_a_law_is_a_policy() -> None:
    text = "The Endangered Rivers Act was passed"
    assert named(text, EntityType.POLICY) == ["Endangered Rivers Act"]
    assert bodies(text) == []


def test_a_central_bank_is_known_by_its_country() -> None:
    ids = [mention.id for mention in mentions_in("Brazil's central bank, and the Peruvian one")]
    assert ids == ["country:BR", "org:bcb", "country:PE"]


@pytest.mark.parametrize(
    "text",
    [
        "Phil Ford spoke. Ford then left",
        "The concert at SAP Arena was sold out",
        "Michael McDonald will sing",
    ],
)
def test_a_man_or_a_hall_with_the_name_of_a_firm_is_no_firm(text: str) -> None:
    assert bodies(text) == []


def test_a_firm_of_its_own_is_not_the_one_whose_name_it_begins_with() -> None:
    assert "company:ge-aerospace" not in ids("GE Healthcare sold its scanners")
    assert "company:ge-aerospace" in ids("GE sold its scanners")


def test_the_firm_stays_where_it_stands_by_its_full_name() -> None:
    assert bodies("Ford Motor chairman Bill Ford spoke. Ford fell 3%") == ["Ford"] * 2
    assert bodies("McDonald’s raised its prices") == ["McDonald's"]


@pytest.mark.parametrize(
    "text",
    [
        "Non-oil trade grew",
        "the oil-rich region",
        "She won a gold medal in judo",
        "He drove off in a silver Lincoln",
        "Fort Coffee elects a mayor",
    ],
)
def test_a_commodity_inside_another_word_says_nothing_of_it(text: str) -> None:
    assert named(text, EntityType.COMMODITY) == []
