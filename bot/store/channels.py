"""Channels, and the deliveries that a pause holds and a resume releases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from bot.domain.channel import Channel, ChannelId, ChannelState, Platform, channel_from_id
from bot.store.database import Database
from bot.store.schema import channels, deliveries
from bot.store.writing import chunks, insert


class SqlChannels:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def upsert(self, channel: Channel, *, now: datetime) -> Channel:
        """Make it known or refresh its name; an empty name leaves the known one."""

        def keep(connection: Connection) -> Channel:
            make_known(connection, channel, now)
            if channel.name:
                renamed = channels.c.name != channel.name
                connection.execute(
                    update(channels)
                    .where(channels.c.id == channel.id, renamed)
                    .values(name=channel.name, updated_at=now)
                )
            known = find_channel(connection, channel.id)
            return known or channel

        return await self._database.write(keep)

    async def get(self, channel: ChannelId) -> Channel | None:
        return await self._database.read(lambda connection: find_channel(connection, channel))

    async def all(self) -> tuple[Channel, ...]:
        query = select(channels).order_by(channels.c.id)
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return tuple(_channel(row) for row in rows)

    async def pause(self, channel: ChannelId, *, reason: str, now: datetime) -> bool:
        """Hold its deliveries. True only when it was active, so that people are told once."""

        def hold(connection: Connection) -> bool:
            paused = connection.execute(
                update(channels)
                .where(channels.c.id == channel, channels.c.state == ChannelState.ACTIVE)
                .values(
                    state=ChannelState.PAUSED, paused_reason=reason, paused_at=now, updated_at=now
                )
            )
            connection.execute(
                update(deliveries)
                .where(
                    deliveries.c.channel == channel,
                    deliveries.c.status.in_(("pending", "retrying")),
                )
                .values(status="held")
            )
            return paused.rowcount > 0

        return await self._database.write(hold)

    async def resume(self, channel: ChannelId, *, now: datetime) -> bool:
        """Release what was held. True only when it was paused."""

        def release(connection: Connection) -> bool:
            resumed = connection.execute(
                update(channels)
                .where(channels.c.id == channel, channels.c.state == ChannelState.PAUSED)
                .values(state=ChannelState.ACTIVE, paused_reason="", paused_at=None, updated_at=now)
            )
            connection.execute(
                update(deliveries)
                .where(deliveries.c.channel == channel, deliveries.c.status == "held")
                .values(status="pending", next_at=now)
            )
            return resumed.rowcount > 0

        return await self._database.write(release)

    async def set_time_zone(self, channel: ChannelId, zone: str, *, now: datetime) -> None:
        statement = (
            update(channels).where(channels.c.id == channel).values(time_zone=zone, updated_at=now)
        )
        await self._database.write(lambda connection: connection.execute(statement).rowcount)


def make_known(connection: Connection, channel: Channel, now: datetime) -> None:
    """Write the channel's row unless there is one."""
    values: dict[str, Any] = {
        "id": channel.id,
        "platform": channel.platform,
        "workspace": channel.workspace,
        "native_id": channel.native_id,
        "name": channel.name,
        "time_zone": channel.time_zone,
        "state": channel.state,
        "paused_reason": channel.paused_reason,
        "numbered": 0,
        "created_at": now,
        "updated_at": now,
    }
    connection.execute(insert(connection, channels).values(values).on_conflict_do_nothing())


def make_id_known(connection: Connection, channel: ChannelId, now: datetime) -> None:
    """Like `make_known`, where only the id is at hand."""
    make_known(connection, channel_from_id(channel), now)


def find_channel(connection: Connection, channel: ChannelId) -> Channel | None:
    """The channel as the store knows it."""
    row = connection.execute(select(channels).where(channels.c.id == channel)).first()
    return _channel(row) if row else None


def find_channels(connection: Connection, wanted: Sequence[ChannelId]) -> dict[ChannelId, Channel]:
    """Those of the channels that the store knows."""
    found: dict[ChannelId, Channel] = {}
    for some in chunks(wanted):
        for row in connection.execute(select(channels).where(channels.c.id.in_(some))):
            found[ChannelId(row.id)] = _channel(row)
    return found


def _channel(row: Row[Any]) -> Channel:
    return Channel(
        platform=Platform(row.platform),
        workspace=row.workspace,
        native_id=row.native_id,
        name=row.name,
        time_zone=row.time_zone,
        state=ChannelState(row.state),
        paused_reason=row.paused_reason,
    )
