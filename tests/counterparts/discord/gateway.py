"""The gateway: HELLO, IDENTIFY with its checks, READY, dispatch by intent and shard, heartbeats,
RESUME with replay, and every way a session can end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import zlib
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from aiohttp import WSMsgType, web

from tests.counterparts.discord import limits, wire
from tests.counterparts.discord.world import Json, World

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT = 0, 1, 2, 3, 4, 6, 7
REQUEST_MEMBERS, INVALID_SESSION, HELLO, ACK = 8, 9, 10, 11
UNKNOWN_OP, DECODE, NOT_AUTHENTICATED, BAD_TOKEN, ALREADY_AUTHENTICATED = (
    4001,
    4002,
    4003,
    4004,
    4005,
)
TOO_FAST, BAD_SHARD, SHARDING_REQUIRED, BAD_INTENTS, DISALLOWED_INTENTS = (
    4008,
    4010,
    4011,
    4013,
    4014,
)


@dataclass(slots=True)
class Session:
    """What survives a connection: intents, shard, and every event for a RESUME to replay."""

    id: str
    intents: int
    shard: tuple[int, int]
    sequence: int = 0
    events: list[Json] = field(default_factory=list)
    connection: Connection | None = None


@dataclass(slots=True)
class Connection:
    socket: web.WebSocketResponse
    transport: asyncio.Transport | None = None
    outbox: asyncio.Queue[Json | int] = field(default_factory=asyncio.Queue)
    session: Session | None = None
    deflate: Any = None
    """One zlib stream for the whole connection, where the client asked for it and gets it."""
    heartbeats: int = 0
    received: deque[datetime] = field(default_factory=deque)


class RefusedError(Exception):
    """The server ends this connection with a close code."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


