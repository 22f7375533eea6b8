# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms: every field gets its label, its name for those who hear it, its help and its unit in one call."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look.look import Look
from ui.parts.fields import Field
from ui.parts.sheet import Across, Down
from ui.parts.text import Heading, Hint, Label

FieldType = TypeVar("FieldType", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a form: a field with its label, or what takes the whole width."""

    widget: QWidget
    whole_width: bool


class Form(QWidget):
    """Labels over fields: two columns in a wide window, one in a narrow one."""

    def __init__(self, look: Look, *, columns: int = 2) -> None:
        super().__init__()
        self.look = look
        self._most_columns = columns
        self._lines: list[Line] = []
        self._line_of: dict[QWidget, QWidget] = {}
        self._left_out: set[QWidget] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self._arrange)

    def add_heading(self, words: str) -> Heading:
        """Start a group of lines under a heading."""
        heading = Heading(self.look, words, size="head")
        self.add_whole(heading)
        return heading

    def add_row(
        self, label: str, field: FieldType, *, help: str = "", unit: str = "", whole_width: bool = False
    ) -> FieldType:
        """Add a field under its label and return it.

        Args:
            label: What the field is called, on screen and for a screen reader.
            field: A Field, or any other widget that takes input.
            help: A sentence under the field.
            unit: What the number in it counts, shown behind it ("minutes").
            whole_width: Whether it takes both columns.
        """
        words = Label(self.look, label, bold=True)
        words.setBuddy(field.edit if isinstance(field, Field) else field)
        _name(field, ", ".join(part for part in (label, unit) if part), help)
        self._line_of[field] = self._line(words, field, help, unit)
        self._lines.append(Line(self._line_of[field], whole_width))
        self._arrange()
        return field

    def show_row(self, field: QWidget, *, shown: bool) -> None:
        """Show the line of a field, or leave it out; what stands in the field stays."""
        line = self._line_of[field]
        line.setVisible(shown)
        if shown == (line in self._left_out):
            self._left_out ^= {line}
            self._arrange()

    def add_whole(self, widget: QWidget) -> None:
        """Add something that takes the whole width, such as a tick box or a note."""
        self._lines.append(Line(widget, whole_width=True))
        self._arrange()

    def add_part(self, widget: QWidget) -> None:
        """Add something that has its words itself and takes one column."""
        self._lines.append(Line(widget, whole_width=False))
        self._arrange()

    def _line(self, words: Label, field: QWidget, help_text: str, unit: str) -> QWidget:
        line = QWidget()
        column = Down(self.look, words, gap=4)
        if unit:
            beside = Across(self.look, field, Label(self.look, unit, ink="ink2"), gap=8)
            column.addLayout(beside)
        else:
            column.addWidget(field)
        if help_text:
            column.addWidget(Hint(self.look, help_text))
        line.setLayout(column)
        return line

    def _arrange(self) -> None:
        columns = 1 if self.look.narrow or self.look.stacked else self._most_columns
        self._grid.setHorizontalSpacing(self.look.space("xl"))
        self._grid.setVerticalSpacing(self.look.space("l"))
        row = column = 0
        for line in self._lines:
            self._grid.removeWidget(line.widget)
        for line in (line for line in self._lines if line.widget not in self._left_out):
            span = columns if line.whole_width else 1
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(line.widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        for place in range(self._most_columns):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)


def _name(field: QWidget, name: str, help_text: str) -> None:
    if isinstance(field, Field):
        field.describe(name, help_text)
        return
    field.setAccessibleName(name)
    field.setAccessibleDescription(help_text)
