# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work beside the window: frozen data in, frozen data out, no widget touched, always stoppable.

A job, and whatever its work holds on to, always dies in the window's thread: what belongs to Qt and dies in another one
can bring both threads to wait for each other for ever (docs/decisions/0019-threads.md).
"""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

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
    _ended = Signal()

    def __init__(self, work: Callable[["Job"], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._let_go = threading.Event()
        self._kept: Job | None = None
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin in a thread of the pool."""
        self._kept = self
        QThreadPool.globalInstance().start(QRunnable.create(partial(_run_held, [self], self._let_go)))

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

    def run(self) -> None:
        """Do the work and tell what came of it; called in the thread of the pool."""
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
        finally:
            self._ended.emit()

    @Slot()
    def _on_ended(self) -> None:
        """Let the job go once the other thread has."""
        self._let_go.wait()
        self._kept = None


def _run_held(held: list[Job], let_go: threading.Event) -> None:
    """Run the one job that is held, and hold it no more before saying so."""
    held[0].run()
    held.clear()
    let_go.set()
