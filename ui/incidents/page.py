# SPDX-License-Identifier: GPL-3.0-or-later
"""Incident and safeguarding notes of a session: write one at once; those kept before are shown only when asked for."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.clock import today
from app.documents.incident_note import DOCUMENT
from app.errors import NotFound
from app.i18n import _
from app.incidents.queries import NoteRow, incident_notes, incident_people
from app.sessions.queries import session_header
from app.sessions.words import called_words
from db.models import Attendance, DesignSession, IncidentNote, IncidentPerson, IncidentTold, Person
from db.types import SessionId
from ui.actions import Action
from ui.desk import Desk
from ui.documents.preview_place import place_of
from ui.documents.saving import Wanted
from ui.incidents.note import KeptNote
from ui.incidents.writing import Writing
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button
from ui.parts.sheet import Across, Down, Scroll
from ui.parts.text import Heading, Hint, Label
from ui.people.parts import empty_out
from ui.places import Place

WATCHED = (Attendance, DesignSession, IncidentNote, IncidentPerson, IncidentTold, Person)


class IncidentPage(Page):
    """A form for a note, and behind a button those that were kept.

    Attributes:
        session_id: The session they belong to.
        writing: The form.
        earlier: Shows what was kept before, or hides it.
        print: Shows it as it prints.
        notes: What was kept before, while it is shown; else nothing of it is read.
        told: Says that a note was kept.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=_("Incident note"), watched=WATCHED)
        look = desk.look
        self.session_id = SessionId("")
        self._day = today(desk.workspace.clock)
        self._is_new_place = False
        self._rows: Sequence[NoteRow] | None = None
        self.session = Hint(look, size="lead")
        self.whom = Label(look)
        self.writing = Writing(self)
        self.earlier = Button(look, _("Show earlier notes"), "show")
        self.print = Button(look, _("Print the notes"), "print")
        self.told = Banner(look, BannerKind.OK, "")
        self.notes: list[KeptNote] = []
        self._shown = QWidget()
        self._list = Down(look, gap=16)
        self.first_focus = self.writing.seen
        self._assemble()
        self.writing.kept.connect(self._on_kept)
        self.earlier.clicked.connect(self._show_or_hide)
        self.print.clicked.connect(self._print)
        self.add_act(Action.NEW_HERE, self._start_new)
        self.add_act(Action.PRINT, self._print)

    def refresh(self) -> None:
        """Read the session, whom a note may be about, and what was kept where that is asked for.

        A session that is gone leads to the list.
        """
        try:
            with self.desk.workspace.read() as tx:
                header = session_header(tx, self.session_id)
                people = incident_people(tx, self.session_id)
        except NotFound:
            self.desk.places.go(Place("sessions"))
            return
        now_on = today(self.desk.workspace.clock)
        self._day = min(header.held_on or now_on, now_on)
        self.session.setText(header.title)
        nobody = _("nobody is named yet, your organisation says who it is.")
        called = called_words(header.safeguarding_name, header.safeguarding_phone) or nobody
        words = _("If somebody is in danger, ring 999 first. Safeguarding lead: {called}")
        self.whom.setText(words.format(called=called))
        self.writing.offer_people(people)
        if self._is_new_place:
            self._is_new_place = False
            self.writing.open(self.session_id, self._day)
        if not self._shown.isHidden():
            self._read_notes()

    def show_place(self, place: Place) -> None:
        """Show the form for a session, with what was typed there before; nothing that was kept is shown."""
        self.session_id = SessionId(place.id)
        self.told.hide()
        self._show_earlier(shown=False)
        self._is_new_place = True
        self.make_stale()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold nothing that was kept while another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._show_earlier(shown=False)

    def _on_kept(self) -> None:
        words = _("Tell your safeguarding lead now. When you have, press “Somebody was told” under earlier notes.")
        self.told.say(_("The note is kept"), words)
        self.told.show()
        self._start_new()

    def _start_new(self) -> None:
        self.writing.open(self.session_id, self._day)
        self.writing.seen.setFocus()

    def _start_correction(self, note: NoteRow) -> None:
        self.writing.open(self.session_id, self._day, note)
        self.writing.seen.setFocus()

    def _show_or_hide(self) -> None:
        self._show_earlier(shown=self._shown.isHidden())

    def _show_earlier(self, *, shown: bool) -> None:
        """Read and show what was kept, or hold nothing of it."""
        self.earlier.setText(_("Hide earlier notes") if shown else _("Show earlier notes"))
        if shown:
            self._read_notes()
        else:
            self._fill(None)
        self._shown.setVisible(shown)

    def _read_notes(self) -> None:
        with self.desk.workspace.read() as tx:
            rows = incident_notes(tx, self.session_id)
        if rows != self._rows:
            self._fill(rows)

    def _fill(self, rows: Sequence[NoteRow] | None) -> None:
        """Put notes into the list; None puts nothing there."""
        self._rows, self.notes = rows, []
        empty_out(self._list)
        if rows is None:
            return
        by_id = {row.id: row for row in rows}
        for row in rows:
            note = KeptNote(self, row, by_id.get(row.corrects_id) if row.corrects_id else None)
            note.correct_asked.connect(partial(self._start_correction, row))
            self.notes.append(note)
            self._list.addWidget(note)
        if not self.notes:
            self._list.addWidget(Label(self.desk.look, _("No note was written of this session.")))

    def _print(self) -> None:
        self.desk.places.go(place_of(Wanted(self.session_id, (DOCUMENT.name,))))

    def _assemble(self) -> None:
        look = self.desk.look
        self._shown.setLayout(self._list)
        bar = Across(look, self.earlier, self.print, None, gap=10, margins=(6, 0, 0, 6))
        inside = QWidget()
        inside.setLayout(Down(look, self.whom, self.writing, bar, self._shown, None, gap=14))
        self.body.addWidget(self.told)
        self.body.addLayout(Across(look, Heading(look, _("Incident note"), size="display"), self.session, None, gap=14))
        self.body.addWidget(Scroll(look, inside), 1)
        self.told.hide()
        self._shown.hide()
