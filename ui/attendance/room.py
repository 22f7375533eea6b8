# SPDX-License-Identifier: GPL-3.0-or-later
"""The room: one search field, who is expected, here and gone, and everything that happens at a door."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.attendance.queries import Counts as HowMany
from app.attendance.queries import RoomRow, Show, counts, headcounts, room
from app.attendance.rules import Presence
from app.i18n import _
from app.people.queries import same_as
from app.sessions.queries import session_header
from ui.actions import Action
from ui.attendance.called import Called
from ui.attendance.columns import CHECK_IN, RoomColumns, wall_time
from ui.attendance.door import Door
from ui.attendance.panels import HeadsPanel, LeavingPanel, Panel, WalkInPanel
from ui.attendance.row_acts import RowActs
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

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
FIND_FROM = 3  # letters from which on we look for who is known already


class Room(Tab):
    """The door of one session. Typing costs one query and nothing else."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("Room"))
        look = page.desk.look
        self.look = look
        asked = (_("Two letters of a name, then Enter"), _("Two letters of a name"), _("Name"))
        self.search = Search(look, _("Name"), *asked)
        shown = [(Show.EXPECTED, _("expected")), (Show.HERE, _("here")), (Show.LEFT, _("left"))]
        self.counts = Counts(look, [(key.value, words) for key, words in shown], name=_("Who is shown"))
        self.walk_in = Button(look, _("Walk-in"), "walkIn")
        self.everyone_left = Button(look, _("Everyone left"), "everyoneLeft")
        self.evacuation = Button(look, _("Evacuation list"), "evacuation")
        self.more = MoreButton(look, _("More"))
        self.shown_as = RoomColumns()
        self.model = RowsModel(self.shown_as.columns(), self._rows)
        self.table = RowTable(look, self.model, name=_("People of this session"))
        self.called = Called(look)
        self.row_acts = RowActs(look)
        self.door = Door(page, self._ready_for_the_next)
        self.bar, self.list_side = QWidget(), QWidget()
        self.panels: tuple[Panel, ...] = ()
        self.walking_in, self.leaving, self.heads = WalkInPanel(look), LeavingPanel(look), HeadsPanel(look)
        self.empty = Empty(look, _("Nobody is on the list"), _("Invite people under People, or add a walk-in."))
        self.first_focus = self.search
        self._assemble()
        self._listen()
        self._offer()

    def refresh(self) -> None:
        """Read the counts and the list."""
        self.door.session_id = self.session_id
        with self.page.desk.workspace.read() as tx:
            self.called.show_called(session_header(tx, self.session_id))
            self._show_counts(counts(tx, self.session_id))
            self.heads.show_heads(headcounts(tx, self.session_id))
        self._read_rows()

    def close_part(self) -> bool:
        """Close the panel that is open, or else take back what is searched for."""
        for panel in self.panels:
            if not panel.isHidden():
                self._open(None)
                self.search.setFocus()
                return True
        if self.search.text():
            self.search.set_text("")
            return True
        return False

    def check_in(self, row: RoomRow) -> None:
        """Say that somebody is here."""
        self.door.check_in(row, self.row_acts.time())

    def check_out(self, row: RoomRow) -> None:
        """Say that somebody left."""
        self.door.check_out(row, self.row_acts.time())

    def open_person(self) -> None:
        """Show all about the chosen person."""
        row = self._chosen()
        if row is not None:
            self.page.desk.places.go(Place("people", row.person_id))

    def start_walk_in(self) -> None:
        """Begin a walk-in; what was searched for in vain is the name."""
        self._open(self.walking_in)
        self.walking_in.start(self.search.text())

    def start_leaving(self) -> None:
        """Ask when all who are here left."""
        with self.page.desk.workspace.read() as tx:
            here = counts(tx, self.session_id).here
        self._open(self.leaving)
        self.leaving.start(here, wall_time(self.page.desk.workspace.clock.now()))

    def start_counting(self) -> None:
        """Ask how many are here without giving a name."""
        self._open(self.heads)
        self.heads.start()

    def switch_discreet(self) -> None:
        """Show needs as symbols only, or with their words again."""
        self.shown_as.discreet = not self.shown_as.discreet
        self.model.refresh()

    def _rows(self) -> Sequence[RoomRow]:
        if not self.session_id:
            return ()
        with self.page.desk.workspace.read() as tx:
            return room(tx, self.session_id, self.search.text(), Show(self.counts.choice))

    def _read_rows(self, _shown: str = "") -> None:
        typed = bool(self.search.text())
        self.model.refresh()
        if typed and self.model.rows:
            self.table.select(_first_to_come(self.model.rows).id)
        if not self.model.rows:
            self._say_empty(typed=typed)
        self.row_acts.show_row(self.table.row)

    def _say_empty(self, *, typed: bool) -> None:
        if typed:
            self.empty.say(_("Nobody found"), _("Press Ctrl+N to add a walk-in with this name."))
        elif self.counts.choice == Show.EXPECTED:
            self.empty.say(_("Nobody is on the list"), _("Invite people under People, or add a walk-in."))
        else:
            self.empty.say(_("Nobody yet"), _("Choose “expected” to see who is on the list."))

    def _show_counts(self, many: HowMany) -> None:
        for key, number in ((Show.EXPECTED, many.expected), (Show.HERE, many.here), (Show.LEFT, many.left)):
            self.counts.set_count(key.value, number)
        self.called.show_unnamed(many.unnamed)

    def _assemble(self) -> None:
        look = self.look
        self.panels = (self.walking_in, self.leaving, self.heads)
        top = Across(look, gap=8)
        top.addWidget(self.search, 1)
        for widget in (self.counts, self.walk_in, self.everyone_left, self.evacuation, self.more):
            top.addWidget(widget)
        self.bar.setLayout(top)
        column = Down(look, self.bar, gap=10)
        for panel in self.panels:
            panel.hide()
            column.addWidget(panel)
        inner = Down(look, self.called, gap=10)
        inner.addWidget(TableSheet(look, self.table, self.empty), 1)
        inner.addWidget(Under(look, self.row_acts))
        self.called.give_way_to(self.row_acts)
        self.list_side.setLayout(inner)
        column.addWidget(self.list_side, 1)
        column.addStretch(0)
        self.setLayout(column)
        look.changed.connect(self._fit)
        self._fit()

    def _listen(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.line.returnPressed.connect(self._on_return)
        self.search.line.installEventFilter(self)
        self.counts.chosen.connect(self._read_rows)
        self.walk_in.clicked.connect(self.start_walk_in)
        self.everyone_left.clicked.connect(self.start_leaving)
        self.evacuation.clicked.connect(self.evacuation_asked)
        self.called.note.clicked.connect(lambda: self._go("incident"))
        self.table.row_pressed.connect(self._on_row_pressed)
        self.table.activated_row.connect(self._on_activated)
        self.table.selected_row.connect(self.row_acts.show_row)
        self.row_acts.check_in.clicked.connect(partial(self._on_row, self.check_in))
        self.row_acts.check_out.clicked.connect(partial(self._on_row, self.check_out))
        self.row_acts.take_back.clicked.connect(partial(self._on_row, self.door.take_back))
        self.row_acts.open.clicked.connect(self.open_person)
        self.walking_in.typed.connect(self._on_walk_in_typed)
        refuse_name = self.walking_in.name.refuse
        self.walking_in.added.connect(partial(self.door.walk_in, refuse=refuse_name))
        self.walking_in.known.connect(partial(self.door.walk_in_known, refuse=refuse_name))
        self.leaving.told.connect(partial(self.door.everyone_left, refuse=self.leaving.time.refuse))
        self.heads.counted.connect(partial(self.door.count_heads, refuse=self.heads.people.refuse))
        for panel in self.panels:
            panel.closed.connect(self.close_part)

    def _offer(self) -> None:
        self.add_act(Action.CHECK_IN, partial(self._on_row, self.check_in))
        self.add_act(Action.OPEN_PERSON, self.open_person)
        self.add_act(Action.NEW_HERE, self.start_walk_in)
        self.add_act(Action.SEARCH_PAGE, self.search.setFocus)
        menu = self.more.choices
        menu.addAction(self.add_act(Action.WALK_IN, self.start_walk_in))
        menu.addAction(self.add_act(Action.EVERYONE_LEFT, self.start_leaving))
        menu.addAction(self.add_act(Action.DISCREET, self.switch_discreet))
        menu.addAction(self.add_act(Action.KEY_BACK, lambda: self._go("session", "key_back")))
        menu.addAction(_("People &without names"), self.start_counting)
        menu.addAction(_("The &rest did not come"), self.door.rest_did_not_come)
        menu.addAction(_("E&vacuation list"), self.evacuation_asked.emit)
        menu.addAction(_("&Incident note"), lambda: self._go("incident"))

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

    def _on_return(self) -> None:
        row = self._chosen()
        if row is not None:
            self.check_in(row)
        elif self.search.text():
            self.start_walk_in()

    def _on_row_pressed(self, row: RoomRow, act: str) -> None:
        if act == CHECK_IN:
            self.check_in(row)

    def _on_activated(self, row: RoomRow) -> None:
        if row.presence in {Presence.HERE, Presence.LEFT}:
            self.row_acts.first_button().setFocus()
        else:
            self.check_in(row)

    def _on_row(self, act: Callable[[RoomRow], object]) -> None:
        row = self._chosen()
        if row is not None:
            act(row)

    def _chosen(self) -> RoomRow | None:
        row: RoomRow | None = self.table.row
        return row

    def _on_walk_in_typed(self, name: str) -> None:
        if len(name) < FIND_FROM:
            self.walking_in.show_same([])
            return
        with self.page.desk.workspace.read() as tx:
            self.walking_in.show_same(same_as(tx, name))

    def _go(self, page: str, tab: str = "") -> None:
        self.page.desk.places.go(Place(page, self.session_id, tab))

    def _ready_for_the_next(self, _made: object) -> None:
        self._open(None)
        self.row_acts.clear_time()
        self.search.set_text("")
        self.search.setFocus()

    def _open(self, wanted: Panel | None) -> None:
        for panel in self.panels:
            panel.setVisible(panel is wanted)
        self._fit()

    def _fit(self) -> None:
        look = self.look
        for button in (self.everyone_left, self.evacuation, self.called.note):
            button.setVisible(not (look.narrow or look.stacked))
        self.walk_in.setVisible(not look.cramped)
        open_panel = any(not panel.isHidden() for panel in self.panels)
        self.list_side.setVisible(not (open_panel and (look.narrow or look.stacked)))
        self.bar.setVisible(not (open_panel and look.stacked))


def _first_to_come(rows: Sequence[RoomRow]) -> RoomRow:
    """Return the first who is not here yet, as that is who stands at the door; else the first."""
    gone = {Presence.HERE, Presence.LEFT}
    return next((row for row in rows if row.presence not in gone), rows[0])
