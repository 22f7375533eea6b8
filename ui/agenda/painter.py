# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the rows of the plan: one painter for all of them."""

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.agenda.model import PlanModel
from ui.agenda.row_layout import RowLayout, lay_out_row, start_piece
from ui.look.look import Look
from ui.parts.flow import draw_piece
from ui.parts.part import draw_icon, outline
from ui.parts.row_painter import BAR

AnyIndex = QModelIndex | QPersistentModelIndex
MOST_KEPT = 2000  # layouts
LINE_INSET = 16  # px at 100 % beside the line under a row


class PlanPainter(QStyledItemDelegate):
    """Draws rows.

    Attributes:
        width: Px of a row.
        hot_row: The row under the pointer, or -1.
    """

    def __init__(self, look: Look, model: PlanModel) -> None:
        super().__init__()
        self.look = look
        self.model = model
        self.width = 0
        self.hot_row = -1
        self._layouts: dict[Hashable, RowLayout] = {}
        self._heights: dict[Hashable, int] = {}
        self._boxes: dict[Hashable, QPixmap] = {}

    def forget(self) -> None:
        """Measure everything anew."""
        self._layouts.clear()
        self._heights.clear()
        self._boxes.clear()

    def layout_of(self, place: int) -> RowLayout:
        """Return where everything lies in a row."""
        words = self.model.words(place)
        key = words.laid_out_by
        if key not in self._layouts:
            if len(self._layouts) > MOST_KEPT:
                self._layouts.clear()
            self._layouts[key] = lay_out_row(self.look, words, self.width)
        return self._layouts[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The room of a row."""
        key = self.model.rows[index.row()].measured_by
        if key not in self._heights:
            self._heights[key] = round(self.layout_of(index.row()).height)
        return QSize(1, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        look, row = self.look, self.layout_of(index.row())
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType] - the stubs leave out its fields
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType] - the stubs leave out its fields
        painter.save()
        self._paint_ground(painter, area, index.row(), selected=selected)
        at = area.topLeft()
        draw_icon(painter, look, row.handle.translated(at), "drag", look.color("ink2"), size=20)
        self._paint_box(painter, row.minutes.translated(at), fill="sheet", line="edge")
        for card in row.cards:
            self._paint_box(painter, card.translated(at), fill="page", line="edge" if look.high_contrast else "line")
        draw_piece(painter, look, start_piece(self.model.words(index.row()).start), row.start.translated(at))
        for part in row.placed:
            draw_piece(painter, look, part.piece, part.area.translated(at))
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, place: int, *, selected: bool) -> None:
        look = self.look
        if selected:
            painter.fillRect(area, look.color("selected"))
            painter.fillRect(QRectF(area.x(), area.y(), BAR, area.height()), look.color("accent"))
            if look.high_contrast:
                for y in (area.y(), area.bottom() - 2):
                    painter.fillRect(QRectF(area.x(), y, area.width(), 2), look.color("accent"))
        elif place == self.hot_row:
            painter.fillRect(area, look.color("hover"))
        if place < len(self.model.rows) - 1:
            inset = look.space(LINE_INSET)
            under = QRectF(area.x() + inset, area.bottom() - 1, area.width() - 2 * inset, 1)
            painter.fillRect(under, look.color("line"))

    def _paint_box(self, painter: QPainter, box: QRectF, *, fill: str, line: str) -> None:
        """Draw a box; one of each size is drawn, and then shown again."""
        ratio = painter.device().devicePixelRatio()
        key = (box.width(), box.height(), fill, line, ratio)
        if key not in self._boxes:
            self._boxes[key] = self._drawn_box(box.size(), ratio, fill=fill, line=line)
        painter.drawPixmap(box.topLeft(), self._boxes[key])

    def _drawn_box(self, size: QSizeF, ratio: float, *, fill: str, line: str) -> QPixmap:
        look = self.look
        drawn = QPixmap((size * ratio).toSize() + QSize(1, 1))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        area = QRectF(QPointF(0, 0), size)
        outline(painter, look, area, fill=look.color(fill), line=look.color(line), radius=look.radius("control"))
        painter.end()
        return drawn
