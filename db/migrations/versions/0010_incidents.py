# SPDX-License-Identifier: GPL-3.0-or-later
"""Incident notes, who was told, and whom they are about."""

from alembic import op

revision = "0010"
down_revision = "0009"

SCHEMA = (
    """
    CREATE TABLE incident_note (
        id VARCHAR NOT NULL,
        session_id VARCHAR NOT NULL,
        corrects_id VARCHAR,
        happened_on VARCHAR,
        happened_at VARCHAR,
        seen VARCHAR,
        words_of VARCHAR,
        involved VARCHAR,
        done VARCHAR,
        entered_by VARCHAR NOT NULL,
        entered_at VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_incident_note PRIMARY KEY (id),
        CONSTRAINT fk_incident_note_session_id FOREIGN KEY(session_id) REFERENCES design_session (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_incident_note_corrects_id FOREIGN KEY(corrects_id) REFERENCES incident_note (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_incident_note_entered_by FOREIGN KEY(entered_by) REFERENCES member (id)
            DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_incident_note_session_id ON incident_note (session_id)",
    "CREATE INDEX ix_incident_note_corrects_id ON incident_note (corrects_id)",
    """
    CREATE TABLE incident_told (
        id VARCHAR NOT NULL,
        note_id VARCHAR NOT NULL,
        name VARCHAR,
        role VARCHAR,
        told_on VARCHAR,
        told_at VARCHAR,
        entered_by VARCHAR NOT NULL,
        entered_at VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_incident_told PRIMARY KEY (id),
        CONSTRAINT fk_incident_told_note_id FOREIGN KEY(note_id) REFERENCES incident_note (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_incident_told_entered_by FOREIGN KEY(entered_by) REFERENCES member (id)
            DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_incident_told_note_id ON incident_told (note_id)",
    """
    CREATE TABLE incident_person (
        id VARCHAR NOT NULL,
        note_id VARCHAR NOT NULL,
        person_id VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_incident_person PRIMARY KEY (id),
        CONSTRAINT fk_incident_person_note_id FOREIGN KEY(note_id) REFERENCES incident_note (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_incident_person_person_id FOREIGN KEY(person_id) REFERENCES person (id)
            DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_incident_person_note_id ON incident_person (note_id)",
    "CREATE INDEX ix_incident_person_person_id ON incident_person (person_id)",
)


def upgrade() -> None:
    """Make the tables and their indexes."""
    for statement in SCHEMA:
        op.execute(statement)
