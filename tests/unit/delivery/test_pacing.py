"""No window ever holds more than the platform allows, and nobody waits for another."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import Pacer
from bot.domain.channel import Platform
from bot.ports.channels import Pace
from bot.testing import NOON, a_channel

SECOND = timedelta(seconds=1)
paces = st.builds(
    Pace,
    messages=st.integers(1, 6),
    per=st.integers(1, 10_000).map(lambda number: timedelta(milliseconds=number)),
)


def most_in_a_window(times: list[datetime], per: timedelta) -> int:
    """The most sends in any half-open window of that length."""
    return max(sum(start <= other < start + per for other in times) for start in times)


@given(
    channel_pace=paces,
    account_pace=paces,
    sends=st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 3_000), st.integers(0, 500)), max_size=60
    ),
)
def test_no_window_of_a_channel_or_account_is_ever_overfull(
    channel_pace: Pace, account_pace: Pace, sends: list[tuple[int, int, int]]
) -> None:
    pacer = Pacer({Platform.SLACK: (channel_pace, account_pace)})
    now = NOON
    by_channel: dict[str, list[datetime]] = defaultdict(list)
    for number, idle, transit in sends:
        channel = a_channel(f"C{number}")
        now = pacer.ready_at(channel, now + timedelta(milliseconds=idle))
        pacer.note(channel, now)
        by_channel[channel.id].append(now)
        pacer.answered(channel, now + timedelta(milliseconds=transit))
    for times in by_channel.values():
        assert most_in_a_window(times, channel_pace.per) <= channel_pace.messages
    every = [moment for times in by_channel.values() for moment in times]
    if every:
        assert most_in_a_window(every, account_pace.per) <= account_pace.messages


@given(
    steps=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2_000), st.booleans()), max_size=40)
)
def test_waiting_is_exactly_who_is_not_ready(steps: list[tuple[int, int, bool]]) -> None:
    no_limit = Pace(messages=10_000, per=SECOND)
    pacer = Pacer({Platform.SLACK: (Pace(messages=2, per=SECOND), no_limit)})
    now = NOON
    channels = [a_channel(f"C{number}") for number in range(5)]
    for number, idle, held in steps:
        now += timedelta(milliseconds=idle)
        if held:
            pacer.hold(channels[number].id, now + timedelta(milliseconds=700))
        else:
            pacer.note(channels[number], now)
        late = {channel.id for channel in channels if pacer.ready_at(channel, now) > now}
        assert pacer.waiting(now) == late
        upcoming = pacer.next_ready(now)
        assert (upcoming is None) == (not late)
        assert upcoming is None or upcoming > now


def test_one_channel_does_not_wait_for_another() -> None:
    pacer = Pacer({Platform.SLACK: (Pace(messages=1, per=SECOND), Pace(messages=50, per=SECOND))})
    pacer.note(a_channel("C1"), NOON)
    pacer.hold(a_channel("C1").id, NOON + timedelta(hours=1))
    assert pacer.ready_at(a_channel("C2"), NOON) == NOON


def test_a_hold_on_the_account_holds_all_its_channels_and_no_other_account() -> None:
    pacer = Pacer({Platform.SLACK: (Pace(messages=9, per=SECOND), Pace(messages=9, per=SECOND))})
    until = NOON + timedelta(minutes=5)
    pacer.hold(a_channel("C1").account, until)
    assert pacer.ready_at(a_channel("C2"), NOON) == until
    assert pacer.ready_at(a_channel("C2", workspace="T2"), NOON) == NOON


def test_the_window_begins_when_the_platform_answered() -> None:
    pacer = Pacer({Platform.SLACK: (Pace(messages=1, per=SECOND), Pace(messages=9, per=SECOND))})
    pacer.note(a_channel(), NOON)
    pacer.answered(a_channel(), NOON + timedelta(milliseconds=400))
    assert pacer.ready_at(a_channel(), NOON) == NOON + timedelta(milliseconds=1400)
