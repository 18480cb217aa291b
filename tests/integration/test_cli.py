"""The command line as a person uses it: what is printed, and the exit code."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.channel import Channel, Platform
from bot.domain.subscription import Bounds, Criteria
from bot.store import open_stores
from bot.testing import NOON, a_story

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT.parent / "shared" / "seeds" / "003_6f85f76f97837909.txt"
PAGE = """Trade Negative 7

Port of call closes

· 2 min read · Verified by 3 sources ·

Key Takeaways

  • One berth is left.

Mentioned

Chile country

Analysis

The swell is high.
"""


def tidings(
    *words: str | Path, cwd: Path | None = None, **environ: str
) -> subprocess.CompletedProcess[str]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("SLACK", "DISCORD"))}
    return subprocess.run(
        [sys.executable, "-m", "bot", *map(str, words)],
        cwd=cwd or ROOT,
        env={**inherited, "PYTHONPATH": str(ROOT), **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def a_feed(**story: Any) -> dict[str, Any]:
    item = {
        "id": "a",
        "title": "Gas cap",
        "date_published": "2026-03-06T08:00:00Z",
        "_story": {"impact": {"score": 8}, "regions": ["DE"], **story},
    }
    return {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [item]}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    feed, subscriptions = tmp_path / "feed.json", tmp_path / "subs.yaml"
    feed.write_text(json.dumps(a_feed()))
    subscriptions.write_text(
        """subscriptions:
  - {id: eu, regions: [EU], impact: ">=7"}
  - {id: no, regions: [NO]}
  - {id: not-germany, exclude: {regions: [DE]}}
"""
    )
    return feed, subscriptions


def test_match_prints_the_subscriptions_of_each_story(files: tuple[Path, Path]) -> None:
    done = tidings("match", "--stories", files[0], "--subscriptions", files[1], "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"a": ["eu"]}


def test_match_with_reasons_shows_every_clause(files: tuple[Path, Path]) -> None:
    done = tidings("match", "--stories", files[0], "--subscriptions", files[1], "--reasons")
    assert "pass  region EU" in done.stdout
    assert "FAIL  region Norway" in done.stdout


def test_match_names_what_is_wrong_in_a_subscription(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("subscriptions: [{id: x, regions: [Germny]}]")
    done = tidings("match", "--stories", files[0], "--subscriptions", wrong)
    assert done.returncode == 1
    assert "Germny" in done.stderr
    assert "Germany" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_becomes_story_json(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE)
    done = tidings("story", "parse", page)
    assert done.returncode == 0, done.stderr
    item = json.loads(done.stdout)
    assert item["title"] == "Port of call closes"
    assert item["_story"]["impact"]["score"] == 7
    assert item["_story"]["regions"] == ["CL"]
    assert "does not say when it was published" in done.stderr


@pytest.mark.shared
@pytest.mark.skipif(not SEED.exists(), reason="the shared seeds are not on this machine")
def test_the_published_seed_becomes_the_json_of_the_contract() -> None:
    done = tidings("story", "parse", SEED)
    story = json.loads(done.stdout)["_story"]
    assert (story["category"], story["impact"]["score"]) == ("economy", 6)
    assert story["affected"][-1]["polarity"] == "unknown"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("story", "parse", "nowhere.txt"), "nowhere.txt"),
        (("run", "--config", "nowhere.yaml"), "no settings file at nowhere.yaml"),
        (("explain", "x", "slack"), "slack:T0123/C0456"),
    ],
)
def test_a_mistake_is_answered_in_words(words: tuple[str, ...], named: str, tmp_path: Path) -> None:
    done = tidings(*words, cwd=tmp_path)
    assert done.returncode == 1
    assert named in done.stderr
    assert "Traceback" not in done.stderr


def config(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "config.yaml"
    file.write_text(text)
    return file


def test_a_misspelt_setting_is_named_with_the_nearest(tmp_path: Path) -> None:
    done = tidings("run", "--config", config(tmp_path, "delivery: {max_aeg: 1h}"))
    assert done.returncode == 1
    assert "delivery.max_age" in done.stderr


def test_an_unwritable_database_is_told_with_its_path(tmp_path: Path) -> None:
    file = config(tmp_path, "database: {url: 'sqlite:////nowhere/at/all/tidings.db'}")
    done = tidings("run", "--config", file)
    assert done.returncode == 1
    assert "/nowhere/at/all" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_told_with_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        text = f"web: {{port: {port}}}\ndatabase: {{url: 'sqlite:///{tmp_path}/t.db'}}"
        done = tidings("run", "--config", config(tmp_path, text))
    assert done.returncode == 1
    assert str(port) in done.stderr
    assert "Traceback" not in done.stderr


def test_check_says_what_is_wrong_and_how_to_mend_it(tmp_path: Path) -> None:
    text = f"""
