# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasing people, and erasing again what a restored backup brought back. After the change, call `finish_erasing`."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.erasure.errors import NameDiffers, StillHere
from app.erasure.mentions import drafts_about
from app.erasure.queries import standing_person
from app.erasure.reach import CLEARED, Reach, reach_of, reach_of_rows
from app.erasure.rules import confirms
from db.erasing import clear_rows, erase_rows
from db.local import Draft, LocalSetting
from db.models import Attendance, DesignSession, EmergencyContact, IncidentNote, NeedDetail, Person, Ride
from db.types import PersonId

TRACES = "erased_traces"  # there while something erased may still be read in erased files, old pages or the log
PURGED = (NeedDetail, EmergencyContact, Ride, IncidentNote)  # what is erased by itself when it was kept long enough


def erase_person(tx: Session, person_id: PersonId, typed_name: str, *, today: date) -> None:
    """Erase a person, their duplicates that were merged, and all that tells of them. Nothing brings it back.

    Args:
        tx: The change under way, as `Op.ERASE_PERSON`; call `finish_erasing` when it is committed.
        person_id: Who; somebody who was deleted or merged before can be erased too.
        typed_name: Their name, as the user typed it to confirm.
        today: The day it is where sessions are held.

    Raises:
        NotFound: There is no such person, or they were erased before; nothing is changed.
        NameDiffers: The name that was typed is another one.
        StillHere: They are in the building.
    """
    person = standing_person(tx, person_id)
    if not confirms(typed_name, person.name):
        raise NameDiffers(person.name)
    _check_gone(tx, person, today)
    erase_people(tx, [person_id])


def erase_people(tx: Session, person_ids: Iterable[PersonId]) -> None:
    """Erase people by id, and all that tells of them; who is not there or was erased before is passed over."""
    reach = reach_of(tx, person_ids)
    tx.execute(delete(Draft).where(Draft.place.in_(drafts_about(tx, reach))))
    _erase(tx, reach)


def erase_details(tx: Session, rows: dict[str, set[str]]) -> None:
    """Erase rows by id, and whatever cannot be without them; who they belong to stays.

    Args:
        tx: The change under way; call `finish_erasing` when it is committed.
        rows: Ids by table, none of them of people.
    """
    _erase(tx, reach_of_rows(tx, rows))


def erase_notes(tx: Session, attendance_ids: Iterable[str]) -> None:
    """Erase what was noted of people at sessions; that they came stays."""
    _erase(tx, Reach(stays=set(attendance_ids)), cleared={"note"})


def apply_erased(tx: Session, ids: Iterable[str]) -> None:
    """Erase whatever is there under ids that were erased before, as `Op.ERASE_PERSON`; the rest is passed over.

    Args:
        tx: The change under way; call `finish_erasing` when it is committed.
        ids: What `erased_noted` gave.
    """
    wanted = sorted(ids)
    erase_people(tx, [PersonId(one) for one in wanted])
    erase_details(tx, {model.__tablename__: set(wanted) for model in PURGED})


def _erase(tx: Session, reach: Reach, *, cleared: Collection[str] = CLEARED) -> None:
    tx.flush()
    connection = tx.connection()
    erased = erase_rows(connection, reach.goes)
    emptied = clear_rows(connection, Attendance.__tablename__, reach.stays, cleared)
    if erased or emptied:
        tx.merge(LocalSetting(name=TRACES, value=""))
    tx.expire_all()


def _check_gone(tx: Session, person: Person, today: date) -> None:
    """Refuse while somebody came to a session of today and has not left it."""
    here = (
        select(DesignSession.title)
        .join(Attendance, Attendance.session_id == DesignSession.id)
        .where(Attendance.person_id == person.id, DesignSession.held_on == today)
        .where(Attendance.arrived_at.is_not(None), Attendance.left_at.is_(None))
    )
    session = tx.scalar(here.limit(1))
    if session is not None:
        raise StillHere(person.id, person.name, session)
