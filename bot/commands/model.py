"""The shapes that commands travel in, between a platform's handler and the service.

Slack and the web page hand over a line of text, which `grammar` turns into a `Line`; Discord's
typed options and Slack's modal build a `Line` themselves. From there on all three are one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from bot.domain.brief import Brief
from bot.domain.channel import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who speaks, and where."""

    channel: Channel
    user_id: str
    user_name: str = ""
    may_write: bool = True
    """Whether the platform's permissions let this person change subscriptions here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """`-region:RU,BY` is key `region`, values `RU` and `BY`, negated; `impact>=7` has an op."""

    key: str
    values: tuple[str, ...]
    op: str = ":"
    negated: bool = False
    insisted: bool = False
    """Written with a closing `!`: take the value although nothing known is called that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A command as written, before anything is looked up."""

    verb: str
    args: tuple[str, ...] = ()
    """Words that are no term: a subscription id, a window, a count."""
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Something to press under a reply or a card; at most 75 characters of label.

    `action` and `value` come back to `CommandService.press`. Together they stay below 100
    characters. A button with a `url` only opens it.
    """

    action: str
    label: str
    value: str = ""
    url: str = ""
    danger: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One completion: what a person sees and what is sent."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A story inside a reply, with its buttons."""

    brief: Brief
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a person reads back. Plain text only; each handler adds its own markup."""

    ok: bool = True
    title: str = ""
    lines: tuple[str, ...] = ()
    """Paragraphs; one that starts with `• ` is a list item, one in backquotes is to be typed."""
    cards: tuple[Card, ...] = ()
    footer: tuple[str, ...] = ()
    """Paragraphs after the cards."""
    buttons: tuple[Button, ...] = ()
    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """For programs: `subscription`, `subscriptions`, `stories`."""
    share: bool = False
    """Post it for the whole channel instead of the caller only."""

    @property
    def text(self) -> str:
        """The whole reply as plain text."""
        parts = [self.title] if self.title else []
        parts.extend(self.lines)
        for card in self.cards:
            parts.extend(card_lines(card.brief))
        parts.extend(self.footer)
        return "\n".join(parts)


def card_lines(brief: Brief) -> tuple[str, ...]:
    """A card as plain text: for logs, fallbacks and readers of the HTTP interface."""
    mark = f"{brief.mark} · " if brief.mark else ""
    return (
        f"{mark}[{brief.impact}/10] {brief.headline}",
        " · ".join(brief.facts_line),
        *(f"• {line}" for line in brief.takeaways),
        *(f"Why: {line}" for line in brief.why),
        *((brief.url,) if brief.url else ()),
    )
