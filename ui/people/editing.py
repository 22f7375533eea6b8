# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of one person, to be changed: every field is saved as it is left."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget
from sqlalchemy.orm import Session

from app.i18n import _
from app.people.card import ContactRow, EmergencyRow, PersonCard
from app.people.commands import change_person
from app.wording.people import field_word
from app.wording.vocabulary import role_named, role_word
from db.journal import Op
from db.types import PersonId, Role
from ui.forms import Form
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.fields import Field, LineField, TextField
from ui.parts.sheet import Down
from ui.parts.ticks import Tick
from ui.people.belonging import AffiliationLines, CommunityRoleLines, EmergencyFields
from ui.people.needs import NeedLines
from ui.people.parts import Change, Saved, save_field

ABOUT = ("name", "family_name", "known_as", "name_in_script", "say_it", "pronouns", "languages", "usual_role")
TELLING = ("matters", "interests")
FOOD = ("allergy", "diet")
REACH = ("reach_by", "phone", "email", "address")
LONG = frozenset({"matters", "interests", "address", "note"})


class Editing(QWidget):
    """One person to be changed.

    Signals:
        delete_pressed: the user wants to take the person out.
    """

    delete_pressed = Signal()

    def __init__(self, look: Look, change: Change, needs: NeedLines) -> None:
        super().__init__()
        self.look = look
        self._change = change
        self._saved = Saved()
        self._person_id: PersonId | None = None
        self.fields: dict[str, Field] = {}
        self.needs = needs
        self.affiliations = AffiliationLines(look, change)
        self.community_roles = CommunityRoleLines(look, change)
        self.emergency = EmergencyFields(look, change, needs.today)
        self.do_not_contact = Tick(look, field_word("do_not_contact"))
        self.delete = Button(look, _("Delete this person"), "delete", small=True)
        self.form = Form(look, columns=1)
        self._fill()
        self.setLayout(Down(look, self.form, self.delete, None, gap=16))
        self.do_not_contact.clicked.connect(self._on_do_not_contact)
        self.delete.clicked.connect(self.delete_pressed)

    def show_card(self, card: PersonCard, contact: ContactRow, emergency: EmergencyRow | None) -> None:
        """Show what is known of somebody; a field that is being typed in keeps what stands in it."""
        anew = card.id != self._person_id
        self._person_id = card.id
        texts = _texts(card, contact)
        self._saved.show({field: texts[name] for name, field in self.fields.items()}, anew=anew)
        self.do_not_contact.setChecked(card.do_not_contact)
        self.needs.show_needs(card.id, card.needs, anew=anew)
        self.affiliations.show_rows(card.id, card.affiliations, anew=anew)
        self.community_roles.show_rows(card.id, card.community_roles, anew=anew)
        self.emergency.show_contact(card.id, emergency, anew=anew)

    def leave(self) -> None:
        """Save what is being typed, as if the focus had left it."""
        for field in self.findChildren(Field):
            field.leave()

    def _fill(self) -> None:
        self._add("", ABOUT)
        self._complete_roles()
        self._add("", TELLING)
        self._part(_("Needs"), self.needs)
        self._add(_("Food"), FOOD)
        self._part(_("Organisations and networks"), self.affiliations)
        self._part(_("In the community"), self.community_roles)
        self._add(_("How to reach"), REACH)
        self.form.add_whole(self.do_not_contact)
        self._part(_("Emergency contact"), self.emergency)
        self._add(_("Note"), ("note",))

    def _add(self, title: str, names: tuple[str, ...]) -> None:
        if title:
            self.form.add_heading(title)
        for name in names:
            field = TextField(self.look) if name in LONG else LineField(self.look)
            self.fields[name] = self.form.add_row(field_word(name), field, help=_help(name))
            field.left_changed.connect(partial(self._on_left, name))

    def _part(self, title: str, widget: QWidget) -> None:
        self.form.add_heading(title)
        self.form.add_whole(widget)

    def _complete_roles(self) -> None:
        field = self.fields["usual_role"]
        if isinstance(field, LineField):
            completer = QCompleter([role_word(role) for role in Role], field.line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.line.setCompleter(completer)

    def _on_left(self, name: str, text: str) -> None:
        if self._person_id is None:
            return
        person_id, value = self._person_id, role_named(text) if name == "usual_role" else text

        def work(tx: Session) -> None:
            change_person(tx, person_id, **{name: value})

        save_field(self._change, self.fields[name], Op.CHANGE_PERSON, work)

    def _on_do_not_contact(self) -> None:
        person_id, ticked = self._person_id, self.do_not_contact.isChecked()
        if person_id is not None:
            self._change(Op.CHANGE_PERSON, lambda tx: change_person(tx, person_id, do_not_contact=ticked))


def _texts(card: PersonCard, contact: ContactRow) -> Mapping[str, str]:
    texts = {
        "name": card.name,
        "family_name": card.family_name,
        "known_as": card.known_as,
        "name_in_script": card.name_in_script,
        "say_it": card.say_it,
        "pronouns": card.pronouns,
        "languages": card.languages,
        "usual_role": role_word(card.usual_role or ""),
        "matters": card.matters,
        "interests": card.interests,
        "allergy": card.allergy,
        "diet": card.diet,
        "reach_by": card.reach_by,
        "phone": contact.phone,
        "email": contact.email,
        "address": contact.address,
        "note": card.note,
    }
    return {name: text or "" for name, text in texts.items()}


def _help(name: str) -> str:
    return {
        "family_name": _("The family name, where there is one. It decides the place in lists."),
        "say_it": _("As it sounds: Shee-reen Ak-ter."),
        "usual_role": _("One of the roles in the room, or your own words."),
        "matters": _("In their own words."),
        "allergy": _("A safety matter, kept apart from diet."),
    }.get(name, "")
