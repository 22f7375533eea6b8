# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving people of a session a table: all at once, or one by hand."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.errors import NotATable, NotTables
from app.attendance.pairs import pairs_of
from app.attendance.parties import Sitter
from app.attendance.seats import coming_seats
from app.attendance.tables import Wishes, seated
from app.lookup import fetch
from app.typed import whole
from db.models import Attendance, DesignSession
from db.types import AttendanceId, PersonId, SeatKind, SessionId

MOST_TABLES = 99


def seat(tx: Session, session_id: SessionId, *, tables: int | None = None) -> int:
    """Give everybody who is expected or has come a table, anew, and return how many tables there are.

    Args:
        tx: The change under way.
        session_id: The session.
        tables: How many tables there are; None for about eight people at each.

    Raises:
        NotFound: There is no such session.
        TogetherAndApart, TooManyApart: Pairs go against one another, or there are too few tables.
    """
    return _seat(tx, session_id, {}, tables)


def seat_others(tx: Session, session_id: SessionId, *, tables: int | None = None) -> int:
    """Give everybody a table as `seat` does, but those whose table somebody chose.

    Raises:
        NotFound: There is no such session.
        TogetherAndApart, PlacedAgainstPair, TooManyApart: Pairs go against one another, against a table that somebody
            chose, or there are too few tables.
    """
    lines = select(Attendance.person_id, Attendance.table_number).where(Attendance.session_id == session_id)
    chosen = tx.execute(lines.where(Attendance.table_by_hand.is_(True), Attendance.table_number.is_not(None)))
    return _seat(tx, session_id, {person: number for person, number in chosen if number is not None}, tables)


def set_table(tx: Session, attendance: AttendanceId, typed: str) -> None:
    """Record at which table somebody sits; "" for none.

    Raises:
        NotFound: They are not on the list.
        NotATable: It is not the number of a table.
    """
    row, number = fetch(tx, Attendance, attendance), read_table(typed)
    row.table_number, row.table_by_hand = number, None if number is None else True


def read_table(typed: str) -> int | None:
    """Return the number that was typed, or None for nothing.

    Raises:
        NotATable: It is not the number of a table.
    """
    number = typed.strip()
    if not number:
        return None
    table = whole(number, 1, MOST_TABLES)
    if table is None:
        raise NotATable(number)
    return table


def read_tables(typed: str) -> int | None:
    """Return how many tables were typed, or None for nothing.

    Raises:
        NotTables: It is not a number of tables.
    """
    try:
        return read_table(typed)
    except NotATable as reason:
        raise NotTables(typed.strip()) from reason


def _seat(tx: Session, session_id: SessionId, kept: Mapping[PersonId, int], tables: int | None) -> int:
    fetch(tx, DesignSession, session_id)
    seats, pairs = coming_seats(tx, session_id), pairs_of(tx, session_id)
    together = [(pair.first_id, pair.second_id) for pair in pairs if pair.kind is SeatKind.TOGETHER]
    apart = [(pair.first_id, pair.second_id) for pair in pairs if pair.kind is SeatKind.APART]
    sitters = [Sitter(one.person_id, one.roles, one.supports_id, one.name) for one in seats]
    places = seated(sitters, Wishes(together, apart, kept, tables))
    for one in seats:
        row = fetch(tx, Attendance, one.line)
        row.table_number, row.table_by_hand = places[one.person_id], True if one.person_id in kept else None
    return len(set(places.values()))
