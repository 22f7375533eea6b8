# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving the recovery sheet to a drive that can be taken away."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.documents.style import PrintSize, PrintStyle
from app.i18n import _
from app.recovery.sheet import save_sheet, sheet_file_name
from app.security.placement import System
from app.workspace import Workspace
from ui.asking import Asking
from ui.jobs import Job
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.chip import Chip, ChipKind
from ui.parts.sheet import Across, Down
from ui.parts.ticks import Tick


class SheetSaving(QWidget):
    """A button, the size of print, and what came of it.

    Attributes:
        save: Asks where to, and saves.
        large: Whether the words are in large print.
        said: What came of it; hidden before.
    """

    def __init__(self, look: Look, workspace: Workspace, asking: Asking, *, system: System | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._asking = asking
        self._system = system
        self._job: Job | None = None
        self.save = Button(look, _("Save the recovery sheet"), "recoverySheet")
        self.large = Tick(look, _("In large print"))
        self.said = Chip(look, "", size="body")
        self.said.hide()
        self.save.clicked.connect(self._save)
        self.setLayout(Down(look, Across(look, self.save, self.large, None, gap=16), self.said, gap=8))
        self.setFocusProxy(self.save)

    def _save(self) -> None:
        workspace, system = self._workspace, self._system
        path = self._asking.save_file(
            _("Save the recovery sheet to a USB stick"),
            name=sheet_file_name(workspace),
            kinds=_("PDF files (*.pdf)"),
        )
        if path is None:
            return
        style = PrintStyle("", size=PrintSize.LARGE if self.large.isChecked() else PrintSize.STANDARD)
        self.said.hide()
        self.save.set_reason(_("Saving the recovery sheet"))
        self._job = Job(lambda _job: save_sheet(workspace, path, style, system=system), self)
        self._job.finished.connect(self._on_saved)
        self._job.refused.connect(self._on_refused)
        self._job.failed.connect(self._on_bug)
        self._job.start()

    @Slot(object)
    def _on_saved(self, _nothing: object) -> None:
        words = _(
            "Saved. Print it, delete the file from the stick, then type the last group from the paper in Settings."
        )
        self._say(words, "saved", ChipKind.BARE_OK)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._say(sentence, "stop", ChipKind.BARE_STOP)

    @Slot(object)
    def _on_bug(self, error: Exception) -> None:
        """Let the report of bugs have it, in the window's own thread."""
        self.save.set_reason("")
        raise error

    def _say(self, words: str, icon: str, kind: ChipKind) -> None:
        self.save.set_reason("")
        self.said.show_words(words, icon, kind)
        self.save.setAccessibleDescription(words)
        self.said.show()
