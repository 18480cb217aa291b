"""Cards, notes and roll-ups: what a reader sees, and what no story's text can make Slack do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from bot.commands.model import Button, Card, Reply
from bot.domain.alert import AlertKind
from bot.domain.brief import Brief, Message, RollUp, UpdateNote
from bot.domain.story import StoryId
from handlers.slack.blocks import escaped
from handlers.slack.format import payload_of, plain_payload
from handlers.slack.replies import reply_payload
from tests.counterparts.slack import Reading, block_errors, read_message, visible_text
from tests.counterparts.slack.blockkit import blocks_too_long
from tests.counterparts.slack.limits import UPDATE_TEXT_MAX
from tests.unit.slack.briefs import ATTACKS, any_text, brief, briefs, messages

BUTTONS = (
    Button(action="sources", label="Sources 14", value="gas-cap"),
    Button(action="why", label="Why", value="gas-cap"),
)


def buttons(_brief: Brief) -> tuple[Button, ...]:
    return BUTTONS


def shown(message: Message) -> dict[str, Any]:
    return payload_of(message, buttons).arguments()


def harmless(reading: Reading) -> None:
    """Nothing but our own bold headline, strike and links may come out of a story."""
    assert reading.pings == []
    assert reading.lying_links == []
    assert reading.auto_links == []
    assert reading.emoji == []
    assert {style for style, _ in reading.styled} <= {"bold", "strike"}


def acceptable(payload: dict[str, Any]) -> None:
    assert block_errors(payload["blocks"]) == []
    assert not blocks_too_long(payload["blocks"])
    assert 0 < len(payload["text"]) <= UPDATE_TEXT_MAX


def test_a_card_reads_like_this() -> None:
    assert visible_text(shown(brief())) == snapshot("""\
🔴 [9/10] Energy ministers agree on a gas price cap
critical impact · Energy · ▼ negative · Verified by 14 sources · Germany, Poland +3 · 06 Mar 2026 08:00 UTC
• The cap starts in December.
• Two countries are exempt until March.
• 3 more
Why: s2 "EU energy" - region EU, impact 9 >= 7
[Sources 14] [Why]\
""")
    assert read_message(shown(brief())).links == [
        ("Energy ministers agree on a gas price cap", "https://desk.example/stories/gas-cap"),
        ("3 more", "https://desk.example/stories/gas-cap"),
    ]


def test_a_withdrawn_story_is_marked_and_struck() -> None:
    reading = read_message(shown(brief(mark="RETRACTED", struck=True)))
    assert reading.text.startswith("RETRACTED · 🔴 [9/10] ")
    assert ("strike", "Energy ministers agree on a gas price cap") in reading.styled


def test_an_update_note_reads_like_this() -> None:
    note = UpdateNote(
        story=StoryId("s"),
        version=3,
        kind=AlertKind.UPDATE,
        headline="Energy ministers agree on a gas price cap",
        url="https://desk.example/stories/gas-cap",
        changes=("impact 7 -> 9", "sources 8 -> 14"),
    )
    assert visible_text(shown(note)) == snapshot("""\
