"""The newsdesk over files: what `tidings desk assemble` writes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.desk_files import assemble_file, desk_of
from bot.domain.story import EntityType
from bot.domain.story_json import story_from_item
from bot.errors import SourceError
from bot.newsdesk.names import ner
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.pipeline import Desk
from bot.settings import NewsdeskSettings

NOW = datetime(2026, 3, 7, tzinfo=UTC)
ROWS = (
    ("r1", "Reuters", "EU imposes 25% tariff on cable steel", "The EU said so on Friday."),
    ("r2", "Bild", "EU puts 25% tariff on cable steel imports", "The tariff binds from April."),
    ("r3", "Grid Letter", "Your horoscope for Friday", ""),
)


def a_file(folder: Path, *more: str) -> Path:
    rows = [
        json.dumps(
            {
                "id": key,
                "publisher": publisher,
                "url": f"https://{key}.example/a",
                "published_at": "2026-03-06T07:10:00Z",
                "title": title,
                "text": text,
            }
        )
        for key, publisher, title, text in ROWS
    ]
    path = folder / "reports.jsonl"
    path.write_text("\n".join([*rows, *more]), encoding="utf-8")
    return path


def test_the_feed_reads_back_and_every_report_has_a_cluster(tmp_path: Path) -> None:
    out, clusters = tmp_path / "feed.json", tmp_path / "clusters.json"
    summary = assemble_file(a_file(tmp_path), out=out, clusters=clusters, now=NOW)
    assert (summary.reports, summary.stories, summary.problems) == (3, 1, ())
    assert summary.lines() == ("3 reports, 1 story (1 reject, 1 verified)",)
    (item,) = json.loads(out.read_text(encoding="utf-8"))["items"]
    story, problems = story_from_item(item, where="feed")
    assert story is not None
    assert not problems
    assert story.sources == 2
    placed = json.loads(clusters.read_text(encoding="utf-8"))
    assert set(placed) == {"r1", "r2", "r3"}
    assert placed["r1"] == placed["r2"] == story.id


def test_bad_lines_are_reported_and_the_rest_is_assembled(tmp_path: Path) -> None:
    summary = assemble_file(a_file(tmp_path, "{oops"), out=tmp_path / "f.json", now=NOW)
    assert summary.stories == 1
    assert "line 4" in summary.problems[0]


def test_an_unwritable_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be written"):
        assemble_file(a_file(tmp_path), out=tmp_path / "no" / "f.json", now=NOW)
    assert not list(tmp_path.glob(".*"))


def test_a_desk_over_a_file_works_as_its_settings_say(monkeypatch: pytest.MonkeyPatch) -> None:
    def recognize(text: str) -> tuple[Mention, ...]:
        del text
        return ()

    monkeypatch.setattr(ner, "loaded", lambda: recognize)
    desk = desk_of(NewsdeskSettings(ner=True, conflicted="hold"))
    assert desk.recognize is recognize
    assert not desk.publish_conflicted
    assert desk_of(NewsdeskSettings()).recognize is None


def test_names_that_the_recognizer_finds_stand_in_the_stories(tmp_path: Path) -> None:
    read: list[str] = []

    def recognize(text: str) -> tuple[Mention, ...]:
        read.append(text)
        return (spotted(text),) if "tariff" in text else ()

    out = tmp_path / "feed.json"
    assemble_file(a_file(tmp_path), out=out, now=NOW, desk=Desk(recognize=recognize))
    assert len(read) == 3
    (item,) = json.loads(out.read_text(encoding="utf-8"))["items"]
    assert "org:spotted" in {entity["id"] for entity in item["_story"]["entities"]}


def spotted(text: str) -> Mention:
    """The first tariff of a text as if it were an organisation."""
    start = text.index("tariff")
    return Mention(
        start=start,
        end=start + len("tariff"),
        text="tariff",
        id="org:spotted",
        name="Spotted",
        type=EntityType.ORGANIZATION,
        how=How.NAME,
    )
