from __future__ import annotations

import re
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.model import Button, Card, Reply
from bot.domain.alert import AlertKind, MessageId
from bot.domain.brief import Message, RollUp, UpdateNote, brief_of
from bot.domain.story import StoryId, StoryStatus
from bot.testing import NOON, FakeClock, a_story
from handlers.web.assets import Assets
from handlers.web.rendering import Renderer, Shown, ago, typed_parts

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}\u202e&amp;`x`"
RENDERER = Renderer(Assets(), clock=FakeClock())


class Tags(HTMLParser):
    """Every element and attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    return tags


def show(message: Message, **more: Any) -> str:
    return RENDERER.message(Shown(id=MessageId("7"), message=message, posted_at=NOON, **more))


@pytest.mark.parametrize(
    ("back", "words"),
    [
        (timedelta(seconds=-3), "just now"),
        (timedelta(seconds=44), "just now"),
        (timedelta(seconds=50), "1 min ago"),
        (timedelta(minutes=59), "59 min ago"),
        (timedelta(hours=2), "2 h ago"),
        (timedelta(days=3), "3 d ago"),
        (timedelta(days=40), "25 Jan 2026"),
        (timedelta(hours=-5), "6 Mar 2026, 17:00 UTC"),
    ],
)
def test_ages_are_said_in_the_unit_of_people(back: timedelta, words: str) -> None:
    assert ago(NOON - back, NOON) == words


def test_impact_is_a_number_a_word_and_a_shape() -> None:
    html = show(brief_of(a_story(impact=9)))
    assert 'title="Impact 9 of 10: critical"' in html
    assert "<span>critical</span>" in html
    assert "meter steps-4" in html
    assert "meter steps-1" in show(brief_of(a_story(impact=2)))


def test_a_card_shows_facts_takeaways_and_why() -> None:
    story = a_story(sources=14, takeaways=("One.", "Two.", "Three."))
    text = re.sub(r"\s+", " ", read(show(brief_of(story, why=("s1 - impact 7 >= 7",)))).text)
    for words in ("Verified by 14 sources", "One.", "Two.", "1 more", "s1 - impact 7 >= 7"):
        assert words in text
    assert "Three." not in text


def test_a_retracted_card_is_marked_and_struck() -> None:
    html = show(brief_of(a_story(status=StoryStatus.WITHDRAWN)))
    assert '<span class="mark loud">RETRACTED</span>' in html
    assert "<s>Ministers agree on a gas price cap</s>" in html


def test_a_roll_up_is_a_ranked_list_that_counts_the_rest() -> None:
    html = show(RollUp(title="Away", briefs=(brief_of(a_story()), brief_of(a_story("b"))), more=3))
    assert html.count('class="badge"') == 2
    assert "and 3 more stories" in html


def test_a_headline_leads_to_our_page_whatever_the_story_is_called() -> None:
    html = show(brief_of(a_story("https://desk.example/s?a=1")))
    assert 'href="/stories/https%3A%2F%2Fdesk.example%2Fs%3Fa%3D1"' in html


hostile_messages = st.sampled_from(
    [
        brief_of(
            a_story(
                HOSTILE,
                headline=HOSTILE,
                category=HOSTILE,
                takeaways=(HOSTILE,) * 3,
                regions=(HOSTILE,),
                url="javascript:alert(1)",
            ),
            why=(HOSTILE,),
            note=HOSTILE,
        ),
        UpdateNote(
            story=StoryId(HOSTILE),
            version=2,
            kind=AlertKind.UPDATE,
            headline=HOSTILE,
            url="javascript:alert(1)",
            changes=(HOSTILE,),
            broadcast=True,
        ),
        RollUp(title=HOSTILE, briefs=(brief_of(a_story(headline=HOSTILE)),)),
    ]
)


@given(hostile_messages, st.sampled_from([None, MessageId("1")]))
def test_hostile_text_stays_text(message: Message, pointer: MessageId | None) -> None:
    pointing = pointer if isinstance(message, UpdateNote) else None
    html = show(message, pointer_to=pointing)
    tags = read(html)
    assert not tags.names & {"script", "img"}
    assert not [name for name, _ in tags.attributes if name.startswith("on")]
    assert not [value for name, value in tags.attributes if "javascript:" in value.lower()]
    assert "\u202e" not in html
    assert "<script>alert(1)</script>" in tags.text


def test_a_reply_offers_what_can_be_typed_and_pressed() -> None:
    reply = Reply(
        ok=False,
        title="That region is not known.",
        lines=("Try: `/news list`, or wait.", "• one", "`/news help`"),
        cards=(Card(brief=brief_of(a_story()), buttons=(Button(action="why", label="Why"),)),),
        buttons=(
            Button(action="remove", label="Remove s1", value="s1", danger=True),
            Button(action="", label="Open", url="https://desk.example/"),
            Button(action="", label="Bad", url="javascript:alert(1)"),
        ),
    )
    html = RENDERER.reply(reply)
    assert 'data-typed="/news list"' in html
    assert "Try: <button" in html
    assert "</button>, or wait." in html
    assert 'data-action="remove" data-value="s1"' in html
    assert 'href="https://desk.example/" rel="noopener nofollow"' in html
    assert "javascript" not in html
    assert "Not done" in html
    assert html.count('class="card') == 1


@given(st.text())
def test_a_hostile_reply_stays_text(words: str) -> None:
    html = RENDERER.reply(Reply(title=words + HOSTILE, lines=(words + HOSTILE,)))
    assert not read(html).names & {"script", "img"}


def test_backquotes_mark_what_is_to_be_typed() -> None:
    assert typed_parts("Try `a b` or `c`.") == [
        ("Try ", False),
        ("a b", True),
        (" or ", False),
        ("c", True),
        (".", False),
    ]
