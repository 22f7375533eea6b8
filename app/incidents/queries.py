# SPDX-License-Identifier: GPL-3.0-or-later
"""The incident notes of a session. They are read only where somebody asks for them, and searched nowhere."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Attendance, IncidentNote, IncidentPerson, IncidentTold, Member, Person
from db.types import PersonId, RecordId, SessionId


@dataclass(frozen=True, slots=True)
class ToldRow:
    """Who was told, as what and when; and who noted that, and when. "" for what is not known."""

    name: str
    role: str
    on: date | None
    at: time | None
    entered_by: str
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One incident note; "" for what is not known.

    Attributes:
        id: Its id.
        corrects_id: The note that it puts right.
        on: The day it happened.
        at: The time, on the venue's own clock.
        seen: What happened: what was seen and heard.
        words_of: In whose words.
        involved: Who was involved, in free words.
        people: Those in the records whom it is about, by name; one who was erased is not named.
        done: What was done at once.
        entered_by: The member who wrote it.
        entered_at: When they did.
        told: Who was told, in the order of writing.
    """

    id: RecordId
    corrects_id: RecordId | None
    on: date | None
    at: time | None
    seen: str
    words_of: str
    involved: str
    people: tuple[str, ...]
    done: str
    entered_by: str
    entered_at: datetime
    told: tuple[ToldRow, ...]


def incident_notes(tx: Session, session_id: SessionId) -> list[NoteRow]:
    """Return the notes of a session in the order in which they were written."""
    notes = tx.scalars(
        select(IncidentNote)
        .where(IncidentNote.session_id == session_id)
        .order_by(IncidentNote.entered_at, IncidentNote.id)
    ).all()
    ids = [note.id for note in notes]
    members = {str(member_id): name for member_id, name in tx.execute(select(Member.id, Member.name))}
    told, people = _told(tx, ids, members), _people(tx, ids)
    return [
        NoteRow(
            id=note.id,
            corrects_id=note.corrects_id,
            on=note.happened_on,
            at=note.happened_at,
            seen=note.seen or "",
            words_of=note.words_of or "",
            involved=note.involved or "",
            people=tuple(people[note.id]),
            done=note.done or "",
            entered_by=members.get(note.entered_by, ""),
            entered_at=note.entered_at,
            told=tuple(told[note.id]),
        )
        for note in notes
    ]


def incident_people(tx: Session, session_id: SessionId) -> list[tuple[PersonId, str]]:
    """Return whom a note of a session may be about, id and name by name: everybody who was asked to it or came."""
    query = (
        select(Person.id, Person.name)
        .join(Attendance, Attendance.person_id == Person.id)
        .where(Attendance.session_id == session_id)
        .order_by(Person.name, Person.id)
    )
    return [(person_id, name) for person_id, name in tx.execute(query)]


def has_incident_notes(tx: Session, session_id: SessionId) -> bool:
    """Return whether a session has a note, so that it must be kept."""
    return tx.scalar(select(IncidentNote.id).where(IncidentNote.session_id == session_id).limit(1)) is not None


def _told(tx: Session, ids: list[RecordId], members: dict[str, str]) -> defaultdict[RecordId, list[ToldRow]]:
    query = select(IncidentTold).where(IncidentTold.note_id.in_(ids)).order_by(IncidentTold.entered_at, IncidentTold.id)
    found: defaultdict[RecordId, list[ToldRow]] = defaultdict(list)
    for row in tx.scalars(query):
        by = members.get(row.entered_by, "")
        found[row.note_id].append(ToldRow(row.name or "", row.role or "", row.told_on, row.told_at, by, row.entered_at))
    return found


def _people(tx: Session, ids: list[RecordId]) -> defaultdict[RecordId, list[str]]:
    query = (
        select(IncidentPerson.note_id, Person.name)
        .join(Person, Person.id == IncidentPerson.person_id)
        .where(IncidentPerson.note_id.in_(ids))
        .order_by(Person.name)
    )
    found: defaultdict[RecordId, list[str]] = defaultdict(list)
    for note_id, name in tx.execute(query):
        found[note_id].append(name)
    return found
