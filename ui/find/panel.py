# SPDX-License-Identifier: GPL-3.0-or-later
"""One field over the window: two letters find a person, a session, a page or a command; Enter goes there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent

from app.errors import Unavailable
from app.i18n import _
from app.search.queries import Hit, find
from db.search import fold, pieces
from ui.desk import Desk
from ui.looking import read_or_fault
from ui.parts.search import Search
from ui.parts.sheet import Sheet
from ui.parts.text import Hint
from ui.places import Place
from ui.tables import Cell, Column, Mark, RowsModel, RowTable, Words, cell
from ui.window import MainWindow

ICONS = {"person": "people", "session": "sessions", "project": "template", "venue": "place", "page": "chevronRight"}
WIDTH = 620
ROWS_SHOWN = 9


@dataclass(frozen=True, slots=True)
class Found:
    """One line of what was found, and what Enter does with it."""

    id: str
    words: str
    detail: str
    icon: str
    go: Callable[[], object]


class FindPanel(Sheet):
    """Lies over the window until something is chosen or Esc is pressed."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(desk.look, margins=(12, 12, 12, 10))
        self.setParent(window)
        self._desk = desk
        self._window = window
        self.setAccessibleName(_("Find anything"))
        asked = (_("Two letters of a name, a page or a command"), _("Two letters"))
        self.search = Search(desk.look, _("Find anything"), *asked)
        self.model = RowsModel(self._columns(), self._found)
        self.table = RowTable(desk.look, self.model, name=_("Found"))
        self.hint = Hint(desk.look, _("Enter goes there. Esc closes."))
        for part in (self.search, self.table, self.hint):
            self.column.addWidget(part)
        self.search.searched.connect(self._on_searched)
        self.search.edit.installEventFilter(self)
        self.table.activated_row.connect(self._go)
        self.hide()

    def open(self) -> None:
        """Show it empty, over the upper middle of the window."""
        self.search.set_text("")
        self._on_searched("")
        self._place()
        self.show()
        self.raise_()
        self.search.edit.setFocus()

    def _place(self) -> None:
        look = self._desk.look
        width = min(look.text(WIDTH), self._window.width() - 2 * look.space("xl"))
        height = min(look.control("row") * ROWS_SHOWN, self._window.height() - 2 * look.space("xxl"))
        self.setGeometry((self._window.width() - width) // 2, look.space("xxl"), width, height)

    def _columns(self) -> tuple[Column[Found], ...]:
        return (Column("", _line),)

    def _found(self) -> Sequence[Found]:
        typed = self.search.text()
        if not pieces(typed):
            return [
                self._place_found(kind.key, kind.words()) for kind in self._window.kinds.values() if not kind.part_of
            ]
        records = [self._record(hit) for hit in self._hits(typed)]
        return [*records, *self._pages(typed), *self._commands(typed)]

    def _hits(self, typed: str) -> Sequence[Hit]:
        """Return which records hold what was typed; a fault of the world is told by the page below."""
        found = read_or_fault(self._desk.workspace, lambda tx: find(tx, typed))
        if not isinstance(found, Unavailable):
            return found
        if self._window.page is not None:
            self._window.page.meet(found)
        return ()

    def _record(self, hit: Hit) -> Found:
        return Found(hit.id, hit.words, hit.detail, ICONS[hit.kind], partial(self._go_to, _place_of(hit)))

    def _pages(self, typed: str) -> list[Found]:
        kinds = [kind for kind in self._window.kinds.values() if _holds(kind.words(), typed) and not kind.part_of]
        return [self._place_found(kind.key, kind.words()) for kind in kinds]

    def _place_found(self, key: str, words: str) -> Found:
        return Found(f"page {key}", words, _("page"), self._window.kinds[key].icon, lambda: self._go_to(Place(key)))

    def _commands(self, typed: str) -> list[Found]:
        acts = [act for act in self._window.acts() if act.data() is not None and _holds(_plain(act), typed)]
        return [_command(number, act) for number, act in enumerate(acts)]

    def _go_to(self, place: Place) -> None:
        self._desk.places.go(place)

    def _on_searched(self, _typed: str) -> None:
        self.table.refresh()
        if self.model.rows:
            self.table.select(self.model.rows[0].id)
        self.hint.setText(
            _("Enter goes there. Esc closes.") if self.model.rows else _("Nothing found. Try other letters.")
        )

    def _step(self, step: int) -> None:
        rows = self.model.rows
        now = next((place for place, row in enumerate(rows) if row is self.table.row), -1)
        if rows:
            self.table.select(rows[max(0, min(len(rows) - 1, now + step))].id)

    def _go(self, found: Found) -> None:
        self.hide()
        found.go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move in the list and Enter choose while the letters go to the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Up | Qt.Key.Key_Down:
                    self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    if self.table.row is not None:
                        self._go(self.table.row)
                    return True
                case _:
                    pass
        return super().eventFilter(watched, event)


def _place_of(hit: Hit) -> Place:
    match hit.kind:
        case "person":
            return Place("people", hit.id)
        case "session":
            return Place("session", hit.id)
        case kind:
            return Place("sessions", hit.id, f"{kind}s")


def _line(found: Found) -> Cell:
    return cell(Mark(found.icon, spoken=found.detail), Words(found.words, bold=True), Words(found.detail, ink="ink2"))


def _plain(act: QAction) -> str:
    return act.text().replace("&", "")


def _command(number: int, act: QAction) -> Found:
    return Found(f"command {number}", _plain(act), act.shortcut().toString(), "find", act.trigger)


def _holds(words: str, typed: str) -> bool:
    folded = fold(words)
    return all(piece in folded for piece in pieces(typed))
