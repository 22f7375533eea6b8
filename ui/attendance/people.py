# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is on the list of a session: inviting, what they answered, and what they are in the room."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.attendance import commands, seating
from app.attendance.queries import RoomRow, Show, room
from app.attendance.replies import Reply, record_reply
from app.attendance.waiting import answers
from app.i18n import _
from db.journal import Op
from db.types import AttendanceId, PersonId, Status
from ui.actions import Action
from ui.attendance.line_acts import LineActs
from ui.attendance.list_columns import INVITE, list_columns
from ui.attendance.tables_panel import TablesPanel
from ui.page import Page
from ui.parts.buttons import Button, MoreButton
from ui.parts.counts import Counts
from ui.parts.empty import Empty
from ui.parts.search import Search
from ui.parts.sheet import Across, Down
from ui.parts.table_sheet import TableSheet
from ui.parts.within import Under
from ui.places import Place
from ui.sessions.tab import Tab
from ui.tables import RowsModel, RowTable
from ui.transport.panel import RidePanel

MOST = 1000  # people of one session; more are found by their names
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
REPLIES = {
    Action.SAID_YES: Reply.YES,
    Action.SAID_NO: Reply.NO,
    Action.NO_ANSWER: Reply.NO_ANSWER,
    Action.LEFT_MESSAGE: Reply.MESSAGE,
}


