# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said of the chosen person on the list of a session: their answer, and what they are there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.attendance.queries import RoomRow
from app.attendance.replies import Reply
from app.i18n import _
from app.wording.vocabulary import role_word, status_word
from db.types import Role, Status
from ui.look.look import Look
from ui.parts.buttons import Button, MenuButton
from ui.parts.fields import ChoiceField, LineField
from ui.parts.sheet import Across, Down
from ui.parts.text import Label
from ui.parts.wrap import Wrap

STATUS_WIDTH, SUPPORTS_WIDTH, TABLE_WIDTH = 180, 270, 64  # px at 100 %
BEFORE = (Status.INVITED, Status.ACCEPTED, Status.DECLINED, Status.CANCELLED, Status.NO_SHOW)


class LineActs(QWidget):
    """A bar under the list: the person's name, a button for each thing they may say, and their line.

    Signals:
        replied: they were asked; argument: the Reply.
    """

    replied = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.name = Label(look, bold=True)
        self.replies = {
            Reply.YES: Button(look, _("Yes"), "accepted", small=True),
            Reply.NO: Button(look, _("No"), "refuse", small=True),
            Reply.NO_ANSWER: Button(look, _("No answer"), "phone", small=True),
            Reply.MESSAGE: Button(look, _("Left a message"), "message", small=True),
        }
        self.status = ChoiceField(look)
        self.roles = MenuButton(look, _("Roles"), "member")
        self.supports = ChoiceField(look)
        self.table_words = Label(look, _("Table"), ink="ink2")
        self.at_table = LineField(look)
        self.taxi = Button(look, _("Taxi home"), "taxi", small=True)
        self.remove = Button(look, _("Take off the list"), "remove", small=True)
        self._describe()
        self._assemble()
        self.hide()
        look.changed.connect(self._fit)
        self._fit()

    def show_row(self, row: RoomRow | None, others: Sequence[RoomRow]) -> None:
        """Show what is recorded of somebody; who is not on the list hides the bar.

        Args:
            row: Who is chosen.
            others: Everybody whom they may come to support.
        """
        self.setVisible(row is not None and row.invited)
        if row is None or row.status is None:
            return
        self.name.setText(row.name)
        for button in self.replies.values():
            button.setVisible(row.arrived_at is None)
        offered = BEFORE if row.arrived_at is None else (Status.ATTENDED, Status.ATTENDED_PART)
        self.status.set_choices([(status.value, status_word(status)) for status in offered])
        self.status.set_text(row.status.value)
        for act in self.roles.choices.actions():
            act.setChecked(act.data() in row.roles)
        named = [(one.person_id, _("Supports {name}").format(name=one.name)) for one in others if one.invited]
        self.supports.set_choices([("", _("Supports nobody")), *(one for one in named if one[0] != row.person_id)])
        self.supports.set_text(row.supports_id or "")
        self.at_table.set_text(str(row.table or ""))

    def roles_chosen(self) -> list[Role]:
        """Return the roles that are ticked."""
        return [Role(act.data()) for act in self.roles.choices.actions() if act.isChecked()]

    def first_reply(self) -> QWidget:
        """Return where an answer is given: the first button, or the field for somebody who has come."""
        first = self.replies[Reply.YES]
        return self.status if first.isHidden() else first

    def _describe(self) -> None:
        self.status.describe(_("Answer"))
        self.supports.describe(_("Comes to support"))
        self.at_table.describe(_("Table"), _("Its number; empty for no table."))
        spoken = {
            Reply.YES: _("They said yes"),
            Reply.NO: _("They said no"),
            Reply.NO_ANSWER: _("They were rung and did not answer"),
            Reply.MESSAGE: _("A message was left for them"),
        }
        for reply, button in self.replies.items():
            button.setAccessibleName(spoken[reply])
            button.clicked.connect(partial(self.replied.emit, reply))
        for role in Role:
            act = QAction(role_word(role), self)
            act.setCheckable(True)
            act.setData(role)
            self.roles.choices.addAction(act)

    def _assemble(self) -> None:
        look = self._look
        asked, kept = QWidget(), QWidget()
        asked.setLayout(Wrap(look, *self.replies.values(), gap=8))
        places = (self.table_words, self.at_table)
        kept.setLayout(Wrap(look, self.status, self.roles, self.supports, *places, self.taxi, self.remove, gap=8))
        self._first = Across(look, self.name, gap=12)
        self._first.addWidget(asked, 1)
        column = Down(look, self._first, gap=8)
        column.addWidget(kept)
        self.setLayout(column)

    def _fit(self) -> None:
        self.status.setFixedWidth(self._look.text(STATUS_WIDTH))
        self.supports.setFixedWidth(self._look.text(SUPPORTS_WIDTH))
        self.at_table.setFixedWidth(self._look.text(TABLE_WIDTH))
        under = self._look.cramped
        self._first.setDirection(Across.Direction.TopToBottom if under else Across.Direction.LeftToRight)
