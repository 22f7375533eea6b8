# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields: saved as they are left, refused in words under them, and never in the way of the program's undo."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
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
from ui.parts.chip import Chip, ChipKind
from ui.parts.part import Part, draw_icon, outline

UNDO_KEYS = (
    QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Z),
    QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Y),
    QKeySequence(Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_Z),
)


class Undoing(Protocol):
    """An input that can say whether anything typed in it could be undone or redone."""

    def isUndoAvailable(self) -> bool:
        """Whether something typed can be undone."""
        ...

    def isRedoAvailable(self) -> bool:
        """Whether something undone can be redone."""
        ...


def leaves_undo_to_the_program(edit: Undoing, event: QEvent) -> bool:
    """Whether this is an undo key for which the input itself has nothing to undo or redo."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    pressed = QKeySequence(event.keyCombination())
    if pressed not in UNDO_KEYS:
        return False
    return not (edit.isUndoAvailable() if pressed == UNDO_KEYS[0] else edit.isRedoAvailable())


class Line(QLineEdit):
    """One line of input without a frame of its own."""

    def event(self, event: QEvent) -> bool:
        """Let the program's undo run where nothing typed here could be undone."""
        if leaves_undo_to_the_program(self, event):
            event.ignore()
            return False
        return super().event(event)


class Lines(QPlainTextEdit):
    """Several lines of input without a frame of its own; Tab goes on to the next control."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)

    def isUndoAvailable(self) -> bool:
        """Whether something typed can be undone."""
        return self.document().isUndoAvailable()

    def isRedoAvailable(self) -> bool:
        """Whether something undone can be redone."""
        return self.document().isRedoAvailable()

    def event(self, event: QEvent) -> bool:
        """Let the program's undo run where nothing typed here could be undone."""
        if leaves_undo_to_the_program(self, event):
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


class Field(QWidget):
    """An input in its outline, with room for a refusal under it.

    Attributes:
        edit: The input itself: what a label is the buddy of, and what has the accessible name.
        frame: The outline.
        column: The input, and what stands under it.

    Signals:
        left_changed: the focus left, or Enter was pressed, and what stands here is another text than before;
            argument: the text.
    """

    left_changed = Signal(str)

    def __init__(self, look: Look, edit: QWidget, *, icon: str = "", height: str = "field") -> None:
        super().__init__()
        self.look = look
        self.edit = edit
        self.frame = Frame(look, edit, icon=icon, height=height)
        self._sentence = Chip(look, "", "stop", ChipKind.BARE_STOP)
        self._sentence.hide()
        self._saved = ""
        self._help = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.frame)
        self.column.addWidget(self._sentence)
        self.setFocusProxy(edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        edit.installEventFilter(self)

    def text(self) -> str:
        """Return what stands in it."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Show a saved text; nothing typed remains to be undone, and any refusal is gone."""
        self._show(text)
        self._saved = self.text()
        self.accept()

    def describe(self, name: str, help_text: str = "") -> None:
        """Say what the input is for those who hear it."""
        self._help = help_text
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(help_text)

    def refuse(self, sentence: str) -> None:
        """Mark it as refused, with the reason under it."""
        self._sentence.show_words(sentence, "stop", ChipKind.BARE_STOP)
        self._sentence.show()
        self.edit.setAccessibleDescription(f"{sentence} {self._help}".strip())
        self._mark(refused=True)

    def accept(self) -> None:
        """Take a refusal back."""
        self._sentence.hide()
        self.edit.setAccessibleDescription(self._help)
        self._mark(refused=False)

    @property
    def refusal(self) -> str:
        """The sentence under it, or ""."""
        return "" if self._sentence.isHidden() else self._sentence.text()

    def leave(self) -> None:
        """Save it as if the focus had left: called before a page closes or the records are locked."""
        if self.text() != self._saved:
            self._saved = self.text()
            self.left_changed.emit(self._saved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the focus leaves."""
        if event.type() == QEvent.Type.FocusOut and watched is self.edit:
            self.leave()
        return super().eventFilter(watched, event)

    def _show(self, text: str) -> None:
        raise NotImplementedError

    def _mark(self, *, refused: bool) -> None:
        self.frame.refused = refused
        self.frame.update()


class LineField(Field):
    """One line of text."""

    def __init__(self, look: Look, placeholder: str = "", *, icon: str = "", height: str = "field") -> None:
        self.line = Line()
        super().__init__(look, self.line, icon=icon, height=height)
        self.line.setFrame(False)
        self.line.setPlaceholderText(placeholder)
        self.line.returnPressed.connect(self.leave)
        look.changed.connect(self._refit)
        self.line.textChanged.connect(self._refit)

    def text(self) -> str:
        """Return what stands in it, without spaces around it."""
        return self.line.text().strip()

    def _show(self, text: str) -> None:
        self.line.setText(text)

    def _refit(self) -> None:
        self.line.setFont(self.look.font_for(self.line.text(), self.frame.text_size))


class TextField(Field):
    """Several lines of text; it grows with what is written, up to a number of lines."""

    def __init__(self, look: Look, placeholder: str = "", *, most_lines: int = 8) -> None:
        self.lines = Lines()
        super().__init__(look, self.lines)
        self._most_lines = most_lines
        self.lines.setPlaceholderText(placeholder)
        self.lines.document().documentLayout().documentSizeChanged.connect(self._grow)
        look.changed.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """Return what stands in it, without spaces around it."""
        return self.lines.toPlainText().strip()

    def _show(self, text: str) -> None:
        self.lines.setPlainText(text)

    def _grow(self) -> None:
        line = self.lines.fontMetrics().lineSpacing()
        shown = min(max(3, round(self.lines.document().size().height())), self._most_lines)
        self.frame.setFixedHeight(shown * line + 2 * self.look.space(10))


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


class ChoiceField(Field):
    """One of several choices, each with a key that the program knows it by."""

    def __init__(self, look: Look, choices: list[tuple[str, str]] | None = None) -> None:
        self.combo = Choosing(look)
        super().__init__(look, self.combo)
        self.set_choices(choices or [])
        self.combo.activated.connect(self.leave)

    def set_choices(self, choices: list[tuple[str, str]]) -> None:
        """Offer these: key and words of each; the first is chosen."""
        self.combo.clear()
        for key, words in choices:
            self.combo.addItem(words, key)
        self._saved = self.text()

    def text(self) -> str:
        """Return the key of what is chosen."""
        return str(self.combo.currentData() or "")

    def _show(self, text: str) -> None:
        self.combo.setCurrentIndex(max(0, self.combo.findData(text)))
