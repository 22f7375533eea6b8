# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving people of a session a table: all at once, or one by hand."""

from sqlalchemy.orm import Session

from app.attendance.errors import NotATable
from app.attendance.seats import coming_seats
from app.attendance.tables import Sitter, seated
from app.lookup import fetch
from db.models import Attendance, DesignSession
from db.types import AttendanceId, SessionId

MOST_TABLES = 99


def seat(tx: Session, session_id: SessionId) -> int:
    """Give everybody who is expected or has come a table, anew, and return how many tables there are.

    Raises:
        NotFound: There is no such session.
    """
    fetch(tx, DesignSession, session_id)
    seats = coming_seats(tx, session_id)
    tables = seated([Sitter(one.person_id, one.roles, one.supports_id) for one in seats])
    for one in seats:
        fetch(tx, Attendance, one.line).table_number = tables[one.person_id]
    return max(tables.values(), default=0)


def set_table(tx: Session, attendance: AttendanceId, typed: str) -> None:
    """Record at which table somebody sits; "" for none.

    Raises:
        NotFound: They are not on the list.
        NotATable: It is not the number of a table.
    """
    fetch(tx, Attendance, attendance).table_number = read_table(typed)


def read_table(typed: str) -> int | None:
    """Return the number that was typed, or None for nothing.

    Raises:
        NotATable: It is not the number of a table.
    """
    number = typed.strip()
    if not number:
        return None
    if not number.isdecimal() or not 1 <= int(number) <= MOST_TABLES:
        raise NotATable(number)
    return int(number)
