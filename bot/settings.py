"""Settings: config.yaml, overridden by the environment; secrets from the environment only.

Nothing else in Tidings reads the file or the environment. Any key can be overridden as
`TIDINGS_SECTION__KEY`; a secret `NAME` may also be given as `NAME_FILE`, the path of a file
that holds it.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, Self, cast

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from bot.domain.report import SourceKind
from bot.errors import ConfigError

DEFAULT_FILE = Path("config.yaml")
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s|m|min|h|d|w)")
_UNITS = {"ms": 0.001, "s": 1, "m": 60, "min": 60, "h": 3_600, "d": 86_400, "w": 604_800}


def parse_duration(value: object) -> object:
    """`90s`, `15m`, `24h`, `3d`, `1h30m`, or a bare number of seconds, as a timedelta."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return timedelta(seconds=value)
    if isinstance(value, str):
        text = value.strip().lower()
        parts = _DURATION.findall(text)
        if parts and _DURATION.sub("", text).strip() == "":
            return timedelta(seconds=sum(float(number) * _UNITS[unit] for number, unit in parts))
        if text.isdigit():
            return timedelta(seconds=int(text))
        raise ValueError("write a duration such as 90s, 15m, 24h or 3d")
    return value


def _not_negative(value: timedelta) -> timedelta:
    if value < timedelta(0):
        raise ValueError("a duration cannot be negative")
    return value


