# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing an activity card or a template for the plan: type, arrows, Enter."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from sqlalchemy.orm import Session

from app.agenda.library import Card, Template, all_cards, all_templates
from app.agenda.past import Past
from app.agenda.saving import delete_saved
from app.errors import Unavailable
from app.i18n import _
from app.live.before import past_of
from db.journal import Changes, Op
from db.models import SavedPlan
from db.types import PlanKind, SessionId
from ui.agenda.library_rows import LibraryRow, library_columns, library_rows
from ui.looking import read_or_fault
from ui.page import Page
from ui.parts.buttons import Button, ButtonKind, IconButton
from ui.parts.search import Search
from ui.parts.sheet import Across, Sheet
from ui.parts.text import Heading, Hint
from ui.tables import RowsModel, RowTable

KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LibraryPanel(Sheet):
    """The cards, or the templates, that come with the program and that the team saved.

    Attributes:
        kind: Which of both are shown.
        search: Letters of a title or of what it is about; arrows move in the list meanwhile, Enter chooses.
        table: The list.
        remove: Takes away one that the team saved; hidden for all others.

    Signals:
        chosen: one is to be put into the plan; argument: the Card or Template. The panel stays open.
        closed: the user wants no more of it; the panel has hidden itself.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        super().__init__(look, gap=10, margins=(18, 8, 12, 12))
        self.kind = PlanKind.CARD
        self._page = page
        self._session_id = SessionId("")
        self._made: Sequence[Card | Template] = ()
        self._past: Mapping[str, Past] = {}
        self.title = Heading(look, size="lead")
        self.close_button = IconButton(look, _("Close"), "close")
        self.search = Search(look, _("Search"), _("Letters of a title or of what it is for"), _("Letters of a title"))
        self.model = RowsModel[LibraryRow](library_columns(), self._rows)
        self.table = RowTable(look, self.model, name="")
        self.hint = Hint(look)
        self.remove = Button(look, _("Remove this one"), "remove", small=True)
        self.add = Button(look, _("Add to the plan"), "add", kind=ButtonKind.MAIN, small=True)
        self._assemble()
        self._listen()
        self.hide()

    def open(self, kind: PlanKind, session_id: SessionId) -> None:
        """Show all cards, or all templates, for the plan of a session, and wait for letters."""
        self.kind = kind
        words = _("Activity cards") if kind is PlanKind.CARD else _("Templates")
        for widget in (self, self.table):
            widget.setAccessibleName(words)
        self.title.setText(words)
        self.search.set_text("")
        self._session_id = session_id
        self._read()
        self.show()
        self.refresh()
        self.search.setFocus()

    def refresh(self) -> None:
        """Show those that hold all of what is typed."""
        self.table.refresh()
        if self.table.row is None and self.model.rows:
            self.table.select(self.model.rows[0].id)
        found = bool(self.model.rows)
        self.hint.setText(_("Enter adds it. Esc closes.") if found else _("Nothing found. Try other letters."))
        self._on_selected()

    def close_part(self) -> bool:
        """Close it; return whether it was open."""
        if self.isHidden():
            return False
        self.hide()
        self.closed.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move in the list and Enter choose while the letters go to the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in KEYS:
                self._step(KEYS[key])
                return True
            if key in ENTER:
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_part()
            return
        super().keyPressEvent(event)

    def _assemble(self) -> None:
        top = Across(self.look, gap=8)
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        foot = Across(self.look, gap=8)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.remove)
        foot.addWidget(self.add)
        self.column.addLayout(top)
        self.column.addWidget(self.search)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(foot)

    def _listen(self) -> None:
        self.search.edit.installEventFilter(self)
        self.search.searched.connect(self._on_searched)
        self.table.activated_row.connect(self._choose)
        self.table.selected_row.connect(self._on_selected)
        self.close_button.clicked.connect(self.close_part)
        self.remove.clicked.connect(self._remove)
        self.add.clicked.connect(self._choose)
        self._page.desk.commits.committed.connect(self._on_committed)

    def _read(self) -> None:
        """Read all of them, and what their blocks took before."""
        found = read_or_fault(self._page.desk.workspace, self._made_and_past)
        self._made, self._past = ([], {}) if isinstance(found, Unavailable) else found
        if isinstance(found, Unavailable):
            self._page.meet(found)

    def _made_and_past(self, tx: Session) -> tuple[Sequence[Card | Template], Mapping[str, Past]]:
        made = all_cards(tx) if self.kind is PlanKind.CARD else all_templates(tx)
        blocks = {block.origin for one in made for block in one.every_block()}
        return made, past_of(tx, self._session_id, blocks, self._page.desk.workspace.clock.now())

    def _rows(self) -> list[LibraryRow]:
        return library_rows(self._made, self._past, self.search.text())

    def _on_searched(self) -> None:
        if not self.isHidden():
            self.refresh()

    def _step(self, step: int) -> None:
        rows, now = self.model.rows, self.table.currentIndex().row()
        if rows:
            self.table.select(rows[max(0, min(len(rows) - 1, now + step))].id)

    def _choose(self) -> None:
        row: LibraryRow | None = self.table.row
        if row is not None:
            self.chosen.emit(row.made)

    def _remove(self) -> None:
        row: LibraryRow | None = self.table.row
        saved_id = None if row is None else row.saved_id
        if saved_id is not None:
            self.search.setFocus()
            self._page.change(Op.DELETE_TEMPLATE, lambda tx: delete_saved(tx, saved_id))

    def _on_selected(self) -> None:
        row: LibraryRow | None = self.table.row
        self.add.setVisible(row is not None)
        self.remove.setVisible(row is not None and row.saved_id is not None)

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        if changes.touch(SavedPlan) and not self.isHidden():
            self._read()
            self.refresh()
