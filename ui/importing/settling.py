# SPDX-License-Identifier: GPL-3.0-or-later
"""The middle face: what the columns are, what becomes of the rows, and the session that people are put down for."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.i18n import _, ngettext
from app.importing.mapping import Target
from app.importing.matching import FateKind
from app.importing.queries import OpenedList, Plan
from db.types import SessionId
from ui.importing.columns import ColumnLines
from ui.importing.rows import RowLines
from ui.look.look import Look
from ui.parts.buttons import Button, MainButton
from ui.parts.counts import Counts
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Down
from ui.parts.text import Label
from ui.parts.wrap import Wrap

ROWS, COLUMNS = "rows", "columns"


class Settling(QWidget):
    """Everything that can be settled before a list is imported."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.face = Counts(
            look, [(ROWS, _("Rows")), (COLUMNS, _("Columns"))], name=_("What to look at"), height="button"
        )
        self.rows = RowLines(look)
        self.columns = ColumnLines(look)
        self.session = ChoiceField(look)
        self.session.describe(_("Put them on the list of"))
        self.import_button = MainButton(look, _("Import"), "importList")
        self.other = Button(look, _("Choose another file"), "folder")
        self._parts = QStackedWidget()
        for part in (self.rows, self.columns):
            self._parts.addWidget(part)
        self._assemble(look)
        self.face.chosen.connect(self._on_face)
        self.rows.settled.connect(self._count)

    @property
    def session_id(self) -> SessionId | None:
        """The session that people are put on the list of."""
        chosen = self.session.text()
        return SessionId(chosen) if chosen else None

    def offer_sessions(self, sessions: list[tuple[str, str]]) -> None:
        """Offer these sessions, by id and words; what was chosen stays."""
        chosen = self.session.text()
        self.session.set_choices([("", _("No session")), *sessions])
        self.session.set_text(chosen)

    def show_list(self, opened: OpenedList, plan: Plan) -> None:
        """Show another list: its rows, or first its columns when none of them says who is meant."""
        self.rows.forget()
        self.columns.show_list(opened)
        self.show_plan(plan)
        says_who = bool({Target.NAME, Target.GIVEN_NAME, Target.EMAIL} & set(opened.columns))
        self.show_face(ROWS if says_who else COLUMNS)

    def show_plan(self, plan: Plan) -> None:
        """Show what becomes of the rows."""
        self.rows.show_plan(plan)
        self._count()

    def show_face(self, key: str) -> None:
        """Show the rows or the columns, and go there."""
        self.face.choose(key)
        self._on_face(key)
        (self.rows.table if key == ROWS else self.columns.fields[0]).setFocus()

    def _assemble(self, look: Look) -> None:
        label = Label(look, _("Put them on the list of"), bold=True)
        label.setBuddy(self.session.edit)
        buttons = QWidget()
        buttons.setLayout(Wrap(look, self.import_button, self.other, gap=10))
        head = Across(look, self.face, 16, label, gap=12)
        head.addWidget(self.session, 1)
        column = Down(look, head, gap=12)
        column.addWidget(self._parts, 1)
        column.addWidget(buttons)
        self.setLayout(column)

    def _on_face(self, key: str) -> None:
        self._parts.setCurrentWidget(self.rows if key == ROWS else self.columns)

    def _count(self) -> None:
        """Say on the button how many rows go in."""
        plan = self.rows.plan
        if plan is None:
            return
        sure = len(plan.fates) - plan.count(FateKind.REFUSED) - self.rows.open_questions
        self.import_button.setText(ngettext("Import {count} row", "Import {count} rows", sure).format(count=sure))
        self.import_button.relook()
        self.import_button.set_reason("" if sure else _("There is no row to import."))
