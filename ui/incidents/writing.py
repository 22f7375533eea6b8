# SPDX-License-Identifier: GPL-3.0-or-later
"""The form for an incident note, new or a correction; nothing typed is lost when somebody has to run."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from app.clock import local
from app.errors import Refused
from app.i18n import _
from app.incidents.commands import add_incident_note
from app.incidents.errors import StillAhead
from app.incidents.queries import NoteRow
from app.incidents.rules import Noted, check_noted
from app.wording.incidents import note_title
from db.journal import Op
from db.types import PersonId, SessionId
from ui.drafted import Drafted
from ui.forms import Form
from ui.incidents.telling import TellingFields, readable, refuse
from ui.page import Page
from ui.parts.buttons import Button, MainButton
from ui.parts.fields import ChoiceField, LineField, TextField
from ui.parts.sheet import Across, Sheet
from ui.parts.text import Heading, Hint
from ui.parts.when import DateField, TimeField


class Writing(Sheet):
    """One note as it is written.

    Attributes:
        seen: What was seen and heard.
        words_of: In whose words.
        on: On which day.
        at: When, on the venue's own clock.
        involved: Who was involved, in free words.
        person: Somebody in the records, by id.
        done: What was done at once.
        telling: Who was told already.
        keep: Keeps it.
        instead: Leaves a correction for a new note.

    Signals:
        kept: it is kept.
    """

    kept = Signal()

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        super().__init__(look, gap=14)
        self._page = page
        self._session_id, self._held_on = SessionId(""), date.min
        self._corrects: NoteRow | None = None
        self.heading = Heading(look, size="head")
        self.seen, self.words_of = TextField(look), LineField(look)
        self.on, self.at = DateField(look), TimeField(look)
        self.involved, self.person, self.done = TextField(look), ChoiceField(look), TextField(look)
        self.telling = TellingFields(look)
        self.keep = MainButton(look, _("Keep this note"), "save")
        self.instead = Button(look, _("Write a new note instead"), "back")
        self._assemble()
        fields = {
            "seen": self.seen,
            "words_of": self.words_of,
            "on": self.on,
            "at": self.at,
            "involved": self.involved,
            "person": self.person,
            "done": self.done,
            **self.telling.by_name(),
        }
        self._drafted = Drafted(page.desk.workspace, fields, self)
        self.keep.clicked.connect(self._keep)
        self.instead.clicked.connect(self._new_instead)

    def open(self, session_id: SessionId, held_on: date, corrects: NoteRow | None = None) -> None:
        """Show a fresh form, or what waits of what was typed before.

        Args:
            session_id: Where it happened.
            held_on: The day on which it probably did.
            corrects: The note that is to be put right.
        """
        self._session_id, self._held_on, self._corrects = session_id, held_on, corrects
        usual = {"on": f"{held_on:%d/%m/%Y}", "told_on": f"{self._here():%d/%m/%Y}"}
        self._drafted.open(f"incident|{session_id}|{corrects.id if corrects else ''}|", usual)
        words = _("Correction of the note: {note}").format(note=note_title(corrects)) if corrects else _("A new note")
        self.heading.setText(words)
        self.instead.setVisible(corrects is not None)

    def offer_people(self, people: Sequence[tuple[PersonId, str]]) -> None:
        """Offer who was asked to the session; who was chosen stays chosen."""
        chosen = self.person.text()
        self.person.set_choices([("", _("Nobody chosen")), *people])
        self.person.set_text(chosen)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing typed be lost."""
        self._drafted.save()
        super().hideEvent(event)

    def _keep(self) -> None:
        """Keep it for good, unless something of it cannot be so."""
        if not readable(self.on, self.at, self.telling.on, self.telling.at) or not self._stands():
            return
        noted, telling, person = self._noted(), self.telling.telling(), PersonId(self.person.text())
        told = telling if telling.name or telling.role or telling.at else None
        session_id, corrects = self._session_id, self._corrects.id if self._corrects else None
        by, now = self._page.desk.workspace.member, self._page.desk.workspace.clock.now()
        if told is None or self.telling.stands(self._here()):
            self._page.change(
                Op.ADD_INCIDENT_NOTE,
                lambda tx: add_incident_note(
                    tx, session_id, noted, by=by, now=now, person_id=person or None, corrects=corrects, telling=told
                ),
                then=self._on_kept,
                refused=self.seen.refuse,
            )

    def _noted(self) -> Noted:
        return Noted(
            seen=self.seen.text(),
            words_of=self.words_of.text(),
            involved=self.involved.text(),
            done=self.done.text(),
            on=self.on.day(),
            at=self.at.moment(),
        )

    def _stands(self) -> bool:
        try:
            check_noted(self._noted(), self._here())
        except StillAhead as error:
            refuse(self.at, error)
        except Refused as error:
            refuse(self.seen, error)
        else:
            return True
        return False

    def _on_kept(self, _note: object) -> None:
        self._drafted.clear()
        self.kept.emit()

    def _new_instead(self) -> None:
        self.open(self._session_id, self._held_on)
        self.seen.setFocus()

    def _here(self) -> datetime:
        return local(self._page.desk.workspace.clock.now())

    def _assemble(self) -> None:
        look, form = self.look, Form(self.look)
        plainly = _("Only what you saw and heard yourself, as plainly as you can. Not what it may mean.")
        form.add_row(_("What was seen and heard"), self.seen, help=plainly, whole_width=True)
        whose = _("Yours, or the person’s own as you remember them.")
        form.add_row(_("In whose words"), self.words_of, help=whose, whole_width=True)
        form.add_row(_("Day"), self.on)
        form.add_row(_("Time"), self.at)
        form.add_row(_("Who was involved"), self.involved)
        form.add_row(_("What was done at once"), self.done)
        linked = _("Only if they are on the list of this session. It is not shown on their page.")
        form.add_row(_("Whom it is about"), self.person, help=linked, whole_width=True)
        form.add_heading(_("Already told"))
        self.telling.put_into(form)
        once = _("Once kept it is not changed or taken away. You can add a correction, and who was told later.")
        for item in (self.heading, form, Hint(look, once, size="body")):
            self.column.addWidget(item)
        self.column.addLayout(Across(look, self.keep, self.instead, None, gap=10))
