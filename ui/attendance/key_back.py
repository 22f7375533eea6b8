# SPDX-License-Identifier: GPL-3.0-or-later
"""Keying a signed sheet back in, by the keyboard alone and in the order of the paper."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget
from sqlalchemy.orm import Session

from app.attendance.errors import NotATime
from app.attendance.lists import RegisterRow, register_rows
from app.attendance.rules import parse_time
from app.attendance.sheets import KeyedLine, key_back
from app.attendance.times import instant_on_day_of
from app.documents.queries import sheet_code_of
from app.i18n import _, ngettext
from app.wording import sentence
from app.wording.vocabulary import role_word
from db.journal import Op
from db.types import Role
from ui.actions import Action
from ui.attendance.columns import wall_time
from ui.look.look import Look
from ui.page import Page
from ui.parts.buttons import Button, MainButton
from ui.parts.fields import ChoiceField, LineField
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Hint, Label
from ui.sessions.tab import Tab

WALK_IN_LINES = 8
NO_NUMBER = "–"
TIME_WIDTH = 84
ROLE = 2  # the column that goes where there is little room


@dataclass(frozen=True, slots=True)
class PaperLine:
    """The fields of one line. `row` is None for a walk-in line, which has a name and a role to fill in."""

    row: RegisterRow | None
    name: LineField | None
    role: ChoiceField | None
    came: LineField
    left: LineField

    def typed(self) -> tuple[str, str]:
        """Return both times as they stand."""
        return self.came.text(), self.left.text()

    def fields(self) -> tuple[LineField | ChoiceField, ...]:
        """Return the fields in the order of the keys."""
        return tuple(field for field in (self.name, self.role, self.came, self.left) if field is not None)


class KeyBack(Tab):
    """Every line of the sheet with its number; Enter goes on, an empty line means not here."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("Key back from paper"))
        look = page.desk.look
        self.look = look
        self.lines: list[PaperLine] = []
        self._shown = ""
        self.code = Label(look, bold=True)
        self.how = Hint(
            look, _("Enter goes on to the next field. Leave a line empty if nobody signed it."), size="body"
        )
        self.grid = QGridLayout()
        self.keep = MainButton(look, _("Keep what the sheet says"), "ok")
        self.back = Button(look, _("Back to the room"), "back")
        self.back.setAccessibleName(_("Back to the room"))
        self.narrow_out: list[QWidget] = []
        self.walk_ins: list[Across] = []
        inside = QWidget()
        inside.setLayout(Down(look, self.grid, None, gap=0, margins=(0, 0, 12, 0)))
        self.scrolling = Scroll(look, inside)
        sheet = Sheet(look, self.scrolling, margins=(16, 12, 8, 12))
        column = Down(look, Heading(look, _("Key back from paper"), size="head"), self.code, self.how, gap=6)
        column.addWidget(sheet, 1)
        column.addLayout(Across(look, self.keep, self.back, None, gap=10, margins=(0, 8, 0, 0)))
        self.setLayout(column)
        look.changed.connect(self._fit)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self._go_back)
        self.add_act(Action.SEARCH_PAGE, self._focus_first)

    def refresh(self) -> None:
        """Read the lines when another session is shown; what is being keyed in stays."""
        if self._shown == self.session_id:
            return
        self._shown = self.session_id
        with self.page.desk.workspace.read() as tx:
            rows = register_rows(tx, self.session_id)
        self.code.setText(_("Sheet {code}").format(code=sheet_code_of(self.session_id)))
        self._show(rows)

    def settle(self) -> None:
        """Read the lines anew when the tab is shown next, unless something is keyed in."""
        if not any(any(line.typed()) for line in self.lines if line.row is None or line.row.arrived_at is None):
            self._shown = ""

    def _show(self, rows: list[RegisterRow]) -> None:
        while item := self.grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.lines = []
        self.narrow_out, self.walk_ins = [], []
        for place, words in enumerate((_("No."), _("Name"), _("Role"), _("In"), _("Out"))):
            head = Hint(self.look, words, bold=True)
            self.grid.addWidget(head, 0, place)
            if place == ROLE:
                self.narrow_out.append(head)
        for row in rows:
            self._add(row)
        for _line in range(WALK_IN_LINES):
            self._add(None)
        self.grid.setColumnStretch(1, 1)
        self._fit()
        self.first_focus = self.lines[0].fields()[0] if self.lines else None

    def _add(self, row: RegisterRow | None) -> None:
        look, place = self.look, len(self.lines) + 1
        number = NO_NUMBER if row is None or row.number is None else str(row.number)
        line = PaperLine(row, *_who(look, row), LineField(look), LineField(look))
        who = _("walk-in line {place}").format(place=place) if row is None else row.name
        self.grid.addWidget(Label(look, number, ink="ink2"), place, 0)
        if row is not None:
            self.grid.addWidget(Label(look, row.name, bold=True), place, 1)
            self.grid.addWidget(self._role(", ".join(role_word(role) for role in row.roles)), place, 2)
            line.came.set_text(wall_time(row.arrived_at))
            line.left.set_text(wall_time(row.left_at))
        if line.name is not None and line.role is not None:
            self._add_walk_in(line.name, line.role, place)
        self.grid.addWidget(line.came, place, 3)
        self.grid.addWidget(line.left, place, 4)
        _describe(line, number, who)
        for field in line.fields():
            if isinstance(field, LineField):
                field.line.returnPressed.connect(partial(self._next, field))
        for field in (line.came, line.left):
            field.left_changed.connect(partial(self._on_time, field))
        self.lines.append(line)

    def _add_walk_in(self, name: LineField, role: ChoiceField, place: int) -> None:
        who, beside = QWidget(), Across(self.look, name, role, gap=14)
        who.setLayout(beside)
        self.grid.addWidget(who, place, 1, 1, 2)
        self.walk_ins.append(beside)

    def _role(self, words: str) -> Label:
        """Return what somebody is, which is left out where there is room for hardly more than names and times."""
        label = Label(self.look, words)
        self.narrow_out.append(label)
        return label

    def _next(self, field: LineField) -> None:
        """Go on: over what was refused one does not pass."""
        if field.refusal:
            return
        fields = [one for line in self.lines for one in line.fields()]
        after = fields.index(field) + 1
        wanted = fields[after] if after < len(fields) else self.keep
        wanted.setFocus()
        self.scrolling.ensureWidgetVisible(wanted)

    def _on_time(self, field: LineField, typed: str) -> None:
        field.accept()
        if not typed:
            return
        try:
            at = parse_time(typed)
        except NotATime as error:
            field.refuse(sentence(error))
        else:
            field.set_text(f"{at.hour}:{at.minute:02}")

    def _keep(self) -> None:
        for line in self.lines:
            for field in line.fields():
                field.leave()
        refused = next((field for line in self.lines for field in line.fields() if field.refusal), None)
        if refused is not None:
            refused.setFocus()
            return
        now = self.page.desk.workspace.clock.now()

        def work(tx: Session) -> int:
            lines = [keyed for line in self.lines if (keyed := self._keyed(tx, line)) is not None]
            return key_back(tx, self.session_id, lines, now=now)

        self.page.change(Op.KEY_BACK, work, then=self._kept)

    def _keyed(self, tx: Session, line: PaperLine) -> KeyedLine | None:
        """Return what a line says, or None when it says nothing new."""
        if line.row is not None and line.typed() == (wall_time(line.row.arrived_at), wall_time(line.row.left_at)):
            return None
        came, left = (self._instant(tx, typed) for typed in line.typed())
        person_id = None if line.row is None else line.row.person_id
        name = "" if line.name is None else line.name.text()
        if came is None and left is None and not name:
            return None
        role = Role(line.role.text()) if line.role is not None else None
        return KeyedLine(person_id, name, role, came, left)

    def _instant(self, tx: Session, typed: str) -> datetime | None:
        return instant_on_day_of(tx, self.session_id, typed) if typed else None

    def _kept(self, people: int) -> None:
        words = ngettext("{count} line kept.", "{count} lines kept.", people).format(count=people)
        self._shown = ""
        self.refresh()
        self.how.setText(words)
        self.back.setFocus()

    def _go_back(self) -> None:
        self.page.close_part()

    def _fit(self) -> None:
        self.grid.setHorizontalSpacing(self.look.space(14))
        self.grid.setVerticalSpacing(self.look.space(6))
        self.how.setVisible(not self.look.cramped)
        self.back.setText(_("Back") if self.look.cramped else _("Back to the room"))
        for widget in self.narrow_out:
            widget.setVisible(not self.look.cramped)
        for beside in self.walk_ins:
            under = self.look.cramped
            beside.setDirection(Across.Direction.TopToBottom if under else Across.Direction.LeftToRight)
        for line in self.lines:
            for field in (line.came, line.left):
                field.setFixedWidth(self.look.text(TIME_WIDTH))

    def _focus_first(self) -> None:
        if self.first_focus is not None:
            self.first_focus.setFocus()


def _who(look: Look, row: RegisterRow | None) -> tuple[LineField | None, ChoiceField | None]:
    if row is not None:
        return None, None
    return LineField(look, _("Name as written")), ChoiceField(look, [(role.value, role_word(role)) for role in Role])


def _describe(line: PaperLine, number: str, who: str) -> None:
    names = {"came": _("{number}, {who}: in"), "left": _("{number}, {who}: out")}
    line.came.describe(names["came"].format(number=number, who=who))
    line.left.describe(names["left"].format(number=number, who=who))
    if line.name is not None:
        line.name.describe(_("{who}: name").format(who=who))
    if line.role is not None:
        line.role.describe(_("{who}: role").format(who=who))
