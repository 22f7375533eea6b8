# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened at a session that somebody must know of, and who was told. Both tables only grow."""

from datetime import date, datetime, time

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import MemberId, PersonId, RecordId, SessionId, new_id, refers_to


class IncidentNote(Record):
    """What was seen and heard, in whose words, and what was done at once. A correction is a note of its own.

    `happened_on` and `happened_at` are on the venue's own clock (Europe/London).
    """

    __tablename__ = "incident_note"
    __table_args__ = {"info": {"append_only": True}}  # noqa: RUF012 - SQLAlchemy reads it from the class

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    session_id: Mapped[SessionId] = mapped_column(refers_to("design_session.id"), index=True)
    corrects_id: Mapped[RecordId | None] = mapped_column(refers_to("incident_note.id"), default=None, index=True)
    happened_on: Mapped[date | None] = mapped_column(default=None)
    happened_at: Mapped[time | None] = mapped_column(default=None)
    seen: Mapped[str | None]
    words_of: Mapped[str | None] = mapped_column(default=None)
    involved: Mapped[str | None] = mapped_column(default=None)
    done: Mapped[str | None] = mapped_column(default=None)
    entered_by: Mapped[MemberId] = mapped_column(refers_to("member.id"))
    entered_at: Mapped[datetime]


class IncidentTold(Record):
    """Who was told of an incident, and when, on the venue's own clock."""

    __tablename__ = "incident_told"
    __table_args__ = {"info": {"append_only": True}}  # noqa: RUF012 - as above

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    note_id: Mapped[RecordId] = mapped_column(refers_to("incident_note.id"), index=True)
    name: Mapped[str | None]
    role: Mapped[str | None] = mapped_column(default=None)
    told_on: Mapped[date | None] = mapped_column(default=None)
    told_at: Mapped[time | None] = mapped_column(default=None)
    entered_by: Mapped[MemberId] = mapped_column(refers_to("member.id"))
    entered_at: Mapped[datetime]


class IncidentPerson(Record):
    """That a note is about somebody in the records: a table of its own, so that it follows them when two are merged."""

    __tablename__ = "incident_person"

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    note_id: Mapped[RecordId] = mapped_column(refers_to("incident_note.id"), index=True)
    person_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
