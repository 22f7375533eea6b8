# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of a session as paper has it: the sign-in sheet, and who must be looked for when the building is left."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.attendance.by_name import by_name
from app.attendance.guests import guest_needs
from app.attendance.rules import Presence, state
from app.attendance.sheets import OFF_SHEET
from app.people.kinds import need_kind, need_label
from db.local import SearchText
from db.models import Attendance, Person
from db.types import AttendanceId, PersonId, Role, SessionId


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the sign-in sheet; `number` is None for somebody added since it was printed."""

    id: AttendanceId
    person_id: PersonId
    number: int | None
    name: str
    family_name: str | None
    name_in_script: str | None
    known_as: str | None
    roles: tuple[Role, ...]
    walk_in: bool
    arrived_at: datetime | None
    left_at: datetime | None
    languages: str | None


@dataclass(frozen=True, slots=True)
class EvacuationRow:
    """Somebody who is in the building, or is expected and may be.

    Attributes:
        help_to_leave: What they need to leave the building, in words; empty when they need no help.
        supporters: The names of those who come to support them.
    """

    person_id: PersonId
    name: str
    name_in_script: str | None
    known_as: str | None
    roles: tuple[Role, ...]
    presence: Presence
    help_to_leave: tuple[str, ...]
    supporters: tuple[str, ...]
    languages: str | None


def register_rows(tx: Session, session_id: SessionId) -> list[RegisterRow]:
    """Return the lines of the sign-in sheet in the order of the paper; who is on no paper yet comes last, by name."""
    columns = (
        Attendance.id,
        Person.id,
        Attendance.sheet_number,
        Person.name,
        Person.family_name,
        Person.name_in_script,
        Person.known_as,
        Attendance.roles,
        Attendance.walk_in,
        Attendance.arrived_at,
        Attendance.left_at,
        Person.languages,
    )
    on_paper = Attendance.status.not_in(OFF_SHEET) | Attendance.sheet_number.is_not(None)
    first = func.ifnull(Attendance.sheet_number, 1_000_000)
    query = by_name(session_id, *columns).where(on_paper).order_by(None).order_by(first, SearchText.sort, SearchText.id)
    return [RegisterRow(*row) for row in tx.execute(query)]


def evacuation(tx: Session, session_id: SessionId) -> list[EvacuationRow]:
    """Return who is in the building and who is expected, those who need help to leave first, then by name."""
    query = by_name(
        session_id,
        Person.id,
        Person.name,
        Person.name_in_script,
        Person.known_as,
        Attendance.roles,
        Attendance.status,
        Attendance.arrived_at,
        Attendance.left_at,
        Person.languages,
    )
    needs, supporters = _help_to_leave(tx, session_id), _supporters(tx, session_id)
    rows = [
        EvacuationRow(
            person_id=it.id,
            name=it.name,
            name_in_script=it.name_in_script,
            known_as=it.known_as,
            roles=it.roles,
            presence=state(it.status, it.arrived_at, it.left_at),
            help_to_leave=tuple(needs.get(it.id, ())),
            supporters=tuple(supporters.get(it.id, ())),
            languages=it.languages,
        )
        for it in tx.execute(query)
    ]
    concerned = [row for row in rows if row.presence in (Presence.HERE, Presence.EXPECTED)]
    return sorted(concerned, key=lambda row: not row.help_to_leave)


def _help_to_leave(tx: Session, session_id: SessionId) -> dict[PersonId, list[str]]:
    found: dict[PersonId, list[str]] = {}
    for need in guest_needs(tx, session_id):
        if need_kind(need.kind).help_to_leave:
            found.setdefault(need.person_id, []).append(need.detail or need_label(need.kind))
    return found


def _supporters(tx: Session, session_id: SessionId) -> dict[PersonId, list[str]]:
    supporter = aliased(Person)
    query = (
        select(Attendance.supports_id, supporter.name)
        .join_from(Attendance, supporter, supporter.id == Attendance.person_id)
        .where(Attendance.session_id == session_id, Attendance.supports_id.is_not(None))
        .order_by(supporter.name)
    )
    found: dict[PersonId, list[str]] = {}
    for person_id, name in tx.execute(query):
        if person_id is not None:
            found.setdefault(person_id, []).append(name)
    return found
