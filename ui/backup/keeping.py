# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping the records safe while they are open: looking at the file, backups, sweeping; beside the window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from app.backup.commands import back_up
from app.backup.queries import backup_due, copies
from app.backup.rules import Copy, newest
from app.checking.queries import check_file
from app.clock import today
from app.files.sweeping import sweep
from app.i18n import _
from app.reminders.rules import Safety
from app.retention.queries import due
from app.workspace import Workspace
from db.errors import Damaged, Unavailable, WrongKey
from ui.backup.errands import Errand, Errands, Work
from ui.jobs import Job

FIRST_MS = 5_000  # after unlocking, so that what somebody does first is never slower for it
STEP_MS = 3_000  # between one thing and the next
EACH_MS = 60_000
FREE_MS = 2_000  # without a key or the pointer
MOST_PUT_OFF = 30  # times FREE_MS; then it is done while somebody types
TRY_AGAIN = timedelta(minutes=10)


class Keeping(QObject):
    """Does by itself what keeps the records safe, and knows how safe they are.

    Attributes:
        errands: Everything that touches the backups goes through them, one after another.
        safety: How safe the records are.
        copies: The backups of this laptop, the newest first.

    Signals:
        changed: something of it is known anew, or a minute went by.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.errands = Errands(self)
        self.safety = Safety(opened_at=workspace.clock.now())
        self.copies: tuple[Copy, ...] = ()
        self._listed = self._looked = self._swept = False
        self._counted_on: date | None = None
        self._not_before: datetime | None = None
        self._put_off = 0
        self._since_use = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.go_on)

    def begin(self) -> None:
        """Begin, a while after the first page was shown."""
        self._timer.start(FIRST_MS)

    def end(self) -> None:
        """Do nothing more; what runs ends at its next step."""
        self._timer.stop()
        self.errands.end()

    @Slot()
    def note_use(self) -> None:
        """Somebody is typing or pointing: leave the laptop to them for a moment."""
        self._since_use.start()

    @Slot()
    def go_on(self) -> None:
        """Do the next thing that is due, unless somebody is just using the laptop."""
        if self._in_use() and self._put_off < MOST_PUT_OFF:
            self._put_off += 1
            self._timer.start(FREE_MS)
            return
        self._put_off = 0
        self._timer.start(EACH_MS)
        self.changed.emit()
        if not self.errands.running:
            self._do_next()

    def ask(self, work: Work, then: Callable[[Any], object], refused: Callable[[str], object], *, title: str) -> None:
        """Do what somebody asked for as soon as what runs is done.

        Args:
            work: Done in a thread, and stopped at its next step when Stop is pressed.
            then: Told what it brought, when the copies are known anew.
            refused: Told why it was not done, or that it was stopped.
            title: What is shown while it runs.
        """

        def done(made: object) -> None:
            self.list_copies()
            then(made)

        stopped = partial(refused, _("Stopped. Nothing of it is left, and the records are as they were."))
        self.errands.ask(Errand(work, done, refused, stopped, title))

    def list_copies(self) -> None:
        """Read which backups there are."""
        folder = self._workspace.folder
        self._do(lambda _job: copies(folder), self._on_listed)

    def note_damage(self) -> None:
        """Somebody read a page of the file that is damaged: from now on the records are only read."""
        self._on_looked(Damaged(self._workspace.folder))

    def _in_use(self) -> bool:
        return self._since_use.isValid() and self._since_use.elapsed() < FREE_MS

    def _do_next(self) -> None:
        workspace = self._workspace
        if not self._listed:
            self.list_copies()
        elif workspace.only_read is not None:
            return
        elif not self._looked:
            self._do(lambda _job: damage(workspace), self._on_looked)
        elif not self._swept:
            self._do(lambda _job: sweep(workspace), self._on_swept, lambda _sentence: self._on_swept(0))
        elif self._counted_on != (day := today(workspace.clock)):
            counted = partial(self._on_counted, day)
            self._do(lambda _job: count_due(workspace), counted, lambda _sentence: counted(0))
        elif self._not_before is None or workspace.clock.now() >= self._not_before:
            self._do(lambda job: back_up_when_due(workspace, job), self._on_backed_up, self._on_not_backed_up)

    def _do(
        self, work: Work, then: Callable[[Any], object], refused: Callable[[str], object] = lambda sentence: None
    ) -> None:
        self.errands.ask(Errand(work, then, refused, lambda: None))

    def _on_listed(self, found: tuple[Copy, ...]) -> None:
        self._listed = True
        self.copies = found
        good = newest(found)
        self._know(replace(self.safety, last_good=None if good is None else good.made_at))

    def _on_looked(self, found: Unavailable | None) -> None:
        self._looked = True
        if found is not None and self._workspace.only_read is None:
            self._workspace.write_no_more(found)
        self._know(replace(self.safety, damaged=found is not None))

    def _on_swept(self, _removed: int) -> None:
        self._swept = True
        self._know(self.safety)

    def _on_counted(self, day: date, found: int) -> None:
        self._counted_on = day
        self._know(replace(self.safety, purge_due=found))

    def _on_backed_up(self, made: Copy | Damaged | None) -> None:
        self._not_before = None
        if isinstance(made, Damaged):
            self._on_looked(made)
        elif made is not None or self.safety.fails:
            self.safety = replace(self.safety, fails="")
            self.list_copies()

    def _on_not_backed_up(self, sentence: str) -> None:
        self._not_before = self._workspace.clock.now() + TRY_AGAIN
        self._know(replace(self.safety, fails=sentence))

    def _know(self, safety: Safety) -> None:
        self.safety = safety
        self.changed.emit()
        if self._timer.isActive():
            self._timer.start(STEP_MS)


def back_up_when_due(workspace: Workspace, job: Job) -> Copy | Damaged | None:
    """Make a backup if one is due, and return it, or the damage for which there is nothing to copy."""
    try:
        with workspace.read() as tx:
            why = backup_due(tx, workspace.folder, workspace.clock.now())
        return None if why is None else back_up(workspace, why, progress=job.report)
    except Damaged as found:
        return found


def count_due(workspace: Workspace) -> int:
    """Return how many pieces of what is kept for a time alone are due to go."""
    with workspace.read() as tx:
        return len(due(tx, today(workspace.clock)))


def damage(workspace: Workspace) -> Unavailable | None:
    """Return what is wrong with the pages of the file, or None when nothing is."""
    found = Damaged(workspace.folder)
    try:
        with workspace.read() as tx:
            return found if check_file(tx) else None
    except (Damaged, WrongKey):
        return found
