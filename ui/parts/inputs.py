# SPDX-License-Identifier: GPL-3.0-or-later
"""Inputs and the outline around them; they leave the program its keys, and undo where nothing was typed."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from ui.look.look import Look
from ui.parts.part import Part, draw_icon, outline

UNDO_KEYS = (
    QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Z),
    QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Y),
    QKeySequence(Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_Z),
)


OF_INPUTS = {Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z}


class Undoing(Protocol):
    """An input that can say whether anything typed in it could be undone or redone."""

    def isUndoAvailable(self) -> bool:
        """Whether something typed can be undone."""
        ...

    def isRedoAvailable(self) -> bool:
        """Whether something undone can be redone."""
        ...


def leaves_to_the_program(edit: Undoing, event: QEvent) -> bool:
    """Whether this is a key of the program, or one of undo for which the input itself has nothing to undo or redo.

    On some systems an input would take Ctrl+E as the end of its line, Ctrl+D and Ctrl+K as deletions, and others more.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    pressed = QKeySequence(event.keyCombination())
    if pressed not in UNDO_KEYS:
        letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and event.key() not in OF_INPUTS
        return letter and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return not (edit.isUndoAvailable() if pressed == UNDO_KEYS[0] else edit.isRedoAvailable())


class Line(QLineEdit):
    """One line of input without a frame of its own."""

    def event(self, event: QEvent) -> bool:
        """Let the program's keys through, and its undo where nothing typed here could be undone."""
        if leaves_to_the_program(self, event):
            event.ignore()
            return False
        return super().event(event)


class Lines(QPlainTextEdit):
    """Several lines of input without a frame of its own; Tab goes on to the next control."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        # all words wrap, and a bar would lie on the last line of them
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def isUndoAvailable(self) -> bool:
        """Whether something typed can be undone."""
        return self.document().isUndoAvailable()

    def isRedoAvailable(self) -> bool:
        """Whether something undone can be redone."""
        return self.document().isRedoAvailable()

    def event(self, event: QEvent) -> bool:
        """Let the program's keys through, and its undo where nothing typed here could be undone."""
        if leaves_to_the_program(self, event):
            event.ignore()
            return False
        return super().event(event)


class Frame(Part):
    """The outline around an input: thick while it has the focus, red when it is refused."""

    def __init__(self, look: Look, edit: QWidget, *, icon: str = "", height: str = "field") -> None:
        super().__init__(look)
        self.edit = edit
        self.refused = False
        self._icon = icon
        self._height = height
        self.text_size = "lead" if height == "search" else "body"
        self._column = QVBoxLayout(self)
        self._column.addWidget(edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(edit)
        edit.installEventFilter(self)
        self.relook()

    def relook(self) -> None:
        """Take up the look as it is now."""
        look = self.look
        left = look.space(14) + look.text(22) + look.space(8) if self._icon else look.space(12)
        edge = look.space(8) if isinstance(self.edit, Lines) else look.tokens.border.focus
        self._column.setContentsMargins(left, edge, look.space(12), edge)
        self.edit.setFont(look.font(self.text_size))
        palette = QPalette(self.edit.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.color("ink2"))
        self.edit.setPalette(palette)
        super().relook()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(self.look.text(220), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        text = self.edit.fontMetrics().height() + 12
        if isinstance(self.edit, Lines):
            text = self.edit.fontMetrics().lineSpacing() * 3 + 2 * self.look.space(8)
        return QSize(self.look.text(100), max(self.look.control(self._height), text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the outline anew when the focus comes or goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline and the icon."""
        look = self.look
        painter = QPainter(self)
        line, width = self._line()
        outline(
            painter,
            look,
            QRectF(self.rect()),
            fill=look.color("sheet" if self.edit.isEnabled() else "page"),
            line=look.color(line),
            radius=look.radius("control"),
            width=width,
            dashed=not self.edit.isEnabled(),
        )
        if self._icon:
            area = QRectF(look.space(14), 0, look.text(22), self.height())
            draw_icon(painter, look, area, self._icon, look.color("ink"), size=22)

    def _line(self) -> tuple[str, float]:
        thick = self.look.tokens.border.focus
        if self.refused:
            return "stop", thick if self.edit.hasFocus() else 2
        if self.edit.hasFocus():
            return ("focus" if self.look.high_contrast else "accent"), thick
        return "edge", self.look.border


class Choosing(QComboBox):
    """A list that drops down, drawn as a field."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setFrame(False)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that heeds the style sheet
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.setFont(self.look.font())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(super().sizeHint().width() + self.look.text(12), self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chosen words and the arrow."""
        look = self.look
        painter = QPainter(self)
        ink = look.color("ink" if self.isEnabled() else "disabledInk")
        side = look.text(20)
        arrow = QRectF(self.width() - side, 0, side, self.height())
        draw_icon(painter, look, arrow, "chevronDown", ink, size=20)
        words = self.currentText() or self.placeholderText()
        block = look.lay_out(words, look.font_for(words), max(10, self.width() - side - 4))
        block.draw(painter, QRectF(0, (self.height() - block.height) / 2, 0, 0).topLeft(), ink)
