# SPDX-License-Identifier: GPL-3.0-or-later
"""What was parked, decided and promised in a session."""

from alembic import op

revision = "0006"
down_revision = "0005"

SCHEMA = (
    """
    CREATE TABLE log_item (
        id VARCHAR NOT NULL,
        session_id VARCHAR NOT NULL,
        block_id VARCHAR,
        kind VARCHAR NOT NULL,
        noted_at VARCHAR NOT NULL,
        words VARCHAR NOT NULL,
        who VARCHAR,
        by_when VARCHAR,
        done BOOLEAN NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_log_item PRIMARY KEY (id),
        CONSTRAINT fk_log_item_session_id FOREIGN KEY(session_id) REFERENCES design_session (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_log_item_block_id FOREIGN KEY(block_id) REFERENCES block (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_log_item_session_id ON log_item (session_id)",
    "CREATE INDEX ix_log_item_block_id ON log_item (block_id)",
)


def upgrade() -> None:
    """Make the table and its indexes."""
    for statement in SCHEMA:
        op.execute(statement)
