# SPDX-License-Identifier: GPL-3.0-or-later
"""Going back to a backup: its key found, the question asked, and done while the records are closed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.backup.keying import CopyKey, key_by_passphrase, key_in_use
from app.backup.restoring import restore
from app.backup.rules import Copy, newest
from app.i18n import _
from app.reminders.ages import moment_words
from app.security.keys import LEAST_KIB
from app.workspace import Workspace
from ui.backup.errands import Work
from ui.desk import Desk
from ui.places import Place
from ui.reopening import Way, Wish

RESTORED = Place("backups", tab="restored")


class Restoring(QObject):
    """Finds what opens a backup, asks whether it shall take the place of the records, and lets that be done.

    Signals:
        refused: it cannot be done; argument: a sentence.
        passphrase_asked: the key of the open records does not open it; argument: the Copy.
    """

    refused = Signal(str)
    passphrase_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject, *, least_kib: int = LEAST_KIB) -> None:
        super().__init__(parent)
        self._desk = desk
        self._least_kib = least_kib

    def begin(self, copy: Copy) -> None:
        """Go back to a backup that the key of the open records opens; else ask for its passphrase."""
        workspace = self._desk.workspace
        folder, raw = workspace.folder, workspace.key
        self._find(copy, lambda _job: key_in_use(folder, copy.folder, raw))

    @Slot()
    def begin_newest(self) -> None:
        """Go back to the newest good backup."""
        copy = newest(self._desk.keeping.copies)
        if copy is not None:
            self.begin(copy)

    @Slot()
    def go_to_page(self) -> None:
        """Show the page of backups, where one can be chosen."""
        self._desk.places.go(Place("backups", tab="restore"))

    def try_passphrase(self, copy: Copy, passphrase: str) -> None:
        """Go back to a backup of the passphrase that it was made under."""
        folder, least_kib = self._desk.workspace.folder, self._least_kib
        self._find(copy, lambda _job: key_by_passphrase(folder, copy.folder, passphrase, least_kib=least_kib))

    def _find(self, copy: Copy, work: Work) -> None:
        """Look for the key beside the window: a stick is slow, and so is a passphrase on purpose."""
        self._desk.keeping.ask(work, partial(self._on_key, copy), self.refused.emit, title=_("Looking at the backup"))

    def _on_key(self, copy: Copy, key: CopyKey | None) -> None:
        if key is None:
            self.passphrase_asked.emit(copy)
            return
        when = moment_words(copy.made_at, self._desk.workspace.clock.now())
        if self._desk.asking.confirm(
            _("Restore the backup of {when}?").format(when=when), explanation=restore_words(), verb=_("Restore")
        ):
            saying = _("Restoring the backup of {when}").format(when=when)
            self._desk.reopening.run(Wish(partial(_restored, copy.folder, key), saying, RESTORED))


def restore_words() -> str:
    """Return what restoring does, for the question."""
    return _(
        "The records become what they were then: what was typed after it is not in them any more. "
        "What they are now is kept first, as a backup called “before restoring”."
    )


def _restored(copy: Path, key: CopyKey, folder: Path, way: Way) -> Workspace:
    return restore(folder, copy, key, clock=way.clock, migrate=way.migrate)
