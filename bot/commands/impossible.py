"""Rules that no story could ever meet, refused with the reason."""

from __future__ import annotations

from bot.commands.near import as_value
from bot.domain import regions as geography
from bot.domain.subscription import Criteria, Group
from bot.errors import RequestRefused
from bot.rules.terms import Kind, group_keys


def refuse_impossible(criteria: Criteria) -> None:
    """Refuse a rule that no story could ever meet, and say why."""
    for kind, groups in (("category", criteria.categories), ("sentiment", criteria.sentiment)):
        first = groups[0] if groups else frozenset()
        for other in groups[1:]:
            if not first & other:
                either = ",".join(as_value(value) for value in sorted(first | other))
                raise RequestRefused(
                    f"A story has one {kind} only, and {kind} given twice asks for both. "
                    f"Write {kind}:{either} for either."
                )
    excluded = criteria.exclude
    _refuse_excluded(Kind.REGION, criteria.regions, excluded.regions)
    _refuse_excluded(Kind.ENTITY, criteria.entities, excluded.entities)
    _refuse_excluded(Kind.CATEGORY, criteria.categories, excluded.categories)
    _refuse_excluded(Kind.SENTIMENT, criteria.sentiment, excluded.sentiment)


def _refuse_excluded(kind: Kind, groups: tuple[Group, ...], excluded: Group) -> None:
    unwanted = group_keys(kind, excluded)
    for group in groups:
        if all(_reaches(kind, value) & unwanted for value in group):
            shown = ",".join(as_value(value) for value in sorted(group))
            raise RequestRefused(
                f"No story can meet this: {kind}:{shown} is asked for, "
                f"and -{kind}:{','.join(as_value(value) for value in sorted(excluded))} "
                "leaves all of it out."
            )


def _reaches(kind: Kind, value: str) -> frozenset[str]:
    """Every key that a story with this value certainly has."""
    if kind is Kind.REGION:
        return frozenset(geography.ancestors(geography.RegionCode(value)))
    return group_keys(kind, frozenset({value}))
