# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a session as those see them who cook, set up the room and thank: what they eat, need, and gave."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.by_name import by_name
from app.attendance.rules import Presence, state
from app.people.names import first_and_initial
from db.models import Attendance, Need, NeedDetail, Person
from db.types import NeedId, NeedStatus, PersonId, SessionId

COMING = (Presence.EXPECTED, Presence.HERE, Presence.LEFT)
CAME = (Presence.HERE, Presence.LEFT)


@dataclass(frozen=True, slots=True)
class Guest:
    """One person of a session; an erased one is none any more.

    Attributes:
        short_name: What stands where others can read it: as the person is known, else first name and initial.
        languages: What they speak, as somebody typed it, or "".
    """

    person_id: PersonId
    name: str
    short_name: str
    known_as: str | None
    languages: str
    diet: str | None
    allergy: str | None
    do_not_contact: bool
    presence: Presence
    arrived_at: datetime | None
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class GuestNeed:
    """What one person of a session needs, and how far it is met; `detail` is what it is about, or ""."""

    id: NeedId
    person_id: PersonId
    kind: str
    detail: str
    status: NeedStatus


def coming_guests(tx: Session, session_id: SessionId) -> list[Guest]:
    """Return who is expected, is here, or came, by name."""
    return [guest for guest in _guests(tx, session_id) if guest.presence in COMING]


def guests_who_came(tx: Session, session_id: SessionId) -> list[Guest]:
    """Return who came, by name."""
    return [guest for guest in _guests(tx, session_id) if guest.presence in CAME]


def guest_needs(tx: Session, session_id: SessionId) -> list[GuestNeed]:
    """Return what the people on the list of a session need, by kind."""
    query = (
        select(Need.id, Need.person_id, Need.kind, NeedDetail.detail, Need.status)
        .join_from(Attendance, Need, Need.person_id == Attendance.person_id)
        .outerjoin(NeedDetail, NeedDetail.need_id == Need.id)
        .where(Attendance.session_id == session_id)
        .order_by(Need.kind, Need.id)
    )
    return [GuestNeed(it.id, it.person_id, it.kind, it.detail or "", it.status) for it in tx.execute(query)]


def _guests(tx: Session, session_id: SessionId) -> list[Guest]:
    query = by_name(
        session_id,
        Person.id,
        Person.name,
        Person.family_name,
        Person.known_as,
        Person.languages,
        Person.diet,
        Person.allergy,
        Person.do_not_contact,
        Attendance.status,
        Attendance.arrived_at,
        Attendance.left_at,
    )
    return [
        Guest(
            person_id=it.id,
            name=it.name,
            short_name=it.known_as or first_and_initial(it.name, it.family_name),
            known_as=it.known_as,
            languages=it.languages or "",
            diet=it.diet,
            allergy=it.allergy,
            do_not_contact=it.do_not_contact,
            presence=state(it.status, it.arrived_at, it.left_at),
            arrived_at=it.arrived_at,
            left_at=it.left_at,
        )
        for it in tx.execute(query)
    ]
