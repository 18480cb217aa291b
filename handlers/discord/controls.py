"""Buttons and menus: how they are described, how they travel, how they come back.

A custom_id is `b:ACTION:VALUE`, or `k:KEY:ACTION:VALUE` on the first control of a delivered
message. The delivery's key stands there because it must be found again after the nonce window is
over: Discord returns a custom_id with every listed message, keeps it through every edit of the
text and never shows it to a reader. A nonce is not reliably returned on old messages, a footer
would be seen, and an address in the embed would change where the headline leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import discord
from bot.commands.model import Button
from bot.domain.alert import DeliveryKey
from bot.domain.text import shorten
from handlers.discord import limits
from handlers.discord.markup import plain, usable_url

MENU: Final = "menu"
_ID: Final = re.compile(r"(?:k:(?P<key>[^:]+)|b):(?P<action>[^:]*):(?P<value>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """One choice among stories; each option is (label, action, value)."""

    placeholder: str
    options: tuple[tuple[str, str, str], ...]


Control = Button | Menu


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """What a custom_id or a chosen option says."""

    action: str
    value: str
    key: str = ""


def custom_id(action: str, value: str, key: DeliveryKey | None = None) -> str:
    """The id of a control. Raises ValueError where it would be longer than Discord takes."""
    head = f"k:{key}" if key else "b"
    made = f"{head}:{action}:{value}"
    if len(made) > limits.CUSTOM_ID:
        raise ValueError(f"custom_id {made!r} is longer than {limits.CUSTOM_ID} characters")
    return made


def read_custom_id(text: str) -> Pressed | None:
    """The action behind a custom_id; None for one that is not ours."""
    found = _ID.fullmatch(text)
    if found is None:
        return None
    return Pressed(action=found["action"], value=found["value"], key=found["key"] or "")


def view(controls: Sequence[Control], key: DeliveryKey | None = None) -> discord.ui.View | None:
    """The controls as discord.py sends them; the first that can carries the key."""
    made = discord.ui.View(timeout=None)
    for row, item in _rows(controls, key):
        item.row = row
        made.add_item(item)
    # A finished view is sent like any other but not remembered: presses are read from their
    # custom_id, so that they work after a restart and a busy bot does not collect views.
    made.stop()
    return made if made.children else None


Item = discord.ui.Button[discord.ui.View] | discord.ui.Select[discord.ui.View]


def _rows(controls: Sequence[Control], key: DeliveryKey | None) -> Iterable[tuple[int, Item]]:
    row = column = 0
    seen: set[str] = set()
    for control in controls:
        item = _item(control, key)
        if item is None or (item.custom_id and item.custom_id in seen):
            continue
        if isinstance(item, discord.ui.Select) or column == limits.ROW_BUTTONS:
            row, column = row + (column > 0), 0
        if row == limits.ROWS:
            return
        yield row, item
        if item.custom_id:
            seen.add(item.custom_id)
            key = None
        column += 1
        if isinstance(item, discord.ui.Select):
            row, column = row + 1, 0


def _item(control: Control, key: DeliveryKey | None) -> Item | None:
    return _menu(control, key) if isinstance(control, Menu) else _button(control, key)


def _button(button: Button, key: DeliveryKey | None) -> Item | None:
    label = plain(button.label, limits.BUTTON_LABEL)
    if button.url:
        url = usable_url(button.url, limits.BUTTON_URL)
        return discord.ui.Button(label=label, url=url) if url else None
    style = discord.ButtonStyle.danger if button.danger else discord.ButtonStyle.secondary
    return discord.ui.Button(
        label=label, style=style, custom_id=custom_id(button.action, button.value, key)
    )


def _menu(menu: Menu, key: DeliveryKey | None) -> Item | None:
    options: dict[str, discord.SelectOption] = {}
    for label, action, value in menu.options[: limits.MENU_OPTIONS]:
        chosen = custom_id(action, value)
        shown = plain(label, limits.MENU_LABEL) or plain(value, limits.MENU_LABEL)
        options.setdefault(chosen, discord.SelectOption(label=shown, value=chosen))
    if not options:
        return None
    return discord.ui.Select(
        custom_id=custom_id(MENU, "", key),
        placeholder=shorten(menu.placeholder, limits.MENU_PLACEHOLDER),
        options=list(options.values()),
    )
