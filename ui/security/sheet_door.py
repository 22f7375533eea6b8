# SPDX-License-Identifier: GPL-3.0-or-later
"""The way in with the recovery sheet: its page in the window, while it is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.look.look import Look
from ui.security.frame import Frame
from ui.security.loading import Loading
from ui.security.task import Task

if TYPE_CHECKING:
    from ui.security.behind import Behind
    from ui.security.recovering import RecoveringPage


class SheetDoor(QObject):
    """Shows the page as soon as the rest of the program is there, and takes it away.

    Attributes:
        page: The page, while it is shown.

    Signals:
        opened: the sheet opened the records; argument: the workspace.
        left: the user went back.
        failed: a bug; argument: the exception.
    """

    opened = Signal(object)
    left = Signal()
    failed = Signal(object)

    def __init__(self, frame: Frame, look: Look, loading: Loading, parent: QObject) -> None:
        super().__init__(parent)
        self.page: RecoveringPage | None = None
        self._frame = frame
        self._look = look
        self._loading = loading
        self._folder = Path()
        self._task: Task | None = None

    def open(self, folder: Path) -> None:
        """Ask for the sheet of the workspace in a folder."""
        self._folder = folder
        self._task = Task(self._loading.wait, self)
        self._task.done.connect(self._show)
        self._task.failed.connect(self.failed)
        self._task.start()

    def close(self) -> None:
        """Take the page away, and what was typed there with it."""
        if self.page is not None:
            self._frame.remove(self.page)
            self.page = None

    @Slot(object)
    def _show(self, behind: "Behind") -> None:
        self.page = behind.recovering(self._look, self._folder, self._frame)
        self.page.recovered.connect(self.opened)
        self.page.left.connect(self._leave)
        self._frame.show_page(self.page)

    @Slot()
    def _leave(self) -> None:
        self.close()
        self.left.emit()
