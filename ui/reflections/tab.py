# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session taught, by theme: written, changed and taken away by keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.days import day_words
from app.documents.reflections import DOCUMENT
from app.i18n import _
from app.reflections.commands import delete_reflection
from app.reflections.queries import ReflectionRow, reflections_on, themes_used
from app.reflections.words import reflection_kind, theme_words
from db.journal import Op
from db.types import ReflectionKind
from ui.actions import Action
from ui.documents.preview_place import place_of
from ui.documents.saving import Wanted
from ui.page import Page
from ui.parts.buttons import Button
from ui.parts.empty import Empty
from ui.parts.sheet import Across, Down
from ui.parts.table_sheet import TableSheet
from ui.reflections.panel import ReflectionPanel
from ui.sessions.tab import Tab
from ui.tables import Cell, Column, Mark, NewLine, RowsModel, RowTable, Words, cell

ICONS = {ReflectionKind.OBSERVED: "show", ReflectionKind.HEARD: "message", ReflectionKind.EVIDENCE: "document"}
DELETE = "delete"


class ReflectionTable(RowTable):
    """Reflections; Del takes the selected one away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del is told on as what would be done with the row."""
        if event.key() == Qt.Key.Key_Delete and self.row is not None:
            self.row_pressed.emit(self.row, DELETE)
            return
        super().keyPressEvent(event)


class ReflectionsTab(Tab):
    """Reflections by theme, and a form over them.

    Attributes:
        table: Enter changes a reflection, Del takes it away.
        add: Opens the form.
        print: Shows them as they print.
        panel: The form.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("Reflections"))
        look = page.desk.look
        self.look = look
        self.add = Button(look, _("Write one  Ctrl+N"), "add")
        self.add.setAccessibleName(_("Write a reflection"))
        self.print = Button(look, _("Look at them and print"), "print")
        self.table = ReflectionTable(look, RowsModel(_columns(), self._rows), name=_("Reflections by theme"))
        self.panel = ReflectionPanel(page)
        nothing = Empty(
            look,
            _("Nothing is written yet"),
            _("After the session, write what you observed, how you understood what you heard, and what evidence says."),
        )
        self.list = TableSheet(look, self.table, nothing)
        self._bar = QWidget()
        self._bar.setLayout(Across(look, self.add, self.print, None))
        column = Down(look, self._bar, self.panel, gap=12)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.setLayout(column)
        self.first_focus: QWidget | None = self.table
        self.add.clicked.connect(self._add)
        self.print.clicked.connect(self._print)
        self.panel.closed.connect(self.close_part)
        self.table.activated_row.connect(self._change)
        self.table.row_pressed.connect(self._press)
        self.add_act(Action.NEW_HERE, self._add)
        look.changed.connect(self._fit)

    def refresh(self) -> None:
        """Read what was written."""
        self.table.refresh()

    def settle(self) -> None:
        """Keep what is being typed as a draft."""
        self.close_part()

    def close_part(self) -> bool:
        """Close the form."""
        was_open = not self.panel.isHidden()
        self.panel.hide()
        self._fit()
        if was_open:
            self.table.setFocus()
        return was_open

    def _rows(self) -> Sequence[ReflectionRow]:
        if not self.session_id:
            return ()
        with self.page.desk.workspace.read() as tx:
            return reflections_on(tx, self.session_id)

    def _open(self, row: ReflectionRow | None) -> None:
        with self.page.desk.workspace.read() as tx:
            themes = themes_used(tx, self.session_id)
        self.panel.open_for(self.session_id, themes, row)
        self._fit()

    def _add(self) -> None:
        self._open(None)

    def _change(self, row: ReflectionRow) -> None:
        self._open(row)

    def _press(self, row: ReflectionRow, _act: str) -> None:
        self.page.change(Op.DELETE_REFLECTION, lambda tx: delete_reflection(tx, row.id))

    def _print(self) -> None:
        self.page.desk.places.go(place_of(Wanted(self.session_id, (DOCUMENT.name,))))

    def _fit(self) -> None:
        """Where there is little room, the form takes the place of the list."""
        self._bar.setVisible(self.panel.isHidden() or not self.look.stacked)
        self.list.setVisible(self.panel.isHidden() or not (self.look.narrow or self.look.stacked))


def _columns() -> tuple[Column[ReflectionRow], ...]:
    return (
        Column(_("Theme"), _theme, width=190),
        Column(_("Kind"), _kind, width=300, line=1),
        Column(_("Reflection"), _words, line=2),
    )


def _theme(row: ReflectionRow) -> Cell:
    return cell(Words(theme_words(row.theme), bold=True)) if row.first else cell()


def _kind(row: ReflectionRow) -> Cell:
    return cell(Mark(ICONS[row.kind], reflection_kind(row.kind), size="body"))


def _words(row: ReflectionRow) -> Cell:
    written = _("{day}, {member}").format(day=day_words(row.written_on), member=row.member)
    return cell(Words(row.words), NewLine(), Words(written, ink="ink2", size="small"))
