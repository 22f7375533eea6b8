# SPDX-License-Identifier: GPL-3.0-or-later
"""What each block of a session that was finished took."""

from alembic import op

revision = "0012"
down_revision = "0011"

SCHEMA = (
    """
    CREATE TABLE ran_block (
        id VARCHAR NOT NULL,
        session_id VARCHAR NOT NULL,
        block_id VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        title VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        letter VARCHAR NOT NULL,
        known_by VARCHAR NOT NULL,
        planned_at VARCHAR NOT NULL,
        planned_minutes INTEGER NOT NULL,
        began VARCHAR,
        took INTEGER,
        dropped BOOLEAN NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_ran_block PRIMARY KEY (id),
        CONSTRAINT fk_ran_block_session_id FOREIGN KEY(session_id) REFERENCES design_session (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_ran_block_block_id FOREIGN KEY(block_id) REFERENCES block (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_ran_block_session_id ON ran_block (session_id)",
    "CREATE INDEX ix_ran_block_block_id ON ran_block (block_id)",
    "CREATE INDEX ix_ran_block_known_by ON ran_block (known_by)",
)


def upgrade() -> None:
    """Make the table and its indexes."""
    for statement in SCHEMA:
        op.execute(statement)
