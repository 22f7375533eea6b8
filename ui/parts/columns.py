# SPDX-License-Identifier: GPL-3.0-or-later
"""What a table shows: columns say how a row looks, and one model serves the rows that a query returns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.parts.cells import Cell

AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class HasId(Protocol):
    """A row of a query: frozen, and known by its id."""

    @property
    def id(self) -> object:
        """What tells this row from all others."""
        ...


RowType = TypeVar("RowType", bound=HasId)


@dataclass(frozen=True, slots=True)
class Column(Generic[RowType]):
    """How rows are shown in one column.

    Attributes:
        title: The head of the column.
        cell: What a row shows in it.
        width: Px at 100 %; None takes a share of the room that is left.
        align: Left, or right for amounts.
        short_title: The head where there is little room.
        line: On which line (0, 1, 2) it stands when a row takes several lines.
        hide_when_narrow: Whether it gives way first.
    """

    title: str
    cell: Callable[[RowType], Cell]
    width: int | None = None
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    short_title: str = ""
    line: int = 0
    hide_when_narrow: bool = False


class RowsModel(QAbstractTableModel, Generic[RowType]):
    """Shows the rows that a query returns, once `refresh` has fetched them.

    Attributes:
        rows: What was fetched last, in its order.
        columns: How they are shown.
        whole_rows_spoken: Whether the first column speaks for the whole row, as it does while the others are hidden.
    """

    def __init__(self, columns: Sequence[Column[RowType]], fetch: Callable[[], Sequence[RowType]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.whole_rows_spoken = False
        self._fetch = fetch
        self._cells: dict[tuple[int, int], Cell] = {}
        self.rows: Sequence[RowType] = ()

    def refresh(self) -> None:
        """Fetch the rows again."""
        rows = self._fetch()
        self.beginResetModel()
        self.rows = rows
        self._cells.clear()
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """Return what a row shows in a column."""
        key = (row, column)
        if key not in self._cells:
            self._cells[key] = self.columns[column].cell(self.rows[row])
        return self._cells[key]

    def spoken_row(self, row: int) -> str:
        """Return everything that a row shows, as it is read out."""
        return ", ".join(said for place in range(len(self.columns)) if (said := self.cell(row, place).spoken))

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Serve the words of a cell, as they are read and as they are read out."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).plain
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if self.whole_rows_spoken:
                return self.spoken_row(index.row())
            return self.cell(index.row(), index.column()).spoken
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Serve the heads of the columns."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.columns[section].title
        return None
