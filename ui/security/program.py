# SPDX-License-Identifier: GPL-3.0-or-later
"""The door and what is behind it, one after the other, in one window."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.clock import Clock, today
from app.door import Preferences, lock_workspace, team_at, workspace_at, write_preferences
from app.errors import Refused, Unavailable
from app.i18n import _
from app.security.errors import WrongPassphrase
from app.security.keys import LEAST_KIB, PROGRAM_COST, Cost, open_keys
from ui.asking import Asking, Dialogs
from ui.look.look import Look
from ui.security.first_start import Beginning, FirstStart, Wanted
from ui.security.frame import Frame
from ui.security.loading import Loading
from ui.security.task import Task
from ui.security.unlock import UnlockPage

if TYPE_CHECKING:
    from app.workspace import Workspace
    from ui.security.inside import Inside


class Shown(Enum):
    """What the window opens."""

    WORKSPACE = "workspace"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Setup:
    """What the program is given from outside.

    Attributes:
        clock: Says what time it is.
        preferences: Where this laptop's preferences are kept.
        migrate: Brings older records up to date.
        cost: The work of one guess at a new passphrase.
        least_kib: The least work that is accepted of keys; only tests give less than the usual.
        asking: Asks for folders; None opens dialogs.
    """

    clock: Clock
    preferences: Path
    migrate: Callable[[Path, bytes], None]
    cost: Cost = PROGRAM_COST
    least_kib: int = LEAST_KIB
    asking: Asking | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the door stays shut."""

    sentence: str
    wrong_passphrase: bool


class Program(QObject):
    """Everything between the start and the end of the program.

    Attributes:
        folder: Where the workspace lies that is shown or asked for.
        frame: The window.
        unlock: The unlock page.
        first_start: The first start, while there is one.
        inside: The unlocked workspace, or None while it is locked.

    Signals:
        painted: the door has been painted.
        opened: a workspace is unlocked and shown.
        shut: it was locked again.
        moved: another folder is shown.
    """

    painted = Signal()
    opened = Signal()
    shut = Signal()
    moved = Signal()

    def __init__(self, look: Look, folder: Path, loading: Loading, setup: Setup) -> None:
        super().__init__()
        self.look = look
        self.folder = folder
        self.frame = Frame()
        self.unlock = UnlockPage(look, setup.clock, today(setup.clock))
        self.first_start: FirstStart | None = None
        self.inside: Inside | None = None
        self._loading = loading
        self._setup = setup
        self._task: Task | None = None
        self._then: Callable[[Workspace], object] = self._enter
        self._made: Workspace | None = None
        self._hint = ""
        self._asking = setup.asking or Dialogs(look, self.frame)
        self.unlock.tried.connect(self._on_tried)
        self.unlock.other_asked.connect(self._choose_other)
        self.frame.closing.connect(self._on_closing)
        self.frame.painted.connect(self.painted)
        self.frame.add(self.unlock)

    def open(self, shown: Shown) -> None:
        """Show the window; the rest is loaded once it has been painted."""
        self.painted.connect(self._loading.start)
        if shown is Shown.SAMPLE:
            self.unlock.show_team(_("Sample project"), "")
            self.unlock.show_opening(_("Making the sample"))
            self.frame.show_page(self.unlock)
            self._run(lambda: self._loading.wait().open_sample(self._setup.clock), self._enter_sample)
        else:
            self._show_door("")
        self.frame.show()

    def _show_door(self, reason: str) -> None:
        """Show the unlock page, or the first start where there is nothing to unlock."""
        if workspace_at(self.folder):
            self.unlock.show_team(team_at(self.folder), reason)
            self.frame.show_page(self.unlock)
        else:
            self._show_first_start()

    def _show_first_start(self) -> None:
        self.first_start = FirstStart(self.look, self.folder)
        self.first_start.finished.connect(self._on_finished)
        self.first_start.begun.connect(self._on_begun)
        self.first_start.folder_asked.connect(self._choose_place)
        self.first_start.existing_asked.connect(self._choose_other)
        self.frame.show_page(self.first_start)

    @Slot(str)
    def _on_tried(self, passphrase: str) -> None:
        self.unlock.show_opening(_("Opening"))
        self._run(partial(self._unlock, passphrase), self._enter)

    @Slot(object)
    def _on_finished(self, wanted: Wanted) -> None:
        if self.first_start is not None:
            self.first_start.show_making()
            self._run(partial(self._make, wanted), self._keep_made)

    @Slot()
    def _on_begun(self) -> None:
        made, self._made = self._made, None
        if made is not None:
            self._enter(made)

    @Slot()
    def _choose_place(self) -> None:
        folder = self._asking.folder(_("A folder for the new workspace"))
        if folder is not None and self.first_start is not None:
            self._move(folder)
            self.first_start.show_folder(folder)

    @Slot()
    def _choose_other(self) -> None:
        folder = self._asking.folder(_("The folder of a workspace"))
        if folder is not None:
            self._drop_first_start()
            self._move(folder)
            self._show_door("")

    def _move(self, folder: Path) -> None:
        self.folder = folder
        self.moved.emit()

    def _drop_first_start(self) -> None:
        if self.first_start is not None:
            self.frame.remove(self.first_start)
            self.first_start = None

    def _unlock(self, passphrase: str) -> "Workspace":
        lock = lock_workspace(self.folder)
        try:
            key = open_keys(self.folder, passphrase, least_kib=self._setup.least_kib)
            rest = self._loading.wait()
            setup = self._setup
            return rest.open_workspace(self.folder, key, lock=lock, clock=setup.clock, migrate=setup.migrate)
        except BaseException:
            lock.release()
            raise

    def _make(self, wanted: Wanted) -> "Workspace":
        rest = self._loading.wait()
        made = rest.create_workspace(
            wanted.folder,
            team=wanted.team,
            member=wanted.member,
            passphrase=wanted.passphrase,
            clock=self._setup.clock,
            cost=self._setup.cost,
        )
        if wanted.beginning is Beginning.SAMPLE:
            rest.fill_sample(made)
        return made

    def _keep_made(self, made: "Workspace") -> None:
        self._made = made
        if self.first_start is not None:
            self.first_start.show_done()

    def _enter_sample(self, sample: "Workspace") -> None:
        self._hint = _("In the sample the PIN is six zeros.")
        self._enter(sample)

    def _enter(self, workspace: "Workspace") -> None:
        """Show an unlocked workspace in the window."""
        self.unlock.forgive()
        self.unlock.passphrase.clear()
        self.inside = self._loading.wait().inside(
            self.frame,
            self.look,
            workspace,
            least_kib=self._setup.least_kib,
            asking=self._setup.asking,
            hint=self._hint,
        )
        self.inside.locked.connect(self._on_locked)
        self.inside.quit_asked.connect(self.frame.close)
        self._drop_first_start()
        self.opened.emit()

    @Slot(str)
    def _on_locked(self, why: str) -> None:
        self._leave()
        self._show_door(why)
        self.shut.emit()

    @Slot()
    def _on_closing(self) -> None:
        if self.inside is not None:
            self.inside.close()
            self._leave()
        if self._made is not None:
            self._made.close()
        theme = self.look.chosen_theme
        kept = Preferences(str(self.folder), theme or "", round(self.look.text_scale * 100))
        with suppress(Unavailable):  # the next start is only less comfortable
            write_preferences(self._setup.preferences, kept)

    def _leave(self) -> None:
        if self.inside is not None:
            self.inside.deleteLater()
            self.inside = None
            self._hint = ""

    def _run(self, work: "Callable[[], Workspace]", then: "Callable[[Workspace], object]") -> None:
        """Run work beside the window, then go on with the workspace it made, or show why there is none."""
        self._then = then
        self._task = Task(partial(_answer, work, self._loading), self)
        self._task.done.connect(self._on_answer)
        self._task.failed.connect(self._on_bug)
        self._task.start()

    @Slot(object)
    def _on_answer(self, answer: "Workspace | Refusal") -> None:
        if not isinstance(answer, Refusal):
            self._then(answer)
        elif self.first_start is not None:
            self.first_start.refuse(answer.sentence)
        elif answer.wrong_passphrase:
            self.unlock.refuse_passphrase(answer.sentence)
        else:
            self.unlock.refuse(answer.sentence)

    @Slot(object)
    def _on_bug(self, error: Exception) -> None:
        """Let the report of bugs have it, in the window's own thread, and let the user try again."""
        self._show_door("")
        raise error


def _answer(work: "Callable[[], Workspace]", loading: Loading) -> "Workspace | Refusal":
    try:
        return work()
    except (Refused, Unavailable) as error:
        return Refusal(loading.wait().sentence(error), isinstance(error, WrongPassphrase))
