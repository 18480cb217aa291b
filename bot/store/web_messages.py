"""The messages of the web channel: that platform is this table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from bot.domain.alert import AlertKind, DeliveryKey, MessageId
from bot.domain.channel import ChannelId
from bot.domain.story import StoryId
from bot.store.database import Database
from bot.store.schema import web_messages
from bot.store.writing import insert


@dataclass(frozen=True, slots=True, kw_only=True)
class WebMessage:
    """One posted message as the page and its HTTP interface show it."""

    id: MessageId
    key: DeliveryKey
    channel: ChannelId
    story: StoryId
    """Empty for a message about several stories."""
    version: int
    kind: AlertKind
    payload: Mapping[str, Any]
    """The rendered message, in the web handler's own form."""
    posted_at: datetime
    edited_at: datetime | None = None
    reply_to: MessageId | None = None


class WebMessages:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def post(
        self,
        channel: ChannelId,
        payload: Mapping[str, Any],
        *,
        key: DeliveryKey,
        story: StoryId,
        version: int,
        kind: AlertKind,
        now: datetime,
        reply_to: MessageId | None = None,
    ) -> MessageId:
        """Keep a message; a second one with the same key is the first one."""
        values = {
            "key": key,
            "channel": channel,
            "story": story,
            "version": version,
            "kind": kind,
            "reply_to": None if reply_to is None else _number(reply_to),
            "payload": dict(payload),
            "posted_at": now,
        }

        def keep(connection: Connection) -> MessageId:
            statement = insert(connection, web_messages).values(values)
            connection.execute(statement.on_conflict_do_nothing())
            query = select(web_messages.c.id).where(web_messages.c.key == key)
            return MessageId(str(connection.execute(query).scalar_one()))

        return await self._database.write(keep)

    async def edit(
        self, message: MessageId, payload: Mapping[str, Any], *, version: int, now: datetime
    ) -> bool:
        """Replace what a message says; False where there is no such message."""
        statement = (
            update(web_messages)
            .where(web_messages.c.id == _number(message))
            .values(payload=dict(payload), version=version, edited_at=now)
        )
        changed = await self._database.write(
            lambda connection: connection.execute(statement).rowcount
        )
        return changed > 0

    async def get(self, message: MessageId) -> WebMessage | None:
        return await self._one(web_messages.c.id == _number(message))

    async def by_key(self, key: DeliveryKey) -> WebMessage | None:
        return await self._one(web_messages.c.key == key)

    async def list(self, channel: ChannelId, *, limit: int = 200) -> tuple[WebMessage, ...]:
        """The latest messages of a channel, newest last."""
        query = (
            select(web_messages)
            .where(web_messages.c.channel == channel)
            .order_by(web_messages.c.id.desc())
            .limit(limit)
        )
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return tuple(_message(row) for row in reversed(rows))

    async def since(
        self, channel: ChannelId, after: MessageId, *, limit: int = 200
    ) -> tuple[WebMessage, ...]:
        """Messages of a channel posted after the one with id `after`, oldest first."""
        query = (
            select(web_messages)
            .where(web_messages.c.channel == channel, web_messages.c.id > _number(after))
            .order_by(web_messages.c.id)
            .limit(limit)
        )
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return tuple(_message(row) for row in rows)

    async def _one(self, condition: Any) -> WebMessage | None:
        query = select(web_messages).where(condition)
        row = await self._database.read(lambda connection: connection.execute(query).first())
        return _message(row) if row else None


def _number(message: MessageId) -> int:
    """The row number a message id stands for; -1, which no row has, for anything else."""
    return int(message) if message.isascii() and message.isdigit() and len(message) < 19 else -1


def _message(row: Row[Any]) -> WebMessage:
    return WebMessage(
        id=MessageId(str(row.id)),
        key=DeliveryKey(row.key),
        channel=ChannelId(row.channel),
        story=StoryId(row.story),
        version=row.version,
        kind=AlertKind(row.kind),
        payload=row.payload,
        posted_at=row.posted_at,
        edited_at=row.edited_at,
        reply_to=None if row.reply_to is None else MessageId(str(row.reply_to)),
    )
