# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel of one person: read, change in place, add to a session, take out."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget
from sqlalchemy.orm import Session

from app.attendance.inviting import invite
from app.clock import today
from app.days import short_day
from app.errors import NotFound
from app.i18n import _
from app.people.card import ContactRow, EmergencyRow, contact_of, emergency_contact_of, person_card
from app.people.commands import delete_person
from app.sessions.queries import SessionRow, coming_sessions
from db.journal import Op
from db.types import PersonId, SessionId
from ui.page import Page
from ui.parts.buttons import IconButton
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Scroll, Sheet
from ui.parts.text import Heading
from ui.people.editing import Editing
from ui.people.needs import NeedLines
from ui.people.reading import Reading
from ui.places import Place

MARGINS = (24, 20, 12, 20)


class PersonPanel(Sheet):
    """One person beside the list, or over it where there is little room.

    Signals:
        closed: the user has seen enough.
        session_asked: the user wants to see a session; argument: its id.
    """

    closed = Signal()
    session_asked = Signal(str)

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        super().__init__(look, gap=12, margins=MARGINS)
        self.setAccessibleName(_("One person"))
        self.person_id: PersonId | None = None
        self._page = page
        self.name = Heading(look, size="title")
        self.edit = IconButton(look, _("Change"), "edit")
        self.edit.setCheckable(True)
        self.close_button = IconButton(look, _("Close"), "close")
        self.reading = Reading(look, contact=self._contact, emergency=self._emergency)
        self.editing = Editing(look, page.change, NeedLines(look, page.change, self._today))
        self.faces = QStackedWidget()
        self.add_to = ChoiceField(look)
        self.add_to.describe(_("Add to a session"))
        self._assemble()
        self._listen()

    def show_person(self, person_id: PersonId) -> None:
        """Show somebody, to be read."""
        if person_id != self.person_id:
            self.settle()
            self.person_id = person_id
            self.set_editing(editing=False)
        self.refresh()

    def refresh(self) -> None:
        """Read the person anew; the panel closes when they are gone."""
        if self.person_id is None:
            return
        try:
            with self._page.desk.workspace.read() as tx:
                self._show(tx, self.person_id)
        except NotFound:
            self.person_id = None
            self.closed.emit()

    def set_editing(self, *, editing: bool) -> None:
        """Show the fields, or what is in them."""
        self.edit.setChecked(editing)
        self.edit.setToolTip(_("Done") if editing else _("Change"))
        self.edit.setAccessibleName(_("Done") if editing else _("Change"))
        self.edit.set_icon("ok" if editing else "edit")
        self.faces.setCurrentIndex(int(editing))
        if editing:
            self.editing.fields["name"].setFocus()

    def settle(self) -> None:
        """Save what is being typed, and hide what was revealed."""
        if self.person_id is not None:
            self.editing.leave()
            self.reading.hide_again()

    def _assemble(self) -> None:
        look = self.look
        top = Across(look, gap=4)
        top.addWidget(self.name, 1)
        for button in (self.edit, self.close_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        for face in (self.reading, self.editing):
            self.faces.addWidget(Scroll(look, face))
        self.column.addLayout(top)
        self.column.addWidget(self.faces, 1)
        self.column.addWidget(self.add_to)

    def _listen(self) -> None:
        self.edit.clicked.connect(self._on_edit)
        self.close_button.clicked.connect(self.closed)
        self.reading.session_asked.connect(self.session_asked)
        self.reading.record_asked.connect(partial(self._go, "record"))
        self.reading.erase_asked.connect(partial(self._go, "erase"))
        self.editing.delete_pressed.connect(self._delete)
        self.add_to.left_changed.connect(self._add_to_session)

    def _show(self, tx: Session, person_id: PersonId) -> None:
        card = person_card(tx, person_id)
        self.name.setText(card.name)
        self.reading.show_card(card)
        self.editing.show_card(card, contact_of(tx, person_id), emergency_contact_of(tx, person_id))
        known = {session.id for session in card.sessions}
        day = self._today()
        coming = [session for session in coming_sessions(tx, day) if session.id not in known]
        self.add_to.set_choices([("", _("Add to a session")), *((one.id, _session(one, day)) for one in coming)])
        self.add_to.setVisible(bool(coming))

    def _contact(self) -> ContactRow:
        with self._page.desk.workspace.read() as tx:
            return contact_of(tx, self._shown())

    def _emergency(self) -> EmergencyRow | None:
        with self._page.desk.workspace.read() as tx:
            return emergency_contact_of(tx, self._shown())

    def _shown(self) -> PersonId:
        return self.person_id or PersonId("")

    def _today(self) -> date:
        return today(self._page.desk.workspace.clock)

    def _on_edit(self) -> None:
        self.set_editing(editing=self.edit.isChecked())

    def _delete(self) -> None:
        person_id = self._shown()
        self._page.change(Op.DELETE_PERSON, lambda tx: delete_person(tx, person_id))

    def _go(self, page: str) -> None:
        self._page.desk.places.go(Place(page, self._shown()))

    def _add_to_session(self, session_id: str) -> None:
        person_id = self._shown()
        if session_id:
            self._page.change(
                Op.INVITE, lambda tx: invite(tx, SessionId(session_id), [person_id], None), refused=self.add_to.refuse
            )


def _session(row: SessionRow, day: date) -> str:
    held_on = short_day(row.held_on, day) if row.held_on else _("no day yet")
    return _("{day}: {title}").format(day=held_on, title=row.title)
