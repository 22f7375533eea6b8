# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding blocks by typing their titles, one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.fields import LineField
from ui.parts.sheet import Across
from ui.parts.text import Label


class Adding(QWidget):
    """A field for a title; Enter adds the block and waits for the next one, Esc ends it.

    Attributes:
        title: The field.
        done: Ends it.

    Signals:
        wanted: a block is to be added; argument: its title.
        ended: nothing more is added.
    """

    wanted = Signal(str)
    ended = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words = Label(look, _("New block"), bold=True)
        self.title = LineField(look, _("Its title, then Enter"))
        self.title.describe(_("Title of the new block"), _("Enter adds it after the chosen block."))
        self.done = Button(look, _("Done"), small=True)
        row = Across(look, self.words, gap=10)
        row.addWidget(self.title, 1)
        row.addWidget(self.done)
        self.setLayout(row)
        self.title.line.returnPressed.connect(self._add)
        self.done.clicked.connect(self.end)
        self.hide()

    def start(self) -> None:
        """Wait for a title."""
        self.show()
        self.title.setFocus()

    def end(self) -> None:
        """Wait for none; what was typed and not added is added, as nothing typed is lost."""
        if not self.isVisible():
            return
        self._add()
        self.hide()
        self.ended.emit()

    def taken(self) -> None:
        """The block was added: wait for the next."""
        self.title.set_text("")
        self.title.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends it."""
        if event.key() == Qt.Key.Key_Escape:
            self.title.set_text("")
            self.end()
            return
        super().keyPressEvent(event)

    def _add(self) -> None:
        title = self.title.text().strip()
        if title:
            self.wanted.emit(title)
