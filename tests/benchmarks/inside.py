"""A child: the program from its unlock window to a painted Today page, and then as long as it is told to stay.

It writes how many milliseconds that took, and at its end what memory it holds.
"""

import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.door import Preferences
from app.security.keys import PROGRAM_COST, new_key, wrap
from tests.benchmarks import history
from tests.clocks import TestClock
from ui.parts.focus import FocusRings
from ui.security.loading import Loading
from ui.security.program import Program
from ui.security.setup import Setup, Shown
from ui.start import first_start, import_rest, look_of, migrate

LEAST_KIB = 1024  # the workspaces that are measured have cheap keys


class Measured(QObject):
    """Unlocks once everything is loaded, and tells how long it took until Today was painted."""

    def __init__(self, program: Program, loading: Loading, passphrase: str, stay: int) -> None:
        super().__init__()
        self._program, self._loading, self._passphrase, self._stay = program, loading, passphrase, stay
        self._began = 0.0
        program.painted.connect(lambda: QTimer.singleShot(0, self._wait))
        program.opened.connect(self._on_opened)

    def _wait(self) -> None:
        """Wait until the rest is loaded and the fonts are there: that is not what is measured."""
        self._loading.wait()
        if self._stay:
            wrap(new_key(), self._passphrase, PROGRAM_COST)  # what deriving the usual key does to the memory
        QTimer.singleShot(200, self._unlock)

    def _unlock(self) -> None:
        self._began = time.perf_counter()
        self._program.unlock.tried.emit(self._passphrase)

    def _on_opened(self) -> None:
        page = self._program.inside.window.page
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Hear of the first painting of Today; what lies on it is painted with it, before any timer."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        sys.stdout.write(f"{(time.perf_counter() - self._began) * 1000}\n")
        sys.stdout.flush()
        QTimer.singleShot(self._stay * 1000, self._end)

    def _end(self) -> None:
        from tests.benchmarks.memory_held import memory_held

        sys.stdout.write(memory_held() + "\n")
        self._program.frame.close()
        QApplication.quit()


def run(folder: Path, passphrase: str, stay: int) -> int:
    """Run the program on a workspace; staying is in seconds."""
    application = QApplication(sys.argv[:1])
    look = look_of(Preferences())
    look.load_first_fonts()
    look.apply(application)
    with tempfile.TemporaryDirectory() as kept:
        setup = Setup(TestClock(history.NOW), Path(kept) / "door.json", migrate, least_kib=LEAST_KIB)
        loading = Loading(partial(import_rest, setup))
        program = Program(look, folder, loading, first_start)
        program.painted.connect(look.load_fonts)
        rings = FocusRings(look, application)
        measured = Measured(program, loading, passphrase, stay)
        program.open(Shown.WORKSPACE)
        return application.exec() if measured and rings else 1


sys.exit(run(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
