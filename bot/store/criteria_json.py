"""The rule of a subscription as the JSON of its column. Empty parts are left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.subscription import Bounds, Criteria, Exclusion, Group

_KINDS = ("regions", "entities", "categories", "sentiment")
_METRICS = ("impact", "sources")


def criteria_to_json(criteria: Criteria) -> dict[str, Any]:
    """Groups as lists of sorted lists, bounds as `[low, high]`, exclusions by kind."""
    found: dict[str, Any] = {
        kind: [sorted(group) for group in getattr(criteria, kind)] for kind in _KINDS
    }
    for metric in _METRICS:
        bounds: Bounds = getattr(criteria, metric)
        found[metric] = [] if bounds.open else [bounds.low, bounds.high]
    found["exclude"] = {
        kind: sorted(values) for kind in _KINDS if (values := getattr(criteria.exclude, kind))
    }
    return {key: value for key, value in found.items() if value}


def criteria_from_json(found: Mapping[str, Any]) -> Criteria:
    """The inverse of `criteria_to_json`."""
    exclude = found.get("exclude", {})
    return Criteria(
        regions=_groups(found.get("regions", ())),
        entities=_groups(found.get("entities", ())),
        categories=_groups(found.get("categories", ())),
        sentiment=_groups(found.get("sentiment", ())),
        impact=Bounds(*found.get("impact", ())),
        sources=Bounds(*found.get("sources", ())),
        exclude=Exclusion(**{kind: frozenset(exclude.get(kind, ())) for kind in _KINDS}),
    )


def _groups(lists: Iterable[Iterable[str]]) -> tuple[Group, ...]:
    return tuple(frozenset(values) for values in lists)
