# SPDX-License-Identifier: GPL-3.0-or-later
"""What has been kept long enough: a list to decide from. Nothing is removed by looking at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, ScalarSelect, exists, func, inspect, select
from sqlalchemy.orm import Session, aliased

from app.clock import local
from app.retention.periods import Kept, kept_days
from db.base import Record
from db.journal import JournalEntry, JournalOperation, Kind
from db.local import LocalSetting
from db.models import (
    Affiliation,
    Attendance,
    CommunityRole,
    DesignSession,
    EmergencyContact,
    IncidentNote,
    Need,
    NeedDetail,
    Person,
    Ride,
    StoredFile,
)
from db.types import PersonId, Status

LOOKED = "retention_looked_on"
NOT_COMING = (Status.DECLINED, Status.CANCELLED)
DELETED: tuple[type[Record], ...] = (
    Affiliation,
    CommunityRole,
    EmergencyContact,
    Need,
    NeedDetail,
    Person,
    Ride,
    StoredFile,
)  # those of which erasing leaves nothing that the program comes back to by itself
TOGETHER = (JournalEntry.device == JournalOperation.device) & (JournalEntry.seq == JournalOperation.seq)
ORDER = tuple(Kept)
WHOLE = {"deleted": True}


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something that has been kept long enough.

    Attributes:
        kind: Which period it is past.
        table: The table of the row.
        row_id: Its id.
        person_id: Of whom it tells; None where nobody is known any more.
        name: What they are called; "" where that is not known.
        since: The day from which it need not be kept.
    """

    kind: Kept
    table: str
    row_id: str
    person_id: PersonId | None
    name: str
    since: date


@dataclass(frozen=True, slots=True)
class MonthlyLook:
    """Whether it is time to look at the list: nobody has this month, and something is on it."""

    last_on: date | None
    is_time: bool


def due(tx: Session, today: date) -> list[DueRow]:
    """Return everything that has been kept long enough, by kind, the longest kept first. Nothing is changed."""
    return sorted(_found(tx, today), key=lambda row: (ORDER.index(row.kind), row.since, row.name, row.row_id))


def due_this_month(tx: Session, today: date) -> MonthlyLook:
    """Return when somebody last looked at the list on this laptop, and whether it is time to look again."""
    return MonthlyLook(last_look(tx), not looked_this_month(tx, today) and bool(due(tx, today)))


def last_look(tx: Session) -> date | None:
    """Return when somebody last looked at the list on this laptop; None for never."""
    kept = tx.get(LocalSetting, LOOKED)
    return None if kept is None else date.fromisoformat(kept.value)


def looked_this_month(tx: Session, today: date) -> bool:
    """Return whether somebody looked at the list in this month; quick, as nothing on it is read."""
    last = last_look(tx)
    return last is not None and (last.year, last.month) == (today.year, today.month)


def note_looked(tx: Session, today: date) -> None:
    """Remember that somebody looked at the list today; run in a note."""
    tx.merge(LocalSetting(name=LOOKED, value=today.isoformat()))


def _found(tx: Session, today: date) -> Iterator[DueRow]:
    yield from _with_dates(tx, today)
    yield from _notes(tx, today)
    yield from _rides(tx, today)
    yield from _incident_notes(tx, today)
    yield from _deleted(tx, today)
    yield from _people(tx, today)


def _with_dates(tx: Session, today: date) -> Iterator[DueRow]:
    """Give what bears its own date, unless the person is on a session that is still to come."""
    awaited = _awaited(today)
    contacts = select(EmergencyContact.id, Person.id, Person.name, EmergencyContact.purge_on).join_from(
        EmergencyContact, Person, Person.id == EmergencyContact.person_id
    )
    details = (
        select(NeedDetail.id, Person.id, Person.name, NeedDetail.purge_on)
        .join_from(NeedDetail, Need, Need.id == NeedDetail.need_id)
        .join(Person, Person.id == Need.person_id)
    )
    for model, kind, query in (
        (EmergencyContact, Kept.EMERGENCY_CONTACT, contacts.where(EmergencyContact.purge_on <= today, ~awaited)),
        (NeedDetail, Kept.NEED_DETAIL, details.where(NeedDetail.purge_on <= today, ~awaited)),
    ):
        for row_id, person_id, name, purge_on in tx.execute(query):
            yield DueRow(kind, model.__tablename__, row_id, person_id, name, purge_on or today)


def _notes(tx: Session, today: date) -> Iterator[DueRow]:
    noted = Attendance.note.is_not(None)
    return _after_sessions(tx, today, Kept.ATTENDANCE_NOTE, Attendance, noted)


def _rides(tx: Session, today: date) -> Iterator[DueRow]:
    return _after_sessions(tx, today, Kept.RIDE, Ride)


