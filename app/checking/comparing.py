# SPDX-License-Identifier: GPL-3.0-or-later
"""A table beside its journal. Both are walked in the order of their ids, so that no table is held in memory."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import cast

from sqlalchemy import ColumnClause, Connection, Table, column, func, select, table

from db.erasing import erased_ids
from db.journal import JournalEntry, Kind
from db.replay import Stored

BATCH = 1000

Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of comparing a table with its journal.

    Attributes:
        rows: How many rows the table has.
        differing: The ids of rows that are not what their entries add up to, or stand on one side alone.
    """

    rows: int
    differing: list[str]


def compare(connection: Connection, described: Table) -> Compared:
    """Return how a table agrees with its journal; erased rows are told of nowhere and not compared."""
    erased = erased_ids(connection, described.name)
    rows, differing = 0, list[str]()
    for row_id, stored, told in _beside(_stored(connection, described), _told(connection, described.name)):
        rows += stored is not None
        if stored != told and row_id not in erased and not _same(stored, told):
            differing.append(row_id)
    return Compared(rows, differing)


def _beside(stored: Iterator[Row], told: Iterator[Row]) -> Iterator[tuple[str, str | None, str | None]]:
    """Return, by id, a row as it stands and what is told of it; one of both may be missing."""
    row, entries = next(stored, None), next(told, None)
    while row is not None or entries is not None:
        if entries is None or (row is not None and row[0] < entries[0]):
            row_id, state, said = *cast("Row", row), None
        elif row is None or entries[0] < row[0]:
            row_id, state, said = entries[0], None, entries[1]
        else:
            row_id, state, said = *row, entries[1]
        yield row_id, state, said
        row = next(stored, None) if state is not None else row
        entries = next(told, None) if said is not None else entries


def _same(stored: str | None, told: str | None) -> bool:
    """Return whether a row is what its entries add up to; a column that none of them knows is empty."""
    if stored is None or told is None:
        return False
    state, *entries = cast("list[Stored]", json.loads(f"[{stored},{told}]"))
    folded = dict(chain.from_iterable(fields.items() for fields in entries))
    return all(folded.get(name) == value for name, value in state.items())


def _stored(connection: Connection, described: Table) -> Iterator[Row]:
    """Return the rows as the trigger would journal them whole, by id."""
    names = [str(each.name) for each in described.columns if not each.primary_key]
    columns: list[ColumnClause[str]] = [column(name) for name in ("id", *names)]
    raw = table(described.name, *columns)
    whole = func.json_object(*chain.from_iterable((name, raw.c[name]) for name in names))
    return _walked(connection.execute(select(raw.c.id, whole).order_by(raw.c.id)).yield_per(BATCH))


def _told(connection: Connection, table_name: str) -> Iterator[Row]:
    """Return what was written of each row, by id: its entries with commas between, in the order of writing."""
    entries = func.group_concat(func.ifnull(JournalEntry.fields, "{}"), ",").aggregate_order_by(JournalEntry.n)
    query = (
        select(JournalEntry.row_id, entries)
        .where(JournalEntry.table_name == table_name, JournalEntry.kind != Kind.ERASED)
        .group_by(JournalEntry.row_id)
        .order_by(JournalEntry.row_id)
    )
    return _walked(connection.execute(query).yield_per(BATCH))


def _walked(rows: Iterable[object]) -> Iterator[Row]:
    return (cast("Row", row) for row in rows)
