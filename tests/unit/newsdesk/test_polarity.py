from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.affected_sentences import SENTENCES, told_of
from bench.sentfin import DEFAULT, read
from bot.domain import regions
from bot.domain.story import Entity, EntityType, Polarity
from bot.newsdesk.names.people import slug
from bot.newsdesk.sentiment.polarity import affected, polarity, role

BAR = 0.75
ROLE_BAR = 0.8


def a(name: str, kind: EntityType = EntityType.COUNTRY) -> Entity:
    """An entity as extraction would name it."""
    code = regions.resolve(name) if kind in {EntityType.COUNTRY, EntityType.REGION} else None
    found = f"country:{code}" if kind is EntityType.COUNTRY else f"region:{code}"
    return Entity(id=found if code else f"{kind}:{slug(name)}", name=name, type=kind)


def verdict(sentence: str, name: str, kind: EntityType = EntityType.COUNTRY) -> Polarity:
    return role(sentence, a(name, kind)).polarity


@pytest.mark.parametrize(
    ("sentence", "entity", "expected"),
    [
        ("The US imposes 25% tariffs on steel from Canada", "Canada", "negative"),
        ("EU sanctions against Belarus are extended", "Belarus", "negative"),
        ("Chile deepens ties with Peru", "Peru", "positive"),
        ("Japan lifts ban on beef from Brazil", "Brazil", "positive"),
        ("Trade routes are diversified toward ASEAN members", "ASEAN", "positive"),
        ("It grows as a buyer of farm goods in Latin America", "Latin America", "positive"),
        ("The minister spoke in Germany on Monday", "Germany", "neutral"),
        ("Earthquake in Nepal destroys villages", "Nepal", "negative"),
        ("World Bank approves $500 million loan to Kenya", "Kenya", "positive"),
        ("Russia invades Ukraine", "Ukraine", "negative"),
        ("Ban on exports of rice by India", "India", "neutral"),
    ],
)
def test_role_in_the_sentence_decides_outside_finance(
    sentence: str, entity: str, expected: str
) -> None:
    finding = role(sentence, a(entity, _KINDS.get(entity, EntityType.COUNTRY)))
    assert (finding.polarity, finding.because) == (expected, sentence)


_KINDS = {"ASEAN": EntityType.REGION, "Latin America": EntityType.REGION}


@pytest.mark.parametrize(
    ("sentence", "actor", "target"),
    [
        ("France fined Acme Corp over price fixing", "France", "Acme Corp"),
        ("Peru sued Acme Corp over a spill", "Peru", "Acme Corp"),
        ("Acme Corp was banned by Chile for two years", "Chile", "Acme Corp"),
    ],
)
def test_who_acts_is_not_who_is_hurt(sentence: str, actor: str, target: str) -> None:
    assert verdict(sentence, actor) is Polarity.NEUTRAL
    assert verdict(sentence, target, EntityType.COMPANY) is Polarity.NEGATIVE


@pytest.mark.parametrize(
    "sentence",
    [
        "Six people died when a ferry sank off Norway",
        "The quake rocked western Norway at noon",
        "Norway mourned the victims of the avalanche",
        "Two Norwegian soldiers killed in ambush",
        "A cholera outbreak in Norway has infected 90 people",
    ],
)
def test_casualties_and_hazards_hurt_the_place(sentence: str) -> None:
    assert verdict(sentence, "Norway") is Polarity.NEGATIVE


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway contained its measles outbreak",
        "Norway: measles outbreak declared over",
        "The measles outbreak in Norway is over",
        "The pact removes duties on 80 percent of Norway's fish exports",
        "Canada lifted a ban on cod imports from Norway",
        "Norway was declared free of foot rot",
    ],
)
def test_the_end_of_a_harm_helps_even_with_a_quantity(sentence: str) -> None:
    assert verdict(sentence, "Norway") is Polarity.POSITIVE


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no cure for the Norway strain yet",
        "Ten thousand came to the Norway Arena despite the storm",
        "The talks in Oslo ended without a deal after the attack",
        "Flooding was expected, Norway said",
    ],
)
def test_a_modifier_a_longer_name_a_venue_and_a_speaker_are_neutral(sentence: str) -> None:
    assert verdict(sentence, "Norway") in {Polarity.NEUTRAL, Polarity.UNKNOWN}


def test_a_currency_that_measures_a_fine_is_not_fined() -> None:
    found = verdict("Regulators hit Acme with a 3 million-euro fine", "euro", EntityType.CURRENCY)
    assert found in {Polarity.NEUTRAL, Polarity.UNKNOWN}


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_sentence_around_a_name_can_be_read(before: str, after: str) -> None:
    sentence = f"{before} Norway {after}"
    found = role(sentence, a("Norway"))
    assert found.because in {"", sentence}
    assert (found.because == "") == (found.polarity is Polarity.UNKNOWN)


