"""Rows with sensible defaults, for tests that are about something else."""

from datetime import date, time
from typing import Any

from sqlalchemy.orm import Session

from app.sessions.commands import answer_access
from app.sessions.facts import access_items
from db.models import Attendance, DesignSession, Person, Project, Venue
from db.models.attendance import attendance_id
from db.types import Answer, PersonId, SessionId, VenueId


def add_person(tx: Session, name: str = "Shirin Akter", **given: Any) -> Person:
    return _added(tx, Person(name=name, **given))


def add_project(tx: Session, title: str = "Clear letters", **given: Any) -> Project:
    return _added(tx, Project(title=title, **given))


def add_venue(tx: Session, name: str = "Oakfield Community Centre", **given: Any) -> Venue:
    return _added(tx, Venue(name=name, **given))


def know_venue(tx: Session, venue_id: VenueId, *more: str) -> None:
    """Answer yes to what must be known of every venue, and to more items."""
    for item in (*(one.item for one in access_items().values() if one.always), *more):
        answer_access(tx, venue_id, item, answer=Answer.YES, note=None)


def add_session(tx: Session, title: str = "Joint event", **given: Any) -> DesignSession:
    settled = {"held_on": date(2026, 11, 26), "starts_at": time(10), "ends_at": time(12, 30)} | given
    if "project_id" not in settled:
        settled["project_id"] = add_project(tx).id
    return _added(tx, DesignSession(title=title, **settled))


def add_attendance(tx: Session, session_id: SessionId, person_id: PersonId, **given: Any) -> Attendance:
    row_id = attendance_id(session_id, person_id)
    return _added(tx, Attendance(id=row_id, session_id=session_id, person_id=person_id, **given))


def _added(tx: Session, row: Any) -> Any:
    tx.add(row)
    tx.flush()
    return row
