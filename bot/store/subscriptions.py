"""Subscriptions: numbered per channel, removed softly, and watched through one counter."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from bot.domain.channel import ChannelId
from bot.domain.subscription import Criteria, Mode, Subscription, SubscriptionId
from bot.ports.stores import AuditEntry
from bot.store.channels import make_id_known
from bot.store.criteria_json import criteria_from_json, criteria_to_json
from bot.store.database import Database
from bot.store.schema import audit, channels, subscriptions
from bot.store.writing import count_up, counted

RULES = "rules"
"""The counter that every change of a subscription raises."""


class SqlSubscriptions:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self,
        channel: ChannelId,
        criteria: Criteria,
        *,
        name: str = "",
        mode: Mode = Mode.INSTANT,
        actor: str,
        now: datetime,
    ) -> Subscription:
        """Give it the channel's next short id; an id once used is never given again."""

        def write(connection: Connection) -> Subscription:
            make_id_known(connection, channel, now)
            added = Subscription(
                id=_next_id(connection, channel),
                channel=channel,
                name=name,
                criteria=criteria,
                mode=mode,
                created_by=actor,
                created_at=now,
            )
            version = count_up(connection, RULES)
            connection.execute(
                subscriptions.insert().values(**_values(added), created_at=now, version=version)
            )
            _note(connection, "subscribe", None, added, actor=actor, now=now)
            return added

        return await self._database.write(write)

    async def get(self, channel: ChannelId, subscription: SubscriptionId) -> Subscription | None:
        return await self._database.read(
            lambda connection: _find(connection, channel, subscription)
        )

    async def of_channel(self, channel: ChannelId) -> tuple[Subscription, ...]:
        """The live ones of a channel, in the order they were made."""
        query = select(subscriptions).where(
            subscriptions.c.channel == channel, subscriptions.c.removed_at.is_(None)
        )
        return await self._all(query.order_by(subscriptions.c.row))

    async def all(self) -> tuple[Subscription, ...]:
        """Every live one, in the order they were made."""
        query = select(subscriptions).where(subscriptions.c.removed_at.is_(None))
        return await self._all(query.order_by(subscriptions.c.row))

    async def replace(self, subscription: Subscription, *, actor: str, now: datetime) -> None:
        """Write the changed form of a live subscription; an unknown one is left alone."""

        def write(connection: Connection) -> None:
            before = _find(connection, subscription.channel, subscription.id)
            if before is None or before == subscription:
                return
            _update(connection, subscription, **_values(subscription))
            action = _action(before, subscription)
            _note(connection, action, before, subscription, actor=actor, now=now)

        await self._database.write(write)

    async def end_pauses(self, *, now: datetime) -> int:
        """Resume those whose pause is over, in nobody's name; how many."""

        def over(connection: Connection) -> list[Subscription]:
            query = select(subscriptions).where(
                subscriptions.c.paused_until <= now, subscriptions.c.removed_at.is_(None)
            )
            return [_subscription(row) for row in connection.execute(query)]

        def resume(connection: Connection) -> int:
            found = over(connection)
            for before in found:
                after = replace(before, paused=False, paused_reason="", paused_until=None)
                _update(connection, after, **_values(after))
                _note(connection, "resume", before, after, actor="", now=now)
            return len(found)

        # Asked often and seldom true, so the lock of a writer is not taken for the question.
        return await self._database.write(resume) if await self._database.read(over) else 0

    async def remove(
        self, channel: ChannelId, subscription: SubscriptionId, *, actor: str, now: datetime
    ) -> Subscription | None:
        """Take it out of force and return it; None where there is no such live one."""

        def write(connection: Connection) -> Subscription | None:
            found = _find(connection, channel, subscription)
            if found:
                _update(connection, found, removed_at=now)
                _note(connection, "unsubscribe", found, None, actor=actor, now=now)
            return found

        return await self._database.write(write)

    async def restore(
        self, channel: ChannelId, subscription: SubscriptionId, *, actor: str, now: datetime
    ) -> Subscription | None:
        """Undo `remove`, with the same id; None where no such one was removed."""

        def write(connection: Connection) -> Subscription | None:
            found = _find(connection, channel, subscription, removed=True)
            if found:
                _update(connection, found, removed_at=None)
                _note(connection, "restore", None, found, actor=actor, now=now)
            return found

        return await self._database.write(write)

    async def changes(self, since: int) -> tuple[int, tuple[tuple[int, Subscription | None], ...]]:
        """The counter now, and (row number, subscription or None when removed) changed since."""
        query = select(subscriptions).where(subscriptions.c.version > since)

        def read(
            connection: Connection,
        ) -> tuple[int, tuple[tuple[int, Subscription | None], ...]]:
            now_at = counted(connection, RULES)
            if now_at == since:
                return now_at, ()
            rows = connection.execute(query.order_by(subscriptions.c.row)).all()
            # PostgreSQL reads each statement anew: a later change may have come in between.
            seen = max([now_at, *(row.version for row in rows)])
            return seen, tuple(
                (row.row, None if row.removed_at else _subscription(row)) for row in rows
            )

        return await self._database.read(read)

    async def audit(self, channel: ChannelId, *, limit: int) -> tuple[AuditEntry, ...]:
        """Who changed what in a channel, latest first."""
        query = (
            select(audit)
            .where(audit.c.channel == channel)
            .order_by(audit.c.row.desc())
            .limit(limit)
        )
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return tuple(
            AuditEntry(
                at=row.at,
                actor=row.actor,
                channel=ChannelId(row.channel),
                action=row.action,
                subscription=row.subscription,
                before=row.before,
                after=row.after,
            )
            for row in rows
        )

    async def _all(self, query: Any) -> tuple[Subscription, ...]:
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return tuple(_subscription(row) for row in rows)


