"""A key press to a painted list, in Room and in People, against the same view painting the same rows without asking."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

import ui.attendance.room
import ui.people.page
from app.sessions.queries import session_next
from app.workspace import Workspace
from db.types import SessionId
from tests.benchmarks.figures import PAIRS, Figure, Pair, worst
from tests.benchmarks.large import Built
from tests.benchmarks.pieces import ALL, NOBODY, letters
from tests.benchmarks.timing import processor_milliseconds
from ui.attendance.room import Room
from ui.desk import Desk
from ui.look.look import Look
from ui.look.tokens import Theme
from ui.main import open_window
from ui.page import Page
from ui.parts.search import Search
from ui.places import Place
from ui.tables import RowTable

AT_MOST = 1.5
AT_MOST_FOR_NOBODY = 3.0
REPEATS = 5
SIZE = (1366, 768)


@dataclass(frozen=True, slots=True)
class View:
    """A list with its search field, and what it asks.

    Attributes:
        asking: The module whose queries stand still for the plain measurement.
        queries: Their names there.
    """

    name: str
    search: Search
    table: RowTable
    look: Look
    asking: ModuleType
    queries: Sequence[str]


class Door(Page):
    """A page that holds the room of one session and nothing else."""

    def __init__(self, desk: Desk, session_id: SessionId) -> None:
        super().__init__(desk, title="Room")
        self.room = Room(self)
        self.body.addWidget(self.room)
        self.room.show_session(session_id)


class Paintings(QObject):
    """Counts how often something was painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def typing_figures(large: Built) -> list[Figure]:
    """Return the figures of both views."""
    application = QApplication.instance() or QApplication([])
    workspace = large.open()
    look = Look(theme=Theme.LIGHT)
    look.load_first_fonts()
    look.apply(application)
    look.load_fonts()
    try:
        figures = [figure for open_view in (_room, _people) for figure in _figures(open_view(look, workspace))]
        QApplication.closeAllWindows()
        return figures
    finally:
        workspace.close()


def _room(look: Look, workspace: Workspace) -> View:
    with workspace.read() as tx:
        session_id = session_next(tx, workspace.clock.now())
    frame = QWidget()
    window = open_window(look, workspace, frame)
    page = Door(window.desk, session_id)
    _show(page, frame)
    return View("Room", page.room.search, page.room.table, look, ui.attendance.room, ("room",))


def _people(look: Look, workspace: Workspace) -> View:
    frame = QWidget()
    window = open_window(look, workspace, frame)
    _show(window, frame)
    window.desk.places.go(Place("people"))
    page = window.page
    return View("People", page.search, page.table, look, ui.people.page, ("people_list", "people_count"))


def _show(widget: QWidget, owner: QWidget) -> None:
    widget.owner = owner
    widget.resize(*SIZE)
    widget.show()
    QApplication.processEvents()


def _figures(view: View) -> list[Figure]:
    figures = [Figure(letters(script, piece), "ms", _pairs(view, piece), AT_MOST) for script, piece in ALL]
    name = f"{view.name}: key press to painted list"
    plain = "the same rows without a query"
    nobody = Figure(f"{name}, a piece that nobody has / {plain}", "ms", _pairs(view, NOBODY), AT_MOST_FOR_NOBODY)
    return [worst(figures, f"{name} / {plain}"), nobody]


def _pairs(view: View, typed: str) -> list[Pair]:
    return [_pair(view, typed) for _ in range(PAIRS)]


def _pair(view: View, typed: str) -> Pair:
    """Return both, each the shortest of several, with a press of the one after a press of the other."""
    with told(view) as answers:
        _press(view, typed)
    plain, whole = [], []
    for _ in range(REPEATS):
        whole.append(_press(view, typed))
        with standing(view, answers):
            plain.append(_press(view, typed))
    return Pair(min(plain), min(whole))


def _press(view: View, typed: str) -> float:
    """Return how long the last letter of what is typed takes until the list is painted; text is laid out anew."""
    view.search.set_text(typed[:-1])
    QApplication.processEvents()
    view.look.forget()
    paintings = Paintings(view.table.viewport(), view.table.parentWidget())
    taken = processor_milliseconds(lambda: _type(view.search.line, typed[-1]))
    if not paintings.count or view.search.line.text() != typed:
        raise AssertionError(typed)
    return taken


def _type(line: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(line, QKeyEvent(kind, 0, QApplication.keyboardModifiers(), letter))
    QApplication.processEvents()


@contextmanager
def told(view: View) -> Iterator[dict[str, Any]]:
    """Keep what each query of a view answered last."""
    answers: dict[str, Any] = {}

    def listening(name: str, query: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*given: Any, **named: Any) -> Any:
            answers[name] = query(*given, **named)
            return answers[name]

        return ask

    with _replaced(view, {name: listening(name, getattr(view.asking, name)) for name in view.queries}):
        yield answers


@contextmanager
def standing(view: View, answers: dict[str, Any]) -> Iterator[None]:
    """Let the queries of a view answer at once what they answered before."""

    def answer(name: str) -> Callable[..., Any]:
        return lambda *_, **__: answers[name]

    with _replaced(view, {name: answer(name) for name in view.queries}):
        yield


@contextmanager
def _replaced(view: View, others: dict[str, Callable[..., Any]]) -> Iterator[None]:
    own = {name: getattr(view.asking, name) for name in others}
    vars(view.asking).update(others)
    try:
        yield
    finally:
        vars(view.asking).update(own)
