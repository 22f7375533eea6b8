# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the rows of a table: one painter for all of them, in one line or, with large text, in up to three."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look.look import Look
from ui.parts.cells import Press
from ui.parts.columns import Column, HasId, RowsModel
from ui.parts.flow import Flow, Placed, flow

AnyIndex = QModelIndex | QPersistentModelIndex
EDGE = 18  # px at 100 % left of the first column and right of the last
BETWEEN_COLUMNS = 16
ABOVE = 7
BAR = 5
LINES = (0, 1, 2)
GUTTER_SHARE = 0.34  # of the row at most, for what stands first when a row takes several lines


class RowPainter(QStyledItemDelegate):
    """Draws rows.

    Attributes:
        stacked: Whether a row is drawn in several lines, all in the first column.
        hot_row: The row under the pointer, or -1.
    """

    def __init__(self, look: Look, model: RowsModel[HasId]) -> None:
        super().__init__()
        self.look = look
        self.model = model
        self.stacked = False
        self.hot_row = -1
        self._flows: dict[tuple[int, int, int], Flow] = {}

    def forget(self) -> None:
        """Measure everything anew."""
        self._flows.clear()

    def height_of(self, row: int, widths: Sequence[int]) -> int:
        """Return px of a row in columns of these widths; 0 is a hidden column."""
        flows = [self._flow(row, column, width) for column, width in enumerate(widths) if width]
        highest = max((one.size.height() for one in flows), default=0.0)
        return max(self.look.control("row"), round(highest + 2 * self.look.space(ABOVE) + 0.5))

    def press_at(self, index: AnyIndex, cell: QRectF, point: QPointF) -> Press | None:
        """Return what can be pressed at a point of a cell that lies at `cell`."""
        laid_out, at = self._place(index, cell)
        return laid_out.press_at(point - at)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The room of one cell."""
        return QSize(self.look.text(100), self.look.control("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one cell."""
        painter.save()
        cell = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - the stubs leave out the fields
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue]
        self._paint_paper(painter, cell, index, selected=selected)
        laid_out, at = self._place(index, cell)
        laid_out.draw(painter, self.look, at)
        painter.restore()

    def _paint_paper(self, painter: QPainter, cell: QRectF, index: AnyIndex, *, selected: bool) -> None:
        look = self.look
        first, last = index.column() == 0, self._is_last(index.column())
        if selected:
            painter.fillRect(cell, look.color("selected"))
        elif index.row() == self.hot_row:
            painter.fillRect(cell, look.color("hover"))
        left = cell.left() + (look.space(EDGE) if first and not selected else 0)
        right = cell.right() - (look.space(EDGE) if last and not selected else 0)
        painter.fillRect(QRectF(left, cell.bottom() - 1, right - left, 1), look.color("line"))
        if selected and look.high_contrast:
            painter.fillRect(QRectF(cell.left(), cell.top(), cell.width(), 2), look.color("accent"))
            painter.fillRect(QRectF(cell.left(), cell.bottom() - 2, cell.width(), 2), look.color("accent"))
        if selected and first:
            painter.fillRect(QRectF(cell.left(), cell.top(), BAR, cell.height()), look.color("accent"))

    def _place(self, index: AnyIndex, cell: QRectF) -> tuple[Flow, QPointF]:
        laid_out = self._flow(index.row(), index.column(), round(cell.width()))
        x = cell.left() + self._left(index.column())
        if not self.stacked and self.model.columns[index.column()].align & Qt.AlignmentFlag.AlignRight:
            x = cell.right() - self._right(index.column()) - laid_out.size.width()
        return laid_out, QPointF(x, cell.top() + (cell.height() - laid_out.size.height()) / 2)

    def _flow(self, row: int, column: int, width: int) -> Flow:
        key = (row, column, width)
        if key not in self._flows:
            room = max(1, width - self._left(column) - self._right(column))
            if self.stacked:
                self._flows[key] = self._stacked_flow(row, room)
            else:
                self._flows[key] = flow(self.look, self.model.cell(row, column).pieces, room)
        return self._flows[key]

    def _stacked_flow(self, row: int, room: float) -> Flow:
        """Lay a whole row out: what comes first at the left, amounts at the right, the rest in up to three lines."""
        columns: Sequence[Column[HasId]] = self.model.columns
        gutter = None if columns[0].width is None or len(columns) == 1 else 0
        trailing = [
            place
            for place, column in enumerate(columns)
            if place != gutter and column.line == 0 and column.align & Qt.AlignmentFlag.AlignRight
        ]
        placed: list[Placed] = []
        left = 0.0
        if gutter is not None:
            wanted = self.look.control(columns[0].width or 0)
            left = min(wanted, room * GUTTER_SHARE) + self.look.space(BETWEEN_COLUMNS)
            placed += self._cell_at(row, gutter, QPointF(0, 0), left - self.look.space(BETWEEN_COLUMNS))
        right = room
        for place in reversed(trailing):
            one = flow(self.look, self.model.cell(row, place).pieces, (room - left) / 2)
            right -= one.size.width()
            placed += _moved(one, QPointF(right, 0))
            right -= self.look.space(BETWEEN_COLUMNS)
        beside = max((one.area.bottom() for one in placed if one.area.x() >= right), default=0.0)
        middle = [place for place in range(len(columns)) if place != gutter and place not in trailing]
        placed += self._lines(row, middle, QRectF(left, 0, right - left, beside), room)
        return Flow(tuple(placed), QSizeF(room, max((one.area.bottom() for one in placed), default=0.0)))

    def _lines(self, row: int, middle: list[int], beside: QRectF, room: float) -> list[Placed]:
        """Lay out up to three lines: within `beside` as far as it reaches down, then in all the room."""
        placed: list[Placed] = []
        y = 0.0
        for line in LINES:
            pieces = [
                piece
                for place in middle
                if self.model.columns[place].line == line
                for piece in self.model.cell(row, place).pieces
            ]
            if not pieces:
                continue
            width = beside.width() if line == 0 or y < beside.bottom() else room - beside.left()
            one = flow(self.look, pieces, max(1.0, width))
            placed += _moved(one, QPointF(beside.left(), y))
            y += one.size.height() + self.look.space(4)
        return placed

    def _cell_at(self, row: int, column: int, at: QPointF, width: float) -> list[Placed]:
        return _moved(flow(self.look, self.model.cell(row, column).pieces, width), at)

    def _is_last(self, column: int) -> bool:
        return self.stacked or column == len(self.model.columns) - 1

    def _left(self, column: int) -> int:
        return self.look.space(EDGE) if column == 0 else 0

    def _right(self, column: int) -> int:
        return self.look.space(EDGE if self._is_last(column) else BETWEEN_COLUMNS)


def _moved(laid_out: Flow, by: QPointF) -> list[Placed]:
    return [Placed(one.piece, one.area.translated(by)) for one in laid_out.placed]
