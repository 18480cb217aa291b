"""One Web API call for a delivery: never earlier than Slack asked, its failure translated.

Slack limits each method apart from the others, per workspace; so does the memory kept here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from bot.domain.channel import Channel
from bot.errors import TransientDeliveryError
from bot.ports.clock import Clock
from handlers.slack.failures import FAILED_CALLS, RATE_LIMITED, failure
from handlers.slack.workspaces import Workspaces

POST: Final = "chat.postMessage"


class Calls:
    def __init__(self, workspaces: Workspaces, clock: Clock) -> None:
        self._workspaces, self._clock = workspaces, clock
        self._held: dict[tuple[str, str], datetime] = {}

    async def __call__(self, channel: Channel, method: str, /, **arguments: Any) -> Any:
        """The answer of `method` for something in `channel`. Raises DeliveryError only."""
        self._respect_hold(channel.workspace, method)
        client = await self._workspaces.client(channel.workspace)
        try:
            return await getattr(client, method.replace(".", "_"))(**arguments)
        except FAILED_CALLS as error:
            told = failure(error, channel)
            if isinstance(told, TransientDeliveryError) and told.code in RATE_LIMITED:
                self._hold(channel.workspace, method, told)
            raise told from error

    def _respect_hold(self, team: str, method: str) -> None:
        until = self._held.get((team, method))
        if until is None or (left := until - self._clock.now()).total_seconds() <= 0:
            return
        raise TransientDeliveryError(
            f"Slack asked to wait with {method} until {until:%H:%M:%S} UTC",
            code="ratelimited",
            retry_after=left,
            whole_account=method == POST,
            counts=False,
        )

    def _hold(self, team: str, method: str, told: TransientDeliveryError) -> None:
        # A full history or update limit is no reason to stop posting.
        told.whole_account = method == POST
        if told.retry_after is not None:
            self._held[team, method] = self._clock.now() + told.retry_after
