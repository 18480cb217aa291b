"""Channels that come and go, tokens that die, connections that break: told over the socket."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from bot.domain.channel import ChannelState
from bot.domain.subscription import Criteria
from bot.store import SqlStores
from tests.counterparts.slack import visible_text
from tests.integration.slack.stage import CHANNEL, Stage, on_stage

NOW = datetime(2026, 3, 6, 8, 0, tzinfo=UTC)


async def with_rule(stage: Stage) -> None:
    await stage.stores.channels.upsert(CHANNEL, now=NOW)
    await stage.stores.subscriptions.add(CHANNEL.id, Criteria(), actor="U1", now=NOW)


async def state_of(stage: Stage) -> tuple[ChannelState, str]:
    known = await stage.stores.channels.get(CHANNEL.id)
    assert known is not None
    return known.state, known.paused_reason


async def healthy(stage: Stage) -> None:
    async def is_well() -> bool:
        return stage.handler.health().ok

    await stage.until(is_well, "good health")


async def until_state(stage: Stage, state: ChannelState) -> str:
    async def reached() -> bool:
        return (await state_of(stage))[0] is state

    await stage.until(reached, f"the channel to be {state}")
    return (await state_of(stage))[1]


async def test_an_archived_channel_is_paused_its_owner_told_and_it_comes_back(
    stage: Stage,
) -> None:
    await with_rule(stage)
    async with stage.connected() as slack:
        await slack.archive_channel("T1", "C1")
        assert "unarchive" in await until_state(stage, ChannelState.PAUSED)
        await slack.state.until(
            lambda: slack.direct_messages("T1", "U1") or None, what="the owner to be told"
        )
        await slack.unarchive_channel("T1", "C1")
        await until_state(stage, ChannelState.ACTIVE)
    (told,) = slack.direct_messages("T1", "U1")
    assert visible_text(told).startswith("Alerts for #news are on hold: the channel was archived")
    assert slack.messages("T1", "C1") == []
    assert not slack.violations


async def test_a_kicked_bot_pauses_once_and_an_invitation_resumes(stage: Stage) -> None:
    await with_rule(stage)
    async with stage.connected() as slack:
        await slack.remove_bot("T1", "C1")
        assert "/invite" in await until_state(stage, ChannelState.PAUSED)
        await slack.invite_bot("T1", "C1")
        await until_state(stage, ChannelState.ACTIVE)
    assert len(slack.direct_messages("T1", "U1")) == 1
    assert not slack.violations


async def test_other_people_coming_and_going_changes_nothing(stage: Stage) -> None:
    await with_rule(stage)
    async with stage.connected() as slack:
        event = {"type": "member_left_channel", "user": "U2", "channel": "C1", "team": "T1"}
        await slack.send_event("T1", event)
        await slack.rename_channel("T1", "C1", "world-news")

        async def renamed() -> bool:
            known = await stage.stores.channels.get(CHANNEL.id)
            return known is not None and known.name == "world-news"

        await stage.until(renamed, "the new name")
    assert (await state_of(stage))[0] is ChannelState.ACTIVE


async def test_a_deleted_channel_keeps_its_rules(stage: Stage) -> None:
    await with_rule(stage)
    async with stage.connected() as slack:
        await slack.delete_channel("T1", "C1")
        await until_state(stage, ChannelState.PAUSED)
    assert len(await stage.stores.subscriptions.of_channel(CHANNEL.id)) == 1


async def test_an_uninstalled_app_pauses_every_channel_of_the_workspace(stage: Stage) -> None:
    await with_rule(stage)
    async with stage.connected() as slack:
        await slack.uninstall("T1")
        assert "install it again" in await until_state(stage, ChannelState.PAUSED)
        assert not stage.handler.health().ok


async def test_what_was_mended_while_we_were_away_is_noticed_on_connecting(stage: Stage) -> None:
    await with_rule(stage)
    await stage.stores.channels.pause(CHANNEL.id, reason="archived", now=NOW)
    async with stage.connected():
        await until_state(stage, ChannelState.ACTIVE)


async def test_what_is_still_broken_stays_paused(stage: Stage) -> None:
    await with_rule(stage)
    stage.slack.add_channel("T1", "C1", name="news", archived=True)
    await stage.stores.channels.pause(CHANNEL.id, reason="archived", now=NOW)
    async with stage.connected() as slack:
        await slack.state.until(lambda: slack.calls("conversations.info") or None)
    assert (await state_of(stage))[0] is ChannelState.PAUSED


async def test_a_lost_connection_comes_back_and_health_says_so(stage: Stage) -> None:
    assert not stage.handler.health().ok
    async with stage.connected() as slack:
        await healthy(stage)
        await slack.disconnect("refresh_requested")
        await slack.wait_connected(opened=2)
        await slack.drop_sockets()
        await slack.wait_connected(opened=3)
        exchange = await slack.send_command("T1", "C1", "U1", "list")
        await slack.wait_answers(exchange.id)
    assert not stage.handler.health().ok
    assert not slack.violations


async def test_connections_that_end_at_once_are_not_opened_in_a_tight_loop(stage: Stage) -> None:
    before = stage.clock.now()
    async with stage.connected() as slack:
        for opened in range(2, 9):
            await slack.disconnect("too_many_websockets")
            await slack.wait_connected(opened=opened)
    assert stage.clock.now() - before >= timedelta(seconds=2 + 4 + 8 + 16)
    assert not slack.violations


async def test_an_owner_who_left_is_passed_over(stage: Stage) -> None:
    await with_rule(stage)
    stage.slack.add_user("T1", "U0", deleted=True)
    await stage.stores.subscriptions.add(CHANNEL.id, Criteria(), actor="U0", now=NOW)
    stage.slack.inject(kind="ratelimited", method="conversations.open", retry_after=20)
    async with stage.connected() as slack:
        await slack.archive_channel("T1", "C1")
        await slack.state.until(
            lambda: slack.direct_messages("T1", "U1") or None, what="the other owner to be told"
        )
    assert not slack.violations


async def test_a_token_in_the_environment_is_no_reason_to_warn(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-T1")
    async with stage.connected():
        pass
    assert [line for line in caplog.messages if "token" in line] == []


async def test_slack_being_away_at_the_start_is_waited_out(stage: Stage) -> None:
    stage.slack.inject(kind="status", method="auth.test", times=3)
    stage.slack.inject(kind="ratelimited", method="apps.connections.open", retry_after=1)
    stage.slack.inject(kind="error", method="apps.connections.open", error="internal_error")
    async with stage.connected():
        await healthy(stage)


async def test_a_refused_bot_token_ends_the_handler_and_says_why(sqlite_stores: SqlStores) -> None:
    async with on_stage(sqlite_stores, bot_token=SecretStr("xoxb-wrong")) as stage:
        async with asyncio.timeout(5):
            await stage.handler.run()
        health = stage.handler.health()
    assert not health.ok
    assert "its token is not valid" in health.what


async def test_a_refused_app_token_ends_the_handler_and_says_why(sqlite_stores: SqlStores) -> None:
    async with on_stage(sqlite_stores, app_token=SecretStr("xapp-wrong")) as stage:
        async with asyncio.timeout(5):
            await stage.handler.run()
        assert stage.handler.health().what == "Slack refuses SLACK_APP_TOKEN: invalid_auth"


async def test_check_names_every_token_scope_and_channel(stage: Stage) -> None:
    await with_rule(stage)
    stage.slack.set_scopes("T1", ["chat:write", "channels:read", "groups:read"])
    stage.slack.add_channel("T1", "C1", name="news", member=False)
    found = {finding.where: finding for finding in await stage.handler.check()}
    assert found["slack bot token"].ok
    assert found["slack app token"].ok
    assert not found["slack scope commands"].ok
    assert found["slack scope channels:history"].ok
    assert "/invite" in found["slack channel news"].what
    assert "slack scope chat:write" not in found


@pytest.mark.parametrize("token", ["bot_token", "app_token"])
async def test_check_says_which_token_is_wrong(sqlite_stores: SqlStores, token: str) -> None:
    async with on_stage(sqlite_stores, **{token: SecretStr("x-wrong")}) as stage:
        found = {finding.where: finding for finding in await stage.handler.check()}
    assert not found[f"slack {token.replace('_', ' ')}"].ok
