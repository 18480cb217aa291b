"""Every way of writing a place finds it, for all of ISO 3166 and not for samples."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import regions
from bot.domain.regions import GLOBAL, RegionKind, UnknownRegionError
from bot.domain.regions.catalogue import claims
from bot.domain.regions.spelling import spelling_key

COUNTRIES = tuple(pycountry.countries)
CASES: tuple[Callable[[str], str], ...] = (str.upper, str.lower, str.title, str.swapcase, str.strip)
CODES = st.sampled_from([region.code for region in regions.all_regions()])


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.alpha_2)
def test_every_iso_code_and_name_resolves_to_its_country(country: pycountry.db.Country) -> None:
    fields = ("alpha_2", "alpha_3", "numeric", "name", "common_name", "official_name")
    spelled = [getattr(country, field) for field in fields if hasattr(country, field)]
    assert {spelling: regions.resolve(spelling) for spelling in spelled} == dict.fromkeys(
        spelled, country.alpha_2
    )


def test_every_region_answers_to_its_code_name_and_spellings() -> None:
    for region in regions.all_regions():
        for spelling in (region.code, region.name, *regions.names_of(region.code)):
            assert regions.resolve(spelling) == region.code, spelling


def test_every_demonym_resolves_to_its_country() -> None:
    for region in regions.all_regions():
        for word in regions.demonyms_of(region.code):
            assert regions.resolve(word) == region.code, word


def test_no_spelling_is_claimed_by_two_regions() -> None:
    claimed = defaultdict(set)
    for spelling, code in claims():
        claimed[spelling_key(spelling)].add(code)
    assert {key: codes for key, codes in claimed.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("UK", "GB"),
        ("Britain", "GB"),
        ("Great Britain", "GB"),
        ("Briton", "GB"),
        ("U.K.", "GB"),
        ("us", "US"),
        ("U.S.", "US"),
        ("u. s. a.", "US"),
        ("the States", "US"),
        ("The United States of America", "US"),
        ("Cote dIvoire", "CI"),
        ("Cote d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("Ivorian", "CI"),
        ("South Korea", "KR"),
        ("Korea, South", "KR"),
        ("TÜRKİYE", "TR"),
        ("Turkey", "TR"),
        ("UAE", "AE"),
        ("Emirati", "AE"),
        ("Burma", "MM"),
        ("Czech Republic", "CZ"),
        ("Swaziland", "SZ"),
        ("Holland", "NL"),
        ("Dutch", "NL"),
        ("Macedonia", "MK"),
        ("Cape Verde", "CV"),
        ("DRC", "CD"),
        ("East Timor", "TL"),
        ("Kosovo", "XK"),
        ("Taiwan", "TW"),
        ("Chinese Taipei", "TW"),
        ("St. Lucia", "LC"),
        ("Trinidad & Tobago", "TT"),
        ("Bosnia Herzegovina", "BA"),
        ("Bahamas, The", "BS"),
        ("Germans", "DE"),
        ("Deutschland", "DE"),
        ("Sao Tome e Principe", None),
        ("142", "Asia"),
        ("Western Europe", "Western Europe"),
        ("southeast asia", "South-eastern Asia"),
        ("Latin America", "Latin America and the Caribbean"),
        ("LatAm", "Latin America and the Caribbean"),
        ("Sub-Saharan Africa", "Sub-Saharan Africa"),
        ("Middle East", "MIDDLE-EAST"),
        ("European Union", "EU"),
        ("eurozone", "EURO-AREA"),
        ("G-7", "G7"),
        ("OPEC", "OPEC"),
        ("opec+", "OPEC+"),
        ("OPEC plus", "OPEC+"),
        ("the Gulf", "GCC"),
        ("Baltics", "BALTICS"),
        ("Baltic nations", "BALTICS"),
        ("BRICS nations", "BRICS"),
        ("EU member states", "EU"),
        ("African countries", "Africa"),
        ("the European bloc", "EU"),
        ("World", GLOBAL),
        ("worldwide", GLOBAL),
        ("001", GLOBAL),
        ("GLOBAL", GLOBAL),
    ],
)
def test_what_people_write_resolves(spelling: str, code: str | None) -> None:
    assert regions.resolve(spelling) == code


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Georgia", "GE"),
        ("America", "US"),
        ("American", "US"),
        ("Americas", "Americas"),
        ("AU", "AU"),
        ("African Union", "AFRICAN-UNION"),
        ("Congo", "CG"),
        ("Congolese", "CD"),
        ("Korea", "KR"),
        ("Guinea", "GN"),
        ("Dominican", "DO"),
        ("Dominica", "DM"),
        ("NA", "NA"),
        ("CAR", "CF"),
        ("IN", "IN"),
        ("it", "IT"),
        ("and", "AD"),
        ("Micronesia", "Micronesia"),
        ("Micronesian", "FM"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Samoa", "WS"),
        ("Virgin Islands", "VI"),
        ("Saint Martin", "MF"),
        ("Central Africa", "Middle Africa"),
        ("Central African", "CF"),
        ("Southern Africa", "Southern Africa"),
        ("South African", "ZA"),
    ],
)
def test_ambiguous_names_mean_what_the_docs_say(spelling: str, code: str) -> None:
    assert regions.resolve(spelling) == code


@pytest.mark.parametrize(
    "text", ["", " ", "the", "Atlantis", "Paris", "China, Japan", "--", "12", "nations"]
)
def test_what_is_no_region_resolves_to_none(text: str) -> None:
    assert regions.resolve(text) is None


def test_only_a_canonical_code_names_a_region() -> None:
    assert regions.region("NL").name == "Netherlands"
    with pytest.raises(UnknownRegionError, match=r"'Holland'.*resolve"):
        regions.region("Holland")
    with pytest.raises(KeyError):
        regions.region("nl")


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("KR", "South Korea"),
        ("GB", "United Kingdom"),
        ("TR", "Türkiye"),
        ("CI", "Côte d'Ivoire"),
        ("RU", "Russia"),
        ("IR", "Iran"),
        ("BO", "Bolivia"),
        ("TW", "Taiwan"),
        ("VA", "Vatican City"),
        ("EU", "European Union"),
        ("Asia", "Asia"),
        ("global", "Global"),
        ("Narnia", "Narnia"),
    ],
)
def test_a_name_is_the_short_one_and_an_unknown_code_stays(code: str, shown: str) -> None:
    assert regions.name(code) == shown


def test_no_country_is_shown_by_a_comma_form() -> None:
    assert [region.name for region in regions.all_regions() if ", " in region.name] == [
        "Europe, Middle East and Africa"
    ]


def test_bare_codes_and_numbers_are_no_names_to_look_for_in_text() -> None:
    assert "IT" not in regions.names_of("IT")
    assert "142" not in regions.names_of("Asia")
    assert "European" not in regions.names_of("Europe")
    assert "Europeans" in regions.demonyms_of("Europe")
    assert regions.names_of("Narnia") == ()


@given(CODES, st.data())
def test_case_accents_and_surroundings_do_not_matter(code: str, data: st.DataObject) -> None:
    spelling = data.draw(
        st.sampled_from((*regions.names_of(code), *regions.demonyms_of(code), code))
    )
    change = data.draw(st.sampled_from(CASES))
    bare = "".join(
        char for char in unicodedata.normalize("NFKD", spelling) if not unicodedata.combining(char)
    )
    before, after = data.draw(st.tuples(st.sampled_from(["", " ", "the ", "\t("]), st.text(" .)")))
    assert regions.resolve(f"{before}{change(bare)}{after}") == code


@given(st.text(max_size=60))
def test_any_text_resolves_to_a_known_region_or_none(text: str) -> None:
    code = regions.resolve(text)
    assert code is None or regions.region(code).kind in RegionKind
