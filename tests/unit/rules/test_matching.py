"""What a rule means, case by case."""

from __future__ import annotations

import pytest

from bot.domain.story import Entity, EntityType, SentimentLabel
from bot.domain.subscription import Bounds, Criteria, Exclusion
from bot.rules.predicate import matches
from bot.rules.terms import facts_of
from tests.unit.rules.strategies import make_story, named


def group(*values: str) -> tuple[frozenset[str], ...]:
    return (frozenset(values),)


@pytest.mark.parametrize(
    ("story", "wanted", "met"),
    [
        (("DE",), ("EU",), True),
        (("CN",), ("Asia",), True),
        (("Asia",), ("CN",), False),
        (("EU",), ("DE",), False),
        (("EU",), ("Europe",), True),
        (("ASEAN",), ("Asia",), True),
        (("GB",), ("EU",), False),
        (("GB",), ("EU", "GB"), True),
        ((), ("EU",), False),
        ((), ("global",), True),
        (("DE",), ("global",), False),
        (("Atlantis",), ("global",), False),
        (("NO",), ("NO",), True),
    ],
)
def test_region_rules(story: tuple[str, ...], wanted: tuple[str, ...], *, met: bool) -> None:
    facts = facts_of(make_story(regions=story))
    assert matches(Criteria(regions=group(*wanted)), facts) is met


@pytest.mark.parametrize(
    ("story", "wanted", "met"),
    [
        ("Tesla, Inc.", "Tesla", True),
        ("Tesla", "tesla inc", True),
        ("TESLA", "Tésla", True),
        ("Applebee's", "Apple", False),
        ("Apple Hospitality", "Apple", False),
        ("Apple Inc.", "Apple", True),
        ("L’Oréal S.A.", "loreal", True),
        ("Coca-Cola", "coca cola", True),
        ("Johnson & Johnson", "Johnson and Johnson", True),
        ("OPEC+", "OPEC", False),
        ("AT&T", "AT", False),
        ("Taiwan Semiconductor Manufacturing Co.", "TSMC", True),
        ("TSMC", "company:tsmc", True),
        ("RMB", "Chinese yuan", True),
        ("U.S. Steel", "US Steel", True),
        ("A.P. Møller-Mærsk A/S", "Maersk", True),
        ("Some Small Firm GmbH", "some small firm", True),
        ("Small Firm", "Some Small Firm", False),
    ],
)
def test_entity_names(story: str, wanted: str, *, met: bool) -> None:
    facts = facts_of(make_story(entities=named(story)))
    assert matches(Criteria(entities=group(wanted)), facts) is met


def test_an_entity_is_found_by_its_id_and_by_its_aliases() -> None:
    mofcom = Entity(
        id="org:acme-x",
        name="Board of Rivers",
        type=EntityType.ORGANIZATION,
        aliases=("BoR", "Rivers Board"),
    )
    facts = facts_of(make_story(entities=(mofcom,)))
    for wanted in ("org:acme-x", "ORG:ACME-X", "bor", "rivers board", "Board of Rivers"):
        assert matches(Criteria(entities=group(wanted)), facts), wanted
    assert not matches(Criteria(entities=group("acme-x")), facts)


def test_a_ministry_is_known_by_the_place_the_story_is_about() -> None:
    ministry = (Entity(id="", name="Ministry of Commerce", type=EntityType.ORGANIZATION),)
    rule = Criteria(entities=group("MOFCOM"))
    assert matches(rule, facts_of(make_story(regions=("CN",), entities=ministry)))
    assert not matches(rule, facts_of(make_story(regions=("TH",), entities=ministry)))


def test_a_country_is_an_entity_under_all_its_names() -> None:
    country = (Entity(id="country:TR", name="Turkey", type=EntityType.COUNTRY),)
    facts = facts_of(make_story(entities=country))
    for wanted in ("Türkiye", "country:TR", "Turkey", "TR"):
        assert matches(Criteria(entities=group(wanted)), facts), wanted


def test_a_person_is_not_the_company_of_that_name() -> None:
    person = (Entity(id="", name="Mr Ford", type=EntityType.PERSON, aliases=("Ford Motor Fan",)),)
    assert not matches(Criteria(entities=group("Ford")), facts_of(make_story(entities=person)))
    namesake = (Entity(id="", name="Ford", type=EntityType.PERSON),)
    facts = facts_of(make_story(entities=namesake))
    assert not matches(Criteria(entities=group("Ford Motor Company")), facts)


def test_a_surname_is_not_a_legal_form() -> None:
    facts = facts_of(make_story(entities=named("Mário Sá")))
    assert not matches(Criteria(entities=group("Mario")), facts)
    assert matches(Criteria(entities=group("Mario Sa")), facts)


def test_one_key_written_twice_must_hold_twice() -> None:
    both = Criteria(regions=(frozenset({"EU"}), frozenset({"CN"})))
    assert matches(both, facts_of(make_story(regions=("DE", "CN"))))
    assert not matches(both, facts_of(make_story(regions=("DE",))))


def test_an_exclusion_alone_lets_region_less_stories_through() -> None:
    rule = Criteria(exclude=Exclusion(regions=frozenset({"RU"})))
    assert matches(rule, facts_of(make_story()))
    assert not matches(rule, facts_of(make_story(regions=("DE", "RU"))))


def test_an_excluded_area_excludes_its_countries() -> None:
    rule = Criteria(exclude=Exclusion(regions=frozenset({"EU"})))
    assert not matches(rule, facts_of(make_story(regions=("PL",))))
    assert matches(rule, facts_of(make_story(regions=("Europe",))))


def test_category_and_sentiment_are_compared_without_case() -> None:
    rule = Criteria(categories=group("Real-Estate"), sentiment=group("negative"))
    story = make_story(category="real estate", sentiment=SentimentLabel.NEGATIVE)
    assert matches(rule, facts_of(story))


@pytest.mark.parametrize(
    ("bounds", "met"),
    [(Bounds(7, None), True), (Bounds(8, None), False), (Bounds(None, 6), False)],
)
def test_bounds_hold_for_impact_and_sources(bounds: Bounds, *, met: bool) -> None:
    facts = facts_of(make_story(impact=7, sources=7))
    assert matches(Criteria(impact=bounds), facts) is met
    assert matches(Criteria(sources=bounds), facts) is met


def test_an_empty_rule_asks_for_every_story() -> None:
    assert matches(Criteria(), facts_of(make_story()))
