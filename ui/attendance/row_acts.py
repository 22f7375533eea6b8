# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with the chosen person in the room."""

from PySide6.QtWidgets import QWidget

from app.attendance.queries import RoomRow
from app.attendance.rules import Presence
from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.sheet import Across
from ui.parts.text import Label
from ui.parts.when import TimeField
from ui.parts.wrap import Wrap

TIME_WIDTH = 96  # px at 100 %


class RowActs(QWidget):
    """A bar under the list: the person's name, a time where it is not now, and what can be done."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.name = Label(look, bold=True)
        self.at_words = Label(look, _("at"), ink="ink2")
        self.at = TimeField(look)
        self.at.describe(_("Time"), _("Empty means now."))
        self.at.line.setPlaceholderText(_("now"))
        self.check_in = Button(look, _("Check in"), "expected", small=True)
        self.check_out = Button(look, _("Left"), "left", small=True)
        self.take_back = Button(look, _("Take back"), "undo", small=True)
        self.open = Button(look, _("Open the person"), "member", small=True)
        self._person: object = None
        self._buttons = (self.check_in, self.check_out, self.take_back, self.open)
        acts = QWidget()
        acts.setLayout(Wrap(look, self.at_words, self.at, *self._buttons, gap=8))
        self._row = Across(look, self.name, gap=12)
        self._row.addWidget(acts, 1)
        self.setLayout(self._row)
        self.hide()
        look.changed.connect(self._fit)
        self._fit()

    def show_row(self, row: RoomRow | None) -> None:
        """Offer what can be done with somebody; nobody hides the bar, and a time is never taken on to the next."""
        self.setVisible(row is not None)
        if row is None or row.id != self._person:
            self.clear_time()
        self._person = None if row is None else row.id
        if row is None:
            return
        here, left = row.presence is Presence.HERE, row.presence is Presence.LEFT
        self.name.setText(row.name)
        self.check_in.setVisible(not (here or left))
        self.check_out.setVisible(here)
        self.take_back.setVisible(here or left)
        self.take_back.setText(_("Take back that they left") if left else _("Take back that they came"))
        for widget in (self.at_words, self.at):
            widget.setVisible(not left)

    def time(self) -> str:
        """Return the time that was typed, or "" for now."""
        return "" if self.isHidden() or self.at.isHidden() else self.at.text()

    def clear_time(self) -> None:
        """Mean now again."""
        self.at.set_text("")

    def first_button(self) -> Button:
        """Return the first button that is offered."""
        return next(button for button in self._buttons if not button.isHidden())

    def _fit(self) -> None:
        self.at.setFixedWidth(self._look.text(TIME_WIDTH))
        under = self._look.cramped
        self._row.setDirection(Across.Direction.TopToBottom if under else Across.Direction.LeftToRight)
