# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign-in sheet as paper: the lines it has, and keying it back in (docs/decisions/0007-sheet-order.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.attendance import rules
from app.attendance.errors import TwiceOnSheet
from app.attendance.inviting import line_of, usual_roles, write_line
from app.attendance.leaving import status_on_leaving
from app.lookup import fetch
from app.people.commands import add_person
from db.local import SearchText
from db.models import Attendance, DesignSession, Person
from db.types import PersonId, Role, SessionId, Status

OFF_SHEET = (Status.DECLINED, Status.CANCELLED, Status.NO_SHOW)


@dataclass(frozen=True, slots=True)
class KeyedLine:
    """One line of a signed sheet. `person_id` is None for somebody written by hand, who has a name instead."""

    person_id: PersonId | None
    name: str
    role: Role | None
    arrived_at: datetime | None
    left_at: datetime | None


def number_sheet(tx: Session, session_id: SessionId) -> int:
    """Give everybody on the list who has none a line on the sign-in sheet, in the order of names; return how many.

    A number once given is never given to anybody else, so that paper and records stay in the same order.
    """
    given = select(func.max(Attendance.sheet_number)).where(Attendance.session_id == session_id)
    last = tx.scalar(given.execution_options(deleted=True)) or 0
    waiting = (
        select(Attendance)
        .join(SearchText, (SearchText.id == Attendance.person_id) & (SearchText.kind == "person"))
        .where(Attendance.session_id == session_id, Attendance.sheet_number.is_(None))
        .where(Attendance.status.not_in(OFF_SHEET))
        .order_by(SearchText.sort, SearchText.id)
    )
    unnumbered = tx.scalars(waiting).all()
    for number, row in enumerate(unnumbered, start=last + 1):
        row.sheet_number = number
    return len(unnumbered)


def key_back(tx: Session, session_id: SessionId, lines: Iterable[KeyedLine], *, now: datetime) -> int:
    """Record what a signed sheet says, all lines at once, and return how many people came.

    A line without times changes nothing; one with times replaces those in the records.

    Raises:
        NotFound: There is no such session or person.
        NameNeeded: A line with times has no name.
        TwiceOnSheet: Two lines are about one person.
        StillToCome, LeftWithoutArriving, LeftBeforeArriving, StayedTooLong: Times of a line cannot be right.
    """
    session = fetch(tx, DesignSession, session_id)
    seen: set[PersonId] = set()
    for line in lines:
        rules.check_times(line.arrived_at, line.left_at, now=now)
        if line.arrived_at is not None:
            person_id = line.person_id or add_person(tx, line.name)
            if person_id in seen:
                raise TwiceOnSheet(person_id, fetch(tx, Person, person_id).name)
            seen.add(person_id)
            _key_line(tx, session, person_id, line, line.arrived_at)
    return len(seen)


def _key_line(tx: Session, session: DesignSession, person_id: PersonId, line: KeyedLine, arrived_at: datetime) -> None:
    person = fetch(tx, Person, person_id)
    row = line_of(tx, session.id, person_id)
    if row is None:
        roles = usual_roles(person) if line.role is None else (line.role,)
        row = write_line(tx, session.id, person_id, walk_in=True, roles=roles)
    row.arrived_at, row.left_at = arrived_at, line.left_at
    row.status = Status.ATTENDED if line.left_at is None else status_on_leaving(session, line.left_at)
