"""A child: a window with one label and nothing of Peapod, the least that any program with a window costs."""

import sys
import time

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class Window(QWidget):
    """A window of the program's size that tells when it has been painted."""

    def __init__(self) -> None:
        super().__init__()
        self._unpainted = True
        self.label = QLabel("Peapod", self)
        self.resize(QSize(1366, 768).boundedTo(self.screen().availableGeometry().size()))  # as the program's window

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, tell)


def tell() -> None:
    """Say when the window had been painted, and end once the program's end of input says so."""
    sys.stdout.write(f"{time.monotonic()}\n")
    sys.stdout.flush()
    QTimer.singleShot(int(sys.argv[1]) * 1000, end)


def end() -> None:
    """Say what memory is held, and end."""
    from tests.benchmarks.memory_held import memory_held

    sys.stdout.write(memory_held() + "\n")
    QApplication.quit()


application = QApplication(sys.argv[:1])
window = Window()
window.show()
application.exec()
