"""Every bundled sample is a sound story: readable, scored by the rubric, fairly sourced."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.demo.wire import WireItem, load_wire
from bot.domain.gazetteer import canonical
from bot.domain.regions import GLOBAL, resolve
from bot.domain.story import Story
from bot.domain.story_json import story_from_item
from bot.domain.story_reading import reading_minutes

SAMPLE_LINE = "Sample story written for the Tidings demo."
WIRE = load_wire()
ONE_OWNER = ({"Financial Times", "Nikkei Asia"}, {"The New York Times", "The Athletic"})
HIGHEST_POINTS = {"regulatory": 3, "financial": 3, "operational": 3, "scope": 2, "time": 1}

each_version = pytest.mark.parametrize(
    "wire", WIRE, ids=lambda wire: f"{wire.story}-v{wire.version}"
)


def read(wire: WireItem) -> Story:
    dated = {**wire.item, "date_published": datetime(2026, 11, 21, tzinfo=UTC).isoformat()}
    story, problems = story_from_item(dated, where=wire.story)
    assert problems == ()
    assert story is not None
    return story


def texts(wire: WireItem) -> list[str]:
    extension = wire.item["_story"]
    return [
        wire.item["summary"],
        wire.item["content_text"],
        *extension["takeaways"],
        *(fact["text"] for fact in extension["key_facts"]),
        extension["analysis"],
        extension["what_to_watch"],
    ]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def origins(wire: WireItem) -> set[str]:
    return {report["origin"] for report in wire.item["_story"]["verification"]["reports"]}


@each_version
def test_story_reads_without_a_problem_and_is_marked_as_a_sample(wire: WireItem) -> None:
    story = read(wire)
    assert story.sample
    assert wire.item["content_text"].split("\n\n")[-1] == SAMPLE_LINE
    assert story.category == wire.item["tags"][0]


@each_version
def test_headline_is_short_and_carries_no_sample_prefix(wire: WireItem) -> None:
    assert 20 <= len(wire.item["title"]) <= 90
    assert "sample" not in wire.item["title"].lower()


@each_version
def test_story_has_the_parts_of_a_published_page(wire: WireItem) -> None:
    story = read(wire)
    paragraphs = wire.item["content_text"].split("\n\n")
    assert 2 <= len(paragraphs) - 1 <= 4
    assert 2 <= len(story.takeaways) <= 4
    assert 3 <= len(story.key_facts) <= 6
    assert story.summary
    assert story.analysis
    assert story.what_to_watch.startswith("Watch")
    assert story.entities
    assert all(takeaway[-1] in ".!" for takeaway in story.takeaways)


@each_version
def test_no_sentence_stands_twice_in_a_story(wire: WireItem) -> None:
    sentences = [part for text in texts(wire) for part in re.split(r"(?<=[.!?])\s+", text)]
    assert sorted(set(sentences)) == sorted(sentences)


@each_version
def test_impact_is_the_clamped_sum_of_its_factors(wire: WireItem) -> None:
    impact = read(wire).impact
    points = {factor.name: factor.points for factor in impact.factors}
    assert len(points) == len(impact.factors)
    assert all(factor.because for factor in impact.factors)
    assert all(points[name] <= HIGHEST_POINTS[name] for name in points)
    assert all(value >= (-1 if name == "time" else 0) for name, value in points.items())
    assert impact.score == max(1, min(10, 1 + sum(points.values())))


@each_version
def test_scope_and_timing_count_only_beside_a_consequence(wire: WireItem) -> None:
    points = {factor.name: factor.points for factor in read(wire).impact.factors}
    consequence = sum(points.get(name, 0) for name in ("regulatory", "financial", "operational"))
    assert consequence >= 1 or not (points.get("scope") or points.get("time"))


@each_version
def test_sources_are_the_origins_and_copies_do_not_count(wire: WireItem) -> None:
    story = read(wire)
    publishers = [report.publisher for report in story.verification.reports]
    assert len(set(publishers)) == len(publishers)
    assert story.sources == len(origins(wire))
    assert origins(wire) <= set(publishers)
    assert all(1 <= fact.corroborated_by <= story.sources for fact in story.key_facts)


@each_version
def test_two_publishers_of_one_owner_are_never_two_sources(wire: WireItem) -> None:
    assert not any(together <= origins(wire) for together in ONE_OWNER)


@each_version
def test_confidence_keeps_to_its_bands_and_caps(wire: WireItem) -> None:
    verification = read(wire).verification
    value = verification.confidence.value
    primary = any(report.kind == "primary" for report in verification.reports)
    few = {1: 0.65 if primary else 0.50, 2: 0.85}
    band = "low" if value < 0.5 else "medium" if value <= 0.75 else "high"
    assert value <= few.get(verification.independent_sources, 0.97)
    assert verification.confidence.label == band


@each_version
def test_status_says_whether_a_single_source_speaks(wire: WireItem) -> None:
    story = read(wire)
    if story.status in {"verified", "single-source"}:
        assert story.status == ("verified" if story.sources >= 2 else "single-source")
    else:
        assert story.version >= 2


@each_version
def test_sentiment_label_and_value_agree(wire: WireItem) -> None:
    sentiment = read(wire).sentiment
    assert (sentiment.label == "negative") <= (sentiment.value < 0)
    assert (sentiment.label == "positive") <= (sentiment.value > 0)
    assert sentiment.label != "neutral" or abs(sentiment.value) <= 0.2


@each_version
def test_regions_are_canonical_codes(wire: WireItem) -> None:
    regions = wire.item["_story"]["regions"]
    assert regions
    assert [resolve(region) for region in regions] == regions


@each_version
def test_affected_have_a_polarity_or_plainly_none(wire: WireItem) -> None:
    affected = wire.item["_story"]["affected"]
    assert len({each["name"] for each in affected}) == len(affected) >= 2
    assert any("polarity" in each for each in affected)


@each_version
def test_links_lead_to_landing_pages_never_to_an_invented_article(wire: WireItem) -> None:
    for report in wire.item["_story"]["verification"]["reports"]:
        parts = urlsplit(report["url"])
        assert parts.scheme == "https"
        assert len([part for part in parts.path.split("/") if part]) <= 3
        assert not re.search(r"\d{2}", parts.path)


@each_version
def test_reading_time_is_that_of_the_whole_page(wire: WireItem) -> None:
    assert wire.item["_story"]["reading_minutes"] == reading_minutes(texts(wire))


@each_version
def test_text_has_no_markup_and_no_loose_spaces(wire: WireItem) -> None:
    for text in strings(dict(wire.item)):
        assert text == text.strip()
        assert not re.search(r"[<>*_`@]|  ", text)


def test_an_entity_id_always_means_the_same_entity() -> None:
    meanings: dict[str, tuple[str, str]] = {}
    for wire in WIRE:
        for entity in read(wire).entities:
            assert entity.type in {"organization", entity.id.partition(":")[0]}
            assert meanings.setdefault(entity.id, (entity.name, entity.type)) == (
                entity.name,
                entity.type,
            )


@each_version
def test_entities_carry_the_ids_that_the_gazetteer_gives_them(wire: WireItem) -> None:
    for entity in read(wire).entities:
        for name in (entity.name, *entity.aliases):
            assert canonical(name, wire.item["_story"]["regions"]) in {None, entity.id}


def test_every_story_file_is_listed_and_small_enough_to_review() -> None:
    folder = files("bot.demo").joinpath("stories")
    names = {file.name.removesuffix(".json") for file in folder.iterdir()}
    assert names == {str(theme) for theme in _index()["stories"]}
    assert all(len(file.read_bytes()) < 60_000 for file in folder.iterdir())


def test_the_wire_says_that_its_stories_are_samples() -> None:
    assert "Sample stories" in _index()["about"]
    assert "Licence: MIT" in _index()["about"]


def _index() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        files("bot.demo").joinpath("wire.json").read_text(encoding="utf-8")
    )
    return document


def test_some_story_is_about_the_whole_world() -> None:
    assert any(GLOBAL in wire.item["_story"]["regions"] for wire in WIRE)
