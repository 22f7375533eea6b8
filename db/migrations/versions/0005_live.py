# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened while a session ran by its plan."""

from alembic import op

revision = "0005"
down_revision = "0004"

SCHEMA = (
    """
    CREATE TABLE live_fact (
        id VARCHAR NOT NULL,
        session_id VARCHAR NOT NULL,
        number INTEGER NOT NULL,
        at VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        block_id VARCHAR,
        lane INTEGER,
        minutes INTEGER,
        ends_at VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_live_fact PRIMARY KEY (id),
        CONSTRAINT fk_live_fact_session_id FOREIGN KEY(session_id) REFERENCES design_session (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_live_fact_block_id FOREIGN KEY(block_id) REFERENCES block (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_live_fact_session_id ON live_fact (session_id)",
    "CREATE INDEX ix_live_fact_at ON live_fact (at)",
    "CREATE INDEX ix_live_fact_block_id ON live_fact (block_id)",
)


def upgrade() -> None:
    """Make the table and its indexes."""
    for statement in SCHEMA:
        op.execute(statement)
