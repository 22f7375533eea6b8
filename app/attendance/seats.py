# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a session as badges and tables have them: what they are called, what they are there, where they sit."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.attendance.by_name import by_name
from app.attendance.guests import COMING
from app.attendance.rules import state
from app.people.names import first_and_initial
from db.models import Attendance, Person
from db.types import AttendanceId, PersonId, Role, SessionId


@dataclass(frozen=True, slots=True)
class Seat:
    """One person who is expected, is here, or came.

    Attributes:
        short_name: What stands where others can read it: as the person is known, else first name and initial.
        table: The number of their table; None while they have none.
    """

    line: AttendanceId
    person_id: PersonId
    name: str
    short_name: str
    name_in_script: str | None
    pronouns: str | None
    roles: tuple[Role, ...]
    supports_id: PersonId | None
    table: int | None
    languages: str | None


def coming_seats(tx: Session, session_id: SessionId) -> list[Seat]:
    """Return who is expected, is here, or came, by name."""
    rows = [(line, person) for line, person in tx.execute(by_name(session_id, Attendance, Person))]
    return [_seat(line, person) for line, person in rows if state(line.status, line.arrived_at, line.left_at) in COMING]


def _seat(line: Attendance, person: Person) -> Seat:
    return Seat(
        line=line.id,
        person_id=person.id,
        name=person.name,
        short_name=person.known_as or first_and_initial(person.name, person.family_name),
        name_in_script=person.name_in_script,
        pronouns=person.pronouns,
        roles=line.roles,
        supports_id=line.supports_id,
        table=line.table_number,
        languages=person.languages,
    )
