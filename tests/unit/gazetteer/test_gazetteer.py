"""The list of well-known names is consistent, and finds what people write."""

from __future__ import annotations

import pytest

from bot.domain import gazetteer
from bot.domain import regions as geography
from bot.domain.gazetteer.tables import read_table
from bot.domain.story import EntityType


@pytest.mark.parametrize(
    ("written", "identity"),
    [
        ("TSMC", "company:tsmc"),
        ("taiwan semiconductor manufacturing co., ltd.", "company:tsmc"),
        ("J.P. Morgan", "company:jpmorgan"),
        ("JPMorgan Chase & Co.", "company:jpmorgan"),
        ("Nestle SA", "company:nestle"),
        ("the Fed", "org:fed"),
        ("org:ECB", "org:ecb"),
        ("RMB", "currency:CNY"),
        ("MOFCOM", "org:mofcom"),
        ("Chinas Ministry of Commerce", "org:mofcom"),
        ("rare-earth elements", "commodity:rare-earths"),
    ],
)
def test_names_aliases_and_ids_lead_to_one_entity(written: str, identity: str) -> None:
    assert gazetteer.canonical(written) == identity


@pytest.mark.parametrize("unknown", ["", "…", "Apple Hospitality", "Merck", "Orange", "Gazprm"])
def test_what_is_not_listed_stays_unknown(unknown: str) -> None:
    assert gazetteer.canonical(unknown) is None


def test_every_name_leads_back_to_its_entity() -> None:
    for entity in gazetteer.all_entities():
        for name in (entity.id, entity.name, *entity.aliases):
            assert gazetteer.canonical(name) == entity.id


def test_local_names_need_the_place_and_never_clash_there() -> None:
    for entity in gazetteer.all_entities():
        for name in entity.local_names:
            assert gazetteer.canonical(name) is None, name
            assert gazetteer.canonical(name, [entity.region]) == entity.id


def test_every_home_is_a_region() -> None:
    homes = {entity.region for entity in gazetteer.all_entities() if entity.region}
    assert all(geography.region(home) for home in homes)


def test_an_id_says_its_type_and_unknown_ones_are_none() -> None:
    found = gazetteer.entity("COMPANY:TSMC")
    assert found is not None
    assert found.type is EntityType.COMPANY
    assert gazetteer.entity("company:nobody") is None
    assert "Taiwan Semiconductor" in gazetteer.names()


def test_a_line_may_be_continued_and_must_have_the_form() -> None:
    (entity,) = read_table("org:x DE: X |\n  Ex | ~Board")
    assert (entity.aliases, entity.local_names) == (("Ex",), ("Board",))
    with pytest.raises(ValueError, match="gazetteer"):
        read_table("planet:mars: Mars")
