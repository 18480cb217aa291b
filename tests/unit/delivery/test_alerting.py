"""From a story's arrival to what stands in the channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.alert import AlertKind, DeliveryStatus, Outcome
from bot.domain.story import StoryStatus
from bot.domain.subscription import Criteria, Mode
from bot.store import SqlStores
from bot.testing import NOON, FakeClock, a_channel, a_story, next_version
from tests.unit.delivery.newsroom import DISCORD, SLACK, Newsroom

pytestmark = pytest.mark.usefixtures("no_blocking")
STORY = a_story(impact=8, sources=3)
HOUR = timedelta(hours=1)


@pytest.fixture
def room(sqlite_stores: SqlStores, clock: FakeClock) -> Newsroom:
    return Newsroom(sqlite_stores, clock)


async def test_overlapping_subscriptions_make_one_message_that_names_both(room: Newsroom) -> None:
    await room.subscribe(impact=7)
    await room.subscribe(impact=None)
    await room.publish(STORY)
    (card,) = room.cards()
    assert card.why == ("s1 - impact 8 >= 7", "s2 - it asks for every story")


async def test_each_platform_gets_its_channels_stories(room: Newsroom) -> None:
    await room.subscribe(SLACK)
    await room.subscribe(DISCORD, impact=9)
    await room.publish(STORY, a_story("big", impact=10))
    assert [card.story for card in room.cards(SLACK)] == ["big", "gas-cap"]
    assert [card.story for card in room.cards(DISCORD)] == ["big"]


async def test_the_same_story_is_posted_once_whatever_its_title_and_time(room: Newsroom) -> None:
    await room.subscribe()
    await room.publish(STORY)
    later = replace(STORY, published_at=NOON, modified_at=NOON)
    await room.publish(next_version(later, headline="Another title"))
    await room.publish(STORY)
    (card,) = room.cards()
    assert card.headline == "Another title"
    assert room.notes() == []


async def test_a_material_update_edits_the_card_and_adds_one_reply(room: Newsroom) -> None:
    await room.subscribe()
    await room.publish(STORY)
    await room.publish(next_version(STORY, impact=10, sources=14))
    (card,) = room.cards()
    (note,) = room.notes()
    assert (card.impact, card.sources, card.version) == (10, 14, 2)
    assert note.changes == ("impact 8 -> 10", "sources 3 -> 14")
    assert note.broadcast
    assert room.slack.messages[1].reply_to == room.slack.messages[0].id


@pytest.mark.parametrize(
    ("updates", "minor", "major"), [("all", 1, 1), ("major", 0, 1), ("none", 0, 0)]
)
async def test_the_updates_setting_decides_about_replies_only(
    sqlite_stores: SqlStores, clock: FakeClock, updates: str, minor: int, major: int
) -> None:
    room = Newsroom(sqlite_stores, clock, updates=updates)
    await room.subscribe()
    await room.publish(STORY)
    second = next_version(STORY, takeaways=("Poland is exempt.",))
    await room.publish(second)
    assert len(room.notes()) == minor
    await room.publish(next_version(second, impact=10))
    assert len(room.notes()) == minor + major
    assert [card.impact for card in room.cards()] == [10]


async def test_a_story_that_grows_across_the_threshold_is_posted_once(room: Newsroom) -> None:
    await room.subscribe(impact=7)
    small = a_story(impact=5)
    await room.publish(small)
    assert room.cards() == []
    await room.publish(next_version(small, impact=8))
    (card,) = room.cards()
    assert card.mark == "RAISED FROM 5 TO 8"


async def test_a_correction_reaches_a_channel_that_it_no_longer_matches(room: Newsroom) -> None:
    await room.subscribe(impact=7)
    await room.publish(STORY)
    await room.publish(next_version(STORY, impact=2, status=StoryStatus.CORRECTED))
    assert [card.mark for card in room.cards()] == ["CORRECTED"]
    assert [note.title for note in room.notes()] == ["CORRECTED"]


async def test_a_withdrawal_strikes_the_card_and_says_so(room: Newsroom) -> None:
    await room.subscribe()
    await room.publish(STORY)
    await room.publish(next_version(STORY, status=StoryStatus.WITHDRAWN))
    assert [(card.mark, card.struck) for card in room.cards()] == [("RETRACTED", True)]
    assert [(note.title, note.broadcast) for note in room.notes()] == [("RETRACTED", True)]


async def test_history_is_never_posted(room: Newsroom) -> None:
    await room.subscribe()
    await room.publish(STORY, history=True)
    await room.publish(next_version(STORY, headline="Another title"))
    assert room.messages() == []
    (alert,) = await room.stores.outbox.told(STORY.id)
    assert alert.outcome is Outcome.SUPPRESS


async def test_after_an_absence_old_stories_come_in_one_list(room: Newsroom) -> None:
    await room.subscribe(impact=None)
    old = [
        a_story(f"old-{number}", impact=number, published_at=NOON - 30 * HOUR)
        for number in (3, 9, 6)
    ]
    await room.publish(*old, STORY)
    assert [card.story for card in room.cards()] == [STORY.id]
    (missed,) = room.lists()
    assert missed.title == "While Tidings was away"
    assert [brief.story for brief in missed.briefs] == ["old-9", "old-6", "old-3"]


async def test_a_burst_is_one_message(sqlite_stores: SqlStores, clock: FakeClock) -> None:
    room = Newsroom(sqlite_stores, clock, burst=2)
    await room.subscribe(impact=None)
    await room.publish(*(a_story(f"s-{number}", impact=number) for number in (1, 2, 3)))
    (burst,) = room.lists()
    assert burst.title == "3 stories at once"
    assert room.cards() == []


async def test_the_cap_keeps_the_best_and_lists_the_rest(
    sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    room = Newsroom(sqlite_stores, clock, cap_per_hour=2)
    await room.subscribe(impact=None)
    await room.publish(*(a_story(f"s-{number}", impact=number) for number in range(1, 9)))
    assert [card.impact for card in room.cards()] == [8, 7]
    (rest,) = room.lists()
    assert rest.title == "And 6 more stories"
    assert [brief.impact for brief in rest.briefs] == [6, 5, 4, 3, 2, 1]


async def test_under_a_cap_there_is_one_list_an_hour(
    sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    room = Newsroom(sqlite_stores, clock, cap_per_hour=1)
    await room.subscribe(impact=None)
    for number in range(4):
        await room.publish(a_story(f"s-{number}"))
        clock.advance(timedelta(minutes=1))
    assert (len(room.cards()), len(room.lists())) == (1, 1)
    clock.advance(HOUR)
    await room.publish()
    assert [len(found.briefs) for found in room.lists()] == [1, 2]
    await room.publish(a_story("s-9", published_at=clock.now()))
    assert len(room.cards()) == 2


async def test_a_paused_subscription_gets_nothing(room: Newsroom) -> None:
    made = await room.subscribe()
    await room.stores.subscriptions.replace(replace(made, paused=True), actor="U1", now=NOON)
    await room.publish(STORY)
    assert room.messages() == []


async def test_a_change_of_the_rules_holds_from_the_next_story_on(room: Newsroom) -> None:
    made = await room.subscribe(impact=9)
    await room.publish(STORY)
    eased = replace(made, criteria=Criteria())
    await room.stores.subscriptions.replace(eased, actor="U1", now=NOON)
    await room.publish(a_story("next", impact=1))
    assert [card.story for card in room.cards()] == ["next"]
    await room.stores.subscriptions.remove(SLACK.id, made.id, actor="U1", now=NOON)
    await room.publish(a_story("last", impact=10))
    assert len(room.cards()) == 1


async def test_a_daily_digest_comes_at_eight(room: Newsroom) -> None:
    made = await room.subscribe(impact=None)
    digest = replace(made, mode=Mode.DIGEST)
    await room.stores.subscriptions.replace(digest, actor="U1", now=NOON)
    await room.publish(a_story("one", impact=4), a_story("two", impact=6))
    assert room.messages() == []
    await room.publish(next_version(a_story("two", impact=6), status=StoryStatus.WITHDRAWN))
    room.clock.advance(timedelta(hours=20))
    await room.publish()
    (found,) = room.lists()
    assert found.title == "Daily digest"
    assert [brief.story for brief in found.briefs] == ["one"]


async def test_two_versions_at_once_are_one_post_of_the_latest(room: Newsroom) -> None:
    await room.subscribe(impact=7)
    small = a_story(impact=5)
    await room.publish(small, next_version(small, impact=8))
    assert [(card.version, card.mark) for card in room.cards()] == [(2, "")]


async def test_running_again_writes_nothing(room: Newsroom) -> None:
    await room.subscribe()
    await room.publish(STORY)
    assert await room.alerting.run() == 0
    room.restart()
    assert await room.alerting.run() == 0


async def test_two_processes_record_a_story_once(room: Newsroom) -> None:
    await room.subscribe()
    other = Newsroom(room.stores, room.clock)
    await room.stores.stories.add([STORY], source="desk", now=NOON)
    assert await room.alerting.run() + await other.alerting.run() == 1


async def test_a_story_withdrawn_while_its_channel_was_away_is_never_posted(
    room: Newsroom,
) -> None:
    await room.subscribe()
    await room.keeper.gone(SLACK.id, "archived")
    await room.publish(STORY)
    await room.publish(next_version(STORY, status=StoryStatus.WITHDRAWN))
    await room.keeper.back(SLACK.id)
    await room.settle()
    assert room.messages() == []
    assert await room.stores.outbox.counts() == {DeliveryStatus.DROPPED: 2}


async def test_an_update_collapses_into_a_card_not_posted_yet(room: Newsroom) -> None:
    await room.subscribe()
    await room.keeper.gone(SLACK.id, "archived")
    await room.publish(STORY)
    await room.publish(next_version(STORY, impact=10))
    await room.keeper.back(SLACK.id)
    await room.settle()
    assert [(card.version, card.impact) for card in room.cards()] == [(2, 10)]
    assert room.notes() == []


async def test_what_a_paused_channel_missed_for_days_comes_in_one_list(room: Newsroom) -> None:
    await room.subscribe()
    await room.keeper.gone(SLACK.id, "archived")
    await room.publish(STORY, a_story("second", impact=9))
    room.clock.advance(timedelta(days=3))
    await room.keeper.back(SLACK.id)
    await room.publish()
    (missed,) = room.lists()
    assert [brief.story for brief in missed.briefs] == ["second", STORY.id]
    assert room.cards() == []


async def test_every_match_has_an_outcome_that_can_be_explained(room: Newsroom) -> None:
    await room.subscribe(SLACK)
    await room.subscribe(a_channel("C2"), impact=1)
    await room.publish(STORY)
    told = await room.stores.outbox.told(STORY.id)
    assert {(alert.channel, alert.kind, alert.outcome) for alert in told} == {
        ("slack:T1/C1", AlertKind.NEW, Outcome.SEND),
        ("slack:T1/C2", AlertKind.NEW, Outcome.SEND),
    }
