from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.story import Entity, EntityType, Impact, Sentiment, Story, StoryId, StoryStatus
from bot.newsdesk.trends import Span, Subject, period_starts, trends, trends_json

NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)
"""A Wednesday."""


def story(
    days_ago: int,
    *,
    number: int = 0,
    impact: int = 5,
    regions: tuple[str, ...] = ("EU",),
    status: StoryStatus = StoryStatus.VERIFIED,
) -> Story:
    when = NOW - timedelta(days=days_ago)
    return Story(
        id=StoryId(f"s{days_ago}-{number}"),
        headline="x",
        category="trade",
        published_at=when,
        modified_at=when,
        impact=Impact(score=impact),
        sentiment=Sentiment(value=0.5),
        regions=regions,
        entities=(Entity(id="org:ecb", name="ECB", type=EntityType.ORGANIZATION),),
        status=status,
    )


def test_a_day_line_counts_each_story_on_its_day() -> None:
    found = trends([story(0), story(0, number=1, impact=9), story(3)], now=NOW, span=Span.DAY)
    line = found.lines[Subject.REGION][0]
    assert (line.key, line.name, line.total.stories) == ("EU", "European Union", 3)
    assert [point.stories for point in line.points][-4:] == [1, 0, 0, 2]
    assert line.points[-1].impact == 7
    assert line.points[-2].impact is None


def test_weeks_begin_on_mondays() -> None:
    assert period_starts(NOW, Span.WEEK)[-1] == date(2026, 3, 9)
    found = trends([story(2), story(3)], now=NOW, span=Span.WEEK)
    assert [point.stories for point in found.overall.points][-2:] == [1, 1]


def test_what_comes_more_often_rises_and_what_comes_less_falls() -> None:
    rising = [story(n, regions=("CN",)) for n in range(4)]
    falling = [story(n, regions=("BR",), number=1) for n in range(9, 13)]
    found = trends([*rising, *falling], now=NOW, span=Span.DAY)
    assert [line.key for line in found.risers(Subject.REGION)] == ["CN"]
    assert [line.key for line in found.fallers(Subject.REGION)] == ["BR"]


def test_what_came_in_the_later_half_only_is_new_and_its_ratio_means_nothing() -> None:
    late = [story(n, regions=("CN",)) for n in range(3)]
    both = [story(2, number=1, regions=("BR",)), story(12, number=1, regions=("BR",))]
    found = trends([*late, *both], now=NOW, span=Span.DAY)
    assert {line.key: line.new for line in found.lines[Subject.REGION]} == {"CN": True, "BR": False}
    assert not found.overall.new
    assert not trends([], now=NOW, span=Span.DAY).overall.new


def test_a_withdrawn_story_does_not_count() -> None:
    found = trends([story(0, status=StoryStatus.WITHDRAWN)], now=NOW, span=Span.DAY)
    assert found.overall.total.stories == 0


def test_no_story_at_all_is_an_empty_view() -> None:
    found = trends([], now=NOW, span=Span.WEEK)
    assert found.overall.change == 1
    assert found.lines[Subject.ENTITY] == ()


@given(st.lists(st.integers(0, 13), max_size=30), st.sampled_from(Span))
def test_every_story_is_counted_once_a_line(days: list[int], span: Span) -> None:
    stories = [story(day, number=index) for index, day in enumerate(days)]
    found = trends(stories, now=NOW, span=span)
    assert found.overall.total.stories == len(days)
    for lines in found.lines.values():
        for line in lines:
            assert sum(point.stories for point in line.points) == line.total.stories == len(days)
    json.dumps(trends_json(found))
