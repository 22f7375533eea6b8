# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is to sit together or apart, and whose table was chosen by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

SCHEMA = (
    """
    CREATE TABLE seating_pair (
        id VARCHAR NOT NULL,
        session_id VARCHAR,
        first_id VARCHAR NOT NULL,
        second_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_seating_pair PRIMARY KEY (id),
        CONSTRAINT fk_seating_pair_session_id FOREIGN KEY(session_id) REFERENCES design_session (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_seating_pair_first_id FOREIGN KEY(first_id) REFERENCES person (id) DEFERRABLE
            INITIALLY DEFERRED,
        CONSTRAINT fk_seating_pair_second_id FOREIGN KEY(second_id) REFERENCES person (id) DEFERRABLE
            INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_seating_pair_session_id ON seating_pair (session_id)",
    "CREATE INDEX ix_seating_pair_first_id ON seating_pair (first_id)",
    "CREATE INDEX ix_seating_pair_second_id ON seating_pair (second_id)",
)


def upgrade() -> None:
    """Make the table and its indexes, and give every line of a list room for the mark, empty."""
    for statement in SCHEMA:
        op.execute(statement)
    op.add_column("attendance", sa.Column("table_by_hand", sa.Boolean(), nullable=True))
