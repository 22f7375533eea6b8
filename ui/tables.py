# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables: columns say what a row shows, one model serves the rows, one painter draws them.

A column turns a row into a `Cell`, a few pieces in reading order; the same pieces are drawn, measured and read out.
"""

from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.look.look import Look
from ui.parts.cells import Cell, Figures, Mark, NewLine, Piece, Press, Words, cell
from ui.parts.columns import Column, HasId, RowsModel
from ui.parts.part import outline
from ui.parts.row_painter import BETWEEN_COLUMNS, EDGE, RowPainter

__all__ = [
    "Cell",
    "Column",
    "Figures",
    "Mark",
    "NewLine",
    "Piece",
    "Press",
    "RowTable",
    "RowsModel",
    "Words",
    "cell",
]

LEAST_FREE = 150  # px at 100 %: what a column without a width of its own needs before rows take several lines


class Head(QHeaderView):
    """The heads of the columns."""

    def __init__(self, look: Look, model: RowsModel[Any]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.look = look
        self._columns = model.columns
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(super().sizeHint().width(), self.look.control("tableHead"))

    def paintSection(self, painter: QPainter, rect: QRect, place: int) -> None:
        """Draw one head."""
        look = self.look
        column = self._columns[place]
        font = look.font("small", bold=True)
        right = look.space(EDGE if place == len(self._columns) - 1 else BETWEEN_COLUMNS)
        left = look.space(EDGE) if place == 0 else 0
        room = rect.width() - left - right
        words = look.lay_out(column.title, font)
        if column.short_title and (look.narrow or words.width > room):
            words = look.lay_out(column.short_title, font)
        at_right = bool(column.align & Qt.AlignmentFlag.AlignRight)
        x = rect.right() - right - words.width if at_right else rect.left() + left
        words.draw(painter, QPointF(x, rect.top() + (rect.height() - words.height) / 2), look.color("ink2"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))


class RowTable(QTableView):
    """A table of rows that keeps its selection, and shows rows in several lines where there is little room.

    Signals:
        activated_row: Enter or a double click on a row; argument: the row.
        selected_row: another row is selected; argument: the row, or None.
        row_pressed: something that can be pressed was; arguments: the row, and the `act` of the Press.
        end_reached: the last row came into view by scrolling, so more could be fetched; connect to it queued.
    """

    activated_row = Signal(object)
    selected_row = Signal(object)
    row_pressed = Signal(object, str)
    end_reached = Signal()

    def __init__(self, look: Look, model: RowsModel[Any], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.rows_model = model
        self._painter = RowPainter(look, cast("RowsModel[HasId]", model))
        self._kept: object = None
        self._kept_scroll = 0
        self.setAccessibleName(name)
        self._set_up()
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self.setHorizontalHeader(Head(look, model))
        self.setModel(model)
        self.setItemDelegate(self._painter)
        model.modelReset.connect(self._on_reset)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look.changed.connect(self.relook)
        self.relook()

    @property
    def row(self) -> Any:  # noqa: ANN401 - whatever the model's rows are
        """The selected row, or None."""
        place = self.currentIndex().row()
        return self.rows_model.rows[place] if 0 <= place < len(self.rows_model.rows) else None

    @property
    def stacked(self) -> bool:
        """Whether a row takes several lines."""
        return self._painter.stacked

    def refresh(self) -> None:
        """Fetch the rows again; the selection stays on the same row, and nothing scrolls."""
        self.rows_model.refresh()

    def select(self, row_id: object) -> bool:
        """Select the row with this id and show it; returns whether there is one."""
        for place, row in enumerate(self.rows_model.rows):
            if row.id == row_id:
                self.setCurrentIndex(self.rows_model.index(place, 0))
                self._show_current()
                return True
        return False

    def relook(self) -> None:
        """Take up the look as it is now."""
        self._painter.forget()
        self.verticalHeader().setDefaultSectionSize(self.look.control("row"))
        self._spread()
        self._measure_shown()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """The room it would like is little: it takes what others leave, as its rows scroll."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._spread()
        self._measure_shown()
        if self.currentIndex().isValid():
            self._show_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row, Space presses what can be pressed in it."""
        if self.row is not None and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.activated_row.emit(self.row)
                return
            if event.key() == Qt.Key.Key_Space and (press := self._first_press()):
                self.row_pressed.emit(self.row, press.act)
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press what lies under the pointer."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and (press := self._press_under(event.position())):
            self.row_pressed.emit(self.rows_model.rows[self.indexAt(event.position().toPoint()).row()], press.act)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the row, unless what can be pressed was meant."""
        place = self.indexAt(event.position().toPoint()).row()
        if place >= 0 and not self._press_under(event.position()):
            self.activated_row.emit(self.rows_model.rows[place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row is under the pointer."""
        super().mouseMoveEvent(event)
        over = self._press_under(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self._heat(self.rowAt(round(event.position().y())))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show that the pointer has gone."""
        if event.type() == QEvent.Type.Leave:
            self._heat(-1)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the focus around the selected one."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        view = self.viewport()
        area = QRectF(view.rect())
        if self.currentIndex().isValid():
            place = self.currentIndex().row()
            area = QRectF(0, self.rowViewportPosition(place), view.width(), self.rowHeight(place))
        look = self.look
        outline(
            QPainter(view), look, area, fill=None, line=look.color("focus"), radius=4, width=look.tokens.border.focus
        )

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _spread(self) -> None:
        widths = [] if self.look.stacked else self._widths()
        stacked = not widths
        if stacked != self._painter.stacked:
            self._painter.forget()
        self._painter.stacked = self.rows_model.whole_rows_spoken = stacked
        self.horizontalHeader().setVisible(not stacked and any(column.title for column in self.rows_model.columns))
        shown = widths or [self.viewport().width()] + [0] * (len(self.rows_model.columns) - 1)
        for place, width in enumerate(shown):
            self.setColumnHidden(place, width == 0)
            if width:
                self.setColumnWidth(place, width)

    def _widths(self) -> list[int]:
        """Return px of each column, 0 for a hidden one; nothing at all when they do not fit side by side."""
        for hide in (False, True):
            if widths := self._shared(hide=hide):
                return widths
        return []

    def _shared(self, *, hide: bool) -> list[int]:
        columns = self.rows_model.columns
        wanted = [
            0 if hide and column.hide_when_narrow else self._wanted(place) for place, column in enumerate(columns)
        ]
        spare = self.viewport().width() - sum(wanted)
        free = [place for place, column in enumerate(columns) if column.width is None and wanted[place]]
        if spare < 0:
            return []
        for count, place in enumerate(free):
            share = spare // (len(free) - count)
            wanted[place] += share
            spare -= share
        if not free and spare:
            wanted[-1] += spare
        return wanted

    def _wanted(self, place: int) -> int:
        width = self.rows_model.columns[place].width
        return self.look.text(LEAST_FREE if width is None else width)

    def _measure_shown(self) -> None:
        """Give every visible row the height that its words need."""
        header = self.horizontalHeader()
        widths = [0 if self.isColumnHidden(place) else self.columnWidth(place) for place in range(header.count())]
        place = max(0, self.rowAt(0))
        y = self.rowViewportPosition(place)
        while place < len(self.rows_model.rows) and y < self.viewport().height():
            height = self._painter.height_of(place, widths)
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)
            y += height
            place += 1

    def _on_scrolled(self, value: int) -> None:
        self._measure_shown()
        if 0 < self.verticalScrollBar().maximum() <= value:
            self.end_reached.emit()

    def _show_current(self) -> None:
        """Bring the selected row into view; rows that come into view on the way grow to what they need."""
        for _pass in range(2):
            self._measure_shown()
            self.scrollTo(self.currentIndex())

    def _first_press(self) -> Press | None:
        place = self.currentIndex().row()
        cells = [self.rows_model.cell(place, column) for column in range(len(self.rows_model.columns))]
        return next((piece for one in cells for piece in one.pieces if isinstance(piece, Press)), None)

    def _press_under(self, point: QPointF) -> Press | None:
        index = self.indexAt(point.toPoint())
        return self._painter.press_at(index, QRectF(self.visualRect(index)), point) if index.isValid() else None

    def _heat(self, place: int) -> None:
        if place != self._painter.hot_row:
            self._painter.hot_row = place
            self.viewport().update()

    def _on_about_to_be_reset(self) -> None:
        self._kept = self.row.id if self.row is not None else None
        self._kept_scroll = self.verticalScrollBar().value()

    def _on_reset(self) -> None:
        self._painter.forget()
        self._spread()
        self._measure_shown()
        if self._kept is not None:
            self.select(self._kept)
        self.verticalScrollBar().setValue(self._kept_scroll)

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.selected_row.emit(self.row)