class PeopleTab(Tab):
    """The list of one session; typing finds somebody, and Enter takes their answer or puts them on the list."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("People"))
        look = page.desk.look
        self.look = look
        asked = (_("Two letters of a name, then Enter to add or to answer"), _("Two letters of a name"), _("Name"))
        self.search = Search(look, _("Find people"), *asked)
        shown = [(Show.ALL, _("on the list")), (Show.WAITING, _("not answered"))]
        self.counts = Counts(look, [(key.value, words) for key, words in shown], name=_("Who is shown"))
        self.import_list = Button(look, _("Import a list"), "importList")
        self.tables = Button(look, _("Tables"), "seating")
        self.more = MoreButton(look, _("More"))
        self.model = RowsModel(list_columns(), self._rows)
        self.table = RowTable(look, self.model, name=_("People on the list"))
        self.empty = Empty(look, _("Nobody is on the list yet"), _("Type two letters of a name, or import a list."))
        self.acts = LineActs(look)
        self.ride, self.seating = RidePanel(page), TablesPanel(page)
        self.bar, self.list_side = QWidget(), QWidget()
        self.everybody: Sequence[RoomRow] = ()
        self.first_focus = self.search
        self._assemble()
        self._listen()
        self._offer()

    def refresh(self) -> None:
        """Read the list, and how many have not answered."""
        with self.page.desk.workspace.read() as tx:
            many = answers(tx, self.session_id)
            self.everybody = room(tx, self.session_id, "", Show.ALL, limit=MOST)
        self.counts.set_count(Show.ALL, many.listed)
        self.counts.set_count(Show.WAITING, many.waiting)
        self._read_rows()
        self.ride.refresh()
        self.seating.refresh()

    def close_part(self) -> bool:
        """Close the panel that is open, take back what is searched for, or else show everybody again."""
        if self.list_side.isHidden():
            self._close_panel()
            return True
        if self.search.text():
            self.search.set_text("")
            return True
        filtered = self.counts.choice != Show.ALL
        self.counts.choose(Show.ALL)
        self._read_rows()
        return filtered

    def _rows(self) -> Sequence[RoomRow]:
        if not self.session_id:
            return ()
        typed = self.search.text()
        with self.page.desk.workspace.read() as tx:
            return room(tx, self.session_id, typed, Show(self.counts.choice), limit=50 if typed else MOST)

    def _read_rows(self) -> None:
        self.model.refresh()
        if self.search.text() and self.model.rows:
            self.table.select(_first_to_ask(self.model.rows).id)
        self._say_empty()
        self._show_acts(self._chosen())

    def _say_empty(self) -> None:
        if self.search.text():
            self.empty.say(_("Nobody found"), _("Add them under People, or import a list."))
        elif self.counts.choice == Show.WAITING:
            self.empty.say(_("Nobody is waiting for an answer"), _("Choose “on the list” to see everybody."))
        else:
            self.empty.say(_("Nobody is on the list yet"), _("Type two letters of a name, or import a list."))

    def _assemble(self) -> None:
        look = self.look
        top = Across(look, gap=8)
        top.addWidget(self.search, 1)
        for widget in (self.counts, self.import_list, self.tables, self.more):
            top.addWidget(widget)
        self.bar.setLayout(top)
        column = Down(look, self.bar, gap=10)
        column.addWidget(self.ride)
        column.addWidget(self.seating)
        inside = Down(look, TableSheet(look, self.table, self.empty), gap=10)
        inside.addWidget(Under(look, self.acts))
        self.list_side.setLayout(inside)
        column.addWidget(self.list_side, 1)
        column.addStretch(0)
        self.setLayout(column)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """With large text the menu has what is seldom needed, and a panel has all the room."""
        for button in (self.import_list, self.tables):
            button.setVisible(not self.look.stacked)
        self.more.setVisible(self.look.stacked)
        self.bar.setVisible(not (self.look.stacked and self.list_side.isHidden()))

    def _listen(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.line.returnPressed.connect(self._on_return)
        self.search.line.installEventFilter(self)
        self.counts.chosen.connect(self._on_filter)
        self.import_list.clicked.connect(self._import)
        self.table.row_pressed.connect(self._on_row_pressed)
        self.table.activated_row.connect(self._answer_or_invite)
        self.table.selected_row.connect(self._show_acts)
        acts = self.acts
        acts.replied.connect(self._reply)
        acts.status.left_changed.connect(self._set_status)
        acts.roles.choices.triggered.connect(self._on_roles)
        acts.supports.left_changed.connect(self._set_supported)
        acts.at_table.left_changed.connect(self._set_table)
        acts.taxi.clicked.connect(self._open_ride)
        self.ride.closed.connect(self._close_panel)
        self.seating.closed.connect(self._close_panel)
        acts.remove.clicked.connect(self._take_off)
        self.tables.clicked.connect(self._open_tables)

    def _offer(self) -> None:
        self.add_act(Action.NEW_HERE, self.search.setFocus)
        self.add_act(Action.SEARCH_PAGE, self.search.setFocus)
        self.more.choices.addAction(self.add_act(Action.IMPORT_LIST, self._import))
        self.more.choices.addAction(_("&Tables"), self._open_tables)
        self.add_act(Action.OPEN_PERSON, self._open_person)
        for action, reply in REPLIES.items():
            self.add_act(action, partial(self._reply, reply))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows choose a row while the search field keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in STEPS:
            place = self.table.currentIndex().row() + STEPS[Qt.Key(event.key())]
            if 0 <= place < len(self.model.rows):
                self.table.select(self.model.rows[place].id)
            return True
        return super().eventFilter(watched, event)

    def _on_searched(self, typed: str) -> None:
        if not typed:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.model.index(-1, 0))
        self._read_rows()

    def _on_filter(self, _key: str) -> None:
        self._read_rows()

    def _on_return(self) -> None:
        row = self._chosen()
        if row is not None:
            self._answer_or_invite(row)

    def _on_row_pressed(self, row: RoomRow, act: str) -> None:
        if act == INVITE:
            self._invite(row)

    def _answer_or_invite(self, row: RoomRow) -> None:
        if row.invited:
            self.acts.first_reply().setFocus()
        else:
            self._invite(row)

    def _invite(self, row: RoomRow) -> None:
        self.page.change(
            Op.INVITE,
            lambda tx: commands.invite(tx, self.session_id, [row.person_id], None),
            then=self._ready_for_the_next,
        )

    def _reply(self, reply: Reply) -> None:
        row, now = self._chosen(), self.page.desk.workspace.clock.now()
        if row is not None and row.line is not None:
            line = row.line
            self.page.change(
                Op.RECORD_REPLY, lambda tx: record_reply(tx, line, reply, at=now), then=self._ready_for_the_next
            )

    def _ready_for_the_next(self, _made: object) -> None:
        self.search.set_text("")
        self.search.setFocus()

    def _show_acts(self, row: RoomRow | None) -> None:
        self.acts.show_row(row, self.everybody)

    def _chosen(self) -> RoomRow | None:
        row: RoomRow | None = self.table.row
        return row

    def _set_status(self, status: str) -> None:
        self._change(Op.CHANGE_ATTENDANCE, lambda tx, line: commands.set_status(tx, line, Status(status)))

    def _on_roles(self, _act: QAction) -> None:
        chosen = self.acts.roles_chosen()
        self._change(Op.CHANGE_ATTENDANCE, lambda tx, line: commands.set_roles(tx, line, chosen))

    def _set_supported(self, person_id: str) -> None:
        supported = PersonId(person_id) if person_id else None
        self._change(Op.CHANGE_ATTENDANCE, lambda tx, line: commands.set_supported(tx, line, supported))

    def _set_table(self, typed: str) -> None:
        self._change(
            Op.SEAT_PEOPLE, lambda tx, line: seating.set_table(tx, line, typed), refused=self.acts.at_table.refuse
        )

    def _take_off(self) -> None:
        self._change(Op.UNINVITE, commands.uninvite, refused=self.page.say_no)

    def _change(
        self,
        op: Op,
        work: Callable[[Session, AttendanceId], None],
        *,
        refused: Callable[[str], object] | None = None,
    ) -> None:
        row = self._chosen()
        if row is not None and row.line is not None:
            line = row.line
            self.page.change(op, lambda tx: work(tx, line), refused=refused or self.acts.status.refuse)

    def _open_ride(self) -> None:
        row = self._chosen()
        if row is not None:
            self.seating.hide()
            self.ride.open_for(self.session_id, row, self.everybody)
            self.list_side.hide()
            self._fit()

    def _open_tables(self) -> None:
        self.search.set_text("")
        self.ride.hide()
        self.seating.open_for(self.session_id, self.everybody)
        self.list_side.hide()
        self._fit()

    def _close_panel(self) -> None:
        self.ride.hide()
        self.seating.hide()
        self.list_side.show()
        self._fit()
        self.search.setFocus()

    def _open_person(self) -> None:
        row = self._chosen()
        if row is not None:
            self.page.desk.places.go(Place("people", row.person_id))

    def _import(self) -> None:
        self.page.desk.places.go(Place("import", self.session_id))


def _first_to_ask(rows: Sequence[RoomRow]) -> RoomRow:
    """Return the first who has not answered, else the first who is not on the list, else the first."""
    waiting = (row for row in rows if row.status is Status.INVITED)
    return next(waiting, None) or next((row for row in rows if not row.invited), rows[0])
