"""Muted stories, and pauses that end by themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.columns import UtcDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "mutes",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["channel"], ["channels.id"], name="fk_mutes_channel"),
        sa.PrimaryKeyConstraint("channel", "story", name="pk_mutes"),
    )
    op.create_index("ix_mutes_story", "mutes", ["story"], unique=False)
    op.add_column("subscriptions", sa.Column("paused_until", UtcDateTime(), nullable=True))
    op.create_index(
        "ix_subscriptions_paused_until", "subscriptions", ["paused_until"], unique=False
    )
