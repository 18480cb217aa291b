"""The tables are whole: every country has its areas and words, every bloc its members."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from bot.domain import regions
from bot.domain.regions import GLOBAL, Region, RegionCode, RegionKind, iso, m49, tables
from bot.domain.regions.catalogue import GROUPS
from bot.domain.regions.spelling import spelling_key

COUNTRIES = frozenset(iso.COUNTRIES)
NO_AREA = {"AQ"}
NO_CAPITAL = {"AQ", "BV", "HK", "HM", "MO", "TK", "UM"}

COUNTS = {
    "EU": 27,
    "EURO-AREA": 21,
    "EEA": 30,
    "EFTA": 4,
    "SCHENGEN": 29,
    "COUNCIL-OF-EUROPE": 46,
    "NATO": 32,
    "ASEAN": 11,
    "RCEP": 15,
    "CPTPP": 12,
    "APEC": 21,
    "BRICS": 11,
    "G7": 7,
    "G20": 19,
    "OECD": 38,
    "OPEC": 11,
    "OPEC+": 21,
    "GCC": 6,
    "ARAB-LEAGUE": 22,
    "OIC": 57,
    "AFRICAN-UNION": 55,
    "ECOWAS": 12,
    "SADC": 16,
    "EAC": 8,
    "MERCOSUR": 6,
    "USMCA": 3,
    "CARICOM": 15,
    "PACIFIC-ALLIANCE": 4,
    "ANDEAN-COMMUNITY": 4,
    "COMMONWEALTH": 56,
    "CIS": 9,
    "CSTO": 6,
    "EAEU": 5,
    "SCO": 10,
    "OTS": 5,
    "SAARC": 8,
    "PACIFIC-ISLANDS-FORUM": 18,
    "FIVE-EYES": 5,
    "QUAD": 4,
    "AUKUS": 3,
    "VISEGRAD": 4,
    "BENELUX": 3,
    "NORDICS": 8,
    "BALTICS": 3,
}


def members(code: str) -> frozenset[RegionCode]:
    return regions.region(code).members


def of_kind(kind: RegionKind) -> list[Region]:
    return [region for region in regions.all_regions() if region.kind is kind]


def test_countries_are_all_of_iso_and_kosovo() -> None:
    assert {region.code for region in of_kind(RegionKind.COUNTRY)} == COUNTRIES
    assert len(COUNTRIES) == 250
    assert regions.name("NA") == "Namibia"


def test_every_country_lies_in_exactly_one_continent() -> None:
    held = Counter(code for continent in m49.CONTINENTS for code in members(continent))
    assert held == Counter(COUNTRIES - NO_AREA)


def test_every_country_lies_in_exactly_one_smallest_area() -> None:
    unions = {"Sub-Saharan Africa", "Latin America and the Caribbean", "North America"}
    leaves = [
        area.code
        for area in of_kind(RegionKind.AREA)
        if area.code not in unions and area.code not in m49.CONTINENTS
    ]
    held = Counter(code for leaf in leaves for code in members(leaf))
    assert held == Counter(COUNTRIES - NO_AREA)


def test_every_country_has_a_demonym_and_a_capital_where_there_is_one() -> None:
    assert {code for code in COUNTRIES if not regions.demonyms_of(code)} == set()
    assert {code for code in COUNTRIES if not regions.capitals_of(code)} == NO_CAPITAL


def test_no_seat_of_government_is_that_of_two_countries() -> None:
    held = defaultdict(set)
    for code in COUNTRIES:
        for seat in regions.capitals_of(code):
            held[spelling_key(seat)].add(code)
    assert {seat: codes for seat, codes in held.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        ("Beijing", "CN"),
        ("Brussels", "BE"),
        ("Downing Street", "GB"),
        ("the Kremlin", "RU"),
        ("the White House", "US"),
    ],
)
def test_buildings_stand_for_governments(seat: str, code: str) -> None:
    assert seat in regions.capitals_of(code)


@pytest.mark.parametrize(("code", "count"), COUNTS.items())
def test_a_bloc_has_as_many_members_as_its_own_list(code: str, count: int) -> None:
    assert len(members(code)) == count


def test_groups_hold_only_known_countries_and_state_only_known_groups() -> None:
    for code, group in GROUPS.items():
        assert group.members, code
        assert group.members <= COUNTRIES, code
        assert {*group.within, *group.seats} <= set(GROUPS), code


def test_every_region_says_where_its_members_come_from() -> None:
    assert all(region.source for region in regions.all_regions())
    assert all(tables.AS_OF in region.source for region in of_kind(RegionKind.BLOC))


def test_recent_changes_of_membership_are_in() -> None:
    assert "BG" in members("EURO-AREA")
    assert "TL" in members("ASEAN")
    assert {"ID", "EG", "ET", "IR", "AE"} <= members("BRICS")
    assert members("ECOWAS").isdisjoint({"ML", "NE", "BF"})
    assert members("OPEC").isdisjoint({"AO", "AE", "QA"})
    assert {"FI", "SE"} <= members("NATO")
    assert "BO" in members("MERCOSUR")


def test_only_the_nested_pair_has_equal_members() -> None:
    # Since Timor-Leste joined, ASEAN is M49's South-eastern Asia; each lies in the other.
    by_members = defaultdict(set)
    for code, group in GROUPS.items():
        by_members[group.members].add(code)
    assert [codes for codes in by_members.values() if len(codes) > 1] == [
        {"ASEAN", "South-eastern Asia"}
    ]


def test_a_row_listed_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="'FR' is listed twice"):
        tables.rows("FR: France\nDE: Germany\nFR: French Republic")


def test_global_has_no_members() -> None:
    assert regions.region(GLOBAL).kind is RegionKind.GLOBAL
    assert members(GLOBAL) == frozenset()
