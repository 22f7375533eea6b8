# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields: saved as they are left, and refused in words under them."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.parts.chip import Chip, ChipKind
from ui.parts.inputs import Choosing, Frame, Line, Lines


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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
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
