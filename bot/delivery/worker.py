"""Empties the outbox: claims what is due, sends it at each platform's pace, records the end.

One delivery under way per channel, platforms and accounts apart from each other, so that a slow
or broken one delays nobody else. Every end is written down; a crash leaves a lease that runs out.
"""

from __future__ import annotations

import asyncio
import os
import socket
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from uuid import uuid4

import structlog

from bot.delivery.keeper import ChannelKeeper
from bot.delivery.outcomes import settlement
from bot.delivery.pacing import Pacer
from bot.delivery.sending import Confirmed, Ending, Sending
from bot.domain.alert import Delivery, DeliveryStatus
from bot.domain.channel import AccountId, Channel, Platform, channel_from_id
from bot.errors import AccountUnavailable, DeliveryError, StoreError, TransientDeliveryError
from bot.observability import LAG, SENDS
from bot.ports.channels import ChannelAdapter
from bot.ports.clock import Clock
from bot.ports.stores import Stores
from bot.settings import DeliverySettings

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=30)
"""How long a claim holds: after a crash, an attempt under way is looked into that much later."""
SEND_WITHIN = LEASE * 0.8
"""An attempt is given up while the lease still holds, so that no other worker overlaps it."""
PER_PLATFORM, PER_ACCOUNT = 64, 16
"""Deliveries under way at once."""
LONGEST_SLOT = timedelta(seconds=5)
"""A longer wait for the pace goes back to the queue instead of holding the claim."""
REMEMBERED = 1_000
"""Latest deliveries read at the start for their send times; no window holds more."""
IDLE = timedelta(seconds=5)
"""Another process may write to the outbox without waking us."""


