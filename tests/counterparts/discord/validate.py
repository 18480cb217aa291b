"""Check a request body against the shapes and against the rules no single field can state.

`check(shape, body)` returns every problem found; `refuse` turns them into Discord's nested 50035
answer. Unknown fields come back separately: Discord ignores them, the counterpart does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from tests.counterparts.discord import errors, limits
from tests.counterparts.discord.shapes import SHAPES, Field

Path = tuple[str, ...]
COMMAND_NAME = re.compile(r"^[-_'\w]{1,32}$")


@dataclass(slots=True)
class Findings:
    """Problems as (path, code, words), and the paths of fields that no shape knows."""

    problems: list[tuple[Path, str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def add(self, path: Path, code: str, words: str) -> None:
        self.problems.append((path, code, words))

    def tree(self) -> dict[str, Any]:
        root: dict[str, Any] = {}
        for path, code, words in self.problems:
            node = root
            for step in path:
                node = node.setdefault(step, {})
            node.setdefault("_errors", []).append({"code": code, "message": words})
        return root

    def refuse(self) -> None:
        if self.problems:
            raise errors.invalid_form(self.tree())


def check(shape: str, body: Any, path: Path = (), into: Findings | None = None) -> Findings:
    """Every problem of one body against one shape, nested shapes included."""
    found = into if into is not None else Findings()
    if not isinstance(body, dict):
        found.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
        return found
    fields = SHAPES[shape].fields
    found.unknown += [".".join((*path, name)) for name in body if name not in fields]
    for name, rule in fields.items():
        value = body.get(name)
        if value is None:
            if rule.required:
                found.add((*path, name), "BASE_TYPE_REQUIRED", "This field is required")
            continue
        _value(rule, value, (*path, name), found)
    return found


def _value(rule: Field, value: Any, path: Path, found: Findings) -> None:
    if rule.choices and value not in rule.choices:
        words = f"Value must be one of {set(rule.choices)}."
        found.add(path, "BASE_TYPE_CHOICES", words)
        return
    _KINDS[rule.kind](rule, value, path, found)


def _text(rule: Field, value: Any, path: Path, found: Findings) -> None:
    if not isinstance(value, str):
        found.add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.")
        return
    if rule.low and len(value.strip()) < rule.low:
        found.add(path, "BASE_TYPE_REQUIRED", "This field is required")
    if rule.high is not None and len(value) > rule.high:
        words = f"Must be {rule.high} or fewer in length."
        found.add(path, "BASE_TYPE_MAX_LENGTH", words)


def _url(rule: Field, value: Any, path: Path, found: Findings) -> None:
    _text(rule, value, path, found)
    parts = urlsplit(value) if isinstance(value, str) else None
    spaced = isinstance(value, str) and re.search(r"[\s<>\"]", value)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname or spaced:
        found.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")


def _integer(rule: Field, value: Any, path: Path, found: Findings) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        found.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
    elif rule.high is not None and value > rule.high:
        found.add(path, "NUMBER_TYPE_MAX", f"int value should be at most {rule.high}.")
    elif rule.low is not None and value < rule.low:
        found.add(path, "NUMBER_TYPE_MIN", f"int value should be at least {rule.low}.")


def _boolean(_rule: Field, value: Any, path: Path, found: Findings) -> None:
    if not isinstance(value, bool):
        found.add(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")


def _snowflake(_rule: Field, value: Any, path: Path, found: Findings) -> None:
    if not str(value).isdecimal():
        found.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')


def _nonce(rule: Field, value: Any, path: Path, found: Findings) -> None:
    if isinstance(value, str):
        _text(rule, value, path, found)
    else:
        _integer(Field(kind="integer"), value, path, found)


def _choice(rule: Field, value: Any, path: Path, found: Findings) -> None:
    if isinstance(value, str):
        _text(rule, value, path, found)
    elif isinstance(value, bool) or not isinstance(value, int | float):
        found.add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.")


def _timestamp(_rule: Field, value: Any, path: Path, found: Findings) -> None:
    try:
        datetime.fromisoformat(value)
    except (TypeError, ValueError):
        found.add(path, "DATE_TIME_TYPE_PARSE", f"Could not parse {value}. Should be ISO8601.")


def _array(rule: Field, value: Any, path: Path, found: Findings) -> None:
    if not isinstance(value, list):
        found.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        return
    if len(value) > (rule.high if rule.high is not None else len(value)) or len(value) < (
        rule.low or 0
    ):
        words = f"Must be between {rule.low or 0} and {rule.high} in length."
        found.add(path, "BASE_TYPE_BAD_LENGTH", words)
    for index, item in enumerate(value):
        _object(rule, item, (*path, str(index)), found)


def _object(rule: Field, value: Any, path: Path, found: Findings) -> None:
    shape = rule.shape
    if shape in {"component", "option"}:
        shape = f"{shape}:{value.get('type') if isinstance(value, dict) else None}"
        if shape not in SHAPES:
            found.add((*path, "type"), "BASE_TYPE_CHOICES", f"{shape} is not known here.")
            return
    if shape:
        check(shape, value, path, found)


def _any(_rule: Field, _value: Any, _path: Path, _found: Findings) -> None:
    """Nothing to check."""


_KINDS = {
    "string": _text,
    "url": _url,
    "integer": _integer,
    "boolean": _boolean,
    "snowflake": _snowflake,
    "nonce": _nonce,
    "choice": _choice,
    "timestamp": _timestamp,
    "array": _array,
    "object": _object,
    "any": _any,
}


def check_message(shape: str, body: Any) -> Findings:
    """A message body: its fields, the sum over its embeds, its components, its mentions."""
    found = check(shape, body)
    if found.problems:
        return found
    if embed_characters(body.get("embeds") or []) > limits.EMBED_SUM:
        words = f"Embed size exceeds maximum size of {limits.EMBED_SUM}"
        found.add(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", words)
    check_components(body.get("components") or [], found)
    mentions = body.get("allowed_mentions") or {}
    for kind in ("users", "roles"):
        if kind in (mentions.get("parse") or []) and mentions.get(kind):
            words = f"parse:[{kind!r}] and {kind}: [ids...] are mutually exclusive."
            found.add(("allowed_mentions",), "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", words)
    return found


def embed_characters(embeds: list[dict[str, Any]]) -> int:
    """What counts towards the 6,000: title, description, field names and values, footer, author."""
    total = 0
    for embed in embeds:
        total += len(embed.get("title") or "") + len(embed.get("description") or "")
        total += len((embed.get("footer") or {}).get("text") or "")
        total += len((embed.get("author") or {}).get("name") or "")
        total += sum(len(f["name"]) + len(f["value"]) for f in embed.get("fields") or [])
    return total


def check_components(components: list[dict[str, Any]], found: Findings) -> None:
    if len(components) > limits.ROWS:
        found.add(("components",), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    seen: set[str] = set()
    for row, component in enumerate(components):
        path: Path = ("components", str(row))
        if component["type"] != 1:
            found.add((*path, "type"), "UNION_TYPE_CHOICES", "Value of field must be an ActionRow.")
            continue
        kinds = [child["type"] for child in component["components"]]
        if len(kinds) > 1 and any(kind != 2 for kind in kinds):
            found.add(
                path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the width"
            )
        for index, child in enumerate(component["components"]):
            _leaf(child, (*path, "components", str(index)), seen, found)


def _leaf(child: dict[str, Any], path: Path, seen: set[str], found: Findings) -> None:
    custom_id = child.get("custom_id")
    if child["type"] == 2:
        is_link = child["style"] == 5
        if is_link == bool(custom_id) or is_link != bool(child.get("url")):
            words = "A button has either a url (link style) or a custom_id."
            found.add(path, "BUTTON_COMPONENT_CUSTOM_ID_OR_URL", words)
        if not child.get("label") and not child.get("emoji"):
            found.add(path, "BUTTON_COMPONENT_INVALID", "A button must have a label or emoji.")
    if custom_id is None:
        return
    if custom_id in seen:
        words = "Component custom id cannot be duplicated"
        found.add((*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", words)
    seen.add(custom_id)


def check_commands(commands: Any) -> Findings:
    """A whole bulk overwrite: counts, names, option order, nesting and the 8,000 characters."""
    found = Findings()
    if not isinstance(commands, list) or len(commands) > limits.COMMANDS:
        found.add((), "BASE_TYPE_BAD_LENGTH", f"Must be {limits.COMMANDS} or fewer in length.")
        return found
    names: set[str] = set()
    for index, command in enumerate(commands):
        path: Path = (str(index),)
        check("command", command, path, found)
        if not isinstance(command, dict) or "name" not in command:
            continue
        if command["name"] in names:
            words = "Application command names must be unique"
            found.add((*path, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", words)
        names.add(command["name"])
        if command.get("type", 1) == 1:
            check_options(command, path, found, depth=0)
            if command_characters(command) > limits.COMMAND_CHARACTERS:
                words = "Command exceeds maximum size (8000)"
                found.add(path, "APPLICATION_COMMAND_TOO_LARGE", words)
    return found


def command_characters(node: dict[str, Any]) -> int:
    """Names, descriptions and choice values of a command, its options and their choices."""
    total = len(node["name"]) + len(node.get("description") or "")
    total += sum(command_characters(option) for option in node.get("options") or [])
    choices = node.get("choices") or []
    return total + sum(len(choice["name"]) + len(str(choice["value"])) for choice in choices)


def check_options(node: dict[str, Any], path: Path, found: Findings, *, depth: int) -> None:
    name = str(node.get("name", ""))
    if not COMMAND_NAME.fullmatch(name) or name != name.lower():
        words = "Command name is invalid"
        found.add((*path, "name"), "APPLICATION_COMMAND_INVALID_NAME", words)
    if not node.get("description"):
        found.add((*path, "description"), "BASE_TYPE_REQUIRED", "This field is required")
    options = node.get("options") or []
    optional_seen = False
    for index, option in enumerate(options):
        here = (*path, "options", str(index))
        nested = option.get("type") in {1, 2}
        if nested and depth > (0 if option["type"] == 2 else 1):
            found.add(here, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Nested too deep")
        if nested != (options[0].get("type") in {1, 2}):
            words = "Sub-command and option types cannot be mixed"
            found.add(here, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", words)
        if option.get("required") and optional_seen:
            words = "Required options must be placed before non-required options"
            found.add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", words)
        optional_seen = optional_seen or not option.get("required")
        if option.get("autocomplete") and option.get("choices"):
            words = "Autocomplete and choices are mutually exclusive"
            found.add(here, "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_INVALID", words)
        check_options(option, here, found, depth=depth + 1)
    if len({option.get("name") for option in options}) < len(options):
        words = "Option names must be unique"
        found.add((*path, "options"), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", words)