class Gateway:
    """All sessions of the one bot. `allowed_intents` holds the privileged ones that are switched on."""

    def __init__(self, world: World, address: dict[str, str]) -> None:
        self._world, self._address = world, address
        self.sessions: dict[str, Session] = {}
        self.connections: list[Connection] = []
        self.identifies = 0
        self.refused_identifies = 0
        self.resumes = 0
        self.refuse_connects = 0
        self.acknowledge = True
        self.compresses = False
        self.allowed_intents = 0
        self.identify_seconds: float = limits.IDENTIFY_SECONDS
        self.heartbeat_milliseconds = limits.HEARTBEAT_MILLISECONDS
        self._last_identify: datetime | None = None
        self.ready = asyncio.Event()

    # Server side of one connection.

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if self.refuse_connects:
            self.refuse_connects -= 1
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        connection = Connection(socket, request.transport)
        if self.compresses and request.query.get("compress") == "zlib-stream":
            connection.deflate = zlib.compressobj()
        self.connections.append(connection)
        writer = asyncio.ensure_future(self._write(connection))
        connection.outbox.put_nowait(
            self._op(HELLO, {"heartbeat_interval": self.heartbeat_milliseconds})
        )
        try:
            await self._read(connection)
        except RefusedError as refusal:
            connection.outbox.put_nowait(refusal.code)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(writer), 5)
        finally:
            self._detach(connection)
            writer.cancel()
        return socket

    def _detach(self, connection: Connection) -> None:
        self.connections.remove(connection)
        if connection.session is not None and connection.session.connection is connection:
            connection.session.connection = None
            self.ready.clear()

    async def _write(self, connection: Connection) -> None:
        while True:
            item = await connection.outbox.get()
            if isinstance(item, int):
                await connection.socket.close(code=item)
                return
            with contextlib.suppress(ConnectionError):
                await self._send(connection, json.dumps(item))

    async def _send(self, connection: Connection, text: str) -> None:
        if connection.deflate is None:
            # Plain text frames although a client may ask for zlib-stream: both are allowed.
            await connection.socket.send_str(text)
            return
        packed = connection.deflate.compress(text.encode())
        packed += connection.deflate.flush(zlib.Z_SYNC_FLUSH)
        await connection.socket.send_bytes(packed)

    async def _read(self, connection: Connection) -> None:
        async for frame in connection.socket:
            # JSON may come in a binary frame too: hikari sends it so.
            if frame.type not in {WSMsgType.TEXT, WSMsgType.BINARY}:
                raise RefusedError(DECODE)
            self._count(connection)
            try:
                message = json.loads(frame.data)
                op, data = message["op"], message.get("d")
            except (ValueError, KeyError, TypeError) as problem:
                raise RefusedError(DECODE) from problem
            self._handle(connection, op, data)

    def _count(self, connection: Connection) -> None:
        now = self._world.clock.now()
        connection.received.append(now)
        while now - connection.received[0] > timedelta(minutes=1):
            connection.received.popleft()
        if len(connection.received) > limits.GATEWAY_SENDS_PER_MINUTE:
            raise RefusedError(TOO_FAST)

    def _handle(self, connection: Connection, op: int, data: Any) -> None:
        if op == HEARTBEAT:
            connection.heartbeats += 1
            if self.acknowledge:
                connection.outbox.put_nowait(self._op(ACK, None))
        elif op == IDENTIFY:
            self._identify(connection, data)
        elif op == RESUME:
            self._resume(connection, data)
        elif connection.session is None:
            raise RefusedError(NOT_AUTHENTICATED)
        elif op not in {PRESENCE, VOICE, REQUEST_MEMBERS}:
            raise RefusedError(UNKNOWN_OP)

    def _op(self, op: int, data: Any) -> Json:
        return {"op": op, "d": data, "s": None, "t": None}

    # Identify and resume.

    def _identify(self, connection: Connection, data: Json) -> None:
        if connection.session is not None:
            raise RefusedError(ALREADY_AUTHENTICATED)
        shard = self._checked_shard(data)
        intents = self._checked_intents(data)
        now = self._world.clock.now()
        recent = self._last_identify
        if recent is not None and now - recent < timedelta(seconds=self.identify_seconds):
            self.refused_identifies += 1
            connection.outbox.put_nowait(self._op(INVALID_SESSION, False))
            return
        self._last_identify = now
        self.identifies += 1
        session = Session(
            id=secrets.token_hex(16), intents=intents, shard=shard, connection=connection
        )
        self.sessions[session.id] = session
        connection.session = session
        self._send_ready(session)

    def _checked_shard(self, data: Json) -> tuple[int, int]:
        # Beyond the daily allowance Discord resets the token, so the old one no longer works.
        if data.get("token") != self._world.token or self.identifies >= limits.IDENTIFIES_PER_DAY:
            raise RefusedError(BAD_TOKEN)
        number, count = data.get("shard") or (0, 1)
        if not 0 <= number < count:
            raise RefusedError(BAD_SHARD)
        if len(self._world.guilds) / count > limits.GUILDS_PER_SHARD:
            raise RefusedError(SHARDING_REQUIRED)
        return number, count

    def _checked_intents(self, data: Json) -> int:
        intents = data.get("intents")
        if not isinstance(intents, int) or intents & ~limits.KNOWN_INTENTS:
            raise RefusedError(BAD_INTENTS)
        if intents & limits.PRIVILEGED_INTENTS & ~self.allowed_intents:
            raise RefusedError(DISALLOWED_INTENTS)
        return intents

    def _send_ready(self, session: Session) -> None:
        mine = [
            g
            for g in self._world.guilds.values()
            if g["joined"] and self._on_shard(session, g["id"])
        ]
        ready = {
            "v": 10,
            "user": wire.private_user(self._world.bot),
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in mine],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self._address["gateway"],
            "shard": list(session.shard),
            "application": {"id": self._world.application_id, "flags": 0},
            "private_channels": [],
            "relationships": [],
        }
        self._push(session, "READY", ready)
        if session.intents & limits.GUILDS_INTENT:
            for guild in mine:
                if not guild["unavailable"]:
                    self._push(session, "GUILD_CREATE", wire.guild_create(self._world, guild["id"]))
        self.ready.set()

    def _resume(self, connection: Connection, data: Json) -> None:
        if data.get("token") != self._world.token:
            raise RefusedError(BAD_TOKEN)
        session = self.sessions.get(str(data.get("session_id")))
        if session is None or not 0 <= (data.get("seq") or 0) <= session.sequence:
            connection.outbox.put_nowait(self._op(INVALID_SESSION, False))
            return
        session.connection = connection
        connection.session = session
        self.resumes += 1
        for event in session.events:
            if event["s"] > data["seq"]:
                connection.outbox.put_nowait(event)
        self._push(session, "RESUMED", {})
        self.ready.set()

    # Events out.

    def dispatch(self, event: str, data: Json, guild_id: str | None) -> int:
        """Send an event to every session that asked for it; returns how many that were."""
        intent = limits.INTENT_OF_EVENT.get(event, 0)
        sent = 0
        for session in self.sessions.values():
            if (not intent or session.intents & intent) and self._on_shard(session, guild_id):
                self._push(session, event, data | ({"guild_id": guild_id} if guild_id else {}))
                sent += session.connection is not None
        return sent

    def _on_shard(self, session: Session, guild_id: str | None) -> bool:
        number, count = session.shard
        return (int(guild_id or 0) >> 22) % count == number

    def _push(self, session: Session, event: str, data: Json) -> None:
        session.sequence += 1
        # A copy: the queue must hold the state of this moment, not of the moment it is written.
        frame = json.loads(
            json.dumps({"op": DISPATCH, "t": event, "s": session.sequence, "d": data})
        )
        session.events.append(frame)
        if session.connection is not None:
            session.connection.outbox.put_nowait(frame)

    # What an operator of Discord can do to the bot.

    def ask_reconnect(self) -> None:
        self._everyone(self._op(RECONNECT, None))

    def invalidate(self, *, resumable: bool) -> None:
        if not resumable:
            self.sessions = {}
        self._everyone(self._op(INVALID_SESSION, resumable))

    def request_heartbeat(self) -> None:
        self._everyone(self._op(HEARTBEAT, None))

    def close(self, code: int) -> None:
        """Close every connection with this code; sessions stay resumable."""
        self._everyone(code)

    def drop(self) -> None:
        """Cut the lines without a close frame."""
        for connection in list(self.connections):
            if connection.transport is not None:
                connection.transport.abort()

    def _everyone(self, item: Json | int) -> None:
        for connection in self.connections:
            connection.outbox.put_nowait(item)
