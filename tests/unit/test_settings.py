from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.settings import Settings, load_settings


def load(tmp_path: Path, text: str, **environ: str) -> Settings:
    file = tmp_path / "config.yaml"
    file.write_text(text, encoding="utf-8")
    return load_settings(file, environ)


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    settings = load(tmp_path, "")
    assert settings.delivery.max_age == timedelta(hours=24)
    assert settings.web.bind == "127.0.0.1"
    assert settings.slack.command == "/news"


def test_the_documented_keys_are_all_taken(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        """
slack: {command: /tidings, api_url: "http://127.0.0.1:1/api/"}
discord: {command: tidings, api_url: "http://127.0.0.1:2", gateway_url: "ws://127.0.0.1:3"}
sources: [{name: desk, type: story_feed, url: "https://desk.example/feed.json", poll_seconds: 60, allow_private: false}]
newsdesk: {enabled: true, feeds: [{name: ecb, url: "https://x.example", publisher: E, owner: ecb, kind: primary}]}
web: {enabled: true, bind: 127.0.0.1, port: 8765}
delivery: {max_age: 24h, cap_per_hour: 0, burst: 0, updates: major}
database: {url: "sqlite:///tidings.db"}
""",
    )
    assert settings.sources[0].name == "desk"
    assert settings.newsdesk.feeds[0].owner == "ecb"


def test_a_secret_is_never_proposed_for_the_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        load(tmp_path, "web: {prot: 80}")
    assert "web.port" in str(refused.value)
    assert "password" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("slak: {}", r"slak is not a setting.*slack"),
        ("delivery: {max_agee: 1h}", r"delivery.max_agee is not a setting.*delivery.max_age"),
        ("web: {port: eighty}", "web.port"),
        ("web: {port: 70000}", "web.port"),
        ("delivery: {max_age: soon}", "90s, 15m, 24h"),
        ("delivery: {updates: some}", "delivery.updates"),
        ("sources: [{url: x}]", r"sources.0.name"),
        ("sources: {name: x}", "sources"),
        ("sources: [{name: x}]", "a source of type story_feed has a url"),
        ("sources: [{name: x, type: file, url: y}]", "a source of type file has a path"),
        ("sources: [{name: x, path: y}]", "a source of type story_feed has a url, and no path"),
        ("sources: [{name: x, url: y}, {name: x, url: z}]", "'x' is given twice"),
        ("web: [1]", "web"),
        ("- a", "must be a mapping"),
        ("a: [", "not valid YAML"),
        ("slack: {bot_token: xoxb-1}", "SLACK_BOT_TOKEN"),
        ("discord: {token: abc}", "DISCORD_TOKEN"),
        ("slack: {command: news}", "slack.command"),
    ],
)
def test_a_wrong_setting_is_named_with_what_to_do(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        load(tmp_path, text)


def test_a_missing_file_that_was_named_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no settings file"):
        load_settings(tmp_path / "nothing.yaml", {})


def test_secrets_come_from_the_environment_or_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("xapp-2\n")
    settings = load(tmp_path, "", SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN_FILE=str(secret))
    assert settings.slack.bot_token is not None
    assert settings.slack.bot_token.get_secret_value() == "xoxb-1"
    assert settings.slack.app_token is not None
    assert settings.slack.app_token.get_secret_value() == "xapp-2"
    assert "xoxb" not in repr(settings)


def test_a_secret_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="DISCORD_TOKEN_FILE"):
        load(tmp_path, "", DISCORD_TOKEN_FILE=str(tmp_path / "none"))


def test_the_environment_overrides_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIDINGS_WEB__PORT", "9000")
    monkeypatch.setenv("TIDINGS_DELIVERY__MAX_AGE", "2d")
    settings = load(tmp_path, "web: {port: 1}")
    assert settings.web.port == 9000
    assert settings.delivery.max_age == timedelta(days=2)


def test_norway_is_a_region_in_yaml_and_not_false(tmp_path: Path) -> None:
    settings = load(
        tmp_path, "newsdesk: {feeds: [{name: nb, url: 'https://x.example', region: NO}]}"
    )
    assert settings.newsdesk.feeds[0].region == "NO"


def test_an_override_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIDINGS_SOURCES", "[not json")
    with pytest.raises(ConfigError, match="In the environment"):
        load(tmp_path, "")
