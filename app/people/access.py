# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is held of one person, to be given to them: every row, who entered it and when, and every change since."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, inspect, select
from sqlalchemy.orm import Session

from app.erasure.queries import standing_person
from app.erasure.reach import Reach, reach_of
from app.people.others import Redactor, other_names
from db.base import Base, Record
from db.journal import JournalEntry, JournalOperation, Op
from db.models import Attendance, DesignSession, IncidentNote, Member, Person
from db.types import PersonId, RecordId, SessionId

OTHER = "[another person]"
TABLES = (
    "person",
    "need",
    "need_detail",
    "emergency_contact",
    "affiliation",
    "community_role",
    "attendance",
    "ride",
    "seating_pair",
    "incident_person",
    "stored_file",
    "kept_apart",
)  # in the order in which they are given
ITSELF = {"id", "person_id", "merged_into_id", "need_id"}  # columns that say again whose row it is
SECRET = {"stored_file": {"key", "sha256"}}  # ours, and of no use to anybody else
NAMES = ("name", "known_as", "name_in_script")
OWN_WORDS = {  # which hold their own names, and that of whom they want to be rung
    "person": (*NAMES, "family_name", "email"),
    "emergency_contact": ("name", "relation", "phone"),
}

Value = str | int | bool | date | datetime | tuple[str, ...] | None
Fields = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One row that tells of the person.

    Attributes:
        table: What kind it is.
        row_id: Its id.
        fields: What it says, by column; empty ones are left out.
        entered_at: When it was entered.
        entered_by: The member who did.
        removed: Whether it was deleted or merged, and is still held so that this can be undone.
    """

    table: str
    row_id: str
    fields: Fields
    entered_at: datetime
    entered_by: str
    removed: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One change to a row: when, by whom, what was done, and what was written."""

    at: datetime
    by: str
    op: Op
    table: str
    row_id: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Supported:
    """A session to which somebody else came to support the person."""

    session: str
    held_on: date | None


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """All that is held of one person.

    Attributes:
        person_id: Whom.
        name: What they are called.
        rows: What is held, by kind.
        supported: Where others came to support them.
        changes: What was written when, oldest first.
        redacted: How many times the name of another person was taken out.
    """

    person_id: PersonId
    name: str
    rows: tuple[HeldRow, ...]
    supported: tuple[Supported, ...]
    changes: tuple[Change, ...]
    redacted: int


def record_of(tx: Session, person_id: PersonId) -> PersonRecord:
    """Return all that is held of a person, with the names of others taken out as far as they are known.

    Raises:
        NotFound: There is no such person, or they were erased.
    """
    person = standing_person(tx, person_id)
    reach = reach_of(tx, [person_id])
    reading = _Reading(tx, reach, _redactor(tx, reach))
    return PersonRecord(
        person_id=person_id,
        name=person.name,
        rows=tuple(reading.rows()),
        supported=tuple(reading.supported()),
        changes=tuple(reading.changes()),
        redacted=reading.redactor.count,
    )


