# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets of a session: which, how people sign, how large, and where they go."""

from PySide6.QtWidgets import QWidget

from app.documents.catalogue import DOCUMENTS, SIGN_IN_SHEET, DocumentClass
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import PrintSize
from app.i18n import _
from ui.documents.saving import ask_folder, folder_of, save_sheets
from ui.forms import Form
from ui.jobs import Job
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button, MainButton
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Hint
from ui.parts.ticks import Tick
from ui.sessions.tab import Tab


class Sheets(Tab):
    """Choose, then save as PDF files."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("Sheets"))
        look = page.desk.look
        self.ticks = {document.name: Tick(look, document.title()) for document in DOCUMENTS}
        self.mode = ChoiceField(look, [(mode.value, words) for mode, words in _modes().items()])
        self.print_size = ChoiceField(look, [(size.value, words) for size, words in _sizes().items()])
        self.folder = Hint(look, size="body")
        self.save = MainButton(look, _("Save as PDF"), "save")
        self.elsewhere = Button(look, _("Choose another folder"), "folder")
        self.said = Banner(look, BannerKind.OK, "")
        self.first_focus = self.save
        self._job: Job | None = None
        form = Form(look)
        form.add_heading(_("Sheets of this session"))
        for document in DOCUMENTS:
            tick = self.ticks[document.name]
            tick.setChecked(True)
            tick.toggled.connect(self._on_ticked)
            form.add_whole(tick)
            if document.shown_to is DocumentClass.RESTRICTED:
                form.add_whole(Hint(look, _("For the person in charge only. Keep the file where nobody else looks.")))
        form.add_row(_("How people sign"), self.mode, help=_("Nobody needs to read who signed before."))
        form.add_row(_("Size of print"), self.print_size)
        acts = Across(look, self.save, self.elsewhere, None, gap=10, margins=(6, 0, 0, 6))  # room for the focus ring
        inside = QWidget()
        inside.setLayout(Down(look, self.said, Sheet(look, form), self.folder, acts, None, gap=14))
        self.setLayout(Down(look, Scroll(look, inside), gap=0))
        self.said.hide()
        self.save.clicked.connect(self._save)
        self.elsewhere.clicked.connect(self._choose_folder)

    def refresh(self) -> None:
        """Read where sheets go."""
        folder = folder_of(self.page)
        self.folder.setText(_("They go into {folder}.").format(folder=folder) if folder else "")
        self.folder.setVisible(folder is not None)

    def settle(self) -> None:
        """Forget what was said of the last sheets."""
        self.said.hide()

    def _on_ticked(self, _ticked: bool) -> None:
        nothing = not any(tick.isChecked() for tick in self.ticks.values())
        self.save.set_reason(_("Choose at least one sheet.") if nothing else "")
        self.mode.setEnabled(self.ticks[SIGN_IN_SHEET.name].isChecked())

    def _save(self) -> None:
        names = [name for name, tick in self.ticks.items() if tick.isChecked()]
        size, mode = PrintSize(self.print_size.text()), SignInMode(self.mode.text())
        self._job = save_sheets(self.page, self.session_id, names, size, mode, self._tell)

    def _tell(self, words: str) -> None:
        self.refresh()
        self.said.say(words)
        self.said.show()

    def _choose_folder(self) -> None:
        ask_folder(self.page)
        self.refresh()


def _modes() -> dict[SignInMode, str]:
    return {
        SignInMode.LIST: _("One list to tick"),
        SignInMode.SLIPS: _("One slip for each person"),
        SignInMode.COVERED: _("One list with a cover strip"),
    }


def _sizes() -> dict[PrintSize, str]:
    return {PrintSize.STANDARD: _("Standard, 12 point"), PrintSize.LARGE: _("Large print, 18 point")}
