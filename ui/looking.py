# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading for a page beside the window, where it takes longer than a blink; only what was asked for last is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import Slot
from sqlalchemy.orm import Session

from app.errors import Unavailable
from app.i18n import _
from app.workspace import Workspace
from ui.jobs import Job
from ui.page import Page
from ui.parts.text import Hint

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class _Asked:
    read: Callable[[Session], Any]
    told: Callable[[Any], object]


class Looking(Hint):
    """The line that says so while something is read for a page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.desk.look, _("Looking ..."))
        self._page = page
        self._next: _Asked | None = None
        self._now: _Asked | None = None
        self._job: Job | None = None  # kept until its answer was heard
        self.hide()

    @property
    def under_way(self) -> bool:
        """Whether an answer is still to come."""
        return self._now is not None

    def ask(self, read: Callable[[Session], Made], told: Callable[[Made], object]) -> None:
        """Read in a thread, then show what was found; what was asked for before is not shown any more.

        Args:
            read: Given a view of the records; frozen data out, no widget touched.
            told: Given what was read, in the window's thread, while the records are open.
        """
        self._next = _Asked(read, told)
        self.show()
        if self._now is None:
            self._begin(self._next)

    def _begin(self, asked: _Asked) -> None:
        self._now, self._next = asked, None
        workspace = self._page.desk.workspace
        job = self._job = Job(lambda _job: read_or_fault(workspace, asked.read))
        job.finished.connect(self._on_found)
        job.refused.connect(self._on_refused)
        job.failed.connect(self._on_failed)
        job.start()

    @Slot(object)
    def _on_found(self, found: object) -> None:
        asked = self._end()
        if asked is None:
            return
        if isinstance(found, Unavailable):
            self._page.meet(found)
        else:
            asked.told(found)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if self._end() is not None:
            self._page.say_no(sentence)

    @Slot(object)
    def _on_failed(self, bug: Exception) -> None:
        """Let the window's own report have a bug that came up beside it."""
        self._end()
        raise bug

    def _end(self) -> _Asked | None:
        """Return whom to tell; None when something else was asked for meanwhile, or the records are locked."""
        asked, self._now = self._now, None
        if not self._page.desk.workspace.is_open:
            return None
        if self._next is not None:
            self._begin(self._next)
            return None
        self.hide()
        return asked


def read_or_fault(workspace: Workspace, read: Callable[[Session], Made]) -> Made | Unavailable:
    """Return what was read, or what the world did to it: a page makes more of a fault than its sentence."""
    try:
        with workspace.read() as tx:
            return read(tx)
    except Unavailable as fault:
        return fault
