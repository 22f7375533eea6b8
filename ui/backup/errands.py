# SPDX-License-Identifier: GPL-3.0-or-later
"""Work beside the window, one piece after another: what somebody asked for first, what is done by itself after it."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.jobs import Job

Work = Callable[[Job], Any]


@dataclass(frozen=True, slots=True)
class Errand:
    """One piece of work.

    Attributes:
        work: Done in a thread; frozen data in and out.
        then: Told what it brought, in the window's thread.
        refused: Told why it was not done, as a sentence.
        stopped: Told that it was stopped.
        title: What the user reads while it runs; "" for what is done by itself.
    """

    work: Work
    then: Callable[[Any], object]
    refused: Callable[[str], object]
    stopped: Callable[[], object]
    title: str = ""


class Errands(QObject):
    """Runs errands one at a time, so that no two of them touch the backups at once.

    Signals:
        began: an errand begins; argument: its title.
        progressed: how many of how many steps of it are done.
        ended: it is over, whatever came of it.
    """

    began = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Errand] = deque()
        self._now: Errand | None = None
        self._job: Job | None = None

    @property
    def running(self) -> bool:
        """Whether one runs or waits."""
        return self._now is not None or bool(self._waiting)

    def ask(self, errand: Errand) -> None:
        """Do an errand as soon as those before it are done."""
        self._waiting.append(errand)
        self._go_on()

    def stop(self) -> None:
        """End the one that runs at its next step."""
        if self._job is not None:
            self._job.stop()

    def end(self) -> None:
        """End the one that runs at its next step, and begin none of those that wait; nobody is told of any."""
        self._waiting.clear()
        self._now = None
        self.stop()

    def _go_on(self) -> None:
        if self._now is not None or not self._waiting:
            return
        errand = self._now = self._waiting.popleft()
        job = self._job = Job(errand.work)
        job.progressed.connect(self.progressed)
        job.finished.connect(self._on_finished)
        job.refused.connect(self._on_refused)
        job.stopped.connect(self._on_stopped)
        job.failed.connect(self._on_failed)
        self.began.emit(errand.title)
        job.start()

    @Slot(object)
    def _on_finished(self, made: object) -> None:
        errand = self._over()
        if errand is not None:
            errand.then(made)
        self._go_on()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        errand = self._over()
        if errand is not None:
            errand.refused(sentence)
        self._go_on()

    @Slot()
    def _on_stopped(self) -> None:
        errand = self._over()
        if errand is not None:
            errand.stopped()
        self._go_on()

    @Slot(object)
    def _on_failed(self, bug: Exception) -> None:
        """Let the window's own report have a bug that came up beside it."""
        self._over()
        self._go_on()
        raise bug

    def _over(self) -> Errand | None:
        """Return the errand that is over; None when nobody waits for it any more."""
        errand, self._now = self._now, None
        self.ended.emit()
        return errand
