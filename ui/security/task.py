# SPDX-License-Identifier: GPL-3.0-or-later
"""Work that takes a second, beside the window, before the rest of the program is there."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal


class Task(QObject):
    """Runs something in a thread of its own.

    Signals:
        done: it returned; argument: what.
        failed: it raised; argument: the exception.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            made = self._work()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.done.emit(made)
