"""Socket Mode: `/link` connections, envelopes out, acknowledgements in.

An envelope goes to one connection only, the newest in turn. Events that were not acknowledged when a
connection died are sent again on the next one, as Slack does; commands and clicks are not.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

from aiohttp import WSMsgType, web

from tests.counterparts.slack.limits import ACK_SECONDS, BLOCK_KIT, SOCKETS_MAX
from tests.counterparts.slack.state import JSON, CounterpartError, Exchange, State

TICKET_SECONDS: Final = 30.0


class Link:
    """All open sockets of the one app."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._tickets: dict[str, float] = {}
        self.sockets: list[web.WebSocketResponse] = []
        self.opened = 0
        self.accepting = True
        self.on_answer: Callable[[Exchange, JSON], None] = lambda _exchange, _answer: None

    def open_socket(self) -> str:
        """The address apps.connections.open answers with; good once and for a short time."""
        ticket = f"ticket-{self._state.number()}"
        self._tickets[ticket] = self._state.clock.now()
        base = self._state.base_url.replace("http", "ws", 1)
        return f"{base}/link?ticket={ticket}&app_id={self._state.app_id}"

    async def handle(self, http: web.Request) -> web.StreamResponse:
        issued = self._tickets.pop(http.query.get("ticket", ""), None)
        expired = issued is None or self._state.clock.now() - issued > TICKET_SECONDS
        if expired or not self.accepting:
            return web.Response(status=404)
        socket = web.WebSocketResponse()
        await socket.prepare(http)
        if len(self.sockets) >= SOCKETS_MAX:
            await socket.send_json(_disconnect("too_many_websockets"))
            await socket.close()
            return socket
        self.sockets.append(socket)
        try:
            await self._talk(socket)
        finally:
            if socket in self.sockets:
                self.sockets.remove(socket)
            self._state.touch()
        return socket

    async def _talk(self, socket: web.WebSocketResponse) -> None:
        details = {"host": "counterpart", "approximate_connection_time": 18060}
        await socket.send_json(
            {
                "type": "hello",
                "num_connections": len(self.sockets),
                "debug_info": details,
                "connection_info": {"app_id": self._state.app_id},
            }
        )
        self.opened += 1
        await self._send_waiting_events()
        self._state.touch()
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                self._acknowledge(message.data)
                self._state.touch()

    async def send(self, exchange: Exchange) -> None:
        """Hand an envelope to the bot; an event with nobody listening waits for a connection."""
        self._state.exchanges[exchange.id] = exchange
        if not self.sockets:
            exchange.lost = True
            if exchange.kind == "events_api":
                return
            raise CounterpartError("the bot is not connected: Slack tells the user that it failed")
        await self._transmit(exchange)

    async def disconnect(self, reason: str = "refresh_requested", *, close: bool = False) -> None:
        """Ask every connection to go away; `close` hangs up as well."""
        for socket in list(self.sockets):
            await socket.send_json(_disconnect(reason))
            if close:
                await socket.close()

    async def drop(self, *, accepting: bool = True) -> None:
        """Cut every connection without a word; with `accepting` False nobody gets back in."""
        self.accepting = accepting
        for item in self._state.exchanges.values():
            item.lost = item.lost or item.acked_at is None
        for socket in list(self.sockets):
            transport = socket._req.transport if socket._req else None
            if transport is not None:
                transport.abort()
        self.sockets.clear()
        self._state.touch()

    async def _transmit(self, exchange: Exchange) -> None:
        socket = self.sockets.pop()
        self.sockets.insert(0, socket)
        exchange.lost, exchange.sent_at = False, self._state.clock.now()
        envelope: JSON = {
            "envelope_id": exchange.id,
            "type": exchange.kind,
            "accepts_response_payload": exchange.accepts_payload,
            "payload": exchange.payload,
        }
        if exchange.kind == "events_api":
            reason = "timeout" if exchange.attempts else ""
            envelope.update(retry_attempt=exchange.attempts, retry_reason=reason)
        exchange.attempts += 1
        await socket.send_json(envelope)

    async def _send_waiting_events(self) -> None:
        for exchange in list(self._state.exchanges.values()):
            if exchange.kind == "events_api" and exchange.lost and exchange.acked_at is None:
                await self._transmit(exchange)

    def _acknowledge(self, text: str) -> None:
        try:
            body = json.loads(text)
            exchange = self._state.exchanges[body["envelope_id"]]
        except (ValueError, KeyError, TypeError):
            self._state.violate("ack", "link", f"not an acknowledgement: {text[:200]}")
            return
        if exchange.acked_at is not None:
            self._state.violate("ack", exchange.kind, f"{exchange.id} acknowledged twice")
            return
        exchange.acked_at = self._state.clock.now()
        late = exchange.acked_at - exchange.sent_at
        if late > ACK_SECONDS:
            self._state.violate("ack", exchange.kind, f"{exchange.id} after {late:.1f} s")
        exchange.ack = body.get("payload") or {}
        if exchange.ack and not exchange.accepts_payload:
            self._state.violate("ack", exchange.kind, "a payload where none is accepted")
        self._check_options(exchange)
        if exchange.kind == "slash_commands" and exchange.ack:
            self.on_answer(exchange, exchange.ack)

    def _check_options(self, exchange: Exchange) -> None:
        if exchange.payload.get("type") != "block_suggestion":
            return
        options = (exchange.ack or {}).get("options")
        limit = BLOCK_KIT["select.options.max_items"]
        if not isinstance(options, list) or len(options) > limit:
            self._state.violate(
                "ack", "block_suggestion", f"wants a list of at most {limit} options"
            )


def _disconnect(reason: str) -> JSON:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "counterpart"}}
