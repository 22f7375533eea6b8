# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of blocks under the hand: opened, dragged to another place, and their minutes changed in place."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from ui.agenda.carrying import Carrying
from ui.agenda.minutes import MinutesEditor
from ui.agenda.plan_view import ROW, STAY, PlanView
from ui.look.look import Look

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {"+": 1, "=": 1, "-": -1}
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class BlockList(PlanView):
    """All blocks of a plan.

    Attributes:
        carrying: What is dragged.
        minutes: The field over the minutes of one row.

    Signals:
        opened: Enter or a double click; argument: the id of the block.
        stepped: + or - was pressed; argument: 1 or -1.
    """

    opened = Signal(object)
    stepped = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.carrying = Carrying(self)
        self.minutes = MinutesEditor(self)
        self._pressed: QPointF | None = None
        self._choose_on_release = False

    def edit_minutes(self) -> None:
        """Let the minutes of the current row be typed over."""
        if self.row is not None:
            self.scrollTo(self.currentIndex())
            self.minutes.start(self.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the block; + and - make it longer or shorter; Esc leaves what is dragged where it was."""
        if event.key() == Qt.Key.Key_Escape and self.carrying.on:
            self.carrying.stop()
        elif event.key() in ENTER and event.modifiers() in PLAIN and self.row is not None:
            self.opened.emit(self.row.id)
        elif event.text() in STEPS and self.row is not None:
            self.stepped.emit(STEPS[event.text()])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row, or begin to type minutes; several that are chosen stay so, as they may be dragged."""
        index = self.indexAt(event.position().toPoint())
        left, plain = event.button() == Qt.MouseButton.LeftButton, event.modifiers() in PLAIN
        self._pressed = event.position() if left and index.isValid() else None
        self._choose_on_release = left and plain and self.selectionModel().isSelected(index)
        if self._choose_on_release:
            self.selectionModel().setCurrentIndex(index, STAY)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(event)
        if left and plain and index.isValid() and self._on_minutes(index, event.position()):
            self._pressed = None
            self.edit_minutes()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is chosen once the pointer has gone far enough; else show what is under it."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            if self._pressed is not None:
                self.carrying.move(self._pressed, event.position())
            return
        index = self.indexAt(event.position().toPoint())
        self.heat(index.row())
        self.viewport().setCursor(self._cursor_over(index, event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what is dragged."""
        if self.carrying.on:
            self.carrying.drop()
        elif self._choose_on_release and self._pressed is not None:
            self.selectionModel().select(self.currentIndex(), ROW)
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the block."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._on_minutes(index, event.position()):
            self.opened.emit(self.rows[index.row()].id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw where what is dragged would go, too."""
        super().paintEvent(event)
        self.carrying.paint(QPainter(self.viewport()))

    def _on_minutes(self, index: QModelIndex, point: QPointF) -> bool:
        at = QRectF(self.visualRect(index)).topLeft()
        return self.painter.layout_of(index.row()).minutes.translated(at).contains(point)

    def _cursor_over(self, index: QModelIndex, point: QPointF) -> Qt.CursorShape:
        if not index.isValid():
            return Qt.CursorShape.ArrowCursor
        if self._on_minutes(index, point):
            return Qt.CursorShape.IBeamCursor
        at = QRectF(self.visualRect(index)).topLeft()
        over = self.painter.layout_of(index.row()).handle.translated(at).contains(point)
        return Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor
