# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's door. It is painted first; the rest of the program is imported behind it, and unlocking waits for that.

Nothing heavy may be imported at the top of this file or of what it imports: a test fails when SQLAlchemy, Alembic,
ReportLab or qasync is loaded at the first paint.
"""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCryptographicHash, QDir, QLockFile, QObject, Slot
from PySide6.QtWidgets import QApplication

from app.door import VARIABLE, Preferences, default_folder, preferences_file, read_preferences
from app.i18n import _, use_translations
from ui.look.look import Look
from ui.look.tokens import Theme
from ui.security.loading import Loading
from ui.security.program import Program
from ui.security.setup import Setup, Shown
from ui.tidying import Tidying

if TYPE_CHECKING:
    from db.errors import Unavailable
    from ui.security.behind import Behind
    from ui.security.doorbell import Doorbell
    from ui.security.first_start import FirstStart

DONE, IN_USE = 0, 3


def start(folder: Path | None, shown: Shown) -> int:
    """Run the program with a window and return its exit status.

    Args:
        folder: Where the workspace lies; None takes the one that was open last, or the usual place.
        shown: What the window opens.
    """
    use_translations()
    setup = Setup(None, preferences_file(), migrate)
    preferences = read_preferences(setup.preferences)
    chosen = folder or (Path(preferences.folder) if preferences.folder else default_folder())
    held = lock_of(chosen)
    if shown is Shown.WORKSPACE and not held.tryLock(0):
        return ring_other(chosen)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Peapod")
    Tidying(application)
    look = look_of(preferences)
    look.load_first_fonts()
    look.apply(application)
    program = Program(look, chosen, Loading(partial(import_rest, setup)), first_start)
    afterwards = Afterwards(program, application, held)
    program.painted.connect(afterwards.finish_start)
    program.painted.connect(afterwards.hear_bugs)
    if shown is Shown.WORKSPACE:
        program.painted.connect(afterwards.hang_bell)
        program.moved.connect(afterwards.hang_bell)
    program.open(shown)
    return application.exec()


class Afterwards(QObject):
    """What can wait until the door has been painted: keeping what is typed there to itself, all fonts, the bell."""

    def __init__(self, program: Program, application: QApplication, held: QLockFile) -> None:
        super().__init__()
        self._program = program
        self._application = application
        self._held = held
        self._bell: Doorbell | None = None

    @Slot()
    def finish_start(self) -> None:
        """Do what could wait."""
        from app.privacy import keep_memory_private, take_variable
        from ui.parts.focus import FocusRings

        keep_memory_private()
        take_variable(VARIABLE)
        self._rings = FocusRings(self._program.look, self._application)
        self._program.frame.show_icon()
        self._program.look.load_fonts()

    @Slot()
    def hang_bell(self) -> None:
        """Hear when another program wants the workspace that is shown."""
        from ui.security.doorbell import Doorbell

        if self._bell is not None:
            self.take_down()
            self._held = lock_of(self._program.folder)
            self._held.tryLock(0)
        bell = Doorbell(bell_name(self._program.folder), self)
        bell.rung.connect(self._program.frame.come_up)
        self._bell = bell

    @Slot()
    def hear_bugs(self) -> None:
        """From now on show an error that nobody expected as a report to copy."""
        from ui.bugs import Bugs

        self._bugs = Bugs(self)
        self._bugs.found.connect(self._show_bug)
        self._bugs.met.connect(self._show_fault)
        self._bugs.listen()

    @Slot(str)
    def _show_bug(self, report: str) -> None:
        from ui.bugs import BugReport

        dialog = BugReport(self._program.look, report, self._program.frame)
        dialog.open()

    @Slot(object)
    def _show_fault(self, fault: "Unavailable") -> None:
        """Let the page that is shown tell of a fault of the world; while there is none it is told as a bug is."""
        from app.bugs import report_of

        page = None if self._program.inside is None else self._program.inside.window.page
        if page is None:
            self._show_bug(report_of(fault))
        else:
            page.meet(fault)

    @Slot()
    def take_down(self) -> None:
        """Hear nothing any more, and let another window show the workspace."""
        if self._bell is not None:
            self._bell.remove()
        self._bell = None
        self._held.unlock()


def lock_of(folder: Path) -> QLockFile:
    """Return the lock by which a window tells other programs that it shows a workspace; the system frees it."""
    return QLockFile(str(Path(QDir.tempPath()) / f"{bell_name(folder)}.lock"))


def ring_other(folder: Path) -> int:
    """Ask the window that shows a workspace to come up, and return the exit status of this program."""
    from ui.security.doorbell import ring

    if ring(bell_name(folder)):
        return DONE
    sys.stderr.write(_("Records are open in another window. Close it, then try again.") + "\n")
    return IN_USE


def look_of(preferences: Preferences) -> Look:
    """Return the look that was chosen on this laptop."""
    known = preferences.theme in set(Theme)
    return Look(theme=Theme(preferences.theme) if known else None, text_scale=preferences.text_percent / 100)


def bell_name(folder: Path) -> str:
    """Return the name under which the window that shows a workspace is rung; it tells nothing of the folder."""
    digest = QCryptographicHash.hash(QByteArray(str(folder.resolve()).encode()), QCryptographicHash.Algorithm.Sha256)
    return f"peapod-{digest.toHex().toStdString()[:24]}"


def migrate(path: Path, key: bytes) -> None:
    """Bring older records up to date."""
    from db.migrations.run import upgrade

    upgrade(path, key)


def first_start(look: Look, folder: Path) -> "FirstStart":
    """Return the first start; it is imported only where there is nothing to unlock."""
    from ui.security.first_start import FirstStart

    return FirstStart(look, folder)


def import_rest(setup: Setup) -> "Behind":
    """Import the whole program and return what the door needs of it."""
    from ui.security.behind import Behind

    return Behind(setup)
