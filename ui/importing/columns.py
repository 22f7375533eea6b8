# SPDX-License-Identifier: GPL-3.0-or-later
"""What each column of a list is: shown with a few of its values, and changeable."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.importing.mapping import SHARED, Columns, Target
from app.importing.queries import OpenedList, samples
from app.wording.importing import target_word
from ui.look.look import Look
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Down, Rule, Scroll, Sheet
from ui.parts.text import Hint, Label
from ui.people.parts import empty_out


class ColumnLines(Sheet):
    """One line for each column.

    Signals:
        changed: a column is something else now.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setAccessibleName(_("Columns"))
        self.fields: list[ChoiceField] = []
        inside = QWidget()
        self._lines = Down(look, gap=8)
        inside.setLayout(self._lines)
        self.column.addWidget(Scroll(look, inside), 1)

    @property
    def columns(self) -> Columns:
        """What each column is now."""
        chosen = (field.text() for field in self.fields)
        return tuple(Target(text) if text else None for text in chosen)

    def show_list(self, opened: OpenedList) -> None:
        """Show the columns of a list."""
        empty_out(self._lines)
        self.fields = []
        choices = [("", _("Not known")), *((target.value, target_word(target)) for target in Target)]
        for number, title in enumerate(opened.table.header):
            if number:
                self._lines.addWidget(Rule(self.look))
            self._lines.addWidget(
                self._line(opened, number, title or _("Column {number}").format(number=number + 1), choices)
            )
        self._lines.addStretch(1)

    def _line(self, opened: OpenedList, number: int, title: str, choices: list[tuple[str, str]]) -> QWidget:
        field = ChoiceField(self.look, choices)
        target = opened.columns[number]
        field.set_text(target.value if target else "")
        values = ", ".join(samples(opened.table, number)) or _("No values")
        field.describe(_("Column “{title}” is").format(title=title), values)
        field.left_changed.connect(partial(self._on_changed, field))
        self.fields.append(field)
        line = Across(self.look, gap=16)
        line.addLayout(Down(self.look, Label(self.look, title, bold=True), Hint(self.look, values), gap=2), 3)
        line.addWidget(field, 2)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _on_changed(self, changed: ChoiceField, text: str) -> None:
        """Of two columns that cannot both be it, the one chosen last is."""
        for field in self.fields:
            if text and field is not changed and field.text() == text and Target(text) not in SHARED:
                field.set_text("")
        self.changed.emit()
