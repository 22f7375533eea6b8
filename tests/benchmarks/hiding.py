"""Covering and locking until nothing of a record is on the screen, against a bare window that hides its child."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QThreadPool
from PySide6.QtWidgets import QApplication, QLabel, QStackedLayout, QWidget

from app.door import Preferences
from tests.benchmarks import history
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.large import Built
from tests.benchmarks.typing import SIZE
from tests.clocks import TestClock
from ui.look.tokens import Theme
from ui.places import Place
from ui.security.loading import Loading
from ui.security.program import Program
from ui.security.setup import Setup, Shown
from ui.start import first_start, import_rest, look_of, migrate

AT_MOST = 2.0
LEAST_KIB = 1024  # the workspaces that are measured have cheap keys


class Painted(QObject):
    """Hears when a widget is painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.at = perf_counter()
        return False


def hiding_figures(large: Built) -> list[Figure]:
    """Return how many times a bare window covering and locking take, with the large workspace on the screen."""
    with tempfile.TemporaryDirectory() as kept:
        program = _opened(large.copy(Path(kept) / "large"), Path(kept))
        bare = _bare()
        covering = in_turns(lambda: _hiding(bare), lambda: _covering(program))
        locking = in_turns(lambda: _hiding(bare), lambda: _locking(program, large.passphrase))
        program.frame.close()
        QThreadPool.globalInstance().waitForDone()
    return [
        Figure("Covering until it is painted / a bare window hiding its child", "ms", covering, AT_MOST),
        Figure("Locking until it is painted / a bare window hiding its child", "ms", locking, AT_MOST),
    ]


class Bare(QWidget):
    """A window with one child before another."""

    def __init__(self) -> None:
        super().__init__()
        self.over, self.under = QLabel("Over"), QLabel("Under")
        self._stack = QStackedLayout(self)
        for child in (self.over, self.under):
            self._stack.addWidget(child)
        self.resize(*SIZE)

    def show_child(self) -> None:
        """Show the one that is hidden next."""
        self._stack.setCurrentWidget(self.over)

    def hide_child(self) -> None:
        """Show the other one instead."""
        self._stack.setCurrentWidget(self.under)
        self.repaint()


def _bare() -> Bare:
    window = Bare()
    window.show()
    QApplication.processEvents()
    return window


def _hiding(window: Bare) -> float:
    window.show_child()
    QApplication.processEvents()
    return _until(window.hide_child, window.under)


def _until(hide: Callable[[], object], shown: QWidget) -> float:
    """Return milliseconds until what comes instead is painted."""
    painted = Painted(shown)
    began = perf_counter()
    hide()
    while not painted.at:
        QApplication.processEvents()
    return (painted.at - began) * 1000


def _opened(large: Built, kept: Path) -> Program:
    application = QApplication.instance() or QApplication([])
    look = look_of(Preferences(theme=Theme.LIGHT))
    look.load_first_fonts()
    look.apply(application)
    look.load_fonts()
    setup = Setup(TestClock(history.NOW), kept / "door.json", migrate, least_kib=LEAST_KIB)
    program = Program(look, large.folder, Loading(partial(import_rest, setup)), first_start)
    program.open(Shown.WORKSPACE)
    _unlock(program, large.passphrase)
    return program


def _unlock(program: Program, passphrase: str) -> None:
    program.unlock.tried.emit(passphrase)
    _wait_for(lambda: program.inside is not None)
    program.inside.window.desk.places.go(Place("people"))
    QApplication.processEvents()


def _covering(program: Program) -> float:
    taken = _until(program.inside.shut, program.frame.curtain)
    program.inside._uncover()
    QApplication.processEvents()
    return taken


def _locking(program: Program, passphrase: str) -> float:
    taken = _until(program.inside.lock, program.frame.curtain)
    _wait_for(lambda: program.inside is None)
    _unlock(program, passphrase)
    return taken


def _wait_for(there: Callable[[], bool]) -> None:
    while not there():
        QApplication.processEvents()
