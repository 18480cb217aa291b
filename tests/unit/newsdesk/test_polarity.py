from __future__ import annotations

import pytest

from bench.sentfin import DEFAULT, read
from bot.domain.story import Entity, EntityType, Polarity
from bot.newsdesk.sentiment.polarity import affected, polarity

BAR = 0.75


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
    finding = polarity(sentence, entity, finance=False)
    assert (finding.polarity, finding.because) == (expected, sentence)


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


def test_entity_that_is_not_named_is_unknown() -> None:
    finding = polarity("Prices rise in Spain", "Portugal", finance=False)
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