web: {{enabled: false}}
database: {{url: 'sqlite:///{tmp_path}/t.db'}}
sources: [{{name: desk, url: "http://127.0.0.1:9/feed.json", allow_private: true}}]
"""
    done = tidings("check", "--config", config(tmp_path, text))
    assert done.returncode == 1
    assert "WRONG source desk" in done.stdout
    assert "ok   slack: off: set SLACK_BOT_TOKEN" in done.stdout


def test_check_asks_for_the_token_that_was_forgotten(tmp_path: Path) -> None:
    text = f"web: {{enabled: false}}\ndatabase: {{url: 'sqlite:///{tmp_path}/t.db'}}"
    done = tidings("check", "--config", config(tmp_path, text), SLACK_BOT_TOKEN="xoxb-1")
    assert done.returncode == 1
    assert "WRONG slack: off: no SLACK_APP_TOKEN" in done.stdout
    assert "xoxb-1" not in done.stdout + done.stderr


@pytest.fixture
async def explained(tmp_path: Path) -> Path:
    """A database in which #energy has asked for the EU, after a story about Germany came."""
    url = f"sqlite:///{tmp_path}/t.db"
    async with open_stores(url) as stores:
        channel = Channel(platform=Platform.SLACK, workspace="T1", native_id="C1", name="energy")
        await stores.channels.upsert(channel, now=NOON)
        await stores.stories.add([a_story("gas-cap")], source="desk", now=NOON, history=True)
        rule = Criteria(regions=(frozenset({"EU"}),), impact=Bounds(9, None))
        await stores.subscriptions.add(channel.id, rule, actor="U1", now=NOON)
    return config(tmp_path, f"database: {{url: '{url}'}}")


def test_explain_holds_a_story_against_the_rules_of_a_channel(explained: Path) -> None:
    done = tidings("explain", "gas-cap", "slack:T1/C1", "--config", explained)
    assert done.returncode == 0, done.stderr
    assert "Not posted here: it meets no subscription" in done.stdout
    assert "✓ region EU: the story has Germany" in done.stdout
    assert "✗ impact 7, needs >= 9" in done.stdout


@pytest.mark.parametrize(
    ("story", "channel", "words"),
    [
        ("gas-cap", "slack:T1/C9", "Known: slack:T1/C1"),
        ("gas-cap", "energy", "platform:workspace/channel"),
        ("oil-cap", "slack:T1/C1", "no story “oil-cap”"),
    ],
)
def test_explain_names_what_it_does_not_know(
    explained: Path, story: str, channel: str, words: str
) -> None:
    done = tidings("explain", story, channel, "--config", explained)
    assert done.returncode == 1
    assert words in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def test_the_demo_says_its_address_and_ends_cleanly(demo: subprocess.Popen[str]) -> None:
    assert demo.stdout is not None
    lines = [demo.stdout.readline() for _ in range(5)]
    assert "http://127.0.0.1:" in "".join(lines)
    demo.send_signal(signal.SIGINT)
    rest, errors = demo.communicate(timeout=60)
    assert demo.returncode == 0
    assert "nothing of it is kept" in rest
    assert errors == ""
