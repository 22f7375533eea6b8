# SPDX-License-Identifier: GPL-3.0-or-later
"""The one signal that every view refreshes from."""

from PySide6.QtCore import QObject, Signal, Slot

from app.workspace import Workspace
from db.journal import Changes


class Commits(QObject):
    """Tells widgets what a finished transaction changed.

    Signals:
        committed: after each commit, never after a rollback; argument: db.journal.Changes. From another thread it
            reaches widgets in their own.
    """

    committed = Signal(object)
    _heard = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._heard.connect(self._tell)
        workspace.observe(self._heard.emit)

    @Slot(object)
    def _tell(self, changes: Changes) -> None:
        """Tell widgets, in their own thread; nobody is told what was changed beside the window just before locking."""
        if self._workspace.is_open:
            self.committed.emit(changes)
