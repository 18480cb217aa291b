from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alert import AlertKind
from bot.domain.brief import Brief, Message, RollUp, UpdateNote, brief_of
from bot.domain.story import StoryId, StoryStatus
from bot.testing import a_story
from handlers.web import limits
from handlers.web.format import kind_of, message_of, payload_of, story_of, text_of

NOTE = UpdateNote(
    story=StoryId("gas-cap"),
    version=3,
    kind=AlertKind.UPDATE,
    headline="Ministers agree on a gas price cap",
    url="https://desk.example/stories/gas-cap",
    changes=("impact 7 -> 9", "sources 8 -> 14"),
    broadcast=True,
)
WITHDRAWN = brief_of(a_story(status=StoryStatus.WITHDRAWN), why=("s1 - impact 7 >= 7",))


@pytest.mark.parametrize(
    "message",
    [
        brief_of(a_story(regions=("DE", "PL", "FR")), why=("s1 - region EU",), note="raised"),
        WITHDRAWN,
        NOTE,
        RollUp(title="While Tidings was away", briefs=(brief_of(a_story()), WITHDRAWN), more=4),
    ],
)
def test_a_kept_message_reads_back_as_it_was(message: Message) -> None:
    assert message_of(json.loads(json.dumps(payload_of(message)))) == message


def test_kinds_are_those_of_the_interface() -> None:
    assert kind_of(WITHDRAWN) is AlertKind.NEW
    assert kind_of(NOTE) is AlertKind.UPDATE
    assert kind_of(RollUp(title="x", briefs=())) is AlertKind.DIGEST
    assert story_of(NOTE) == ("gas-cap", 3)
    assert story_of(RollUp(title="x", briefs=())) == ("", 0)


def test_a_card_as_text_says_what_the_card_says() -> None:
    story = a_story(sources=14, category="energy", url="https://desk.example/gas-cap")
    assert text_of(brief_of(story, why=('s2 "EU" - region EU',))).split("\n") == [
        "[7/10] Ministers agree on a gas price cap",
        "Energy · ● neutral · Verified by 14 sources · Germany",
        "• The cap starts in December.",
        'Why: s2 "EU" - region EU',
        "https://desk.example/gas-cap",
    ]


def test_a_reply_as_text_names_the_changes() -> None:
    assert text_of(NOTE).split("\n")[:3] == [
        "Update 3 · Ministers agree on a gas price cap",
        "• impact 7 -> 9",
        "• sources 8 -> 14",
    ]


def test_a_roll_up_lists_ten_and_counts_the_rest() -> None:
    briefs = tuple(brief_of(a_story(f"s{number}")) for number in range(13))
    kept = message_of(payload_of(RollUp(title="13 stories at once", briefs=briefs, more=2)))
    assert isinstance(kept, RollUp)
    assert len(kept.briefs) == limits.ROLL_UP_STORIES
    assert text_of(kept).split("\n")[-1] == "and 5 more stories"


@given(st.text(max_size=2_000), st.text(max_size=2_000))
def test_no_text_makes_a_card_longer_than_it_shows(takeaway: str, why: str) -> None:
    brief = brief_of(a_story(takeaways=(takeaway,)), why=(why,))
    kept = message_of(payload_of(brief))
    assert isinstance(kept, Brief)
    assert all(len(line) <= limits.TAKEAWAY for line in kept.takeaways)
    assert all(len(line) <= limits.WHY for line in kept.why)
    # Kept once more it is the same: an edit never shortens further.
    assert message_of(payload_of(kept)) == kept
