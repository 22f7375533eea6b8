# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of a session: what was parked, decided and promised, and its plan against what was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.decisions.commands import change_log_item, delete_log_item
from app.decisions.queries import LogRow, log_of
from app.i18n import _
from app.live.actuals import ActualRow, compared
from app.live.before import past_of
from db.journal import Op
from db.types import LogKind
from ui.actions import Action
from ui.decisions.columns import ActualColumns, log_columns
from ui.decisions.panel import NotePanel
from ui.page import Page
from ui.parts.buttons import Button, MoreButton
from ui.parts.counts import Counts
from ui.parts.empty import Empty
from ui.parts.sheet import Across, Down
from ui.parts.table_sheet import TableSheet
from ui.places import Place
from ui.sessions.tab import Tab
from ui.tables import RowsModel, RowTable

NOTED, BLOCKS = "noted", "blocks"


class NotedTable(RowTable):
    """What was noted; Del takes the selected note away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del is told on as what would be done with the row."""
        if event.key() == Qt.Key.Key_Delete and self.row is not None:
            self.row_pressed.emit(self.row, "delete")
            return
        super().keyPressEvent(event)


class LogTab(Tab):
    """Two lists, one of which is shown.

    Attributes:
        counts: Chooses the list.
        noted: What was noted: Enter changes it, Space ticks it off, Del takes it away.
        blocks: The blocks, as they were planned and as they were.
        incident: Goes to the incident notes.
        note: Where something is noted or changed.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("Log"))
        look = page.desk.look
        choices = [(NOTED, _("noted")), (BLOCKS, _("blocks, planned and actual"))]
        self.counts = Counts(look, choices, name=_("What is shown"), height="button")
        self.add = Button(look, _("Note  F5"), "add")
        self.add.setAccessibleName(_("Note"))
        self.incident = Button(look, _("Incident note"), "draft")
        self.more = MoreButton(look, _("More"))
        self.shown_as = ActualColumns()
        self.noted = NotedTable(look, RowsModel(log_columns(), self._noted), name=_("What was noted"))
        self.blocks = RowTable(look, RowsModel(self.shown_as.columns(), self._blocks), name=_("Planned and actual"))
        self.noted_sheet = TableSheet(look, self.noted, _nothing_noted(page))
        self.blocks_sheet = TableSheet(look, self.blocks, _nothing_planned(page))
        self.note = NotePanel(page.desk, self)
        bar = Across(look, self.counts, None, self.incident, self.add, self.more)
        column = Down(look, bar, self.noted_sheet, self.blocks_sheet, gap=12)
        column.setStretch(1, 1)
        column.setStretch(2, 1)
        self.setLayout(column)
        self.first_focus = self.noted
        self.counts.chosen.connect(self._show_list)
        self.add.clicked.connect(self._add)
        self.incident.clicked.connect(self._go_incident)
        self.more.choices.addAction(self.incident.text(), self._go_incident)
        self.noted.activated_row.connect(self._change)
        self.noted.row_pressed.connect(self._press)
        self.add_act(Action.NEW_HERE, self._add)
        self._show_list(NOTED)
        look.changed.connect(self._fit)
        self._fit()

    def refresh(self) -> None:
        """Read both lists."""
        self.noted.refresh()
        self.blocks.refresh()
        self.counts.set_count(NOTED, len(self.noted.rows_model.rows))
        self.counts.set_count(BLOCKS, len(self.blocks.rows_model.rows))

    def settle(self) -> None:
        """Keep what is being typed as a draft."""
        self.note.forget()

    def close_part(self) -> bool:
        """Close the panel."""
        was_open = self.note.isVisible()
        self.note.hide()
        return was_open

    def _noted(self) -> Sequence[LogRow]:
        with self.page.desk.workspace.read() as tx:
            return log_of(tx, self.session_id) if self.session_id else []

    def _blocks(self) -> Sequence[ActualRow]:
        if not self.session_id:
            return ()
        now = self.page.desk.workspace.clock.now()
        with self.page.desk.workspace.read() as tx:
            rows = compared(tx, self.session_id, now)
            self.shown_as.past = past_of(tx, self.session_id, {row.known_by for row in rows}, now)
        return rows

    def _show_list(self, key: str) -> None:
        self.noted_sheet.setVisible(key == NOTED)
        self.blocks_sheet.setVisible(key == BLOCKS)

    def _fit(self) -> None:
        self.incident.setVisible(not self.page.desk.look.cramped)
        self.add.setText(_("Note") if self.page.desk.look.cramped else _("Note  F5"))
        self.more.setVisible(self.page.desk.look.cramped)

    def _go_incident(self) -> None:
        self.page.desk.places.go(Place("incident", self.session_id))

    def _add(self) -> None:
        self.note.open(self.session_id)

    def _change(self, row: LogRow) -> None:
        self.note.open_item(self.session_id, row)

    def _press(self, row: LogRow, act: str) -> None:
        if act == "delete":
            self.page.change(Op.DELETE_LOG_ITEM, lambda tx: delete_log_item(tx, row.id))
        elif row.kind is not LogKind.DECISION:
            self.page.change(Op.CHANGE_LOG_ITEM, lambda tx: change_log_item(tx, row.id, done=not row.done))


def _nothing_noted(page: Page) -> QWidget:
    return Empty(
        page.desk.look,
        _("Nothing is noted yet"),
        _("Press F5 on any page while the session runs: park it, decide it, or say who does it by when."),
    )


def _nothing_planned(page: Page) -> QWidget:
    return Empty(
        page.desk.look, _("There is no plan yet"), _("Once the session has run, what each block took is here.")
    )
