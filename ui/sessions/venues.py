# SPDX-License-Identifier: GPL-3.0-or-later
"""Venues: the list, and beside it one venue with its access checklist, to be changed in place."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.days import day_words
from app.i18n import _
from app.sessions.cards import AccessRow, VenueRow, venue_card, venues_list
from app.sessions.commands import add_venue, answer_access, change_venue, delete_venue
from app.sessions.fields import VenueFields, capacity_in
from db.journal import Op
from db.types import Answer, VenueId
from ui.forms import Form
from ui.page import Page
from ui.parts.fields import ChoiceField, Field, LineField, TextField
from ui.parts.sheet import Down, Scroll
from ui.sessions.carded import Card, CardListing
from ui.tables import Cell, Column, Words, cell


class VenuesListing(CardListing):
    """Venues by name."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            page,
            VenueForm(page),
            (
                Column(_("Venue"), _name),
                Column(_("Holds"), _holds, width=110, line=1),
                Column(_("Last used"), _last_used, width=190, line=2, hide_when_narrow=True),
            ),
            name=_("Venues"),
            search=(_("Search venues"), _("Name or address")),
            add=(_("Add a venue"), _("Name of a new venue")),
            empty=(_("No venues here"), _("Type the name of the first one above and press Enter.")),
        )

    def rows(self) -> Sequence[VenueRow]:
        """Return the venues that are looked for."""
        with self.page.desk.workspace.read() as tx:
            return venues_list(tx, self.search.text())

    def add_named(self, name: str) -> None:
        """Add a venue."""
        self.page.change(Op.ADD_VENUE, lambda tx: add_venue(tx, name), then=self.added, refused=self.new_name.refuse)

    def delete(self, record_id: str) -> None:
        """Take a venue away."""
        self.page.change(Op.DELETE_VENUE, lambda tx: delete_venue(tx, VenueId(record_id)))


class VenueForm(Card):
    """One venue: where it is, whom it holds, where to gather, and what was found out about it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, name=_("One venue"), delete=_("Delete this venue"))
        look = self.look
        self.answers: dict[str, tuple[ChoiceField, LineField]] = {}
        self.form = Form(look, columns=1)
        self.add_field("name", self.form.add_row(_("Name"), LineField(look)))
        self.add_field("address", self.form.add_row(_("Address"), TextField(look)))
        self.add_field("capacity", self.form.add_row(_("Holds"), LineField(look), unit=_("people")))
        gather = _("Where to gather when the building must be left.")
        self.add_field("muster_point", self.form.add_row(_("Muster point"), LineField(look), help=gather))
        self.add_field("note", self.form.add_row(_("Note"), TextField(look)))
        self.form.add_heading(_("Access"))
        inside = QWidget()
        inside.setLayout(Down(look, self.form, self.delete, None, gap=16))
        self.column.addWidget(Scroll(look, inside), 1)

    @property
    def venue_id(self) -> VenueId:
        """Which venue is shown."""
        return VenueId(self.record_id)

    def read(self) -> Mapping[Field, str]:
        """Return what each field shows, the access checklist too.

        Raises:
            NotFound: The venue is gone.
        """
        with self.page.desk.workspace.read() as tx:
            card = venue_card(tx, self.venue_id)
        texts: dict[Field, str] = {
            self.fields["name"]: card.name,
            self.fields["address"]: card.address or "",
            self.fields["capacity"]: "" if card.capacity is None else str(card.capacity),
            self.fields["muster_point"]: card.muster_point or "",
            self.fields["note"]: card.note or "",
        }
        for row in card.access:
            choice, note = self.answers.get(row.item) or self._ask(row)
            texts |= {choice: row.answer.value, note: row.note or ""}
        return texts

    def all_fields(self) -> Sequence[Field]:
        """Return every field, the answers of the checklist too."""
        return [*super().all_fields(), *(field for pair in self.answers.values() for field in pair)]

    def change(self, name: str, text: str) -> None:
        """Change one field of the venue."""
        field, venue_id = self.fields[name], self.venue_id

        def work(tx: Session) -> None:
            value = capacity_in(text) if name == "capacity" else text
            change_venue(tx, venue_id, **cast("VenueFields", {name: value}))

        self.page.change(Op.CHANGE_VENUE, work, then=lambda _made: field.accept(), refused=field.refuse)

    def _ask(self, row: AccessRow) -> tuple[ChoiceField, LineField]:
        words = {Answer.UNKNOWN: _("Not known"), Answer.YES: _("Yes"), Answer.NO: _("No")}
        choice = ChoiceField(self.look, [(answer.value, word) for answer, word in words.items()])
        note = LineField(self.look, _("Note"))
        note.describe(_("{item}: note").format(item=_(row.short)))
        self.form.add_row(_(row.short), choice, help=_(row.question))
        self.form.add_whole(note)
        for field in (choice, note):
            field.left_changed.connect(partial(self._answer, row.item))
        self.answers[row.item] = (choice, note)
        return choice, note

    def _answer(self, item: str, _text: str) -> None:
        venue_id, (choice, note) = self.venue_id, self.answers[item]
        answer, said = Answer(choice.text()), note.text()

        def work(tx: Session) -> None:
            answer_access(tx, venue_id, item, answer=answer, note=said)

        self.page.change(Op.CHANGE_VENUE, work, refused=note.refuse)


def _name(row: VenueRow) -> Cell:
    return cell(Words(row.name, bold=True), Words(row.address, ink="ink2") if row.address else "")


def _holds(row: VenueRow) -> Cell:
    return cell("" if row.capacity is None else str(row.capacity))


def _last_used(row: VenueRow) -> Cell:
    return cell("" if row.last_used is None else day_words(row.last_used))
