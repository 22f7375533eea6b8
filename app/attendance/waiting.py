# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has not answered an invitation yet, and how they want to be reached."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.attendance.by_name import by_name
from db.models import Attendance, Person
from db.types import Call, PersonId, SessionId, Status


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody who was asked to a session and has not said yes or no.

    Attributes:
        spoken_to: How a letter speaks to them: as they are known, else by their name.
        languages: What they speak, as somebody typed it, or "".
        reach_by: How, and when, they said that they want to be reached, or "".
        do_not_contact: Whether they asked not to be contacted; no letter, label or call goes to them.
        last_call: What came of asking them last; None while nobody did.
    """

    person_id: PersonId
    name: str
    spoken_to: str
    languages: str
    phone: str
    email: str
    address: str
    reach_by: str
    do_not_contact: bool
    last_call: Call | None
    last_call_at: datetime | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who may be asked once more, by name, and how many asked not to be contacted."""

    people: tuple[Invitee, ...]
    not_contacted: int


@dataclass(frozen=True, slots=True)
class Answers:
    """How many people are on a list, and how many of them have not answered yet."""

    listed: int
    waiting: int


def not_answered(tx: Session, session_id: SessionId) -> Waiting:
    """Return who has not answered; those who asked not to be contacted are a number and nothing else."""
    query = by_name(session_id, Person, Attendance.last_call, Attendance.last_call_at).where(
        Attendance.status == Status.INVITED
    )
    people = [_invitee(*row) for row in tx.execute(query)]
    may = tuple(person for person in people if not person.do_not_contact)
    return Waiting(may, len(people) - len(may))


def answers(tx: Session, session_id: SessionId) -> Answers:
    """Return how many people are on the list of a session, and how many of them have not answered."""
    listed = select(Attendance.status, func.count()).where(Attendance.session_id == session_id)
    by_status = tx.execute(listed.group_by(Attendance.status)).all()
    waiting = sum(count for status, count in by_status if status is Status.INVITED)
    return Answers(sum(count for _status, count in by_status), waiting)


def _invitee(person: Person, call: Call | None, called_at: datetime | None) -> Invitee:
    return Invitee(
        person_id=person.id,
        name=person.name,
        spoken_to=person.known_as or person.name,
        languages=person.languages or "",
        phone=person.phone or "",
        email=person.email or "",
        address=person.address or "",
        reach_by=person.reach_by or "",
        do_not_contact=person.do_not_contact,
        last_call=call,
        last_call_at=called_at,
    )