Update 3 · Energy ministers agree on a gas price cap
• impact 7 -> 9
• sources 8 -> 14\
""")


def test_a_roll_up_counts_what_it_leaves_out() -> None:
    roll_up = RollUp(
        title="While Tidings was away", briefs=tuple(brief() for _ in range(12)), more=5
    )
    text = visible_text(shown(roll_up))
    assert text.startswith("While Tidings was away\n")
    assert text.endswith("and 7 more")
    assert text.count("[9/10]") == 10


def test_a_headline_that_names_another_site_is_no_link_itself() -> None:
    reading = read_message(shown(brief(headline="Log in at bank.example now")))
    assert reading.links[0] == ("Read it here", "https://desk.example/stories/gas-cap")
    own = read_message(shown(brief(headline="desk.example turns ten")))
    assert own.links[0][0] == "desk.example turns ten"


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_known_trick_gets_through_any_field(attack: str) -> None:
    hostile = brief(
        headline=attack,
        category=attack,
        source_line=attack,
        regions=(attack,),
        takeaways=(attack, attack),
        why=(attack,),
        mark=attack,
    )
    payload = shown(hostile)
    acceptable(payload)
    harmless(read_message(payload))


def test_long_takeaways_are_cut_at_a_word_with_a_link_to_the_rest() -> None:
    reading = read_message(shown(brief(takeaways=("word " * 500,), more_takeaways=0)))
    line = next(line for line in reading.lines if line.startswith("• word"))
    assert line.endswith("word…")
    assert ("Read the rest", "https://desk.example/stories/gas-cap") in reading.links


def test_an_address_slack_would_refuse_is_left_out() -> None:
    for url in ("javascript:alert(1)", "https://x.example/a b", "https://x.example/" + "a" * 3_000):
        payload = shown(brief(url=url))
        acceptable(payload)
        assert read_message(payload).links == []


@settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
@given(messages)
def test_any_message_stays_within_every_limit_and_injects_nothing(message: Message) -> None:
    payload = shown(message)
    acceptable(payload)
    harmless(read_message(payload))


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(messages)
def test_the_plain_version_is_words_only(message: Message) -> None:
    payload = plain_payload(message)
    assert 0 < len(payload["text"]) <= UPDATE_TEXT_MAX
    assert "<" not in payload["text"]
    assert read_message({**payload, "_posted_with": payload}).pings == []


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    st.builds(
        Reply,
        ok=st.booleans(),
        title=any_text,
        lines=st.lists(
            st.one_of(any_text, any_text.map("• ".__add__), any_text.map(lambda x: f"`{x}`")),
            max_size=6,
        ).map(lambda lines: tuple(lines * 7)),
        cards=st.lists(st.builds(Card, brief=briefs, buttons=st.just(BUTTONS)), max_size=2).map(
            lambda cards: tuple(cards * 6)
        ),
        footer=st.lists(any_text, max_size=2).map(tuple),
        buttons=st.lists(
            st.builds(Button, action=st.just("remove"), label=any_text, value=st.text(max_size=90)),
            max_size=3,
        ).map(lambda found: tuple(found * 10)),
    )
)
def test_any_reply_stays_within_every_limit_and_injects_nothing(reply: Reply) -> None:
    payload = reply_payload(reply).arguments()
    acceptable(payload)
    reading = read_message(payload)
    assert (reading.pings, reading.lying_links, reading.auto_links) == ([], [], [])
    assert {style for style, _ in reading.styled} <= {"bold", "strike", "code"}


def test_a_reply_shows_lists_code_addresses_and_buttons() -> None:
    reply = Reply(
        title="Subscribed as s2",
        lines=(
            "Stories about the European Union.",
            "• Reuters https://news.example/a.",
            "`/news edit s2 impact>=8`",
            "More: `/news help`; words in `quotes` stay words.",
        ),
        footer=("Matched 3 of the last 7 days.",),
        buttons=(Button(action="undo", label="Undo", value="s2"),),
    )
    payload = reply_payload(reply).arguments()
    assert visible_text(payload) == snapshot("""\
Subscribed as s2
Stories about the European Union.
• Reuters https://news.example/a.
/news edit s2 impact>=8
More: /news help; words in `quotes` stay words.
Matched 3 of the last 7 days.
[Undo]\
""")
    reading = read_message(payload)
    assert reading.links == [("https://news.example/a", "https://news.example/a")]
    typed = [shown for style, shown in reading.styled if style == "code"]
    assert typed == ["/news edit s2 impact>=8", "/news help"]
    assert reading.buttons[0]["action_id"] == "tidings:undo:0"


def test_a_reply_that_does_not_fit_says_so() -> None:
    cards = tuple(Card(brief=replace(brief(), why=("x" * 900,) * 3)) for _ in range(40))
    payload = reply_payload(Reply(title="Top", cards=cards)).arguments()
    acceptable(payload)
    assert "There is more than one Slack message holds" in visible_text(payload)


@given(st.text(alphabet="<>&a ", max_size=400), st.integers(20, 300))
def test_escaped_text_keeps_its_limit(text: str, limit: int) -> None:
    safe = escaped(text, limit)
    assert len(safe) <= limit
    assert not set(safe) & {"<", ">"}
