# SPDX-License-Identifier: GPL-3.0-or-later
"""The needs of one person, to be changed: how far each is met, and what it is about."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.i18n import _
from app.people.belongings import add_need, remove_need, set_need_detail, set_need_status
from app.people.card import NeedRow
from app.people.kinds import need_kinds, need_label
from app.wording.vocabulary import need_status_word
from db.journal import Op
from db.types import NeedStatus, PersonId
from ui.look.look import Look
from ui.parts.buttons import IconButton
from ui.parts.fields import ChoiceField, LineField
from ui.parts.sheet import Across, Down
from ui.parts.text import Label
from ui.people.parts import Change, Saved, empty_out, save_field


class NeedLine(QWidget):
    """One need: its name, how far it is met, what it is about, and the way to take it away."""

    def __init__(self, look: Look, need: NeedRow, saved: Saved) -> None:
        super().__init__()
        label = need_label(need.kind)
        self._saved = saved
        self.status = ChoiceField(look, [(one.value, need_status_word(one)) for one in NeedStatus])
        self.status.describe(_("{need}: how far it is met").format(need=label))
        self.detail = LineField(look, _("Which, how, where"))
        self.detail.describe(_("{need}: what it is about").format(need=label))
        self.remove = IconButton(look, _("Remove the need: {need}").format(need=label), "remove")
        top = Across(look, gap=8)
        top.addWidget(Label(look, label, bold=True), 1)
        top.addWidget(self.remove)
        under = Across(look, gap=8)
        under.addWidget(self.detail, 3)
        under.addWidget(self.status, 2)
        self.setLayout(Down(look, top, under, gap=4))
        self.show_need(need, anew=True)

    def show_need(self, need: NeedRow, *, anew: bool) -> None:
        """Show what is saved."""
        self._saved.show({self.status: need.status.value, self.detail: need.detail or ""}, anew=anew)


class NeedLines(QWidget):
    """All needs of one person, and one field to add another."""

    def __init__(self, look: Look, change: Change, today: Callable[[], date]) -> None:
        super().__init__()
        self.look = look
        self.today = today
        self._change = change
        self._saved = Saved()
        self._person_id: PersonId | None = None
        self.lines: dict[str, NeedLine] = {}
        self._column = Down(look, gap=10)
        self.add = ChoiceField(look, [("", _("Add a need")), *((kind, need_label(kind)) for kind in need_kinds())])
        self.add.describe(_("Add a need"))
        self.add.left_changed.connect(self._on_add)
        self.setLayout(Down(look, self._column, self.add, gap=10))

    def show_needs(self, person_id: PersonId, needs: tuple[NeedRow, ...], *, anew: bool) -> None:
        """Show somebody's needs; a line that is being typed in stays as it is."""
        self._person_id = person_id
        if anew or [need.id for need in needs] != list(self.lines):
            self._make_lines(needs)
        for need in needs:
            self.lines[need.id].show_need(need, anew=False)

    def _make_lines(self, needs: tuple[NeedRow, ...]) -> None:
        empty_out(self._column)
        self.lines = {need.id: self._line(need) for need in needs}
        for line in self.lines.values():
            self._column.addWidget(line)

    def _line(self, need: NeedRow) -> NeedLine:
        line = NeedLine(self.look, need, self._saved)
        line.status.left_changed.connect(partial(self._save_status, line, need))
        line.detail.left_changed.connect(partial(self._save_detail, line, need))
        line.remove.clicked.connect(lambda: self._remove(need))
        return line

    def _save_status(self, line: NeedLine, need: NeedRow, text: str) -> None:
        save_field(
            self._change, line.status, Op.CHANGE_NEEDS, lambda tx: set_need_status(tx, need.id, NeedStatus(text))
        )

    def _save_detail(self, line: NeedLine, need: NeedRow, text: str) -> None:
        today = self.today()
        save_field(
            self._change, line.detail, Op.CHANGE_NEEDS, lambda tx: set_need_detail(tx, need.id, text, today=today)
        )

    def _remove(self, need: NeedRow) -> None:
        self.add.setFocus()
        self._change(Op.CHANGE_NEEDS, lambda tx: remove_need(tx, need.id))

    def _on_add(self, kind: str) -> None:
        person_id, today = self._person_id, self.today()
        self.add.set_text("")
        if person_id is None or not kind:
            return

        def work(tx: Session) -> str:
            return add_need(tx, person_id, kind, today=today)

        self._change(Op.CHANGE_NEEDS, work, then=self._go_to)

    def _go_to(self, need_id: str) -> None:
        if need_id in self.lines:
            self.lines[need_id].detail.setFocus()
