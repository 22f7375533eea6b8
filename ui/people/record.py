# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that is held of one person, saved for them: as a PDF to read, or as JSON for programs."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.documents.catalogue import PERSON_RECORD
from app.documents.commands import Exported
from app.documents.person_saving import export_person, export_person_json
from app.documents.style import PrintStyle, Variant
from app.documents.words import password_words
from app.errors import NotFound, Refused
from app.i18n import _
from app.people.card import person_card
from db.models import Person
from db.types import PersonId
from ui.desk import Desk
from ui.documents.protection import ProtectionChoice, how_it_opens
from ui.documents.saving import ask_folder, missing_words, started
from ui.documents.sheets import variant_choices
from ui.forms import Form
from ui.jobs import Job
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button, MainButton
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Label
from ui.parts.wrap import Wrap
from ui.places import Place


class RecordPage(Page):
    """One person's whole record, to be saved.

    Attributes:
        protection: What opens the PDF.
        save: Saves it as a PDF.
        save_json: Saves it as JSON, which has no password, after a question.
        back: Goes back to the person.
        said: What was saved, and what opens it.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=_("Everything we hold"), watched=(Person,))
        look = desk.look
        self._person_id = PersonId("")
        self._job: Job | None = None
        self.title = Heading(look, _("Everything we hold"), size="display")
        self.variant = ChoiceField(look, variant_choices(PERSON_RECORD.variants))
        self.protection = ProtectionChoice(look, how_it_opens(PERSON_RECORD.title()))
        self.save = MainButton(look, _("Save as PDF"), "save")
        self.save_json = Button(look, _("Save for programs (JSON)"), "document")
        self.back = Button(look, _("Back to the person"), "back")
        self.said = Banner(look, BannerKind.OK, "")
        self.first_focus = self.save
        self._assemble()
        self.save.clicked.connect(self._save)
        self.save_json.clicked.connect(self._save_json)
        self.back.clicked.connect(lambda: desk.places.go(Place("people", self._person_id)))

    def show_place(self, place: Place) -> None:
        """Offer the record of somebody; what was said of another one's is forgotten, the password too."""
        self._person_id = PersonId(place.id)
        self.said.hide()
        self.protection.forget()
        self.make_stale()

    def refresh(self) -> None:
        """Read whose record it is; one who is not there any more leads back to everybody."""
        if not self._person_id:
            return
        try:
            with self.desk.workspace.read() as tx:
                name = person_card(tx, self._person_id).name
        except NotFound:
            QTimer.singleShot(0, self, partial(self.desk.places.go, Place("people")))
            return
        self.title.setText(_("Everything we hold about {name}").format(name=name))

    def _save(self) -> None:
        workspace, person_id = self.desk.workspace, self._person_id
        with suppress(Refused):  # the field says why
            passwords = self.protection.passwords()
            folder = ask_folder(self)
            if folder is None:
                return
            style = PrintStyle("", variant=Variant(self.variant.text()))

            def tell(made: Exported) -> None:
                told = () if passwords.untold is None else password_words([made], passwords.untold)
                self._tell(made.path, "\n".join((*told, missing_words([made]))).strip())

            self._job = started(
                self,
                lambda _job: export_person(workspace, person_id, folder, style, password=passwords.restricted),
                tell,
            )

    def _save_json(self) -> None:
        workspace, person_id = self.desk.workspace, self._person_id
        explanation = _("A file for programs has no password: anyone who gets it can read it.")
        if not self.desk.asking.confirm(_("Save it without a password?"), explanation=explanation, verb=_("Save")):
            return
        folder = ask_folder(self)
        if folder is not None:
            self._job = started(
                self,
                lambda _job: export_person_json(workspace, person_id, folder),
                lambda path: self._tell(path, explanation),
            )

    def _tell(self, path: Path, sentence: str) -> None:
        self.protection.forget()
        self.said.say(_("Saved as {file}. Read it before you give it.").format(file=path), sentence)
        self.said.show()

    def _assemble(self) -> None:
        look = self.desk.look
        what = _(
            "All that is written of this person here, who entered it and when, and every change since. Names of others "
            "are replaced by [another person] where we know them; read it once before you hand it over."
        )
        form = Form(look, columns=1)
        form.add_row(_("Kind of print"), self.variant)
        form.add_whole(self.protection)
        self.protection.warning.say(
            _("Anyone who gets the file can read it."), _("Choose this only when they ask for it so.")
        )
        acts = QWidget()
        acts.setLayout(Wrap(look, self.save, self.save_json, self.back, gap=10))
        buttons = Across(look, gap=0, margins=(6, 0, 0, 6))  # room for the focus ring
        buttons.addWidget(acts, 1)
        inside = QWidget()
        inside.setLayout(Down(look, self.said, Label(look, what), Sheet(look, form), buttons, None, gap=14))
        self.body.addWidget(self.title)
        self.body.addWidget(Scroll(look, inside), 1)
        self.said.hide()
