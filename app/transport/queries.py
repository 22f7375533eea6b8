# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is taken home by taxi: when, where to, with whom, and whether it is booked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.by_name import by_name
from app.transport.taxis import Seat, Taxi, taxis_of
from db.models import Attendance, Person, Ride
from db.types import PersonId, SessionId, Status

AWAY = (Status.DECLINED, Status.CANCELLED, Status.NO_SHOW)
LATEST = time(23, 59)
TOGETHER = (Ride.session_id == Attendance.session_id) & (Ride.person_id == Attendance.person_id)


@dataclass(frozen=True, slots=True)
class RideRow:
    """One person's ride home.

    Attributes:
        languages: What they speak, as somebody typed it, or "".
        leaves_at: What was said for this person, as `booked` and `note` are; what holds is in `taxi`.
        goes_to: Where to: what was said, else their address, on one line, or "".
        said_to: What was said of where to, or "" where it is their address.
        shares: The names of the others in the same taxi who come; where nobody in it comes, of all of them.
        coming: Whether they are expected or have come.
        taxi: What takes them home, with what was settled of it for anybody in it.
    """

    person_id: PersonId
    name: str
    languages: str
    phone: str
    leaves_at: time | None
    booked: bool
    goes_to: str
    said_to: str
    note: str
    shares_with_id: PersonId | None
    shares: tuple[str, ...]
    coming: bool
    taxi: Taxi

    @property
    def goes_at(self) -> time | None:
        """When it leaves: what was said for this person, else for others in the taxi."""
        return self.leaves_at or self.taxi.leaves_at


def rides(tx: Session, session_id: SessionId) -> list[RideRow]:
    """Return the rides home from a session, the earliest first and those without a time at the end, then by name."""
    query = by_name(session_id, Ride, Person, Attendance.status).join(Ride, TOGETHER)
    found = [(ride, person, status) for ride, person, status in tx.execute(query)]
    taxis = taxis_of(_seat(ride, status) for ride, _person, status in found)
    names = {person.id: person.name for _ride, person, _status in found}
    rows = [_row(ride, person, taxis[person.id], names) for ride, person, _status in found]
    return sorted(rows, key=lambda row: (row.goes_at is None, row.goes_at or LATEST))


def ride_row(tx: Session, session_id: SessionId, person_id: PersonId) -> RideRow | None:
    """Return somebody's ride home, or None while they need none."""
    return next((row for row in rides(tx, session_id) if row.person_id == person_id), None)


def taxis(tx: Session, session_id: SessionId) -> dict[PersonId, Taxi]:
    """Return the taxi of each person who is taken home from a session."""
    query = select(Ride, Attendance.status).join(Attendance, TOGETHER).where(Ride.session_id == session_id)
    return taxis_of(_seat(ride, status) for ride, status in tx.execute(query.order_by(Ride.id)))


def rides_not_booked(tx: Session, session_id: SessionId) -> int:
    """Return how many taxis are not booked in which somebody is who is not known to stay away."""
    return len({taxi.people for taxi in taxis(tx, session_id).values() if taxi.coming and not taxi.booked})


def _seat(ride: Ride, status: Status) -> Seat:
    coming = status not in AWAY
    return Seat(ride.person_id, ride.shares_with_id, ride.leaves_at, ride.booked, ride.note or "", coming)


def _row(ride: Ride, person: Person, taxi: Taxi, names: Mapping[PersonId, str]) -> RideRow:
    address = ", ".join(line.strip(" ,") for line in (person.address or "").splitlines() if line.strip(" ,"))
    return RideRow(
        person_id=person.id,
        name=person.name,
        languages=person.languages or "",
        phone=person.phone or "",
        leaves_at=ride.leaves_at,
        booked=ride.booked,
        goes_to=ride.goes_to or address,
        said_to=ride.goes_to or "",
        note=ride.note or "",
        shares_with_id=ride.shares_with_id,
        shares=tuple(sorted(names[one] for one in taxi.coming or taxi.people if one != person.id)),
        coming=person.id in taxi.coming,
        taxi=taxi,
    )
