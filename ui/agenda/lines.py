# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of rows under each other that stay while their rows do, so that nothing typed in them and no focus is lost."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from ui.look.look import Look
from ui.parts.columns import HasId
from ui.parts.sheet import Down

RowType = TypeVar("RowType", bound=HasId)


class RowLine(QWidget, Generic[RowType]):
    """What is shown of one row."""

    def show_row(self, row: RowType) -> None:
        """Show the row as it is now; a field that is being typed in keeps what stands in it."""
        raise NotImplementedError


LineType = TypeVar("LineType", bound=RowLine[Any])


class KeptLines(QWidget, Generic[RowType, LineType]):
    """One line for each row.

    Attributes:
        lines: What is shown, by the id of its row, in their order.
    """

    def __init__(self, look: Look, make: Callable[[RowType], LineType], *, gap: int = 10) -> None:
        super().__init__()
        self.lines: dict[object, LineType] = {}
        self._make = make
        self._column = Down(look, gap=gap)
        self.setLayout(self._column)
        self.hide()

    def show_rows(self, rows: Sequence[RowType]) -> None:
        """Show these rows: those that are new get a line, and the lines of those that are gone go."""
        before, self.lines = self.lines, {}
        for place, row in enumerate(rows):
            line = before.pop(row.id, None) or self._make(row)
            self.lines[row.id] = line
            if self._column.indexOf(line) != place:
                self._column.removeWidget(line)
                self._column.insertWidget(place, line)
            line.show_row(row)
        for gone in before.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.setVisible(bool(rows))
