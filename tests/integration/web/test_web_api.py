from __future__ import annotations

import json

import httpx
import pytest
from blockbuster import BlockBuster

from bot.domain.brief import RollUp, brief_of
from bot.store import SqlStores
from bot.testing import FakeClock, a_story
from handlers.web import limits
from handlers.web.app import WebHandler
from handlers.web.site import HOME
from tests.integration.web.wire import MAIN, an_update, break_table, key

ENCODED = "/api/channels/web%3Alocal%2Fmain"
STORY = a_story(takeaways=("One.", "Two.", "Three."), sources=3)


async def say(client: httpx.AsyncClient, text: str, **more: object) -> httpx.Response:
    return await client.post(f"{MAIN}/commands", json={"text": text}, **more)  # type: ignore[arg-type]


async def test_the_local_channel_is_listed(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/channels")
    assert answer.json() == [{"id": "web:local/main", "name": "main"}]


@pytest.mark.parametrize("at", [MAIN, ENCODED])
async def test_messages_come_in_the_shape_of_the_contract(
    web: WebHandler, client: httpx.AsyncClient, at: str, no_blocking: BlockBuster
) -> None:
    parent = await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    await web.adapter.post(HOME, an_update(), key=key(2), reply_to=parent)
    await web.adapter.post(HOME, RollUp(title="Away", briefs=(brief_of(STORY),)), key=key(3))
    messages = (await client.get(f"{at}/messages")).json()
    assert [(m["story"], m["version"], m["kind"]) for m in messages] == [
        ("gas-cap", 1, "new"),
        ("gas-cap", 2, "update"),
        ("", 0, "digest"),
    ]
    assert set(messages[0]) == {"id", "story", "version", "kind", "text", "posted_at"}
    assert messages[0]["posted_at"] == "2026-03-06T12:00:00Z"
    assert "Verified by 3 sources" in messages[0]["text"]


async def test_a_command_is_answered_and_carried_out(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, no_blocking: BlockBuster
) -> None:
    answer = (await say(client, "/news subscribe region:EU impact>=7")).json()
    assert set(answer) == {"ok", "text", "data"}
    assert answer["ok"] is True
    assert answer["data"]["subscription"]["id"] == "s1"
    assert answer["data"]["subscription"]["impact"] == ">=7"
    assert len(await sqlite_stores.subscriptions.of_channel(HOME.id)) == 1
    listed = (await say(client, "/news list")).json()
    assert [one["id"] for one in listed["data"]["subscriptions"]] == ["s1"]


async def test_a_refused_command_is_not_ok_and_says_why(client: httpx.AsyncClient) -> None:
    answer = await say(client, "/news subscribe region:Atlantis")
    assert answer.status_code == 200
    assert answer.json()["ok"] is False
    assert "Atlantis" in answer.json()["text"]


async def test_a_story_is_muted_by_its_button_and_by_word(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await sqlite_stores.stories.add([STORY], source="desk", now=clock.now())
    for asked in ({"action": "mute", "value": "gas-cap"}, {"action": "unmute", "value": "gas-cap"}):
        answer = (await client.post(f"{MAIN}/actions", json=asked)).json()
        assert answer["ok"], answer["text"]
        muted = await sqlite_stores.mutes.of_channel(HOME.id, now=clock.now())
        assert [mute.story for mute in muted] == ["gas-cap"] * (asked["action"] == "mute")
    answer = (await say(client, "/news mute gas cap 3d")).json()
    assert answer["data"]["muted"] == {"story": "gas-cap", "until": "2026-03-09T12:00:00+00:00"}


async def test_a_posted_card_has_the_button_on_the_page(
    web: WebHandler, client: httpx.AsyncClient
) -> None:
    await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    page = (await client.get("/")).text
    assert 'data-action="mute" data-value="gas-cap"' in page


async def test_the_panel_says_until_when_a_rule_is_paused(
    web: WebHandler, client: httpx.AsyncClient
) -> None:
    await say(client, "/news subscribe region:EU")
    await say(client, "/news pause s1 3d")
    assert "paused until 9 Mar 2026, 12:00 UTC" in (await client.get("/")).text


async def test_the_page_gets_the_answer_as_html_too(client: httpx.AsyncClient) -> None:
    answer = (await client.post(f"{MAIN}/commands?html", json={"text": "/news help"})).json()
    assert answer["html"].startswith('<div class="reply">')


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[1]", "JSON object"),
        (b"{}", "text is missing"),
        (b'{"text": 7}', "text is missing"),
        (b"[" * 10_000, "not JSON"),
        (json.dumps({"text": "x" * (limits.COMMAND_TEXT + 1)}).encode(), "at most 2,000"),
        (json.dumps({"text": "x" * limits.REQUEST_BODY}).encode(), "too long"),
    ],
)
async def test_a_broken_request_is_refused_in_words(
    client: httpx.AsyncClient, body: bytes, words: str
) -> None:
    headers = {"content-type": "application/json"}
    answer = await client.post(f"{MAIN}/commands", content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["ok"] is False
    assert words in answer.json()["text"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_a_page_may_post_json_only_and_a_program_need_not_say_so(
    client: httpx.AsyncClient, kind: str
) -> None:
    words, headers = b'{"text":"/news help"}', {"content-type": kind}
    page = {**headers, "origin": str(client.base_url).rstrip("/")}
    refused = await client.post(f"{MAIN}/commands", content=words, headers=page)
    assert refused.status_code == 415
    assert "application/json" in refused.json()["text"]
    answered = await client.post(f"{MAIN}/commands", content=words, headers=headers)
    assert answered.json()["ok"]


async def test_a_program_says_how_many_messages_it_wants(client: httpx.AsyncClient) -> None:
    assert (await client.get(f"{MAIN}/messages?limit=3")).status_code == 200
    for wrong in ("0", "x", "-1", "10001"):
        answer = await client.get(f"{MAIN}/messages?limit={wrong}")
        assert answer.status_code == 400
        assert wrong in answer.json()["text"]


@pytest.mark.parametrize(
    "path", ["/api/channels/web:local/other", "/api/channels/slack:T1/C1", "/api/channels/x"]
)
async def test_another_channel_is_refused_with_the_known_ones(
    client: httpx.AsyncClient, path: str
) -> None:
    for answer in (
        await client.get(f"{path}/messages"),
        await client.get(f"{path}/events"),
        await client.post(f"{path}/commands", json={"text": "/news help"}),
    ):
        assert answer.status_code == 404
        assert "web:local/main" in answer.json()["text"]


async def test_unknown_addresses_and_methods_are_said(client: httpx.AsyncClient) -> None:
    missing = await client.get("/api/nothing")
    assert (missing.status_code, missing.json()["ok"]) == (404, False)
    wrong = await client.get(f"{MAIN}/commands")
    assert wrong.status_code == 405
    assert "GET" in wrong.json()["text"]
    page = await client.get("/nothing")
    assert page.status_code == 404
    assert "/nothing" in page.text


async def test_whole_lines_are_completed(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"{MAIN}/complete", params={"text": "/news sub"})
    assert {"name", "value"} == set(answer.json()[0])
    assert answer.json()[0]["value"] == "/news subscribe "
    huge = await client.get(f"{MAIN}/complete", params={"text": "x" * 3_000})
    assert huge.json() == []


async def test_buttons_are_answered(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await sqlite_stores.stories.add([STORY], source="hand", now=clock.now())
    pressed = {"action": "why", "value": "gas-cap"}
    answer = (await client.post(f"{MAIN}/actions", json=pressed)).json()
    assert answer["ok"] is True
    assert "gas price cap" in answer["text"]
    odd = (await client.post(f"{MAIN}/actions", json={"action": "launch"})).json()
    assert odd["ok"] is False


async def test_sharing_puts_the_story_into_the_channel(
    client: httpx.AsyncClient, sqlite_stores: SqlStores, clock: FakeClock
) -> None:
    await sqlite_stores.stories.add([STORY], source="hand", now=clock.now())
    answer = await client.post(f"{MAIN}/actions", json={"action": "share", "value": "gas-cap"})
    assert answer.json()["ok"] is True
    messages = (await client.get(f"{MAIN}/messages")).json()
    assert [message["story"] for message in messages] == ["gas-cap"]


async def test_a_broken_database_is_said_and_not_raised(
    client: httpx.AsyncClient, sqlite_stores: SqlStores
) -> None:
    await break_table(sqlite_stores, "channels")
    answer = await client.get("/api/channels")
    assert answer.status_code == 503
    assert "database" in answer.json()["text"]
