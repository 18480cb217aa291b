"""What rules look at: a story, and the values of a rule, as sets of comparable keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.domain import regions as geography
from bot.domain.story import Story
from bot.domain.subscription import Criteria, Group
from bot.domain.text import fold
from bot.rules.names import entity_keys, story_entity_keys


class Kind(StrEnum):
    """What a group of a rule is about; the values are the words people type."""

    REGION = "region"
    ENTITY = "entity"
    CATEGORY = "category"
    SENTIMENT = "sentiment"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFacts:
    """One story version as the rules see it."""

    keys: dict[Kind, frozenset[str]]
    """Regions with all they lie in (`{GLOBAL}` for none), entity keys, category, sentiment."""
    impact: int
    sources: int
    regions: tuple[str, ...] = ()
    """As the story carries them, for the words of an explanation."""
    entities: tuple[tuple[str, frozenset[str]], ...] = ()
    """(name shown, keys) of each entity, for the same."""


def facts_of(story: Story) -> StoryFacts:
    regions = geography.expand(story.regions)
    entities = tuple((item.name, story_entity_keys(item, regions)) for item in story.entities)
    return StoryFacts(
        keys={
            Kind.REGION: regions,
            Kind.ENTITY: frozenset().union(*(keys for _, keys in entities)),
            Kind.CATEGORY: frozenset({fold(story.category)}),
            Kind.SENTIMENT: frozenset({str(story.sentiment.label)}),
        },
        impact=story.impact.score,
        sources=story.sources,
        regions=story.regions,
        entities=entities,
    )


def groups_of(criteria: Criteria) -> Iterator[tuple[Kind, Group]]:
    """Every group a story must hit, as written."""
    yield from ((Kind.REGION, group) for group in criteria.regions)
    yield from ((Kind.ENTITY, group) for group in criteria.entities)
    yield from ((Kind.CATEGORY, group) for group in criteria.categories)
    yield from ((Kind.SENTIMENT, group) for group in criteria.sentiment)


def exclusions_of(criteria: Criteria) -> Iterator[tuple[Kind, Group]]:
    """The values of which none may occur, by kind; kinds without any are left out."""
    excluded = criteria.exclude
    pairs = (
        (Kind.REGION, excluded.regions),
        (Kind.ENTITY, excluded.entities),
        (Kind.CATEGORY, excluded.categories),
        (Kind.SENTIMENT, excluded.sentiment),
    )
    return (pair for pair in pairs if pair[1])


@lru_cache(maxsize=4_096)
def group_keys(kind: Kind, group: Group) -> frozenset[str]:
    """The keys of which a story must have one."""
    return frozenset().union(*(value_keys(kind, value) for value in group))


def value_keys(kind: Kind, value: str) -> frozenset[str]:
    match kind:
        case Kind.ENTITY:
            return entity_keys(value)
        case Kind.CATEGORY:
            return frozenset({fold(value)})
        case _:
            return frozenset({str(value)})
