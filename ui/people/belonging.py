# SPDX-License-Identifier: GPL-3.0-or-later
"""Organisations, networks, community roles and the emergency contact of one person, to be changed."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.i18n import _
from app.people import belongings
from app.people.card import AffiliationRow, CommunityRoleRow, EmergencyRow
from app.wording.people import field_word
from db.journal import Op
from db.types import AffiliationKind, PersonId, RecordId
from ui.forms import Form
from ui.look.look import Look
from ui.parts.buttons import IconButton
from ui.parts.fields import Field, LineField
from ui.parts.sheet import Across, Down
from ui.parts.when import DateField
from ui.people.parts import Change, Saved, empty_out, save_field


class Named(Protocol):
    """A row with an id and a name."""

    @property
    def id(self) -> RecordId:
        """What tells it from all others."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...


RowType = TypeVar("RowType", bound=Named)


class Lines(QWidget, Generic[RowType]):
    """Rows of one person, each with its fields and the way to take it away, and empty fields to add more."""

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__()
        self.look = look
        self.change = change
        self.saved = Saved()
        self.person_id: PersonId | None = None
        self.lines: dict[str, dict[str, Field]] = {}
        self._column = Down(look, gap=8)
        self._foot = Down(look, gap=8)
        self.setLayout(Down(look, self._column, self._foot, gap=8))

    def show_rows(self, person_id: PersonId, rows: Sequence[RowType], *, anew: bool) -> None:
        """Show somebody's rows; a line that is being typed in stays as it is."""
        self.person_id = person_id
        if anew or [row.id for row in rows] != list(self.lines):
            empty_out(self._column)
            self.lines = {row.id: self._line(row) for row in rows}
        for row in rows:
            fields = self.lines[row.id]
            texts = self.texts(row)
            self.saved.show({field: texts[name] for name, field in fields.items()}, anew=False)

    def texts(self, row: RowType) -> dict[str, str]:
        """Return what stands in the fields of a row."""
        raise NotImplementedError

    def make_fields(self, row: RowType) -> dict[str, Field]:
        """Return the fields of a row."""
        raise NotImplementedError

    def save(self, row: RowType, field: Field) -> None:
        """Save what stands in the fields of a row."""
        raise NotImplementedError

    def remove(self, row: RowType) -> None:
        """Take a row away."""
        raise NotImplementedError

    def add_field(self, words: str, add: Callable[[Session, PersonId, str], object]) -> LineField:
        """Return an empty field under the rows; what is typed in it becomes a row as it is left."""
        field = LineField(self.look, words)
        field.describe(words)
        field.left_changed.connect(partial(self._add, field, add))
        self._foot.addWidget(field)
        return field

    def _line(self, row: RowType) -> dict[str, Field]:
        fields = self.make_fields(row)
        texts = self.texts(row)
        self.saved.show({field: texts[name] for name, field in fields.items()}, anew=True)
        remove = IconButton(self.look, _("Remove {name}").format(name=row.name), "remove")
        remove.clicked.connect(lambda: self.remove(row))
        line = Across(self.look, gap=6)
        for field in fields.values():
            line.addWidget(field, 1)
            field.left_changed.connect(partial(self._on_left, row, field))
        line.addWidget(remove)
        holder = QWidget()
        holder.setLayout(line)
        self._column.addWidget(holder)
        return fields

    def _on_left(self, row: RowType, field: Field, _text: str) -> None:
        self.save(row, field)

    def _add(self, field: LineField, add: Callable[[Session, PersonId, str], object], text: str) -> None:
        person_id = self.person_id
        if person_id is None or not text:
            field.accept()
            return
        self.change(
            Op.CHANGE_PERSON,
            lambda tx: add(tx, person_id, text),
            then=lambda _made: field.set_text(""),
            refused=field.refuse,
        )


