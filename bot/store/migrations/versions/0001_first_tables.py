"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.columns import JsonText, RowNumber, UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("row", RowNumber, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subscription", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_audit"),
    )
    op.create_index("ix_audit_channel_row", "audit", ["channel", "row"], unique=False)
    op.create_table(
        "channels",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("native_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("paused_reason", sa.Text(), nullable=False),
        sa.Column("paused_at", UtcDateTime(), nullable=True),
        sa.Column("numbered", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_channels"),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", RowNumber, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_counters"),
    )
    op.create_table(
        "notebook",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_notebook"),
    )
    op.create_table(
        "sources",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
        sa.Column("last_attempt_at", UtcDateTime(), nullable=True),
        sa.Column("last_success_at", UtcDateTime(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.Column("unfinished", sa.Boolean(), nullable=False),
        sa.Column("baseline_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_sources"),
    )
    op.create_table(
        "stories",
        sa.Column("arrival", RowNumber, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("published_at", UtcDateTime(), nullable=False),
        sa.Column("modified_at", UtcDateTime(), nullable=False),
        sa.Column("impact", sa.Integer(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("document", JsonText(), nullable=True),
        sa.Column("arrived_at", UtcDateTime(), nullable=False),
        sa.Column("matched_at", UtcDateTime(), nullable=True),
        sa.Column("rules_version", RowNumber, nullable=True),
        sa.PrimaryKeyConstraint("arrival", name="pk_stories"),
        sa.UniqueConstraint("id", "version", name="uq_stories_id_version"),
    )
    op.create_index(
        "ix_stories_latest_modified_at", "stories", ["latest", "modified_at"], unique=False
    )
    op.create_index(
        "ix_stories_latest_published_at", "stories", ["latest", "published_at"], unique=False
    )
    op.create_index("ix_stories_ref", "stories", ["ref"], unique=False)
    op.create_index(
        "ix_stories_unmatched",
        "stories",
        ["arrival"],
        unique=False,
        sqlite_where=sa.text("matched_at IS NULL"),
        postgresql_where=sa.text("matched_at IS NULL"),
    )
    op.create_table(
        "terms",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("stories", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "term", "name", name="pk_terms"),
    )
    op.create_table(
        "web_messages",
        sa.Column("id", RowNumber, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reply_to", RowNumber, nullable=True),
        sa.Column("payload", JsonText(), nullable=False),
        sa.Column("posted_at", UtcDateTime(), nullable=False),
        sa.Column("edited_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_web_messages"),
        sa.UniqueConstraint("key", name="uq_web_messages_key"),
    )
    op.create_index("ix_web_messages_channel_id", "web_messages", ["channel", "id"], unique=False)
    op.create_table(
        "deliveries",
        sa.Column("id", RowNumber, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("first_attempt_at", UtcDateTime(), nullable=True),
        sa.Column("ambiguous", sa.Boolean(), nullable=False),
        sa.Column("plain", sa.Boolean(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["channel"], ["channels.id"], name="fk_deliveries_channel"),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint("key", name="uq_deliveries_key"),
    )
    op.create_index(
        "ix_deliveries_channel_created_at", "deliveries", ["channel", "created_at"], unique=False
    )
    op.create_index(
        "ix_deliveries_open",
        "deliveries",
        ["channel", "id"],
        unique=False,
        sqlite_where=sa.text("status IN ('pending', 'retrying', 'claimed')"),
        postgresql_where=sa.text("status IN ('pending', 'retrying', 'claimed')"),
    )
    op.create_index("ix_deliveries_status", "deliveries", ["status"], unique=False)
    op.create_table(
        "receipts",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("posted_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["channel"], ["channels.id"], name="fk_receipts_channel"),
        sa.PrimaryKeyConstraint("channel", "story", name="pk_receipts"),
    )
    op.create_table(
        "subscriptions",
        sa.Column("row", RowNumber, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("criteria", JsonText(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("paused_reason", sa.Text(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.Column("version", RowNumber, nullable=False),
        sa.ForeignKeyConstraint(["channel"], ["channels.id"], name="fk_subscriptions_channel"),
        sa.PrimaryKeyConstraint("row", name="pk_subscriptions"),
        sa.UniqueConstraint("channel", "id", name="uq_subscriptions_channel_id"),
    )
    op.create_index("ix_subscriptions_version", "subscriptions", ["version"], unique=False)
    op.create_table(
        "alerts",
        sa.Column("id", RowNumber, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subscriptions", JsonText(), nullable=False),
        sa.Column("why", JsonText(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("fold_at", UtcDateTime(), nullable=True),
        sa.Column("delivery_id", RowNumber, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["channel"], ["channels.id"], name="fk_alerts_channel"),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name="fk_alerts_delivery_id"),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.UniqueConstraint(
            "channel", "story", "version", "kind", name="uq_alerts_channel_story_version_kind"
        ),
    )
    op.create_index("ix_alerts_delivery_id", "alerts", ["delivery_id"], unique=False)
    op.create_index("ix_alerts_story", "alerts", ["story"], unique=False)
    op.create_index(
        "ix_alerts_waiting",
        "alerts",
        ["channel", "fold_at"],
        unique=False,
        sqlite_where=sa.text("outcome = 'fold' AND delivery_id IS NULL"),
        postgresql_where=sa.text("outcome = 'fold' AND delivery_id IS NULL"),
    )


def downgrade() -> None:
    for table in (
        "alerts",
        "subscriptions",
        "receipts",
        "deliveries",
        "web_messages",
        "terms",
        "stories",
        "sources",
        "notebook",
        "counters",
        "channels",
        "audit",
    ):
        op.drop_table(table)
