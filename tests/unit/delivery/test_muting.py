"""What reaches a channel that muted a story, from its arrival to what stands there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.worker import LEASE
from bot.domain.alert import DeliveryStatus, Outcome
from bot.domain.channel import Channel
from bot.domain.mute import Mute
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import Mode
from bot.errors import AmbiguousDelivery
from bot.store import SqlStores
from bot.testing import FakeClock, a_story, next_version
from tests.unit.delivery.newsroom import DISCORD, SLACK, Newsroom

pytestmark = pytest.mark.usefixtures("no_blocking")
STORY = a_story(impact=8, sources=3)
BIGGER = next_version(STORY, impact=10)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
async def room(sqlite_stores: SqlStores, clock: FakeClock) -> Newsroom:
    room = Newsroom(sqlite_stores, clock)
    await room.subscribe(SLACK)
    await room.subscribe(DISCORD)
    return room


async def mute(
    room: Newsroom, story: Story = STORY, lasts: timedelta = DAY, channel: Channel = SLACK
) -> Mute:
    now = room.clock.now()
    made = Mute(channel=channel.id, story=story.id, until=now + lasts)
    await room.stores.mutes.add(made, actor="U1", now=now)
    return made


async def arrives(room: Newsroom, *stories: Story) -> None:
    """Versions are matched and their messages written, but nothing goes out yet."""
    await room.stores.stories.add(stories, source="desk", now=room.clock.now())
    await room.alerting.run()


async def takes_digests(room: Newsroom) -> None:
    for one in await room.stores.subscriptions.of_channel(SLACK.id):
        digest = replace(one, mode=Mode.DIGEST)
        await room.stores.subscriptions.replace(digest, actor="U1", now=room.clock.now())


async def outcomes(room: Newsroom, story: Story = STORY) -> list[tuple[int, Outcome, str]]:
    told = await room.stores.outbox.told(story.id)
    return [
        (alert.version, alert.outcome, alert.reason) for alert in told if alert.channel == SLACK.id
    ]


async def test_an_update_of_a_muted_story_reaches_the_other_channels_only(room: Newsroom) -> None:
    await room.publish(STORY)
    made = await mute(room)
    await room.publish(BIGGER)
    assert [card.impact for card in room.cards(SLACK)] == [8]
    assert room.notes(SLACK) == []
    assert [card.impact for card in room.cards(DISCORD)] == [10]
    assert (await outcomes(room))[-1] == (2, Outcome.SUPPRESS, made.reason)


async def test_a_muted_story_that_was_never_told_is_not_posted(room: Newsroom) -> None:
    await mute(room)
    await room.publish(STORY)
    assert room.messages(SLACK) == []
    assert len(room.cards(DISCORD)) == 1


@pytest.mark.parametrize(
    ("status", "mark"),
    [(StoryStatus.CORRECTED, "CORRECTED"), (StoryStatus.WITHDRAWN, "RETRACTED")],
)
async def test_what_takes_it_back_comes_even_so(
    room: Newsroom, status: StoryStatus, mark: str
) -> None:
    await room.publish(STORY)
    await mute(room)
    await room.publish(BIGGER)
    await room.publish(next_version(BIGGER, status=status))
    assert [card.mark for card in room.cards(SLACK)] == [mark]
    assert [note.title for note in room.notes(SLACK)] == [mark]


async def test_a_second_correction_comes_and_mere_news_of_a_corrected_story_does_not(
    room: Newsroom,
) -> None:
    await room.publish(STORY)
    await mute(room)
    once = next_version(STORY, status=StoryStatus.CORRECTED, headline="The cap was 180 euros")
    await room.publish(once)
    grown = next_version(once, sources=14)
    await room.publish(grown)
    assert len(room.notes(SLACK)) == 1
    await room.publish(next_version(grown, headline="The cap was 160 euros"))
    assert len(room.notes(SLACK)) == 2
    assert [card.headline for card in room.cards(SLACK)] == ["The cap was 160 euros"]


async def test_a_correction_of_what_was_never_told_is_no_news(room: Newsroom) -> None:
    await mute(room)
    await room.publish(STORY)
    await room.publish(next_version(STORY, status=StoryStatus.CORRECTED))
    assert room.messages(SLACK) == []


async def test_after_the_end_the_next_version_says_all_that_changed(room: Newsroom) -> None:
    await room.publish(STORY)
    await mute(room, lasts=HOUR)
    await room.publish(BIGGER)
    room.clock.advance(HOUR)
    await room.settle()
    assert room.notes(SLACK) == []
    await room.publish(next_version(BIGGER, sources=14))
    (note,) = room.notes(SLACK)
    assert note.changes == ("impact 8 -> 10", "sources 3 -> 14")


async def test_a_mute_between_match_and_send_stops_a_queued_update(room: Newsroom) -> None:
    await room.publish(STORY)
    await arrives(room, BIGGER)
    made = await mute(room)
    await room.settle()
    assert room.notes(SLACK) == []
    assert [card.impact for card in room.cards(SLACK)] == [8]
    (dropped,) = [
        one
        for one in await room.stores.outbox.log(SLACK.id, limit=9)
        if one.status is DeliveryStatus.DROPPED
    ]
    assert dropped.last_error == made.reason
    assert (await outcomes(room))[-1] == (2, Outcome.SUPPRESS, made.reason)


async def test_a_mute_between_match_and_send_stops_a_queued_card(room: Newsroom) -> None:
    await arrives(room, STORY)
    await mute(room)
    await room.settle()
    assert room.messages(SLACK) == []
    assert len(room.cards(DISCORD)) == 1


async def test_a_mute_never_stops_a_queued_correction(room: Newsroom) -> None:
    await room.publish(STORY)
    await arrives(room, next_version(STORY, status=StoryStatus.CORRECTED))
    await mute(room)
    await room.settle()
    assert [note.title for note in room.notes(SLACK)] == ["CORRECTED"]


async def test_a_queued_update_that_a_correction_overtook_says_the_correction_once(
    room: Newsroom,
) -> None:
    await room.publish(STORY)
    await arrives(room, BIGGER)
    await mute(room)
    await arrives(room, next_version(BIGGER, status=StoryStatus.CORRECTED))
    await room.settle()
    assert [note.title for note in room.notes(SLACK)] == ["CORRECTED"]
    assert [card.mark for card in room.cards(SLACK)] == ["CORRECTED"]


@pytest.mark.parametrize("channel", [SLACK, DISCORD])
async def test_a_card_that_was_posted_without_an_answer_is_found_although_muted(
    room: Newsroom, channel: Channel
) -> None:
    adapter = room.slack if channel is SLACK else room.discord
    adapter.fail_next("post", AmbiguousDelivery("no answer"), applied=True)
    await room.publish(STORY)
    await mute(room, channel=channel)
    await room.settle(LEASE)
    assert await room.stores.outbox.receipt(channel.id, STORY.id)
    await room.publish(next_version(STORY, status=StoryStatus.WITHDRAWN))
    assert [card.mark for card in room.cards(channel)] == ["RETRACTED"]


@pytest.mark.parametrize("channel", [SLACK, DISCORD])
@pytest.mark.parametrize("applied", [True, False])
async def test_an_unanswered_update_is_looked_up_and_not_posted_again(
    room: Newsroom, channel: Channel, applied: bool
) -> None:
    await room.publish(STORY)
    adapter = room.slack if channel is SLACK else room.discord
    adapter.fail_next("post", AmbiguousDelivery("no answer"), applied=applied)
    await room.publish(BIGGER)
    await mute(room, channel=channel)
    await room.settle(LEASE)
    assert len(room.notes(channel)) == int(applied)
    (latest, *_) = await room.stores.outbox.log(channel.id, limit=1)
    assert latest.status is (DeliveryStatus.SENT if applied else DeliveryStatus.DROPPED)


async def test_a_muted_story_is_no_line_of_a_digest(room: Newsroom) -> None:
    await takes_digests(room)
    other = a_story("other", impact=9)
    await room.publish(STORY, other)
    made = await mute(room, lasts=2 * DAY)
    room.clock.advance(DAY)
    await room.publish()
    (listed,) = room.lists(SLACK)
    assert [brief.story for brief in listed.briefs] == ["other"]
    assert await outcomes(room) == [(1, Outcome.SUPPRESS, made.reason)]
    await room.stores.mutes.remove(made, actor="U1", now=room.clock.now())
    room.clock.advance(DAY)
    await room.publish()
    assert len(room.lists(SLACK)) == 1


async def test_a_digest_of_muted_stories_only_is_none(room: Newsroom) -> None:
    await takes_digests(room)
    await room.publish(STORY)
    await mute(room, lasts=2 * DAY)
    room.clock.advance(DAY)
    await room.publish()
    assert room.messages(SLACK) == []


async def test_an_unmuted_story_is_in_the_digest_again(room: Newsroom) -> None:
    await takes_digests(room)
    await room.publish(STORY)
    made = await mute(room, lasts=2 * DAY)
    await room.stores.mutes.remove(made, actor="U1", now=room.clock.now())
    room.clock.advance(DAY)
    await room.publish()
    assert [brief.story for brief in room.lists(SLACK)[0].briefs] == [STORY.id]


async def test_a_muted_story_takes_no_place_under_the_cap(
    sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    room = Newsroom(sqlite_stores, clock, cap_per_hour=1)
    await room.subscribe(SLACK)
    await mute(room)
    await room.publish(STORY, a_story("small", impact=7))
    assert [card.story for card in room.cards(SLACK)] == ["small"]


async def test_a_timed_pause_ends_by_itself_and_brings_nothing_of_before(room: Newsroom) -> None:
    now = room.clock.now()
    (one,) = await room.stores.subscriptions.of_channel(SLACK.id)
    paused = replace(one, paused=True, paused_until=now + HOUR)
    await room.stores.subscriptions.replace(paused, actor="U1", now=now)
    await room.publish(STORY)
    room.clock.advance(HOUR - timedelta(seconds=1))
    await room.publish(a_story("just-before"))
    room.restart()
    room.clock.advance(timedelta(seconds=1))
    await room.publish(a_story("after"))
    assert [card.story for card in room.cards(SLACK)] == ["after"]
    await room.publish(next_version(STORY, headline="The same in other words"))
    assert len(room.cards(SLACK)) == 1
