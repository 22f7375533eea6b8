# SPDX-License-Identifier: GPL-3.0-or-later
"""The encrypted file as a whole: made, opened and brought up to date; and sessions on it that hide marked rows."""

import secrets
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, event, insert, select, text
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker, with_loader_criteria

from db import triggers
from db.base import Base, Record
from db.engine import SCHEMA, open_engine
from db.errors import Damaged, NewerVersion
from db.local import Sequence
from db.types import DeviceId

VERSION_TABLE = (  # word for word as Alembic makes it, so that new and upgraded files have the same schema
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
DEVICE_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
HIDE_DELETED = with_loader_criteria(Record, lambda record: record.deleted.is_(False), include_aliases=True)

Migrate = Callable[[Path, bytes], None]


def create_records(path: Path, key: bytes) -> None:
    """Make a new encrypted file with every table, trigger and a fresh device id."""
    engine = open_engine(path, key)
    try:
        with engine.begin() as connection:
            Base.metadata.create_all(connection)
            triggers.install(connection)
            connection.execute(insert(Sequence), {"id": 1, "device": new_device()})
            connection.execute(text(VERSION_TABLE))
            connection.execute(text("INSERT INTO alembic_version VALUES (:schema)"), {"schema": SCHEMA})
    finally:
        engine.dispose()


def open_records(path: Path, key: bytes, migrate: Migrate) -> Engine:
    """Return an engine on an existing file of this version.

    Args:
        path: The file.
        key: Its raw key.
        migrate: Called with both when the file is of an older version.

    Raises:
        Unavailable: The file cannot be opened, or is of a newer version.
    """
    if not path.is_file():
        raise Damaged(path)
    engine = open_engine(path, key)
    try:
        found = schema_of(engine)
        if int(found) > int(SCHEMA):
            raise NewerVersion(path, int(found), int(SCHEMA))
        if found != SCHEMA:
            migrate(path, key)
        _mend_triggers(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def schema_of(engine: Engine) -> str:
    """Return the version of the schema in the file."""
    with engine.connect() as connection:
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def sessions_on(engine: Engine) -> sessionmaker[Session]:
    """Return a maker of database sessions whose reads do not see rows marked deleted.

    `execution_options(deleted=True)` asks for all.
    """
    sessions = sessionmaker(engine, expire_on_commit=False)
    event.listen(sessions, "do_orm_execute", _hide_deleted)
    return sessions


def device_of(connection: Connection) -> DeviceId:
    """Return the id under which this installation writes the journal."""
    return connection.execute(select(Sequence.device)).scalar_one()


def new_device() -> DeviceId:
    """Return a fresh random device id: eight letters of base 32."""
    return DeviceId("".join(secrets.choice(DEVICE_LETTERS) for _ in range(8)))


def _mend_triggers(engine: Engine) -> None:
    """Make the triggers anew before the first write if they are not those of this version."""
    with engine.connect() as connection:
        stale = triggers.out_of_date(connection)
    if stale:
        with engine.begin() as connection:
            triggers.install(connection)


def _hide_deleted(state: ORMExecuteState) -> None:
    if state.is_select and not state.is_column_load and not state.execution_options.get("deleted", False):
        state.statement = state.statement.options(HIDE_DELETED)
