"""`tidings desk ...` as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bot.cli import main
from bot.settings import NewsdeskSettings
from tests.e2e.newsroom import AGENCY, PAPER, RUMOUR


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    rows = [
        {"id": "r1", "publisher": "Reuters", "kind": "wire", "words": AGENCY},
        {"id": "r2", "publisher": "BBC", "kind": "outlet", "words": PAPER},
        {"id": "r3", "publisher": "The Times", "kind": "outlet", "words": RUMOUR},
    ]
    lines = []
    for row in rows:
        title, text = row.pop("words")
        moment = "2026-03-06T07:10:00Z"
        lines.append(json.dumps({**row, "title": title, "text": text, "published_at": moment}))
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join([*lines, "nonsense"]), encoding="utf-8")
    return file


def test_assemble_writes_the_feed_and_the_clusters_of_every_report(reports: Path) -> None:
    out, clusters = reports.with_name("feed.json"), reports.with_name("clusters.json")
    arguments = ["desk", "assemble", str(reports), "--out", str(out), "--clusters", str(clusters)]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert "line 4: it is not JSON" in done.stderr
    feed = json.loads(out.read_text(encoding="utf-8"))
    assert [item["_story"]["status"] for item in feed["items"]] == ["verified"]
    found = json.loads(clusters.read_text(encoding="utf-8"))
    assert set(found) == {"r1", "r2", "r3"}
    assert found["r1"] == found["r2"] != found["r3"]


def test_assemble_shows_its_progress_on_stderr_only(reports: Path) -> None:
    out = reports.with_name("feed.json")
    done = CliRunner().invoke(main, ["desk", "assemble", str(reports), "--out", str(out)])
    assert "Assembling reports.jsonl" in done.stderr
    assert "Assembling" not in done.stdout


def test_import_prints_yaml_that_the_settings_take(tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        '<opml version="2.0"><body><outline text="Bank of Norland" '
        'xmlUrl="https://bank.example/rss"/><outline text="Bad" xmlUrl="nowhere"/></body></opml>',
        encoding="utf-8",
    )
    done = CliRunner().invoke(main, ["desk", "import", str(file)])
    assert done.exit_code == 0
    assert "Bad has no usable address" in done.stderr
    feeds = NewsdeskSettings(**yaml.safe_load(done.stdout)).feeds
    assert [(feed.name, feed.url) for feed in feeds] == [
        ("bank-of-norland", "https://bank.example/rss")
    ]


def test_serve_without_feeds_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("newsdesk: {enabled: true}\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["desk", "serve", "--config", str(file)])
    assert done.exit_code == 1
    assert "List some under newsdesk.feeds" in done.stderr


def test_two_sources_of_one_name_are_refused(tmp_path: Path) -> None:
    feed = {"name": "bank", "url": "https://bank.example/rss"}
    config = {
        "newsdesk": {"enabled": True, "feeds": [feed, feed]},
        "database": {"url": f"sqlite:///{tmp_path / 'tidings.db'}"},
    }
    file = tmp_path / "config.yaml"
    file.write_text(yaml.safe_dump(config), encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "--config", str(file)])
    assert done.exit_code == 1
    assert "'bank' stands for another source already" in done.output
