# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows as the journal knows them: raw columns and raw values, for undo and for merging."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnClause,
    Connection,
    Table,
    TableClause,
    bindparam,
    column,
    select,
    table,
    text,
    update,
)

from db.journal import Dot, JournalEntry, Kind

Stored = dict[str, Any]


def entries_of(connection: Connection, dot: Dot) -> dict[str, dict[str, tuple[Kind, Stored]]]:
    """Return what one operation wrote: by table and row id, whether it inserted the row, and its last values."""
    query = (
        select(JournalEntry.table_name, JournalEntry.row_id, JournalEntry.kind, JournalEntry.fields)
        .where(JournalEntry.device == dot.device, JournalEntry.seq == dot.seq)
        .order_by(JournalEntry.n)
    )
    written: dict[str, dict[str, tuple[Kind, Stored]]] = {}
    for name, row_id, kind, fields in connection.execute(query):
        rows = written.setdefault(name, {})
        first, values = rows.get(row_id, (Kind(kind), {}))
        rows[row_id] = (first, values | json.loads(fields or "{}"))
    return written


def values_before(connection: Connection, dot: Dot, table_name: str, row_ids: Iterable[str]) -> dict[str, Stored]:
    """Return the values of rows as they stood before an operation, folded from earlier entries.

    A column that none of them knows is of a later version than they are: it was empty.
    """
    query = text(
        "SELECT row_id, fields FROM journal_entry WHERE table_name = :name "
        "AND row_id IN (SELECT value FROM json_each(:ids)) AND n < "
        "(SELECT min(n) FROM journal_entry WHERE device = :device AND seq = :seq) ORDER BY n"
    )
    asked = {"name": table_name, "ids": json.dumps(list(row_ids)), "device": dot.device, "seq": dot.seq}
    before: dict[str, Stored] = {}
    for row_id, fields in connection.execute(query, asked):
        before.setdefault(row_id, {}).update(json.loads(fields or "{}"))
    return before


def stored_rows(connection: Connection, described: Table, row_ids: Iterable[str] | None = None) -> dict[str, Stored]:
    """Return rows by id as they are stored, marked rows too; all of them when no ids are given."""
    raw = _raw(described)
    query = select(raw)
    if row_ids is not None:
        listed = text("SELECT value FROM json_each(:ids)").bindparams(ids=json.dumps(list(row_ids)))
        query = query.where(raw.c.id.in_(listed))
    return {
        row["id"]: {key: value for key, value in row.items() if key != "id"}
        for row in connection.execute(query).mappings()
    }


def write_stored(connection: Connection, described: Table, rows: Mapping[str, Stored]) -> None:
    """Write raw values into rows by id, all rows with the same columns in one statement."""
    raw = _raw(described)
    alike: dict[tuple[str, ...], list[Stored]] = {}
    for row_id, values in rows.items():
        alike.setdefault(tuple(values), []).append({"of_id": row_id} | {f"to_{name}": values[name] for name in values})
    for names, written in alike.items():
        if names:
            to: dict[str, BindParameter[Any]] = {name: bindparam(f"to_{name}") for name in names}
            connection.execute(update(raw).where(raw.c.id == bindparam("of_id")).values(to), written)


def resting_on(connection: Connection, described: Table, row_ids: Sequence[str], dot: Dot) -> list[tuple[str, str]]:
    """Return live rows of other tables (table, id) that refer to these rows and were not written by the operation."""
    found: list[tuple[str, str]] = []
    for other in described.metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column.table is described and "deleted" in other.columns:
                query = text(
                    f'SELECT id FROM "{other.name}" WHERE deleted = 0 AND "{key.parent.name}" IN '
                    "(SELECT value FROM json_each(:ids)) AND id NOT IN (SELECT row_id FROM journal_entry "
                    "WHERE device = :device AND seq = :seq AND table_name = :name) LIMIT 5"
                )
                asked = {"ids": json.dumps(list(row_ids)), "device": dot.device, "seq": dot.seq, "name": other.name}
                found += [(other.name, row_id) for row_id in connection.scalars(query, asked)]
    return found


def _raw(described: Table) -> TableClause:
    """Return the table without its types, so that values come and go as they are stored."""
    columns: list[ColumnClause[str]] = [column(str(each.name)) for each in described.columns]
    return table(described.name, *columns)
