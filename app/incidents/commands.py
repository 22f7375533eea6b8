# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing incident notes. Nothing written is changed: a correction is another note, and so is who was told later."""

from datetime import datetime

from sqlalchemy.orm import Session

from app import typed
from app.clock import local
from app.incidents.errors import OtherSession
from app.incidents.rules import Noted, Telling, check_noted, check_telling
from app.lookup import fetch
from db.models import DesignSession, IncidentNote, IncidentPerson, IncidentTold, Person
from db.types import MemberId, PersonId, RecordId, SessionId


def add_incident_note(
    tx: Session,
    session_id: SessionId,
    noted: Noted,
    *,
    by: MemberId,
    now: datetime,
    person_id: PersonId | None = None,
    corrects: RecordId | None = None,
    telling: Telling | None = None,
) -> RecordId:
    """Keep a note as it is written, for good, and return its id.

    Args:
        tx: The change under way, as `Op.ADD_INCIDENT_NOTE`.
        session_id: Where it happened.
        noted: What is written down.
        by: Who enters it.
        now: When they do.
        person_id: Somebody in the records whom it is about.
        corrects: The note that this one puts right; it stays as it is.
        telling: Who has been told of it already.

    Raises:
        NotFound: There is no such session, person or note.
        OtherSession: The note to be put right is of another session.
        NothingSeen: It does not say what happened.
        NobodyTold: Somebody was told, and it says neither who nor in which role.
        StillAhead: It would have happened later than now.
        Unreadable: Some words hold a control character.
        TooLong: Some words are longer than a page or two.
    """
    fetch(tx, DesignSession, session_id)
    check_noted(noted, local(now))
    if corrects is not None and fetch(tx, IncidentNote, corrects).session_id != session_id:
        raise OtherSession
    note = _written(noted, session_id=session_id, corrects_id=corrects, entered_by=by, entered_at=now)
    tx.add(note)
    tx.flush()
    if person_id is not None:
        tx.add(IncidentPerson(note_id=note.id, person_id=fetch(tx, Person, person_id).id))
    if telling is not None:
        add_incident_told(tx, note.id, telling, by=by, now=now)
    return note.id


def add_incident_told(tx: Session, note_id: RecordId, telling: Telling, *, by: MemberId, now: datetime) -> RecordId:
    """Keep who was told of an incident, for good, and return the id of that.

    Args:
        tx: The change under way.
        note_id: The note that they were told of.
        telling: Who, as what, and when.
        by: Who enters it.
        now: When they do.

    Raises:
        NotFound: There is no such note.
        NobodyTold: It says neither who nor in which role.
        StillAhead: They would have been told later than now.
        Unreadable: Some words hold a control character.
        TooLong: Some words are longer than a page or two.
    """
    fetch(tx, IncidentNote, note_id)
    check_telling(telling, local(now))
    told = IncidentTold(
        note_id=note_id,
        name=typed.line("name", telling.name) or None,
        role=typed.line("role", telling.role) or None,
        told_on=telling.on,
        told_at=telling.at,
        entered_by=by,
        entered_at=now,
    )
    tx.add(told)
    tx.flush()
    return told.id


def _written(
    noted: Noted, *, session_id: SessionId, corrects_id: RecordId | None, entered_by: MemberId, entered_at: datetime
) -> IncidentNote:
    return IncidentNote(
        session_id=session_id,
        corrects_id=corrects_id,
        happened_on=noted.on,
        happened_at=noted.at,
        seen=typed.words("seen", noted.seen),
        words_of=typed.line("words_of", noted.words_of) or None,
        involved=typed.words("involved", noted.involved),
        done=typed.words("done", noted.done),
        entered_by=entered_by,
        entered_at=entered_at,
    )
