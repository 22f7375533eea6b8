# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be done about somebody's way home."""

from datetime import time
from typing import TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.inviting import line_of
from app.errors import NotFound
from app.lookup import fetch, record
from app.sessions.fields import write
from db.models import Person, Ride
from db.models.transport import ride_id
from db.types import PersonId, SessionId


class RideFields(TypedDict, total=False):
    """What can be said of a ride. The time is on the venue's own clock."""

    leaves_at: time | None
    booked: bool
    shares_with_id: PersonId | None
    goes_to: str | None
    note: str | None


def need_ride(tx: Session, session_id: SessionId, person_id: PersonId, **fields: Unpack[RideFields]) -> None:
    """Record that somebody on the list needs a taxi home, or what is settled of it since.

    Raises:
        NotFound: They are not on the list, or there is nobody to share with.
        Unreadable: Some words hold a control character.
        TooLong: Some words are longer than a page or two.
    """
    if line_of(tx, session_id, person_id) is None:
        raise NotFound("attendance", person_id)
    sharing = fields.get("shares_with_id")
    if sharing is not None:
        fetch(tx, Person, sharing)
    row = ride_of(tx, session_id, person_id)
    if row is None:
        row = record(tx, Ride, ride_id(session_id, person_id), session_id=session_id, person_id=person_id)
    write(row, dict(fields))


def need_no_ride(tx: Session, session_id: SessionId, person_id: PersonId) -> None:
    """Record that somebody gets home without a taxi."""
    row = ride_of(tx, session_id, person_id)
    if row is not None:
        row.deleted = True


def ride_of(tx: Session, session_id: SessionId, person_id: PersonId) -> Ride | None:
    """Return somebody's ride home, or None while they need none."""
    return tx.scalar(select(Ride).where(Ride.session_id == session_id, Ride.person_id == person_id))
