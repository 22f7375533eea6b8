# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is on the list of a session: inviting, what they answered, and what they are in the room."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.attendance import commands, seating
from app.attendance.queries import RoomRow, Show, room
from app.i18n import _
from app.wording.vocabulary import role_word, status_word
from db.journal import Op
from db.types import AttendanceId, PersonId, Role, Status
from ui.actions import Action
from ui.attendance.columns import RoomColumns
from ui.page import Page
from ui.parts.buttons import Button, MenuButton
from ui.parts.chip import ChipKind
from ui.parts.empty import Empty
from ui.parts.fields import ChoiceField, LineField
from ui.parts.search import Search
from ui.parts.sheet import Across, Down
from ui.parts.table_sheet import TableSheet
from ui.parts.text import Label
from ui.parts.wrap import Wrap
from ui.places import Place
from ui.sessions.tab import Tab
from ui.tables import Cell, Column, Mark, Press, RowsModel, RowTable, cell

INVITE = "invite"
MOST = 1000  # people of one session; more are found by their names
STATUS_WIDTH, SUPPORTS_WIDTH, TABLE_WIDTH = 180, 270, 64  # px at 100 %
SAID = {
    Status.ACCEPTED: ("accepted", ChipKind.BARE_OK),
    Status.ATTENDED: ("here", ChipKind.BARE_OK),
    Status.ATTENDED_PART: ("here", ChipKind.BARE_OK),
}
BEFORE = (Status.INVITED, Status.ACCEPTED, Status.DECLINED, Status.CANCELLED, Status.NO_SHOW)


