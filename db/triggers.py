# SPDX-License-Identifier: GPL-3.0-or-later
"""The generated triggers that write the journal. Whatever changes a row, ORM, bulk or raw SQL, is caught here.

A transaction that writes rows without naming its operation cannot commit: the entries' foreign key to the operation
is checked at commit, and only db/engine.py writes that row (docs/decisions/0003-journal.md).
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Column, Connection, Table

from db.base import Base, Record

CAPTURING = "(SELECT applying FROM sequence) = 0"
ENTRY = "INSERT INTO journal_entry (device, seq, table_name, row_id, kind, fields, salt) SELECT s.device, s.seq + 1,"


def journaled_tables() -> list[Table]:
    """Return every journaled table, in an order in which they can be created."""
    journaled = {mapper.local_table for mapper in Base.registry.mappers if issubclass(mapper.class_, Record)}
    return [table for table in Base.metadata.sorted_tables if table in journaled]


def capture_triggers(table: Table) -> dict[str, str]:
    """Return the SQL, by trigger name, that journals every insert and update on `table` and refuses the rest.

    Columns that share `info["group"]` are always written together. A table whose `info` says `append_only` refuses
    every update.
    """
    watched = [column for column in table.columns if not column.primary_key]
    triggers = {
        f"{table.name}_i": _on_insert(table, watched),
        f"{table.name}_u": _on_update(table, watched),
        f"{table.name}_d": _refuse(table, "d", "DELETE", "rows are marked deleted, never removed"),
        f"{table.name}_k": _refuse(
            table, "k", "UPDATE OF id", "the id of a row never changes", when="NEW.id IS NOT OLD.id"
        ),
        f"{table.name}_e": _refuse(table, "e", "UPDATE", "an erased row stays erased", when=_erased(table)),
    }
    if table.info.get("append_only"):
        triggers[f"{table.name}_u"] = _refuse(table, "u", "UPDATE", "rows are only added")
    return triggers


def wanted_triggers() -> dict[str, str]:
    """Return all the triggers that a file of this version has, by name."""
    return {name: sql for table in journaled_tables() for name, sql in capture_triggers(table).items()}


def install(connection: Connection) -> None:
    """Make the file's triggers those of this version; unknown ones are dropped."""
    remove(connection)
    for sql in wanted_triggers().values():
        connection.exec_driver_sql(sql)


def remove(connection: Connection) -> None:
    """Drop every trigger, so that nothing is journaled: tables can be rebuilt, as no user did it."""
    for name in _found(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def out_of_date(connection: Connection) -> list[str]:
    """Return the names of triggers whose SQL in the file is not what we would generate."""
    found, wanted = _found(connection), wanted_triggers()
    return sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))


def _found(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {str(name): str(sql) for name, sql in rows}


def _on_insert(table: Table, watched: Sequence[Column[object]]) -> str:
    values = ", ".join(f"'{column.name}', NEW.\"{column.name}\"" for column in watched)
    return (
        f"CREATE TRIGGER {table.name}_i AFTER INSERT ON {table.name} WHEN {CAPTURING} BEGIN "
        f"{ENTRY} '{table.name}', NEW.id, 'i', json_object({values}), randomblob(16) FROM sequence s; END"
    )


def _on_update(table: Table, watched: Sequence[Column[object]]) -> str:
    changed = " UNION ALL ".join(
        f"SELECT '{column.name}' k, NEW.\"{column.name}\" v WHERE {_differs(group)}"
        for group in _groups(watched)
        for column in group
    )
    return (
        f"CREATE TRIGGER {table.name}_u AFTER UPDATE ON {table.name} WHEN {CAPTURING} AND ({_differs(watched)}) BEGIN "
        f"{ENTRY} '{table.name}', NEW.id, 'u', (SELECT json_group_object(k, v) FROM ({changed})), randomblob(16) "
        f"FROM sequence s; END"
    )


def _groups(columns: Iterable[Column[object]]) -> list[list[Column[object]]]:
    groups: dict[str, list[Column[object]]] = {}
    for column in columns:
        groups.setdefault(column.info.get("group", f"={column.name}"), []).append(column)
    return list(groups.values())


def _differs(columns: Iterable[Column[object]]) -> str:
    return " OR ".join(f'NEW."{column.name}" IS NOT OLD."{column.name}"' for column in columns)


def _erased(table: Table) -> str:
    return (
        f"{CAPTURING} AND EXISTS (SELECT 1 FROM journal_entry "
        f"WHERE row_id = OLD.id AND table_name = '{table.name}' AND kind = 'e')"
    )


def _refuse(table: Table, letter: str, act: str, why: str, *, when: str = CAPTURING) -> str:
    return (
        f"CREATE TRIGGER {table.name}_{letter} BEFORE {act} ON {table.name} WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
    )