class _Reading:
    """Reads every row that tells of somebody, and what the journal has of it."""

    def __init__(self, tx: Session, reach: Reach, redactor: Redactor) -> None:
        self.tx = tx
        self.redactor = redactor
        self.people = reach.goes[Person.__tablename__]
        self.ids = {
            table: sorted(reach.goes.get(table, set()) | (reach.stays if table == "attendance" else set()))
            for table in TABLES
        }
        self.members = {
            str(member_id): name
            for member_id, name in tx.execute(select(Member.id, Member.name), execution_options={"deleted": True})
        }

    def rows(self) -> Iterator[HeldRow]:
        for table, ids in self.ids.items():
            model = _model(table)
            found = select(model).where(inspect(model).primary_key[0].in_(ids))
            for row in sorted(self.tx.scalars(found, execution_options={"deleted": True}), key=self._order):
                yield self._held(table, row)

    def supported(self) -> Iterator[Supported]:
        query = (
            select(DesignSession.title, DesignSession.held_on)
            .join(Attendance, Attendance.session_id == DesignSession.id)
            .where(Attendance.supports_id.in_(self.people))
            .order_by(DesignSession.held_on)
        )
        for title, held_on in self.tx.execute(query):
            yield Supported(self.redactor.redact(title), held_on)

    def changes(self) -> Iterator[Change]:
        wanted = {(table, row_id) for table, ids in self.ids.items() for row_id in ids}
        for entry, done in sorted(self._written(), key=lambda pair: pair[0].n):
            if (entry.table_name, entry.row_id) in wanted and entry.fields is not None:
                yield Change(
                    at=datetime.fromisoformat(done.at),
                    by=self.members.get(done.member_id, ""),
                    op=Op(done.op),
                    table=entry.table_name,
                    row_id=entry.row_id,
                    fields=self._fields(entry.table_name, json.loads(entry.fields)),
                )

    def _written(self) -> Iterator[tuple[JournalEntry, JournalOperation]]:
        together = (JournalOperation.device == JournalEntry.device) & (JournalOperation.seq == JournalEntry.seq)
        for table, ids in self.ids.items():
            of = (JournalEntry.table_name == table, JournalEntry.row_id.in_(ids))
            query = select(JournalEntry, JournalOperation).join(JournalOperation, together).where(*of)
            yield from ((entry, done) for entry, done in self.tx.execute(query))

    def _order(self, row: Record) -> tuple[bool, str]:
        return row.deleted, self._id(row)

    def _id(self, row: Record) -> str:
        return str(inspect(row).mapper.primary_key_from_instance(row)[0])

    def _held(self, table: str, row: Record) -> HeldRow:
        row_id = self._id(row)
        at, member_id = self.tx.execute(
            select(JournalOperation.at, JournalOperation.member_id)
            .join(
                JournalEntry,
                (JournalEntry.device == JournalOperation.device) & (JournalEntry.seq == JournalOperation.seq),
            )
            .where(JournalEntry.table_name == table, JournalEntry.row_id == row_id)
            .order_by(JournalEntry.n)
            .limit(1)
        ).one()
        values = {column.name: getattr(row, column.name) for column in Base.metadata.tables[table].columns}
        return HeldRow(
            table=table,
            row_id=row_id,
            fields=self._fields(table, values),
            entered_at=datetime.fromisoformat(at),
            entered_by=self.members.get(member_id, ""),
            removed=row.deleted,
        )

    def _fields(self, table: str, values: Mapping[str, Any]) -> Fields:
        hidden = ITSELF | {"deleted"} | SECRET.get(table, set())
        columns = Base.metadata.tables[table].columns
        said = ((columns[name], value) for name, value in values.items() if name not in hidden and name in columns)
        return tuple(
            field for column, value in said if value not in (None, "", ()) for field in self._said(table, column, value)
        )

    def _said(self, table: str, column: Column[Any], value: Any) -> Iterable[tuple[str, Value]]:  # noqa: ANN401 - any column's value
        for key in column.foreign_keys:
            return self._referred(str(column.name), key.column.table.name, value)
        kept = not isinstance(value, str) or column.name in OWN_WORDS.get(table, ())
        return ((str(column.name), value if kept else self.redactor.redact(value)),)

    def _referred(self, name: str, table: str, row_id: str) -> Iterable[tuple[str, Value]]:
        if table == Person.__tablename__:
            return () if row_id in self.people else ((name.removesuffix("_id"), OTHER),)
        if table == DesignSession.__tablename__:
            session = self.tx.get(DesignSession, SessionId(row_id), execution_options={"deleted": True})
            if session is not None:
                return (("session", self.redactor.redact(session.title)), ("held_on", session.held_on))
        if table == IncidentNote.__tablename__:  # where it was, and no word of it: it tells of others too
            note = self.tx.get(IncidentNote, RecordId(row_id), execution_options={"deleted": True})
            return () if note is None else self._referred(name, DesignSession.__tablename__, note.session_id)
        return ()


def _redactor(tx: Session, reach: Reach) -> Redactor:
    own = reach.goes[Person.__tablename__]
    together = reach.goes.get(Attendance.__tablename__, set()) | reach.stays
    sessions = select(Attendance.session_id).where(Attendance.id.in_(together))
    met = set(tx.scalars(select(Attendance.person_id).where(Attendance.session_id.in_(sessions)))) - own
    named = _named(tx)
    others = [name for person_id, names in named.items() if person_id not in own for name in names]
    of_met = [name for person_id in met for name in named.get(person_id, ())]
    ours = [name for person_id in own for name in named[PersonId(person_id)]]
    return Redactor(other_names(others, of_met, [*ours, *_families(tx, own)]), OTHER)


def _named(tx: Session) -> dict[PersonId, list[str]]:
    """Return everything that everybody is called, also those who were deleted."""
    query = select(Person.id, Person.name, Person.known_as, Person.name_in_script)
    rows = tx.execute(query, execution_options={"deleted": True})
    return {person_id: [name for name in names if name] for person_id, *names in rows}


def _families(tx: Session, ids: Collection[str]) -> list[str]:
    found = tx.scalars(select(Person.family_name).where(Person.id.in_(ids)), execution_options={"deleted": True})
    return [name for name in found if name]


def _model(table: str) -> type[Record]:
    models = (mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Record))
    return next(model for model in models if model.__tablename__ == table)
