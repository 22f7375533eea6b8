# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of an import as they are written: a handful of bulk statements, however long the list is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table, bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.importing.coming import Coming, coming
from app.importing.gathering import EMERGENCY, LISTED, TEXTS, Gathered
from app.lookup import record
from app.people.belongings import emergency_contact_id, purge_day
from app.people.kinds import kind_named, need_label
from app.retention.periods import Kept, kept_days
from db.base import Record
from db.models import Affiliation, Attendance, CommunityRole, EmergencyContact, Need, NeedDetail, Person
from db.models.attendance import attendance_id
from db.search import fold
from db.types import AffiliationKind, NeedStatus, PersonId, SessionId, new_id

AT_A_TIME = 500  # ids in one query

Values = dict[str, Any]
NOTHING_SAID: Values = dict.fromkeys((*TEXTS, *LISTED))


@dataclass(frozen=True, slots=True)
class Change:
    """Columns of somebody in the records that get longer: what they hold, and what they will hold."""

    person_id: PersonId
    before: dict[str, str | None]
    now: dict[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything that an import writes.

    Attributes:
        inserts: New rows by table.
        changes: What is filled of people in the records.
        contacts: Emergency contacts of people in the records.
        attendances: Everybody on the list of the session, as new.
    """

    inserts: dict[type[Record], list[Values]]
    changes: list[Change]
    contacts: list[Values]
    attendances: list[Values]


def rows_of(tx: Session, people: Iterable[Gathered], coming_to: Coming) -> Rows:
    """Return what is to be written for these people."""
    rows = Rows({}, [], [], [])
    for person in people:
        _person(rows, person)
        for model, values in _belongings(tx, person, coming_to):
            rows.inserts.setdefault(model, []).append(values)
        _contact(tx, rows, person, coming_to)
        if coming_to.session_id is not None:
            rows.attendances.append(_attendance(person, coming_to.session_id, coming_to))
    return rows


def write(tx: Session, rows: Rows) -> None:
    """Write the people and what belongs to them.

    Raises:
        NotFound: Somebody who was to be filled is not there any more.
    """
    _check_there(tx, [change.person_id for change in rows.changes])
    for model, values in rows.inserts.items():
        _insert(tx, model, values)
    _change(tx, rows.changes)
    for contact in rows.contacts:
        record(tx, EmergencyContact, **contact)


def put_on_list(tx: Session, session_id: SessionId, rows: Rows) -> int:
    """Put the people on the list of a session, and return how many were not on it; who was stays as they are."""
    listed = select(Attendance.id, Attendance.deleted).where(Attendance.session_id == session_id)
    known = {row.id: row.deleted for row in tx.execute(listed, execution_options={"deleted": True})}
    _insert(tx, Attendance, [values for values in rows.attendances if values["id"] not in known])
    back = [values for values in rows.attendances if known.get(values["id"])]
    for values in back:
        record(tx, Attendance, values["id"], **{name: value for name, value in values.items() if name != "id"})
    return sum(values["id"] not in known for values in rows.attendances) + len(back)


def _person(rows: Rows, person: Gathered) -> None:
    columns: dict[str, str] = person.columns()
    if not person.known:
        said = NOTHING_SAID | columns
        named = {"id": person.id, "name": person.name, "family_name": person.family_name}
        rows.inserts.setdefault(Person, []).append(named | said | {"usual_role": person.usual_role})
        return
    if person.usual_role and not person.had_role:
        columns["usual_role"] = person.usual_role
    if columns:
        before = {name: person.held(name) for name in columns}
        rows.changes.append(Change(person.id, before, columns))


def _belongings(tx: Session, person: Gathered, coming_to: Coming) -> Iterator[tuple[type[Record], Values]]:
    for field, kind in (("organisation", AffiliationKind.ORGANISATION), ("networks", AffiliationKind.NETWORK)):
        for name in person.added(field):
            yield Affiliation, {"id": new_id(), "person_id": person.id, "kind": kind, "name": name}
    for name in person.added("community_roles"):
        yield CommunityRole, {"id": new_id(), "person_id": person.id, "name": name, "trained_on": None}
    for words in person.added("needs"):
        need_id, kind = new_id(), kind_named(words)
        yield Need, {"id": need_id, "person_id": person.id, "kind": kind, "status": NeedStatus.ASKED}
        if fold(words) != fold(need_label(kind)):
            purge_on = _purge_on(tx, person, coming_to, days=kept_days(tx, Kept.NEED_DETAIL))
            yield NeedDetail, {"id": need_id, "need_id": need_id, "detail": words, "purge_on": purge_on}


def _contact(tx: Session, rows: Rows, person: Gathered, coming_to: Coming) -> None:
    if all(person.now.get(field) == person.before.get(field) for field in EMERGENCY):
        return
    said = {field.removeprefix("emergency_"): person.text(field) or None for field in EMERGENCY}
    purge_on = _purge_on(tx, person, coming_to, days=kept_days(tx, Kept.EMERGENCY_CONTACT))
    values = {"person_id": person.id, **said, "purge_on": purge_on}
    if person.known:
        rows.contacts.append({"row_id": emergency_contact_id(person.id), **values})
    else:
        rows.inserts.setdefault(EmergencyContact, []).append({"id": emergency_contact_id(person.id), **values})


def _purge_on(tx: Session, person: Gathered, coming_to: Coming, *, days: int) -> date:
    if person.known:
        return purge_day(tx, person.id, days=days, today=coming_to.last_day)
    return coming_to.days_later(days)


def _attendance(person: Gathered, session_id: SessionId, coming_to: Coming) -> Values:
    status, arrived_at = coming(person.drafts, coming_to)
    return {
        "id": attendance_id(session_id, person.id),
        "session_id": session_id,
        "person_id": person.id,
        "status": status,
        "roles": person.roles(),
        "arrived_at": arrived_at,
    }


def _insert(tx: Session, model: type[Record], values: list[Values]) -> None:
    """Insert past the session's own bookkeeping: nothing of these rows was loaded."""
    if values:
        tx.connection().execute(insert(_table(model)), values)


def _change(tx: Session, changes: list[Change]) -> None:
    """Fill columns, each only while it holds what it held when the row was worked out."""
    table = _table(Person)
    by_column: dict[str, list[Values]] = {}
    for change in changes:
        for name, now in change.now.items():
            values = {"of_id": change.person_id, "held": change.before[name], "will_hold": now}
            by_column.setdefault(name, []).append(values)
    for name, values in by_column.items():
        column = table.c[name]
        query = (
            update(table)
            .where(table.c.id == bindparam("of_id"), column.is_not_distinct_from(bindparam("held")))
            .values({name: bindparam("will_hold")})
        )
        tx.connection().execute(query, values)


def _table(model: type[Record]) -> Table:
    return model.metadata.tables[model.__tablename__]


def _check_there(tx: Session, ids: list[PersonId]) -> None:
    for start in range(0, len(ids), AT_A_TIME):
        some = ids[start : start + AT_A_TIME]
        there = tx.scalar(select(func.count()).select_from(Person).where(Person.id.in_(some)))
        if there != len(some):
            raise NotFound("person", "")
