# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of the first version. The row that names the device is written by whoever makes the file."""

from alembic import op

revision = "0001"
down_revision = None

SCHEMA = (
    """
    CREATE TABLE operation (
        device VARCHAR NOT NULL,
        seq INTEGER NOT NULL,
        clock_ms INTEGER NOT NULL,
        clock_count INTEGER NOT NULL,
        at VARCHAR NOT NULL,
        member_id VARCHAR NOT NULL,
        op VARCHAR NOT NULL,
        schema VARCHAR NOT NULL,
        seen VARCHAR NOT NULL,
        undoes VARCHAR,
        chain BLOB,
        CONSTRAINT pk_operation PRIMARY KEY (device, seq)
    )
    WITHOUT ROWID
    """,
    "CREATE INDEX ix_operation_clock ON operation (clock_ms, clock_count)",
    "CREATE INDEX ix_operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL",
    """
    CREATE TABLE sequence (
        id INTEGER NOT NULL,
        device VARCHAR NOT NULL,
        seq INTEGER NOT NULL,
        clock_ms INTEGER NOT NULL,
        clock_count INTEGER NOT NULL,
        applying BOOLEAN NOT NULL,
        CONSTRAINT pk_sequence PRIMARY KEY (id),
        CONSTRAINT ck_sequence_one_row CHECK (id = 1)
    )
    """,
    """
    CREATE TABLE search_text (
        kind VARCHAR NOT NULL,
        sort VARCHAR NOT NULL,
        id VARCHAR NOT NULL,
        letters INTEGER NOT NULL,
        folded VARCHAR NOT NULL,
        CONSTRAINT pk_search_text PRIMARY KEY (kind, sort, id)
    )
    WITHOUT ROWID
    """,
    "CREATE INDEX ix_search_text_id ON search_text (id)",
    """
    CREATE TABLE local_setting (
        name VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        CONSTRAINT pk_local_setting PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE draft (
        place VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        CONSTRAINT pk_draft PRIMARY KEY (place)
    )
    """,
    """
    CREATE TABLE import_mapping (
        fingerprint VARCHAR NOT NULL,
        mapping VARCHAR NOT NULL,
        CONSTRAINT pk_import_mapping PRIMARY KEY (fingerprint)
    )
    """,
    """
    CREATE TABLE person (
        id VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        family_name VARCHAR,
        name_in_script VARCHAR,
        known_as VARCHAR,
        say_it VARCHAR,
        pronouns VARCHAR,
        languages VARCHAR,
        email VARCHAR,
        phone VARCHAR,
        address VARCHAR,
        reach_by VARCHAR,
        do_not_contact BOOLEAN NOT NULL,
        usual_role VARCHAR,
        interests VARCHAR,
        matters VARCHAR,
        diet VARCHAR,
        allergy VARCHAR,
        note VARCHAR,
        merged_into_id VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_person PRIMARY KEY (id),
        CONSTRAINT fk_person_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES person (id) DEFERRABLE
            INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_person_merged_into_id ON person (merged_into_id)",
    """
    CREATE TABLE project (
        id VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        aim VARCHAR,
        approach VARCHAR,
        approach_reason VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_project PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE venue (
        id VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        address VARCHAR,
        capacity INTEGER,
        muster_point VARCHAR,
        note VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_venue PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE member (
        id VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_member PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE setting (
        id VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_setting PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE journal_entry (
        n INTEGER NOT NULL,
        device VARCHAR NOT NULL,
        seq INTEGER NOT NULL,
        table_name VARCHAR NOT NULL,
        row_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        fields VARCHAR,
        salt BLOB,
        value_hash BLOB,
        CONSTRAINT pk_journal_entry PRIMARY KEY (n),
        CONSTRAINT fk_journal_entry_device_seq FOREIGN KEY(device, seq) REFERENCES operation (device, seq)
            DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_journal_entry_operation ON journal_entry (device, seq)",
    "CREATE INDEX ix_journal_entry_erased ON journal_entry (row_id, table_name) WHERE kind = 'e'",
    "CREATE INDEX ix_journal_entry_row ON journal_entry (table_name, row_id)",
    """
    CREATE TABLE affiliation (
        id VARCHAR NOT NULL,
        person_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_affiliation PRIMARY KEY (id),
        CONSTRAINT fk_affiliation_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE
            INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_affiliation_person_id ON affiliation (person_id)",
    """
    CREATE TABLE community_role (
        id VARCHAR NOT NULL,
        person_id VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        trained_on VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_community_role PRIMARY KEY (id),
        CONSTRAINT fk_community_role_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE
            INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_community_role_person_id ON community_role (person_id)",
    """
    CREATE TABLE need (
        id VARCHAR NOT NULL,
        person_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        status VARCHAR NOT NULL,
        review_on VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_need PRIMARY KEY (id),
        CONSTRAINT fk_need_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY
            DEFERRED
    )
    """,
    "CREATE INDEX ix_need_person_id ON need (person_id)",
    """
    CREATE TABLE emergency_contact (
        id VARCHAR NOT NULL,
        person_id VARCHAR NOT NULL,
        name VARCHAR,
        relation VARCHAR,
        phone VARCHAR,
        purge_on VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_emergency_contact PRIMARY KEY (id),
        CONSTRAINT fk_emergency_contact_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE
            INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_emergency_contact_person_id ON emergency_contact (person_id)",
    """
    CREATE TABLE kept_apart (
        id VARCHAR NOT NULL,
        first_id VARCHAR NOT NULL,
        second_id VARCHAR NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_kept_apart PRIMARY KEY (id),
        CONSTRAINT fk_kept_apart_first_id FOREIGN KEY(first_id) REFERENCES person (id) DEFERRABLE INITIALLY
            DEFERRED,
        CONSTRAINT fk_kept_apart_second_id FOREIGN KEY(second_id) REFERENCES person (id) DEFERRABLE
            INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_kept_apart_first_id ON kept_apart (first_id)",
    "CREATE INDEX ix_kept_apart_second_id ON kept_apart (second_id)",
    """
    CREATE TABLE resource (
        id VARCHAR NOT NULL,
        project_id VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        location VARCHAR NOT NULL,
        file_id VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_resource PRIMARY KEY (id),
        CONSTRAINT fk_resource_project_id FOREIGN KEY(project_id) REFERENCES project (id) DEFERRABLE
            INITIALLY DEFERRED,
        CONSTRAINT fk_resource_file_id FOREIGN KEY(file_id) REFERENCES stored_file (id) DEFERRABLE INITIALLY
            DEFERRED
    )
    """,
    "CREATE INDEX ix_resource_project_id ON resource (project_id)",
    "CREATE INDEX ix_resource_file_id ON resource (file_id)",
    """
    CREATE TABLE stored_file (
        id VARCHAR NOT NULL,
        "key" VARCHAR NOT NULL,
        sha256 VARCHAR NOT NULL,
        size INTEGER NOT NULL,
        mime VARCHAR NOT NULL,
        name VARCHAR,
        person_id VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_stored_file PRIMARY KEY (id),
        CONSTRAINT fk_stored_file_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY
            DEFERRED
    )
    """,
    "CREATE INDEX ix_stored_file_person_id ON stored_file (person_id)",
    """
    CREATE TABLE venue_access (
        id VARCHAR NOT NULL,
        venue_id VARCHAR NOT NULL,
        item VARCHAR NOT NULL,
        answer VARCHAR NOT NULL,
        note VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_venue_access PRIMARY KEY (id),
        CONSTRAINT fk_venue_access_venue_id FOREIGN KEY(venue_id) REFERENCES venue (id) DEFERRABLE INITIALLY
            DEFERRED
    )
    """,
    "CREATE INDEX ix_venue_access_venue_id ON venue_access (venue_id)",
    """
    CREATE TABLE design_session (
        id VARCHAR NOT NULL,
        project_id VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        purpose VARCHAR,
        fixed VARCHAR,
        open VARCHAR,
        spectrum VARCHAR,
        held_on VARCHAR,
        doors_at VARCHAR,
        starts_at VARCHAR,
        ends_at VARCHAR,
        venue_id VARCHAR,
        room VARCHAR,
        facilitators VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_design_session PRIMARY KEY (id),
        CONSTRAINT fk_design_session_project_id FOREIGN KEY(project_id) REFERENCES project (id) DEFERRABLE
            INITIALLY DEFERRED,
        CONSTRAINT fk_design_session_venue_id FOREIGN KEY(venue_id) REFERENCES venue (id) DEFERRABLE
            INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_design_session_venue_id ON design_session (venue_id)",
    "CREATE INDEX ix_design_session_held_on ON design_session (held_on)",
    "CREATE INDEX ix_design_session_project_id ON design_session (project_id)",
    """
    CREATE TABLE attendance (
        id VARCHAR NOT NULL,
        session_id VARCHAR NOT NULL,
        person_id VARCHAR NOT NULL,
        status VARCHAR NOT NULL,
        walk_in BOOLEAN NOT NULL,
        roles VARCHAR NOT NULL,
        arrived_at VARCHAR,
        left_at VARCHAR,
        supports_id VARCHAR,
        sheet_number INTEGER,
        table_number INTEGER,
        note VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_attendance PRIMARY KEY (id),
        CONSTRAINT fk_attendance_session_id FOREIGN KEY(session_id) REFERENCES design_session (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_attendance_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE
            INITIALLY DEFERRED,
        CONSTRAINT fk_attendance_supports_id FOREIGN KEY(supports_id) REFERENCES person (id) DEFERRABLE
            INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_attendance_person_id ON attendance (person_id)",
    "CREATE INDEX ix_attendance_session_person ON attendance (session_id, person_id)",
    """
    CREATE TABLE headcount (
        id VARCHAR NOT NULL,
        session_id VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        people INTEGER NOT NULL,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_headcount PRIMARY KEY (id),
        CONSTRAINT fk_headcount_session_id FOREIGN KEY(session_id) REFERENCES design_session (id) DEFERRABLE
            INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_headcount_session_id ON headcount (session_id)",
    """
    CREATE TABLE need_detail (
        id VARCHAR NOT NULL,
        need_id VARCHAR NOT NULL,
        detail VARCHAR,
        purge_on VARCHAR,
        deleted BOOLEAN NOT NULL,
        CONSTRAINT pk_need_detail PRIMARY KEY (id),
        CONSTRAINT fk_need_detail_need_id FOREIGN KEY(need_id) REFERENCES need (id) DEFERRABLE INITIALLY
            DEFERRED
    )
    """,
    "CREATE INDEX ix_need_detail_need_id ON need_detail (need_id)",
)


def upgrade() -> None:
    """Make every table and index."""
    for statement in SCHEMA:
        op.execute(statement)
