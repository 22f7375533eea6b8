# SPDX-License-Identifier: GPL-3.0-or-later
"""What the door asks of the rest of the program. This imports all of it, so ui/start.py imports it late."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.backup.keying import key_by_passphrase
from app.backup.queries import newest_good
from app.backup.restoring import restore
from app.clock import Clock, SystemClock
from app.demo.making import make_demo
from app.documents.viewer import usual_viewer
from app.door import Preferences
from app.errors import Refused, Unavailable
from app.i18n import _
from app.opening import create_workspace, unlock_workspace
from app.reading import read_workspace
from app.recovery.opening import recover_workspace
from app.reminders.ages import moment_words
from app.security.errors import KeysDamaged, KeysMissing, KeysOfAnother, WrongPassphrase
from app.security.keys import LEAST_KIB, PROGRAM_COST
from app.security.locking import Tries
from app.settings.laptop import write_preferences
from app.wording import sentence
from app.workspace import Workspace
from db.errors import Damaged, ReadOnly, WrongKey
from ui.asking import Asking, Dialogs
from ui.backup.restoring import restore_words
from ui.look.look import Look
from ui.reopening import Way, Wish
from ui.security.first_start import Beginning, FirstStart, Wanted
from ui.security.frame import Frame
from ui.security.inside import Inside
from ui.security.recovering import RecoveringPage
from ui.security.sample import open_sample
from ui.security.setup import Refusal, Setup
from ui.security.sheet_saving import SheetSaving

AT_FAULT = (Damaged, WrongKey, KeysDamaged, KeysMissing, KeysOfAnother)


class Behind:
    """Everything behind the door, in the words of the door.

    To make it takes away what a program that was killed had left for the system's viewer.
    """

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._clock: Clock = setup.clock or SystemClock()
        self._least_kib = setup.least_kib or LEAST_KIB
        self._tries = Tries()
        self._viewer = setup.viewer or usual_viewer()
        self._viewer.empty()

    def unlock(self, folder: Path, passphrase: str) -> Workspace | Refusal:
        """Return the workspace that lies in a folder, or why it stays shut."""
        answer = self._answer(lambda: self._unlock(folder, passphrase))
        return self._with_backup(folder, answer) if isinstance(answer, Refusal) and answer.at_fault else answer

    def make(self, wanted: Wanted) -> Workspace | Refusal:
        """Return a new workspace, or why there is none."""
        return self._answer(lambda: self._make(wanted))

    def make_sample(self) -> Workspace | Refusal:
        """Return the sample project in a temporary workspace, or why there is none."""
        return self._answer(lambda: open_sample(self._clock))

    def enter(self, frame: Frame, look: Look, workspace: Workspace, *, hint: str) -> Inside:
        """Show a workspace in the window."""
        self._tries = Tries()
        asking = self._setup.asking
        return Inside(frame, look, workspace, least_kib=self._least_kib, asking=asking, viewer=self._viewer, hint=hint)

    def wait_longer(self) -> Callable[[], timedelta]:
        """Count a wrong passphrase and return what says how long it is until the next try is taken."""
        self._tries = tries = self._tries.failed(self._clock.now())
        return lambda: tries.wait(self._clock.now())

    def first_start(self, look: Look, folder: Path) -> FirstStart:
        """Return the first start in a folder."""
        return FirstStart(look, folder)

    def recovering(self, look: Look, folder: Path, frame: Frame) -> RecoveringPage:
        """Return the page that opens a workspace with its recovery sheet."""
        cost = self._setup.cost or PROGRAM_COST
        recover = partial(recover_workspace, folder, clock=self._clock, migrate=self._setup.migrate, cost=cost)
        return RecoveringPage(look, folder, recover, self.asking(look, frame))

    def sheet_saving(self, look: Look, made: Workspace, frame: Frame) -> SheetSaving:
        """Return what saves the recovery sheet of a workspace that was just made."""
        return SheetSaving(look, made, self.asking(look, frame), system=self._setup.system)

    def fulfil(self, folder: Path, wish: Wish) -> Workspace | Refusal:
        """Do what needs closed records, and return the workspace, or why it was not done."""
        way = Way(self._clock, self._setup.migrate, self._setup.cost or PROGRAM_COST, self._least_kib)
        return self._answer(lambda: wish.work(folder, way))

    def asking(self, look: Look, parent: QWidget) -> Asking:
        """Return who asks for folders."""
        return self._setup.asking or Dialogs(look, parent)

    def keep(self, preferences: Preferences) -> None:
        """Keep what the first window is like; where that fails the next start is only less comfortable."""
        with suppress(Unavailable):
            write_preferences(self._setup.preferences, preferences)

    def confirm_restore(self, look: Look, frame: Frame, when: str) -> bool:
        """Return whether the backup of that moment shall take the place of the records."""
        question = _("Restore the backup of {when}?").format(when=when)
        return self.asking(look, frame).confirm(question, explanation=restore_words(), verb=_("Restore"))

    def restore(self, folder: Path, backup: Path, passphrase: str) -> Workspace | Refusal:
        """Return the workspace after a backup took the place of its records, or why it did not."""
        return self._answer(lambda: self._restore(folder, backup, passphrase))

    def _restore(self, folder: Path, backup: Path, passphrase: str) -> Workspace:
        key = key_by_passphrase(folder, backup, passphrase, least_kib=self._least_kib)
        return restore(folder, backup, key, clock=self._clock, migrate=self._setup.migrate)

    def _unlock(self, folder: Path, passphrase: str) -> Workspace:
        """Return the workspace; one whose folder cannot be written is opened to be read."""
        clock, least_kib = self._clock, self._least_kib
        try:
            return unlock_workspace(folder, passphrase, clock=clock, migrate=self._setup.migrate, least_kib=least_kib)
        except ReadOnly:
            return read_workspace(folder, passphrase, clock=clock, least_kib=least_kib)

    def _make(self, wanted: Wanted) -> Workspace:
        made = create_workspace(
            wanted.folder,
            team=wanted.team,
            member=wanted.member,
            passphrase=wanted.passphrase,
            clock=self._clock,
            cost=self._setup.cost or PROGRAM_COST,
        )
        if wanted.beginning is Beginning.SAMPLE:
            make_demo(made)
        return made

    def _answer(self, work: Callable[[], Workspace]) -> Workspace | Refusal:
        try:
            return work()
        except (Refused, Unavailable) as error:
            return Refusal(sentence(error), isinstance(error, WrongPassphrase), at_fault=isinstance(error, AT_FAULT))

    def _with_backup(self, folder: Path, refusal: Refusal) -> Refusal:
        """Return a refusal that names the newest good backup, if there is one."""
        newest = newest_good(folder)
        if newest is None:
            return refusal
        return replace(refusal, backup=newest.folder, when=moment_words(newest.made_at, self._clock.now()))