def _after_sessions(
    tx: Session, today: date, kind: Kept, model: type[Attendance | Ride], *which: ColumnElement[bool]
) -> Iterator[DueRow]:
    """Give rows about one person at one session, counted from its day, so that one that is moved takes them along."""
    days = timedelta(days=kept_days(tx, kind))
    query = (
        select(model.id, Person.id, Person.name, DesignSession.held_on)
        .join_from(model, Person, Person.id == model.person_id)
        .join(DesignSession, DesignSession.id == model.session_id)
        .where(DesignSession.held_on <= today - days, *which)
    )
    for row_id, person_id, name, held_on in tx.execute(query):
        if held_on is not None:
            yield DueRow(kind, model.__tablename__, row_id, person_id, name, held_on + days)


def _incident_notes(tx: Session, today: date) -> Iterator[DueRow]:
    """Give incident notes by the session that they were written of; whom they are about is not shown in a list."""
    days = timedelta(days=kept_days(tx, Kept.INCIDENT_NOTE))
    query = select(IncidentNote.id, IncidentNote.entered_at, DesignSession.title).join(
        DesignSession, DesignSession.id == IncidentNote.session_id
    )
    for row_id, entered_at, title in tx.execute(query):
        since = local(entered_at).date() + days
        if since <= today:
            yield DueRow(Kept.INCIDENT_NOTE, IncidentNote.__tablename__, row_id, None, title, since)


def _deleted(tx: Session, today: date) -> Iterator[DueRow]:
    """Give what was deleted so long ago that nobody will undo it; it is still in the records until it is removed."""
    days = timedelta(days=kept_days(tx, Kept.DELETED))
    for model in DELETED:
        row_id, written = inspect(model).primary_key[0], _written(model)
        old = select(row_id, written).where(model.deleted, ~_erased(model), written < _end(today - days))
        for one, at in tx.execute(old, execution_options=WHOLE):
            person = tx.get(Person, one, execution_options=WHOLE) if model is Person else None
            whom, name = (None, "") if person is None else (person.id, person.name)
            yield DueRow(Kept.DELETED, model.__tablename__, one, whom, name, _day(at) + days)


def _people(tx: Session, today: date) -> Iterator[DueRow]:
    """Give people who were on no session for long, counted from the last one, or from when they were last changed."""
    days = timedelta(days=kept_days(tx, Kept.PERSON))
    asked = select(Attendance.person_id, func.max(DesignSession.held_on)).join_from(
        Attendance, DesignSession, DesignSession.id == Attendance.session_id
    )
    last = {person_id: day for person_id, day in tx.execute(asked.group_by(Attendance.person_id)) if day is not None}
    long_ago = {
        person_id: (name, last.get(person_id, date.min))
        for person_id, name in tx.execute(select(Person.id, Person.name))
        if last.get(person_id, date.min) <= today - days
    }
    written = select(JournalEntry.row_id, func.max(JournalOperation.at)).join(JournalOperation, TOGETHER)
    of = written.where(JournalEntry.table_name == Person.__tablename__, JournalEntry.row_id.in_(long_ago))
    for person_id, at in tx.execute(of.group_by(JournalEntry.row_id)):
        name, seen = long_ago[PersonId(person_id)]
        since = max(seen, _day(at)) + days
        if since <= today:
            yield DueRow(Kept.PERSON, Person.__tablename__, person_id, PersonId(person_id), name, since)


def _awaited(today: date) -> ColumnElement[bool]:
    """Return whether a person is on a session that is still to come."""
    line, session = aliased(Attendance), aliased(DesignSession)
    return exists().where(
        line.person_id == Person.id,
        line.status.not_in(NOT_COMING),
        session.id == line.session_id,
        session.held_on >= today,
    )


def _written(model: type[Record]) -> ScalarSelect[str]:
    """Return when a row was last written, as the clock on that laptop showed it."""
    return (
        select(func.max(JournalOperation.at))
        .join(JournalEntry, TOGETHER)
        .where(JournalEntry.table_name == model.__tablename__, JournalEntry.row_id == inspect(model).primary_key[0])
        .scalar_subquery()
    )


def _erased(model: type[Record]) -> ColumnElement[bool]:
    return exists().where(
        JournalEntry.table_name == model.__tablename__,
        JournalEntry.row_id == inspect(model).primary_key[0],
        JournalEntry.kind == Kind.ERASED,
    )


def _end(day: date) -> str:
    """Return what is greater than every instant of a day as the journal writes it, and less than any of the next."""
    return (day + timedelta(days=1)).isoformat()


def _day(at: str) -> date:
    return date.fromisoformat(at[:10])
