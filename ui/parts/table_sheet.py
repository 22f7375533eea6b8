# SPDX-License-Identifier: GPL-3.0-or-later
"""A table on its sheet; what to do first is shown in its place while it has no rows."""

from PySide6.QtWidgets import QWidget

from ui.look.look import Look
from ui.parts.sheet import Sheet
from ui.tables import RowTable


class TableSheet(Sheet):
    """A sheet with a table, or with what stands for it while it is empty."""

    def __init__(self, look: Look, table: RowTable, empty: QWidget | None = None) -> None:
        super().__init__(look, table, margins=(3, 3, 3, 4), gap=0)
        self._table = table
        self._empty = empty
        if empty is not None:
            self.column.addWidget(empty)
            table.rows_model.modelReset.connect(self._on_reset)
            self._on_reset()

    def _on_reset(self) -> None:
        rows = self._table.rows_model.rowCount()
        self._table.setVisible(rows > 0)
        if self._empty is not None:
            self._empty.setVisible(rows == 0)