class AffiliationLines(Lines[AffiliationRow]):
    """The organisations and networks that somebody belongs to."""

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__(look, change)
        self.add_organisation = self.add_field(_("Add an organisation"), _adds(AffiliationKind.ORGANISATION))
        self.add_network = self.add_field(_("Add a network"), _adds(AffiliationKind.NETWORK))

    def texts(self, row: AffiliationRow) -> dict[str, str]:
        """Return what stands in the fields of a row."""
        return {"name": row.name}

    def make_fields(self, row: AffiliationRow) -> dict[str, Field]:
        """Return the fields of a row."""
        field = LineField(self.look)
        field.describe(_("Organisation") if row.kind is AffiliationKind.ORGANISATION else _("Network"))
        return {"name": field}

    def save(self, row: AffiliationRow, field: Field) -> None:
        """Save what stands in the fields of a row."""
        name = field.text()
        save_field(self.change, field, Op.CHANGE_PERSON, lambda tx: belongings.rename_affiliation(tx, row.id, name))

    def remove(self, row: AffiliationRow) -> None:
        """Take a row away."""
        self.add_organisation.setFocus()
        self.change(Op.CHANGE_PERSON, lambda tx: belongings.remove_affiliation(tx, row.id))


class CommunityRoleLines(Lines[CommunityRoleRow]):
    """The roles that somebody holds in the community, each with the day of the training."""

    def __init__(self, look: Look, change: Change) -> None:
        super().__init__(look, change)
        self.add_role = self.add_field(_("Add a role in the community"), belongings.add_community_role)

    def texts(self, row: CommunityRoleRow) -> dict[str, str]:
        """Return what stands in the fields of a row."""
        return {"name": row.name, "trained_on": f"{row.trained_on:%d/%m/%Y}" if row.trained_on else ""}

    def make_fields(self, row: CommunityRoleRow) -> dict[str, Field]:
        """Return the fields of a row."""
        name, day = LineField(self.look), DateField(self.look)
        name.describe(_("Role in the community"))
        day.describe(_("Day of the training for {role}").format(role=row.name))
        return {"name": name, "trained_on": day}

    def save(self, row: CommunityRoleRow, field: Field) -> None:
        """Save what stands in the fields of a row."""
        name, day = self.lines[row.id].values()
        said, trained_on = name.text(), day.day() if isinstance(day, DateField) else None
        save_field(
            self.change,
            field,
            Op.CHANGE_PERSON,
            lambda tx: belongings.change_community_role(tx, row.id, name=said, trained_on=trained_on),
        )

    def remove(self, row: CommunityRoleRow) -> None:
        """Take a row away."""
        self.add_role.setFocus()
        self.change(Op.CHANGE_PERSON, lambda tx: belongings.remove_community_role(tx, row.id))


class EmergencyFields(QWidget):
    """Whom to ring for somebody, and until when that is kept."""

    def __init__(self, look: Look, change: Change, today: Callable[[], date]) -> None:
        super().__init__()
        self._change = change
        self._today = today
        self._saved = Saved()
        self._person_id: PersonId | None = None
        form = Form(look, columns=1)
        self.name = form.add_row(_("Whom to ring"), LineField(look))
        self.relation = form.add_row(field_word("relation"), LineField(look))
        self.phone = form.add_row(_("Their number"), LineField(look))
        self.purge_on = form.add_row(
            _("Kept until"), DateField(look), help=_("30 days after the last session, unless you choose.")
        )
        self.setLayout(Down(look, form))
        for field in (self.name, self.relation, self.phone, self.purge_on):
            field.left_changed.connect(partial(self._on_left, field))

    def show_contact(self, person_id: PersonId, row: EmergencyRow | None, *, anew: bool) -> None:
        """Show somebody's contact."""
        self._person_id = person_id
        said = row or EmergencyRow(None, None, None, None)
        until = f"{said.purge_on:%d/%m/%Y}" if said.purge_on else ""
        texts = {self.name: said.name, self.relation: said.relation, self.phone: said.phone, self.purge_on: until}
        self._saved.show({field: text or "" for field, text in texts.items()}, anew=anew)

    def _on_left(self, field: Field, _text: str) -> None:
        person_id, today = self._person_id, self._today()
        if person_id is None:
            return
        name, relation, phone = self.name.text(), self.relation.text(), self.phone.text()
        purge_on = self.purge_on.day()

        def work(tx: Session) -> None:
            belongings.set_emergency_contact(
                tx, person_id, name=name, relation=relation, phone=phone, today=today, purge_on=purge_on
            )

        save_field(self._change, field, Op.CHANGE_EMERGENCY_CONTACT, work)


def _adds(kind: AffiliationKind) -> Callable[[Session, PersonId, str], RecordId]:
    return lambda tx, person_id, name: belongings.add_affiliation(tx, person_id, kind, name)
