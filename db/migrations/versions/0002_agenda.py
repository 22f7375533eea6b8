# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a session: blocks, tracks, materials, and what a team saves of a plan to use again."""

from alembic import op

revision = "0002"
down_revision = "0001"

SCHEMA = (
    """
    CREATE TABLE block (
        id VARCHAR NOT NULL,
        session_id VARCHAR NOT NULL,
        within_id VARCHAR,
        lane INTEGER,
        position INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        minutes INTEGER NOT NULL,
        least_minutes INTEGER,
        most_minutes INTEGER,
        pinned_at VARCHAR,
        purpose VARCHAR,
        say VARCHAR,
        steps VARCHAR,
        watch_for VARCHAR,
        lead VARCHAR,
        room_layout VARCHAR,
        spectrum VARCHAR,
        already_made BOOLEAN NOT NULL,
        cut_first INTEGER,
        origin VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_block PRIMARY KEY (id),
        CONSTRAINT fk_block_session_id FOREIGN KEY(session_id) REFERENCES design_session (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_block_within_id FOREIGN KEY(within_id) REFERENCES block (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_block_session_id ON block (session_id)",
    "CREATE INDEX ix_block_within_id ON block (within_id)",
    """
    CREATE TABLE track (
        id VARCHAR NOT NULL,
        block_id VARCHAR NOT NULL,
        lane INTEGER NOT NULL,
        title VARCHAR,
        room VARCHAR,
        lead VARCHAR,
        tables VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_track PRIMARY KEY (id),
        CONSTRAINT fk_track_block_id FOREIGN KEY(block_id) REFERENCES block (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_track_block_id ON track (block_id)",
    """
    CREATE TABLE material (
        id VARCHAR NOT NULL,
        block_id VARCHAR NOT NULL,
        what VARCHAR NOT NULL,
        amount INTEGER NOT NULL,
        per VARCHAR NOT NULL,
        packed BOOLEAN NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_material PRIMARY KEY (id),
        CONSTRAINT fk_material_block_id FOREIGN KEY(block_id) REFERENCES block (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_material_block_id ON material (block_id)",
    """
    CREATE TABLE saved_plan (
        id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        content VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_saved_plan PRIMARY KEY (id)
    )
    """,
)


def upgrade() -> None:
    """Make the tables and their indexes."""
    for statement in SCHEMA:
        op.execute(statement)
