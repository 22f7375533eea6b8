# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery sheet on its way to paper: printed here, or saved to a drive that can be taken away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.documents.style import PrintStyle, Variant
from app.i18n import _
from app.recovery.sheet import draw_sheet, save_sheet, sheet_file_name
from app.security.placement import System
from app.workspace import Workspace
from ui.asking import Asking
from ui.jobs import Job
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.chip import Chip, ChipKind
from ui.parts.sheet import Across, Down
from ui.parts.ticks import Tick
from ui.parts.wrap import Wrap
from ui.printing import print_pdf
from ui.refusals import refusals_shown


class SheetSaving(QWidget):
    """Two buttons, the size of print, and what came of it.

    Attributes:
        print: Asks for a printer, and prints; no file is left.
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
        self._next = ""
        self.print = Button(look, _("Print the recovery sheet"), "print")
        self.save = Button(look, _("Save it to a USB stick"), "save")
        self.large = Tick(look, _("In large print"))
        self.said = Chip(look, "", size="body")
        self.said.hide()
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        ways = (Wrap(look, self.print, self.large, gap=16), Across(look, self.save, None))
        self.setLayout(Down(look, *ways, self.said, gap=8))
        self.setFocusProxy(self.print)

    def _print(self) -> None:
        with refusals_shown(self._on_refused):
            printer = self._asking.printer(_("Print the recovery sheet"))
            if printer is not None:
                draw = partial(draw_sheet, self._workspace, self._style())
                words = _("Printed. Take the page at once, then type its last group in Settings.")
                self._run(lambda: print_pdf(draw(), printer), _("Printing the recovery sheet"), words)

    def _save(self) -> None:
        path = self._asking.save_file(
            _("Save the recovery sheet to a USB stick"),
            name=sheet_file_name(self._workspace),
            kinds=_("PDF files (*.pdf)"),
        )
        if path is not None:
            work = partial(save_sheet, self._workspace, path, self._style(), system=self._system)
            words = _("Saved. Print it, delete the file from the stick, then type its last group in Settings.")
            self._run(work, _("Saving the recovery sheet"), words)

    def _style(self) -> PrintStyle:
        return PrintStyle("", variant=Variant.LARGE_PRINT if self.large.isChecked() else Variant.STANDARD)

    def _run(self, work: Callable[[], object], reason: str, words: str) -> None:
        """Run work beside the window; afterwards `words` say what to do next."""
        self.said.hide()
        for button in (self.print, self.save):
            button.set_reason(reason)
        self._next = words
        self._job = Job(lambda _job: work(), self)
        self._job.finished.connect(self._on_done)
        self._job.refused.connect(self._on_refused)
        self._job.failed.connect(self._on_bug)
        self._job.start()

    @Slot(object)
    def _on_done(self, _nothing: object) -> None:
        self._say(self._next, "saved", ChipKind.BARE_OK)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._say(sentence, "stop", ChipKind.BARE_STOP)

    @Slot(object)
    def _on_bug(self, error: Exception) -> None:
        """Let the report of bugs have it, in the window's own thread."""
        self._rest()
        raise error

    def _say(self, words: str, icon: str, kind: ChipKind) -> None:
        self._rest()
        self.said.show_words(words, icon, kind)
        for button in (self.print, self.save):
            button.setAccessibleDescription(words)
        self.said.show()

    def _rest(self) -> None:
        for button in (self.print, self.save):
            button.set_reason("")
