"""SUBS.yaml: read as written, refused by name, written back the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.channel import ChannelId
from bot.domain.subscription import Bounds, Criteria, Mode, Subscription, SubscriptionId
from bot.errors import ConfigError
from bot.rules.exchange import subscription_from_dict, subscription_to_dict
from bot.rules.subs_file import read_subscriptions, write_subscriptions
from tests.unit.rules import strategies as some

FULL = """
subscriptions:
  - {id: s1, channel: "slack:T1/C1", name: "EU energy", regions: [EU], entities: [Gazprom],
     categories: [], sentiment: [], impact: ">=7", sources: ">=2", exclude: {regions: [RU]},
     mode: instant, paused: false}
"""


def read(text: str) -> tuple[Subscription, ...]:
    return read_subscriptions(text, where="SUBS.yaml")


def one(line: str) -> Subscription:
    return read(f"subscriptions: [{{id: s1, {line}}}]")[0]


def test_the_full_shape() -> None:
    found = read(FULL)[0]
    assert found.name == "EU energy"
    assert found.channel == "slack:T1/C1"
    assert found.criteria.regions == (frozenset({"EU"}),)
    assert found.criteria.impact == Bounds(7, None)
    assert found.criteria.exclude.regions == frozenset({"RU"})
    assert found.mode is Mode.INSTANT


def test_only_the_id_is_needed() -> None:
    assert read("subscriptions: [{id: only}]") == (
        Subscription(id=SubscriptionId("only"), channel=ChannelId("")),
    )


@pytest.mark.parametrize("written", ["007", "1", "1_000", "0x1F", "2026-11-21", "Yes", "1.50"])
def test_ids_come_back_as_written(written: str) -> None:
    assert read(f"subscriptions: [{{id: {written}}}]")[0].id == written


@pytest.mark.parametrize(
    ("line", "criteria"),
    [
        ("regions: [NO]", Criteria(regions=(frozenset({"NO"}),))),
        ("regions: [no, uk, Germany]", Criteria(regions=(frozenset({"NO", "GB", "DE"}),))),
        (
            "regions: [[EU, GB], [CN]]",
            Criteria(regions=(frozenset({"EU", "GB"}), frozenset({"CN"}))),
        ),
        ("entities: Gazprom", Criteria(entities=(frozenset({"Gazprom"}),))),
        ("entities: [737]", Criteria(entities=(frozenset({"737"}),))),
        ("impact: 7", Criteria(impact=Bounds(7, None))),
        ('impact: "7..9"', Criteria(impact=Bounds(7, 9))),
        ('impact: "=7"', Criteria(impact=Bounds(7, 7))),
        ('impact: "<4"', Criteria(impact=Bounds(None, 3))),
        ("regions: [], impact: , exclude: {}", Criteria()),
        ("sentiment: [Negative]", Criteria(sentiment=(frozenset({"negative"}),))),
        ("categories: [Energy]", Criteria(categories=(frozenset({"energy"}),))),
    ],
)
def test_values(line: str, criteria: Criteria) -> None:
    assert one(line).criteria == criteria


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("region: [EU]", ["'region'", "regions"]),
        ("impct: 7", ["'impct'", "impact"]),
        ("exclude: {region: [RU]}", ["exclude", "'region'", "regions"]),
        ("exclude: [RU]", ["exclude", "mapping"]),
        ("regions: [Germny]", ["'Germny'", "Germany"]),
        ('regions: "EU, GB"', ["'EU, GB'", "list"]),
        ("regions: {EU: true}", ["regions", "list"]),
        ("regions: [[EU], CN]", ["mixes"]),
        ("regions: [[EU], []]", ["empty"]),
        ('entities: [""]', ["entities", "not a value"]),
        ("sentiment: [angry]", ["'angry'", "positive", "neutral", "negative"]),
        ("impact: 11", ["impact 11", "1 to 10"]),
        ("impact: high", ["'high'", "impact>=7"]),
        ("impact: [7]", ["impact", "one value"]),
        ('sources: "9..2"', ["never"]),
        ("mode: hourly", ["'hourly'", "instant", "digest"]),
        ("paused: maybe", ["paused", "'maybe'"]),
        ("impact: 7, impact: 8", ["'impact'", "twice"]),
    ],
)
def test_refusals_name_entry_key_and_remedy(line: str, words: list[str]) -> None:
    with pytest.raises(ConfigError) as refused:
        one(line)
    for word in words:
        assert word in str(refused.value)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("subscription: []", "subscriptions"),
        ("subscriptions: 7", "list"),
        ("subscriptions: [7]", "mapping"),
        ("subscriptions: [{name: x}]", "id"),
        ("subscriptions: [{id: a}, {id: a}]", "twice"),
        ("subscriptions:\n - id: a\n   impact: >=7\n", '">=7"'),
        ("[" * 2000, "YAML"),
    ],
)
def test_documents_that_cannot_be_read(text: str, word: str) -> None:
    with pytest.raises(ConfigError, match=word):
        read(text)


def test_an_empty_file_holds_no_rules() -> None:
    assert read("") == read("subscriptions:") == read("subscriptions: []") == ()


def test_the_same_id_may_occur_in_two_channels() -> None:
    assert len(read("subscriptions: [{id: a, channel: x}, {id: a, channel: y}]")) == 2


@given(some.criteria, st.booleans(), st.sampled_from(Mode))
@settings(max_examples=60, deadline=None)
def test_what_is_written_reads_back_the_same(criteria: Criteria, paused: bool, mode: Mode) -> None:
    possible = [criteria.impact, criteria.sources]
    if any((bounds.low or 0) > (bounds.high or 1_000) for bounds in possible):
        return
    subscription = Subscription(
        id=SubscriptionId("s1"),
        channel=ChannelId("web:local/main"),
        name='Größe: "x"',
        criteria=criteria,
        paused=paused,
        mode=mode,
    )
    assert read(write_subscriptions([subscription])) == (subscription,)
    assert subscription_from_dict(subscription_to_dict(subscription), "here") == subscription
