# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is asked to which session, what they are there, and when they came and went."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import LATER, Record
from db.types import AttendanceId, Call, Erased, PersonId, RecordId, Role, SessionId, Status, natural_id, refers_to

STAYS: dict[str, Any] = {"erased": Erased.STAYS}


class Attendance(Record):
    """One person at one session. The id follows from both, so that two laptops write the same row.

    `arrived_at` and `left_at` are what was signed for, to the minute; both feed what the person is owed.
    `sheet_number` is the person's line on the printed sign-in sheet, given when it is first printed and never again.
    `table_number` is where they sit, counted from 1; `table_by_hand` says that somebody chose it.
    `last_call` is what came of asking them last, and `last_call_at` when that was.
    """

    __tablename__ = "attendance"
    __table_args__ = (Index("ix_attendance_session_person", "session_id", "person_id"),)

    id: Mapped[AttendanceId] = mapped_column(primary_key=True)
    session_id: Mapped[SessionId] = mapped_column(refers_to("design_session.id"))
    person_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
    status: Mapped[Status] = mapped_column(default=Status.INVITED)
    walk_in: Mapped[bool] = mapped_column(default=False)
    roles: Mapped[tuple[Role, ...]] = mapped_column(default=())
    arrived_at: Mapped[datetime | None] = mapped_column(default=None, info=STAYS)
    left_at: Mapped[datetime | None] = mapped_column(default=None, info=STAYS)
    supports_id: Mapped[PersonId | None] = mapped_column(refers_to("person.id"), default=None)
    sheet_number: Mapped[int | None] = mapped_column(default=None, info=STAYS)
    table_number: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    last_call: Mapped[Call | None] = mapped_column(default=None, sort_order=LATER, info={"group": "call"})
    table_by_hand: Mapped[bool | None] = mapped_column(default=None, sort_order=LATER + 1)
    last_call_at: Mapped[datetime | None] = mapped_column(default=None, sort_order=LATER, info={"group": "call"})


class Headcount(Record):
    """How many people of one role are in the room without giving a name."""

    __tablename__ = "headcount"

    id: Mapped[RecordId] = mapped_column(primary_key=True)
    session_id: Mapped[SessionId] = mapped_column(refers_to("design_session.id"), index=True)
    role: Mapped[Role]
    people: Mapped[int] = mapped_column(default=0)


def attendance_id(session_id: SessionId, person_id: PersonId) -> AttendanceId:
    """Return the id of the one row for this person at this session."""
    return AttendanceId(natural_id("attendance", person_id, session_id))
