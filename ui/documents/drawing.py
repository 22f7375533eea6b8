# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets drawn beside the window, from the records as they are now."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.documents.drawing import Drawn, draw
from app.documents.style import PrintStyle
from app.i18n import _
from app.workspace import Workspace
from ui.documents.saving import Wanted
from ui.jobs import Job
from ui.look.look import Look
from ui.parts.progress import Progress


class Drawing(QObject):
    """Draws the sheets that were wanted last; what comes too late is dropped.

    Attributes:
        progress: It appears where drawing takes long; who gives up goes away.

    Signals:
        drawn: the sheets; a list of app.documents.drawing.Drawn.
        refused: a sentence that says why they were not drawn.
        failed: a bug; argument: the exception.
    """

    drawn = Signal(object)
    refused = Signal(str)
    failed = Signal(object)

    def __init__(self, look: Look, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._job: Job | None = None
        self._next: Wanted | None = None
        self.progress = Progress(look)

    def begin(self, wanted: Wanted) -> None:
        """Draw sheets; where some are being drawn, afterwards."""
        if self._job is not None:
            self._next = wanted
            return
        workspace, style = self._workspace, PrintStyle("", variant=wanted.variant)
        job = Job(lambda _job: draw(workspace, wanted.session_id, wanted.names, style, wanted.mode))
        job.finished.connect(partial(self._on_finished, job))
        job.refused.connect(partial(self._on_refused, job))
        job.failed.connect(partial(self._on_failed, job))
        self._job = job
        self.progress.start(_("Drawing the sheet"))
        job.start()

    def forget(self) -> None:
        """Want nothing any more."""
        self._job = self._next = None
        self.progress.finish()

    def _on_finished(self, job: Job, drawn: list[Drawn]) -> None:
        if self._ends(job):
            following, self._next = self._next, None
            self.drawn.emit(drawn)
            if following is not None:
                self.begin(following)

    def _on_refused(self, job: Job, sentence: str) -> None:
        if self._ends(job):
            self._next = None
            self.refused.emit(sentence)

    def _on_failed(self, job: Job, bug: Exception) -> None:
        if self._ends(job):
            self._next = None
        self.failed.emit(bug)

    def _ends(self, job: Job) -> bool:
        """Return whether this is the work that is waited for; then it is waited for no longer."""
        if job is not self._job:
            return False
        self._job = None
        self.progress.finish()
        return True
