# SPDX-License-Identifier: GPL-3.0-or-later
"""The session that runs, looked at once a second. What is shown comes from the clock, never from counting ticks."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errors import Unavailable
from app.live.course import LiveState
from app.live.queries import LiveRun, running
from app.live.words import Face, face_of
from app.workspace import Workspace
from db.journal import Changes
from db.models import Block, DesignSession, LiveFact, Track
from ui.commits import Commits

SECOND_MS = 1000


class Live(QObject):
    """The run of the session that runs now, if one does; it reads when something changed, and only then.

    Attributes:
        run: The run; None while no session runs.
        said: What it says at the last tick.

    Signals:
        changed: a session began to run or runs no more, or something was done in the run.
        ticked: another second went by; what the views say may be another.
        entered: another block runs; argument: a sentence.
    """

    changed = Signal()
    ticked = Signal()
    entered = Signal(str)

    def __init__(self, workspace: Workspace, commits: Commits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.run: LiveRun | None = None
        self.said: LiveState | None = None
        self._timer = QTimer(self, interval=SECOND_MS)
        self._timer.timeout.connect(self.tick)
        commits.committed.connect(self._on_committed)
        self._read()

    @property
    def face(self) -> Face | None:
        """What the views say; None while no session runs."""
        return None if self.run is None or self.said is None else face_of(self.run, self.said)

    @Slot()
    def tick(self) -> None:
        """Say what the run says now; on the day after, it runs no more."""
        before = self.said
        if self.run is None or before is None:
            return
        said = self.run.at(self._workspace.clock.now())
        if said is None or said.finished is not None:
            self._read()
            self.changed.emit()
            return
        self.said = said
        self.ticked.emit()
        if said.clock.item.block_id != before.clock.item.block_id:
            self._tell_block()

    def end(self) -> None:
        """Look no more; called before the records are closed."""
        self._timer.stop()
        self.run = self.said = None

    def _read(self) -> None:
        now = self._workspace.clock.now()
        try:
            with self._workspace.read() as tx:
                self.run = running(tx, now)
        except Unavailable:  # the page that is shown says so when it reads
            self.run = None
        self.said = None if self.run is None else self.run.at(now)
        if self.run is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _tell_block(self) -> None:
        face = self.face
        if face is not None:
            self.entered.emit(face.spoken)

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        if changes.touch(LiveFact, Block, Track, DesignSession):
            before = None if self.said is None else self.said.clock.item.block_id
            self._read()
            self.changed.emit()
            if self.said is not None and self.said.clock.item.block_id != before:
                self._tell_block()
