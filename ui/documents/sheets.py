# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets of a session: which, how people sign, how large, and where they go."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtWidgets import QWidget

from app.documents.catalogue import DOCUMENTS, SIGN_IN_SHEET, DocumentClass, document_named
from app.documents.document import USUAL
from app.documents.pack import PACKS
from app.documents.passwords import IN_CLEAR, Passwords
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import Variant
from app.documents.variants import nearest, offered, variant_words, without_easy_read_words
from app.errors import Refused
from app.i18n import _
from ui.documents.choosing import SheetsChoice
from ui.documents.preview_place import place_of
from ui.documents.protection import ProtectionChoice, save_locked_button
from ui.documents.saving import Wanted, ask_folder, folder_of, open_sheets, save_sheets
from ui.forms import Form
from ui.jobs import Job
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button, MainButton
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Hint
from ui.parts.wrap import Wrap
from ui.sessions.tab import Tab

RESTRICTED = tuple(document for document in DOCUMENTS if document.shown_to is DocumentClass.RESTRICTED)


class Sheets(Tab):
    """Choose, then save as PDF files, or open in the system's viewer."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("Sheets"))
        look = page.desk.look
        self.choice = SheetsChoice(look)
        self.ticks = self.choice.ticks
        self.mode = ChoiceField(look, [(mode.value, words) for mode, words in _modes().items()])
        self.variant = ChoiceField(look)
        self.not_easy = Hint(look, size="body")
        self.folder = Hint(look, size="body")
        self.save = MainButton(look, _("Save as PDF"), "save")
        self.save_locked = save_locked_button(look)
        self.pack = Button(look, _("Print the whole pack"), "print")
        self.look_first = Button(look, _("Look at them first"), "show")
        self.view = Button(look, _("Open in the PDF viewer"), "document")
        self.elsewhere = Button(look, _("Choose another folder"), "folder")
        self.protection = ProtectionChoice(look, _("How restricted sheets open"))
        self.said = Banner(look, BannerKind.OK, "")
        self.first_focus = self.save
        self._job: Job | None = None
        form = Form(look)
        form.add_whole(self.choice)
        form.add_row(_("How people sign"), self.mode, help=_("Nobody needs to read who signed before."))
        form.add_row(_("Kind of print"), self.variant)
        form.add_whole(self.not_easy)
        form.add_whole(self.protection)
        acts = QWidget()
        acts.setLayout(Wrap(look, self.save, self.save_locked, self.look_first, self.view, self.elsewhere, gap=10))
        buttons = Across(look, gap=0, margins=(6, 0, 0, 6))  # room for the focus ring
        buttons.addWidget(acts, 1)
        inside = QWidget()
        pack = Sheet(look, Heading(look, _("Everything for the morning"), size="head"), *self._pack_lines(), gap=10)
        inside.setLayout(Down(look, self.said, pack, Sheet(look, form), self.folder, buttons, None, gap=14))
        self.setLayout(Down(look, Scroll(look, inside), gap=0))
        self.said.hide()
        self._on_ticked()
        self.choice.changed.connect(self._on_ticked)
        self.variant.left_changed.connect(self._on_variant)
        self.save.clicked.connect(self._save)
        self.save_locked.clicked.connect(self._save_locked)
        self.pack.clicked.connect(self._print_pack)
        self.look_first.clicked.connect(self.look_at_them)
        self.view.clicked.connect(self._view)
        self.elsewhere.clicked.connect(self._choose_folder)

    def refresh(self) -> None:
        """Read where sheets go."""
        folder = folder_of(self.page)
        self.folder.setText(_("They go into {folder}.").format(folder=folder) if folder else "")
        self.folder.setVisible(folder is not None)

    def settle(self) -> None:
        """Forget what was said of the last sheets, and the password."""
        self.said.hide()
        self.protection.forget()

    def look_at_them(self) -> None:
        """Show the sheets that are ticked, page by page, to be printed or saved from there."""
        if self._ticked():
            self.page.desk.places.go(place_of(self._wanted(self._ticked())))

    def _pack_lines(self) -> tuple[QWidget, Across]:
        look = self.page.desk.look
        words = _(
            "Every sheet that is needed before the doors open, in order, with blank spares and what to do if the "
            "laptop dies. You see it first. Print it on one side of the paper."
        )
        return Hint(look, words), Across(look, self.pack, None, margins=(6, 0, 0, 6))

    def _print_pack(self) -> None:
        """Show the whole pack to print, and beside it the two parts of it to save."""
        self.page.desk.places.go(place_of(self._wanted([pack.name for pack in PACKS])))

    def _on_ticked(self) -> None:
        nothing = _("Choose at least one sheet.")
        restricted = _("A restricted sheet is not given to another program. Save it with a password.")
        for button in (self.save, self.look_first):
            button.set_reason("" if self._ticked() else nothing)
        self.view.set_reason("" if self._open_to_all() else restricted if self._ticked() else nothing)
        self.mode.setEnabled(self.ticks[SIGN_IN_SHEET.name].isChecked())
        self.protection.setVisible(self._any_restricted())
        self.save_locked.setVisible(bool(self._open_to_all()))
        self._offer_variants()

    def _offer_variants(self) -> None:
        """Offer what the sheets that are ticked are made in, and keep what was chosen, or what is nearest to it."""
        variants = offered(document_named(name) for name in self._ticked()) or USUAL
        chosen = nearest(variants, Variant(self.variant.text() or Variant.STANDARD))
        self.variant.set_choices(variant_choices(variants))
        self.variant.set_text(chosen.value)
        self._show_not_easy()

    def _on_variant(self, _key: str) -> None:
        self._show_not_easy()

    def _show_not_easy(self) -> None:
        """Say which sheets come in large print, where easy read is chosen and they have none."""
        variant, ticked = Variant(self.variant.text()), [document_named(name) for name in self._ticked()]
        words = without_easy_read_words(one.title() for one in ticked if variant not in one.variants)
        self.not_easy.setText(words)
        self.variant.combo.setAccessibleDescription(words)
        self.not_easy.setVisible(bool(words))

    def _ticked(self) -> list[str]:
        return self.choice.ticked()

    def _open_to_all(self) -> list[str]:
        """Return the sheets that are ticked and not restricted."""
        restricted = {document.name for document in RESTRICTED}
        return [name for name in self._ticked() if name not in restricted]

    def _any_restricted(self) -> bool:
        return self._ticked() != self._open_to_all()

    def _wanted(self, names: Sequence[str]) -> Wanted:
        variant, mode = Variant(self.variant.text()), SignInMode(self.mode.text())
        return Wanted(self.session_id, tuple(names), variant, mode)

    def _save(self) -> None:
        with suppress(Refused):  # the field says why
            self._save_to_open(self._passwords())

    def _save_locked(self) -> None:
        with suppress(Refused):
            self._save_to_open(self._passwords().everywhere())

    def _save_to_open(self, passwords: Passwords) -> None:
        self._job = save_sheets(self.page, self._wanted(self._ticked()), passwords, self._tell)

    def _passwords(self) -> Passwords:
        """Return what was chosen for the restricted sheets; where there are none, nothing was.

        Raises:
            Refused: The password of one's own is none that protects; its field says so.
        """
        return self.protection.passwords() if self._any_restricted() else IN_CLEAR

    def _view(self) -> None:
        self._job = open_sheets(self.page, self._wanted(self._open_to_all()), self._tell)

    def _tell(self, words: str, sentence: str) -> None:
        self.refresh()
        self.protection.forget()
        self.said.say(words, sentence)
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


def variant_choices(variants: Sequence[Variant]) -> list[tuple[str, str]]:
    """Return what a field offers: key and words of each variant."""
    return [(variant.value, variant_words()[variant]) for variant in variants]
