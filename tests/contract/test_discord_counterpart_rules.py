"""The counterpart refuses what Discord refuses, with Discord's codes, over the plain wire."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.counterparts.discord import DiscordCounterpart, Fault, limits


class Wire:
    """A client with no library between it and the counterpart."""

    def __init__(self, place: DiscordCounterpart, session: aiohttp.ClientSession) -> None:
        self.place, self.session = place, session
        self.guild = place.add_guild()["id"]
        self.channel = place.add_channel(self.guild, "alerts")["id"]

    async def call(
        self, method: str, path: str, body: Any = None, *, token: str = ""
    ) -> tuple[int, Any]:
        headers = {"Authorization": f"Bot {token or self.place.token}"}
        url = f"{self.place.api_url}{path}"
        async with self.session.request(method, url, json=body, headers=headers) as response:
            text = await response.text()
            is_json = response.headers.get("Content-Type") == "application/json"
            return response.status, await response.json() if is_json else text

    async def post(self, **body: Any) -> tuple[int, Any]:
        return await self.call("POST", f"/channels/{self.channel}/messages", body)

    async def commands(self, *commands: dict[str, Any]) -> tuple[int, Any]:
        path = f"/applications/{self.place.world.application_id}/commands"
        return await self.call("PUT", path, list(commands))


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    async with DiscordCounterpart() as place, aiohttp.ClientSession() as session:
        place.set_bucket("message-create", 1000, 1)
        place.set_bucket("commands", 1000, 1)
        place.traffic.global_per_second = 1000
        yield Wire(place, session)


def button(**changes: Any) -> dict[str, Any]:
    return {"type": 2, "style": 2, "label": "Why", "custom_id": "why:1"} | changes


def row(*children: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(children)}


def field(name: str = "n", value: str = "v") -> dict[str, Any]:
    return {"name": name, "value": value}


AT_THE_LIMIT: dict[str, dict[str, Any]] = {
    "content": {"content": "x" * 2000},
    "title": {"embeds": [{"title": "x" * 256}]},
    "description": {"embeds": [{"description": "x" * 4096}]},
    "fields": {"embeds": [{"title": "t", "fields": [field()] * 25}]},
    "field name": {"embeds": [{"fields": [field(name="x" * 256)]}]},
    "field value": {"embeds": [{"fields": [field(value="x" * 1024)]}]},
    "footer": {"embeds": [{"footer": {"text": "x" * 2048}}]},
    "author": {"embeds": [{"author": {"name": "x" * 256}}]},
    "embeds": {"embeds": [{"title": "t"}] * 10},
    "sum": {"embeds": [{"description": "x" * 4096}, {"description": "x" * 1904}]},
    "label": {"content": "t", "components": [row(button(label="x" * 80))]},
    "custom_id": {"content": "t", "components": [row(button(custom_id="x" * 100))]},
    "rows": {"content": "t", "components": [row(button(custom_id=str(n))) for n in range(5)]},
    "buttons": {"content": "t", "components": [row(*(button(custom_id=str(n)) for n in range(5)))]},
    "link": {
        "content": "t",
        "components": [row({"type": 2, "style": 5, "label": "Go", "url": "https://a.example/"})],
    },
    "nonce": {"content": "t", "nonce": "x" * 25, "enforce_nonce": True},
}
OVER_THE_LIMIT: dict[str, dict[str, Any]] = {
    "content": {"content": "x" * 2001},
    "title": {"embeds": [{"title": "x" * 257}]},
    "description": {"embeds": [{"description": "x" * 4097}]},
    "fields": {"embeds": [{"title": "t", "fields": [field()] * 26}]},
    "field name": {"embeds": [{"fields": [field(name="x" * 257)]}]},
    "field value": {"embeds": [{"fields": [field(value="x" * 1025)]}]},
    "empty field": {"embeds": [{"fields": [field(value="")]}]},
    "footer": {"embeds": [{"footer": {"text": "x" * 2049}}]},
    "author": {"embeds": [{"author": {"name": "x" * 257}}]},
    "embeds": {"embeds": [{"title": "t"}] * 11},
    "sum": {"embeds": [{"description": "x" * 4096}, {"description": "x" * 1905}]},
    "url": {"embeds": [{"title": "t", "url": "javascript:alert(1)"}]},
    "label": {"content": "t", "components": [row(button(label="x" * 81))]},
    "custom_id": {"content": "t", "components": [row(button(custom_id="x" * 101))]},
    "twice": {"content": "t", "components": [row(button(), button())]},
    "rows": {"content": "t", "components": [row(button(custom_id=str(n))) for n in range(6)]},
    "buttons": {"content": "t", "components": [row(*(button(custom_id=str(n)) for n in range(6)))]},
    "bare button": {"content": "t", "components": [button()]},
    "link": {
        "content": "t",
        "components": [row({"type": 2, "style": 5, "label": "Go", "custom_id": "x"})],
    },
    "long link": {
        "content": "t",
        "components": [row(button(style=5, custom_id=None, url="https://a.example/" + "x" * 512))],
    },
    "nonce": {"content": "t", "nonce": "x" * 26, "enforce_nonce": True},
    "mentions": {"content": "t", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
    "colour": {"embeds": [{"title": "t", "color": 0x1000000}]},
    "timestamp": {"embeds": [{"title": "t", "timestamp": "yesterday"}]},
}


@pytest.mark.parametrize("name", AT_THE_LIMIT)
async def test_a_message_at_the_limit_is_taken(wire: Wire, name: str) -> None:
    status, answer = await wire.post(**AT_THE_LIMIT[name])
    assert status == 200, answer


@pytest.mark.parametrize("name", OVER_THE_LIMIT)
async def test_a_message_over_the_limit_is_an_invalid_form(wire: Wire, name: str) -> None:
    status, answer = await wire.post(**OVER_THE_LIMIT[name])
    assert (status, answer["code"]) == (400, 50035)
    assert "_errors" in str(answer["errors"])
    assert wire.place.messages(wire.channel) == []


async def test_an_empty_message_is_refused(wire: Wire) -> None:
    assert (await wire.post(content="  "))[1]["code"] == 50006


async def test_an_unknown_route_or_field_is_a_violation_and_a_404(wire: Wire) -> None:
    assert (await wire.call("GET", "/nothing/here"))[0] == 404
    assert (await wire.post(content="x", colour="red"))[0] == 404
    assert (await wire.post(embeds=[{"titel": "x"}]))[0] == 404
    assert (await wire.call("GET", "/users/@me?fields=all"))[0] == 404
    assert len(wire.place.violations) == 4
    assert wire.place.messages(wire.channel) == []


async def test_without_the_right_token_nothing_is_answered(wire: Wire) -> None:
    assert (await wire.call("GET", "/users/@me", token="other"))[0] == 401
    assert wire.place.traffic.invalid == 1


async def test_json_answers_have_exactly_the_json_content_type(wire: Wire) -> None:
    url = f"{wire.place.api_url}/users/@me"
    headers = {"Authorization": f"Bot {wire.place.token}"}
    async with wire.session.get(url, headers=headers) as response:
        assert response.headers["Content-Type"] == "application/json"
        assert response.headers["Via"]
        assert response.headers["X-RateLimit-Remaining"] == "49"


async def test_five_posts_in_five_seconds_and_no_more_in_one_channel(wire: Wire) -> None:
    wire.place.set_bucket("message-create", *limits.BUCKETS["message-create"])
    wire.place.clock.set(wire.place.clock.now())
    other = wire.place.add_channel(wire.guild, "other")["id"]
    assert [(await wire.post(content="x"))[0] for _ in range(6)] == [200] * 5 + [429]
    assert (await wire.call("POST", f"/channels/{other}/messages", {"content": "x"}))[0] == 200
    wire.place.advance(seconds=5)
    assert (await wire.post(content="x"))[0] == 200


async def test_fifty_requests_a_second_over_everything(wire: Wire) -> None:
    wire.place.traffic.global_per_second = limits.GLOBAL_PER_SECOND
    wire.place.clock.set(wire.place.clock.now())
    statuses = [(await wire.post(content="x"))[0] for _ in range(51)]
    assert statuses == [200] * 50 + [429]
    assert wire.place.requests[-1]["answer"]["global"] is True


async def test_a_fault_strikes_only_where_it_was_planned(wire: Wire) -> None:
    other = wire.place.add_channel(wire.guild, "other")["id"]
    planned = wire.place.fault("error", channel=other, status=403, code=50001, skip=1, times=2)
    path = f"/channels/{other}/messages"
    statuses = [(await wire.call("POST", path, {"content": "x"}))[0] for _ in range(4)]
    assert statuses == [200, 403, 403, 200]
    assert planned.struck == 2


@pytest.mark.parametrize(("kind", "stored"), [("fail_before", 0), ("fail_after", 1)])
async def test_a_5xx_may_or_may_not_have_taken_effect(wire: Wire, kind: str, stored: int) -> None:
    wire.place.fault(kind, method="POST", status=503)
    assert (await wire.post(content="x"))[0] == 503
    assert len(wire.place.messages(wire.channel)) == stored


@pytest.mark.parametrize(("kind", "stored"), [("drop_before_apply", 0), ("apply_then_drop", 1)])
async def test_a_lost_answer_may_or_may_not_have_taken_effect(
    wire: Wire, kind: str, stored: int
) -> None:
    wire.place.fault(kind, method="POST")
    with pytest.raises(aiohttp.ClientError):
        await wire.post(content="x")
    assert len(wire.place.messages(wire.channel)) == stored


async def test_seeded_faults_repeat_themselves(wire: Wire) -> None:
    async def run() -> list[int]:
        wire.place.faults.seed(7, rate=0.5, kinds=("error", "ratelimit"))
        return [(await wire.post(content="x"))[0] for _ in range(20)]

    first = await run()
    assert await run() == first
    assert {200, 429, 503} <= set(first)


def test_a_fault_of_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="apply_then_drop"):
        Fault(kind="explode")


def command(**changes: Any) -> dict[str, Any]:
    return {"name": "news", "description": "News", "type": 1} | changes


def option(**changes: Any) -> dict[str, Any]:
    return {"type": 3, "name": "region", "description": "Where"} | changes


WRONG_COMMANDS: dict[str, list[dict[str, Any]]] = {
    "no description": [command(description="")],
    "upper case": [command(name="News")],
    "same name": [command(), command()],
    "26 options": [command(options=[option(name=f"o{n}") for n in range(26)])],
    "26 choices": [command(options=[option(choices=[{"name": "a", "value": "a"}] * 26)])],
    "same option": [command(options=[option(), option()])],
    "required last": [command(options=[option(), option(name="x", required=True)])],
    "both": [command(options=[option(autocomplete=True, choices=[{"name": "a", "value": "a"}])])],
    "mixed": [command(options=[option(), {"type": 1, "name": "sub", "description": "d"}])],
    "too large": [
        command(
            options=[
                option(
                    name=f"o{n}",
                    description="x" * 100,
                    choices=[{"name": f"{m}" + "n" * 90, "value": "v" * 90} for m in range(2)],
                )
                for n in range(25)
            ]
        ),
    ],
    "101": [command(name=f"c{n}") for n in range(101)],
}


@pytest.mark.parametrize("name", WRONG_COMMANDS)
async def test_a_wrong_command_is_refused(wire: Wire, name: str) -> None:
    status, answer = await wire.commands(*WRONG_COMMANDS[name])
    assert (status, answer["code"]) == (400, 50035)


async def test_200_new_commands_a_day_and_no_more(wire: Wire) -> None:
    assert (await wire.commands(*(command(name=f"a{n}") for n in range(100))))[0] == 200
    assert (await wire.commands(*(command(name=f"b{n}") for n in range(100))))[0] == 200
    # The same names again are no new commands.
    assert (await wire.commands(*(command(name=f"b{n}") for n in range(100))))[0] == 200
    status, answer = await wire.commands(command(name="one-more"))
    assert (status, answer["code"]) == (400, 30034)


async def test_replies_and_threads_know_what_they_hang_on(wire: Wire) -> None:
    missing = {"message_id": "1"}
    assert (await wire.post(content="x", message_reference=missing))[1]["code"] == 50035
    kept = missing | {"fail_if_not_exists": False}
    assert (await wire.post(content="x", message_reference=kept))[0] == 200
    number = wire.place.messages(wire.channel)[0]["id"]
    path = f"/channels/{wire.channel}/messages/{number}/threads"
    assert (await wire.call("POST", path, {"name": "updates"}))[0] == 201
    assert (await wire.call("POST", path, {"name": "updates"}))[1]["code"] == 160004
    wire.place.set_thread(number, locked=True)
    sent = await wire.call("POST", f"/channels/{number}/messages", {"content": "x"})
    assert sent[1]["code"] == 160005


async def test_gone_channels_messages_and_guilds_have_their_codes(wire: Wire) -> None:
    gone = f"/channels/{wire.channel}/messages/1"
    assert (await wire.call("PATCH", gone, {"content": "x"}))[1]["code"] == 10008
    wire.place.kick(wire.guild)
    assert (await wire.post(content="x"))[1]["code"] == 50001
    wire.place.delete_channel(wire.channel)
    assert (await wire.post(content="x"))[1]["code"] == 10003
