from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.story import Polarity, Story, StoryStatus, story_ref
from bot.domain.story_json import feed_document, story_from_item, story_to_item

MOMENT = datetime(2026, 3, 6, 8, 0, tzinfo=UTC)


def item(**changes: Any) -> dict[str, Any]:
    extension = {"impact": {"score": 6}, "verification": {"independent_sources": 2}}
    base: dict[str, Any] = {
        "id": "a",
        "title": "A headline",
        "date_published": "2026-03-06T08:00:00Z",
        "_story": extension,
    }
    base["_story"] = {**extension, **changes.pop("_story", {})}
    return {**base, **changes}


def read(raw: object) -> tuple[Story | None, tuple[str, ...]]:
    return story_from_item(raw, where="desk item 'a'")


def test_the_documented_example_reads_completely() -> None:
    story, problems = read(
        {
            "id": "cn-trade",
            "url": "http://desk.example/stories/cn-trade",
            "title": "China shifts",
            "date_published": "2026-03-06T08:00:00Z",
            "date_modified": "2026-03-06T09:30:00+01:00",
            "tags": ["economy"],
            "_story": {
                "version": 2,
                "status": "verified",
                "category": "economy",
                "impact": {"score": 6, "factors": [{"name": "regulatory", "points": 2.5}]},
                "verification": {
                    "independent_sources": 2,
                    "confidence": {"label": "medium", "value": 0.62},
                    "reports": [{"publisher": "X", "url": "https://x.example", "kind": "primary"}],
                },
                "takeaways": ["One.", "Two."],
                "key_facts": [{"text": "F", "corroborated_by": 2}],
                "entities": [{"id": "org:mofcom", "name": "M", "type": "organization"}],
                "regions": ["CN", "ASEAN"],
                "affected": [{"name": "ASEAN", "type": "region", "polarity": "positive"}],
            },
        }
    )
    assert problems == ()
    assert story is not None
    assert (story.version, story.sources, story.impact.score) == (2, 2, 6)
    assert story.modified_at == datetime(2026, 3, 6, 8, 30, tzinfo=UTC)
    assert story.affected[0].polarity is Polarity.POSITIVE


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"id": None}, "id"),
        ({"id": "  "}, "id"),
        ({"title": ""}, "title"),
        ({"title": 5}, "title"),
        ({"date_published": "yesterday"}, "date_published"),
        ({"date_published": None}, "date_published"),
        ({"_story": {"impact": {"score": 0}}}, "_story.impact.score"),
        ({"_story": {"impact": {"score": 11}}}, "_story.impact.score"),
        ({"_story": {"impact": {"score": "high"}}}, "_story.impact.score"),
        ({"_story": {"impact": {"score": 10**400}}}, "_story.impact.score"),
        ({"_story": {"impact": {"score": True}}}, "_story.impact.score"),
        ({"_story": {"impact": {}}}, "_story.impact.score"),
        ({"_story": {"impact": []}}, "_story.impact"),
    ],
)
def test_an_item_that_cannot_be_a_story_is_refused_naming_item_and_field(
    changes: dict[str, Any], named: str
) -> None:
    story, problems = read(item(**changes))
    assert story is None
    assert problems[-1].endswith("the item is refused")
    assert any(line.startswith(f"desk item 'a': {named}") for line in problems)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"url": "javascript:alert(1)"}, "url"),
        ({"title": "x" * 50_000}, "title"),
        ({"_story": {"status": "sure"}}, "_story.status"),
        ({"_story": {"sentiment": {"label": "angry"}}}, "_story.sentiment.label"),
        ({"_story": {"entities": [{"type": "company"}]}}, "_story.entities[0].name"),
        ({"_story": {"takeaways": "one"}}, "_story.takeaways"),
        ({"_story": {"takeaways": [1]}}, "_story.takeaways[0]"),
        ({"_story": {"version": -1}}, "_story.version"),
        ({"_story": {"version": 10**400}}, "_story.version"),
        ({"_story": {"verification": "yes"}}, "_story.verification"),
        ({"date_modified": "soon"}, "date_modified"),
    ],
)
def test_a_broken_optional_field_is_named_and_the_story_is_kept(
    changes: dict[str, Any], named: str
) -> None:
    story, problems = read(item(**changes))
    assert story is not None
    assert any(f": {named}" in line for line in problems)


def test_one_word_where_a_list_belongs_still_says_what_the_story_is_about() -> None:
    story, problems = read(item(_story={"regions": "RU"}))
    assert story is not None
    assert story.regions == ("RU",)
    assert "taken as a list of one" in problems[0]


def test_a_region_named_twice_counts_once() -> None:
    story, _ = read(item(_story={"regions": ["DE", "FR", "DE"]}))
    assert story is not None
    assert story.regions == ("DE", "FR")


def test_unknown_keys_are_no_problem() -> None:
    assert read(item(extra=1, _story={"more": {"x": 1}}))[1] == ()


def test_a_story_of_300_entities_keeps_them_all() -> None:
    entities = [{"id": f"company:{n}", "name": f"Firm {n}", "type": "company"} for n in range(300)]
    story, problems = read(item(_story={"entities": entities}))
    assert story is not None
    assert len(story.entities) == 300
    assert problems == ()


HUGE = st.integers(300, 4_000).map(lambda digits: 10**digits)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | HUGE | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        "id",
        "url",
        "title",
        "date_published",
        "date_modified",
        "summary",
        "content_text",
        "tags",
        "_story",
    ]
)
PARTS = st.sampled_from(
    [
        "version",
        "status",
        "category",
        "language",
        "reading_minutes",
        "sentiment",
        "impact",
        "verification",
        "takeaways",
        "key_facts",
        "entities",
        "regions",
        "affected",
        "analysis",
        "what_to_watch",
        "traces",
        "history",
    ]
)


@given(st.dictionaries(KEYS, JSON), st.dictionaries(PARTS, JSON))
def test_no_item_however_broken_raises(top: dict[str, Any], inner: dict[str, Any]) -> None:
    for raw in (top, {**item(), **top, "_story": inner}, item(_story=inner), top.get("id")):
        story, problems = story_from_item(raw, where="here")
        assert story is not None or problems


@given(
    st.text(min_size=1, max_size=300),
    st.integers(1, 10),
    st.lists(st.text(max_size=80), max_size=4),
    st.sampled_from(StoryStatus),
)
def test_a_story_written_to_the_feed_reads_back_the_same(
    title: str, score: int, takeaways: list[str], status: StoryStatus
) -> None:
    story, _ = read(
        item(
            title=title,
            _story={"impact": {"score": score}, "takeaways": takeaways, "status": status.value},
        )
    )
    if story is None:
        return
    again, problems = read(json.loads(json.dumps(story_to_item(story))))
    assert problems == ()
    assert again == story


def test_a_feed_document_is_a_json_feed() -> None:
    story, _ = read(item())
    assert story is not None
    document = feed_document([story], title="T", feed_url="https://desk.example/feed.json")
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["items"][0]["content_text"]


def test_a_long_id_gets_a_short_stable_reference() -> None:
    story, _ = read(item(id="https://example.com/" + "x" * 300))
    assert story is not None
    assert len(story_ref(story.id)) < 40
    assert story_ref(story.id) == story_ref(story.id)


def test_a_story_is_never_modified_before_it_was_published() -> None:
    story, _ = read(item(date_modified=(MOMENT - timedelta(days=1)).isoformat()))
    assert story is not None
    assert story.modified_at == story.published_at
