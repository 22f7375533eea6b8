# SPDX-License-Identifier: GPL-3.0-or-later
"""The one signal that every view refreshes from."""

from PySide6.QtCore import QObject, Signal

from app.workspace import Workspace


class Commits(QObject):
    """Tells widgets what a finished transaction changed.

    Signals:
        committed: after each commit, never after a rollback; argument: db.journal.Changes. From another thread it
            reaches widgets in their own.
    """

    committed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        workspace.observe(self.committed.emit)
