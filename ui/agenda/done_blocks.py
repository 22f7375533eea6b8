# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done of the plan while it runs, in one row above what is still to come."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.clock import local
from app.days import clock_time, minutes_words
from app.i18n import _
from app.live.done import Done, done_words, took_words
from db.types import BlockId
from ui.agenda.row_layout import MINUTES
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind
from ui.parts.sheet import Across, Down, Rule
from ui.parts.text import Label, Picture


class DoneBlocks(QWidget):
    """One row; hidden while nothing is done.

    Attributes:
        toggle: Shows the blocks that are done in the list, or folds them again.

    Signals:
        toggled: they are to be shown, or folded.
    """

    toggled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._open = False
        self._done: Done | None = None
        self.began = Label(look, size="lead", bold=True)
        self.minutes = Label(look)
        self.count = Label(look, bold=True)
        self.took = Label(look, size="small", ink="ink2")
        self.toggle = Button(look, _("Show"), kind=ButtonKind.QUIET, small=True)
        tick = Picture(look, "approved", ink="accentInk")
        said = Down(look, self.count, self.took, gap=0)
        row = Across(look, tick, self.began, self.minutes, gap=14, margins=(10, 6, 12, 6))
        row.addLayout(said, 1)
        row.addWidget(self.toggle)
        self.setLayout(Down(look, row, Rule(look), gap=0))
        self.toggle.clicked.connect(self._on_pressed)
        self.hide()

    def show_done(self, done: Done | None) -> None:
        """Say what is done; None hides the row, and what is done next is folded again."""
        self._done = done
        self._open = self._open and done is not None
        self.minutes.setMinimumWidth(self._look.control(MINUTES[0]))
        self.setVisible(done is not None)
        if done is not None:
            self.began.setText(clock_time(local(done.began).time()))
            self.minutes.setText(_("{count} min").format(count=done.minutes))
            self.minutes.setAccessibleName(minutes_words(done.minutes))
            self.count.setText(done_words(done))
            self.took.setText(took_words(done))
            self.toggle.setText(_("Hide") if self._open else _("Show"))
            said = _("Hide them: {words}") if self._open else _("Show them: {words}")
            self.toggle.setAccessibleName(said.format(words=done_words(done)))

    @property
    def folded(self) -> Collection[BlockId]:
        """The blocks that the list leaves out."""
        return frozenset() if self._open or self._done is None else self._done.held

    def _on_pressed(self) -> None:
        self._open = not self._open
        self.show_done(self._done)
        self.toggled.emit()
