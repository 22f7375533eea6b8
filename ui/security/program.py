# SPDX-License-Identifier: GPL-3.0-or-later
"""The door and what is behind it, one after the other, in one window."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.door import Preferences, team_at, workspace_at
from app.i18n import _
from ui.look.look import Look
from ui.security.frame import Frame
from ui.security.loading import Loading
from ui.security.setup import Refusal, Shown
from ui.security.sheet_door import SheetDoor
from ui.security.task import Task
from ui.security.unlock import UnlockPage

if TYPE_CHECKING:
    from app.clock import Clock
    from app.workspace import Workspace
    from ui.places import Place
    from ui.reopening import Wish
    from ui.security.first_start import FirstStart, Wanted
    from ui.security.inside import Inside

BuildFirstStart = Callable[[Look, Path], "FirstStart"]


class Program(QObject):
    """Everything between the start and the end of the program.

    Attributes:
        folder: Where the workspace lies that is shown or asked for.
        frame: The window.
        unlock: The unlock page.
        first_start: The first start, while there is one.
        sheet_door: The way in with the recovery sheet.
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

    def __init__(
        self,
        look: Look,
        folder: Path,
        loading: Loading,
        build_first_start: BuildFirstStart,
        clock: "Clock | None" = None,
    ) -> None:
        """Make the window; a clock of None is the laptop's."""
        super().__init__()
        self._clock = clock
        self.look = look
        self.folder = folder
        self.frame = Frame()
        self.unlock = UnlockPage(look)
        self.first_start: FirstStart | None = None
        self.sheet_door = SheetDoor(self.frame, look, loading, self)
        self.inside: Inside | None = None
        self._loading = loading
        self._build_first_start = build_first_start
        self._task: Task | None = None
        self._then: Callable[[Workspace], object] = self._enter
        self._made: Workspace | None = None
        self._backup: Path | None = None
        self._hint = ""
        self.unlock.tried.connect(self._on_tried)
        self.unlock.other_asked.connect(self._choose_other)
        self.unlock.sheet_asked.connect(self._on_sheet)
        self.sheet_door.opened.connect(self._enter)
        self.sheet_door.left.connect(self._show_unlock)
        self.sheet_door.failed.connect(self._on_bug)
        self.unlock.restore_asked.connect(self._on_restore)
        self.frame.closing.connect(self._on_closing)
        self.frame.painted.connect(self.painted)
        self.frame.add(self.unlock)

    def open(self, shown: Shown) -> None:
        """Show the window; the rest is loaded once it has been painted."""
        self.painted.connect(self._loading.start)
        if shown is Shown.SAMPLE:
            self.unlock.show_team(_("Sample project"), "", self._today())
            self.unlock.show_opening(_("Making the sample"))
            self.frame.show_page(self.unlock)
            self._run(lambda: self._loading.wait().make_sample(), self._enter_sample)
        else:
            self._show_door("")
        self.frame.show()

    def _show_door(self, reason: str) -> None:
        """Show the unlock page, or the first start where there is nothing to unlock."""
        if workspace_at(self.folder):
            self.unlock.show_team(team_at(self.folder), reason, self._today())
            self.frame.show_page(self.unlock)
        else:
            self._show_first_start()

    def _today(self) -> date:
        """Return the day of this laptop, as a postmark has it."""
        now = datetime.now(UTC) if self._clock is None else self._clock.now()
        return now.astimezone().date()

    def _show_first_start(self) -> None:
        self.first_start = self._build_first_start(self.look, self.folder)
        self.first_start.finished.connect(self._on_finished)
        self.first_start.begun.connect(self._on_begun)
        self.first_start.folder_asked.connect(self._choose_place)
        self.first_start.existing_asked.connect(self._choose_other)
        self.frame.show_page(self.first_start)

    @Slot(str)
    def _on_tried(self, passphrase: str) -> None:
        self.unlock.show_opening(_("Opening"))
        folder = self.folder
        self._run(lambda: self._loading.wait().unlock(folder, passphrase), self._enter)

    @Slot(object)
    def _on_finished(self, wanted: "Wanted") -> None:
        if self.first_start is not None:
            self.first_start.show_making()
            self._run(lambda: self._loading.wait().make(wanted), self._keep_made)

    @Slot()
    def _on_begun(self) -> None:
        made, self._made = self._made, None
        if made is not None:
            self._enter(made)

    @Slot()
    def _choose_place(self) -> None:
        folder = self._ask_folder(_("A folder for the new workspace"))
        if folder is not None and self.first_start is not None:
            self._move(folder)
            self.first_start.show_folder(folder)

    @Slot()
    def _choose_other(self) -> None:
        folder = self._ask_folder(_("The folder of a workspace"))
        if folder is not None:
            self._drop_first_start()
            self._move(folder)
            self._show_door("")

    @Slot(str, str)
    def _on_restore(self, when: str, passphrase: str) -> None:
        """Let the backup that was offered take the place of the records, once that is confirmed."""
        behind, folder, backup = self._loading.wait(), self.folder, self._backup
        if backup is not None and behind.confirm_restore(self.look, self.frame, when):
            self.unlock.show_opening(_("Restoring the backup of {when}").format(when=when))
            self._run(lambda: behind.restore(folder, backup, passphrase), self._enter)

    @Slot()
    def _on_sheet(self) -> None:
        self.unlock.show_opening(_("Opening"))
        self.sheet_door.open(self.folder)

    @Slot()
    def _show_unlock(self) -> None:
        self._show_door("")

    def _ask_folder(self, title: str) -> Path | None:
        return self._loading.wait().asking(self.look, self.frame).folder(title)

    def _move(self, folder: Path) -> None:
        self.folder = folder
        self.moved.emit()

    def _drop_first_start(self) -> None:
        if self.first_start is not None:
            self.frame.remove(self.first_start)
            self.first_start = None

    def _keep_made(self, made: "Workspace") -> None:
        self._made = made
        if self.first_start is not None:
            self.first_start.show_done(self._loading.wait().sheet_saving(self.look, made, self.frame))

    def _enter_sample(self, sample: "Workspace") -> None:
        self._hint = _("In the sample the PIN is six zeros.")
        self._enter(sample)

    @Slot(object)
    def _enter(self, workspace: "Workspace") -> None:
        """Show an unlocked workspace in the window."""
        self.unlock.forgive()
        self.inside = self._loading.wait().enter(self.frame, self.look, workspace, hint=self._hint)
        self.inside.locked.connect(self._on_locked)
        self.inside.left_for.connect(self._on_left_for)
        self.inside.quit_asked.connect(self.frame.close)
        self._drop_first_start()
        self.sheet_door.close()
        self.opened.emit()

    @Slot(str)
    def _on_locked(self, why: str) -> None:
        self._leave()
        self._show_door(why)
        self.shut.emit()

    @Slot(object)
    def _on_left_for(self, wish: "Wish") -> None:
        """Do what needs the records closed, and open them again; a refusal stands at the door."""
        self._leave()
        self._show_door("")
        self.unlock.show_opening(wish.saying)
        folder = self.folder
        self._run(lambda: self._loading.wait().fulfil(folder, wish), partial(self._come_back, wish.then))

    def _come_back(self, place: "Place", workspace: "Workspace") -> None:
        self._enter(workspace)
        if self.inside is not None:
            self.inside.window.desk.places.go(place)

    @Slot()
    def _on_closing(self) -> None:
        if self.inside is not None:
            self.inside.close()
            self._leave()
        if self._made is not None:
            self._made.close()
        behind = self._loading.there()
        if behind is not None:
            theme = self.look.chosen_theme or ""
            behind.keep(Preferences(str(self.folder), theme, round(self.look.text_scale * 100)))

    def _leave(self) -> None:
        if self.inside is not None:
            self.inside.deleteLater()
            self.inside = None
            self._hint = ""

    def _run(self, work: "Callable[[], Workspace | Refusal]", then: "Callable[[Workspace], object]") -> None:
        """Run work beside the window, then go on with the workspace it made, or show why there is none."""
        self._then = then
        self._task = Task(work, self)
        self._task.done.connect(self._on_answer)
        self._task.failed.connect(self._on_bug)
        self._task.start()

    @Slot(object)
    def _on_answer(self, answer: "Workspace | Refusal") -> None:
        if not isinstance(answer, Refusal):
            self._then(answer)
        elif self.first_start is not None:
            self.first_start.refuse(answer.sentence)
        elif answer.backup is not None:
            self._backup = answer.backup
            self.unlock.refuse(answer.sentence)
            self.unlock.offer(answer.when)
        elif answer.wrong_passphrase:
            self.unlock.refuse_for_a_while(answer.sentence, self._loading.wait().wait_longer())
        else:
            self.unlock.refuse(answer.sentence)

    @Slot(object)
    def _on_bug(self, error: Exception) -> None:
        """Let the report of bugs have it, in the window's own thread, and let the user try again."""
        self._show_door("")
        raise error
