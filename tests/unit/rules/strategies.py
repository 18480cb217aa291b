"""Random rules and stories over few values, so that hits, misses and exclusions all occur."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from bot.domain.story import (
    Entity,
    Impact,
    Sentiment,
    SentimentLabel,
    Story,
    StoryId,
    Verification,
)
from bot.domain.subscription import Bounds, Criteria, Exclusion

REGIONS = ("DE", "PL", "CN", "US", "EU", "ASEAN", "Asia", "Europe", "global", "NO", "RU", "MENA")
NAMES = (
    "Gazprom",
    "Tesla, Inc.",
    "Tesla",
    "TSMC",
    "Taiwan Semiconductor",
    "company:tsmc",
    "Apple",
    "Apple Hospitality REIT",
    "MOFCOM",
    "Ministry of Commerce",
    "China",
    "Türkiye",
)
CATEGORIES = ("energy", "economy", "sports", "real estate")
MOMENT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def make_story(
    *,
    identity: str = "s",
    version: int = 1,
    headline: str = "Grid operators agree on a reserve",
    regions: tuple[str, ...] = (),
    entities: tuple[Entity, ...] = (),
    category: str = "energy",
    sentiment: SentimentLabel = SentimentLabel.NEUTRAL,
    impact: int = 5,
    sources: int = 2,
) -> Story:
    return Story(
        id=StoryId(identity),
        version=version,
        headline=headline,
        published_at=MOMENT,
        modified_at=MOMENT,
        regions=regions,
        entities=entities,
        category=category,
        sentiment=Sentiment(label=sentiment),
        impact=Impact(score=impact),
        verification=Verification(independent_sources=sources),
    )


def named(*names: str) -> tuple[Entity, ...]:
    return tuple(Entity(id="", name=name) for name in names)


def groups(values: tuple[str, ...], most: int = 3) -> st.SearchStrategy[tuple[frozenset[str], ...]]:
    return st.lists(some(values, smallest=1), max_size=most).map(tuple)


def some(values: tuple[str, ...], smallest: int = 0) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), min_size=smallest, max_size=3)


def bounds(lowest: int, highest: int) -> st.SearchStrategy[Bounds]:
    number = st.none() | st.integers(lowest, highest)
    return st.builds(Bounds, number, number)


SENTIMENTS = tuple(str(label) for label in SentimentLabel)

exclusions = st.builds(
    Exclusion,
    regions=some(REGIONS),
    entities=some(NAMES),
    categories=some(CATEGORIES),
    sentiment=some(SENTIMENTS),
)

criteria = st.builds(
    Criteria,
    regions=groups(REGIONS),
    entities=groups(NAMES, 2),
    categories=groups(CATEGORIES, 1),
    sentiment=groups(SENTIMENTS, 1),
    impact=bounds(1, 10),
    sources=bounds(1, 12),
    exclude=st.just(Exclusion()) | exclusions,
)

stories = st.builds(
    make_story,
    regions=st.lists(st.sampled_from(REGIONS), max_size=3).map(tuple),
    entities=st.lists(st.sampled_from(NAMES), max_size=3).map(lambda names: named(*names)),
    category=st.sampled_from(CATEGORIES),
    sentiment=st.sampled_from(list(SentimentLabel)),
    impact=st.integers(1, 10),
    sources=st.integers(1, 12),
)
