"""What a person types or presses on the page, handed to the command service.

Only JSON is taken: a form on another site cannot send that, and its scripts may not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.commands.model import Caller, Reply
from bot.domain.alert import DeliveryKey
from bot.domain.channel import Channel
from handlers.web import limits
from handlers.web.channels import named_channel
from handlers.web.live import Notice, Signal
from handlers.web.refusals import RefusedRequest
from handlers.web.site import Site

PERSON = "web"
"""Everybody at the page is one person: there is one password, or none on this machine."""


class Commands:
    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[Route]:
        at = "/api/channels/{id:path}"
        return [
            Route(f"{at}/commands", self.say, methods=["POST"]),
            Route(f"{at}/actions", self.press, methods=["POST"]),
            Route(f"{at}/complete", self.complete),
        ]

    async def say(self, request: Request) -> Response:
        channel = await named_channel(self._site, request)
        document = await _document(request)
        text = _text(document, "text", limits.COMMAND_TEXT, example="/news help")
        reply = await self._site.commands.say(_caller(channel), text)
        return await self._answer(request, channel, reply)

    async def press(self, request: Request) -> Response:
        channel = await named_channel(self._site, request)
        document = await _document(request)
        action = _text(document, "action", limits.ACTION, example="why")
        value = _text({"value": "", **document}, "value", limits.ACTION_VALUE, example="gas-cap")
        reply = await self._site.commands.press(_caller(channel), action, value)
        return await self._answer(request, channel, reply)

    async def complete(self, request: Request) -> Response:
        channel = await named_channel(self._site, request)
        text = request.query_params.get("text", "")
        if len(text) > limits.COMMAND_TEXT:
            return JSONResponse([])
        choices = await self._site.commands.complete_line(
            _caller(channel), text, limit=limits.COMPLETIONS
        )
        return JSONResponse([{"name": c.name, "value": c.value} for c in choices])

    async def _answer(self, request: Request, channel: Channel, reply: Reply) -> Response:
        if reply.share:
            await self._share(channel, reply)
        self._site.live.tell(channel.id, Notice(Signal.PANEL))
        answer: dict[str, Any] = {"ok": reply.ok, "text": reply.text, "data": reply.data}
        if "html" in request.query_params:
            answer["html"] = self._site.renderer.reply(reply)
        return Response(json.dumps(answer, default=_plain), media_type="application/json")

    async def _share(self, channel: Channel, reply: Reply) -> None:
        """Put the stories of a reply into the channel, for everybody who reads it."""
        for card in reply.cards:
            key = DeliveryKey(f"s{uuid4().hex[:24]}")
            await self._site.adapter.post(channel, card.brief, key=key)


def _caller(channel: Channel) -> Caller:
    return Caller(channel=channel, user_id=PERSON, user_name=PERSON)


async def _document(request: Request) -> Mapping[str, Any]:
    """The JSON object that was sent. Raises RefusedRequest in words for anything else."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    # A form on another site's page can post here without asking first, but never as JSON. Programs
    # name no origin, and need not name the type.
    browser = "origin" in request.headers or "sec-fetch-site" in request.headers
    if browser and kind != "application/json":
        raise RefusedRequest(
            f"Send JSON with content-type application/json, not {kind or 'no type'}.", status=415
        )
    body = await _body(request)
    try:
        document = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise RefusedRequest(f"That is not JSON: {error}.") from error
    if not isinstance(document, dict):
        raise RefusedRequest('Send a JSON object, for example {"text": "/news help"}.')
    return document


async def _body(request: Request) -> bytes:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > limits.REQUEST_BODY:
                raise RefusedRequest(
                    f"That is too long; a request may have {limits.REQUEST_BODY:,} bytes.",
                )
    except ClientDisconnect as error:
        raise RefusedRequest("The connection ended before the request did.") from error
    return body


def _text(document: Mapping[str, Any], key: str, longest: int, *, example: str) -> str:
    value = document.get(key)
    if not isinstance(value, str):
        raise RefusedRequest(
            f'{key} is missing or no text; send for example {{"{key}": "{example}"}}.'
        )
    if len(value) > longest:
        raise RefusedRequest(f"{key} has {len(value):,} characters; at most {longest:,} are taken.")
    return value


def _plain(value: object) -> Any:
    """What JSON does not know by itself: read-only mappings and sets."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
