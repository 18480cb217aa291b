from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alert import AlertKind, DeliveryKey, MessageId
from bot.domain.channel import ChannelId
from bot.domain.story import StoryId
from bot.store.web_messages import WebMessage
from bot.testing import NOON
from handlers.web.reading import EPOCH, Place, Reading


def a_message(number: int, *, edited: int | None = None) -> WebMessage:
    return WebMessage(
        id=MessageId(str(number)),
        key=DeliveryKey(f"k{number}"),
        channel=ChannelId("web:local/main"),
        story=StoryId(f"s{number}"),
        version=1,
        kind=AlertKind.NEW,
        payload={},
        posted_at=NOON,
        edited_at=None if edited is None else NOON + timedelta(seconds=edited),
    )


moments = st.integers(10**9, 7 * 10**15).map(lambda us: EPOCH + timedelta(microseconds=us))


@given(st.integers(min_value=0, max_value=10**16), moments)
def test_a_place_reads_back_from_its_event_id(message: int, edited: datetime) -> None:
    place = Place(message, edited)
    assert Place.parse(str(place)) == place


@pytest.mark.parametrize(
    "text", ["", "5", "5-", "-5", "a-b", "5-5-5", "٣-٤", "1" * 40 + "-1", "1-" + "9" * 18]
)
def test_a_foreign_event_id_is_no_place(text: str) -> None:
    assert Place.parse(text) is None


def test_only_what_is_new_or_edited_since_is_missed() -> None:
    messages = [a_message(1), a_message(2, edited=5), a_message(3)]
    reading = Reading(Place(2, EPOCH))
    assert [m.id for m in reading.missed(messages)] == ["2", "3"]
    for message in reading.missed(messages):
        reading.tell(message)
    assert reading.missed(messages) == []
    assert reading.has(a_message(3))
    assert not reading.has(a_message(3, edited=9))


def test_a_message_told_by_the_table_is_not_told_again_by_the_adapter() -> None:
    reading = Reading(Place())
    reading.tell(a_message(1))
    assert reading.has(a_message(1))
    assert reading.is_edit(a_message(1, edited=3))


@given(
    st.lists(
        st.tuples(st.integers(1, 8), st.none() | st.integers(0, 30)),
        unique_by=lambda pair: pair[0],
    ),
    st.integers(0, 8),
    st.integers(0, 8),
)
def test_a_reader_cut_off_anywhere_gets_the_rest_when_it_returns(
    rows: list[tuple[int, int | None]], known: int, cut: int
) -> None:
    messages = [a_message(number, edited=edited) for number, edited in sorted(rows)]
    started = Reading(Place(known, NOON))
    got = {}
    for message in started.missed(messages)[:cut]:
        started.tell(message)
        got[message.id] = message.edited_at
    back = Reading(started.place)
    for message in back.missed(messages):
        back.tell(message)
        got[message.id] = message.edited_at
    lacking = Reading(Place(known, NOON)).missed(messages)
    assert {m.id: m.edited_at for m in lacking} == {m.id: got.get(m.id, "never") for m in lacking}
    assert back.missed(messages) == []


def test_an_edit_advances_the_place_and_a_new_message_does_not_skip_edits() -> None:
    reading = Reading(Place(5, NOON))
    reading.tell(a_message(6, edited=60))
    assert reading.place == Place(6, NOON)
    reading.tell(replace(a_message(3, edited=30)))
    assert reading.place == Place(6, NOON + timedelta(seconds=30))
