# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be done at the door, and after. Inviting is in inviting.py, paper in sheets.py; whoever calls says when."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.attendance import rules
from app.attendance.errors import AlreadyHere, HasArrived, NobodyHere, NotACount, NotHere
from app.attendance.inviting import invite, invite_as_before, line_of, uninvite, usual_roles, write_line
from app.attendance.leaving import status_on_leaving
from app.lookup import fetch, record
from app.people.commands import add_person
from db.journal import JournalEntry
from db.models import Attendance, DesignSession, Headcount, Person
from db.types import AttendanceId, PersonId, Role, SessionId, Status, natural_id

EXPECTED = (Status.INVITED, Status.ACCEPTED)
CAME = (Status.ATTENDED, Status.ATTENDED_PART)
MOST_HEADS = 10_000

__all__ = [
    "CAME",
    "EXPECTED",
    "check_in",
    "check_out",
    "count_heads",
    "everyone_left",
    "invite",
    "invite_as_before",
    "rest_did_not_come",
    "set_roles",
    "set_status",
    "set_supported",
    "undo_arrival",
    "uninvite",
    "walk_in",
]


def set_status(tx: Session, attendance: AttendanceId, status: Status) -> None:
    """Record what somebody answered, or that they did not come; that they came is for `check_in` to say.

    Raises:
        NotFound: They are not on the list.
        HasArrived: They have come.
        NotHere: The status says that they came, and they have not.
    """
    row = fetch(tx, Attendance, attendance)
    if status in CAME and row.arrived_at is None:
        raise NotHere(row.person_id, _name(tx, row.person_id))
    if status not in CAME:
        _check_not_arrived(tx, row)
    row.status = status


def set_roles(tx: Session, attendance: AttendanceId, roles: Iterable[Role]) -> None:
    """Record what somebody is in the room in this session; they may be several things.

    Raises:
        NotFound: They are not on the list.
    """
    fetch(tx, Attendance, attendance).roles = tuple(roles)


def set_supported(tx: Session, attendance: AttendanceId, person_id: PersonId | None) -> None:
    """Record whom somebody comes to support, or that it is nobody.

    Raises:
        NotFound: They are not on the list, or there is no such person.
    """
    if person_id is not None:
        fetch(tx, Person, person_id)
    fetch(tx, Attendance, attendance).supports_id = person_id


def check_in(
    tx: Session, session_id: SessionId, person_id: PersonId, *, at: datetime, now: datetime, role: Role | None = None
) -> AttendanceId:
    """Record that somebody came, and return the id of their line; who was not on the list walked in.

    Raises:
        NotFound: There is no such session or person.
        AlreadyHere: They were checked in before.
        StillToCome: The time is yet to come.
    """
    at = _to_the_minute(at)
    person, row = fetch(tx, Person, person_id), line_of(tx, session_id, person_id)
    if row is not None and row.arrived_at is not None:
        raise AlreadyHere(person_id, person.name, row.arrived_at, row.left_at)
    rules.check_times(at, None, now=now)
    if row is None:
        roles = usual_roles(person) if role is None else (role,)
        return write_line(
            tx, session_id, person_id, walk_in=True, roles=roles, status=Status.ATTENDED, arrived_at=at
        ).id
    row.status, row.arrived_at = Status.ATTENDED, at
    return row.id


def walk_in(
    tx: Session, session_id: SessionId, name: str, role: Role | None, *, at: datetime, now: datetime
) -> AttendanceId:
    """Add somebody whom nobody expected, check them in, and return the id of their line.

    Raises:
        NotFound: There is no such session.
        NameNeeded: The name is empty.
        StillToCome: The time is yet to come.
    """
    return check_in(tx, session_id, add_person(tx, name), at=at, now=now, role=role)