def test_a_name_gains_or_loses_by_what_it_gets() -> None:
    firm = EntityType.COMPANY
    assert verdict("Acme received approval for its pump", "Acme", firm) is Polarity.POSITIVE
    assert verdict("Acme posts record loss of $2 billion", "Acme", firm) is Polarity.NEGATIVE
    assert verdict("Acme is to release a guide on Monday", "Acme", firm) is Polarity.NEUTRAL


def test_a_bankruptcy_under_the_law_of_a_country_is_not_its_own() -> None:
    assert verdict("Shop files for Chile bankruptcy", "Chile") is Polarity.NEUTRAL
    assert verdict("Chile floods destroy homes", "Chile") is Polarity.NEGATIVE


def test_what_belongs_to_a_name_shares_its_fate() -> None:
    assert verdict("Chile's copper exports fell sharply", "Chile") is Polarity.NEGATIVE
    assert verdict("Fitch raised the credit rating of Chile", "Chile") is Polarity.POSITIVE


def test_of_the_merely_named_only_who_stands_in_a_title_is_listed() -> None:
    sentences = ["Chile opens talks with miners.", "The survey was read in Peru."]
    found = affected([a("Chile"), a("Peru")], sentences, category="politics", titles=sentences[:1])
    assert [item.name for item in found] == ["Chile"]


def test_who_only_speaks_in_a_title_is_not_listed() -> None:
    title = "Chile says vote counts are complete"
    assert affected([a("Chile")], [title], category="politics", titles=[title]) == ()


@pytest.mark.parametrize("part", ["tuned", "held"])
def test_labelled_sentences_reach_the_bar(part: str) -> None:
    rows = [row for row in SENTENCES if row.part == part]
    right = [told_of(row) is row.polarity for row in rows]
    assert len(rows) >= 59
    assert sum(right) / len(right) >= ROLE_BAR


@pytest.mark.parametrize(
    ("sentence", "entity", "others", "expected"),
    [
        ("Yen falls as dollar rallies", "Yen", ("dollar",), "negative"),
        ("Yen falls as dollar rallies", "dollar", ("Yen",), "positive"),
        ("Acme shares jump after upgrade by Goldman Sachs", "Acme", ("Goldman Sachs",), "positive"),
    ],
)
def test_clause_around_the_entity_decides_in_finance(
    sentence: str, entity: str, others: tuple[str, ...], expected: str
) -> None:
    assert polarity(sentence, entity, others=others).polarity == expected


def test_other_names_are_found_where_none_are_given() -> None:
    sentence = "Shares of Acme jump while rival Globex sinks"
    assert polarity(sentence, "Acme").polarity is Polarity.POSITIVE
    assert polarity(sentence, "Globex").polarity is Polarity.NEGATIVE


def test_entity_that_is_not_named_is_unknown() -> None:
    finding = role("Prices rise in Spain", a("Portugal"))
    assert (finding.polarity, finding.because) == (Polarity.UNKNOWN, "")


def test_part_of_a_word_is_not_the_entity() -> None:
    assert polarity("Indiana floods close roads", "India").polarity is Polarity.UNKNOWN


def test_sentence_with_an_effect_decides_over_one_without() -> None:
    canada = Entity(id="country:CA", name="Canada", type=EntityType.COUNTRY)
    found = affected(
        [canada],
        ["Officials met in Canada.", "The tariffs on Canada start on Monday."],
        category="trade",
    )
    assert [(item.polarity, item.because) for item in found] == [
        (Polarity.NEGATIVE, "The tariffs on Canada start on Monday.")
    ]


def test_alias_names_the_entity_too() -> None:
    ministry = Entity(
        id="org:mofcom",
        name="Ministry of Commerce",
        type=EntityType.ORGANIZATION,
        aliases=("MOFCOM",),
    )
    (found,) = affected([ministry], ["MOFCOM spoke to reporters."], category="trade")
    assert found.polarity is Polarity.NEUTRAL


def test_unnamed_entities_are_left_out() -> None:
    peru = Entity(id="country:PE", name="Peru", type=EntityType.COUNTRY)
    assert affected([peru], ["Chile exports copper."], category="trade") == ()


@pytest.mark.shared
@pytest.mark.skipif(not DEFAULT.exists(), reason="SEntFiN is not on this machine")
def test_held_back_mixed_headlines_reach_the_bar() -> None:
    mixed = [line for line in read(DEFAULT) if line.held_back and line.mixed]
    verdicts = [
        polarity(line.title, name, others=line.names).polarity == label
        for line in mixed
        for name, label in line.entities
    ]
    assert sum(verdicts) / len(verdicts) >= BAR
