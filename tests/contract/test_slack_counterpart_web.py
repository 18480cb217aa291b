"""The Slack counterpart answers the real SDK as Slack would, and notices what Slack would not forgive."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.counterparts.slack import SlackCounterpart, read_message, visible_text


@pytest.fixture
async def slack() -> AsyncIterator[SlackCounterpart]:
    async with SlackCounterpart() as counterpart:
        for team in ("T1", "T2"):
            counterpart.add_workspace(team)
            counterpart.add_user(team, "U1")
            counterpart.add_channel(team, "C1", name="news")
        yield counterpart


def client(slack: SlackCounterpart, team: str = "T1", **options: Any) -> AsyncWebClient:
    return AsyncWebClient(token=f"xoxb-{team}", base_url=slack.api_url, **options)


async def refusal(call: Any) -> SlackApiError:
    with pytest.raises(SlackApiError) as caught:
        await call
    return caught.value


def rules(slack: SlackCounterpart) -> set[str]:
    return {violation.rule for violation in slack.violations}


SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Gas cap *agreed*"}}
KEY = {"event_type": "tidings_delivery", "event_payload": {"key": "d1"}}


async def test_a_post_is_found_again_by_its_metadata(slack: SlackCounterpart) -> None:
    web = client(slack)
    posted = await web.chat_postMessage(channel="C1", text="Gas", blocks=[SECTION], metadata=KEY)
    plain = await web.conversations_history(channel="C1")
    full = await web.conversations_history(channel="C1", include_all_metadata=True, oldest="0")
    assert "metadata" not in plain["messages"][0]
    assert full["messages"][0]["metadata"] == KEY
    assert full["messages"][0]["ts"] == posted["ts"]
    assert visible_text(slack.messages("T1", "C1")[0]) == "Gas cap *agreed*"
    assert not slack.violations


async def test_two_workspaces_are_told_apart_by_their_token(slack: SlackCounterpart) -> None:
    await client(slack, "T2").chat_postMessage(channel="C1", text="hello")
    assert (await client(slack, "T1").auth_test())["team_id"] == "T1"
    assert slack.messages("T1", "C1") == []
    assert len(slack.messages("T2", "C1")) == 1


async def test_form_bodies_are_read_like_json_ones(slack: SlackCounterpart) -> None:
    form = {
        "channel": "C1",
        "text": "x",
        "blocks": "[]",
        "metadata": '{"event_type":"t","event_payload":{}}',
    }
    headers = {"Authorization": "Bearer xoxb-T1"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{slack.api_url}chat.postMessage", data=form, headers=headers) as answer,
    ):
        assert (await answer.json())["message"]["metadata"]["event_type"] == "t"


async def test_the_sixth_post_within_a_second_is_told_to_wait(slack: SlackCounterpart) -> None:
    slack.freeze_clock(1_800_000_000)
    web = client(slack)
    for number in range(5):
        await web.chat_postMessage(channel="C1", text=str(number))
    error = await refusal(web.chat_postMessage(channel="C1", text="6"))
    assert (error.response.status_code, error.response["error"]) == (429, "ratelimited")
    assert error.response.headers["Retry-After"] == "1"
    assert not slack.violations
    await refusal(web.chat_postMessage(channel="C1", text="6"))
    assert rules(slack) == {"retry_after"}
    slack.advance_clock(1)
    await web.chat_postMessage(channel="C1", text="6")


async def test_one_full_channel_does_not_hold_up_another(slack: SlackCounterpart) -> None:
    slack.freeze_clock()
    slack.add_channel("T1", "C2")
    web = client(slack)
    for number in range(5):
        await web.chat_postMessage(channel="C1", text=str(number))
    await refusal(web.chat_postMessage(channel="C1", text="6"))
    assert (await web.chat_postMessage(channel="C2", text="1"))["ok"]


async def test_tier_counters_are_per_method_and_minute(slack: SlackCounterpart) -> None:
    slack.freeze_clock()
    web = client(slack)
    for _ in range(20):
        await web.conversations_list()
    error = await refusal(web.conversations_list())
    assert error.response.headers["Retry-After"] == "60"
    assert (await web.conversations_info(channel="C1"))["ok"]
    slack.advance_clock(60)
    assert (await web.conversations_list())["channels"][0]["id"] == "C1"


async def test_a_commercial_app_reads_history_once_a_minute(slack: SlackCounterpart) -> None:
    slack.add_workspace("T3", commercial=True)
    slack.add_channel("T3", "C1")
    web = client(slack, "T3")
    await web.conversations_history(channel="C1")
    assert (await refusal(web.conversations_history(channel="C1"))).response.status_code == 429


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ({"archived": True}, "is_archived"),
        ({"member": False}, "not_in_channel"),
        ({"member": False, "private": True}, "channel_not_found"),
        ({"restricted": True}, "restricted_action"),
    ],
)
async def test_a_channel_the_bot_may_not_use_says_why(
    slack: SlackCounterpart, channel: dict[str, Any], expected: str
) -> None:
    slack.add_channel("T1", "C9", **channel)
    error = await refusal(client(slack).chat_postMessage(channel="C9", text="x"))
    assert error.response["error"] == expected
    assert not slack.violations


async def test_public_posting_scope_replaces_membership(slack: SlackCounterpart) -> None:
    slack.add_channel("T1", "C9", member=False)
    slack.set_scopes("T1", ["chat:write", "chat:write.public"])
    assert (await client(slack).chat_postMessage(channel="C9", text="x"))["ok"]


async def test_joining_needs_its_scope_and_makes_posting_possible(slack: SlackCounterpart) -> None:
    slack.add_channel("T1", "C9", member=False)
    web = client(slack)
    error = await refusal(web.conversations_join(channel="C9"))
    assert (error.response["error"], error.response["needed"]) == ("missing_scope", "channels:join")
    slack.set_scopes("T1", ["chat:write", "channels:join"])
    await web.conversations_join(channel="C9")
    assert (await web.chat_postMessage(channel="C9", text="x"))["ok"]


async def test_history_of_a_private_channel_needs_the_groups_scope(slack: SlackCounterpart) -> None:
    slack.add_channel("T1", "G1", private=True)
    slack.set_scopes("T1", ["chat:write", "channels:history"])
    error = await refusal(client(slack).conversations_history(channel="G1"))
    assert error.response["needed"] == "groups:history"
    assert error.response["provided"] == "channels:history,chat:write"


async def test_a_removed_app_gets_account_inactive(slack: SlackCounterpart) -> None:
    await slack.uninstall("T1")
    error = await refusal(client(slack).chat_postMessage(channel="C1", text="x"))
    assert error.response["error"] == "account_inactive"


@pytest.mark.parametrize(
    ("block", "where"),
    [
        (
            {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}},
            "/blocks/0/text/text",
        ),
        ({"type": "section", "text": {"type": "mrkdwn", "text": ""}}, "/blocks/0/text/text"),
        (
            {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}},
            "/blocks/0/text/text",
        ),
        ({"type": "header", "text": {"type": "mrkdwn", "text": "x"}}, "/blocks/0/text/type"),
        ({"type": "context", "elements": []}, "/blocks/0/elements"),
        ({"type": "card"}, "/blocks/0"),
        ({"type": "divider", "colour": "red"}, "/blocks/0"),
        ({"type": "image", "image_url": "x", "alt_text": "x"}, "/blocks/0/image_url"),
        ({"type": "rich_text", "elements": []}, "/blocks/0/elements"),
    ],
)
async def test_blocks_slack_would_refuse_are_refused_with_the_place(
    slack: SlackCounterpart, block: dict[str, Any], where: str
) -> None:
    error = await refusal(client(slack).chat_postMessage(channel="C1", text="x", blocks=[block]))
    assert error.response["error"] == "invalid_blocks"
    assert f"[json-pointer:{where}]" in error.response["response_metadata"]["messages"][0]
    assert rules(slack) == {"block_kit"}


def button(action: str, value: str = "v") -> dict[str, Any]:
    label = {"type": "plain_text", "text": action}
    return {"type": "button", "action_id": action, "value": value, "text": label}


@pytest.mark.parametrize(
    "elements",
    [
        [button("a"), button("a")],
        [button("a", "x" * 2001)],
        [button(str(number)) for number in range(26)],
        [{**button("a"), "text": {"type": "plain_text", "text": "x" * 76}}],
        [{**button("a"), "url": "javascript:alert(1)"}],
    ],
)
async def test_buttons_out_of_bounds_are_refused(
    slack: SlackCounterpart, elements: list[dict[str, Any]]
) -> None:
    blocks = [{"type": "actions", "elements": elements}]
    error = await refusal(client(slack).chat_postMessage(channel="C1", text="x", blocks=blocks))
    assert error.response["error"] == "invalid_blocks"


async def test_blocks_that_are_too_long_together_are_refused(slack: SlackCounterpart) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}} for _ in range(5)]
    error = await refusal(client(slack).chat_postMessage(channel="C1", text="x", blocks=blocks))
    assert error.response["error"] == "msg_blocks_too_long"


async def test_update_refuses_long_text_and_others_messages(slack: SlackCounterpart) -> None:
    web = client(slack)
    ts = (await web.chat_postMessage(channel="C1", text="x"))["ts"]
    error = await refusal(web.chat_update(channel="C1", ts=ts, text="x" * 4001))
    assert error.response["error"] == "msg_too_long"
    slack.forget_violations()
    await web.chat_update(channel="C1", ts=ts, text="y")
    assert slack.messages("T1", "C1")[0]["text"] == "y"
    error = await refusal(web.chat_update(channel="C1", ts="1.000000", text="y"))
    assert error.response["error"] == "message_not_found"
    assert not slack.violations


async def test_metadata_of_the_wrong_shape_is_refused(slack: SlackCounterpart) -> None:
    web = client(slack)
    for metadata, expected in (
        ({"key": "d1"}, "invalid_metadata_format"),
        ({"event_type": "a b", "event_payload": {}}, "invalid_metadata_schema"),
        ({"event_type": "t", "event_payload": {"key": "x" * 2000}}, "metadata_too_large"),
    ):
        error = await refusal(web.chat_postMessage(channel="C1", text="x", metadata=metadata))
        assert error.response["error"] == expected


async def test_unknown_arguments_and_routes_are_violations_never_a_200(
    slack: SlackCounterpart,
) -> None:
    web = client(slack)
    await web.chat_postMessage(channel="C1", text="x", client_msg_id="1")
    assert rules(slack) == {"argument"}
    slack.forget_violations()
    error = await refusal(web.api_call("chat.shout"))
    assert error.response.status_code == 404
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{slack.state.base_url}/x") as answer,
    ):
        assert (answer.status, (await answer.json())["ok"]) == (404, False)
    assert rules(slack) == {"route"}


async def test_replies_stay_out_of_the_channel_unless_broadcast(slack: SlackCounterpart) -> None:
    web = client(slack)
    ts = (await web.chat_postMessage(channel="C1", text="parent"))["ts"]
    await web.chat_postMessage(channel="C1", text="quiet", thread_ts=ts)
    await web.chat_postMessage(channel="C1", text="loud", thread_ts=ts, reply_broadcast=True)
    top = await web.conversations_history(channel="C1")
    thread = await web.conversations_replies(channel="C1", ts=ts)
    assert [message["text"] for message in top["messages"]] == ["loud", "parent"]
    assert [message["text"] for message in thread["messages"]] == ["parent", "quiet", "loud"]


async def test_history_pages_by_cursor_and_by_time(slack: SlackCounterpart) -> None:
    web = client(slack)
    stamps = [(await web.chat_postMessage(channel="C1", text=str(n)))["ts"] for n in range(3)]
    first = await web.conversations_history(channel="C1", limit=2)
    cursor = first["response_metadata"]["next_cursor"]
    second = await web.conversations_history(channel="C1", limit=2, cursor=cursor)
    newer = await web.conversations_history(channel="C1", oldest=stamps[1])
    assert [m["ts"] for m in [*first["messages"], *second["messages"]]] == stamps[::-1]
    assert [m["ts"] for m in newer["messages"]] == stamps[2:]


async def test_direct_messages_reach_people_who_are_still_there(slack: SlackCounterpart) -> None:
    slack.add_user("T1", "U2", deleted=True)
    web = client(slack)
    opened = await web.conversations_open(users="U1")
    await web.chat_postMessage(channel=opened["channel"]["id"], text="hello")
    assert slack.direct_messages("T1", "U1")[0]["text"] == "hello"
    assert (await refusal(web.conversations_open(users="U2"))).response["error"] == "user_disabled"
    assert (await refusal(web.conversations_open(users="U9"))).response["error"] == "user_not_found"


async def test_the_default_retry_handler_posts_twice_after_a_dropped_connection(
    slack: SlackCounterpart,
) -> None:
    slack.inject(kind="apply_then_drop", method="chat.postMessage")
    answer = await client(slack).chat_postMessage(channel="C1", text="once?")
    assert answer["ok"]
    assert len(slack.messages("T1", "C1")) == 2


async def test_without_retries_a_dropped_answer_is_an_error_and_one_message(
    slack: SlackCounterpart,
) -> None:
    slack.inject(kind="apply_then_drop", method="chat.postMessage")
    with pytest.raises(aiohttp.ClientError):
        await client(slack, retry_handlers=[]).chat_postMessage(channel="C1", text="once")
    assert len(slack.messages("T1", "C1")) == 1
    slack.inject(kind="drop", method="chat.postMessage")
    with pytest.raises(aiohttp.ClientError):
        await client(slack, retry_handlers=[]).chat_postMessage(channel="C1", text="never")
    assert len(slack.messages("T1", "C1")) == 1


async def test_faults_hit_only_the_channel_and_team_they_name(slack: SlackCounterpart) -> None:
    slack.add_channel("T1", "C2")
    slack.inject(kind="error", error="fatal_error", team="T1", channel="C2", times=None)
    assert (await client(slack, "T2").chat_postMessage(channel="C1", text="x"))["ok"]
    error = await refusal(client(slack).chat_postMessage(channel="C2", text="x"))
    assert error.response["error"] == "fatal_error"
    slack.clear_faults()
    assert (await client(slack).chat_postMessage(channel="C2", text="x"))["ok"]


async def test_server_errors_come_before_or_after_the_work(slack: SlackCounterpart) -> None:
    web = client(slack, retry_handlers=[])
    for kind, stored in (("status", 0), ("html", 0), ("status_after", 1)):
        slack.inject(kind=kind, status=503)  # type: ignore[arg-type]
        with pytest.raises(Exception) as caught:
            await web.chat_postMessage(channel="C1", text="x")
        assert not isinstance(caught.value, AssertionError)
        assert len(slack.messages("T1", "C1")) == stored


async def test_an_injected_429_is_watched_until_it_is_over(slack: SlackCounterpart) -> None:
    slack.freeze_clock()
    slack.inject(kind="ratelimited", method="chat.update", retry_after=30)
    web = client(slack)
    ts = (await web.chat_postMessage(channel="C1", text="x"))["ts"]
    error = await refusal(web.chat_update(channel="C1", ts=ts, text="y"))
    assert error.response.headers["Retry-After"] == "30"
    slack.advance_clock(31)
    await web.chat_update(channel="C1", ts=ts, text="y")
    assert not slack.violations


async def test_a_storm_is_the_same_for_the_same_seed(slack: SlackCounterpart) -> None:
    async def outcomes() -> list[str]:
        slack.storm(7, rate=0.5, kinds=["error", "status"], methods=["auth.test"])
        web = client(slack, retry_handlers=[])
        for _ in range(12):
            try:
                await web.auth_test()
            except Exception:  # noqa: BLE001, S112 - whatever the storm did to it
                continue
        return [call.outcome for call in slack.calls("auth.test")][-12:]

    first = await outcomes()
    assert await outcomes() == first
    assert len(set(first)) == 3


def test_a_reader_is_told_of_pings_lies_and_formatting() -> None:
    blocks = [
        {
            "type": "section",
            "text": {
                "type": "mrkdwn",
                "text": "<!channel> <@U1> *bold* &lt;!here&gt; <https://evil.example|bank.example> :fire: www.x.example",
            },
        },
        {
            "type": "context",
            "elements": [{"type": "plain_text", "text": "<!everyone>", "emoji": False}],
        },
    ]
    reading = read_message({"text": "<!here>", "blocks": blocks})
    assert reading.pings == ["!channel", "@U1", "!everyone", "!here"]
    assert reading.lying_links == [("bank.example", "https://evil.example")]
    assert ("bold", "bold") in reading.styled
    assert reading.emoji == [":fire:"]
    assert reading.auto_links == ["www.x.example"]
    assert "<!here>" in reading.lines[0]


def test_rich_text_is_read_literally() -> None:
    parts = [
        {"type": "text", "text": "*not bold* <!channel>"},
        {"type": "link", "url": "https://desk.example/1", "text": "more", "style": {"bold": True}},
    ]
    elements = [{"type": "rich_text_section", "elements": parts}]
    reading = read_message({"text": "x", "blocks": [{"type": "rich_text", "elements": elements}]})
    assert reading.text == "*not bold* <!channel>more"
    assert (reading.pings, reading.styled) == ([], [("bold", "more")])
    assert reading.links == [("more", "https://desk.example/1")]
