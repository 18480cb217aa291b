"""Values are looked up; what cannot be meant is refused with the nearest."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.grammar import parse
from bot.commands.lexicon import Lexicon
from bot.commands.meaning import refuse_words, understand
from bot.commands.model import Term
from bot.commands.requests import Wish
from bot.domain import regions as geography
from bot.domain.subscription import Bounds, Criteria, Exclusion, Mode
from bot.errors import RequestRefused
from bot.ports.stores import Vocabulary

LEXICON = Lexicon(
    Vocabulary(
        entities=("Baltic Grid Operator", "Mara Lind"),
        aliases=(("BGO", "Baltic Grid Operator"), ("org:bgo", "Baltic Grid Operator")),
        categories=("energy", "economy", "sports"),
    )
)
SETTINGS = ("name", "mode")


def wish(text: str, *, clearing: bool = False) -> Wish:
    terms = parse(f"subscribe {text}").terms
    return understand(terms, LEXICON, settings=SETTINGS, clearing=clearing)


def refusal(text: str) -> RequestRefused:
    with pytest.raises(RequestRefused) as refused:
        wish(text)
    return refused.value


@pytest.mark.parametrize(
    ("text", "criteria"),
    [
        ("region:EU,UK", Criteria(regions=(frozenset({"EU", "GB"}),))),
        ("region:EU region:China", Criteria(regions=(frozenset({"EU"}), frozenset({"CN"})))),
        ("region:EU region:EU", Criteria(regions=(frozenset({"EU"}),))),
        ("region:global", Criteria(regions=(frozenset({"global"}),))),
        ('region:"south korea"', Criteria(regions=(frozenset({"KR"}),))),
        ("-region:RU", Criteria(exclude=Exclusion(regions=frozenset({"RU"})))),
        ("-region:RU -region:BY", Criteria(exclude=Exclusion(regions=frozenset({"RU", "BY"})))),
        ("category:Energy", Criteria(categories=(frozenset({"energy"}),))),
        ("sentiment:NEGATIVE", Criteria(sentiment=(frozenset({"negative"}),))),
        ("impact:7", Criteria(impact=Bounds(7, None))),
        ("impact=7", Criteria(impact=Bounds(7, 7))),
        ("impact>6", Criteria(impact=Bounds(7, None))),
        ("impact<=4", Criteria(impact=Bounds(None, 4))),
        ("impact>=5 impact<=8", Criteria(impact=Bounds(5, 8))),
        ("sources:3..9", Criteria(sources=Bounds(3, 9))),
        ("entity:BGO", Criteria(entities=(frozenset({"BGO"}),))),
        ("entity:TSMC", Criteria(entities=(frozenset({"TSMC"}),))),
        ("entity:China", Criteria(entities=(frozenset({"China"}),))),
        (
            'exclude:RU,sports,negative,BGO,"category:economy"',
            Criteria(
                exclude=Exclusion(
                    regions=frozenset({"RU"}),
                    categories=frozenset({"sports", "economy"}),
                    sentiment=frozenset({"negative"}),
                    entities=frozenset({"BGO"}),
                )
            ),
        ),
    ],
)
def test_criteria(text: str, criteria: Criteria) -> None:
    understood = wish(text)
    assert understood.criteria == criteria
    assert understood.warnings == ()


def test_name_and_mode() -> None:
    understood = wish('name:"Gas, power" mode:daily region:EU')
    assert understood.name == "Gas, power"
    assert understood.mode is Mode.DIGEST
    assert understood.changed == {"name", "mode", "region"}


def test_an_unknown_region_is_refused_with_the_three_nearest() -> None:
    refused = refusal("region:Germny")
    assert "“Germny”" in str(refused)
    assert "Germany" in str(refused)
    assert len(refused.suggestions) == 3


def test_a_misspelt_entity_is_refused_with_the_nearest_and_the_way_to_insist() -> None:
    refused = refusal("entity:Gazprm")
    assert "Gazprom" in str(refused)
    assert "entity:Gazprm!" in str(refused)
    assert len(refused.suggestions) == 3
    assert wish("entity:Gazprm!").criteria.entities == (frozenset({"Gazprm"}),)
    assert "Baltic Grid Operator" in str(refusal('entity:"Baltic Grid Operater"'))


def test_an_entity_unlike_any_is_taken_with_a_warning() -> None:
    understood = wish('entity:"Quorvex Maritime"')
    assert understood.criteria.entities == (frozenset({"Quorvex Maritime"}),)
    assert "“Quorvex Maritime”" in understood.warnings[0]


@pytest.mark.parametrize("name", ["Aldi", "Mars", "ABBA", "Kia", "Telia"])
def test_a_short_name_is_not_taken_for_another(name: str) -> None:
    assert wish(f"entity:{name}").warnings


@pytest.mark.parametrize("slip", ["TMSC", "Telsa", "Gazpromm", "Nividia", "Europen Central Bank"])
def test_a_slip_of_the_finger_is_noticed(slip: str) -> None:
    assert "Did you mean" in str(refusal(f'entity:"{slip}"'))


def test_a_category_no_story_has_is_taken_with_the_known_ones() -> None:
    understood = wish("category:fisheries -category:golf")
    assert "fisheries" in understood.warnings[0]
    assert "energy, economy and sports" in understood.warnings[0]
    assert len(understood.warnings) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("impact:11", ["Impact 11", "1 to 10"]),
        ("impact:0", ["Impact 0", "1 to 10"]),
        ("impact:-3", ["-3"]),
        ("impact:high", ["'high'", "impact>=7"]),
        ("impact:7,8", ["one number", "7,8"]),
        ("impact:9..2", ["never"]),
        ("impact>=8 impact<=3", ["8 or more", "at most 3"]),
        ("impact>10", ["never"]),
        ("-impact>=7", ["minus"]),
        ("sources:0", ["sources 0", "out of range"]),
        ("sentiment:angry", ["positive, neutral or negative", "angry"]),
        ("region>=EU", ["region:EU", "colon"]),
        ("category:energy category:sports", ["one category only", "category:energy,sports"]),
        ("sentiment:positive sentiment:negative", ["one sentiment only"]),
        ("region:DE -region:EU", ["No story", "region:DE"]),
        ("entity:TSMC -entity:tsmc", ["No story"]),
        ("region:none", ["clears"]),
        ("name:a name:b", ["twice"]),
        (f'name:"{"x" * 61}"', ["60"]),
        ("mode:weekly", ["weekly", "mode:digest"]),
        ("mode:loud", ["instant or digest", "loud"]),
        ("tz:UTC", ["settings"]),
        ("quiet:22-07", ["not there yet"]),
        ("at:08:00", ["not there yet"]),
        ("entity:🎉", ["“🎉” has no letters, so it is no entity"]),
        ("-exclude:RU", ["minus"]),
        ("entity:🙂", ["no letters"]),
    ],
)
def test_refusals_name_the_value_and_the_remedy(text: str, words: list[str]) -> None:
    answer = str(refusal(text)).casefold()
    for word in words:
        assert word.casefold() in answer


def test_none_clears_a_key_where_a_rule_is_edited() -> None:
    understood = wish("region:none -category:none impact:none", clearing=True)
    assert understood.criteria == Criteria()
    assert understood.changed == {"region", "-category", "impact"}


def test_words_that_fit_nowhere_are_named() -> None:
    for word in ("Central", "-sports", "impact", "🙂"):
        with pytest.raises(RequestRefused, match="cannot place") as refused:
            refuse_words([word, "x"], usage="subscribe FILTERS")
        assert f"“{word}” and “x”" in str(refused.value)
    refuse_words([], usage="subscribe FILTERS")


def test_every_region_can_be_asked_for_by_its_name_and_code() -> None:
    for region in geography.all_regions():
        for value in (region.name, region.code):
            understood = understand([Term(key="region", values=(value,))], LEXICON)
            assert understood.criteria.regions == (frozenset({region.code}),), value


_VALUES = st.text(max_size=12) | st.sampled_from(["EU", "7", "none", "Gazprm", "7..", "!", "é"])


@given(st.sampled_from(["region", "entity", "category", "sentiment", "impact", "exclude"]), _VALUES)
@settings(max_examples=200, deadline=None)
def test_any_value_is_understood_or_refused(key: str, value: str) -> None:
    with contextlib.suppress(RequestRefused):
        understand([Term(key=key, values=(value,))], LEXICON, settings=SETTINGS)
