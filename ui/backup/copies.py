# SPDX-License-Identifier: GPL-3.0-or-later
"""The backups of this laptop, one line each, the newest first; each can be restored."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.backup.rules import Copy
from app.backup.words import size_words, state_words, why_words
from app.i18n import _
from app.reminders.ages import moment_words
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.sheet import Across, Down, Rule, Sheet
from ui.parts.text import Hint, Label, Picture


class Copies(Sheet):
    """A line for each backup.

    Signals:
        restore_asked: one shall be restored; argument: a Copy.
    """

    restore_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=0, margins=(0, 0, 0, 0))
        self._shown: tuple[Sequence[Copy], str] = ((), "")
        self.lines: list[CopyLine] = []
        self._rules: list[Rule] = []
        self.hide()

    def show_copies(self, copies: Sequence[Copy], now: datetime) -> None:
        """Show backups; lines stay as they are while nothing of them has changed."""
        self.setVisible(bool(copies))
        shown = (tuple(copies), " ".join(moment_words(copy.made_at, now) for copy in copies))
        if shown == self._shown:
            return
        self._shown = shown
        for old in (*self.lines, *self._rules):
            old.hide()
            old.deleteLater()
        self.lines = [self._line(copy, now) for copy in copies]
        self._rules = [Rule(self.look) for _line in copies[1:]]
        for number, line in enumerate(self.lines):
            if number:
                self.column.addWidget(self._rules[number - 1])
            self.column.addWidget(line)

    def _line(self, copy: Copy, now: datetime) -> "CopyLine":
        line = CopyLine(self.look, copy, now)
        line.restore.clicked.connect(partial(self.restore_asked.emit, copy))
        return line


class CopyLine(QWidget):
    """When, why, how large, whether it is whole; and Restore.

    Attributes:
        when: When it was made.
        detail: Why, how large, and whether it was looked at.
        restore: Restores it; unavailable when it is damaged.
    """

    def __init__(self, look: Look, copy: Copy, now: datetime) -> None:
        super().__init__()
        moment = moment_words(copy.made_at, now)
        moment = moment[:1].upper() + moment[1:]
        good = copy.good
        mark = Picture(look, "saved" if good else "stop", ink="accent" if good else "stop", size=22)
        self.when = Label(look, moment, bold=True)
        detail = (why_words(copy.why), size_words(copy.size), state_words(copy))
        self.detail = Hint(look, " · ".join(detail), size="body")
        self.restore = Button(look, _("Restore"), "backup", small=True)
        self.restore.setAccessibleName(_("Restore the backup of {when}").format(when=moment_words(copy.made_at, now)))
        self.restore.setVisible(good)
        row = Across(look, mark, gap=14, margins=(18, 8, 12, 8))
        row.addLayout(Down(look, self.when, self.detail, gap=0), 1)
        row.addWidget(self.restore)
        self.setLayout(row)
        self.setMinimumHeight(look.control(54))
