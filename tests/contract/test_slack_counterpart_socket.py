"""The counterpart's Socket Mode, driven by slack_bolt: commands, clicks, modals, events, time limits."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.counterparts.slack import CounterpartError, SlackCounterpart, visible_text

ROOT = Path(__file__).resolve().parents[2]
MODAL = {
    "type": "modal",
    "callback_id": "subscribe",
    "title": {"type": "plain_text", "text": "Subscribe"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "region",
            "label": {"type": "plain_text", "text": "Region"},
            "element": {
                "type": "multi_external_select",
                "action_id": "region",
                "min_query_length": 1,
            },
        }
    ],
}


@pytest.fixture
async def slack() -> AsyncIterator[SlackCounterpart]:
    async with SlackCounterpart() as counterpart:
        counterpart.add_workspace("T1")
        counterpart.add_user("T1", "U1")
        counterpart.add_channel("T1", "C1", name="news")
        yield counterpart


def bolt(slack: SlackCounterpart) -> AsyncApp:
    web = AsyncWebClient(token="xoxb-T1", base_url=slack.api_url)
    return AsyncApp(client=web, request_verification_enabled=False)


@asynccontextmanager
async def connected(
    slack: SlackCounterpart, app: AsyncApp
) -> AsyncIterator[AsyncSocketModeHandler]:
    handler = AsyncSocketModeHandler(app, slack.app_token, web_client=app.client, ping_interval=0.2)
    handler.client.web_client = AsyncWebClient(base_url=slack.api_url)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await slack.wait_connected()
    try:
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


async def test_a_command_is_acknowledged_and_answered(slack: SlackCounterpart) -> None:
    app = bolt(slack)

    @app.command("/news")
    async def news(ack: Any, respond: Any, command: Any) -> None:
        await ack()
        await respond(f"you said {command['text']} in {command['channel_name']}")

    async with connected(slack, app):
        exchange = await slack.send_command("T1", "C1", "U1", "list")
        answers = await slack.wait_answers(exchange.id)
        # Bolt sends the acknowledgement a moment after `ack()` returned.
        await slack.wait_ack(exchange.id)
    assert visible_text(answers[0]) == "you said list in news"
    assert slack.ephemerals("T1", "C1")[0]["_for"] == "U1"
    assert exchange.seconds_to_ack is not None
    assert not slack.violations


async def test_an_answer_inside_the_acknowledgement_is_shown_too(slack: SlackCounterpart) -> None:
    app = bolt(slack)

    @app.command("/news")
    async def news(ack: Any) -> None:
        await ack("at once")

    async with connected(slack, app):
        exchange = await slack.send_command("T1", "C1", "U1")
        assert visible_text((await slack.wait_answers(exchange.id))[0]) == "at once"


async def test_a_click_carries_the_message_and_may_replace_it(slack: SlackCounterpart) -> None:
    app = bolt(slack)

    @app.action("why")
    async def why(ack: Any, respond: Any, action: Any) -> None:
        await ack()
        await respond(text=f"because {action['value']}", replace_original=True)

    label = {"type": "plain_text", "text": "Why"}
    element = {"type": "button", "action_id": "why", "value": "s2", "text": label}
    blocks = [{"type": "actions", "elements": [element]}]
    async with connected(slack, app):
        ts = (await app.client.chat_postMessage(channel="C1", text="x", blocks=blocks))["ts"]
        exchange = await slack.click("T1", "C1", ts, "why", user="U1")
        await slack.wait_answers(exchange.id)
        await slack.wait_ack(exchange.id)
        with pytest.raises(CounterpartError, match="nothing to press"):
            await slack.click("T1", "C1", ts, "why", user="U1")
    assert [visible_text(message) for message in slack.messages("T1", "C1")] == ["because s2"]
    assert not slack.violations


async def test_a_modal_opens_suggests_and_submits(slack: SlackCounterpart) -> None:
    app = bolt(slack)
    submitted: list[Any] = []

    @app.command("/news")
    async def news(ack: Any, body: Any, client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.options("region")
    async def region(ack: Any, payload: Any) -> None:
        text = {"type": "plain_text", "text": f"{payload['value']} Union"}
        await ack(options=[{"text": text, "value": "EU"}])

    @app.view("subscribe")
    async def subscribe(ack: Any, view: Any) -> None:
        submitted.append(
            view["state"]["values"]["region"]["region"]["selected_options"][0]["value"]
        )
        await ack()

    async with connected(slack, app):
        await slack.send_command("T1", "C1", "U1", "subscribe")
        view = await slack.wait_view("T1")
        options = await slack.suggest("T1", view["id"], "region", "European", user="U1")
        assert options[0]["text"]["text"] == "European Union"
        with pytest.raises(CounterpartError, match="fill in region"):
            await slack.submit_view("T1", view["id"], {}, user="U1")
        await slack.submit_view("T1", view["id"], {"region": ["EU"]}, user="U1")
    assert submitted == ["EU"]
    assert slack.views("T1") == []
    assert not slack.violations


async def test_trigger_ids_work_once_and_for_three_seconds(slack: SlackCounterpart) -> None:
    app = bolt(slack)
    codes: list[str] = []

    @app.command("/news")
    async def news(ack: Any, body: Any, client: Any) -> None:
        await ack()
        await slack.state.until(
            lambda: all(item.acked_at for item in slack.state.exchanges.values())
        )
        slack.advance_clock(4 if body["text"] == "late" else 0)
        for _ in range(2):
            try:
                await client.views_open(trigger_id=body["trigger_id"], view=MODAL)
            except Exception as error:  # noqa: BLE001 - the code is what the test is about
                codes.append(error.response["error"])  # type: ignore[attr-defined]
        await client.chat_postMessage(channel="C1", text="done")

    async with connected(slack, app):
        await slack.send_command("T1", "C1", "U1", "soon")
        await slack.wait_messages("T1", "C1", 1)
        await slack.send_command("T1", "C1", "U1", "late")
        await slack.wait_messages("T1", "C1", 2)
    assert codes == ["exchanged_trigger_id", "expired_trigger_id", "expired_trigger_id"]
    assert {violation.rule for violation in slack.violations} == {"trigger"}


async def test_silence_and_late_acknowledgements_are_violations(slack: SlackCounterpart) -> None:
    app = bolt(slack)
    slack.freeze_clock()

    @app.command("/news")
    async def news(ack: Any) -> None:
        slack.advance_clock(3.5)
        await ack()

    async with connected(slack, app):
        await slack.wait_ack((await slack.send_command("T1", "C1", "U1")).id)
        await slack.send_command("T1", "C1", "U1", command="/nobody")
        assert len(slack.violations) == 1
        slack.advance_clock(4)
    assert [violation.rule for violation in slack.violations] == ["ack", "ack"]


async def test_response_urls_end_after_five_uses_or_thirty_minutes(slack: SlackCounterpart) -> None:
    app = bolt(slack)

    @app.command("/news")
    async def news(ack: Any) -> None:
        await ack()

    async with connected(slack, app), aiohttp.ClientSession() as session:

        async def answer(url: str) -> int:
            async with session.post(url, json={"text": "x"}) as response:
                return response.status

        url = (await slack.send_command("T1", "C1", "U1")).payload["response_url"]
        assert [await answer(url) for _ in range(6)] == [200] * 5 + [404]
        url = (await slack.send_command("T1", "C1", "U1")).payload["response_url"]
        slack.advance_clock(30 * 60 + 1)
        assert await answer(url) == 404
    assert "response_url" in {violation.rule for violation in slack.violations}


async def test_a_refreshed_or_dropped_connection_comes_back_and_events_are_sent_again(
    slack: SlackCounterpart,
) -> None:
    app = bolt(slack)
    archived: list[str] = []

    @app.event("channel_archive")
    async def archive(event: Any) -> None:
        archived.append(event["channel"])

    async with connected(slack, app):
        await slack.disconnect("refresh_requested")
        await slack.wait_connected(opened=2)
        await slack.drop_sockets()
        event = await slack.archive_channel("T1", "C1")
        assert event.lost
        with pytest.raises(CounterpartError, match="not connected"):
            await slack.send_command("T1", "C1", "U1")
        await slack.wait_connected(opened=3)
        await slack.wait_ack(event.id)
    assert archived == ["C1"]


async def test_the_counterpart_runs_as_a_process_of_its_own() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.counterparts.slack", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        told = json.loads(await process.stdout.readline())
        async with aiohttp.ClientSession() as session:

            async def verb(verb_name: str, *args: Any, **keywords: Any) -> Any:
                body = {"args": list(args), **keywords}
                async with session.post(told["control_url"] + verb_name, json=body) as answer:
                    return (await answer.json())["result"]

            await verb("add_workspace", "T1")
            await verb("add_channel", "T1", "C1", name="news")
            web = AsyncWebClient(token="xoxb-T1", base_url=told["api_url"])
            await web.chat_postMessage(channel="C1", text="hello")
            assert (await verb("seen", "T1", "C1"))[0]["text"] == "hello"
            assert (await verb("violations")) == []
    finally:
        process.terminate()
        await process.wait()
    assert process.returncode == 0