def _next_id(connection: Connection, channel: ChannelId) -> SubscriptionId:
    number = connection.execute(
        update(channels)
        .where(channels.c.id == channel)
        .values(numbered=channels.c.numbered + 1)
        .returning(channels.c.numbered)
    ).scalar_one()
    return SubscriptionId(f"s{number}")


def _find(
    connection: Connection,
    channel: ChannelId,
    subscription: SubscriptionId,
    *,
    removed: bool = False,
) -> Subscription | None:
    gone = subscriptions.c.removed_at.is_not(None)
    query = select(subscriptions).where(
        subscriptions.c.channel == channel,
        subscriptions.c.id == subscription,
        gone if removed else ~gone,
    )
    row = connection.execute(query).first()
    return _subscription(row) if row else None


def _update(connection: Connection, subscription: Subscription, **values: Any) -> None:
    connection.execute(
        update(subscriptions)
        .where(
            subscriptions.c.channel == subscription.channel,
            subscriptions.c.id == subscription.id,
        )
        .values(**values, version=count_up(connection, RULES))
    )


def _values(subscription: Subscription) -> dict[str, Any]:
    return {
        "channel": subscription.channel,
        "id": subscription.id,
        "name": subscription.name,
        "criteria": criteria_to_json(subscription.criteria),
        "mode": subscription.mode,
        "paused": subscription.paused,
        "paused_reason": subscription.paused_reason,
        "paused_until": subscription.paused_until,
        "created_by": subscription.created_by,
    }


def _subscription(row: Row[Any]) -> Subscription:
    return Subscription(
        id=SubscriptionId(row.id),
        channel=ChannelId(row.channel),
        name=row.name,
        criteria=criteria_from_json(row.criteria),
        mode=Mode(row.mode),
        paused=row.paused,
        paused_reason=row.paused_reason,
        paused_until=row.paused_until,
        created_by=row.created_by,
        created_at=row.created_at,
    )


def _action(before: Subscription, after: Subscription) -> str:
    if (before.paused, before.paused_until) == (after.paused, after.paused_until):
        return "edit"
    return "pause" if after.paused else "resume"


def _note(
    connection: Connection,
    action: str,
    before: Subscription | None,
    after: Subscription | None,
    *,
    actor: str,
    now: datetime,
) -> None:
    subject = after or before
    if subject is None:
        return
    connection.execute(
        audit.insert().values(
            at=now,
            actor=actor,
            channel=subject.channel,
            action=action,
            subscription=subject.id,
            before=_shown(before),
            after=_shown(after),
        )
    )


def _shown(subscription: Subscription | None) -> str:
    """A form of the rule to compare by eye; empty where there is none."""
    if subscription is None:
        return ""
    values = _values(subscription)
    shown = {key: values[key] for key in ("name", "criteria", "mode", "paused") if values[key]}
    if subscription.paused_until:
        shown["paused_until"] = subscription.paused_until.isoformat()
    return json.dumps(shown, ensure_ascii=False, sort_keys=True)
