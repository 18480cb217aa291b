"""When a story becomes another version, and what its history says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.story import (
    Confidence,
    ConfidenceLabel,
    Conflict,
    Impact,
    Sentiment,
    SentimentLabel,
    Story,
    StoryId,
    StoryStatus,
    Verification,
    source_line,
)
from bot.newsdesk.writing.versions import changes, next_version

AT = datetime(2026, 3, 6, 8, tzinfo=UTC)
LATER = AT + timedelta(hours=2)
STORY = Story(
    id=StoryId("s1"),
    headline="Quake in Peru kills 12 people",
    published_at=AT,
    modified_at=AT,
    impact=Impact(score=5),
    regions=("PE",),
)


CONFLICT = (Conflict(about="amount"),)
TWICE = replace(STORY, verification=Verification(independent_sources=2))
DISPUTED = replace(
    STORY,
    status=StoryStatus.SINGLE_SOURCE,
    verification=Verification(independent_sources=2, conflicts=CONFLICT),
)


def test_a_story_that_becomes_disputed_or_settled_says_so() -> None:
    assert changes(TWICE, DISPUTED) == ("Status: verified → disputed", "Sources differ on amount")
    assert changes(DISPUTED, TWICE) == ("Status: disputed → verified", "Settled: amount")


@pytest.mark.parametrize(
    ("story", "line"),
    [
        (TWICE, "Verified by 2 sources"),
        (DISPUTED, "2 sources, not verified"),
        # Where they differ on a detail, the claim itself is still carried by both.
        (replace(DISPUTED, status=StoryStatus.VERIFIED), "Verified by 2 sources"),
        (STORY, "Single source"),
    ],
)
def test_a_disputed_story_is_not_called_verified(story: Story, line: str) -> None:
    assert source_line(story) == line


def test_the_first_version_says_that_it_is_the_first() -> None:
    first = next_version(None, STORY, now=LATER)
    assert (first.version, first.history[0].what) == (1, ("First published",))


@pytest.mark.parametrize(
    ("fresh", "what"),
    [
        (replace(STORY, status=StoryStatus.CORRECTED), "Status: verified → corrected"),
        (replace(STORY, impact=Impact(score=7)), "Impact: 5 → 7"),
        (
            replace(STORY, sentiment=Sentiment(label=SentimentLabel.NEGATIVE)),
            "Sentiment: neutral → negative",
        ),
        (
            replace(
                STORY,
                verification=Verification(confidence=Confidence(label=ConfidenceLabel.HIGH)),
            ),
            "Confidence: low → high",
        ),
        (
            replace(STORY, verification=Verification(conflicts=(Conflict(about="amount"),))),
            "Sources differ on amount",
        ),
        (replace(STORY, headline="Quake in Peru kills 15 people"), "Figure: 12 → 15"),
        (replace(STORY, category="climate"), "Category: general → climate"),
        (replace(STORY, regions=("PE", "CL")), "Also about CL"),
    ],
)
def test_what_matters_makes_a_version_and_is_said(fresh: Story, what: str) -> None:
    first = next_version(None, STORY, now=AT)
    second = next_version(first, fresh, now=LATER)
    assert (second.version, second.modified_at) == (2, LATER)
    assert second.history[-1].what == (what,)
    assert second.history[:-1] == first.history


@pytest.mark.parametrize(
    "fresh",
    [
        replace(STORY, headline="Peru quake: 12 people dead"),
        replace(STORY, modified_at=LATER),
        replace(STORY, takeaways=("Another sentence says the same in other words.",)),
        replace(STORY, verification=Verification(independent_sources=3)),
    ],
)
def test_a_title_a_time_or_a_further_source_is_no_new_version(fresh: Story) -> None:
    first = next_version(None, STORY, now=AT)
    same = next_version(first, fresh, now=LATER)
    assert (same.version, same.modified_at, same.history) == (1, AT, first.history)
    assert same.verification == fresh.verification


def test_a_settled_conflict_is_told() -> None:
    disputed = replace(STORY, verification=Verification(conflicts=(Conflict(about="amount"),)))
    assert changes(disputed, STORY) == ("Settled: amount",)


def test_an_earlier_report_moves_first_publication_and_nothing_else() -> None:
    first = next_version(None, STORY, now=AT)
    earlier = AT - timedelta(hours=1)
    same = next_version(first, replace(STORY, published_at=earlier), now=LATER)
    assert (same.published_at, same.version) == (earlier, 1)
