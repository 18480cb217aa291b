"""response_url: five answers within thirty minutes, private or in the channel, new or replacing."""

from __future__ import annotations

import json
from typing import Final

from aiohttp import web

from tests.counterparts.slack.blockkit import block_errors, blocks_too_long
from tests.counterparts.slack.limits import RESPONSE_URL_SECONDS, RESPONSE_URL_USES
from tests.counterparts.slack.state import JSON, Exchange, State

KEYS: Final = frozenset(
    [
        "text",
        "blocks",
        "attachments",
        "response_type",
        "replace_original",
        "delete_original",
        "thread_ts",
        "mrkdwn",
        "unfurl_links",
        "unfurl_media",
        "metadata",
    ]
)


class ResponseUrls:
    def __init__(self, state: State) -> None:
        self._state = state

    async def handle(self, http: web.Request) -> web.StreamResponse:
        exchange = self._state.response_urls.get(http.match_info["exchange"])
        if exchange is None:
            self._state.violate("route", http.path, "no such response_url")
            return web.json_response({"ok": False, "error": "invalid_url"}, status=404)
        if error := self._spent(exchange):
            return web.json_response({"ok": False, "error": error}, status=404)
        try:
            answer = json.loads(await http.text())
        except ValueError:
            self._state.violate("response_url", exchange.id, "the body is not JSON")
            return web.json_response({"ok": False, "error": "invalid_payload"}, status=400)
        if error := self._content_error(exchange, answer):
            self._state.violate("response_url", exchange.id, error)
            return web.json_response({"ok": False, "error": error}, status=400)
        exchange.response_uses += 1
        self.show(exchange, answer)
        return web.Response(text="ok")

    def show(self, exchange: Exchange, answer: JSON) -> None:
        """Put an answer where the person sees it."""
        team = self._state.workspace(exchange.team)
        channel_id = exchange.payload.get("channel_id") or exchange.payload["channel"]["id"]
        user = exchange.payload.get("user_id") or exchange.payload["user"]["id"]
        channel = team.channels[channel_id]
        original = exchange.payload.get("_message", "")
        places = (channel["_messages"], channel["_ephemeral"])
        if answer.get("delete_original"):
            for place in places:
                place[:] = [message for message in place if message["ts"] != original]
        elif answer.get("replace_original") and original:
            self._replace(places, original, exchange, answer)
        else:
            message = self._message(exchange, answer, channel_id)
            if answer.get("response_type") == "in_channel":
                channel["_messages"].append(message)
            else:
                channel["_ephemeral"].append({**message, "_for": user})
            exchange.answers.append(message)
        self._state.touch()

    def _replace(
        self, places: tuple[list[JSON], ...], ts: str, exchange: Exchange, answer: JSON
    ) -> None:
        content: JSON = {key: answer[key] for key in ("text", "blocks") if key in answer}
        for message in (message for place in places for message in place if message["ts"] == ts):
            message.pop("blocks", None)
            message.update(self._with_ids(content), edited={"ts": self._state.next_ts()})
            exchange.answers.append(message)

    def _message(self, exchange: Exchange, answer: JSON, channel: str) -> JSON:
        team = self._state.workspace(exchange.team)
        content: JSON = {
            key: answer[key] for key in ("text", "blocks", "thread_ts") if key in answer
        }
        return {
            "type": "message",
            "ts": self._state.next_ts(),
            "user": team.bot_user,
            "bot_id": team.bot_id,
            "_channel": channel,
            "_response_type": answer.get("response_type", "ephemeral"),
            "_posted_with": {key: answer[key] for key in ("mrkdwn",) if key in answer},
            **self._with_ids(content),
        }

    def _with_ids(self, content: JSON) -> JSON:
        if "blocks" not in content:
            return content
        blocks = [{"block_id": f"b{self._state.number()}", **block} for block in content["blocks"]]
        return {**content, "blocks": blocks}

    def _spent(self, exchange: Exchange) -> str | None:
        if exchange.response_uses >= RESPONSE_URL_USES:
            self._state.violate("response_url", exchange.id, "used more than five times")
            return "used_url"
        if self._state.clock.now() - exchange.sent_at > RESPONSE_URL_SECONDS:
            self._state.violate("response_url", exchange.id, "used after thirty minutes")
            return "expired_url"
        return None

    def _content_error(self, exchange: Exchange, answer: JSON) -> str | None:
        for unknown in sorted(set(answer) - KEYS):
            self._state.violate("argument", "response_url", f"no such key: {unknown}")
        if "blocks" in answer and (errors := block_errors(answer["blocks"])):
            return f"invalid_blocks {errors[0]}"
        if blocks_too_long(answer.get("blocks", [])):
            return "msg_blocks_too_long"
        if (
            not answer.get("text")
            and not answer.get("blocks")
            and not answer.get("delete_original")
        ):
            return "no_text"
        return None
