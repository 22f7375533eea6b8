# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows whose id follows from a person, when two people are made one: the survivor's is filled, the other's marked."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, inspect, select
from sqlalchemy.orm import Session

from app.lookup import record
from app.people.belongings import contact_row, emergency_contact_id
from app.people.commands import kept_apart_id
from app.people.references import mark_belongings
from app.transport.commands import ride_of
from db.base import Record
from db.models import (
    Affiliation,
    Attendance,
    CommunityRole,
    EmergencyContact,
    KeptApart,
    Need,
    NeedDetail,
    Ride,
    SeatingPair,
)
from db.models.attendance import attendance_id
from db.models.seating import seating_pair_id
from db.models.transport import ride_id
from db.search import fold
from db.types import Call, NeedId, NeedStatus, PersonId, Role, Status

# What says more of one coming stands before what says less.
TELLING = (
    Status.ATTENDED,
    Status.ATTENDED_PART,
    Status.NO_SHOW,
    Status.CANCELLED,
    Status.ACCEPTED,
    Status.DECLINED,
    Status.INVITED,
)

Kept = TypeVar("Kept", bound=Record)


def fill_attendance(tx: Session, theirs: Attendance, survivor_id: PersonId, other_id: PersonId) -> None:
    """Give the survivor what the other's attendance says: earlier arrival, later departure, roles joined."""
    row_id = attendance_id(theirs.session_id, survivor_id)
    ours = tx.get(Attendance, row_id)
    both = [theirs] if ours is None or ours.deleted else [ours, theirs]
    supports = next((row.supports_id for row in both if row.supports_id not in (None, survivor_id, other_id)), None)
    call, called_at = _last_call(both)
    record(
        tx,
        Attendance,
        row_id,
        session_id=theirs.session_id,
        person_id=survivor_id,
        status=min((row.status for row in both), key=TELLING.index),
        walk_in=all(row.walk_in for row in both),
        roles=tuple(role for role in Role if any(role in row.roles for row in both)),
        arrived_at=min((row.arrived_at for row in both if row.arrived_at), default=None),
        left_at=_later_departure(both),
        supports_id=supports,
        table_number=next((row.table_number for row in both if row.table_number), None),
        table_by_hand=next((row.table_by_hand for row in both if row.table_number), None),
        last_call=call,
        last_call_at=called_at,
        note=_joined(row.note for row in both),
    )
    theirs.deleted = True


def fill_emergency_contact(tx: Session, theirs: EmergencyContact, survivor_id: PersonId, _other_id: PersonId) -> None:
    """Give the survivor the other's contact, whole, unless they have one: half of two would ring the wrong person."""
    row_id = emergency_contact_id(survivor_id)
    ours = contact_row(tx, survivor_id)
    theirs.deleted = True
    if ours is None:
        contact = {"name": theirs.name, "relation": theirs.relation, "phone": theirs.phone}
        record(tx, EmergencyContact, row_id, person_id=survivor_id, purge_on=theirs.purge_on, **contact)
    elif fold(ours.name or "") == fold(theirs.name or ""):
        ours.relation, ours.phone = ours.relation or theirs.relation, ours.phone or theirs.phone


def keep_apart_from(tx: Session, theirs: KeptApart, survivor_id: PersonId, other_id: PersonId) -> None:
    """Keep the survivor apart from whom the other was kept apart from, but not from the other."""
    theirs.deleted = True
    third = theirs.second_id if theirs.first_id == other_id else theirs.first_id
    if third != survivor_id:
        first, second = sorted((survivor_id, third))
        record(tx, KeptApart, kept_apart_id(first, second), first_id=first, second_id=second)


def fill_ride(tx: Session, theirs: Ride, survivor_id: PersonId, other_id: PersonId) -> None:
    """Give the survivor the other's ride home, whole, unless they have one: half of two would go nowhere."""
    row_id = ride_id(theirs.session_id, survivor_id)
    ours = ride_of(tx, theirs.session_id, survivor_id)
    theirs.deleted = True
    if ours is None:
        sharing = None if theirs.shares_with_id in (survivor_id, other_id) else theirs.shares_with_id
        told = {"leaves_at": theirs.leaves_at, "booked": theirs.booked, "goes_to": theirs.goes_to, "note": theirs.note}
        keys = {"session_id": theirs.session_id, "person_id": survivor_id, "shares_with_id": sharing}
        record(tx, Ride, row_id, **keys, **told)


def seat_as_before(tx: Session, theirs: SeatingPair, survivor_id: PersonId, other_id: PersonId) -> None:
    """Let the survivor sit with whom the other was to sit, or apart from them; what is said of the survivor stays."""
    theirs.deleted = True
    third = theirs.second_id if theirs.first_id == other_id else theirs.first_id
    row_id = seating_pair_id(survivor_id, third, theirs.session_id)
    ours = tx.get(SeatingPair, row_id)
    if third != survivor_id and (ours is None or ours.deleted):
        first, second = sorted((survivor_id, third))
        keys = {"session_id": theirs.session_id, "first_id": first, "second_id": second}
        record(tx, SeatingPair, row_id, kind=theirs.kind, **keys)


def mark_repeated(tx: Session, person_id: PersonId) -> None:
    """Mark what a person now has twice; what only the second row says is given to the first."""
    for _first, second in _twice(_of(tx, Affiliation, Affiliation.person_id == person_id), _same_affiliation):
        second.deleted = True
    for first, second in _twice(_of(tx, CommunityRole, CommunityRole.person_id == person_id), _same_role):
        first.trained_on = first.trained_on or second.trained_on
        second.deleted = True
    details = _details(tx, person_id)
    for first, second in _twice(
        _of(tx, Need, Need.person_id == person_id), lambda need: (need.kind, fold(details.get(need.id, "")))
    ):
        first.status = min(first.status, second.status, key=list(NeedStatus).index)
        mark_belongings(tx, second)


def _of(tx: Session, model: type[Kept], whose: ColumnElement[bool]) -> list[Kept]:
    return sorted(tx.scalars(select(model).where(whose)), key=lambda row: str(inspect(row).identity))


def _twice(rows: Iterable[Kept], key: Callable[[Kept], Hashable]) -> list[tuple[Kept, Kept]]:
    """Return each row that says what an earlier one says, after that earlier one."""
    first: dict[Hashable, Kept] = {}
    return [(before, row) for row in rows if (before := first.setdefault(key(row), row)) is not row]


def _same_affiliation(row: Affiliation) -> Hashable:
    return row.kind, fold(row.name)


def _same_role(row: CommunityRole) -> Hashable:
    return fold(row.name)


def _details(tx: Session, person_id: PersonId) -> dict[NeedId, str]:
    query = select(Need.id, NeedDetail.detail).join(NeedDetail, NeedDetail.need_id == Need.id)
    return {need_id: detail or "" for need_id, detail in tx.execute(query.where(Need.person_id == person_id))}


def _later_departure(rows: list[Attendance]) -> datetime | None:
    """Return when the last of them left; somebody who arrived and has not left is still here."""
    if any(row.arrived_at and not row.left_at for row in rows):
        return None
    return max((row.left_at for row in rows if row.left_at), default=None)


def _last_call(rows: list[Attendance]) -> tuple[Call | None, datetime | None]:
    """Return what came of asking either of them last, and when."""
    calls = [(row.last_call, row.last_call_at) for row in rows if row.last_call_at]
    return max(calls, key=lambda call: str(call[1]), default=(None, None))


def _joined(notes: Iterable[str | None]) -> str | None:
    return "\n".join(dict.fromkeys(note for note in notes if note)) or None
