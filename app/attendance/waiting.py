# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has not answered an invitation yet, and how they want to be reached."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.attendance.by_name import by_name
from db.models import Attendance, Person
from db.types import PersonId, SessionId, Status


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody who was asked to a session and has not said yes or no.

    Attributes:
        spoken_to: How a letter speaks to them: as they are known, else by their name.
        reach_by: How, and when, they said that they want to be reached, or "".
        do_not_contact: Whether they asked not to be contacted; no letter, label or call goes to them.
    """

    person_id: PersonId
    name: str
    spoken_to: str
    phone: str
    email: str
    address: str
    reach_by: str
    do_not_contact: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who may be asked once more, by name, and how many asked not to be contacted."""

    people: tuple[Invitee, ...]
    not_contacted: int


def not_answered(tx: Session, session_id: SessionId) -> Waiting:
    """Return who has not answered; those who asked not to be contacted are a number and nothing else."""
    query = by_name(session_id, Person).where(Attendance.status == Status.INVITED)
    people = [_invitee(person) for person in tx.scalars(query)]
    may = tuple(person for person in people if not person.do_not_contact)
    return Waiting(may, len(people) - len(may))


def _invitee(person: Person) -> Invitee:
    return Invitee(
        person_id=person.id,
        name=person.name,
        spoken_to=person.known_as or person.name,
        phone=person.phone or "",
        email=person.email or "",
        address=person.address or "",
        reach_by=person.reach_by or "",
        do_not_contact=person.do_not_contact,
    )
