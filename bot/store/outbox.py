"""The outbox: alerts, the deliveries that carry them, and the platforms' receipts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, or_, select

from bot.domain.alert import (
    Alert,
    AlertKind,
    Delivery,
    DeliveryStatus,
    MessageId,
    Receipt,
)
from bot.domain.channel import AccountId, ChannelId, Platform
from bot.domain.story import Story, StoryId
from bot.store import outbox_emptying, outbox_filling
from bot.store.database import Database
from bot.store.outbox_rows import alert_of, load_deliveries
from bot.store.schema import OPEN, alerts, deliveries, receipts


class SqlOutbox:
    """`bot.ports.stores.Outbox`; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(
        self, story: Story, alerts: Sequence[Alert], *, rules_version: int, now: datetime
    ) -> int:
        recording = outbox_filling.Recording(story, alerts, rules_version, now)
        return await self._database.write(
            lambda connection: outbox_filling.record(connection, recording)
        )

    async def fold(self, channel: ChannelId, *, now: datetime) -> bool:
        return await self._database.write(
            lambda connection: outbox_filling.fold(connection, channel, now)
        )

    async def waiting_folds(self, *, now: datetime) -> tuple[ChannelId, ...]:
        return await self._database.read(
            lambda connection: outbox_filling.waiting_folds(connection, now)
        )

    async def last_digest_at(self, channel: ChannelId) -> datetime | None:
        query = select(func.max(deliveries.c.created_at)).where(
            deliveries.c.channel == channel, deliveries.c.kind == AlertKind.DIGEST
        )
        return await self._database.read(lambda connection: connection.execute(query).scalar())

    async def fold_stale(self, *, created_before: datetime, reason: str, now: datetime) -> int:
        return await self._database.write(
            lambda connection: outbox_filling.fold_stale(
                connection, created_before=created_before, reason=reason, now=now
            )
        )

    async def claim(
        self,
        *,
        worker: str,
        platforms: Sequence[Platform],
        limit: int,
        now: datetime,
        lease: timedelta,
        per_account: int | None = None,
        passing_over: Collection[ChannelId | AccountId] = (),
    ) -> tuple[Delivery, ...]:
        wanted = outbox_emptying.Claim(
            worker=worker,
            platforms=platforms,
            limit=limit,
            now=now,
            lease=lease,
            per_account=per_account,
            passing_over=passing_over,
        )
        return await self._database.write(
            lambda connection: outbox_emptying.claim(connection, wanted)
        )

    async def next_due(self, *, platforms: Sequence[Platform]) -> datetime | None:
        return await self._database.read(
            lambda connection: outbox_emptying.next_due(connection, platforms)
        )

    async def sent(
        self,
        delivery: Delivery,
        message_id: MessageId,
        *,
        now: datetime,
        shows: int | None = None,
    ) -> None:
        await self._database.write(
            lambda connection: outbox_emptying.confirm(
                connection, delivery, message_id, shows=shows, now=now
            )
        )

    async def settle(
        self,
        delivery: Delivery,
        status: DeliveryStatus,
        *,
        error: str,
        now: datetime,
        next_at: datetime | None = None,
        ambiguous: bool = False,
        plain: bool = False,
        counts: bool = True,
    ) -> None:
        await self._database.write(
            lambda connection: outbox_emptying.settle(
                connection,
                delivery,
                status,
                error=error,
                next_at=next_at or now,
                ambiguous=ambiguous,
                plain=plain,
                counts=counts,
            )
        )

    async def leave_out(self, delivery: Delivery, story: StoryId, *, reason: str) -> None:
        await self._database.write(
            lambda connection: outbox_emptying.leave_out(connection, delivery, story, reason)
        )

    async def receipt(self, channel: ChannelId, story: StoryId) -> Receipt | None:
        query = select(receipts).where(receipts.c.channel == channel, receipts.c.story == story)
        row = await self._database.read(lambda connection: connection.execute(query).first())
        if row is None:
            return None
        return Receipt(
            channel=ChannelId(row.channel),
            story=StoryId(row.story),
            version=row.version,
            message_id=MessageId(row.message_id),
            posted_at=row.posted_at,
        )

    async def forget_receipt(self, channel: ChannelId, story: StoryId) -> None:
        statement = delete(receipts).where(receipts.c.channel == channel, receipts.c.story == story)
        await self._database.write(lambda connection: connection.execute(statement).rowcount)

    async def told(self, story: StoryId) -> tuple[Alert, ...]:
        """Every alert ever recorded about a story, in order; suppressed ones too."""
        query = select(alerts).where(alerts.c.story == story).order_by(alerts.c.id)
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return tuple(alert_of(row) for row in rows)

    async def sent_since(self, channel: ChannelId, since: datetime) -> int:
        """New cards that a channel got since then or will get: what the hourly cap counts."""
        query = select(func.count()).where(
            deliveries.c.channel == channel,
            deliveries.c.kind == AlertKind.NEW,
            or_(deliveries.c.sent_at >= since, deliveries.c.status.in_((*OPEN, "held"))),
        )
        return await self._database.read(
            lambda connection: int(connection.execute(query).scalar_one())
        )

    async def log(self, channel: ChannelId | None, *, limit: int) -> tuple[Delivery, ...]:
        """Latest deliveries, newest first; of all channels where `channel` is None."""
        query = select(deliveries.c.id).order_by(deliveries.c.id.desc()).limit(limit)
        if channel is not None:
            query = query.where(deliveries.c.channel == channel)

        def read(connection: Connection) -> tuple[Delivery, ...]:
            return load_deliveries(connection, connection.execute(query).scalars().all())

        return await self._database.read(read)

    async def counts(self) -> dict[DeliveryStatus, int]:
        """How many deliveries stand at each status; statuses without any are left out."""
        query = select(deliveries.c.status, func.count().label("many")).group_by(
            deliveries.c.status
        )
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return {DeliveryStatus(row.status): row.many for row in rows}
