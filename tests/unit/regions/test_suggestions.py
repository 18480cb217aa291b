"""A mistyped region is answered with the one that was meant; a half-typed one is completed."""

from __future__ import annotations

import string

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.domain import regions
from bot.domain.regions import Region, RegionKind

COUNTRY_NAMES = [
    region.name for region in regions.all_regions() if region.kind is RegionKind.COUNTRY
]


@st.composite
def one_letter_typos(draw: st.DrawFn) -> tuple[str, str]:
    """A country's name, and the same with one letter left out, doubled, swapped or changed."""
    name = draw(st.sampled_from(COUNTRY_NAMES))
    at = draw(st.integers(0, len(name) - 1))
    letter = draw(st.sampled_from(string.ascii_lowercase))
    before, here, after = name[:at], name[at], name[at + 1 :]
    variants = (
        before + after,
        before + here + here + after,
        before + after[:1] + here + after[1:],
        before + letter + after,
        before + letter + here + after,
    )
    return name, draw(st.sampled_from(variants))


@settings(max_examples=60, deadline=None)
@given(one_letter_typos())
def test_a_one_letter_typo_of_a_country_finds_it(typed: tuple[str, str]) -> None:
    name, typo = typed
    assume(regions.resolve(typo) is None)
    assert name in regions.nearest(typo)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Germny", "Germany"),
        ("Untied States", "United States"),
        ("South Koera", "South Korea"),
        ("Brtain", "United Kingdom"),
        ("EUU", "EU"),
        ("euro zon", "Euro area"),
        ("Euorpe", "Europe"),
        ("Midle East", "Middle East"),
        ("Switz", "Switzerland"),
        ("Beijing", "China"),
        ("Mercosurr", "Mercosur"),
    ],
)
def test_the_first_suggestion_is_the_one_meant(typed: str, first: str) -> None:
    assert regions.nearest(typed)[0] == first


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30), st.integers(1, 5))
def test_there_are_always_as_many_suggestions_as_asked_for(text: str, count: int) -> None:
    suggested = regions.nearest(text, count)
    assert len(set(suggested)) == len(suggested) == count
    assert all(regions.resolve(name) for name in suggested)


def test_a_pasted_article_is_suggested_by_its_beginning() -> None:
    assert regions.nearest("Germny " + "and so on " * 10_000) == regions.nearest(
        ("Germny " + "and so on " * 10)[:80]
    )


def names(found: tuple[Region, ...]) -> list[str]:
    return [region.name for region in found]


def test_an_exact_code_is_the_first_choice() -> None:
    assert names(regions.choices("de"))[0] == "Germany"
    assert names(regions.choices("eu"))[:2] == ["European Union", "Europe"]


def test_names_that_begin_so_come_before_words_that_do() -> None:
    found = names(regions.choices("korea"))
    assert found[0] == "South Korea"
    assert "North Korea" in found
    assert found.index("Korean Peninsula") < found.index("North Korea")


def test_an_alias_completes_to_its_region() -> None:
    assert names(regions.choices("holl")) == ["Netherlands"]
    assert "Côte d'Ivoire" in names(regions.choices("ivory"))


def test_choices_keep_to_the_limit() -> None:
    assert len(regions.choices("")) == 25
    assert regions.choices("")[0].kind is RegionKind.GLOBAL
    assert len(regions.choices("s", limit=3)) == 3
    assert regions.choices("zzzz") == ()


@settings(deadline=None)
@given(st.sampled_from(regions.all_regions()), st.data())
def test_typing_a_name_to_the_end_always_offers_it(region: Region, data: st.DataObject) -> None:
    length = data.draw(st.integers(1, len(region.name)))
    offered = regions.choices(region.name[:length], limit=len(regions.all_regions()))
    assert region in offered
    assert regions.choices(region.name)[0] == region
