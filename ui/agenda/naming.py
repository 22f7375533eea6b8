# SPDX-License-Identifier: GPL-3.0-or-later
"""A name for what is kept to be used again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.fields import LineField
from ui.parts.sheet import Across
from ui.parts.text import Label


class Naming(QWidget):
    """A field for the name; Enter keeps it, Esc leaves it.

    Signals:
        named: it is to be kept; argument: its name.
        ended: nothing is named any more.
    """

    named = Signal(str)
    ended = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words = Label(look, bold=True)
        self.name = LineField(look)
        self.keep = Button(look, _("Keep it"), small=True)
        self.leave = Button(look, _("Not now"), small=True)
        row = Across(look, self.words, gap=10)
        row.addWidget(self.name, 1)
        for button in (self.keep, self.leave):
            row.addWidget(button)
        self.setLayout(row)
        self.keep.clicked.connect(self._keep)
        self.name.line.returnPressed.connect(self._keep)
        self.leave.clicked.connect(self.end)
        self.hide()

    def start(self, words: str, name: str) -> None:
        """Ask for a name, offering one."""
        self.words.setText(words)
        self.name.describe(words, _("Enter keeps it."))
        self.name.set_text(name)
        self.name.accept()
        self.show()
        self.name.setFocus()
        self.name.line.selectAll()

    def end(self) -> None:
        """Ask no more."""
        if self.isVisible():
            self.hide()
            self.ended.emit()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be kept; what was typed stays."""
        self.name.refuse(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        self.named.emit(self.name.text())
