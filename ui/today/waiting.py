# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits: one line for each thing that somebody must do, and nothing at all when nothing waits."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.reminders.rules import Reminder, Waiting
from app.reminders.words import act_words, hurry_words, name_words, reminder_words
from ui.desk import Desk
from ui.parts.sheet import Down, Rule, Sheet
from ui.parts.text import Heading
from ui.places import Place
from ui.today.light_line import LightLine

PLACES = {
    Waiting.DAMAGED: Place("backups", tab="restore"),
    Waiting.BACKUP_FAILS: Place("backups"),
    Waiting.BACKUP_OLD: Place("backups"),
    Waiting.RECOVERY_SHEET: Place("settings", tab="recovery"),
    Waiting.STICK: Place("backups", tab="stick"),
    Waiting.RETENTION: Place("settings", tab="retention"),
}


class WaitingSheet(QWidget):
    """Reminders, the most urgent first, each with its light, its word, its sentence and one button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Reminder, ...] = ()
        self.lines: list[LightLine] = []
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

    def _line(self, reminder: Reminder) -> LightLine:
        line = LightLine(self._desk.look)
        words = reminder_words(reminder)
        line.show_line(name_words(reminder), reminder.light, hurry_words(reminder), words, act_words(reminder))
        line.button.clicked.connect(partial(self._desk.places.go, _place(reminder)))
        return line


def _place(reminder: Reminder) -> Place:
    if reminder.session is not None:
        return Place("session", reminder.session, "print")
    return PLACES[reminder.about]
