# SPDX-License-Identifier: GPL-3.0-or-later
"""A table beside its journal. Both are walked in the order of their ids, so that no table is held in memory."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from typing import cast

from sqlalchemy import ColumnClause, Connection, Table, column, func, select, table

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
    erased = _erased(connection, described.name)
    rows, differing = 0, list[str]()
    for row_id, stored, told in _beside(_stored(connection, described), _told(connection, described.name)):
        rows += stored is not None
        if row_id not in erased and (stored is None or not _same(stored, told)):
            differing.append(row_id)
    return Compared(rows, differing)


def _beside(stored: Iterator[Row], told: Iterator[Row]) -> Iterator[tuple[str, str | None, list[str]]]:
    """Return, by id, a row as it stands and the entries that tell of it; one of both may be missing."""
    entries = ((row_id, [fields for _, fields in group]) for row_id, group in groupby(told, key=itemgetter(0)))
    row, entry = next(stored, None), next(entries, None)
    while row is not None or entry is not None:
        row_id = min(side[0] for side in (row, entry) if side is not None)
        state, tellings = None, list[str]()
        if row is not None and row[0] == row_id:
            state, row = row[1], next(stored, None)
        if entry is not None and entry[0] == row_id:
            tellings, entry = entry[1], next(entries, None)
        yield row_id, state, tellings


def _same(stored: str, told: list[str]) -> bool:
    """Return whether a row is what its entries add up to; a column that none of them knows is empty."""
    if told == [stored]:
        return True
    folded = dict(chain.from_iterable(cast("Stored", json.loads(fields)).items() for fields in told))
    return bool(told) and all(folded.get(name) == value for name, value in json.loads(stored).items())


def _stored(connection: Connection, described: Table) -> Iterator[Row]:
    """Return the rows as the trigger would journal them whole, by id."""
    names = [str(each.name) for each in described.columns if not each.primary_key]
    columns: list[ColumnClause[str]] = [column(name) for name in ("id", *names)]
    raw = table(described.name, *columns)
    whole = func.json_object(*chain.from_iterable((name, raw.c[name]) for name in names))
    return _walked(connection.execute(select(raw.c.id, whole).order_by(raw.c.id)).yield_per(BATCH))


def _told(connection: Connection, table_name: str) -> Iterator[Row]:
    """Return what was written of each row, in the order in which it was written."""
    query = (
        select(JournalEntry.row_id, func.ifnull(JournalEntry.fields, "{}"))
        .where(JournalEntry.table_name == table_name, JournalEntry.kind != Kind.ERASED)
        .order_by(JournalEntry.row_id, JournalEntry.n)
    )
    return _walked(connection.execute(query).yield_per(BATCH))


def _walked(rows: Iterable[object]) -> Iterator[Row]:
    return (cast("Row", row) for row in rows)


def _erased(connection: Connection, table_name: str) -> frozenset[str]:
    erasing = select(JournalEntry.row_id).where(JournalEntry.kind == Kind.ERASED, JournalEntry.table_name == table_name)
    return frozenset(connection.scalars(erasing))
