"""Inclusion goes upwards only, and nothing lies in GLOBAL."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import regions
from bot.domain.regions import GLOBAL, RegionCode, RegionKind

CODES = st.sampled_from([region.code for region in regions.all_regions()])
VALUES = st.lists(st.one_of(CODES, st.text(max_size=8)), max_size=5)


def up(code: str) -> frozenset[RegionCode]:
    return regions.ancestors(RegionCode(code))


def test_a_story_about_china_is_one_about_asia() -> None:
    assert {"CN", "Eastern Asia", "Asia", "BRICS", "APEC", "GLOBAL-SOUTH"} <= up("CN")


def test_a_story_about_asia_is_not_one_about_china() -> None:
    assert up("Asia") == {"Asia"}


def test_a_story_about_a_bloc_is_not_one_about_a_member() -> None:
    assert {code for code in up("EU") if regions.region(code).kind is RegionKind.COUNTRY} == set()


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("EU", "Europe"),
        ("EURO-AREA", "EU"),
        ("EURO-AREA", "Europe"),
        ("EEA", "Europe"),
        ("SCHENGEN", "Europe"),
        ("ASEAN", "Asia"),
        ("ASEAN", "South-eastern Asia"),
        ("AFRICAN-UNION", "Africa"),
        ("ECOWAS", "Western Africa"),
        ("MERCOSUR", "South America"),
        ("USMCA", "North America"),
        ("GCC", "MIDDLE-EAST"),
        ("MIDDLE-EAST", "MENA"),
        ("Northern Africa", "MENA"),
        ("BENELUX", "EU"),
        ("BALTICS", "EU"),
        ("OPEC", "OPEC+"),
        ("AUKUS", "FIVE-EYES"),
        ("Western Europe", "Europe"),
        ("Western Africa", "Sub-Saharan Africa"),
        ("EU", "G20"),
        ("AFRICAN-UNION", "G20"),
        ("CY", "Asia"),
        ("CY", "Europe"),
    ],
)
def test_what_lies_in_what(inner: str, outer: str) -> None:
    assert outer in up(inner)


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("Europe", "EU"),
        ("EU", "G7"),
        ("EU", "NATO"),
        ("NATO", "Europe"),
        ("BALTICS", "G20"),
        ("LV", "G20"),
        ("NG", "G20"),
        ("GB", "EU"),
        ("GB", "Western Europe"),
        ("CN", GLOBAL),
        ("Asia", GLOBAL),
        ("G20", GLOBAL),
    ],
)
def test_what_does_not_lie_in_what(inner: str, outer: str) -> None:
    assert outer not in up(inner)


def test_members_of_a_group_all_lie_in_it() -> None:
    for region in regions.all_regions():
        assert all(region.code in regions.ancestors(member) for member in region.members)


@given(CODES)
def test_inclusion_is_reflexive_and_transitive_but_for_seats(code: RegionCode) -> None:
    lineage = regions.ancestors(code)
    assert code in lineage
    for above in lineage:
        assert regions.ancestors(above) - {RegionCode("G20")} <= lineage


def test_an_unknown_code_lies_only_in_itself() -> None:
    assert up("Narnia") == {"Narnia"}


def test_a_story_without_regions_is_global() -> None:
    assert regions.expand([]) == {GLOBAL}
    assert regions.expand(()) == {GLOBAL}


def test_a_story_labelled_global_is_global() -> None:
    assert regions.expand(["GLOBAL"]) == {GLOBAL}
    assert regions.expand(["Worldwide"]) == {GLOBAL}


def test_a_story_with_an_unknown_region_is_not_global() -> None:
    assert regions.expand(["Narnia"]) == {"Narnia"}
    assert regions.expand([""]) == {""}


def test_spellings_are_resolved_before_they_are_expanded() -> None:
    assert regions.expand(["china"]) == regions.expand(["CN"]) == up("CN")
    assert regions.expand(["CN", "the eurozone"]) == up("CN") | up("EURO-AREA")


@given(VALUES, VALUES)
def test_more_labels_never_lose_a_region(first: list[str], more: list[str]) -> None:
    gained = regions.expand([*first, *more])
    assert regions.expand(first) <= gained | {GLOBAL}
    if first:
        assert regions.expand(first) <= gained


@given(VALUES)
def test_only_global_labels_and_no_labels_are_global(values: list[str]) -> None:
    labelled = any(regions.resolve(value) == GLOBAL for value in values)
    assert (GLOBAL in regions.expand(values)) == (labelled or not values)
