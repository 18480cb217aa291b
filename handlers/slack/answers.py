"""Getting an answer to the person who asked: through response_url, else by an ephemeral message.

Slack gives a response_url five uses in thirty minutes and takes it even where the bot is no member.
"""

from __future__ import annotations

import structlog
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.commands.model import Caller, Reply
from bot.errors import DeliveryError
from handlers.slack.failures import FAILED_CALLS, code_of
from handlers.slack.replies import reply_payload
from handlers.slack.workspaces import Workspaces

log = structlog.get_logger(__name__)
CALL_SECONDS = 10


class Answers:
    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    async def send(self, reply: Reply, caller: Caller, response_url: str) -> None:
        """Show the reply to the caller, or to the channel where it is to be shared."""
        payload = reply_payload(reply)
        kind = "in_channel" if reply.share else "ephemeral"
        body = {**payload.arguments(), "response_type": kind, "replace_original": False}
        # Without retries: a repeated public answer would stand in the channel twice.
        webhook = AsyncWebhookClient(response_url, timeout=CALL_SECONDS, retry_handlers=[])
        try:
            answer = await webhook.send_dict(body)
        except FAILED_CALLS as error:
            why = code_of(error)
        else:
            if answer.status_code == 200:
                return
            why = f"HTTP {answer.status_code} {answer.body[:100]}"
        log.warning("slack.response_url_failed", channel=caller.channel.id, why=why)
        if not reply.share:
            await self._fall_back(caller, payload.arguments())

    async def _fall_back(self, caller: Caller, content: dict[str, object]) -> None:
        channel = caller.channel
        try:
            client = await self._workspaces.client(channel.workspace)
            await client.api_call(
                "chat.postEphemeral",
                json={"channel": channel.native_id, "user": caller.user_id, **content},
            )
        except (*FAILED_CALLS, DeliveryError) as error:
            log.warning("slack.answer_lost", channel=channel.id, why=str(error))
