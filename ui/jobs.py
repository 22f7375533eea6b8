# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work beside the window: frozen data in, frozen data out, no widget touched, always stoppable."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from app.errors import Refused, Unavailable
from app.wording import sentence

Made = TypeVar("Made")


class Stopped(Exception):
    """The user pressed Stop."""


class Job(QObject):
    """One piece of long work.

    Signals:
        progressed: how many of how many are done.
        finished: what the work returned.
        refused: a sentence that says why it was not done.
        stopped: the user stopped it; nothing is half done.
        failed: a bug; argument: the exception.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    refused = Signal(str)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, work: Callable[["Job"], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()

    def start(self) -> None:
        """Begin in a thread of the pool."""
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def stop(self) -> None:
        """Ask the work to end; it ends at its next `report`."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether the work has been asked to end."""
        return self._stop.is_set()

    def report(self, done: int, of: int) -> None:
        """Say how far the work is; called by the work itself.

        Raises:
            Stopped: The user pressed Stop.
        """
        if self._stop.is_set():
            raise Stopped
        self.progressed.emit(done, of)

    def _run(self) -> None:
        try:
            made = self._work(self)
        except Stopped:
            self.stopped.emit()
        except (Refused, Unavailable) as error:
            self.refused.emit(sentence(error))
        except Exception as error:
            self.failed.emit(error)
        else:
            self.finished.emit(made)
