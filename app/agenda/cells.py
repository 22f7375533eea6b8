# SPDX-License-Identifier: GPL-3.0-or-later
"""The cells of one row of a plan in a spreadsheet, by what their columns mean."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import time
from typing import TypeVar

from app.agenda.columns import Columns, Field
from app.agenda.drafts import Why
from app.agenda.errors import NotARank, NotMinutes, NotTables
from app.agenda.typed import MOST_MINUTES, rank_in, tables_in
from app.agenda.wall_times import length_in, span_in, time_in
from app.attendance.errors import NotATime
from app.errors import Refused
from app.importing.table import SheetRow

Read = TypeVar("Read")


@dataclass(eq=False)
class NotTaken(Exception):
    """A row is not taken, and the column that is why, where it is one."""

    why: Why
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row."""

    columns: Columns
    row: SheetRow

    def words(self, field: Field) -> str:
        """Return what stands in a column, or ""."""
        place = self.columns.place_of(field)
        return "" if place is None or place >= len(self.row.cells) else self.row.cells[place].strip()

    def span(self) -> tuple[time | None, time | None]:
        """Return when the row begins and ends, as far as it says so.

        Raises:
            NotTaken: What stands there is no time of day.
        """
        start, until = self._read(Field.START, span_in, NotATime, Why.NOT_A_TIME)
        end = self._read(Field.END, time_in, NotATime, Why.NOT_A_TIME)
        return start, until if end is None else end

    def length(self, field: Field) -> int | None:
        """Return the length in a column in minutes, or None where nothing stands.

        Raises:
            NotTaken: What stands there is no length, or one that is too long.
        """
        minutes = self._read(field, length_in, NotMinutes, Why.NOT_A_LENGTH)
        if minutes is not None and minutes > MOST_MINUTES:
            raise NotTaken(Why.TOO_LONG, field)
        return minutes

    def rank(self) -> int | None:
        """Return in which order the block may be cut, or None where nothing stands.

        Raises:
            NotTaken: What stands there is no whole number from 1.
        """
        return self._read(Field.CUT_FIRST, rank_in, NotARank, Why.NOT_A_RANK)

    def tables(self) -> tuple[int, ...]:
        """Return the numbers of the tables.

        Raises:
            NotTaken: What stands there is no numbers.
        """
        return self._read(Field.TABLES, tables_in, NotTables, Why.NOT_TABLES)

    def unread(self, understood: Collection[Field]) -> Iterator[str]:
        """Yield what stands in all other columns than these, with their titles before it."""
        for place, cell in enumerate(self.row.cells):
            if cell.strip() and self.columns.fields.get(place) not in understood:
                title = self.columns.title_at(place)
                yield f"{title}: {cell.strip()}" if title else cell.strip()

    def _read(self, field: Field, reader: Callable[[str], Read], error: type[Refused], why: Why) -> Read:
        try:
            return reader(self.words(field))
        except error as reason:
            raise NotTaken(why, field) from reason
