# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of one person, to be read; how to reach them and whom to ring are shown only when asked for."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.days import day_and_month, day_words
from app.i18n import _, ngettext
from app.people.card import CommunityRoleRow, ContactRow, EmergencyRow, PersonCard, SessionRow
from app.people.kinds import need_kind, need_label
from app.wording.vocabulary import role_word
from db.types import AffiliationKind
from ui.look.look import Look
from ui.parts.buttons import QuietButton
from ui.parts.chip import Chip, ChipKind
from ui.parts.sheet import Across, Down, Rule
from ui.parts.text import Hint, Label
from ui.people.parts import empty_out, need_line, section

MOST_SESSIONS = 6


class Reading(QWidget):
    """One person to be read.

    Signals:
        session_asked: the user wants to see a session; argument: its id.
        record_asked: the user wants the person's whole record.
        erase_asked: the user wants to erase the person.
    """

    session_asked = Signal(str)
    record_asked = Signal()
    erase_asked = Signal()

    def __init__(
        self,
        look: Look,
        *,
        contact: Callable[[], ContactRow],
        emergency: Callable[[], EmergencyRow | None],
    ) -> None:
        super().__init__()
        self.look = look
        self._contact = contact
        self._emergency = emergency
        self._card: PersonCard | None = None
        self.column = Down(look, gap=10)
        self.setLayout(self.column)

    def show_card(self, card: PersonCard) -> None:
        """Show a person; what was revealed of another one is hidden again."""
        if card == self._card:
            return
        self._card = card
        empty_out(self.column)
        for place, part in enumerate(self._parts(card)):
            if place:
                self.column.addWidget(Rule(self.look))
            self.column.addWidget(part)
        self.column.addStretch(1)

    def hide_again(self) -> None:
        """Hide how to reach them and whom to ring."""
        card, self._card = self._card, None
        if card is not None:
            self.show_card(card)

    def _parts(self, card: PersonCard) -> Iterator[QWidget]:
        makers = (self._names, self._needs, self._belongs, self._reach, self._ring, self._came, self._note, self._held)
        return (part for make in makers if (part := make(card)) is not None)

    def _names(self, card: PersonCard) -> QWidget | None:
        look = self.look
        lines: list[QWidget] = [Label(look, words, size="lead") for words in (card.name_in_script,) if words]
        said = (
            (_("Known as {name}"), card.known_as),
            (_("Say it: {name}"), card.say_it),
            (_("Pronouns: {name}"), card.pronouns),
            (_("Languages: {name}"), card.languages),
        )
        lines += [Hint(look, words.format(name=value), size="body") for words, value in said if value]
        if card.usual_role:
            lines.append(Label(look, role_word(card.usual_role)))
        if card.matters:
            matters = Label(look, _("“{words}”").format(words=card.matters))
            lines.append(section(look, _("What matters to me"), matters))
        return _under(look, lines)

    def _needs(self, card: PersonCard) -> QWidget | None:
        look = self.look
        lines: list[QWidget] = []
        if card.allergy:
            lines.append(Chip(look, _("Allergy: {what}").format(what=card.allergy), "needAllergy", ChipKind.STOP))
        for need in card.needs:
            words = need.detail or need_label(need.kind)
            lines.append(need_line(look, need_kind(need.kind).icon, words, need.status))
        if card.diet:
            lines.append(need_line(look, "needFood", card.diet))
        return section(look, _("Needs"), *lines) if lines else None

    def _belongs(self, card: PersonCard) -> QWidget | None:
        look = self.look
        parts: list[QWidget] = []
        for kind, title in (
            (AffiliationKind.ORGANISATION, _("Organisations")),
            (AffiliationKind.NETWORK, _("Networks")),
        ):
            names = [Label(look, row.name) for row in card.affiliations if row.kind is kind]
            if names:
                parts.append(section(look, title, *names))
        roles = [Label(look, _community_role(role)) for role in card.community_roles]
        if roles:
            parts.append(section(look, _("In the community"), *roles))
        if card.interests:
            parts.append(section(look, _("Would like to work with us on"), Label(look, card.interests)))
        return _under(look, parts)

    def _reach(self, card: PersonCard) -> QWidget | None:
        if not (card.has_contact or card.reach_by or card.do_not_contact):
            return None
        look = self.look
        lines: list[QWidget] = []
        if card.do_not_contact:
            lines.append(Chip(look, _("Do not contact"), "doNotContact", ChipKind.WARN))
        if card.reach_by:
            lines.append(need_line(look, "message", card.reach_by))
        if card.has_contact:
            lines.append(self._hidden(_("Show how to reach {name}").format(name=card.name), self._contact_lines))
        return section(look, _("How to reach"), *lines)

    def _ring(self, card: PersonCard) -> QWidget | None:
        if not card.has_emergency_contact:
            return None
        show = self._hidden(_("Show whom to ring for {name}").format(name=card.name), self._emergency_lines)
        return section(self.look, _("Emergency contact"), show)

    def _hidden(self, spoken: str, read: Callable[[], list[str]]) -> QWidget:
        """Return a button that makes room for what it shows."""
        look = self.look
        show = QuietButton(look, _("Show"), "show")
        show.setAccessibleName(spoken)
        column = Down(look, show, gap=4)
        holder = QWidget()
        holder.setLayout(column)

        def reveal() -> None:
            lines = [Label(look, words) for words in read()]
            for line in lines:
                column.addWidget(line)
            holder.setAccessibleDescription(", ".join(line.text() for line in lines))
            show.hide()

        show.clicked.connect(reveal)
        return holder

    def _contact_lines(self) -> list[str]:
        contact = self._contact()
        return [words for words in (contact.phone, contact.email, contact.address) if words]

    def _emergency_lines(self) -> list[str]:
        row = self._emergency()
        if row is None:
            return []
        purged = _("Kept until {day}").format(day=day_words(row.purge_on)) if row.purge_on else None
        return [words for words in (row.name, row.relation, row.phone, purged) if words]

    def _came(self, card: PersonCard) -> QWidget | None:
        look = self.look
        came = [row for row in card.sessions if row.came]
        asked = [row for row in card.sessions if not row.came]
        parts: list[QWidget] = []
        if came:
            words = ngettext("Came to {count} session", "Came to {count} sessions", len(came)).format(count=len(came))
            parts.append(section(look, words, *(self._session(row) for row in came[:MOST_SESSIONS])))
        if asked:
            parts.append(section(look, _("On the list of"), *(self._session(row) for row in asked[:MOST_SESSIONS])))
        return _under(look, parts)

    def _session(self, row: SessionRow) -> QWidget:
        day = day_and_month(row.held_on) if row.held_on else _("no day yet")
        button = QuietButton(self.look, _("{day}: {title}").format(day=day, title=row.title))
        button.clicked.connect(lambda: self.session_asked.emit(row.id))
        holder = QWidget()
        holder.setLayout(Across(self.look, button, None))
        return holder

    def _note(self, card: PersonCard) -> QWidget | None:
        return section(self.look, _("Note"), Label(self.look, card.note)) if card.note else None

    def _held(self, _card: PersonCard) -> QWidget:
        record = QuietButton(self.look, _("Save everything we hold"))
        erase = QuietButton(self.look, _("Erase this person"))
        record.clicked.connect(self.record_asked)
        erase.clicked.connect(self.erase_asked)
        lines = [Across(self.look, button, None) for button in (record, erase)]
        return section(self.look, _("What we hold"), *lines)


def _under(look: Look, parts: list[QWidget]) -> QWidget | None:
    if not parts:
        return None
    holder = QWidget()
    holder.setLayout(Down(look, *parts, gap=8))
    return holder


def _community_role(role: CommunityRoleRow) -> str:
    if role.trained_on is None:
        return role.name
    return _("{role}, trained {day}").format(role=role.name, day=day_words(role.trained_on))
