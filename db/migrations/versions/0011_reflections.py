# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session taught."""

from alembic import op

revision = "0011"
down_revision = "0010"

SCHEMA = (
    """
    CREATE TABLE reflection (
        id VARCHAR NOT NULL,
        session_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        theme VARCHAR NOT NULL,
        words VARCHAR NOT NULL,
        written_on VARCHAR NOT NULL,
        member_id VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_reflection PRIMARY KEY (id),
        CONSTRAINT fk_reflection_session_id FOREIGN KEY(session_id) REFERENCES design_session (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_reflection_member_id FOREIGN KEY(member_id) REFERENCES member (id)
            DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_reflection_session_id ON reflection (session_id)",
)


def upgrade() -> None:
    """Make the table and its index."""
    for statement in SCHEMA:
        op.execute(statement)
