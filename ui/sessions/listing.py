# SPDX-License-Identifier: GPL-3.0-or-later
"""What the three lists of the Sessions page share: search, the list, a field to add one, and what is beside it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.i18n import _
from ui.look.look import Look
from ui.page import Page
from ui.parts.buttons import MainButton
from ui.parts.empty import Empty
from ui.parts.fields import LineField
from ui.parts.search import Search
from ui.parts.sheet import Across, Down
from ui.parts.table_sheet import TableSheet
from ui.tables import Column, RowsModel, RowTable

BESIDE = 460  # px at 100 %
WIDEST = 16_777_215  # Qt's own limit


class Listing(QWidget):
    """A list of records; subclasses say what is read, added and opened.

    Attributes:
        page: Where it stands; changes go through it.
        beside: What is shown of the chosen one, or None when another page shows it.
    """

    def __init__(
        self,
        page: Page,
        columns: Sequence[Column[Any]],
        *,
        name: str,
        search: tuple[str, str],
        add: tuple[str, str],
        empty: tuple[str, str],
        beside: QWidget | None = None,
    ) -> None:
        super().__init__()
        look = page.desk.look
        self.look: Look = look
        self.page = page
        self.beside = beside
        self.setAccessibleName(name)
        self.search = Search(look, *search, _("Search"))
        self.new_name = LineField(look, add[1])
        self.new_name.describe(add[0])
        self.add = MainButton(look, add[0], "add")
        self.model = RowsModel[Any](columns, self._fetch)
        self.table = RowTable(look, self.model, name=name)
        self._none_yet = empty
        self.empty = Empty(look, *empty)
        self.left = QWidget()
        self.side = QStackedWidget()
        self._assemble()
        self.search.searched.connect(self._on_searched)
        self.search.line.returnPressed.connect(self._open_first)
        self.search.leads_to(self.table)
        self.new_name.line.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.table.activated_row.connect(self._on_activated)
        self.table.clicked.connect(self._on_clicked)
        look.changed.connect(self._fit)
        self._fit()

    @property
    def first_focus(self) -> QWidget:
        """Where one begins: in the search, or in the name of a new one while there is none."""
        return self.search if self.model.rows or self.search.text() else self.new_name

    def rows(self) -> Sequence[Any]:
        """Return what is listed; subclasses read it."""
        raise NotImplementedError

    def add_named(self, name: str) -> None:
        """Add one with this name; subclasses do it."""
        raise NotImplementedError

    def open(self, row_id: str) -> None:
        """Show one; subclasses do it."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the list."""
        self.model.refresh()

    def show_beside(self, *, shown: bool) -> None:
        """Show what is known of the chosen one, or the list alone."""
        self.side.setVisible(shown)
        self._fit()

    def start_adding(self) -> None:
        """Let the name of a new one be typed."""
        self.close_part()
        self.new_name.setFocus()

    def close_part(self) -> bool:
        """Close what stands beside the list."""
        if self.side.isHidden():
            return False
        self.show_beside(shown=False)
        self.table.setFocus()
        return True

    def added(self, row_id: str) -> None:
        """Show one that was added."""
        self.new_name.set_text("")
        self.search.set_text("")
        self.open(row_id)

    def _assemble(self) -> None:
        look = self.look
        top = Across(look, gap=12)
        top.addWidget(self.search, 1)
        top.addWidget(self.new_name, 1)
        top.addWidget(self.add)
        column = Down(look, top, gap=12)
        column.addWidget(TableSheet(look, self.table, self.empty), 1)
        self.left.setLayout(column)
        if self.beside is not None:
            self.side.addWidget(self.beside)
        both = Across(look, gap=24)
        both.addWidget(self.left, 1)
        both.addWidget(self.side)
        self.setLayout(both)
        self.side.hide()

    def _fetch(self) -> Sequence[Any]:
        return self.rows()

    def _on_searched(self, _typed: str) -> None:
        self.model.refresh()
        if self.search.text():
            self.empty.say(_("Nothing found"), _("Try fewer or other letters."))
        else:
            self.empty.say(*self._none_yet)

    def _open_first(self) -> None:
        if self.search.text() and self.model.rows:
            self.open(self.model.rows[0].id)

    def _on_add(self) -> None:
        if self.new_name.text():
            self.add_named(self.new_name.text())
        else:
            self.new_name.setFocus()

    def _on_activated(self, row: Any) -> None:  # noqa: ANN401 - a row of any list
        self.open(row.id)

    def _on_clicked(self) -> None:
        if self.table.row is not None:
            self.open(self.table.row.id)

    def _fit(self) -> None:
        """Where there is little room, what stands beside the list lies over it."""
        over = self.look.narrow or self.look.stacked
        self.left.setVisible(not over or self.side.isHidden())
        self.side.setMinimumWidth(0 if over else self.look.text(BESIDE))
        self.side.setMaximumWidth(WIDEST if over else self.look.text(BESIDE))