def check_out(tx: Session, attendance: AttendanceId, *, at: datetime, now: datetime) -> None:
    """Record when somebody left.

    Raises:
        NotFound: They are not on the list.
        NotHere: They are not in the room.
        StillToCome, LeftBeforeArriving, StayedTooLong: The time cannot be right.
    """
    row = fetch(tx, Attendance, attendance)
    if row.arrived_at is None or row.left_at is not None:
        raise NotHere(row.person_id, _name(tx, row.person_id))
    _leave(fetch(tx, DesignSession, row.session_id), row, at=at, now=now)


def everyone_left(tx: Session, session_id: SessionId, *, at: datetime, now: datetime) -> int:
    """Record that all who are in the room left, and return how many that were.

    Raises:
        NotFound: There is no such session.
        NobodyHere: The room is empty.
        StillToCome, LeftBeforeArriving, StayedTooLong: The time cannot be right for one of them.
    """
    session = fetch(tx, DesignSession, session_id)
    here = tx.scalars(
        select(Attendance).where(
            Attendance.session_id == session_id, Attendance.arrived_at.is_not(None), Attendance.left_at.is_(None)
        )
    ).all()
    if not here:
        raise NobodyHere(session_id)
    for row in here:
        _leave(session, row, at=at, now=now)
    return len(here)


def undo_arrival(tx: Session, attendance: AttendanceId) -> None:
    """Take back the last thing that was said of somebody's coming and going: that they left, else that they came.

    Who walked in is off the list again; who was on it is again what they were before.

    Raises:
        NotFound: They are not on the list.
        NotHere: Nothing was said.
    """
    row = fetch(tx, Attendance, attendance)
    if row.left_at is not None:
        row.left_at, row.status = None, Status.ATTENDED
        return
    if row.arrived_at is None:
        raise NotHere(row.person_id, _name(tx, row.person_id))
    row.arrived_at, row.status, row.deleted = None, _status_before(tx, row.id), row.walk_in


def rest_did_not_come(tx: Session, session_id: SessionId) -> int:
    """Record of all who were expected and have not arrived that they did not come; return how many.

    Raises:
        NotFound: There is no such session.
    """
    fetch(tx, DesignSession, session_id)
    missing = tx.scalars(
        select(Attendance).where(
            Attendance.session_id == session_id, Attendance.status.in_(EXPECTED), Attendance.arrived_at.is_(None)
        )
    ).all()
    for row in missing:
        row.status = Status.NO_SHOW
    return len(missing)


def count_heads(tx: Session, session_id: SessionId, role: Role, people: int) -> None:
    """Record how many people of a role are in the room without giving a name.

    Raises:
        NotFound: There is no such session.
        NotACount: It is not a number of people.
    """
    fetch(tx, DesignSession, session_id)
    if not 0 <= people <= MOST_HEADS:
        raise NotACount(people)
    row_id = natural_id("headcount", session_id, role)
    record(tx, Headcount, row_id, session_id=session_id, role=role, people=people)


def _to_the_minute(at: datetime) -> datetime:
    """Return an instant as people sign for it."""
    return at.replace(second=0, microsecond=0)


def _leave(session: DesignSession, row: Attendance, *, at: datetime, now: datetime) -> None:
    at = _to_the_minute(at)
    rules.check_times(row.arrived_at, at, now=now)
    row.left_at, row.status = at, status_on_leaving(session, at)


def _status_before(tx: Session, attendance: AttendanceId) -> Status:
    """Return what the journal last had before they came."""
    status = func.json_extract(JournalEntry.fields, "$.status")
    query = (
        select(status)
        .where(JournalEntry.table_name == Attendance.__tablename__, JournalEntry.row_id == attendance)
        .where(status.not_in(CAME))
        .order_by(JournalEntry.n.desc())
        .limit(1)
    )
    return Status(tx.scalar(query) or Status.INVITED)


def _check_not_arrived(tx: Session, row: Attendance) -> None:
    if row.arrived_at is not None:
        raise HasArrived(row.person_id, _name(tx, row.person_id), row.arrived_at)


def _name(tx: Session, person_id: PersonId) -> str:
    return fetch(tx, Person, person_id).name
