# SPDX-License-Identifier: GPL-3.0-or-later
"""Getting at single rows: the one with an id, and the one with a natural key."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from sqlalchemy import exists, inspect, select
from sqlalchemy.orm import Session

from app.errors import NotFound
from db.base import Record
from db.journal import JournalEntry, Kind
from db.types import natural_id

Kept = TypeVar("Kept", bound=Record)


def fetch(tx: Session, model: type[Kept], row_id: str) -> Kept:
    """Return the live row with this id.

    Raises:
        NotFound: There is none.
    """
    row = tx.get(model, row_id)
    if row is None or row.deleted:
        raise NotFound(model.__tablename__, row_id)
    return row


def record(tx: Session, model: type[Kept], row_id: str, **values: Any) -> Kept:  # noqa: ANN401 - any column's value
    """Return the row with a natural key, written: inserted, changed, or brought back with all its values anew.

    An erased row stays erased: the row after it has an id that follows from its own, on every laptop the same one.
    """
    row = tx.get(model, row_id, execution_options={"deleted": True})
    while row is not None and row.deleted and _is_erased(tx, model, row_id):
        row_id = natural_id("after", row_id)
        row = tx.get(model, row_id, execution_options={"deleted": True})
    if row is None:
        row = cast("Callable[..., Kept]", model)(id=row_id, **values)
        tx.add(row)
        return row
    if row.deleted:
        _make_new(row)
    for name, value in values.items():
        setattr(row, name, value)
    return row


def _is_erased(tx: Session, model: type[Record], row_id: str) -> bool:
    erasing = exists().where(
        JournalEntry.row_id == row_id,
        JournalEntry.table_name == model.__tablename__,
        JournalEntry.kind == Kind.ERASED,
    )
    return bool(tx.scalar(select(erasing)))


def _make_new(row: Record) -> None:
    """Give a row that was marked deleted the values that a new one would have."""
    for attribute in inspect(type(row)).column_attrs:
        column = attribute.columns[0]
        if not column.primary_key and not column.foreign_keys:
            setattr(row, attribute.key, None if column.default is None else column.default.arg)
    row.deleted = False
