"""Forget what is old: documents, messages and logs that can no longer matter.

A story's identity stays for ever as one small row per version, so that a feed which still lists
it is never taken for one with news. Nothing that is still on its way is touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, update

from bot.store.schema import (
    OPEN,
    alerts,
    audit,
    deliveries,
    mutes,
    receipts,
    stories,
    web_messages,
)
from bot.store.writing import chunks

KEEP = timedelta(days=90)
"""How long a correction can still find the message it corrects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    stories: int
    """Versions whose text was forgotten."""
    deliveries: int


def prune(connection: Connection, before: datetime) -> Pruned:
    """Forget stories last modified before that moment, and what was sent about them."""
    live = select(stories.c.id).where(stories.c.modified_at >= before)
    under_way = (
        select(alerts.c.story)
        .outerjoin(deliveries, deliveries.c.id == alerts.c.delivery_id)
        .where(deliveries.c.status.in_((*OPEN, "held")) | _waiting())
    )
    old = (
        select(stories.c.id)
        .where(
            stories.c.document.is_not(None),
            stories.c.id.not_in(live),
            stories.c.id.not_in(under_way),
        )
        .distinct()
    )
    ids = connection.execute(old).scalars().all()
    forgotten = sum(_forget_stories(connection, some) for some in chunks(ids))
    gone = _forget_deliveries(connection, before)
    connection.execute(delete(web_messages).where(web_messages.c.posted_at < before))
    connection.execute(delete(mutes).where(mutes.c.until < before))
    connection.execute(delete(audit).where(audit.c.at < before - KEEP))
    return Pruned(stories=forgotten, deliveries=gone)


def _waiting() -> Any:
    return (alerts.c.outcome == "fold") & alerts.c.delivery_id.is_(None)


def _forget_stories(connection: Connection, ids: Sequence[str]) -> int:
    connection.execute(delete(alerts).where(alerts.c.story.in_(ids)))
    connection.execute(delete(receipts).where(receipts.c.story.in_(ids)))
    emptied = update(stories).where(stories.c.id.in_(ids)).values(document=None, words="")
    return connection.execute(emptied).rowcount


def _forget_deliveries(connection: Connection, before: datetime) -> int:
    """Closed deliveries that no alert names any more."""
    named = select(alerts.c.delivery_id).where(alerts.c.delivery_id.is_not(None))
    statement = delete(deliveries).where(
        deliveries.c.created_at < before,
        deliveries.c.status.not_in((*OPEN, "held")),
        deliveries.c.id.not_in(named),
    )
    return connection.execute(statement).rowcount
