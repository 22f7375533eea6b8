# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasing rows: what they said goes from the table and from every entry of the journal, and does not come back.

The journal keeps that something was done, when and by whom, and the hash of what it wrote (sync.md 2.2). Nothing of
this can be undone (docs/decisions/0011-erasure.md).
"""

import hashlib
import json
import secrets
from collections.abc import Collection, Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import Any, cast

import sqlcipher3.dbapi2
from sqlalchemy import Column, Connection, Engine, Table, bindparam, insert, select, text, update
from sqlalchemy.sql.elements import TextClause

from db.base import Base
from db.journal import JournalEntry, Kind
from db.local import Sequence
from db.replay import Stored, stored_rows
from db.types import Erased

ERASURES = (  # by the index of erasures alone; by itself SQLite would walk all entries of a table
    "SELECT row_id FROM journal_entry INDEXED BY ix_journal_entry_erased WHERE kind = 'e' AND table_name = :name"
)
IDS = "SELECT value FROM json_each(:ids)"
CHECKPOINT = ("busy_timeout=0", "wal_checkpoint(TRUNCATE)", "busy_timeout=5000")


def erase_rows(connection: Connection, rows: Mapping[str, Iterable[str]]) -> int:
    """Empty rows and all that the journal says of them, mark them deleted for ever, and return how many there were.

    Run it inside an operation. What is not there, or was erased before, is passed over; ids and references stay, so
    that whatever refers to such a row still can.

    Args:
        connection: The connection of the change under way; what its session knows of these rows is out of date then.
        rows: Ids by table.
    """
    erased = 0
    with _unwatched(connection):
        for table_name, ids in rows.items():
            table = Base.metadata.tables[table_name]
            standing = _standing(connection, table, ids)
            _empty(connection, table, standing, left_by_erasure(table) | {"deleted": True})
            _redact(connection, table_name, standing)
            _enter(connection, table_name, Kind.ERASED, dict.fromkeys(standing))
            erased += len(standing)
    return erased


def clear_rows(connection: Connection, table_name: str, ids: Iterable[str], columns: Collection[str]) -> int:
    """Empty some columns of rows that stay and all that the journal says of these rows, and return how many there were.

    Run it inside an operation. The journal is given the rows anew as they stand, so that later changes can be undone.
    Rows that were erased before, and those of which nothing was ever said there, are passed over.

    Args:
        connection: The connection of the change under way; what its session knows of these rows is out of date then.
        table_name: Their table.
        ids: Which rows.
        columns: What is emptied in them.
    """
    table = Base.metadata.tables[table_name]
    left = {name: value for name, value in left_by_erasure(table).items() if name in columns}
    with _unwatched(connection):
        standing = _saying(connection, table_name, _standing(connection, table, ids), left)
        _empty(connection, table, standing, left)
        _redact(connection, table_name, standing)
        now = stored_rows(connection, table, standing)
        _enter(connection, table_name, Kind.UPDATED, {row_id: json.dumps(now[row_id]) for row_id in standing})
    return len(standing)


def left_by_erasure(table: Table) -> dict[str, Any]:
    """Return what erasure leaves, by column; one that is not named tells nothing of anybody and keeps its value."""
    told = (column for column in table.columns if not column.primary_key)
    return {str(column.name): column.info.get("erased") for column in told if _tells(column)}


def erased_ids(connection: Connection, table_name: str) -> frozenset[str]:
    """Return the ids of the rows of a table that were erased."""
    return frozenset(connection.scalars(text(ERASURES), {"name": table_name}))


def leave_no_traces(engine: Engine) -> bool:
    """Write the file anew without what was erased from it, and return whether that was possible now.

    Freed space is overwritten as it is freed (`secure_delete`), but SQLite leaves copies behind where it moves rows
    between pages, and the log beside the file holds older pages until it is emptied. False means that somebody reads
    the file at this moment or that there is no space for a copy of it: what was erased is gone from the records all
    the same, and its traces go the next time.
    """
    connection = engine.raw_connection()
    try:
        bare = cast("sqlcipher3.dbapi2.Connection", connection.driver_connection)
        bare.execute("VACUUM")
        _waited, (held, *_pages), _waits = (bare.execute(f"PRAGMA {pragma}").fetchone() for pragma in CHECKPOINT)
        return not held
    except sqlcipher3.dbapi2.DatabaseError:
        return False
    finally:
        connection.close()


@contextmanager
def _unwatched(connection: Connection) -> Generator[None]:
    """Keep the triggers from writing the journal: what is written here would stand in it word for word."""
    connection.execute(update(Sequence).values(applying=True))
    yield
    connection.execute(update(Sequence).values(applying=False))


def _standing(connection: Connection, table: Table, ids: Iterable[str]) -> list[str]:
    return sorted(stored_rows(connection, table, ids).keys() - erased_ids(connection, table.name))


def _saying(connection: Connection, table_name: str, ids: list[str], left: Mapping[str, object]) -> list[str]:
    """Return the rows of which the journal says more in some columns than what is left there."""
    entries = select(JournalEntry.row_id, JournalEntry.fields).where(
        JournalEntry.table_name == table_name, JournalEntry.row_id.in_(_listed(ids)), JournalEntry.fields.is_not(None)
    )
    said: dict[str, list[Stored]] = {}
    for row_id, fields in connection.execute(entries):
        said.setdefault(row_id, []).append(json.loads(fields or "{}"))
    return [
        row_id
        for row_id, written in sorted(said.items())
        if any(one.get(name, value) != value for one in written for name, value in left.items())
    ]


def _tells(column: Column[Any]) -> bool:
    left = column.info.get("erased")
    return left is not Erased.STAYS and (left is not None or bool(column.nullable))


def _empty(connection: Connection, table: Table, ids: list[str], left: Mapping[str, object]) -> None:
    if left:
        of = table.c.id.in_(_listed(ids))
        connection.execute(update(table).where(of).values(dict(left)))


def _redact(connection: Connection, table_name: str, ids: list[str]) -> None:
    """Take what entries say out of the journal, and leave its hash."""
    said = select(JournalEntry.n, JournalEntry.salt, JournalEntry.fields, JournalEntry.value_hash).where(
        JournalEntry.table_name == table_name, JournalEntry.row_id.in_(_listed(ids)), JournalEntry.fields.is_not(None)
    )
    redacted = [
        {"of_n": n, "hashed": known or hashlib.sha256((salt or b"") + (fields or "").encode()).digest()}
        for n, salt, fields, known in connection.execute(said)
    ]
    if redacted:
        change = update(JournalEntry).where(JournalEntry.n == bindparam("of_n"))
        bare = change.values(value_hash=bindparam("hashed"), fields=None, salt=None)
        connection.execute(bare, redacted)


def _enter(connection: Connection, table_name: str, kind: Kind, rows: Mapping[str, str | None]) -> None:
    device, seq = connection.execute(select(Sequence.device, Sequence.seq)).one()
    entry = {"device": device, "seq": seq + 1, "table_name": table_name, "kind": kind}
    entries = [
        entry | {"row_id": row_id, "fields": fields, "salt": None if fields is None else secrets.token_bytes(16)}
        for row_id, fields in rows.items()
    ]
    if entries:
        connection.execute(insert(JournalEntry), entries)


def _listed(ids: Iterable[str]) -> TextClause:
    return text(IDS).bindparams(ids=json.dumps(list(ids)))
