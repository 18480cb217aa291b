"""The adapter at the wire: what is posted, and what each of Slack's failures becomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.alert import AlertKind, DeliveryKey, MessageId
from bot.domain.brief import UpdateNote
from bot.domain.story import StoryId
from bot.errors import (
    AccountUnavailable,
    AmbiguousDelivery,
    ChannelUnavailable,
    ContentRefused,
    DeliveryError,
    MessageGone,
    PermanentDeliveryError,
    TransientDeliveryError,
)
from tests.counterparts.slack import read_message, visible_text
from tests.integration.slack.stage import CHANNEL, Stage
from tests.unit.slack.briefs import brief

KEY = DeliveryKey("tabcdefghijklmnopqrstuvwx")
NOTE = UpdateNote(
    story=StoryId("gas-cap"),
    version=2,
    kind=AlertKind.UPDATE,
    headline="Energy ministers agree on a gas price cap",
    url="https://desk.example/stories/gas-cap",
    changes=("impact 7 -> 9",),
    broadcast=True,
)


def just_now() -> datetime:
    return datetime.now(UTC) - timedelta(seconds=5)


async def posted(stage: Stage, **options: Any) -> MessageId:
    return await stage.handler.adapter.post(CHANNEL, brief(), key=KEY, **options)


async def failing(stage: Stage, **fault: Any) -> DeliveryError:
    stage.slack.inject(**fault)
    with pytest.raises(DeliveryError) as caught:
        await posted(stage)
    return caught.value


async def test_a_card_is_posted_once_with_its_key_and_buttons(stage: Stage) -> None:
    message_id = await posted(stage)
    (message,) = stage.slack.messages("T1", "C1")
    assert message["ts"] == message_id
    assert message["metadata"]["event_payload"] == {"key": KEY}
    assert [button["label"] for button in read_message(message).buttons] == [
        "Sources 14",
        "Why",
        "Mute story",
    ]
    arguments = stage.slack.calls("chat.postMessage")[0].arguments
    assert (arguments["unfurl_links"], arguments["unfurl_media"]) == (False, False)
    assert "parse" not in arguments
    assert not stage.slack.violations


async def test_an_update_edits_the_card_and_replies_in_its_thread(stage: Stage) -> None:
    card = await posted(stage)
    adapter = stage.handler.adapter
    await adapter.edit(CHANNEL, card, brief(impact=10, struck=True), key=DeliveryKey("k2"))
    await adapter.post(CHANNEL, NOTE, key=DeliveryKey("k3"), reply_to=card)
    first, reply = stage.slack.messages("T1", "C1")
    assert visible_text(first).startswith("🔴 [10/10]")
    assert first["metadata"]["event_payload"] == {"key": KEY}
    assert (reply["thread_ts"], reply["subtype"]) == (card, "thread_broadcast")
    assert not stage.slack.violations


async def test_a_lost_answer_is_ambiguous_and_the_message_is_found(stage: Stage) -> None:
    since = just_now()
    error = await failing(stage, kind="apply_then_drop", method="chat.postMessage")
    assert isinstance(error, AmbiguousDelivery)
    found = await stage.handler.adapter.find(CHANNEL, key=KEY, since=since)
    assert [message["ts"] for message in stage.slack.messages("T1", "C1")] == [found]
    assert not stage.slack.violations


async def test_a_message_that_never_arrived_is_certainly_not_there(stage: Stage) -> None:
    since = just_now()
    assert isinstance(
        await failing(stage, kind="drop", method="chat.postMessage"), AmbiguousDelivery
    )
    assert await stage.handler.adapter.find(CHANNEL, key=KEY, since=since) is None


async def test_a_reply_is_looked_for_in_its_thread(stage: Stage) -> None:
    card, since = await posted(stage), just_now()
    key = DeliveryKey("k2")
    adapter = stage.handler.adapter
    reply = await adapter.post(CHANNEL, replace(NOTE, broadcast=False), key=key, reply_to=card)
    assert await adapter.find(CHANNEL, key=key, since=since, reply_to=card) == reply
    assert await adapter.find(CHANNEL, key=key, since=since) is None


async def test_finding_goes_through_the_pages_of_a_busy_channel(stage: Stage) -> None:
    since = just_now()
    message_id = await posted(stage)
    for _ in range(150):
        message = {"type": "message", "ts": stage.slack.state.next_ts(), "text": "chatter"}
        stage.slack.messages("T1", "C1").append(message)
    assert await stage.handler.adapter.find(CHANNEL, key=KEY, since=since) == message_id
    for _ in range(500):
        message = {"type": "message", "ts": stage.slack.state.next_ts(), "text": "chatter"}
        stage.slack.messages("T1", "C1").append(message)
    with pytest.raises(PermanentDeliveryError, match="Too much was posted"):
        await stage.handler.adapter.find(CHANNEL, key=KEY, since=since)


async def test_where_looking_is_not_allowed_it_stays_uncertain(stage: Stage) -> None:
    stage.slack.set_scopes("T1", ["chat:write"])
    with pytest.raises(PermanentDeliveryError, match="does not let Tidings look"):
        await stage.handler.adapter.find(CHANNEL, key=KEY, since=just_now())


async def test_silence_while_looking_only_means_later(stage: Stage) -> None:
    # aiohttp repeats a GET that was cut off once by itself, so it is cut off for good.
    stage.slack.inject(kind="drop", method="conversations.history", times=None)
    with pytest.raises(TransientDeliveryError):
        await stage.handler.adapter.find(CHANNEL, key=KEY, since=just_now())


async def test_a_rate_limit_names_its_wait_and_counts_no_attempt(stage: Stage) -> None:
    error = await failing(stage, kind="ratelimited", method="chat.postMessage", retry_after=7)
    assert isinstance(error, TransientDeliveryError)
    assert error.retry_after == timedelta(seconds=7)
    assert (error.whole_account, error.counts) == (True, False)
    assert stage.slack.messages("T1", "C1") == []


async def test_a_full_limit_on_edits_or_history_never_stops_the_posts(stage: Stage) -> None:
    card, adapter = await posted(stage), stage.handler.adapter
    for method in ("chat.update", "conversations.history"):
        stage.slack.inject(kind="ratelimited", method=method, retry_after=60)
    # The second try of each is held back here, before Slack would have to refuse it.
    for _ in range(2):
        with pytest.raises(TransientDeliveryError) as edited:
            await adapter.edit(CHANNEL, card, brief(), key=KEY)
        with pytest.raises(TransientDeliveryError) as looked:
            await adapter.find(CHANNEL, key=KEY, since=just_now())
        for error in (edited.value, looked.value):
            assert (error.whole_account, error.counts) == (False, False)
            assert error.retry_after == timedelta(seconds=60)
    await posted(stage)
    await stage.clock.sleep(timedelta(seconds=60))
    assert await adapter.find(CHANNEL, key=KEY, since=just_now()) is not None
    await adapter.edit(CHANNEL, card, brief(), key=KEY)
    assert not stage.slack.violations


async def test_preflight_does_not_blame_the_channel_for_silence(stage: Stage) -> None:
    stage.slack.inject(kind="status", method="conversations.info")
    (obstacle,) = await stage.handler.adapter.preflight(CHANNEL)
    assert "Try again in a minute" in obstacle


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fatal_error", AmbiguousDelivery),
        ("internal_error", AmbiguousDelivery),
        ("request_timeout", AmbiguousDelivery),
        ("service_unavailable", AmbiguousDelivery),
        ("is_archived", ChannelUnavailable),
        ("channel_not_found", ChannelUnavailable),
        ("not_in_channel", ChannelUnavailable),
        ("no_permission", ChannelUnavailable),
        ("restricted_action", ChannelUnavailable),
        ("restricted_action_read_only_channel", ChannelUnavailable),
        ("posting_to_channel_denied", ChannelUnavailable),
        ("ekm_access_denied", ChannelUnavailable),
        ("messages_tab_disabled", ChannelUnavailable),
        ("account_inactive", AccountUnavailable),
        ("token_revoked", AccountUnavailable),
        ("invalid_auth", AccountUnavailable),
        ("not_authed", AccountUnavailable),
        ("token_expired", AccountUnavailable),
        ("missing_scope", AccountUnavailable),
        ("message_limit_exceeded", TransientDeliveryError),
        ("team_added_to_org", TransientDeliveryError),
        ("org_login_required", TransientDeliveryError),
        ("external_channel_migrating", TransientDeliveryError),
        ("invalid_blocks", ContentRefused),
        ("invalid_blocks_format", ContentRefused),
        ("msg_blocks_too_long", ContentRefused),
        ("msg_too_long", ContentRefused),
        ("metadata_too_large", ContentRefused),
        ("too_many_attachments", ContentRefused),
        ("message_not_found", MessageGone),
        ("cant_update_message", MessageGone),
        ("edit_window_closed", MessageGone),
        ("restricted_action_thread_locked", MessageGone),
        ("cannot_reply_to_message", MessageGone),
        ("something_new", PermanentDeliveryError),
    ],
)
async def test_every_error_code_has_its_class(
    stage: Stage, code: str, expected: type[DeliveryError]
) -> None:
    error = await failing(stage, kind="error", method="chat.postMessage", error=code)
    assert type(error) is expected
    assert error.code == code
    assert isinstance(error, AmbiguousDelivery) or stage.slack.messages("T1", "C1") == []


@pytest.mark.parametrize("kind", ["status", "status_after", "html"])
async def test_server_errors_are_ambiguous(stage: Stage, kind: str) -> None:
    assert isinstance(await failing(stage, kind=kind, method="chat.postMessage"), AmbiguousDelivery)


async def test_no_connection_at_all_means_nothing_was_posted(stage: Stage) -> None:
    await stage.handler.check()
    await stage.slack.__aexit__(None, None, None)
    with pytest.raises(TransientDeliveryError, match="cannot be reached"):
        await posted(stage)


async def test_an_unanswered_edit_may_be_repeated(stage: Stage) -> None:
    card = await posted(stage)
    stage.slack.inject(kind="apply_then_drop", method="chat.update")
    with pytest.raises(TransientDeliveryError):
        await stage.handler.adapter.edit(CHANNEL, card, brief(), key=KEY)


async def test_a_deleted_card_cannot_be_edited(stage: Stage) -> None:
    card = await posted(stage)
    stage.slack.messages("T1", "C1").clear()
    with pytest.raises(MessageGone):
        await stage.handler.adapter.edit(CHANNEL, card, brief(), key=KEY)


async def test_the_plain_version_has_no_blocks(stage: Stage) -> None:
    await posted(stage, plain=True)
    (message,) = stage.slack.messages("T1", "C1")
    assert "blocks" not in message
    assert "Why: s2" in visible_text(message)
    assert not stage.slack.violations


async def test_a_public_channel_is_joined_once_where_that_is_allowed(stage: Stage) -> None:
    stage.slack.add_channel("T1", "C1", name="news", member=False)
    with pytest.raises(ChannelUnavailable, match="not in it"):
        await posted(stage)
    other = replace(CHANNEL, native_id="C2")
    stage.slack.set_scopes("T1", ["chat:write", "channels:join"])
    stage.slack.add_channel("T1", "C2", member=False)
    stage.handler._workspaces._identity = None
    await stage.handler.adapter.post(other, brief(), key=KEY)
    assert len(stage.slack.messages("T1", "C2")) == 1


async def test_a_workspace_without_a_token_is_named(stage: Stage) -> None:
    elsewhere = replace(CHANNEL, workspace="T9")
    with pytest.raises(AccountUnavailable, match="no token for the Slack workspace T9"):
        await stage.handler.adapter.post(elsewhere, brief(), key=KEY)


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ({}, ""),
        ({"member": False}, "/invite @tidings"),
        ({"archived": True}, "unarchive"),
        ({"member": False, "private": True}, "/invite @Tidings"),
    ],
)
async def test_preflight_names_the_exact_fix(
    stage: Stage, channel: dict[str, Any], expected: str
) -> None:
    stage.slack.add_channel("T1", "C1", **channel)
    obstacles = await stage.handler.adapter.preflight(CHANNEL)
    assert bool(obstacles) == bool(expected)
    assert expected in " ".join(obstacles)
    assert not stage.slack.violations


async def test_preflight_knows_its_own_direct_messages_from_those_of_others(stage: Stage) -> None:
    adapter = stage.handler.adapter
    assert await adapter.preflight(replace(CHANNEL, native_id="D999"))
    opened = await stage.handler._workspaces.new_client("xoxb-T1").conversations_open(users="U1")
    own = replace(CHANNEL, native_id=opened["channel"]["id"])
    assert await adapter.preflight(own) == ()
