from __future__ import annotations

from dataclasses import replace

from bot.domain.story import (
    Entity,
    EntityType,
    Factor,
    Impact,
    ReportLink,
    StoryStatus,
    Verification,
)
from bot.testing import a_story
from handlers.web.article import news_article
from handlers.web.stories import nearest_stories, story_view


def test_the_nearest_stories_share_words_with_what_was_asked() -> None:
    stories = (
        a_story("gas-cap", headline="Ministers agree on a gas price cap"),
        a_story("chip-curbs", headline="New rules for chip exports"),
        a_story("rail-strike", headline="Rail workers walk out"),
    )
    assert nearest_stories("gas-price-cap-2026", stories)[0].id == "gas-cap"
    assert nearest_stories("zzzzqqqq", stories) == []
    assert nearest_stories("x" * 5_000, ()) == []


def test_reach_is_told_apart_from_sources() -> None:
    reports = tuple(
        ReportLink(publisher=f"Paper {number}", url=f"https://p{number}.example/", origin="wire")
        for number in range(3)
    )
    story = replace(a_story(), verification=Verification(independent_sources=2, reports=reports))
    assert story_view(story)["trust"] == "Verified by 2 sources (3 outlets)"
    assert story_view(a_story())["trust"] == "Verified by 2 sources"


def test_bars_are_scaled_to_the_longest_step() -> None:
    story = a_story()
    factors = (Factor(name="regulatory_reach", points=3.0), Factor(name="timing", points=-1.5))
    view = story_view(replace(story, impact=Impact(score=7, factors=factors)))
    assert [(f["name"], f["tenths"]) for f in view["factors"]] == [
        ("regulatory reach", 10),
        ("timing", 5),
    ]
    assert view["points"] == 1.5


def test_the_article_names_what_it_stands_on_and_links_nothing_else() -> None:
    story = replace(
        a_story(status=StoryStatus.CORRECTED),
        verification=Verification(
            independent_sources=2,
            reports=(
                ReportLink(publisher="Reuters", url="https://reuters.example/a"),
                ReportLink(publisher="Evil", url="javascript:alert(1)"),
            ),
        ),
        entities=(
            Entity(id="country:DE", name="Germany", type=EntityType.COUNTRY, aliases=("D",)),
        ),
    )
    article = news_article(story, "https://desk.example/stories/gas-cap")
    assert [source["url"] for source in article["isBasedOn"]] == ["https://reuters.example/a"]
    assert article["mentions"] == [{"@type": "Country", "name": "Germany", "alternateName": ["D"]}]
    assert article["creativeWorkStatus"] == "Corrected"
    assert article["datePublished"] == "2026-03-06T10:00:00Z"
