"""Muted stories: one row per channel and story, which counts until its end."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from bot.domain.channel import ChannelId
from bot.domain.mute import Mute
from bot.domain.story import StoryId
from bot.store.channels import make_id_known
from bot.store.database import Database
from bot.store.schema import audit, mutes
from bot.store.writing import insert


class SqlMutes:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, mute: Mute, *, actor: str, now: datetime) -> None:
        """Keep it, in place of an earlier one of the same story in the same channel."""

        def write(connection: Connection) -> None:
            make_id_known(connection, mute.channel, now)
            row = {"channel": mute.channel, "story": mute.story, "until": mute.until}
            connection.execute(
                insert(connection, mutes)
                .values(row)
                .on_conflict_do_update(
                    index_elements=[mutes.c.channel, mutes.c.story], set_={"until": mute.until}
                )
            )
            _note(connection, "mute", mute, actor=actor, now=now)

        await self._database.write(write)

    async def remove(self, mute: Mute, *, actor: str, now: datetime) -> None:
        """End it now; nothing happens where it has ended already."""
        statement = delete(mutes).where(
            mutes.c.channel == mute.channel, mutes.c.story == mute.story
        )

        def write(connection: Connection) -> None:
            if connection.execute(statement).rowcount:
                _note(connection, "unmute", mute, actor=actor, now=now)

        await self._database.write(write)

    async def of_channel(self, channel: ChannelId, *, now: datetime) -> tuple[Mute, ...]:
        """Those in force, the first to end first."""
        return await self._in_force(mutes.c.channel == channel, now)

    async def of_stories(self, stories: Collection[StoryId], *, now: datetime) -> tuple[Mute, ...]:
        """Those in force in any channel, the first to end first."""
        return await self._in_force(mutes.c.story.in_(stories), now)

    async def _in_force(self, chosen: Any, now: datetime) -> tuple[Mute, ...]:
        query = select(mutes).where(chosen, mutes.c.until > now)
        ordered = query.order_by(mutes.c.until, mutes.c.story, mutes.c.channel)
        rows = await self._database.read(lambda connection: connection.execute(ordered).all())
        return tuple(
            Mute(channel=ChannelId(row.channel), story=StoryId(row.story), until=row.until)
            for row in rows
        )


def _note(connection: Connection, action: str, mute: Mute, *, actor: str, now: datetime) -> None:
    """The audit log says who did not want to hear of what, and until when."""
    told = json.dumps({"story": mute.story, "until": mute.until.isoformat()}, ensure_ascii=False)
    connection.execute(
        audit.insert().values(
            at=now,
            actor=actor,
            channel=mute.channel,
            action=action,
            subscription="",
            before=told if action == "unmute" else "",
            after=told if action == "mute" else "",
        )
    )