class PeopleTab(Tab):
    """The list of one session; typing finds everybody else, and Enter puts the first of them on it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("People"))
        look = page.desk.look
        self.look = look
        asked = (_("Two letters of a name, then Enter to put them on the list"), _("Two letters of a name"))
        self.search = Search(look, _("Add people"), *asked)
        self.import_list = Button(look, _("Import a list"), "importList")
        self.seat = Button(look, _("Seat everybody at tables"), "needSeat")
        cells = RoomColumns()
        columns = (
            Column(_("Answer"), _answer, width=168),
            Column(_("Name"), cells.name),
            Column(_("Role in the room"), cells.role, width=190, short_title=_("Role"), line=1),
            Column(_("Table"), _table, width=84, line=2, hide_when_narrow=True),
            Column(_("Needs"), cells.needs, line=2, hide_when_narrow=True),
        )
        self.model = RowsModel(columns, self._rows)
        self.table = RowTable(look, self.model, name=_("People on the list"))
        self.empty = Empty(look, _("Nobody is on the list yet"), _("Type two letters of a name, or import a list."))
        self.name = Label(look, bold=True)
        self.status = ChoiceField(look)
        self.roles = MenuButton(look, _("Roles"), "member")
        self.supports = ChoiceField(look)
        self.table_words = Label(look, _("Table"), ink="ink2")
        self.at_table = LineField(look)
        self.remove = Button(look, _("Take off the list"), "remove", small=True)
        self.bar = QWidget()
        self.first_focus = self.search
        self._assemble()
        self._listen()

    def refresh(self) -> None:
        """Read the list."""
        self.model.refresh()
        self._show_bar(self._chosen())

    def close_part(self) -> bool:
        """Take back what is searched for."""
        typed = bool(self.search.text())
        self.search.set_text("")
        return typed

    def _rows(self) -> Sequence[RoomRow]:
        if not self.session_id:
            return ()
        with self.page.desk.workspace.read() as tx:
            return room(tx, self.session_id, self.search.text(), Show.ALL, limit=50 if self.search.text() else MOST)

    def _assemble(self) -> None:
        look = self.look
        self.status.describe(_("Answer"))
        self.supports.describe(_("Comes to support"))
        self.at_table.describe(_("Table"), _("Its number; empty for no table."))
        for role in Role:
            act = QAction(role_word(role), self)
            act.setCheckable(True)
            act.setData(role)
            act.triggered.connect(self._set_roles)
            self.roles.choices.addAction(act)
        acts = QWidget()
        places = (self.table_words, self.at_table)
        acts.setLayout(Wrap(look, self.status, self.roles, self.supports, *places, self.remove, gap=8))
        row = Across(look, self.name, gap=12)
        row.addWidget(acts, 1)
        self.bar.setLayout(row)
        top = Across(look, gap=12)
        top.addWidget(self.search, 1)
        top.addWidget(self.import_list)
        top.addWidget(self.seat)
        column = Down(look, top, gap=10)
        column.addWidget(TableSheet(look, self.table, self.empty), 1)
        column.addWidget(self.bar)
        self.setLayout(column)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.status.setFixedWidth(self.look.text(STATUS_WIDTH))
        self.supports.setFixedWidth(self.look.text(SUPPORTS_WIDTH))
        self.at_table.setFixedWidth(self.look.text(TABLE_WIDTH))

    def _listen(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.line.returnPressed.connect(self._invite_first)
        self.import_list.clicked.connect(self._import)
        self.table.row_pressed.connect(self._on_row_pressed)
        self.table.activated_row.connect(self._on_activated)
        self.table.selected_row.connect(self._show_bar)
        self.status.left_changed.connect(self._set_status)
        self.supports.left_changed.connect(self._set_supported)
        self.at_table.left_changed.connect(self._set_table)
        self.seat.clicked.connect(self._seat)
        self.remove.clicked.connect(self._take_off)
        self.add_act(Action.NEW_HERE, self.search.setFocus)
        self.add_act(Action.SEARCH_PAGE, self.search.setFocus)
        self.add_act(Action.IMPORT_LIST, self._import)
        self.add_act(Action.OPEN_PERSON, self._open_person)

    def _on_searched(self, typed: str) -> None:
        self.model.refresh()
        if typed:
            self.empty.say(_("Nobody found"), _("Add them under People, or import a list."))
        else:
            self.empty.say(_("Nobody is on the list yet"), _("Type two letters of a name, or import a list."))

    def _invite_first(self) -> None:
        others = [row for row in self.model.rows if not row.invited]
        if self.search.text() and others:
            self._invite(others[0])

    def _on_row_pressed(self, row: RoomRow, act: str) -> None:
        if act == INVITE:
            self._invite(row)

    def _on_activated(self, row: RoomRow) -> None:
        if row.invited:
            self.status.setFocus()
        else:
            self._invite(row)

    def _invite(self, row: RoomRow) -> None:
        self.page.change(
            Op.INVITE, lambda tx: commands.invite(tx, self.session_id, [row.person_id], None), then=self._invited
        )

    def _invited(self, _made: object) -> None:
        self.search.set_text("")
        self.search.setFocus()

    def _show_bar(self, row: RoomRow | None) -> None:
        self.bar.setVisible(row is not None and row.invited)
        if row is None or row.status is None:
            return
        self.name.setText(row.name)
        came = row.status if row.arrived_at else None
        offered = BEFORE if came is None else (Status.ATTENDED, Status.ATTENDED_PART)
        self.status.set_choices([(status.value, status_word(status)) for status in offered])
        self.status.set_text(row.status.value)
        for act in self.roles.choices.actions():
            act.setChecked(act.data() in row.roles)
        others = [(one.person_id, _("Supports {name}").format(name=one.name)) for one in self.model.rows if one.invited]
        self.supports.set_choices([("", _("Supports nobody")), *(one for one in others if one[0] != row.person_id)])
        self.supports.set_text(row.supports_id or "")
        self.at_table.set_text(str(row.table or ""))

    def _chosen(self) -> RoomRow | None:
        row: RoomRow | None = self.table.row
        return row

    def _set_status(self, status: str) -> None:
        self._change(lambda tx, line: commands.set_status(tx, line, Status(status)))

    def _set_roles(self) -> None:
        chosen = [Role(act.data()) for act in self.roles.choices.actions() if act.isChecked()]
        self._change(lambda tx, line: commands.set_roles(tx, line, chosen))

    def _set_supported(self, person_id: str) -> None:
        supported = PersonId(person_id) if person_id else None
        self._change(lambda tx, line: commands.set_supported(tx, line, supported))

    def _change(self, work: Callable[[Session, AttendanceId], None]) -> None:
        row = self._chosen()
        if row is not None and row.line is not None:
            line = row.line
            self.page.change(Op.CHANGE_ATTENDANCE, lambda tx: work(tx, line), refused=self.status.refuse)

    def _set_table(self, typed: str) -> None:
        row = self._chosen()
        if row is not None and row.line is not None:
            line = row.line
            self.page.change(
                Op.SEAT_PEOPLE, lambda tx: seating.set_table(tx, line, typed), refused=self.at_table.refuse
            )

    def _seat(self) -> None:
        self.page.change(Op.SEAT_PEOPLE, lambda tx: seating.seat(tx, self.session_id))

    def _take_off(self) -> None:
        row = self._chosen()
        if row is not None and row.line is not None:
            line = row.line
            self.page.change(Op.UNINVITE, lambda tx: commands.uninvite(tx, line))

    def _open_person(self) -> None:
        row = self._chosen()
        if row is not None:
            self.page.desk.places.go(Place("people", row.person_id))

    def _import(self) -> None:
        self.page.desk.places.go(Place("import", self.session_id))


def _table(row: RoomRow) -> Cell:
    return cell(str(row.table or ""))


def _answer(row: RoomRow) -> Cell:
    if row.status is None:
        spoken = _("Put {name} on the list").format(name=row.name)
        return cell(Press(_("Put on the list"), "add", act=INVITE, spoken=spoken))
    icon, kind = SAID.get(row.status, ("", ChipKind.BARE))
    return cell(Mark(icon, status_word(row.status), kind, size="body"))
