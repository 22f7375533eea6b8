# SPDX-License-Identifier: GPL-3.0-or-later
"""The sessions that follow."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.days import clock_time, week_day
from app.i18n import _
from app.sessions.queries import SessionRow
from ui.desk import Desk
from ui.parts.buttons import IconButton
from ui.parts.sheet import Across, Down, Rule
from ui.parts.text import Heading, Hint, Label
from ui.places import Place

WIDTH = 340
DAY_WIDTH = 92
WIDEST = 16_777_215  # Qt's own limit


class Later(QWidget):
    """A short list of what comes after the next session; each line opens its session."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[QWidget] = []
        self.heading = Heading(desk.look, _("After that"), size="head")
        self._column = Down(desk.look, self.heading, gap=6)
        self._column.addStretch(1)
        self.setLayout(self._column)
        desk.look.changed.connect(self._fit)
        self._fit()

    def show_sessions(self, rows: Sequence[SessionRow], *, after_another: bool) -> None:
        """Show these sessions, the first one first, and whether they come after another one."""
        self.heading.setText(_("After that") if after_another else _("Planned"))
        for line in self._lines:
            line.deleteLater()
        self._lines = [line for row in rows for line in (self._line(row), Rule(self._desk.look))][:-1]
        for place, line in enumerate(self._lines, start=1):
            self._column.insertWidget(place, line)
        self.heading.setVisible(bool(rows))

    def _line(self, row: SessionRow) -> QWidget:
        look = self._desk.look
        day = Label(look, _("No day yet") if row.held_on is None else week_day(row.held_on), bold=True)
        day.setMinimumWidth(look.text(DAY_WIDTH))
        where = [row.venue or "", "" if row.starts_at is None else clock_time(row.starts_at)]
        words = Down(look, Label(look, row.title), Hint(look, ", ".join(part for part in where if part)), gap=2)
        go = IconButton(look, _("Open {title}").format(title=row.title), "chevronRight")
        go.clicked.connect(partial(self._desk.places.go, Place("session", row.id)))
        across = Across(look, day, gap=8, margins=(4, 4, 0, 4))
        across.addLayout(words, 1)
        across.addWidget(go)
        line = QWidget()
        line.setLayout(across)
        return line

    def _fit(self) -> None:
        beside = not self._desk.look.narrow and not self._desk.look.stacked
        width = self._desk.look.text(WIDTH)
        self.setMinimumWidth(width if beside else 0)
        self.setMaximumWidth(width if beside else WIDEST)
