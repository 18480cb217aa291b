"""Checks of the small composition objects: text, options, confirmation dialogs."""

from __future__ import annotations

from typing import Any

from tests.counterparts.slack.limits import BLOCK_KIT

PLAIN = frozenset({"plain_text"})
ANY_TEXT = frozenset({"plain_text", "mrkdwn"})


class Findings:
    """What is wrong so far, each line ending with the JSON pointer Slack adds."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    def add(self, message: str, path: str) -> None:
        self.errors.append(f"[ERROR] {message} [json-pointer:{path}]")

    def is_object(self, value: Any, path: str) -> bool:
        if not isinstance(value, dict):
            self.add("must be an object", path)
        return isinstance(value, dict)

    def keys(self, value: dict[str, Any], allowed: str, path: str) -> None:
        for key in sorted(set(value) - set(allowed.split()) - {"type"}):
            self.add(f"additional property: {key}", path)

    def length(self, value: Any, limit: str, path: str, *, least: int = 0) -> None:
        if not isinstance(value, str):
            self.add("must be a string", path)
        elif len(value) > BLOCK_KIT[limit]:
            self.add(f"must be no more than {BLOCK_KIT[limit]} characters", path)
        elif len(value) < least:
            self.add(f"must be more than {least - 1} characters", path)

    def count(self, value: Any, limit: str, path: str) -> bool:
        if not isinstance(value, list) or not value:
            self.add("must be a list with at least one item", path)
            return False
        if len(value) > BLOCK_KIT[limit]:
            self.add(f"no more than {BLOCK_KIT[limit]} items allowed", path)
        return True

    def url(self, value: Any, path: str) -> None:
        good = isinstance(value, str) and value.startswith(("http://", "https://"))
        if not good or any(character.isspace() for character in value):
            self.add("invalid url", path)

    def text(self, value: Any, kinds: frozenset[str], limit: str, path: str) -> None:
        if not self.is_object(value, path):
            return
        self.keys(value, "text emoji verbatim", path)
        if value.get("type") not in kinds:
            self.add(f"must be one of {sorted(kinds)}", f"{path}/type")
        if value.get("type") == "mrkdwn" and "emoji" in value:
            self.add("additional property: emoji", path)
        if value.get("type") == "plain_text" and "verbatim" in value:
            self.add("additional property: verbatim", path)
        self.length(value.get("text"), limit, f"{path}/text", least=1)

    def option(self, value: Any, kinds: frozenset[str], path: str) -> None:
        if not self.is_object(value, path):
            return
        self.keys(value, "text value description url", path)
        self.text(value.get("text"), kinds, "option.text.max_length", f"{path}/text")
        self.length(value.get("value"), "option.value.max_length", f"{path}/value", least=1)
        if "description" in value:
            limit = "option.description.max_length"
            self.text(value["description"], kinds, limit, f"{path}/description")

    def options(self, value: Any, kinds: frozenset[str], limit: str, path: str) -> None:
        if self.count(value, limit, path):
            for index, option in enumerate(value):
                self.option(option, kinds, f"{path}/{index}")

    def confirm(self, value: Any, path: str) -> None:
        if not self.is_object(value, path):
            return
        self.keys(value, "title text confirm deny style", path)
        for name, kinds in (
            ("title", PLAIN),
            ("text", ANY_TEXT),
            ("confirm", PLAIN),
            ("deny", PLAIN),
        ):
            self.text(value.get(name), kinds, f"confirmation.{name}.max_length", f"{path}/{name}")
