"""The newsdesk's reports and decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.columns import JsonText, RowNumber, UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "reports",
        sa.Column("arrival", RowNumber, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", JsonText(), nullable=False),
        sa.Column("arrived_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("arrival", name="pk_reports"),
        sa.UniqueConstraint("id", name="uq_reports_id"),
    )
    op.create_index("ix_reports_arrived_at", "reports", ["arrived_at"], unique=False)
    op.create_table(
        "desk_entries",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("reports", JsonText(), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("story", name="pk_desk_entries"),
    )
    op.create_index(
        "ix_desk_entries_state_decided_at", "desk_entries", ["state", "decided_at"], unique=False
    )
