"""Rows of the outbox as the values of `bot.domain.alert`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from bot.domain.alert import (
    Alert,
    AlertKind,
    Delivery,
    DeliveryKey,
    DeliveryStatus,
    MessageId,
    Outcome,
)
from bot.domain.channel import ChannelId
from bot.domain.story import StoryId
from bot.domain.subscription import SubscriptionId
from bot.store.schema import alerts, deliveries, stories
from bot.store.writing import chunks


def load_deliveries(connection: Connection, ids: Sequence[int]) -> tuple[Delivery, ...]:
    """The deliveries with these ids, in this order, with their alerts best story first."""
    rows: dict[int, Row[Any]] = {}
    carried: dict[int, list[Alert]] = defaultdict(list)
    for some in chunks(ids):
        found = connection.execute(select(deliveries).where(deliveries.c.id.in_(some)))
        rows.update((row.id, row) for row in found)
        for row in connection.execute(_alerts_of(some)):
            carried[row.delivery_id].append(alert_of(row))
    return tuple(_delivery(rows[number], carried[number]) for number in ids)


def _alerts_of(ids: Sequence[int]) -> Any:
    latest = (stories.c.id == alerts.c.story) & stories.c.latest.is_(True)
    return (
        select(alerts)
        .outerjoin(stories, latest)
        .where(alerts.c.delivery_id.in_(ids))
        .order_by(stories.c.impact.desc(), stories.c.published_at.desc(), alerts.c.id)
    )


def alert_of(row: Row[Any]) -> Alert:
    """The alert a row keeps."""
    return Alert(
        channel=ChannelId(row.channel),
        story=StoryId(row.story),
        version=row.version,
        kind=AlertKind(row.kind),
        subscriptions=tuple(SubscriptionId(found) for found in row.subscriptions),
        why=tuple(row.why),
        outcome=Outcome(row.outcome),
        reason=row.reason,
        fold_at=row.fold_at,
    )


def _delivery(row: Row[Any], carried: Sequence[Alert]) -> Delivery:
    return Delivery(
        id=row.id,
        key=DeliveryKey(row.key),
        channel=ChannelId(row.channel),
        kind=AlertKind(row.kind),
        alerts=tuple(carried),
        status=DeliveryStatus(row.status),
        attempts=row.attempts,
        next_at=row.next_at,
        first_attempt_at=row.first_attempt_at,
        ambiguous=row.ambiguous,
        plain=row.plain,
        last_error=row.last_error,
        message_id=None if row.message_id is None else MessageId(row.message_id),
        created_at=row.created_at,
        sent_at=row.sent_at,
    )
