"""`/_control/VERB`: the counterpart's verbs over HTTP, for tests whose bot is another process.

POST a JSON object of arguments; the answer is `{"result": ...}` or 400 `{"error": ...}`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.counterparts.discord import rendering
from tests.counterparts.discord.errors import ApiError, PersonError

if TYPE_CHECKING:
    from tests.counterparts.discord.server import DiscordCounterpart

Verb = Callable[..., Any]


def verbs(place: DiscordCounterpart) -> dict[str, Verb]:
    """Every verb by name; arguments are those of the method it stands for."""
    gateway, people = place.gateway, place.people
    own = (
        place.add_guild,
        place.add_role,
        place.add_channel,
        place.add_member,
        place.set_overwrite,
        place.allow,
        place.delete_channel,
        place.rename_channel,
        place.set_thread,
        place.kick,
        place.invite,
        place.outage,
        place.close_dms,
        place.say,
        place.delete_message,
        place.advance,
        place.set_bucket,
        people.slash,
        people.autocomplete,
        people.click,
        people.select,
        people.submit,
        people.outcome,
        gateway.ask_reconnect,
        gateway.invalidate,
        gateway.request_heartbeat,
        gateway.close,
        gateway.drop,
    )
    return {verb.__name__: verb for verb in own} | _views(place)


def _views(place: DiscordCounterpart) -> dict[str, Verb]:
    def messages(channel_id: str, reader: str | None = None) -> list[Any]:
        """Each message with what a reader sees of it and whom it pings."""
        return [_seen(place, m) for m in place.messages(channel_id, reader=reader)]

    def direct_messages(user_id: str) -> list[Any]:
        return [_seen(place, m) for m in place.direct_messages(user_id)]

    def state() -> dict[str, Any]:
        return {
            "connected": bool(place.gateway.connections),
            "ready": place.gateway.ready.is_set(),
            "identifies": place.gateway.identifies,
            "resumes": place.gateway.resumes,
            "invalid_requests": place.traffic.invalid,
            "violations": place.violations,
            "requests": len(place.requests),
            "commands": place.world.commands,
        }

    def requests(after: int = 0) -> list[Any]:
        return place.requests[after:]

    def forbid(channel_id: str, permissions: list[str] | None = None) -> None:
        place.forbid(channel_id, *(permissions or ()))

    def fault(kind: str, **details: Any) -> int:
        place.fault(kind, **details)
        return len(place.faults.scripted)

    def seed_faults(seed: int, rate: float, kinds: list[str], route: str = "") -> None:
        place.faults.seed(seed, rate=rate, kinds=tuple(kinds), route=route)

    def set_clock(at: str) -> None:
        place.clock.set(datetime.fromisoformat(at))

    def refuse_connects(times: int = 1) -> None:
        place.gateway.refuse_connects = times

    def set_identify_seconds(seconds: float) -> None:
        place.gateway.identify_seconds = seconds

    named = (messages, direct_messages, state, requests, forbid, fault, seed_faults, set_clock)
    more = (refuse_connects, set_identify_seconds)
    return {verb.__name__: verb for verb in named + more} | {"clear_faults": place.faults.clear}


def _seen(place: DiscordCounterpart, message: dict[str, Any]) -> dict[str, Any]:
    return message | {
        "_text": rendering.visible_text(message),
        "_links": rendering.links(message),
        "_pings": place.pings(message),
    }


def add_control(app: web.Application, place: DiscordCounterpart) -> None:
    table = verbs(place)

    async def control(request: web.Request) -> web.Response:
        verb = table.get(request.match_info["verb"])
        if verb is None:
            words = f"no verb {request.match_info['verb']!r}; there are {', '.join(sorted(table))}"
            return web.json_response({"error": words}, status=404)
        try:
            result = verb(**(await request.json() if request.can_read_body else {}))
            if isinstance(result, Awaitable):
                result = await result
        except (PersonError, ApiError, TypeError, ValueError, KeyError) as problem:
            words = f"{type(problem).__name__}: {problem}"
            return web.json_response({"error": words}, status=400)
        return web.json_response({"result": result})

    app.router.add_post("/_control/{verb}", control)