Duration = Annotated[timedelta, BeforeValidator(parse_duration), AfterValidator(_not_negative)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class SlackSettings(_Section):
    enabled: bool = True
    command: str = Field("/news", pattern=r"^/[a-z0-9_-]{1,31}$")
    """The slash command; it must also stand in the app's manifest."""
    api_url: str = "https://slack.com/api/"
    announce_changes: bool = False
    """Say in the channel, in one line, when somebody changes its subscriptions."""
    bot_token: SecretStr | None = None
    app_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    client_id: SecretStr | None = None
    client_secret: SecretStr | None = None


class DiscordSettings(_Section):
    enabled: bool = True
    command: str = Field("news", pattern=r"^[a-z0-9_-]{1,32}$")
    api_url: str = "https://discord.com/api/v10"
    gateway_url: str = "wss://gateway.discord.gg/"
    announce_changes: bool = False
    token: SecretStr | None = None


class StorySourceSettings(_Section):
    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
    type: Literal["story_feed", "file", "folder", "story_page"] = "story_feed"
    url: str = ""
    """For `story_feed` and `story_page`."""
    path: Path | None = None
    """For `file` and `folder`: story feeds (JSON) or story pages (text, HTML)."""
    poll_seconds: float = Field(60, ge=0.2)
    allow_private: bool = False
    """Permit addresses of this machine and of private networks."""

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        local = self.type in {"file", "folder"}
        if local and (self.path is None or self.url):
            raise ValueError(f"a source of type {self.type} has a path, and no url")
        if not local and (not self.url or self.path is not None):
            raise ValueError(f"a source of type {self.type} has a url, and no path")
        return self


class FeedSettings(_Section):
    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
    url: str
    publisher: str = ""
    owner: str = ""
    kind: SourceKind = SourceKind.UNKNOWN
    region: str = ""
    language: str = ""
    poll_seconds: float = Field(600, ge=0.2)
    allow_private: bool = False


class NewsdeskSettings(_Section):
    enabled: bool = False
    feeds: tuple[FeedSettings, ...] = ()
    conflicted: Literal["hold", "publish"] = "publish"
    """What to do with a story whose core claim is disputed: hold it, or show both values."""
    full_text: bool = False
    """Fetch the pages behind feed items (extra `fulltext`); honours robots.txt."""
    semantic: bool = False
    """Ask a small sentence model for a second opinion on sentiment (extra `semantic`)."""
    ner: bool = False
    """Find people and organisations that no table holds (extra `ner`)."""
    window: Duration = timedelta(days=7)
    """How long a story takes in new reports."""


class WebSettings(_Section):
    enabled: bool = True
    bind: str = "127.0.0.1"
    port: int = Field(8765, ge=0, le=65_535)
    public_url: str = ""
    """How browsers reach the pages, e.g. https://news.example; for links in messages."""
    password: SecretStr | None = None


class DeliverySettings(_Section):
    max_age: Duration = timedelta(hours=24)
    """Older stories are not posted one by one but listed in one message."""
    cap_per_hour: int = Field(0, ge=0)
    """Messages a channel gets in an hour; the rest is folded into one. 0: no cap."""
    burst: int = Field(0, ge=0)
    """More matches than this in one poll become one message. 0: never."""
    updates: Literal["all", "major", "none"] = "major"
    """Which updates get a reply in the thread; the card itself is always edited."""


class DatabaseSettings(_Section):
    url: str = "sqlite:///tidings.db"


class LoggingSettings(_Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["console", "json"] = "console"


def _named_once(
    sources: tuple[StorySourceSettings, ...],
) -> tuple[StorySourceSettings, ...]:
    """A source is known by its name, also in the database; two of one name would be one."""
    names = [source.name for source in sources]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"the name {twice!r} is given twice; every source needs its own")
    return sources


class Settings(BaseSettings):
    """Everything Tidings can be told."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        env_prefix="TIDINGS_",
        env_nested_delimiter="__",
        validate_default=True,
    )

    slack: SlackSettings = SlackSettings()
    discord: DiscordSettings = DiscordSettings()
    sources: Annotated[tuple[StorySourceSettings, ...], AfterValidator(_named_once)] = ()
    newsdesk: NewsdeskSettings = NewsdeskSettings()
    web: WebSettings = WebSettings()
    delivery: DeliverySettings = DeliverySettings()
    database: DatabaseSettings = DatabaseSettings()
    logging: LoggingSettings = LoggingSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment overrides the file, which arrives as init arguments."""
        del settings_cls, dotenv_settings, file_secret_settings
        return env_settings, init_settings


class _CoreLoader(yaml.SafeLoader):
    """YAML 1.2 booleans: `NO` is Norway, not False."""


_CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag != "tag:yaml.org,2002:bool"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def load_yaml(text: str, *, where: str) -> Any:
    """The parsed document. Raises ConfigError naming file, line and column."""
    try:
        return yaml.load(text, Loader=_CoreLoader)  # noqa: S506 - a SafeLoader underneath
    except yaml.YAMLError as exc:
        raise ConfigError(f"{where} is not valid YAML: {exc}") from exc


def load_settings(path: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Read `path` (or ./config.yaml where there is one) and the environment.

    Raises ConfigError that names each wrong key with its value and the nearest valid key.
    """
    environ = os.environ if environ is None else environ
    document = _read_file(path)
    for section, values in _secrets(environ).items():
        document[section] = {**_mapping(document.get(section), section), **values}
    try:
        return Settings(**document)
    except ValidationError as exc:
        raise ConfigError(_explain(exc, str(path or DEFAULT_FILE))) from exc
    except SettingsError as exc:
        raise ConfigError(f"In the environment: {exc}") from exc


def _read_file(path: Path | None) -> dict[str, Any]:
    chosen = path or DEFAULT_FILE
    try:
        text = chosen.read_text(encoding="utf-8")
    except FileNotFoundError as exc:
        if path is None:
            return {}
        raise ConfigError(f"There is no settings file at {path}.") from exc
    except (OSError, UnicodeDecodeError) as exc:
        raise ConfigError(f"The settings file {chosen} cannot be read: {exc}") from exc
    document = load_yaml(text, where=str(chosen))
    found = _mapping(document, str(chosen))
    _refuse_secrets(found, str(chosen))
    return found


def _mapping(value: object, where: str) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ConfigError(f"{where} must be a mapping of keys to values, not {value!r}.")
    return cast("dict[str, Any]", value)


_SECRET_KEYS = {
    "slack": ("bot_token", "app_token", "signing_secret", "client_id", "client_secret"),
    "discord": ("token",),
    "web": ("password",),
}


def _variable(section: str, key: str) -> str:
    return "TIDINGS_WEB_PASSWORD" if section == "web" else f"{section}_{key}".upper()


SECRETS = tuple(_variable(section, key) for section, keys in _SECRET_KEYS.items() for key in keys)
"""The environment variables that hold secrets."""


def _refuse_secrets(document: Mapping[str, Any], where: str) -> None:
    for section, keys in _SECRET_KEYS.items():
        for key in keys:
            if key in _mapping(document.get(section), section):
                raise ConfigError(
                    f"{where}: {section}.{key} is a secret and does not belong in the file. "
                    f"Set the environment variable {_variable(section, key)}, "
                    f"or {_variable(section, key)}_FILE to the path of a file that holds it."
                )


def _secrets(environ: Mapping[str, str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for section, keys in _SECRET_KEYS.items():
        for key in keys:
            name = _variable(section, key)
            value = environ.get(name, "").strip() or _secret_from_file(name, environ)
            if value:
                found.setdefault(section, {})[key] = value
    return found


def _secret_from_file(name: str, environ: Mapping[str, str]) -> str:
    path = environ.get(f"{name}_FILE", "")
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as exc:
        raise ConfigError(f"{name}_FILE names {path}, which cannot be read: {exc}") from exc


def _explain(error: ValidationError, where: str) -> str:
    lines = []
    for problem in error.errors():
        key = ".".join(str(part) for part in problem["loc"])
        if problem["type"] == "extra_forbidden":
            near = nearest_keys(problem["loc"])
            hint = f" Did you mean {', '.join(near)}?" if near else ""
            lines.append(f"{key} is not a setting.{hint}")
        else:
            shown = "" if problem["type"] == "missing" else f" (it is {problem['input']!r})"
            message = problem["msg"].removeprefix("Value error, ")
            lines.append(f"{key}: {message}{shown}")
    return f"{where} or the environment has settings that cannot be used:\n  " + "\n  ".join(lines)


def nearest_keys(location: Sequence[int | str]) -> tuple[str, ...]:
    """Up to three valid keys close to the unknown one at `location`, nearest first."""
    model: Any = Settings
    for part in location[:-1]:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part)
        if field is None:
            return ()
        model = _model_in(field.annotation)
        if model is None:
            return ()
    secret = _SECRET_KEYS.get(str(location[0]), ())
    known = [key for key in model.model_fields if key not in secret]
    near = difflib.get_close_matches(str(location[-1]), known, n=3, cutoff=0.3)
    prefix = ".".join(str(part) for part in location[:-1])
    return tuple(f"{prefix}.{key}" if prefix else key for key in near)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    arguments = getattr(annotation, "__args__", ())
    return next((found for arg in arguments if (found := _model_in(arg))), None)
