"""What people do in Slack: type commands, press buttons, fill in modals; and how to await the bot."""

from __future__ import annotations

from typing import Any

from tests.counterparts.slack.blockkit import view_errors
from tests.counterparts.slack.filling import element_value, find_element
from tests.counterparts.slack.setup import Verbs
from tests.counterparts.slack.state import JSON, CounterpartError, Exchange, Trigger, public
from tests.counterparts.slack.views import replace_view, store_view


class Acting(Verbs):
    async def send_command(
        self, team: str, channel: str, user: str, text: str = "", *, command: str = "/news"
    ) -> Exchange:
        """A slash command; Slack delivers it whether or not the bot is in the channel."""
        exchange = self._exchange("slash_commands", team, accepts_payload=True)
        exchange.payload |= {
            "token": "verification",
            "team_id": team,
            "team_domain": self.state.workspace(team).name.lower(),
            "channel_id": channel,
            "channel_name": self.state.channel(team, channel)["name"],
            "user_id": user,
            "user_name": self._user(team, user)["name"],
            "command": command,
            "text": text,
            "api_app_id": self.state.app_id,
            "is_enterprise_install": "false",
            "response_url": self._response_url(exchange),
            "trigger_id": self._trigger(team, user),
        }
        await self.link.send(exchange)
        return exchange

    async def click(
        self,
        team: str,
        channel: str,
        ts: str,
        action_id: str,
        *,
        user: str,
        value: str | None = None,
    ) -> Exchange:
        """Press the button (or pick `value` in the select) of a message that shows it."""
        message = self._shown(team, channel, ts)
        block, element = find_element(message.get("blocks", []), action_id, value)
        exchange = self._interaction(team, user, "block_actions")
        exchange.payload |= {
            "response_url": self._response_url(exchange),
            "trigger_id": self._trigger(team, user),
            "container": {
                "type": "message",
                "message_ts": ts,
                "channel_id": channel,
                "is_ephemeral": "_for" in message,
            },
            "channel": {"id": channel, "name": self.state.channel(team, channel)["name"]},
            "actions": [self._action(block, element, value)],
        }
        if "_for" not in message:
            exchange.payload["message"] = public(message)
        exchange.payload["_message"] = ts
        await self.link.send(exchange)
        return exchange

    async def click_view(
        self, team: str, view_id: str, action_id: str, *, user: str, value: str | None = None
    ) -> Exchange:
        """The same inside a modal or a Home tab."""
        view = self._view(team, view_id)
        block, element = find_element(view["blocks"], action_id, value)
        exchange = self._interaction(team, user, "block_actions")
        exchange.payload |= {
            "trigger_id": self._trigger(team, user),
            "container": {"type": "view", "view_id": view_id},
            "view": public(view),
            "actions": [self._action(block, element, value)],
        }
        await self.link.send(exchange)
        return exchange

    async def suggest(
        self, team: str, view_id: str, action_id: str, query: str, *, user: str
    ) -> list[JSON]:
        """Type into an external select and return the options the bot offers."""
        view = self._view(team, view_id)
        block, _element = find_element(view["blocks"], action_id, None)
        exchange = self._interaction(team, user, "block_suggestion", accepts_payload=True)
        exchange.payload |= {
            "action_id": action_id,
            "block_id": block["block_id"],
            "value": query,
            "view": public(view),
            "container": {"type": "view", "view_id": view_id},
        }
        await self.link.send(exchange)
        ack = (await self.wait_ack(exchange.id)).ack or {}
        offered: list[JSON] = ack.get("options", [])
        view.setdefault("_offered", {}).setdefault(action_id, []).extend(offered)
        return offered

    async def submit_view(
        self, team: str, view_id: str, values: dict[str, Any], *, user: str
    ) -> Exchange:
        """Press the modal's submit button with these values by action_id, and apply the answer."""
        view = self._view(team, view_id)
        view["state"] = {"values": self._filled(view, values)}
        exchange = self._interaction(team, user, "view_submission", accepts_payload=True)
        exchange.payload |= {"view": public(view), "response_urls": []}
        exchange.payload["trigger_id"] = self._trigger(team, user)
        await self.link.send(exchange)
        await self.wait_ack(exchange.id)
        self._apply_submission(team, view, exchange)
        return exchange

    async def send_event(self, team: str, event: JSON) -> Exchange:
        """An Events API event, wrapped the way Slack wraps it."""
        exchange = self._exchange("events_api", team)
        now = self.state.clock.now()
        exchange.payload |= {
            "token": "verification",
            "team_id": team,
            "api_app_id": self.state.app_id,
            "event": {"event_ts": f"{now:.6f}", **event},
            "type": "event_callback",
            "event_id": f"Ev{self.state.number():08d}",
            "event_time": int(now),
            "authorizations": [
                {"team_id": team, "user_id": self.state.workspace(team).bot_user, "is_bot": True}
            ],
        }
        await self.link.send(exchange)
        return exchange

    async def wait_ack(self, exchange_id: str, *, seconds: float = 10.0) -> Exchange:
        """The exchange, once the bot has acknowledged it."""
        exchange = self.state.exchanges[exchange_id]
        await self.state.until(
            lambda: exchange.acked_at is not None, what=f"ack of {exchange.kind}", seconds=seconds
        )
        return exchange

    async def wait_answers(
        self, exchange_id: str, count: int = 1, *, seconds: float = 10.0
    ) -> list[JSON]:
        """What the person got to read in answer, once there are at least `count` of them."""
        exchange = self.state.exchanges[exchange_id]
        return await self.state.until(
            lambda: exchange.answers if len(exchange.answers) >= count else None,
            what=f"{count} answers to {exchange.payload.get('text') or exchange.kind!r}",
            seconds=seconds,
        )

    async def wait_messages(
        self, team: str, channel: str, count: int = 1, *, seconds: float = 10.0
    ) -> list[JSON]:
        """The channel's messages, once there are at least `count`."""
        messages: list[JSON] = self.state.channel(team, channel)["_messages"]
        return await self.state.until(
            lambda: messages if len(messages) >= count else None,
            what=f"{count} messages in {channel}",
            seconds=seconds,
        )

    async def wait_view(self, team: str, *, seconds: float = 10.0) -> JSON:
        """The view opened last in this workspace."""
        views = self.state.workspace(team).views
        return await self.state.until(
            lambda: list(views.values())[-1] if views else None, what="a modal", seconds=seconds
        )

    async def wait_connected(self, *, opened: int = 1, seconds: float = 10.0) -> int:
        """How many sockets are open, once `opened` were opened in all and one is still open."""
        return await self.state.until(
            lambda: len(self.link.sockets) if self.link.opened >= opened else None,
            what="the bot to connect",
            seconds=seconds,
        )

    def _exchange(self, kind: str, team: str, *, accepts_payload: bool = False) -> Exchange:
        return Exchange(
            id=f"envelope-{self.state.number()}",
            kind=kind,
            team=team,
            payload={},
            accepts_payload=accepts_payload,
            sent_at=self.state.clock.now(),
        )

    def _interaction(
        self, team: str, user: str, kind: str, *, accepts_payload: bool = False
    ) -> Exchange:
        exchange = self._exchange("interactive", team, accepts_payload=accepts_payload)
        person = self._user(team, user)
        exchange.payload |= {
            "type": kind,
            "token": "verification",
            "api_app_id": self.state.app_id,
            "team": {"id": team, "domain": self.state.workspace(team).name.lower()},
            "user": {
                "id": user,
                "username": person["name"],
                "name": person["name"],
                "team_id": team,
            },
            "enterprise": None,
            "is_enterprise_install": False,
        }
        return exchange

    def _action(self, block: JSON, element: JSON, value: str | None) -> JSON:
        action = {
            "action_id": element["action_id"],
            "block_id": block["block_id"],
            "type": element["type"],
            "action_ts": self.state.next_ts(),
        }
        if element["type"] == "button":
            return {**action, "text": element["text"], "value": element.get("value", "")}
        return {**action, **element_value(element, value, [])}

    def _filled(self, view: JSON, values: dict[str, Any]) -> JSON:
        filled: JSON = {}
        left = dict(values)
        for block in view["blocks"]:
            if block["type"] != "input":
                continue
            element = block["element"]
            given = left.pop(element["action_id"], None)
            offered = view.get("_offered", {}).get(element["action_id"], [])
            state = element_value(element, given, offered)
            empty = not any(bool(item) for key, item in state.items() if key != "type")
            if empty and not block.get("optional"):
                raise CounterpartError(f"Slack asks the user to fill in {element['action_id']}")
            filled.setdefault(block["block_id"], {})[element["action_id"]] = state
        if left:
            raise CounterpartError(f"the modal has no input called {', '.join(left)}")
        return filled

    def _apply_submission(self, team: str, view: JSON, exchange: Exchange) -> None:
        answer, workspace = exchange.ack or {}, self.state.workspace(team)
        action = answer.get("response_action", "close")
        if action == "errors":
            ids = {block["block_id"] for block in view["blocks"]}
            for unknown in set(answer.get("errors", {})) - ids:
                self.state.violate("view", "view_submission", f"error for no block: {unknown}")
        elif action in ("update", "push"):
            for error in view_errors(answer.get("view")):
                self.state.violate("view", "view_submission", error)
                return
            if action == "update":
                replace_view(self.state, view, answer["view"])
            else:
                store_view(self.state, workspace, answer["view"], view["_user"])
        elif action in ("close", "clear"):
            workspace.views.pop(view["id"], None)
        else:
            self.state.violate("view", "view_submission", f"no such response_action: {action}")

    def _response_url(self, exchange: Exchange) -> str:
        self.state.response_urls[exchange.id] = exchange
        return f"{self.state.base_url}/response/{exchange.team}/{exchange.id}"

    def _trigger(self, team: str, user: str) -> str:
        trigger_id = f"trigger-{self.state.number()}"
        now = self.state.clock.now()
        self.state.triggers[trigger_id] = Trigger(team=team, user=user, issued_at=now)
        return trigger_id

    def _user(self, team: str, user: str) -> JSON:
        try:
            return self.state.workspace(team).users[user]
        except KeyError:
            raise CounterpartError(f"no user {user} in {team}") from None

    def _view(self, team: str, view_id: str) -> JSON:
        try:
            return self.state.workspace(team).views[view_id]
        except KeyError:
            raise CounterpartError(f"no open view {view_id} in {team}") from None

    def _shown(self, team: str, channel: str, ts: str) -> JSON:
        place = self.state.channel(team, channel)
        for message in [*place["_messages"], *place["_ephemeral"]]:
            if message["ts"] == ts:
                found: JSON = message
                return found
        raise CounterpartError(f"no message {ts} in {channel}")
