# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is on the list of a session, and what they are there."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.errors import HasArrived
from app.lookup import fetch, record
from db.models import Attendance, DesignSession, Person
from db.models.attendance import attendance_id
from db.types import AttendanceId, PersonId, Role, SessionId


def invite(tx: Session, session_id: SessionId, people: Iterable[PersonId], role: Role | None) -> int:
    """Put people on the list of a session and return how many were not on it; without a role they have their usual one.

    Raises:
        NotFound: There is no such session or person.
    """
    fetch(tx, DesignSession, session_id)
    added = 0
    for person_id in people:
        person = fetch(tx, Person, person_id)
        if line_of(tx, session_id, person_id) is None:
            roles = usual_roles(person) if role is None else (role,)
            write_line(tx, session_id, person_id, roles=roles)
            added += 1
    return added


def invite_as_before(tx: Session, earlier_id: SessionId, session_id: SessionId) -> int:
    """Put everybody on the list who was on that of an earlier session, in the same roles; return how many.

    Raises:
        NotFound: There is no such session.
    """
    fetch(tx, DesignSession, session_id)
    asked = tx.scalars(select(Attendance).where(Attendance.session_id == earlier_id)).all()
    added = [row for row in asked if line_of(tx, session_id, row.person_id) is None]
    for row in added:
        write_line(tx, session_id, row.person_id, roles=row.roles, supports_id=row.supports_id)
    return len(added)


def uninvite(tx: Session, attendance: AttendanceId) -> None:
    """Take somebody off the list of a session.

    Raises:
        NotFound: They are not on it.
        HasArrived: They have come.
    """
    row = fetch(tx, Attendance, attendance)
    if row.arrived_at is not None:
        raise HasArrived(row.person_id, fetch(tx, Person, row.person_id).name, row.arrived_at)
    row.deleted = True


def line_of(tx: Session, session_id: SessionId, person_id: PersonId) -> Attendance | None:
    """Return somebody's line on the list of a session, or None when they are not on it."""
    row = tx.get(Attendance, attendance_id(session_id, person_id))
    return None if row is None or row.deleted else row


def write_line(tx: Session, session_id: SessionId, person_id: PersonId, **values: Any) -> Attendance:  # noqa: ANN401 - any column's value
    """Return a new line on the list of a session, or the one that was taken off it, as new."""
    keys = {"session_id": session_id, "person_id": person_id, "supports_id": None}
    return record(tx, Attendance, attendance_id(session_id, person_id), **keys | values)


def usual_roles(person: Person) -> tuple[Role, ...]:
    """Return the role that somebody usually has, where the team's word for it is one of ours."""
    return tuple(role for role in Role if role.value == person.usual_role)
