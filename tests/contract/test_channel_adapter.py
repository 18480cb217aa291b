"""What every platform's adapter promises the delivery worker; one suite over all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.alert import AlertKind, DeliveryKey, MessageId
from bot.domain.brief import Message, RollUp, UpdateNote, brief_of
from bot.errors import (
    AmbiguousDelivery,
    ChannelUnavailable,
    ContentRefused,
    DeliveryError,
    MessageGone,
    TransientDeliveryError,
)
from bot.testing import a_story, next_version
from tests.contract.stages import STAGES, AdapterStage, Mood

STORY = a_story(headline="Ministers agree on a gas cap")
CARD = brief_of(STORY, why=("s1 - impact 7 >= 7",))
LATER = brief_of(next_version(STORY, headline="Ministers sign the gas cap"))
NOTE = UpdateNote(
    story=STORY.id,
    version=2,
    kind=AlertKind.UPDATE,
    headline="Ministers sign the gas cap",
    url="",
    changes=("impact 7 -> 9",),
)
LIST = RollUp(title="While Tidings was away", briefs=(CARD, LATER), more=3)
KEY, OTHER = DeliveryKey("t" + "a" * 24), DeliveryKey("t" + "b" * 24)


@pytest.fixture(params=sorted(STAGES))
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AdapterStage]:
    async with STAGES[request.param](tmp_path) as built:
        yield built


async def post(stage: AdapterStage, message: Message = CARD, key: DeliveryKey = KEY) -> MessageId:
    return await stage.adapter.post(stage.channel, message, key=key)


async def failing(stage: AdapterStage, mood: Mood) -> DeliveryError:
    if stage.upset is None:
        pytest.skip("this platform never refuses")
    stage.upset(mood)
    with pytest.raises(DeliveryError) as caught:
        await post(stage)
    return caught.value


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (CARD, "Ministers agree on a gas cap"),
        (NOTE, "Ministers sign the gas cap"),
        (LIST, "While Tidings was away"),
    ],
    ids=["card", "note", "list"],
)
@pytest.mark.parametrize("plain", [False, True])
async def test_every_message_is_read_and_found_by_its_key(
    stage: AdapterStage, message: Message, words: str, plain: bool
) -> None:
    since = stage.now()
    posted = await stage.adapter.post(stage.channel, message, key=KEY, plain=plain)
    (text,) = stage.read()
    assert words in text
    assert await stage.adapter.find(stage.channel, key=KEY, since=since) == posted
    assert await stage.adapter.find(stage.channel, key=OTHER, since=since) is None


async def test_a_safe_repeat_is_the_same_message(stage: AdapterStage) -> None:
    if not stage.adapter.safe_repeat:
        pytest.skip("nothing is safe to repeat there; it is looked for first")
    assert await post(stage) == await post(stage)
    assert len(stage.read()) == 1


async def test_an_edit_replaces_the_card_and_may_be_repeated(stage: AdapterStage) -> None:
    card = await post(stage)
    for _ in range(2):
        await stage.adapter.edit(stage.channel, card, LATER, key=OTHER)
    (text,) = stage.read()
    assert "Ministers sign the gas cap" in text
    assert "Ministers agree" not in text


async def test_a_reply_is_found_under_its_card_by_its_own_key(stage: AdapterStage) -> None:
    since = stage.now()
    card = await post(stage)
    reply = await stage.adapter.post(stage.channel, NOTE, key=OTHER, reply_to=card)
    found = await stage.adapter.find(stage.channel, key=OTHER, since=since, reply_to=card)
    assert found == reply != card


async def test_an_edited_card_is_not_taken_for_its_reply(stage: AdapterStage) -> None:
    since = stage.now()
    card = await post(stage)
    await stage.adapter.edit(stage.channel, card, LATER, key=DeliveryKey("t" + "c" * 24))
    found = await stage.adapter.find(stage.channel, key=OTHER, since=since, reply_to=card)
    assert found is None


async def test_a_deleted_card_cannot_be_edited(stage: AdapterStage) -> None:
    if stage.delete is None:
        pytest.skip("nobody can delete a message there")
    card = await post(stage)
    stage.delete(card)
    with pytest.raises(MessageGone):
        await stage.adapter.edit(stage.channel, card, LATER, key=KEY)
    assert stage.read() == []


async def test_an_answer_that_never_came_is_ambiguous_and_the_message_is_found(
    stage: AdapterStage,
) -> None:
    since = stage.now()
    assert isinstance(await failing(stage, "applied then silent"), AmbiguousDelivery)
    assert await stage.adapter.find(stage.channel, key=KEY, since=since) is not None
    assert len(stage.read()) == 1


async def test_a_request_that_never_arrived_is_ambiguous_and_nothing_is_found(
    stage: AdapterStage,
) -> None:
    since = stage.now()
    assert isinstance(await failing(stage, "silent"), AmbiguousDelivery)
    assert await stage.adapter.find(stage.channel, key=KEY, since=since) is None
    assert stage.read() == []


async def test_a_rate_limit_gives_its_wait_and_counts_no_attempt(stage: AdapterStage) -> None:
    error = await failing(stage, "limited")
    assert isinstance(error, TransientDeliveryError)
    assert error.retry_after
    assert not error.counts
    assert stage.read() == []


async def test_a_refused_form_is_told_from_other_errors(stage: AdapterStage) -> None:
    assert isinstance(await failing(stage, "refused form"), ContentRefused)


async def test_a_forbidden_channel_comes_with_what_mends_it(stage: AdapterStage) -> None:
    error = await failing(stage, "forbidden")
    assert isinstance(error, ChannelUnavailable)
    assert error.fix


async def test_a_usable_channel_has_no_obstacles(stage: AdapterStage) -> None:
    assert await stage.adapter.preflight(stage.channel) == ()


async def test_the_limits_are_ones_to_pace_by(stage: AdapterStage) -> None:
    for pace in (stage.adapter.channel_pace, stage.adapter.account_pace):
        assert pace.messages >= 1
        assert pace.per.total_seconds() > 0
