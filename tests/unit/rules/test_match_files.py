"""The function behind `tidings match`."""

from __future__ import annotations

from inline_snapshot import snapshot

from bot.rules.match_files import match_stories, verdict_lines, verdicts
from bot.rules.subs_file import read_subscriptions
from tests.unit.rules.strategies import make_story

SUBS = read_subscriptions(
    """
subscriptions:
  - {id: zulu, regions: [EU]}
  - {id: alpha, impact: 7}
  - {id: off, paused: true}
""",
    where="SUBS.yaml",
)


def test_ids_keep_the_order_of_the_file_and_every_story_is_answered() -> None:
    stories = [
        make_story(identity="a", regions=("DE",), impact=8),
        make_story(identity="b", impact=3),
    ]
    assert match_stories(stories, SUBS) == {"a": ["zulu", "alpha"], "b": []}


def test_the_latest_version_of_a_story_counts() -> None:
    stories = [
        make_story(identity="a", version=2, impact=9),
        make_story(identity="a", version=1, impact=2),
    ]
    assert match_stories(stories, SUBS) == {"a": ["alpha"]}


def test_reasons_name_every_clause() -> None:
    lines = [
        line
        for verdict in verdicts(make_story(regions=("CN",), impact=8), SUBS)
        for line in verdict_lines(verdict)
    ]
    assert lines == snapshot(
        [
            "zulu: no match",
            "  FAIL  region EU: the story has China",
            "alpha: match",
            "  pass  impact 8 >= 7",
            "off: no match (paused)",
        ]
    )
