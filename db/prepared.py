# SPDX-License-Identifier: GPL-3.0-or-later
"""Queries that are asked with every key press: put into SQL once, and asked without the mapper's work on each row.

Like all other reads they do not see rows marked deleted.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.orm import Session

from db.records import HIDE_DELETED

NAMED = SQLiteDialect(paramstyle="named")

Reading = Callable[[Any], Any]


def given(name: str) -> BindParameter[Any]:
    """Return the place of a value that a prepared query is asked with."""
    return bindparam(name, required=False)


class Prepared:
    """A query in SQL; `given` holds the places of what it is asked with."""

    def __init__(self, query: Select[*tuple[Any, ...]]) -> None:
        compiled = query.options(HIDE_DELETED).compile(dialect=NAMED, compile_kwargs={"render_postcompile": True})
        self._sql = compiled.string
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        readings = [column.type.dialect_impl(NAMED).result_processor(NAMED, None) for column in query.selected_columns]
        self._readings: list[tuple[int, Reading]] = [(at, read) for at, read in enumerate(readings) if read is not None]

    def ask(self, tx: Session, values: Mapping[str, object]) -> list[Sequence[Any]]:
        """Return the rows, read as the types of their columns say.

        Args:
            tx: The view of the records.
            values: What the query is asked with, as it is stored.
        """
        tx.flush()
        rows = tx.connection().exec_driver_sql(self._sql, {**self._fixed, **values}).all()
        return [self._read(row) for row in rows] if self._readings else list(rows)

    def _read(self, row: Sequence[Any]) -> Sequence[Any]:
        values = list(row)
        for at, read in self._readings:
            if values[at] is not None:
                values[at] = read(values[at])
        return values
