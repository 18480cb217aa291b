"""Briefs, ordinary and hostile, for the tests of the Slack formatter."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from bot.domain.alert import AlertKind
from bot.domain.brief import Brief, RollUp, UpdateNote
from bot.domain.story import SentimentLabel, StoryId

PUBLISHED = datetime(2026, 3, 6, 8, 0, tzinfo=UTC)
ATTACKS = (
    "<!channel>",
    "<!here|here>",
    "<@U0001>",
    "<!subteam^S1|@desk>",
    "<#C1|general>",
    "@everyone @here @channel",
    "<https://evil.example|https://bank.example>",
    "*bold* _italic_ ~gone~ `code` ```block```",
    ">quote\n>quote",
    "&lt;!channel&gt; &amp;lt;",
    ":fire: :skull:",
    "www.evil.example http://evil.example/x?a=<b>",
    "\u202egnp.exe\u202c \u200b\u0000",
    'quote " back \\ slash',
    "bank.example",
)


def brief(**changes: Any) -> Brief:
    values: dict[str, Any] = {
        "story": StoryId("gas-cap"),
        "version": 1,
        "headline": "Energy ministers agree on a gas price cap",
        "url": "https://desk.example/stories/gas-cap",
        "impact": 9,
        "category": "energy",
        "sentiment": SentimentLabel.NEGATIVE,
        "sources": 14,
        "source_line": "Verified by 14 sources",
        "regions": ("Germany", "Poland", "+3"),
        "published_at": PUBLISHED,
        "takeaways": ("The cap starts in December.", "Two countries are exempt until March."),
        "more_takeaways": 3,
        "why": ('s2 "EU energy" - region EU, impact 9 >= 7',),
    }
    return Brief(**(values | changes))


words = st.lists(
    st.one_of(st.text(max_size=40), st.sampled_from(ATTACKS)), min_size=1, max_size=5
).map(" ".join)
long_words = st.builds(
    lambda text, length: (text * (length // len(text) + 1))[:length],
    words.filter(bool),
    st.sampled_from((299, 3_001, 100_000)),
)
any_text = st.one_of(words, words, words, long_words)
urls = st.one_of(
    st.just(""),
    st.just("https://desk.example/stories/1"),
    words,
    st.builds(lambda tail: f"https://desk.example/{tail}", any_text),
)
briefs = st.builds(
    brief,
    headline=any_text,
    url=urls,
    impact=st.integers(1, 10),
    category=any_text,
    sentiment=st.sampled_from(SentimentLabel),
    source_line=any_text,
    regions=st.lists(any_text, max_size=3).map(tuple),
    takeaways=st.lists(any_text, max_size=3).map(lambda found: tuple(found * 3)),
    more_takeaways=st.integers(0, 40),
    why=st.lists(any_text, max_size=3).map(lambda found: tuple(found * 3)),
    mark=st.one_of(st.just(""), any_text),
    struck=st.booleans(),
)
notes = st.builds(
    UpdateNote,
    story=st.just(StoryId("s")),
    version=st.integers(2, 99),
    kind=st.sampled_from(AlertKind),
    headline=any_text,
    url=urls,
    changes=st.lists(any_text, max_size=3).map(lambda found: tuple(found * 3)),
    broadcast=st.booleans(),
)
roll_ups = st.builds(
    RollUp,
    title=any_text,
    briefs=st.lists(briefs, min_size=1, max_size=2).map(lambda found: found * 7).map(tuple),
    more=st.integers(0, 500),
)
messages = st.one_of(briefs, notes, roll_ups)
