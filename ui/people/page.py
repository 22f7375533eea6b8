# SPDX-License-Identifier: GPL-3.0-or-later
"""People: the list with search and filters, and beside it one person, or the form to add somebody."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.clock import today
from app.i18n import _, ngettext
from app.people.kinds import need_kinds, need_label
from app.people.queries import ALLERGY, DIET, PersonRow, needs_in_use, people_count, people_list, usual_roles
from app.wording.vocabulary import role_word
from db.models import (
    Affiliation,
    Attendance,
    CommunityRole,
    DesignSession,
    EmergencyContact,
    Need,
    NeedDetail,
    Person,
)
from db.types import PersonId
from ui.actions import Action
from ui.desk import Desk
from ui.page import Page
from ui.parts.buttons import Button, MainButton, MenuButton
from ui.parts.empty import Empty
from ui.parts.fields import ChoiceField
from ui.parts.search import Search
from ui.parts.sheet import Across, Down, Sheet
from ui.parts.text import Heading, Hint
from ui.parts.wrap import Wrap
from ui.people.adding import AddPerson
from ui.people.columns import people_columns
from ui.people.panel import PersonPanel
from ui.places import Place
from ui.tables import RowsModel, RowTable

AT_A_TIME = 50
PANEL = 390  # px at 100 %
WATCHED = (
    Person,
    Need,
    NeedDetail,
    Affiliation,
    CommunityRole,
    EmergencyContact,
    Attendance,
    DesignSession,
)


class PeoplePage(Page):
    """Everybody the team works with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=_("People"), watched=WATCHED)
        look = desk.look
        self._shown = AT_A_TIME
        self._count = 0
        self.title = Heading(look, _("People"), size="display")
        self.count = Hint(look, size="lead")
        self.duplicates_button = Button(look, _("Likely duplicates"), "duplicate")
        self.import_button = Button(look, _("Import a list"), "importList")
        self.add_button = MainButton(look, _("Add a person"), "walkIn")
        self.rest = MenuButton(look, _("More"))
        self.search = Search(look, _("Search people"), _("Name, organisation or role"), _("Search"))
        self.role = ChoiceField(look, [("", _("Any role"))])
        self.need = ChoiceField(look, [("", _("Any need"))])
        self.model = RowsModel(people_columns(today(desk.workspace.clock)), self._rows)
        self.table = RowTable(look, self.model, name=_("People"))
        self.none = Empty(look, "", "")
        self.panel = PersonPanel(self)
        self.adding = AddPerson(self)
        self.side = QStackedWidget()
        self.list_side = QWidget()
        self.first_focus = self.search
        self._assemble()
        self._listen()
        self._fit()

    def refresh(self) -> None:
        """Read the list and the person beside it."""
        self._read_filters()
        with self.desk.workspace.read() as tx:
            self._count = people_count(tx)
        self.count.setText(ngettext("{count} person", "{count} people", self._count).format(count=self._count))
        self._read_list()
        self.panel.refresh()

    def show_place(self, place: Place) -> None:
        """Show one person, or the list."""
        if place.tab == "add":
            self.start_adding()
        elif place.id:
            self.open(place.id)

    def open(self, person_id: str) -> None:
        """Show one person beside the list."""
        self.panel.show_person(PersonId(person_id))
        self.side.setCurrentWidget(self.panel)
        self._show_side(shown=self.panel.person_id is not None)
        if not self.model.rows:  # the page was not shown yet
            self.model.refresh()
        self.table.select(person_id)

    def start_adding(self) -> None:
        """Show the form to add somebody; what was searched for in vain is the name."""
        self.panel.settle()
        self.side.setCurrentWidget(self.adding)
        self._show_side(shown=True)
        self.adding.start("" if self.model.rows else self.search.text())

    def close_part(self) -> bool:
        """Close what stands beside the list."""
        if self.side.isHidden():
            return False
        self.panel.settle()
        self.panel.person_id = None
        self._show_side(shown=False)
        self.table.setFocus()
        return True

    def _assemble(self) -> None:
        look = self.desk.look
        top = Across(look, self.title, self.count, gap=14)
        top.addStretch(1)
        self.buttons = QWidget()
        self.buttons.setLayout(
            Wrap(look, self.duplicates_button, self.import_button, self.rest, self.add_button, gap=10)
        )
        top.addWidget(self.buttons)
        filters = Across(look, gap=8)
        filters.addWidget(self.search, 3)
        filters.addWidget(self.role, 1)
        filters.addWidget(self.need, 1)
        sheet = Sheet(look, gap=0, margins=(3, 3, 3, 4))
        sheet.column.addWidget(self.table, 1)
        sheet.column.addWidget(self.none, 1)
        column = Down(look, filters, gap=14)
        column.addWidget(sheet, 1)
        self.list_side.setLayout(column)
        for part in (self.panel, self.adding):
            self.side.addWidget(part)
        self.both = Across(look, gap=24)
        self.both.addWidget(self.list_side, 1)
        self.both.addWidget(self.side)
        self.body.addLayout(top)
        self.body.addLayout(self.both, 1)
        self.side.hide()

    def _listen(self) -> None:
        self.search.searched.connect(self._on_filter)
        self.role.left_changed.connect(self._on_filter)
        self.need.left_changed.connect(self._on_filter)
        self.search.line.returnPressed.connect(self._open_first)
        self.search.leads_to(self.table)
        self.table.activated_row.connect(self._on_activated)
        self.table.selected_row.connect(self._on_selected)
        self.table.clicked.connect(self._on_clicked)
        self.table.end_reached.connect(self._on_end, Qt.ConnectionType.QueuedConnection)
        self.add_button.clicked.connect(self.start_adding)
        self.import_button.clicked.connect(self._import)
        self.duplicates_button.clicked.connect(self._find_duplicates)
        self.panel.closed.connect(self.close_part)
        self.panel.session_asked.connect(self._go_to_session)
        self.adding.closed.connect(self.close_part)
        self.adding.added.connect(self._on_added)
        self.adding.same_chosen.connect(self.open)
        self.desk.look.changed.connect(self._fit)
        self._offer()

    def _offer(self) -> None:
        self.add_act(Action.SEARCH_PAGE, self.search.setFocus)
        self.add_act(Action.NEW_HERE, self.start_adding)
        self.add_act(Action.ADD_PERSON, self.start_adding)
        self.rest.choices.addAction(self.add_act(Action.IMPORT_LIST, self._import))
        self.rest.choices.addAction(self.add_act(Action.FIND_DUPLICATES, self._find_duplicates))

    def _rows(self) -> Sequence[PersonRow]:
        role, need = self.role.text() or None, self.need.text() or None
        with self.desk.workspace.read() as tx:
            return people_list(tx, self.search.text(), role=role, need=need, limit=self._shown)

    def _read_list(self) -> None:
        self.model.refresh()
        empty = not self.model.rows
        self.table.setVisible(not empty)
        self.none.setVisible(empty)
        if empty:
            self._say_empty(nobody=self._count == 0)

    def _say_empty(self, *, nobody: bool) -> None:
        if nobody:
            self.none.say(_("Nobody yet"), _("Import the list of a booking system, or add people one by one."))
        else:
            self.none.say(_("Nobody found"), _("No name, organisation or role has these letters."))

    def _read_filters(self) -> None:
        with self.desk.workspace.read() as tx:
            roles, kinds = usual_roles(tx), needs_in_use(tx)
        known = [*need_kinds(), *(kind for kind in kinds if kind not in need_kinds())]
        needs = [(kind, need_label(kind)) for kind in known if kind in kinds]
        fixed = [("", _("Any need")), (ALLERGY, _("Allergy")), (DIET, _("Diet"))]
        _offer(self.role, [("", _("Any role")), *((role, role_word(role)) for role in roles)])
        _offer(self.need, [*fixed, *needs])

    def _on_filter(self, _text: str) -> None:
        self._shown = AT_A_TIME
        self._read_list()

    def _on_end(self) -> None:
        """Fetch more as the end of the list is reached."""
        if len(self.model.rows) == self._shown:
            self._shown += AT_A_TIME
            self._read_list()

    def _on_activated(self, row: PersonRow) -> None:
        self.open(row.id)
        self.panel.edit.setFocus()

    def _on_selected(self, row: PersonRow | None) -> None:
        """While the panel is open it follows the list."""
        if row is not None and self.side.isVisible() and self.side.currentWidget() is self.panel:
            self.panel.show_person(row.id)

    def _on_clicked(self) -> None:
        if self.table.row is not None:
            self.open(self.table.row.id)

    def _open_first(self) -> None:
        if self.model.rows:
            self._on_activated(self.model.rows[0])

    def _on_added(self, person_id: str) -> None:
        self.search.set_text("")
        self.open(person_id)
        self.panel.set_editing(editing=True)
        self.panel.editing.fields["known_as"].setFocus()

    def _import(self) -> None:
        self.desk.places.go(Place("import"))

    def _go_to_session(self, session_id: str) -> None:
        self.desk.places.go(Place("session", session_id))

    def _find_duplicates(self) -> None:
        self.desk.places.go(Place("duplicates"))

    def _show_side(self, *, shown: bool) -> None:
        self.side.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, what stands beside the list lies over it. One green button at a time."""
        adding = not self.side.isHidden() and self.side.currentWidget() is self.adding
        self.add_button.setVisible(not adding)
        look = self.desk.look
        self.rest.setVisible(look.stacked)
        for button in (self.duplicates_button, self.import_button):
            button.setVisible(not look.stacked)
        over = look.narrow or look.stacked
        self.list_side.setVisible(not (over and not self.side.isHidden()))
        self.side.setFixedWidth(look.text(PANEL)) if not over else self.side.setMaximumWidth(16_777_215)
        policy = QSizePolicy.Policy.Expanding if over else QSizePolicy.Policy.Fixed
        self.side.setSizePolicy(policy, QSizePolicy.Policy.Expanding)


def _offer(field: ChoiceField, choices: list[tuple[str, str]]) -> None:
    chosen = field.text()
    field.set_choices(choices)
    field.set_text(chosen)
