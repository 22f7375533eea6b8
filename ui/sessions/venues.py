# SPDX-License-Identifier: GPL-3.0-or-later
"""Venues: the list, and beside it one venue with its access checklist, to be changed in place."""

from collections.abc import Sequence
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
from ui.parts.buttons import Button
from ui.parts.fields import ChoiceField, Field, LineField, TextField
from ui.parts.sheet import Down, Scroll, Sheet
from ui.people.parts import Saved
from ui.sessions.listing import Listing
from ui.tables import Cell, Column, Words, cell


class VenuesListing(Listing):
    """Venues by name."""

    def __init__(self, page: Page) -> None:
        self.card = VenueForm(page)
        super().__init__(
            page,
            (
                Column(_("Venue"), _name),
                Column(_("Holds"), _holds, width=110, line=1),
                Column(_("Last used"), _last_used, width=190, line=2, hide_when_narrow=True),
            ),
            name=_("Venues"),
            search=(_("Search venues"), _("Name or address")),
            add=(_("Add a venue"), _("Name of a new venue")),
            empty=(_("No venues here"), _("Type the name of the first one above and press Enter.")),
            beside=self.card,
        )
        self.card.delete.clicked.connect(self._delete)

    def rows(self) -> Sequence[VenueRow]:
        """Return the venues that are looked for."""
        with self.page.desk.workspace.read() as tx:
            return venues_list(tx, self.search.text())

    def refresh(self) -> None:
        """Read the list and the venue beside it."""
        super().refresh()
        if not self.side.isHidden():
            self.show_beside(shown=self.card.refresh())

    def add_named(self, name: str) -> None:
        """Add a venue."""
        self.page.change(Op.ADD_VENUE, lambda tx: add_venue(tx, name), then=self.added, refused=self.new_name.refuse)

    def open(self, row_id: str) -> None:
        """Show a venue beside the list."""
        self.card.show_venue(VenueId(row_id))
        self.table.select(row_id)
        self.show_beside(shown=True)

    def close_part(self) -> bool:
        """Save what is being typed, then show the list alone."""
        self.card.settle()
        return super().close_part()

    def _delete(self) -> None:
        venue_id = self.card.venue_id
        self.page.change(Op.DELETE_VENUE, lambda tx: delete_venue(tx, venue_id))


class VenueForm(Sheet):
    """One venue: where it is, whom it holds, where to gather, and what was found out about it."""

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        super().__init__(look, margins=(20, 16, 10, 16))
        self.setAccessibleName(_("One venue"))
        self.page = page
        self.venue_id = VenueId("")
        self._saved = Saved()
        self._anew = True
        self.fields: dict[str, Field] = {}
        self.answers: dict[str, tuple[ChoiceField, LineField]] = {}
        self.delete = Button(look, _("Delete this venue"), "delete", small=True)
        self.form = Form(look, columns=1)
        self._add("name", self.form.add_row(_("Name"), LineField(look)))
        self._add("address", self.form.add_row(_("Address"), TextField(look)))
        self._add("capacity", self.form.add_row(_("Holds"), LineField(look), unit=_("people")))
        gather = _("Where to gather when the building must be left.")
        self._add("muster_point", self.form.add_row(_("Muster point"), LineField(look), help=gather))
        self._add("note", self.form.add_row(_("Note"), TextField(look)))
        self.form.add_heading(_("Access"))
        inside = QWidget()
        inside.setLayout(Down(look, self.form, self.delete, None, gap=16))
        self.column.addWidget(Scroll(look, inside), 1)

    def show_venue(self, venue_id: VenueId) -> None:
        """Show a venue."""
        self.settle()
        self._anew = venue_id != self.venue_id
        self.venue_id = venue_id
        self.refresh()

    def refresh(self) -> bool:
        """Read the venue; return whether it is still there."""
        with self.page.desk.workspace.read() as tx:
            if self.venue_id not in {row.id for row in venues_list(tx)}:
                return False
            card = venue_card(tx, self.venue_id)
        texts = {
            self.fields["name"]: card.name,
            self.fields["address"]: card.address or "",
            self.fields["capacity"]: "" if card.capacity is None else str(card.capacity),
            self.fields["muster_point"]: card.muster_point or "",
            self.fields["note"]: card.note or "",
        }
        for row in card.access:
            choice, note = self.answers.get(row.item) or self._ask(row)
            texts |= {choice: row.answer.value, note: row.note or ""}
        self._saved.show(texts, anew=self._anew)
        self._anew = False
        return True

    def settle(self) -> None:
        """Save what is being typed."""
        for field in (*self.fields.values(), *(field for pair in self.answers.values() for field in pair)):
            field.leave()

    def _add(self, name: str, field: Field) -> None:
        self.fields[name] = field
        field.left_changed.connect(partial(self._on_left, name))

    def _on_left(self, name: str, text: str) -> None:
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
