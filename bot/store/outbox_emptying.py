"""What takes messages out of the outbox: claims, confirmations and everything short of them.

The oldest open delivery of a channel is its head, and only heads are claimed: that keeps the
order within a channel and at most one message under way.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    update,
)

from bot.domain.alert import AlertKind, Delivery, DeliveryStatus, MessageId, Outcome
from bot.domain.channel import AccountId, ChannelId, ChannelState, Platform
from bot.domain.story import StoryId
from bot.store.outbox_rows import load_deliveries
from bot.store.schema import OPEN, alerts, channels, deliveries, receipts
from bot.store.writing import insert_for

_d = deliveries.c
_CONFIRMED = (
    update(deliveries)
    .where(_d.id == bindparam("delivery"), _d.status != DeliveryStatus.SENT)
    .values(
        status=DeliveryStatus.SENT,
        message_id=bindparam("message_id"),
        sent_at=bindparam("sent_at"),
        lease_until=None,
        ambiguous=False,
        last_error="",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One call of `Outbox.claim`."""

    worker: str
    platforms: Sequence[Platform]
    limit: int
    now: datetime
    lease: timedelta
    per_account: int | None
    passing_over: Collection[ChannelId | AccountId]


def claim(connection: Connection, wanted: Claim) -> tuple[Delivery, ...]:
    """Take due heads: count the attempt, set the lease, say which are ambiguous."""
    due = _due(wanted.now)
    # The condition is repeated outside so that PostgreSQL checks it again on the row it locks.
    query = (
        select(_d.id)
        .where(_d.id.in_(_candidates(wanted, due)), due)
        .order_by(_d.id)
        .limit(wanted.limit)
        .with_for_update(skip_locked=True)
    )
    ids = connection.execute(query).scalars().all()
    if not ids:
        return ()
    connection.execute(
        update(deliveries)
        .where(_d.id.in_(ids))
        .values(
            # A claim that nobody settled: its message may stand in the channel.
            ambiguous=case((_d.status == DeliveryStatus.CLAIMED, True), else_=_d.ambiguous),
            status=DeliveryStatus.CLAIMED,
            attempts=_d.attempts + 1,
            worker=wanted.worker,
            lease_until=wanted.now + wanted.lease,
            first_attempt_at=func.coalesce(_d.first_attempt_at, wanted.now),
        )
    )
    return load_deliveries(connection, ids)


def next_due(connection: Connection, platforms: Sequence[Platform]) -> datetime | None:
    """When the next head falls due; past where one is due already, None where there is none."""
    moment = case((_d.status == DeliveryStatus.CLAIMED, _d.lease_until), else_=_d.next_at)
    query = (
        select(moment.label("moment"))
        .join(channels, channels.c.id == _d.channel)
        .where(_d.id.in_(_heads()), _d.platform.in_(platforms), _active())
        .order_by("moment")
        .limit(1)
    )
    found: datetime | None = connection.execute(query).scalar()
    return found


def confirm(
    connection: Connection,
    delivery: Delivery,
    message_id: MessageId,
    *,
    shows: int | None,
    now: datetime,
) -> None:
    """Mark it sent and bring the channel's receipt for the story up to date."""
    values = {"delivery": delivery.id, "message_id": message_id, "sent_at": now}
    connection.execute(_CONFIRMED, values)
    if delivery.kind is AlertKind.NEW:
        _write_receipt(connection, delivery, message_id, shows, now)
    elif shows is not None:
        about = delivery.alerts[0]
        connection.execute(
            update(receipts)
            .where(receipts.c.channel == about.channel, receipts.c.story == about.story)
            .values(version=shows)
        )


def settle(
    connection: Connection,
    delivery: Delivery,
    status: DeliveryStatus,
    *,
    error: str,
    next_at: datetime,
    ambiguous: bool,
    plain: bool,
    counts: bool,
) -> None:
    """Record an end without confirmation; only for the claim that `delivery` came from."""
    if status is DeliveryStatus.HELD and not _is_paused(connection, delivery.channel):
        # It came back while we were being refused; holding it now would be for ever.
        status = DeliveryStatus.RETRYING
    settled = connection.execute(
        update(deliveries)
        .where(
            _d.id == delivery.id,
            _d.status == DeliveryStatus.CLAIMED,
            _d.attempts == delivery.attempts,
        )
        .values(
            status=status,
            last_error=error,
            next_at=next_at,
            lease_until=None,
            ambiguous=ambiguous,
            plain=plain or _d.plain,
            attempts=_d.attempts - (0 if counts else 1),
            # Nothing stands in the channel: the next attempt is the first that could.
            first_attempt_at=_d.first_attempt_at if ambiguous else None,
        )
    )
    if settled.rowcount and status is DeliveryStatus.DROPPED:
        connection.execute(
            update(alerts)
            .where(alerts.c.delivery_id == delivery.id)
            .values(outcome=Outcome.SUPPRESS, reason=error)
        )


def leave_out(connection: Connection, delivery: Delivery, story: StoryId, reason: str) -> None:
    """Suppress the alert of a story, which its digest then no longer carries."""
    connection.execute(
        update(alerts)
        .where(alerts.c.delivery_id == delivery.id, alerts.c.story == story)
        .values(outcome=Outcome.SUPPRESS, reason=reason, fold_at=None, delivery_id=None)
    )


def _heads() -> Any:
    return select(func.min(_d.id)).where(_d.status.in_(OPEN)).group_by(_d.channel)


def _due(now: datetime) -> ColumnElement[bool]:
    waiting = _d.status.in_((DeliveryStatus.PENDING, DeliveryStatus.RETRYING))
    return or_(
        and_(waiting, _d.next_at <= now),
        and_(_d.status == DeliveryStatus.CLAIMED, _d.lease_until <= now),
    )


def _active() -> ColumnElement[bool]:
    return channels.c.state == ChannelState.ACTIVE


def _candidates(wanted: Claim, due: ColumnElement[bool]) -> Any:
    """Due heads on the wanted platforms, no more than `per_account` of each account."""
    place = func.row_number().over(partition_by=_d.account, order_by=_d.id).label("place")
    heads = (
        select(_d.id, place)
        .join(channels, channels.c.id == _d.channel)
        .where(
            _d.id.in_(_heads()),
            due,
            _active(),
            _d.platform.in_(wanted.platforms),
            _d.channel.not_in(wanted.passing_over),
            _d.account.not_in(wanted.passing_over),
        )
    ).subquery()
    query = select(heads.c.id)
    if wanted.per_account is not None:
        query = query.where(heads.c.place <= wanted.per_account)
    return query


def _write_receipt(
    connection: Connection,
    delivery: Delivery,
    message_id: MessageId,
    shows: int | None,
    now: datetime,
) -> None:
    about = delivery.alerts[0]
    values = {
        "channel": about.channel,
        "story": about.story,
        "version": shows or about.version,
        "message_id": message_id,
        "posted_at": now,
    }
    connection.execute(_receipt_statement(connection.dialect.name), values)


@cache
def _receipt_statement(dialect: str) -> Executable:
    """Built once: it runs for every message, and building takes longer than running."""
    statement = insert_for(dialect, receipts)
    news = {name: statement.excluded[name] for name in ("version", "message_id", "posted_at")}
    return statement.on_conflict_do_update(
        index_elements=[receipts.c.channel, receipts.c.story], set_=news
    )


def _is_paused(connection: Connection, channel: ChannelId) -> bool:
    query = select(channels.c.state).where(channels.c.id == channel).with_for_update()
    return connection.execute(query).scalar() == ChannelState.PAUSED
