"""Subscriptions as people keep them in files: the SUBS.yaml shape, both ways.

Reading refuses, by name, every key it does not know, every value of a wrong type and every region
that does not exist. Entities and categories are open lists and taken as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from rapidfuzz import process

from bot.domain import regions as geography
from bot.domain.channel import ChannelId
from bot.domain.regions import RegionCode
from bot.domain.story import SentimentLabel
from bot.domain.subscription import (
    ANY,
    IMPACT_RANGE,
    SOURCES_RANGE,
    Bounds,
    Criteria,
    Exclusion,
    Group,
    Mode,
    Subscription,
    SubscriptionId,
    parse_bounds,
)
from bot.domain.text import clean, fold
from bot.errors import ConfigError
from bot.rules.terms import Kind

_KINDS = {
    "regions": Kind.REGION,
    "entities": Kind.ENTITY,
    "categories": Kind.CATEGORY,
    "sentiment": Kind.SENTIMENT,
}
_KEYS = ("id", "channel", "name", *_KINDS, "impact", "sources", "exclude", "mode", "paused")
_NOTHING = ("", "~", "null", "Null", "NULL")
_TRUTH = {"true": True, "false": False}


def subscription_to_dict(subscription: Subscription) -> dict[str, Any]:
    """The SUBS.yaml shape, with every key, so that a reader sees what can be set."""
    criteria = subscription.criteria
    excluded = criteria.exclude
    return {
        "id": subscription.id,
        "channel": subscription.channel,
        "name": subscription.name,
        "regions": _written(criteria.regions),
        "entities": _written(criteria.entities),
        "categories": _written(criteria.categories),
        "sentiment": _written(criteria.sentiment),
        "impact": str(criteria.impact),
        "sources": str(criteria.sources),
        "exclude": {
            key: sorted(values)
            for key, values in (
                ("regions", excluded.regions),
                ("entities", excluded.entities),
                ("categories", excluded.categories),
                ("sentiment", excluded.sentiment),
            )
            if values
        },
        "mode": str(subscription.mode),
        "paused": subscription.paused,
    }


def subscriptions_from_document(document: object, where: str) -> tuple[Subscription, ...]:
    """Every entry of a SUBS.yaml document, in order. Raises ConfigError naming entry and key."""
    entries = _entries(document, where)
    found = [subscription_from_dict(entry, f"{where}: entry {n}") for n, entry in entries]
    seen: set[tuple[ChannelId, SubscriptionId]] = set()
    for one in found:
        if (one.channel, one.id) in seen:
            raise ConfigError(f"{where}: the id {one.id!r} occurs twice in one channel.")
        seen.add((one.channel, one.id))
    return tuple(found)


def subscription_from_dict(item: object, where: str) -> Subscription:
    """One entry. Every key but `id` may be left out; the id is kept as it is written."""
    if not isinstance(item, Mapping):
        raise ConfigError(f"{where} must be a mapping with at least an id, not {item!r}.")
    entry = cast("Mapping[str, Any]", item)
    identity = _text(entry.get("id"), f"{where}: id")
    if not identity:
        raise ConfigError(f"{where} has no id; write for example id: s1.")
    where = f"{where} ({identity})"
    _refuse_unknown_keys(entry, _KEYS, where)
    return Subscription(
        id=SubscriptionId(identity),
        channel=ChannelId(_text(entry.get("channel"), f"{where}: channel")),
        name=clean(_text(entry.get("name"), f"{where}: name")),
        criteria=_criteria(entry, where),
        mode=_mode(entry.get("mode"), f"{where}: mode"),
        paused=_flag(entry.get("paused"), f"{where}: paused"),
    )


def _written(groups: tuple[Group, ...]) -> list[str] | list[list[str]]:
    if len(groups) <= 1:
        return sorted(groups[0]) if groups else []
    return [sorted(group) for group in groups]


def _entries(document: object, where: str) -> list[tuple[int, object]]:
    if document is None:
        return []
    if isinstance(document, Mapping):
        _refuse_unknown_keys(document, ("subscriptions",), where)
        document = document.get("subscriptions") or []
    if not isinstance(document, list):
        raise ConfigError(f"{where}: write the rules as a list under `subscriptions:`.")
    return list(enumerate(document, start=1))


def _refuse_unknown_keys(entry: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    for key in entry:
        if key not in known:
            near = [name for name, _, _ in process.extract(str(key), known, limit=3)]
            raise ConfigError(f"{where}: {key!r} is not a key; the nearest are {', '.join(near)}.")


def _criteria(entry: Mapping[str, Any], where: str) -> Criteria:
    groups = {key: _groups(kind, entry.get(key), f"{where}: {key}") for key, kind in _KINDS.items()}
    return Criteria(
        regions=groups["regions"],
        entities=groups["entities"],
        categories=groups["categories"],
        sentiment=groups["sentiment"],
        impact=_bounds(entry.get("impact"), IMPACT_RANGE, where, "impact"),
        sources=_bounds(entry.get("sources"), SOURCES_RANGE, where, "sources"),
        exclude=_exclusion(entry.get("exclude"), f"{where}: exclude"),
    )


def _exclusion(value: object, where: str) -> Exclusion:
    if _is_nothing(value):
        return Exclusion()
    if not isinstance(value, Mapping):
        raise ConfigError(f"{where} must be a mapping such as {{regions: [RU]}}, not {value!r}.")
    excluded = cast("Mapping[str, Any]", value)
    _refuse_unknown_keys(excluded, tuple(_KINDS), where)
    sets = {
        key: _group(kind, _items(excluded.get(key), f"{where}.{key}"), f"{where}.{key}")
        for key, kind in _KINDS.items()
    }
    return Exclusion(
        regions=sets["regions"],
        entities=sets["entities"],
        categories=sets["categories"],
        sentiment=sets["sentiment"],
    )


def _groups(kind: Kind, value: object, where: str) -> tuple[Group, ...]:
    """A list is one group; a list of lists is several, all of which must hit."""
    items = _items(value, where)
    nested = [isinstance(item, list) for item in items]
    if any(nested) and not all(nested):
        raise ConfigError(f"{where} mixes values and lists; write [A, B] or [[A, B], [C]].")
    lists = items if any(nested) else [items]
    if any(nested) and not all(lists):
        raise ConfigError(f"{where} has an empty list inside, which no story could ever meet.")
    groups = (_group(kind, cast("list[object]", each), where) for each in lists)
    return tuple(group for group in groups if group)


def _items(value: object, where: str) -> list[object]:
    if _is_nothing(value):
        return []
    if isinstance(value, Mapping):
        raise ConfigError(f"{where} must be a list such as [A, B], not {dict(value)!r}.")
    return list(value) if isinstance(value, list) else [value]


def _group(kind: Kind, items: list[object], where: str) -> Group:
    return frozenset(_value(kind, item, where) for item in items)


def _value(kind: Kind, item: object, where: str) -> str:
    text = clean(_text(item, where))
    if not fold(text):
        raise ConfigError(f"{where}: {item!r} is not a value; write a name.")
    match kind:
        case Kind.REGION:
            return _region(text, where)
        case Kind.SENTIMENT:
            return _one_of(text, [str(label) for label in SentimentLabel], where)
        case Kind.CATEGORY:
            return text.casefold()
        case Kind.ENTITY:
            return text


def _region(text: str, where: str) -> RegionCode:
    code = geography.resolve(text)
    if code is None:
        near = ", ".join(geography.nearest(text))
        hint = " Write several as a list: [EU, GB]." if "," in text else ""
        raise ConfigError(f"{where}: there is no region {text!r}; the nearest are {near}.{hint}")
    return code


def _one_of(text: str, known: list[str], where: str) -> str:
    if text.casefold() not in known:
        raise ConfigError(f"{where}: {text!r} is not one of {', '.join(known)}.")
    return text.casefold()


def _bounds(value: object, within: tuple[int, int], where: str, what: str) -> Bounds:
    if _is_nothing(value):
        return ANY
    try:
        return parse_bounds(_text(value, f"{where}: {what}"), within=within, what=what)
    except ValueError as exc:
        raise ConfigError(f"{where}: {exc}.") from exc


def _mode(value: object, where: str) -> Mode:
    if _is_nothing(value):
        return Mode.INSTANT
    return Mode(_one_of(_text(value, where), [str(mode) for mode in Mode], where))


def _flag(value: object, where: str) -> bool:
    if _is_nothing(value):
        return False
    truth = _TRUTH.get(_text(value, where).casefold())
    if truth is None:
        raise ConfigError(f"{where} must be true or false, not {value!r}.")
    return truth


def _text(value: object, where: str) -> str:
    """A scalar as it was written."""
    if _is_nothing(value):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | Mapping):
        raise ConfigError(f"{where} must be one value, not {value!r}.")
    return str(value).strip()


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.strip() in _NOTHING)
