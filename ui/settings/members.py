# SPDX-License-Identifier: GPL-3.0-or-later
"""Who works with these records, and who of them is using this laptop now."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.settings.commands import add_member, remove_member, rename_member, use_as
from app.settings.queries import MemberRow, members
from db.journal import Op
from db.types import MemberId
from ui.desk import Desk
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.fields import LineField
from ui.parts.sheet import Across, Down
from ui.parts.text import Hint, Label
from ui.refusals import refusals_shown


class MemberLine(QWidget):
    """A name, and what stands beside it; with large text on a small screen under it."""

    def __init__(self, look: Look, name: LineField, *beside: QWidget) -> None:
        super().__init__()
        self._look = look
        self._both = Across(look, name, Across(look, *beside, None))
        self._both.setStretch(0, 1)
        self.setLayout(self._both)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        under = self._look.cramped
        self._both.setDirection(Across.Direction.TopToBottom if under else Across.Direction.LeftToRight)


class Members(QWidget):
    """One line for each member: the name, edited in place, and what can be done."""

    def __init__(self, desk: Desk, say_no: Callable[[str], object]) -> None:
        super().__init__()
        self._desk = desk
        self._say_no = say_no
        self._lines = Down(desk.look, gap=8)
        self._rows: list[QWidget] = []
        self.new = LineField(desk.look, _("Name of a new member"))
        self.new.describe(_("Name of a new member"))
        self.add = Button(desk.look, _("Add a member"), "add")
        self.add.clicked.connect(self._add)
        hint = Hint(desk.look, _("The history names whoever uses the laptop as the one who did it."))
        self.setLayout(Down(desk.look, hint, self._lines, Across(desk.look, self.new, self.add), gap=12))

    def refresh(self) -> None:
        """Read who works here."""
        for row in self._rows:
            row.deleteLater()
        with self._desk.workspace.read() as tx:
            self._rows = [self._line(member) for member in members(tx)]
        for row in self._rows:
            self._lines.addWidget(row)

    def _line(self, member: MemberRow) -> QWidget:
        look = self._desk.look
        name = LineField(look)
        name.describe(_("Name of {name}").format(name=member.name))
        name.set_text(member.name)
        name.left_changed.connect(partial(self._rename, member.id, name))
        if member.id == self._desk.workspace.member:
            return MemberLine(look, name, Label(look, _("Uses this laptop now"), ink="accentInk"))
        use = Button(look, _("Use as {name}").format(name=member.name), "switchMember")
        use.clicked.connect(partial(self._use, member))
        remove = Button(look, _("Remove {name}").format(name=member.name), "delete", icon_only=True)
        remove.clicked.connect(partial(self._remove, member.id))
        return MemberLine(look, name, use, remove)

    def _add(self) -> None:
        name = self.new.text()
        self._desk.changing.run(
            Op.ADD_MEMBER,
            lambda tx: add_member(tx, name),
            refused=self.new.refuse,
            then=lambda _made: self.new.set_text(""),
        )

    def _rename(self, member_id: MemberId, field: LineField, text: str) -> None:
        self._desk.changing.run(Op.CHANGE_MEMBER, lambda tx: rename_member(tx, member_id, text), refused=field.refuse)

    def _remove(self, member_id: MemberId) -> None:
        self._desk.changing.run(Op.CHANGE_MEMBER, lambda tx: remove_member(tx, member_id), refused=self._say_no)

    def _use(self, member: MemberRow) -> None:
        with refusals_shown(self._say_no):
            with self._desk.workspace.note() as tx:
                use_as(tx, member.id)
            self._desk.workspace.use_as(member.id)
