# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits: one line for each thing that somebody must do, and nothing at all when nothing waits."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.reminders.rules import Reminder, Waiting
from app.reminders.words import act_words, hurry_words, name_words, reminder_words
from ui.desk import Desk
from ui.lights import INKS, STATES
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.light import Light
from ui.parts.sheet import Across, Down, Rule, Sheet
from ui.parts.text import Heading, Label
from ui.places import Place

PLACES = {
    Waiting.DAMAGED: Place("backups", tab="restore"),
    Waiting.BACKUP_FAILS: Place("backups"),
    Waiting.BACKUP_OLD: Place("backups"),
    Waiting.RECOVERY_SHEET: Place("settings", tab="recovery"),
    Waiting.STICK: Place("backups", tab="stick"),
    Waiting.RETENTION: Place("due"),
}


class WaitingSheet(QWidget):
    """Reminders, the most urgent first, each with its light, its word, its sentence and one button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Reminder, ...] = ()
        self.lines: list[WaitingLine] = []
        self._rules: list[Rule] = []
        self._sheet = Sheet(desk.look, gap=0, margins=(0, 0, 0, 0))
        self.setLayout(Down(desk.look, Heading(desk.look, _("What waits"), size="head"), self._sheet, gap=10))
        self.hide()

    def show_reminders(self, found: tuple[Reminder, ...]) -> None:
        """Show what waits; lines stay as they are while nothing of it has changed."""
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        for old in (*self.lines, *self._rules):
            old.hide()
            old.deleteLater()
        self.lines = [self._line(reminder) for reminder in found]
        self._rules = [Rule(self._desk.look) for _line in found[1:]]
        for number, line in enumerate(self.lines):
            if number:
                self._sheet.column.addWidget(self._rules[number - 1])
            self._sheet.column.addWidget(line)

    def _line(self, reminder: Reminder) -> "WaitingLine":
        line = WaitingLine(self._desk.look, reminder)
        line.button.clicked.connect(partial(self._desk.places.go, _place(reminder)))
        return line


class WaitingLine(QWidget):
    """One thing that waits: its light, what it is, how much it hurries, a sentence, and the one thing to do.

    Attributes:
        light: The light.
        name: What it is.
        word: How much it hurries.
        words: The sentence.
        button: The one thing to do.
    """

    def __init__(self, look: Look, reminder: Reminder) -> None:
        super().__init__()
        self.look = look
        name, word, words = name_words(reminder), hurry_words(reminder), reminder_words(reminder)
        self.light = Light(look, name, STATES[reminder.light], words, size=26)
        self.light.show_state(name, STATES[reminder.light], words, word=word)
        self.name = Label(look, name, bold=True)
        self.word = Label(look, word, ink=INKS[reminder.light])
        self.words = Label(look, words)
        self.button = Button(look, act_words(reminder), small=True)
        said = Down(look, Across(look, self.name, self.word, None, gap=14), self.words, gap=2)
        self._said_and_done = Across(look, gap=12)
        self._said_and_done.addLayout(said, 1)
        self._said_and_done.addWidget(self.button)
        row = Across(look, gap=12, margins=(16, 10, 12, 10))
        row.addWidget(self.light, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._said_and_done, 1)
        self.setLayout(row)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        under = self.look.stacked
        self._said_and_done.setDirection(Across.Direction.TopToBottom if under else Across.Direction.LeftToRight)


def _place(reminder: Reminder) -> Place:
    if reminder.session is not None:
        return Place("session", reminder.session, "print")
    return PLACES[reminder.about]
