"""The published JSON Schema says of every story what the reader of stories says."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from jsonschema import Draft202012Validator

from bot.demo.wire import feed_document, load_wire
from bot.domain.story import EntityType, StoryStatus
from bot.domain.story_json import feed_document as written
from bot.domain.story_json import story_from_item

SCHEMA = json.loads(
    (Path(__file__).resolve().parents[3] / "docs" / "story-feed.schema.json").read_text("utf-8")
)
START = datetime(2026, 3, 6, tzinfo=UTC)


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_sample_wire_and_what_we_write_of_it_keep_to_the_schema() -> None:
    wire = feed_document(load_wire(), started_at=START, now=START + timedelta(minutes=5))
    validator = Draft202012Validator(SCHEMA)
    validator.validate(wire)
    stories = [story_from_item(item, where="wire")[0] for item in wire["items"]]
    again = written([s for s in stories if s], title="T", feed_url="https://desk.example/f.json")
    validator.validate(again)
    assert len(again["items"]) == len(wire["items"])


def test_the_schema_lists_the_words_that_the_code_uses() -> None:
    story = SCHEMA["$defs"]["story"]["properties"]
    assert set(story["status"]["enum"]) == {status.value for status in StoryStatus}
    assert set(SCHEMA["$defs"]["entityType"]["enum"]) == {kind.value for kind in EntityType}