class DeliveryWorker:
    def __init__(
        self,
        *,
        stores: Stores,
        clock: Clock,
        adapters: Mapping[Platform, ChannelAdapter],
        keeper: ChannelKeeper,
        settings: DeliverySettings,
        chance: Random | None = None,
        name: str = "",
    ) -> None:
        self._stores, self._clock, self._keeper = stores, clock, keeper
        self._adapters, self._settings = adapters, settings
        self._chance = chance or Random()
        self._name = name or f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"
        self._pacer = Pacer(
            {key: (found.channel_pace, found.account_pace) for key, found in adapters.items()}
        )
        self._under_way: dict[asyncio.Task[None], Channel] = {}
        self._no_looks: dict[AccountId, datetime] = {}
        self._woken = asyncio.Event()
        self._claiming = asyncio.Lock()
        self._stopping = False
        self.stopped_accounts: dict[AccountId, str] = {}
        """Accounts whose token is refused, and why; tried again hourly and at every start."""
        keeper.when_resumed(self.wake)

    def wake(self) -> None:
        """Look at the outbox now: something was written, released or finished."""
        self._woken.set()

    async def run(self) -> None:
        """Deliver until `stop`."""
        await self._remember()
        while not self._stopping:
            self._woken.clear()
            try:
                await self._start_due()
                pause = await self._pause()
            except StoreError as exc:
                log.error("delivery.store", error=str(exc))  # noqa: TRY400 - it explains itself
                pause = IDLE
            await self._wait(pause)

    async def stop(self, *, within: timedelta) -> None:
        """Begin nothing more and wait for what is under way, but no longer than that.

        What is cut off stays claimed: it is looked into once its lease has run out.
        """
        self._stopping = True
        self.wake()
        # A claim on its way to us is waited for: it would begin after we have looked.
        async with self._claiming:
            tasks = tuple(self._under_way)
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=within.total_seconds())
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def run_once(self) -> int:
        """Send what is due now and wait for it; how many attempts that took."""
        tasks = await self._start_due()
        await asyncio.gather(*tasks)
        return len(tasks)

    async def _remember(self) -> None:
        """Take over the send times of the process before: a restart wins no new window."""
        for delivery in reversed(await self._stores.outbox.log(None, limit=REMEMBERED)):
            if delivery.sent_at is not None:
                channel = channel_from_id(delivery.channel)
                if channel.platform in self._adapters:
                    self._pacer.note(channel, delivery.sent_at)

    async def _start_due(self) -> list[asyncio.Task[None]]:
        started = []
        for platform in self._adapters:
            async with self._claiming:
                busy = sum(channel.platform is platform for channel in self._under_way.values())
                if busy < PER_PLATFORM and not self._stopping:
                    started += await self._start_on(platform, PER_PLATFORM - busy)
        return started

    async def _start_on(self, platform: Platform, free: int) -> list[asyncio.Task[None]]:
        now = self._clock.now()
        accounts = Counter(channel.account for channel in self._under_way.values())
        full = {account for account, many in accounts.items() if many >= PER_ACCOUNT}
        claimed = await self._stores.outbox.claim(
            worker=self._name,
            platforms=(platform,),
            limit=free,
            now=now,
            lease=LEASE,
            per_account=PER_ACCOUNT,
            passing_over=tuple(full | self._pacer.waiting(now)),
        )
        return [self._start(delivery) for delivery in claimed]

    def _start(self, delivery: Delivery) -> asyncio.Task[None]:
        channel = channel_from_id(delivery.channel)
        task = asyncio.create_task(self._deliver(delivery, channel))
        self._under_way[task] = channel
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[None]) -> None:
        channel = self._under_way.pop(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("delivery.broken", channel=channel.id, exc_info=error)
        self.wake()

    async def _pause(self) -> timedelta:
        """How long until something falls due by itself."""
        due = await self._stores.outbox.next_due(platforms=tuple(self._adapters))
        now = self._clock.now()
        moments = [now + IDLE]
        # What is due already waits for its channel: for the pace, or for what is under way there.
        if due is not None and due > now:
            moments.append(due)
        ready = self._pacer.next_ready(now)
        if ready is not None:
            moments.append(ready)
        return min(moments) - now

    async def _wait(self, pause: timedelta) -> None:
        woken = asyncio.ensure_future(self._woken.wait())
        rested = asyncio.ensure_future(self._clock.sleep(pause))
        try:
            await asyncio.wait((woken, rested), return_when=asyncio.FIRST_COMPLETED)
        finally:
            woken.cancel()
            rested.cancel()

    async def _deliver(self, delivery: Delivery, channel: Channel) -> None:
        """One attempt, from claim to record."""
        ending: Ending | Exception
        try:
            async with asyncio.timeout(SEND_WITHIN.total_seconds()):
                ending = await self._attempt(delivery, channel)
        except Exception as exc:  # noqa: BLE001 - a job boundary: settled, and logged if unforeseen
            ending = exc
        self._pacer.answered(channel, self._clock.now())
        try:
            if isinstance(ending, Exception):
                await self._not_confirmed(delivery, channel, ending)
            else:
                await self._ended(delivery, channel, ending)
        except StoreError as exc:
            # The claim stays: once its lease has run out, the delivery is looked into.
            log.error("delivery.store", channel=channel.id, error=str(exc))  # noqa: TRY400

    async def _attempt(self, delivery: Delivery, channel: Channel) -> Ending:
        return await Sending(
            delivery=delivery,
            channel=channel,
            adapter=self._adapters[channel.platform],
            stores=self._stores,
            clock=self._clock,
            updates=self._settings.updates,
            slot=lambda: self._slot(channel),
            no_looks=self._no_looks,
        ).run()

    async def _slot(self, channel: Channel) -> None:
        """Wait for the pace of channel and account, and take the place."""
        while (ready := self._pacer.ready_at(channel, self._clock.now())) > self._clock.now():
            pause = ready - self._clock.now()
            if pause > LONGEST_SLOT:
                raise TransientDeliveryError(
                    "waiting for the pace of the platform", retry_after=pause, counts=False
                )
            await self._clock.sleep(pause)
        self._pacer.note(channel, self._clock.now())

    async def _ended(self, delivery: Delivery, channel: Channel, ending: Ending) -> None:
        now = self._clock.now()
        if isinstance(ending, Confirmed):
            await self._stores.outbox.sent(delivery, ending.message_id, now=now, shows=ending.shows)
            self.stopped_accounts.pop(channel.account, None)
            LAG.labels(platform=channel.platform).observe(_seconds_since(delivery, now))
            self._log("sent", delivery, message=ending.message_id)
        else:
            await self._stores.outbox.settle(
                delivery, DeliveryStatus.DROPPED, error=ending.reason, now=now
            )
            self._log("dropped", delivery, why=ending.reason)

    async def _not_confirmed(self, delivery: Delivery, channel: Channel, error: Exception) -> None:
        now = self._clock.now()
        end = settlement(error, delivery, now=now, chance=self._chance)
        paused = end.channel_gone and await self._keeper.hold(channel.id, end.error)
        if end.hold_account:
            self._pacer.hold(channel.account, end.next_at)
        if isinstance(error, AccountUnavailable):
            self.stopped_accounts[channel.account] = end.error
        await self._stores.outbox.settle(
            delivery,
            end.status,
            error=end.error,
            now=now,
            next_at=end.next_at,
            ambiguous=end.ambiguous,
            plain=end.plain,
            counts=end.counts,
        )
        unforeseen = None if isinstance(error, DeliveryError | TimeoutError) else error
        self._log(end.status, delivery, why=end.error, exc_info=unforeseen)
        if paused:
            await self._keeper.tell(channel.id, end.error)

    def _log(self, outcome: str, delivery: Delivery, **more: object) -> None:
        SENDS.labels(platform=channel_from_id(delivery.channel).platform, outcome=outcome).inc()
        tell = log.info if outcome in _EXPECTED else log.warning
        tell(
            f"delivery.{outcome}",
            channel=delivery.channel,
            kind=delivery.kind.value,
            story=delivery.alerts[0].story if delivery.alerts else "",
            attempt=delivery.attempts,
            **more,
        )


_EXPECTED = ("sent", "dropped", "retrying")


def _seconds_since(delivery: Delivery, now: datetime) -> float:
    return (now - (delivery.created_at or now)).total_seconds()
