"""What puts messages into the outbox: recorded alerts and digests.

An alert and its delivery are written in the transaction that marks the story matched, so that a
crash leaves either all of it or none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from bot.domain.alert import Alert, AlertKind, DeliveryKey, Outcome, delivery_key
from bot.domain.channel import Channel, ChannelId, ChannelState, channel_from_id
from bot.domain.story import Story, StoryId
from bot.store.channels import find_channel, find_channels, make_id_known
from bot.store.schema import alerts, channels, deliveries
from bot.store.stories import is_matched, matched_before
from bot.store.writing import chunks, insert

# Every row names the story of a digest like this; its version is the number of its last alert.
_DIGEST = StoryId("digest")
_WAITING = (alerts.c.outcome == Outcome.FOLD, alerts.c.delivery_id.is_(None))


@dataclass(frozen=True, slots=True)
class Recording:
    """One call of `Outbox.record`."""

    story: Story
    alerts: Sequence[Alert]
    rules_version: int
    now: datetime


def record(connection: Connection, recording: Recording) -> int:
    """Write alerts and deliveries and mark the story matched; 0 when it was already."""
    if is_matched(connection, recording.story):
        return 0
    known = _channels_of(connection, recording)
    sent = [alert for alert in recording.alerts if alert.outcome is Outcome.SEND]
    numbers: dict[str, int] = {}
    for some in chunks(sent):
        rows = [
            _delivery_row(known[alert.channel], _key(alert), alert.kind, recording.now)
            for alert in some
        ]
        numbers |= _insert_deliveries(connection, rows)
    for some in chunks(recording.alerts):
        rows = [_alert_row(alert, numbers.get(_key(alert)), recording.now) for alert in some]
        connection.execute(insert(connection, alerts).on_conflict_do_nothing(), rows)
    matched_before(connection, recording.story, recording.rules_version, recording.now)
    return len(numbers)


def fold(connection: Connection, channel: ChannelId, now: datetime) -> bool:
    """Put the channel's due folded alerts into one digest; False when none waits."""
    # Two workers may come at once: the second waits for the channel and finds nothing left.
    connection.execute(select(channels.c.id).where(channels.c.id == channel).with_for_update())
    due = select(alerts.c.id).where(alerts.c.channel == channel, *_WAITING, alerts.c.fold_at <= now)
    waiting = connection.execute(due).scalars().all()
    known = find_channel(connection, channel)
    if not waiting or known is None:
        return False
    key = delivery_key(channel, _DIGEST, max(waiting), AlertKind.DIGEST)
    row = _delivery_row(known, key, AlertKind.DIGEST, now)
    number = _insert_deliveries(connection, [row])[key]
    for some in chunks(waiting):
        connection.execute(update(alerts).where(alerts.c.id.in_(some)).values(delivery_id=number))
    return True


def waiting_folds(connection: Connection, now: datetime) -> tuple[ChannelId, ...]:
    """Active channels with folded alerts that are due."""
    query = (
        select(alerts.c.channel)
        .join(channels, channels.c.id == alerts.c.channel)
        .where(*_WAITING, alerts.c.fold_at <= now, channels.c.state == ChannelState.ACTIVE)
        .group_by(alerts.c.channel)
        .order_by(func.min(alerts.c.id))
    )
    return tuple(ChannelId(found) for found in connection.execute(query).scalars())


def fold_stale(
    connection: Connection, *, created_before: datetime, reason: str, now: datetime
) -> int:
    """Turn new alerts that waited since before then, never tried, into folded ones."""
    query = (
        select(deliveries.c.id)
        .join(channels, channels.c.id == deliveries.c.channel)
        .where(
            deliveries.c.status == "pending",
            deliveries.c.kind == AlertKind.NEW,
            deliveries.c.attempts == 0,
            deliveries.c.created_at < created_before,
            channels.c.state == ChannelState.ACTIVE,
        )
        .with_for_update(of=deliveries, skip_locked=True)
    )
    stale = connection.execute(query).scalars().all()
    for some in chunks(stale):
        connection.execute(
            update(alerts)
            .where(alerts.c.delivery_id.in_(some))
            .values(outcome=Outcome.FOLD, reason=reason, fold_at=now, delivery_id=None)
        )
        connection.execute(delete(deliveries).where(deliveries.c.id.in_(some)))
    return len(stale)


def _key(alert: Alert) -> DeliveryKey:
    return delivery_key(alert.channel, alert.story, alert.version, alert.kind)


def _channels_of(connection: Connection, recording: Recording) -> Mapping[ChannelId, Channel]:
    wanted = sorted({alert.channel for alert in recording.alerts})
    found = find_channels(connection, wanted)
    for channel in wanted:
        if channel not in found:
            make_id_known(connection, channel, recording.now)
            found[channel] = channel_from_id(channel)
    return found


def _delivery_row(
    channel: Channel, key: DeliveryKey, kind: AlertKind, now: datetime
) -> dict[str, Any]:
    paused = channel.state is ChannelState.PAUSED
    return {
        "key": key,
        "channel": channel.id,
        "account": channel.account,
        "platform": channel.platform,
        "kind": kind,
        "status": "held" if paused else "pending",
        "attempts": 0,
        "next_at": now,
        "worker": "",
        "ambiguous": False,
        "plain": False,
        "last_error": channel.paused_reason if paused else "",
        "created_at": now,
    }


def _insert_deliveries(connection: Connection, rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    """The number of each new delivery by its key; one that exists already is left out."""
    statement = insert(connection, deliveries).on_conflict_do_nothing()
    returned = statement.returning(deliveries.c.key, deliveries.c.id)
    written = connection.execute(returned, list(rows))
    return {row.key: row.id for row in written}


def _alert_row(alert: Alert, delivery: int | None, now: datetime) -> dict[str, Any]:
    folded = alert.outcome is Outcome.FOLD
    return {
        "channel": alert.channel,
        "story": alert.story,
        "version": alert.version,
        "kind": alert.kind,
        "subscriptions": list(alert.subscriptions),
        "why": list(alert.why),
        "outcome": alert.outcome,
        "reason": alert.reason,
        "fold_at": (alert.fold_at or now) if folded else None,
        "delivery_id": delivery,
        "created_at": now,
    }
