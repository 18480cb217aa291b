"""The form behind a bare `/news subscribe`: typed selects instead of a grammar to remember.

What is filled in becomes the same `Line` that typing would give; nothing is interpreted here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.commands.model import Choice, Line, Term
from bot.domain.brief import BANDS
from bot.domain.channel import Channel, Platform
from bot.domain.story import SentimentLabel
from bot.domain.text import shorten
from handlers.slack import limits
from handlers.slack.blocks import ACTION_PREFIX, Block, option, plain

CALLBACK: Final = f"{ACTION_PREFIX}:subscribe"
PICK_PREFIX: Final = f"{ACTION_PREFIX}:pick:"
FIRST_BLOCK: Final = "region"
SOURCES: Final = (1, 2, 3, 5, 10)
NAME_LENGTH: Final = 60
# block id -> (label, the key that completes it, whether it excludes)
PICKED: Final[Mapping[str, tuple[str, str, bool]]] = {
    FIRST_BLOCK: ("Regions", "region", False),
    "entity": ("Companies, people, organisations", "entity", False),
    "category": ("Categories", "category", False),
    "not_region": ("Leave out regions", "region", True),
    "not_category": ("Leave out categories", "category", True),
}
OPEN_KEYS: Final = frozenset({"entity", "category"})
"""Keys whose values are not a closed list: what was typed may be taken as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the form was opened, and where its answer goes: kept in the form itself."""

    channel: Channel
    response_url: str

    def packed(self) -> str:
        found = self.channel
        return json.dumps(
            {
                "team": found.workspace,
                "channel": found.native_id,
                "name": found.name[:80],
                "url": self.response_url,
            }
        )


def origin_of(view: Mapping[str, Any]) -> Origin:
    kept = json.loads(view["private_metadata"])
    channel = Channel(
        platform=Platform.SLACK,
        workspace=kept["team"],
        native_id=kept["channel"],
        name=kept["name"],
    )
    return Origin(channel=channel, response_url=kept["url"])


def subscribe_view(origin: Origin) -> dict[str, Any]:
    where = f"#{origin.channel.name}" if origin.channel.name else "this channel"
    picks = [_picker(block_id) for block_id in PICKED]
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain("Subscribe"),
        "submit": plain("Subscribe"),
        "close": plain("Cancel"),
        "private_metadata": origin.packed(),
        "blocks": [
            {
                "type": "section",
                "text": plain(
                    shorten(f"Stories for {where}. Leave open what does not matter.", 200)
                ),
            },
            *picks[:3],
            _impact(),
            _sentiment(),
            _sources(),
            *picks[3:],
            _name(),
        ],
    }


def options_of(key: str, typed: str, choices: Sequence[Choice]) -> list[dict[str, Any]]:
    """The suggestions, and for open lists what was typed itself."""
    fitting = [choice for choice in choices if 0 < len(choice.value) <= limits.OPTION_VALUE]
    names = {choice.name.casefold() for choice in fitting}
    words = typed.strip()
    if key in OPEN_KEYS and 0 < len(words) <= limits.OPTION_VALUE and words.casefold() not in names:
        fitting.append(Choice(name=f"“{words}”", value=words))
    return [option(choice.name, choice.value) for choice in fitting[: limits.OPTIONS]]


def picked_key(action_id: str) -> str:
    """The key to complete for the select that somebody types in."""
    return PICKED[action_id.removeprefix(PICK_PREFIX)][1]


def line_of(view: Mapping[str, Any]) -> Line:
    """What was filled in, as a command."""
    values: Mapping[str, Mapping[str, Any]] = view["state"]["values"]
    terms = [*_picked_terms(values), *_plain_terms(values)]
    return Line(verb="subscribe", terms=tuple(terms))


def _picked_terms(values: Mapping[str, Mapping[str, Any]]) -> list[Term]:
    return [
        Term(key=key, values=found, negated=excluded)
        for block_id, (_, key, excluded) in PICKED.items()
        if (found := _selected(values, block_id))
    ]


def _plain_terms(values: Mapping[str, Mapping[str, Any]]) -> list[Term]:
    name = (_state(values, "name").get("value") or "").strip()
    terms = [
        Term(key="sentiment", values=_selected(values, "sentiment")),
        Term(key="impact", values=_selected(values, "impact"), op=">="),
        Term(key="sources", values=_selected(values, "sources"), op=">="),
        Term(key="name", values=(name,) if name else ()),
    ]
    return [term for term in terms if term.values]


def _selected(values: Mapping[str, Mapping[str, Any]], block_id: str) -> tuple[str, ...]:
    state = _state(values, block_id)
    one = state.get("selected_option")
    many = state.get("selected_options") or ([one] if one else [])
    return tuple(str(item["value"]) for item in many)


def _state(values: Mapping[str, Mapping[str, Any]], block_id: str) -> Mapping[str, Any]:
    found = values.get(block_id, {})
    return next(iter(found.values()), {}) or {}


def _input(block_id: str, label: str, element: Block) -> Block:
    return {
        "type": "input",
        "block_id": block_id,
        "optional": True,
        "label": plain(label),
        "element": {"action_id": f"{PICK_PREFIX}{block_id}", **element},
    }


def _picker(block_id: str) -> Block:
    label, key, _ = PICKED[block_id]
    hint = {"region": "EU, Germany, MENA …", "entity": "Gazprom, ECB …"}.get(key, "energy …")
    element = {"type": "multi_external_select", "min_query_length": 1, "placeholder": plain(hint)}
    return _input(block_id, label, element)


def _impact() -> Block:
    words = {score: word for low, word, _ in reversed(BANDS) for score in range(low, 11)}
    options = [option(f"{score} or more ({words[score]})", str(score)) for score in range(1, 11)]
    return _input("impact", "Impact, from 1 to 10", {"type": "static_select", "options": options})


def _sentiment() -> Block:
    options = [option(label.value, label.value) for label in SentimentLabel]
    return _input("sentiment", "Sentiment", {"type": "multi_static_select", "options": options})


def _sources() -> Block:
    options = [option(f"{count} or more", str(count)) for count in SOURCES]
    return _input("sources", "Independent sources", {"type": "static_select", "options": options})


def _name() -> Block:
    return _input("name", "Name", {"type": "plain_text_input", "max_length": NAME_LENGTH})
