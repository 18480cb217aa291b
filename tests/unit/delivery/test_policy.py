"""What a channel is told, and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alert import AlertKind, Outcome
from bot.domain.mute import Mute
from bot.domain.story import Change, Sentiment, SentimentLabel, Story, StoryId, StoryStatus
from bot.domain.subscription import Mode, Subscription
from bot.rules.changes import Weight, changes
from bot.rules.policy import Decision, Known, Room, decide, fit, next_digest_at
from bot.testing import NOON, a_story, a_subscription, next_version

DAY = timedelta(hours=24)
STORY = a_story(impact=7, sources=3)
ALL = (a_subscription(),)


def told(
    story: Story,
    known: Known = Known(),  # noqa: B008 - frozen
    matched: tuple[Subscription, ...] = ALL,
    zone: str = "UTC",
) -> Decision | None:
    return decide(story, matched, known, now=NOON, max_age=DAY, zone=zone)


def outcome(decision: Decision | None) -> tuple[AlertKind, Outcome, str]:
    assert decision is not None
    return decision.kind, decision.outcome, decision.reason


def test_a_story_that_matches_is_sent() -> None:
    assert outcome(told(STORY)) == (AlertKind.NEW, Outcome.SEND, "")


def test_a_story_nobody_asked_for_is_no_business_of_the_channel() -> None:
    assert told(STORY, matched=()) is None


def test_growth_across_the_threshold_is_sent_once_and_said() -> None:
    raised = next_version(STORY, impact=9)
    known = Known(previous=STORY, matched_before=False)
    assert outcome(told(raised, known)) == (AlertKind.NEW, Outcome.SEND, "raised from 7 to 9")


def test_more_sources_are_the_growth_when_the_impact_stayed() -> None:
    confirmed = next_version(STORY, sources=4)
    assert outcome(told(confirmed, Known(previous=STORY)))[2] == "now 4 sources"


def test_a_new_version_of_history_is_no_news() -> None:
    reworded = next_version(STORY, headline="The cap, again")
    known = Known(previous=STORY, matched_before=True)
    kind, what, reason = outcome(told(reworded, known))
    assert (kind, what) == (AlertKind.NEW, Outcome.SUPPRESS)
    assert reason == "no news: version 1 matched already"


def test_history_that_moves_by_two_is_news() -> None:
    known = Known(previous=STORY, matched_before=True)
    assert outcome(told(next_version(STORY, impact=9), known))[1] is Outcome.SEND


def test_an_old_story_goes_into_a_list() -> None:
    old = a_story(published_at=NOON - timedelta(hours=25))
    decision = told(old)
    assert outcome(decision) == (AlertKind.NEW, Outcome.FOLD, "older than 24 h")
    assert decision is not None
    assert decision.fold_at == NOON


def test_an_old_story_that_grew_just_now_is_as_new_as_its_growth() -> None:
    old = a_story(published_at=NOON - timedelta(hours=40), impact=5)
    grown = next_version(old, impact=8, modified_at=NOON)
    assert outcome(told(grown, Known(previous=old)))[1] is Outcome.SEND


def test_no_age_limit_means_every_age() -> None:
    old = a_story(published_at=NOON - timedelta(days=90))
    decision = decide(old, ALL, Known(), now=NOON, max_age=timedelta(0))
    assert outcome(decision)[1] is Outcome.SEND


def test_a_withdrawn_story_is_not_news() -> None:
    gone = replace(STORY, status=StoryStatus.WITHDRAWN)
    assert outcome(told(gone))[:2] == (AlertKind.WITHDRAWAL, Outcome.SUPPRESS)


def test_an_event_told_under_another_id_is_not_told_again() -> None:
    part = next_version(STORY, merged_into=StoryId("whole"))
    for known in (Known(), Known(told=STORY)):
        assert outcome(told(part, known))[1] is Outcome.SUPPRESS


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (StoryStatus.CORRECTED, AlertKind.CORRECTION),
        (StoryStatus.WITHDRAWN, AlertKind.WITHDRAWAL),
    ],
)
def test_a_correction_reaches_who_was_told_even_without_a_match(
    status: StoryStatus, kind: AlertKind
) -> None:
    corrected = next_version(STORY, impact=1, status=status)
    known = Known(told=STORY, subscribed=False)
    assert outcome(told(corrected, known, ()))[:2] == (kind, Outcome.SEND)


def test_an_update_of_a_corrected_story_is_not_corrected_again() -> None:
    corrected = replace(STORY, status=StoryStatus.CORRECTED)
    kind, what, _ = outcome(told(next_version(corrected, impact=9), Known(told=corrected)))
    assert (kind, what) == (AlertKind.UPDATE, Outcome.SEND)


def test_an_update_that_changes_nothing_on_the_card_is_not_sent() -> None:
    same = next_version(STORY, analysis="Longer words behind the card.")
    assert outcome(told(same, Known(told=STORY)))[1] is Outcome.SUPPRESS


def test_a_new_headline_edits_the_card() -> None:
    reworded = next_version(STORY, headline="The cap is agreed")
    assert outcome(told(reworded, Known(told=STORY)))[:2] == (AlertKind.UPDATE, Outcome.SEND)


def test_a_channel_without_subscriptions_gets_no_updates() -> None:
    known = Known(told=STORY, subscribed=False)
    assert outcome(told(next_version(STORY, impact=9), known, ()))[1] is Outcome.SUPPRESS


def test_what_waits_in_a_list_needs_no_update() -> None:
    withdrawn = next_version(STORY, status=StoryStatus.WITHDRAWN)
    assert outcome(told(withdrawn, Known(told=STORY, waiting=True)))[1] is Outcome.SUPPRESS


def test_a_digest_subscription_waits_for_eight_in_the_morning() -> None:
    matched = (a_subscription(mode=Mode.DIGEST),)
    decision = told(STORY, matched=matched, zone="Europe/Berlin")
    assert outcome(decision)[1] is Outcome.FOLD
    assert decision is not None
    assert decision.fold_at == datetime(2026, 3, 7, 7, 0, tzinfo=UTC)


def test_an_instant_subscription_beside_a_digest_one_wins() -> None:
    matched = (a_subscription("s1", mode=Mode.DIGEST), a_subscription("s2"))
    assert outcome(told(STORY, matched=matched))[1] is Outcome.SEND


@given(
    now=st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: NOON + timedelta(minutes=minutes)),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]),
)
def test_there_is_one_digest_a_day_whatever_the_clocks_do(now: datetime, zone: str) -> None:
    due = next_digest_at(now, zone)
    after = next_digest_at(due, zone)
    assert now < due <= now + timedelta(hours=26)
    assert timedelta(hours=22) < after - due < timedelta(hours=26)


SEND = Decision(kind=AlertKind.NEW, outcome=Outcome.SEND)
UPDATE = Decision(kind=AlertKind.UPDATE, outcome=Outcome.SEND)


def outcomes(decided: list[Decision], room: Room) -> list[Outcome]:
    return [decision.outcome for decision in fit(decided, room, NOON)]


def test_without_limits_everything_is_sent() -> None:
    assert outcomes([SEND] * 50, Room()) == [Outcome.SEND] * 50


def test_a_burst_becomes_one_message() -> None:
    assert outcomes([SEND] * 3, Room(burst=3)) == [Outcome.SEND] * 3
    assert outcomes([SEND] * 4, Room(burst=3)) == [Outcome.FOLD] * 4


def test_the_cap_keeps_the_best_and_folds_the_rest() -> None:
    decided = [SEND, UPDATE, SEND, SEND]
    assert outcomes(decided, Room(cap=3, sent=2)) == [
        Outcome.SEND,
        Outcome.SEND,
        Outcome.FOLD,
        Outcome.FOLD,
    ]


def test_what_was_sent_already_uses_up_the_cap() -> None:
    assert outcomes([SEND], Room(cap=3, sent=7)) == [Outcome.FOLD]


def test_an_impact_that_moves_by_two_is_major_and_said() -> None:
    found = changes(STORY, next_version(STORY, impact=9, sources=14))
    assert found.weight is Weight.MAJOR
    assert found.lines == ("impact 7 -> 9", "sources 3 -> 14")
    assert found.band_rose


@pytest.mark.parametrize(
    ("before", "after", "weight"),
    [
        (1, 2, Weight.MAJOR),
        (3, 5, Weight.MINOR),
        (3, 6, Weight.MAJOR),
        (20, 24, Weight.MINOR),
        (20, 25, Weight.MAJOR),
        (5, 4, Weight.MINOR),
    ],
)
def test_sources_matter_when_they_double_or_grow_by_five(
    before: int, after: int, weight: Weight
) -> None:
    story = a_story(sources=before)
    assert changes(story, next_version(story, sources=after)).weight is weight


def test_a_new_takeaway_is_minor_and_said() -> None:
    found = changes(STORY, next_version(STORY, takeaways=("Poland is exempt.",)))
    assert (found.weight, found.lines) == (Weight.MINOR, ("new: Poland is exempt.",))


def test_a_turned_sentiment_is_said() -> None:
    turned = next_version(STORY, sentiment=Sentiment(label=SentimentLabel.NEGATIVE))
    assert changes(STORY, turned).lines == ("sentiment neutral -> negative",)


def test_a_correction_says_what_no_longer_holds() -> None:
    corrected = next_version(
        STORY,
        status=StoryStatus.CORRECTED,
        headline="Ministers postpone the cap",
        takeaways=("The cap starts in March.",),
        history=(Change(version=2, at=NOON, what=("The start date was wrong.",)),),
    )
    found = changes(STORY, corrected)
    assert found.weight is Weight.MAJOR
    assert found.lines == (
        "The start date was wrong.",
        "status verified -> corrected",
        "the headline was: Ministers agree on a gas price cap",
        "new: The cap starts in March.",
        "no longer: The cap starts in December.",
    )


def test_the_same_version_has_not_changed() -> None:
    assert changes(STORY, STORY).weight is Weight.NOTHING


MUTE = Mute(channel=ALL[0].channel, story=STORY.id, until=NOON + DAY)


def test_a_muted_story_is_told_neither_first_nor_again() -> None:
    grown = next_version(STORY, impact=10)
    for story, known in ((STORY, Known(mute=MUTE)), (grown, Known(told=STORY, mute=MUTE))):
        assert outcome(told(story, known))[1:] == (Outcome.SUPPRESS, MUTE.reason)


@given(status=st.sampled_from(StoryStatus), impact=st.integers(1, 10))
def test_a_mute_changes_nothing_about_corrections_and_withdrawals(
    status: StoryStatus, impact: int
) -> None:
    later = next_version(STORY, status=status, impact=impact)
    free = told(later, Known(told=STORY))
    muted = told(later, Known(told=STORY, mute=MUTE))
    assert free is not None
    if free.kind in {AlertKind.CORRECTION, AlertKind.WITHDRAWAL}:
        assert muted == free
    else:
        assert muted == Decision(kind=free.kind, outcome=Outcome.SUPPRESS, reason=MUTE.reason)
