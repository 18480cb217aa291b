from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.story import EntityType, Polarity, SentimentLabel, Story
from bot.errors import ParseError
from bot.sources.story_html import parse_story_text

WHEN = datetime(2026, 3, 6, tzinfo=UTC)
SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"

TEXT = """Supply Chain Negative 8

Canal queue grows to forty ships

· 2 min read · Verified by 4 sources ·
Share

Key Takeaways

  • Two locks are closed for repair.
  • Carriers reroute around the cape.

Mentioned

Egypt country Suez Canal Authority (SCA) organization Acme Lines company

Key Intelligence

Key Facts

  1. 1Forty ships wait.
  2. 215 of them carry grain.

Who's Affected

Egypt
countryNegative
Acme Lines
companyNeutral
Everyone else

Analysis

The queue is the longest this year.

What to Watch

The first lock should reopen soon.

How we covered this story

Every story is assembled from several sources.
"""

HTML = """<!doctype html><html lang="en"><head><title>Canal | Desk</title>
<link rel="canonical" href="https://desk.example/stories/canal">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x",
 "datePublished": "2026-03-05T10:00:00Z"}</script></head>
<body><nav>Home Markets</nav><main>
<div><span>Supply Chain</span><span>Negative</span><span>8</span></div>
<h1>Canal queue <em>grows</em> to forty ships</h1>
<div>· <span>2 min read</span> · <span>Verified by 4 sources</span> ·</div><button>Share</button>
<h2>Key Takeaways</h2><ul><li>Two locks are <b>closed</b> for repair.</li>
<li>Carriers reroute around the cape.</li></ul>
<h2>Mentioned</h2><div><a>Egypt</a><span>country</span>
<a>Suez Canal Authority (SCA)</a><span>organization</span><a>Acme Lines</a><span>company</span></div>
<h2>Key Intelligence</h2><h3>Key Facts</h3>
<ol><li><span>1</span>Forty ships wait.</li><li><span>2</span>15 of them carry grain.</li></ol>
<h2>Who&#8217;s Affected</h2>
<div>Egypt</div><div><span>country</span><span>Negative</span></div>
<div>Acme Lines</div><div><span>company</span><span>Neutral</span></div><div>Everyone else</div>
<h2>Analysis</h2><p>The queue is the longest <a href="#">this year</a>.</p>
<h2>What to Watch</h2><p>The first lock should reopen soon.</p>
<h2>How we covered this story</h2><p>Every story is assembled.</p></main></body></html>"""


def parse(text: str) -> Story:
    return parse_story_text(text, where="page", fallback=WHEN)


@pytest.mark.parametrize("page", [TEXT, HTML], ids=["text", "html"])
def test_every_part_of_a_page_is_read(page: str) -> None:
    story = parse(page)
    assert story.headline == "Canal queue grows to forty ships"
    assert (story.category, story.impact.score) == ("supply chain", 8)
    assert story.sentiment.label is SentimentLabel.NEGATIVE
    assert (story.reading_minutes, story.sources) == (2, 4)
    assert story.takeaways == (
        "Two locks are closed for repair.",
        "Carriers reroute around the cape.",
    )
    assert [fact.text for fact in story.key_facts] == [
        "Forty ships wait.",
        "15 of them carry grain.",
    ]
    assert [(e.id, e.name, e.aliases) for e in story.entities] == [
        ("country:EG", "Egypt", ()),
        ("org:sca", "Suez Canal Authority", ("SCA",)),
        ("company:acme-lines", "Acme Lines", ()),
    ]
    assert story.regions == ("EG",)
    assert [(a.name, a.type, a.polarity) for a in story.affected] == [
        ("Egypt", EntityType.COUNTRY, Polarity.NEGATIVE),
        ("Acme Lines", EntityType.COMPANY, Polarity.NEUTRAL),
        ("Everyone else", EntityType.OTHER, Polarity.UNKNOWN),
    ]
    assert story.analysis == "The queue is the longest this year."
    assert story.what_to_watch == "The first lock should reopen soon."


def test_the_markup_tells_date_and_address() -> None:
    story = parse(HTML)
    assert story.url == "https://desk.example/stories/canal"
    assert story.published_at == datetime(2026, 3, 5, 10, tzinfo=UTC)


def test_facts_that_begin_with_numbers_keep_them() -> None:
    page = TEXT.replace("1. 1Forty", "1. 14 or").replace("2. 215", "2. 30")
    assert [fact.text for fact in parse(page).key_facts] == [
        "14 or ships wait.",
        "30 of them carry grain.",
    ]


def test_a_page_that_is_no_story_is_refused_with_what_it_lacks() -> None:
    with pytest.raises(ParseError, match="badge with category, sentiment and impact"):
        parse("Just a post about trade.\n\nWith two paragraphs.")


def test_an_impact_out_of_range_is_refused() -> None:
    with pytest.raises(ParseError, match="impact 11"):
        parse(TEXT.replace("Negative 8", "Negative 11"))


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not on this machine")
def test_the_published_seed_reads_as_the_issue_says() -> None:
    text = (SEEDS / "003_6f85f76f97837909.txt").read_text(encoding="utf-8")
    story = parse(text)
    assert (story.category, story.sentiment.label, story.impact.score) == ("economy", "neutral", 6)
    assert (story.reading_minutes, story.sources, len(story.takeaways)) == (3, 2, 2)
    assert [entity.name for entity in story.entities] == ["China", "Ministry of Commerce", "ASEAN"]
    assert story.entities[1].aliases == ("MOFCOM",)
    assert len(story.key_facts) == 6
    assert not any(fact.text[0].isdigit() for fact in story.key_facts)
    assert [affected.polarity.value for affected in story.affected] == [
        "positive",
        "neutral",
        "positive",
        "neutral",
        "unknown",
    ]
    assert story.analysis
    assert story.what_to_watch
    assert "How we covered" not in story.what_to_watch
