"""The tables. A change here needs a migration; a test compares the two.

Rows name channels, stories and subscriptions by the ids that people and platforms use. The text
of a message is nowhere: it is rendered from the latest story version when it is sent.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.store.columns import JsonText, RowNumber, UtcDateTime

HEAD = "0003"
"""The newest migration. Known here so that an up-to-date database starts without alembic."""

OPEN = ("pending", "retrying", "claimed")
"""Delivery statuses that still lead to a message while the channel is active."""
_OPEN = text("status IN ('pending', 'retrying', 'claimed')")
_WAITING = text("outcome = 'fold' AND delivery_id IS NULL")
_UNMATCHED = text("matched_at IS NULL")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

stories = Table(
    "stories",
    metadata,
    Column("arrival", RowNumber, primary_key=True),
    Column("id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("ref", Text, nullable=False),
    Column("latest", Boolean, nullable=False),
    Column("source", Text, nullable=False),
    Column("published_at", UtcDateTime, nullable=False),
    Column("modified_at", UtcDateTime, nullable=False),
    Column("impact", Integer, nullable=False),
    Column("category", Text, nullable=False),
    # What `search` looks through: the folded id and headline.
    Column("words", Text, nullable=False),
    # None once pruned: the identity stays, so that an old item is never taken for a new one.
    Column("document", JsonText),
    Column("arrived_at", UtcDateTime, nullable=False),
    Column("matched_at", UtcDateTime),
    Column("rules_version", RowNumber),
    UniqueConstraint("id", "version"),
    Index(None, "ref"),
    Index(None, "latest", "published_at"),
    Index(None, "latest", "modified_at"),
    Index(
        "ix_stories_unmatched",
        "arrival",
        sqlite_where=_UNMATCHED,
        postgresql_where=_UNMATCHED,
    ),
)

terms = Table(
    "terms",
    metadata,
    # entity, alias or category
    Column("kind", Text, primary_key=True),
    Column("term", Text, primary_key=True),
    # The display name an alias stands for; the term itself otherwise.
    Column("name", Text, primary_key=True),
    Column("stories", Integer, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", RowNumber, nullable=False),
)

channels = Table(
    "channels",
    metadata,
    Column("id", Text, primary_key=True),
    Column("platform", Text, nullable=False),
    Column("workspace", Text, nullable=False),
    Column("native_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("time_zone", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("paused_reason", Text, nullable=False),
    Column("paused_at", UtcDateTime),
    # How many short ids were given out; none is ever given twice.
    Column("numbered", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("row", RowNumber, primary_key=True),
    Column("channel", Text, ForeignKey("channels.id"), nullable=False),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("criteria", JsonText, nullable=False),
    Column("mode", Text, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("paused_reason", Text, nullable=False),
    # None for a pause without an end, and where there is none.
    Column("paused_until", UtcDateTime),
    Column("created_by", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("removed_at", UtcDateTime),
    # The value of the counter `rules` at the last change.
    Column("version", RowNumber, nullable=False),
    UniqueConstraint("channel", "id"),
    Index(None, "version"),
    Index(None, "paused_until"),
)

mutes = Table(
    "mutes",
    metadata,
    Column("channel", Text, ForeignKey("channels.id"), primary_key=True),
    Column("story", Text, primary_key=True),
    Column("until", UtcDateTime, nullable=False),
    Index(None, "story"),
)

audit = Table(
    "audit",
    metadata,
    Column("row", RowNumber, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subscription", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Index(None, "channel", "row"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("channel", Text, ForeignKey("channels.id"), nullable=False),
    Column("account", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_at", UtcDateTime, nullable=False),
    Column("worker", Text, nullable=False),
    Column("lease_until", UtcDateTime),
    Column("first_attempt_at", UtcDateTime),
    Column("ambiguous", Boolean, nullable=False),
    Column("plain", Boolean, nullable=False),
    Column("last_error", Text, nullable=False),
    Column("message_id", Text),
    Column("created_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    Index(
        "ix_deliveries_open",
        "channel",
        "id",
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    ),
    Index(None, "channel", "created_at"),
    Index(None, "status"),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("channel", Text, ForeignKey("channels.id"), nullable=False),
    Column("story", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subscriptions", JsonText, nullable=False),
    Column("why", JsonText, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("fold_at", UtcDateTime),
    # The message that carries it; None while it waits in a fold, and when suppressed.
    Column("delivery_id", RowNumber, ForeignKey("deliveries.id")),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("channel", "story", "version", "kind"),
    Index(None, "story"),
    Index(None, "delivery_id"),
    Index(
        "ix_alerts_waiting",
        "channel",
        "fold_at",
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    ),
)

receipts = Table(
    "receipts",
    metadata,
    Column("channel", Text, ForeignKey("channels.id"), primary_key=True),
    Column("story", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("posted_at", UtcDateTime, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("name", Text, primary_key=True),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("last_attempt_at", UtcDateTime),
    Column("last_success_at", UtcDateTime),
    Column("failures", Integer, nullable=False),
    Column("last_error", Text, nullable=False),
    Column("unfinished", Boolean, nullable=False),
    Column("baseline_at", UtcDateTime),
)

notebook = Table(
    "notebook",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

web_messages = Table(
    "web_messages",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("channel", Text, nullable=False),
    Column("story", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reply_to", RowNumber),
    Column("payload", JsonText, nullable=False),
    Column("posted_at", UtcDateTime, nullable=False),
    Column("edited_at", UtcDateTime),
    Index(None, "channel", "id"),
)

reports = Table(
    "reports",
    metadata,
    Column("arrival", RowNumber, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", JsonText, nullable=False),
    Column("arrived_at", UtcDateTime, nullable=False),
    Index(None, "arrived_at"),
)

desk_entries = Table(
    "desk_entries",
    metadata,
    Column("story", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("reports", JsonText, nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
    Index(None, "state", "decided_at"),
)
