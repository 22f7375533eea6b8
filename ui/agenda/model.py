# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a plan as Qt's list asks for them."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.agenda.rows import PlanRow
from ui.agenda.words import RowWords, words_of

AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class PlanModel(QAbstractListModel):
    """Serves rows, and the words of those that are asked for.

    Attributes:
        rows: What is shown, in its order.

    Signals:
        reworded: the same rows, equally high, say something else.
    """

    reworded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[PlanRow] = ()
        self._measured: Sequence[Hashable] = ()
        self._words: dict[int, RowWords] = {}

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show rows; where the same blocks stand in the same order, nothing is laid out that need not be."""
        if rows and [row.id for row in rows] == [row.id for row in self.rows]:
            measured = self._measured
            self._take(rows)
            if self._measured == measured:
                self.reworded.emit()
            else:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._take(rows)
        self.endResetModel()

    def words(self, place: int) -> RowWords:
        """Return what a row says."""
        if place not in self._words:
            self._words[place] = words_of(self.rows[place])
        return self._words[place]

    def place_of(self, block_id: object) -> int | None:
        """Return where the row of a block stands; None when there is none."""
        return next((place for place, row in enumerate(self.rows) if row.id == block_id), None)

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Serve the title of a block, and everything of its row to be read out."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].block.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words(index.row()).spoken
        return None

    def _take(self, rows: Sequence[PlanRow]) -> None:
        self.rows = rows
        self._measured = [row.measured_by for row in rows]
        self._words.clear()
