# SPDX-License-Identifier: GPL-3.0-or-later
"""How people get home from a session."""

from alembic import op

revision = "0008"
down_revision = "0007"

SCHEMA = (
    """
    CREATE TABLE ride (
        id VARCHAR NOT NULL,
        session_id VARCHAR NOT NULL,
        person_id VARCHAR NOT NULL,
        leaves_at VARCHAR,
        booked BOOLEAN NOT NULL,
        shares_with_id VARCHAR,
        goes_to VARCHAR,
        note VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_ride PRIMARY KEY (id),
        CONSTRAINT fk_ride_session_id FOREIGN KEY(session_id) REFERENCES design_session (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_ride_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_ride_shares_with_id FOREIGN KEY(shares_with_id) REFERENCES person (id)
            DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_ride_person_id ON ride (person_id)",
    "CREATE INDEX ix_ride_session_person ON ride (session_id, person_id)",
)


def upgrade() -> None:
    """Make the table and its indexes."""
    for statement in SCHEMA:
        op.execute(statement)
