# SPDX-License-Identifier: GPL-3.0-or-later
"""How people get home from a session."""

from datetime import time

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import PersonId, RecordId, SessionId, natural_id, refers_to


class Ride(Record):
    """The taxi that takes one person home from one session: when, whether it is booked, and who is in it too.

    The id follows from both. Without a place of its own it goes to the person's address. `note` is who was rung.
    """

    __tablename__ = "ride"
    __table_args__ = (Index("ix_ride_session_person", "session_id", "person_id"),)

    id: Mapped[RecordId] = mapped_column(primary_key=True)
    session_id: Mapped[SessionId] = mapped_column(refers_to("design_session.id"))
    person_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
    leaves_at: Mapped[time | None] = mapped_column(default=None)
    booked: Mapped[bool] = mapped_column(default=False, info={"erased": False})
    shares_with_id: Mapped[PersonId | None] = mapped_column(refers_to("person.id"), default=None)
    goes_to: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)


def ride_id(session_id: SessionId, person_id: PersonId) -> RecordId:
    """Return the id of the one ride of this person from this session."""
    return RecordId(natural_id("ride", session_id, person_id))
