# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo: the values from before an operation are written as a new one. Redo is the undo of an undo."""

from sqlalchemy import Connection, Table, select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.journal.errors import CannotUndo, ChangedSince, ErasedSince, RestedOn
from app.journal.rules import FINAL
from db.base import Base
from db.journal import Dot, JournalEntry, JournalOperation, Kind, Op
from db.replay import Stored, entries_of, resting_on, stored_rows, values_before, write_stored


def undo(tx: Session, dot: Dot) -> None:
    """Put back what one operation changed. Run it as an operation that names the one it undoes.

    Raises:
        NotFound: There is no such operation.
        CannotUndo: It is of a kind that is final.
        ErasedSince: Some of what it wrote was erased.
        ChangedSince: A later operation changed the same values.
        RestedOn: Something entered later refers to a row that would go.
    """
    done = tx.get(JournalOperation, (dot.device, dot.seq))
    if done is None:
        raise NotFound("operation", str(dot))
    op = Op(done.op)
    if op in FINAL:
        raise CannotUndo(op)
    connection = tx.connection()
    _check_not_erased(connection, op, dot)
    for table_name, written in entries_of(connection, dot).items():
        table = Base.metadata.tables[table_name]
        current = stored_rows(connection, table, written)
        _check_unchanged(connection, op, dot, table_name, written, current)
        restored = _before(connection, dot, table_name, written)
        _check_unused(connection, op, dot, table, restored, current)
        write_stored(connection, table, restored)
    tx.expire_all()


def _check_not_erased(connection: Connection, op: Op, dot: Dot) -> None:
    """Refuse what would bring back less than it says: some of what was written is in no entry any more."""
    query = select(JournalEntry.table_name, JournalEntry.row_id).where(
        JournalEntry.device == dot.device, JournalEntry.seq == dot.seq, JournalEntry.fields.is_(None)
    )
    erased = connection.execute(query.limit(1)).one_or_none()
    if erased is not None:
        raise ErasedSince(op, *_latest(connection, *erased))


def _check_unchanged(
    connection: Connection,
    op: Op,
    dot: Dot,
    table_name: str,
    written: dict[str, tuple[Kind, Stored]],
    current: dict[str, Stored],
) -> None:
    for row_id, (_, values) in written.items():
        if any(current[row_id][name] != value for name, value in values.items()):
            later = _latest(connection, table_name, row_id)
            raise ChangedSince(op, *later)


def _latest(connection: Connection, table_name: str, row_id: str) -> tuple[Op, Dot]:
    query = (
        select(JournalOperation.op, JournalOperation.device, JournalOperation.seq)
        .join(
            JournalEntry,
            (JournalEntry.device == JournalOperation.device) & (JournalEntry.seq == JournalOperation.seq),
        )
        .where(JournalEntry.table_name == table_name, JournalEntry.row_id == row_id)
        .order_by(JournalEntry.n.desc())
        .limit(1)
    )
    op, device, seq = connection.execute(query).one()
    return Op(op), Dot(device, seq)


def _before(
    connection: Connection, dot: Dot, table_name: str, written: dict[str, tuple[Kind, Stored]]
) -> dict[str, Stored]:
    """Return what to write: a row that was inserted is marked deleted, a changed one gets its values back."""
    updated = [row_id for row_id, (kind, _) in written.items() if kind is Kind.UPDATED]
    before = values_before(connection, dot, table_name, updated)
    restored: dict[str, Stored] = {}
    for row_id, (kind, values) in written.items():
        restored[row_id] = (
            {"deleted": 1} if kind is Kind.INSERTED else {name: before[row_id].get(name) for name in values}
        )
    return restored


def _check_unused(
    connection: Connection,
    op: Op,
    dot: Dot,
    table: Table,
    restored: dict[str, Stored],
    current: dict[str, Stored],
) -> None:
    going = [row_id for row_id, values in restored.items() if values.get("deleted") and not current[row_id]["deleted"]]
    resting = resting_on(connection, table, going, dot)
    if resting:
        raise RestedOn(op, *resting[0], len(resting))
