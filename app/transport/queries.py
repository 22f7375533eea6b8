# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is taken home by taxi: when, where to, with whom, and whether it is booked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.attendance.by_name import by_name
from db.models import Attendance, Person, Ride
from db.types import PersonId, SessionId, Status

AWAY = (Status.DECLINED, Status.CANCELLED, Status.NO_SHOW)
LATEST = time(23, 59)


@dataclass(frozen=True, slots=True)
class RideRow:
    """One person's ride home.

    Attributes:
        goes_to: Where to: what was said, else their address, on one line, or "".
        said_to: What was said of where to, or "" where it is their address.
        shares: The names of those who are in the same taxi.
        coming: Whether they are expected or have come; who stays away needs no taxi any more.
    """

    person_id: PersonId
    name: str
    phone: str
    leaves_at: time | None
    booked: bool
    goes_to: str
    said_to: str
    note: str
    shares_with_id: PersonId | None
    shares: tuple[str, ...]
    coming: bool


def rides(tx: Session, session_id: SessionId) -> list[RideRow]:
    """Return the rides home from a session, the earliest first and those without a time at the end, then by name."""
    together = (Ride.session_id == Attendance.session_id) & (Ride.person_id == Attendance.person_id)
    query = by_name(session_id, Ride, Person, Attendance.status).join(Ride, together)
    found = [(ride, person, status) for ride, person, status in tx.execute(query)]
    taxis = _taxis((ride.person_id, ride.shares_with_id) for ride, _person, _status in found)
    names = {person.id: person.name for _ride, person, _status in found}
    rows = [_row(ride, person, status, _others(taxis, names, person.id)) for ride, person, status in found]
    return sorted(rows, key=lambda row: (row.leaves_at is None, row.leaves_at or LATEST))


def ride_row(tx: Session, session_id: SessionId, person_id: PersonId) -> RideRow | None:
    """Return somebody's ride home, or None while they need none."""
    return next((row for row in rides(tx, session_id) if row.person_id == person_id), None)


def rides_not_booked(tx: Session, session_id: SessionId) -> int:
    """Return how many people who are not known to stay away need a taxi that is not booked."""
    together = (Attendance.session_id == Ride.session_id) & (Attendance.person_id == Ride.person_id)
    query = select(func.count()).select_from(Ride).join(Attendance, together)
    waiting = query.where(Ride.session_id == session_id, ~Ride.booked, Attendance.status.not_in(AWAY))
    return tx.scalar(waiting) or 0


def _taxis(pairs: Iterable[tuple[PersonId, PersonId | None]]) -> dict[PersonId, set[PersonId]]:
    """Return who is in the same taxi, for each person: whoever shares with one shares with all in it."""
    taxis: dict[PersonId, set[PersonId]] = {}
    for person, other in pairs:
        inside = {person} if other is None else {person, other}
        joined = set[PersonId]().union(inside, *(taxis.get(one, set()) for one in inside))
        taxis |= dict.fromkeys(joined, joined)
    return taxis


def _others(
    taxis: Mapping[PersonId, set[PersonId]], names: Mapping[PersonId, str], person_id: PersonId
) -> tuple[str, ...]:
    return tuple(sorted(names[one] for one in taxis[person_id] if one != person_id and one in names))


def _row(ride: Ride, person: Person, status: Status, shares: tuple[str, ...]) -> RideRow:
    address = ", ".join(line.strip(" ,") for line in (person.address or "").splitlines() if line.strip(" ,"))
    return RideRow(
        person_id=person.id,
        name=person.name,
        phone=person.phone or "",
        leaves_at=ride.leaves_at,
        booked=ride.booked,
        goes_to=ride.goes_to or address,
        said_to=ride.goes_to or "",
        note=ride.note or "",
        shares_with_id=ride.shares_with_id,
        shares=shares,
        coming=status not in AWAY,
    )
