"""Typing, pressing and filling in, over a real socket: acknowledged in time, answered in private."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.commands.model import Button, Choice, Line, Reply, Term
from bot.store import SqlStores
from handlers.slack import limits, modal
from tests.counterparts.slack import SlackCounterpart, visible_text
from tests.integration.slack.stage import CHANNEL, Stage, on_stage

PICK = modal.PICK_PREFIX


async def answer_to(slack: SlackCounterpart, text: str) -> dict[str, Any]:
    exchange = await slack.send_command("T1", "C1", "U1", text)
    return (await slack.wait_answers(exchange.id))[0]


async def open_form(slack: SlackCounterpart) -> dict[str, Any]:
    await slack.send_command("T1", "C1", "U1", " Subscribe ")
    return await slack.wait_view("T1")


async def test_a_typed_command_is_answered_to_its_writer_alone(stage: Stage) -> None:
    stage.commands.reply = Reply(title="Two subscriptions", lines=("• s1", "• s2"))
    async with stage.connected() as slack:
        answer = await answer_to(slack, "list")
    assert visible_text(answer) == "Two subscriptions\n• s1\n• s2"
    assert answer["_response_type"] == "ephemeral"
    assert slack.messages("T1", "C1") == []
    ((_, caller, text),) = stage.commands.heard
    assert (text, caller.user_id, caller.channel.id) == ("list", "U1", "slack:T1/C1")
    assert (caller.channel.name, caller.channel.time_zone) == ("news", "Europe/Berlin")
    assert not slack.violations


async def test_slow_work_never_delays_the_acknowledgement(stage: Stage) -> None:
    stage.commands.held = asyncio.Event()
    async with stage.connected() as slack:
        exchange = await slack.send_command("T1", "C1", "U1", "top")
        await slack.wait_ack(exchange.id)
        assert exchange.answers == []
        stage.commands.held.set()
        await slack.wait_answers(exchange.id)
    assert not slack.violations


async def test_a_failure_inside_is_told_to_the_person(stage: Stage) -> None:
    stage.commands.fails = True
    async with stage.connected() as slack:
        assert "That did not work" in visible_text(await answer_to(slack, "list"))
    assert not slack.violations


async def test_commands_are_answered_where_the_bot_is_no_member(stage: Stage) -> None:
    stage.slack.add_channel("T1", "C1", name="news", member=False)
    async with stage.connected() as slack:
        assert "Understood" in visible_text(await answer_to(slack, "subscribe impact>=7"))


async def test_a_spent_response_url_is_replaced_by_an_ephemeral_message(stage: Stage) -> None:
    stage.commands.held = asyncio.Event()
    async with stage.connected() as slack:
        exchange = await slack.send_command("T1", "C1", "U1", "top")
        await slack.wait_ack(exchange.id)
        slack.advance_clock(31 * 60)
        stage.commands.held.set()
        place = slack.state.channel("T1", "C1")
        await slack.state.until(lambda: place["_ephemeral"] or None, what="an ephemeral message")
    assert place["_ephemeral"][0]["_for"] == "U1"
    assert {violation.rule for violation in slack.forget_violations()} == {"response_url"}


async def test_a_shared_reply_is_for_the_whole_channel(stage: Stage) -> None:
    stage.commands.reply = Reply(title="Today's top story", share=True)
    async with stage.connected() as slack:
        await answer_to(slack, "top")
    assert [visible_text(message) for message in slack.messages("T1", "C1")] == [
        "Today's top story"
    ]


async def test_changes_are_announced_in_one_line_where_that_is_wanted(
    sqlite_stores: SqlStores,
) -> None:
    async with on_stage(sqlite_stores, announce_changes=True) as stage:
        stage.commands.reply = Reply(title="Unsubscribed s2.", lines=("Undo brings it back.",))
        async with stage.connected() as slack:
            exchange = await slack.send_command("T1", "C1", "U1", "unsubscribe s2")
            await slack.wait_answers(exchange.id, count=2)
            for line in ("settings", "list", "top 7d"):
                await answer_to(slack, line)
        (public,) = slack.messages("T1", "C1")
        assert visible_text(public).endswith(": Unsubscribed s2.")
        assert not slack.violations


async def test_a_button_says_what_it_is_for_and_answers_its_presser(stage: Stage) -> None:
    stage.commands.reply = Reply(
        title="s2 removed",
        buttons=(
            Button(action="undo", label="Undo", value="s2"),
            Button(action="undo", label="Undo all", value="all"),
            Button(action="", label="Docs", url="https://desk.example/docs"),
        ),
    )
    async with stage.connected() as slack:
        shown = await answer_to(slack, "unsubscribe s2")
        click = await slack.click("T1", "C1", shown["ts"], "tidings:undo:1", user="U2")
        await slack.wait_answers(click.id)
        await slack.click("T1", "C1", shown["ts"], "tidings:open:2", user="U2")
    assert [heard[0] for heard in stage.commands.heard] == ["say", "press"]
    _, caller, pressed = stage.commands.heard[1]
    assert (caller.user_id, caller.channel.native_id, pressed) == ("U2", "C1", ("undo", "all"))
    assert len(slack.ephemerals("T1", "C1")) == 2
    assert not slack.violations


async def test_a_bare_subscribe_opens_the_form(stage: Stage) -> None:
    async with stage.connected() as slack:
        view = await open_form(slack)
    assert stage.commands.heard == []
    assert "Stories for #news" in visible_text(view)
    assert not slack.violations


async def test_where_no_form_opens_the_person_gets_the_words_for_it(stage: Stage) -> None:
    stage.slack.inject(kind="error", method="views.open", error="internal_error")
    async with stage.connected() as slack:
        await answer_to(slack, "sub")
    assert [content for _, _, content in stage.commands.heard] == ["help subscribe"]


async def test_what_is_filled_in_becomes_one_line(stage: Stage) -> None:
    stage.commands.choices = (
        Choice(name="European Union", value="EU"),
        Choice(name="Russia", value="RU"),
    )
    async with stage.connected() as slack:
        view = await open_form(slack)
        for block in ("region", "not_region"):
            await slack.suggest("T1", view["id"], f"{PICK}{block}", "e", user="U1")
        offered = await slack.suggest("T1", view["id"], f"{PICK}entity", "TSMC", user="U1")
        assert offered[-1] == modal.options_of("entity", "TSMC", ())[0]
        values = {
            f"{PICK}region": ["EU"],
            f"{PICK}entity": ["TSMC"],
            f"{PICK}not_region": ["RU"],
            f"{PICK}impact": "7",
            f"{PICK}sentiment": ["negative"],
            f"{PICK}sources": "3",
            f"{PICK}name": "EU chips",
        }
        await slack.submit_view("T1", view["id"], values, user="U1")
        place = slack.state.channel("T1", "C1")
        await slack.state.until(lambda: place["_ephemeral"] or None, what="the answer")
    assert slack.views("T1") == []
    line = next(content for what, _, content in stage.commands.heard if what == "run")
    assert line == Line(
        verb="subscribe",
        terms=(
            Term(key="region", values=("EU",)),
            Term(key="entity", values=("TSMC",)),
            Term(key="region", values=("RU",), negated=True),
            Term(key="sentiment", values=("negative",)),
            Term(key="impact", values=("7",), op=">="),
            Term(key="sources", values=("3",), op=">="),
            Term(key="name", values=("EU chips",)),
        ),
    )
    assert visible_text(place["_ephemeral"][0]) == "Understood"
    assert not slack.violations


async def test_a_refused_form_stays_open_with_the_reason(stage: Stage) -> None:
    async with stage.connected() as slack:
        view = await open_form(slack)
        stage.commands.reply = Reply(ok=False, title="Type /invite @tidings here first.")
        exchange = await slack.submit_view("T1", view["id"], {}, user="U1")
    assert exchange.ack == {
        "response_action": "errors",
        "errors": {"region": "Type /invite @tidings here first."},
    }
    assert len(slack.views("T1")) == 1
    assert not slack.violations


async def test_a_slow_form_closes_in_time_and_is_answered_later(
    stage: Stage, monkeypatch: Any
) -> None:
    monkeypatch.setattr(limits, "SUBMIT_WITHIN", limits.SUBMIT_WITHIN / 100)
    async with stage.connected() as slack:
        view = await open_form(slack)
        stage.commands.held = asyncio.Event()
        await slack.submit_view("T1", view["id"], {}, user="U1")
        assert slack.views("T1") == []
        stage.commands.held.set()
        place = slack.state.channel("T1", "C1")
        await slack.state.until(lambda: place["_ephemeral"] or None, what="the answer")
    assert not slack.violations


async def test_slow_suggestions_offer_nothing_rather_than_late(
    stage: Stage, monkeypatch: Any
) -> None:
    monkeypatch.setattr(limits, "SUGGEST_WITHIN", limits.SUGGEST_WITHIN / 100)
    async with stage.connected() as slack:
        view = await open_form(slack)
        stage.commands.held = asyncio.Event()
        offered = await slack.suggest("T1", view["id"], f"{PICK}region", "ger", user="U1")
    assert offered == []
    assert not slack.violations


async def test_work_under_way_is_finished_before_the_socket_closes(stage: Stage) -> None:
    stage.commands.held = asyncio.Event()
    task = asyncio.create_task(stage.handler.run())
    await stage.slack.wait_connected()
    exchange = await stage.slack.send_command("T1", "C1", "U1", "top")
    await stage.slack.wait_ack(exchange.id)
    task.cancel()
    asyncio.get_running_loop().call_soon(stage.commands.held.set)
    await asyncio.gather(task, return_exceptions=True)
    assert len(exchange.answers) == 1


def test_a_form_never_names_more_than_slack_takes() -> None:
    choices = [Choice(name="n" * 200, value="v" * length) for length in range(140, 160)]
    options = modal.options_of("region", "x", choices * 10)
    assert len(options) <= 100
    assert all(len(item["value"]) <= 150 and len(item["text"]["text"]) <= 75 for item in options)


def test_a_form_remembers_where_it_was_opened() -> None:
    origin = modal.Origin(channel=CHANNEL, response_url="https://slack.example/response")
    view = modal.subscribe_view(origin)
    assert modal.origin_of(view) == origin
