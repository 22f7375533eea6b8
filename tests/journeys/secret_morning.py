"""A morning in a process of its own: unlock, import a list, add somebody, look, cover, lock, and end.

Usage: python -m tests.journeys.secret_morning FOLDER. Standard input has the passphrase, the list to import and the
name of somebody to add, each on a line. It says "unlocked" and "locked" when it can be looked at, and goes on at the
next line.
"""

import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from tests.journeys.screen import Screen
from ui.security.frame import Frame
from ui.security.setup import Shown
from ui.start import start

TICK_MS = 20
Step = tuple[Callable[[], bool], Callable[[], object]]


def main(folder: Path) -> int:
    """Run the window and the hands in front of it."""
    passphrase, listed, name = (sys.stdin.readline().rstrip("\n") for _ in range(3))
    hands = Hands(steps(Morning(passphrase, Path(listed), name)))
    threading.Thread(target=hands.wait_for_the_window, daemon=True).start()
    return start(folder, Shown.WORKSPACE)


class Morning:
    """What is done, one thing after the other."""

    def __init__(self, passphrase: str, listed: Path, name: str) -> None:
        self.passphrase = passphrase
        self.listed = listed
        self.name = name
        self._answered = threading.Event()

    @property
    def screen(self) -> Screen:
        return Screen(next(shown for shown in QApplication.topLevelWidgets() if isinstance(shown, Frame)))

    def says(self, words: str) -> Callable[[], bool]:
        return lambda: shows(Frame) and self.screen.says(words)

    def asks(self) -> bool:
        """Whether the passphrase can be typed."""
        return shows(Frame) and self.screen.named(self.screen.focused) == "Passphrase"

    def unlock(self) -> None:
        self.screen.type(self.passphrase)
        self.screen.press("Return")

    def choose_file(self) -> None:
        dialog = next(shown for shown in QApplication.topLevelWidgets() if isinstance(shown, QFileDialog))
        dialog.findChild(QLineEdit).setText(str(self.listed))
        dialog.accept()

    def take_rows(self) -> None:
        self.screen.go_to("Import 2 rows")
        self.screen.press("Space")

    def add_somebody(self) -> None:
        self.screen.press("Ctrl+3", "Ctrl+N")
        self.screen.type(self.name)
        self.screen.press("Return")

    def look_around(self) -> None:
        self.screen.press("Ctrl+4", "Ctrl+5", "Ctrl+3", "Ctrl+K")
        self.screen.type(self.name[:4])

    def pause(self, where: str) -> None:
        """Say where it stands and go on when a line comes."""
        self._answered.clear()
        sys.stdout.write(f"{where}\n")
        sys.stdout.flush()
        threading.Thread(target=self._wait_for_line, daemon=True).start()

    def go_on(self) -> bool:
        return self._answered.is_set()

    def start_a_child(self) -> None:
        told = "import os, sys; sys.stdout.write(str(dict(os.environ)))"
        sys.stdout.write(subprocess.run([sys.executable, "-c", told], capture_output=True, text=True).stdout + "\n")

    def _wait_for_line(self) -> None:
        sys.stdin.readline()
        self._answered.set()


def steps(morning: Morning) -> list[Step]:
    """Return when something is done, and what."""
    return [
        (morning.says("Unlock"), lambda: morning.screen.window.activateWindow()),
        (morning.asks, morning.unlock),
        (morning.says("No session is planned"), lambda: morning.screen.press("Ctrl+3", "Ctrl+I", "Ctrl+N")),
        (lambda: shows(QFileDialog), morning.choose_file),
        (morning.says("Import 2 rows"), lambda: morning.screen.window.activateWindow()),
        (lambda: QApplication.focusWidget() is not None, morning.take_rows),
        (morning.says("2 people added."), morning.add_somebody),
        (morning.says(morning.name), morning.look_around),
        (morning.says(morning.name), lambda: morning.screen.press("Escape", "F12")),
        (lambda: morning.says("The screen is covered")() and morning.asks(), morning.unlock),
        (morning.says("People"), morning.start_a_child),
        (lambda: True, lambda: morning.pause("unlocked")),
        (morning.go_on, lambda: morning.screen.press("Ctrl+L")),
        (morning.says("Unlock"), lambda: morning.pause("locked")),
        (morning.go_on, lambda: morning.screen.window.close()),
    ]


def shows(kind: type[QWidget]) -> bool:
    """Return whether a window of a kind is shown."""
    return any(isinstance(shown, kind) and shown.isVisible() for shown in QApplication.topLevelWidgets())


class Hands:
    """Does each step once it can be done, also while a dialog waits for an answer."""

    def __init__(self, steps: list[Step]) -> None:
        self._steps = steps
        self._done = 0
        self._acting = False

    def wait_for_the_window(self) -> None:
        """Begin as soon as there is a program to act on."""
        while QCoreApplication.instance() is None:
            threading.Event().wait(TICK_MS / 1000)
        QTimer.singleShot(0, QCoreApplication.instance(), self._tick)

    def _tick(self) -> None:
        if self._done == len(self._steps):
            return
        QTimer.singleShot(TICK_MS, self._tick)
        if self._acting and QApplication.activeModalWidget() is None:
            return  # a step lets events happen, and is not over yet
        may, act = self._steps[self._done]
        try:
            if may():
                self._done, self._acting = self._done + 1, True
                act()
                self._acting = False
        except Exception:
            traceback.print_exc()
            QCoreApplication.exit(1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
