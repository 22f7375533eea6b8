# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding somebody: one name is enough, the place in lists is shown, and who is there already is named."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.people.commands import add_person
from app.people.duplicates import SameRow
from app.people.names import split_name
from app.people.queries import same_as
from app.wording.people import field_word
from app.wording.vocabulary import role_named, role_word
from db.journal import Op
from db.types import PersonId, Role
from ui.forms import Form
from ui.page import Page
from ui.parts.buttons import Button, ButtonKind, IconButton, QuietButton
from ui.parts.fields import ChoiceField, LineField
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Label
from ui.people.parts import empty_out

LEAST = 3  # letters from which on we look for who is there already


class AddPerson(Sheet):
    """A short form beside the list.

    Signals:
        added: somebody was added; argument: their id.
        same_chosen: somebody who is there already was meant; argument: their id.
        closed: nobody is to be added.
    """

    added = Signal(str)
    same_chosen = Signal(str)
    closed = Signal()

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        super().__init__(look, gap=14)
        self.setAccessibleName(_("Add a person"))
        self._page = page
        self._suggested = ""
        form = Form(look, columns=1)
        self.name = form.add_row(field_word("name"), LineField(look), help=_("One name is enough."))
        self.family_name = form.add_row(
            field_word("family_name"),
            LineField(look),
            help=_("The family name, where there is one. It decides the place in lists."),
        )
        roles = [("", _("Not known yet")), *((role.value, role_word(role)) for role in Role)]
        self.role = form.add_row(field_word("usual_role"), ChoiceField(look, roles))
        self.close_button = IconButton(look, _("Close"), "close")
        self.add = Button(look, _("Add"), "walkIn", kind=ButtonKind.MAIN)
        self.same = QWidget()
        self._same_lines = Down(look, gap=2)
        self.same.setLayout(self._same_lines)
        top = Across(look, gap=4)
        top.addWidget(Heading(look, _("Add a person"), size="head"), 1)
        top.addWidget(self.close_button)
        self.column.addLayout(top)
        inside = QWidget()
        inside.setLayout(Down(look, form, self.same, self.add, None, gap=14))
        self.column.addWidget(Scroll(look, inside), 1)
        self._listen()

    def start(self, name: str) -> None:
        """Show an empty form, the name filled in where it was searched for."""
        self._suggested = ""
        for field in (self.family_name, self.role):
            field.set_text("")
        self.name.set_text(name)
        self._on_typed()
        self.name.setFocus()

    def _listen(self) -> None:
        self.name.line.textChanged.connect(self._on_typed)
        self.name.line.returnPressed.connect(self._on_return)
        self.family_name.line.returnPressed.connect(self._add)
        self.close_button.clicked.connect(self.closed)
        self.add.clicked.connect(self._add)

    def _on_typed(self) -> None:
        """Show where the name would stand, unless that was typed, and who is there already."""
        self.name.accept()
        if self.family_name.text() == self._suggested:
            self._suggested = split_name(self.name.text())[1] or ""
            self.family_name.set_text(self._suggested)
        self._show_same(self._same())

    def _same(self) -> list[SameRow]:
        if len(self.name.text()) < LEAST:
            return []
        with self._page.desk.workspace.read() as tx:
            return same_as(tx, self.name.text())

    def _show_same(self, rows: list[SameRow]) -> None:
        empty_out(self._same_lines)
        self.same.setVisible(bool(rows))
        if not rows:
            return
        self._same_lines.addWidget(Label(self.look, _("Here already?"), bold=True, ink="warnInk"))
        for row in rows:
            about = " · ".join(filter(None, (row.name, row.name_in_script, role_word(row.usual_role or ""))))
            button = QuietButton(self.look, about, "duplicate")
            button.setAccessibleName(_("Open {name}, who is here already").format(name=about))
            button.clicked.connect(partial(self._choose, row.id))
            self._same_lines.addWidget(button)

    def _choose(self, person_id: PersonId) -> None:
        self.same_chosen.emit(person_id)

    def _on_return(self) -> None:
        """Add at once, unless somebody like that is there: then adding is a step of its own."""
        if self.same.isHidden():
            self._add()
        else:
            self.add.setFocus()

    def _add(self) -> None:
        name, family, role = self.name.text(), self.family_name.text(), role_named(self.role.text())
        self._page.change(
            Op.ADD_PERSON,
            lambda tx: add_person(tx, name, family_name=family, usual_role=role),
            then=self.added.emit,
            refused=self.name.refuse,
        )
