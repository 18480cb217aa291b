"""REST v10: the pipeline every request runs through, and the routes.

Pipeline: route, ban, token, fault, global limit, bucket, handler, headers, log. An unknown route
or an unknown field is a recorded violation and a 404, never a 200.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.counterparts.discord import errors
from tests.counterparts.discord.faults import Fault, FaultPlan
from tests.counterparts.discord.traffic import Traffic, Verdict
from tests.counterparts.discord.world import Json, World

CLOUDFLARE = "<!DOCTYPE html><html><head><title>Access denied | error 1015</title></head></html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One parsed request: path variables, query and body."""

    world: World
    ids: dict[str, str]
    query: dict[str, str]
    body: Any


Answer = tuple[int, Any]
Handler = Callable[[Call], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    method: str
    template: str
    bucket: str
    handler: Handler
    needs_token: bool = True
    counts_globally: bool = True
    query: tuple[str, ...] = ()

    def match(self, method: str, path: str) -> dict[str, str] | None:
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", self.template)
        found = re.fullmatch(pattern, path) if method == self.method else None
        return found.groupdict() if found else None


class Rest:
    """Serves `/api/v10/...` and keeps a log of every exchange for the specification suite."""

    def __init__(
        self, world: World, routes: tuple[Route, ...], traffic: Traffic, faults: FaultPlan
    ) -> None:
        self.world, self.routes, self.traffic, self.faults = world, routes, traffic, faults
        self.log: list[Json] = []

    async def serve(self, request: web.Request) -> web.StreamResponse:
        path = request.path.removeprefix("/api/v10")
        entry: Json = {"method": request.method, "path": path, "query": dict(request.query)}
        self.log.append(entry)
        if self.traffic.banned:
            return self._finish(entry, self._cloudflare())
        raw = await request.read()
        try:
            route, ids = self._route(request.method, path)
            entry |= {"route": route.template, "ids": ids, "body": self._parse(request, route, raw)}
            self._authorize(request, route)
            response = await self._struck(request, route, entry)
        except errors.ApiError as refusal:
            response = self._json(refusal.status, refusal.body(), {})
            entry["answer"] = refusal.body()
        return self._finish(entry, response)

    def _route(self, method: str, path: str) -> tuple[Route, dict[str, str]]:
        for route in self.routes:
            ids = route.match(method, path)
            if ids is not None:
                return route, ids
        self.world.violate(f"no route {method} {path}")
        raise errors.not_found()

    def _parse(self, request: web.Request, route: Route, raw: bytes) -> Any:
        if unknown := set(request.query) - set(route.query):
            self.world.violate(f"{route.method} {route.template}: unknown query {sorted(unknown)}")
            raise errors.not_found()
        if not raw:
            return None
        if request.content_type != "application/json":
            self.world.violate(f"{route.method} {route.template}: sent as {request.content_type}")
            raise errors.not_found()
        try:
            return json.loads(raw)
        except json.JSONDecodeError as problem:
            raise errors.ApiError(
                400, 50109, "The request body contains invalid JSON."
            ) from problem

    def _authorize(self, request: web.Request, route: Route) -> None:
        if route.needs_token and request.headers.get("Authorization") != f"Bot {self.world.token}":
            raise errors.unauthorized()

    async def _struck(self, request: web.Request, route: Route, entry: Json) -> web.StreamResponse:
        channel = entry["ids"].get("channel_id", "")
        fault = self.faults.next(route.method, route.template, channel)
        if fault is None:
            return self._limited(route, entry)
        entry["fault"] = fault.kind
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        if fault.kind in {"delay", "apply_then_drop", "fail_after"}:
            response = self._limited(route, entry)
            return response if fault.kind == "delay" else self._lost(request, fault, entry)
        return self._lost(request, fault, entry)

    def _lost(self, request: web.Request, fault: Fault, entry: Json) -> web.StreamResponse:
        if fault.kind in {"apply_then_drop", "drop_before_apply"}:
            entry["dropped"] = True
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=500)
        if fault.kind == "cloudflare":
            return self._cloudflare()
        if fault.kind == "ratelimit":
            verdict = Verdict(
                headers={"X-RateLimit-Scope": fault.scope},
                retry_after=fault.retry_after,
                is_global=fault.is_global,
            )
            return self._slow_down(verdict, entry)
        body = {"message": fault.message, "code": fault.code}
        entry["answer"] = body
        status = fault.status if fault.kind == "error" else max(500, fault.status)
        return self._json(status, body, {})

    def _limited(self, route: Route, entry: Json) -> web.StreamResponse:
        over = self.traffic.pass_global() if route.counts_globally else None
        if over is not None:
            return self._slow_down(over, entry)
        resource = entry["ids"].get("channel_id") or entry["ids"].get("token", "")
        # Answers to interactions are in no bucket, so they carry no headers of one.
        no_bucket = Verdict(headers={})
        verdict = self.traffic.pass_bucket(route.bucket, resource) if route.bucket else no_bucket
        if verdict.retry_after:
            return self._slow_down(verdict, entry)
        call = Call(world=self.world, ids=entry["ids"], query=entry["query"], body=entry["body"])
        try:
            status, answer = route.handler(call)
        except errors.ApiError as refusal:
            entry["answer"] = refusal.body()
            return self._json(refusal.status, refusal.body(), verdict.headers)
        entry["answer"] = json.loads(json.dumps(answer))
        return self._json(status, answer, verdict.headers)

    def _slow_down(self, verdict: Verdict, entry: Json) -> web.StreamResponse:
        body = {
            "message": "You are being rate limited.",
            "code": 0,
            "retry_after": round(verdict.retry_after, 3),
            "global": verdict.is_global,
        }
        entry["answer"] = body
        entry["scope"] = verdict.headers.get("X-RateLimit-Scope")
        retry = {"Retry-After": str(max(1, round(verdict.retry_after)))}
        return self._json(429, body, verdict.headers | retry)

    def _cloudflare(self) -> web.StreamResponse:
        headers = {"Content-Type": "text/html; charset=UTF-8", "Retry-After": "600"}
        return web.Response(status=429, body=CLOUDFLARE.encode(), headers=headers)

    def _json(self, status: int, body: Any, headers: dict[str, str]) -> web.StreamResponse:
        # Exactly this content type: with a charset suffix discord.py takes the body for text.
        wire = headers | {"Via": "1.1 google"}
        if status == 204:
            return web.Response(status=status, headers=wire)
        wire["Content-Type"] = "application/json"
        return web.Response(status=status, body=json.dumps(body).encode(), headers=wire)

    def _finish(self, entry: Json, response: web.StreamResponse) -> web.StreamResponse:
        entry["status"] = response.status
        self.traffic.count_invalid(response.status, shared=entry.get("scope") == "shared")
        return response
